using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Makes a question of a draft: decides its kind, orders its options, derives what the catalogue stores.</summary>
internal static class Assembler
{
    private const int OptionsMax = 4;

    /// <summary>The draft's reason it cannot be shown, or null when <paramref name="question"/> is made.</summary>
    public static string? Assemble(
        Draft draft, Commission c, Binding binding, Container container, ContentLibrary library, Dice dice, out Question? question)
    {
        question = null;
        var kind = KindFor(draft, container, c.Grade, dice.Fork("kind"));
        if (kind is null)
        {
            return $"{container} shows options, and this {draft.Kind.Key()} draft has {draft.Wrongs.Count} wrong answers";
        }
        foreach (var wrong in draft.Wrongs)
        {
            if (library.BugOrNone(wrong.Bug!) is null)
            {
                throw new ContentException($"{binding.Model.Id} names the bug '{wrong.Bug}', which no data file lists.");
            }
        }
        var options = Options(draft, kind.Value, dice.Fork("options"));
        var stem = draft.Stem.Text;
        question = new Question
        {
            Id = "",
            Item = "",
            Skill = c.Skill.Id,
            Facet = binding.Facet,
            Container = container,
            Part = QuestionPart.Practice,
            Kind = kind.Value,
            Stem = stem,
            Figure = draft.Figure,
            Choices = options.Choices,
            Prompts = draft.Prompts,
            Frame = kind is QuestionKind.Numeric or QuestionKind.Text ? draft.Frame : "{}",
            Responses = Responses(draft, kind.Value, options.Wrongs, library),
            Hint = draft.Hint,
            Rationale = draft.Rationale,
            Demand = draft.Demand,
            Difficulty = Math.Round(draft.Difficulty + Base(draft.Demand), 3),
            Words = Words.In(stem) + options.Choices.Sum(Words.In) + draft.Prompts.Sum(Words.In),
            Mask = draft.Stem.Mask,
            Model = binding.Model.Id,
            ModelVersion = binding.Model.Version,
            Context = c.Work?.Key,
            Proof = draft.Frame == "{}" || kind is QuestionKind.Numeric or QuestionKind.Text
                ? draft.Proof
                : Framed(draft.Proof, draft.Frame),
        };
        return null;
    }

    /// <summary>The text inside a frame, or the text itself when it does not stand in it.</summary>
    public static string Bare(string text, string frame)
    {
        var at = frame.IndexOf("{}", StringComparison.Ordinal);
        var (head, tail) = (frame[..at], frame[(at + 2)..]);
        return text.Length >= head.Length + tail.Length && text.StartsWith(head, StringComparison.Ordinal)
            && text.EndsWith(tail, StringComparison.Ordinal)
            ? text[head.Length..^tail.Length]
            : text;
    }

    private static Proof Framed(Proof proof, string frame) =>
        new("framed", $$"""{"frame":{{Json.Of(frame)}},"method":{{Json.Of(proof.Method)}},"data":{{proof.Data}}}""");

    private static double Base(Demand demand) => demand switch
    {
        Demand.Recall => -0.35,
        Demand.Apply => 0,
        _ => 0.35,
    };

    private static QuestionKind? KindFor(Draft draft, Container container, Grade grade, Dice dice)
    {
        var open = draft.Kind is QuestionKind.Numeric or QuestionKind.Text;
        var enough = draft.Wrongs.Count >= (grade.Ordinal <= 2 ? 2 : 3);
        return container switch
        {
            Container.Learn => open && enough && dice.Chance(0.5) ? QuestionKind.Choice : draft.Kind,
            _ when open => enough ? QuestionKind.Choice : null,
            _ => draft.Kind is QuestionKind.Choice ? QuestionKind.Choice : null,
        };
    }

    private static (ImmutableArray<string> Choices, IReadOnlyList<Response> Wrongs) Options(Draft draft, QuestionKind kind, Dice dice)
    {
        var wrongs = draft.Wrongs;
        if (kind is QuestionKind.Numeric or QuestionKind.Text)
        {
            return ([], wrongs);
        }
        if (kind is QuestionKind.Order or QuestionKind.Match)
        {
            var shuffled = dice.Shuffle(draft.Key);
            for (var i = 1; kind is QuestionKind.Order && i < 8 && shuffled.SequenceEqual(draft.Key); i++)
            {
                shuffled = dice.Fork(i).Shuffle(draft.Key);
            }
            return ([.. shuffled.Distinct()], wrongs);
        }
        if (kind is QuestionKind.Choice && wrongs.Count >= OptionsMax && draft.Shown.IsEmpty)
        {
wrongs = Chosen(draft.Key[0], wrongs, dice.Fork("wrongs"));
        }
        var options = draft.Key.Concat(wrongs.Select(w => w.Given[0])).Select(text => draft.Frame.Replace("{}", text)).ToList();
        return draft.Shown.IsEmpty ? ([.. dice.Shuffle(options)], wrongs) : (draft.Shown, wrongs);
    }

    /// <summary>A number as it is typed: no grouping, a plain minus sign.</summary>
    private static string Typed(string number) => number.Replace(",", "").Replace('−', '-');

    /// <summary>
    /// As many wrong answers as fit, drawn so that the key is the smallest, the largest or in between about as often:
    /// its rank must not give it away.
    /// </summary>
    private static Response[] Chosen(string key, IReadOnlyList<Response> wrongs, Dice dice)
    {
        const int Count = OptionsMax - 1;
        var shuffled = dice.Shuffle(wrongs);
        if (Magnitude(key) is not { } value || shuffled.Any(w => Magnitude(w.Given[0]) is null))
        {
            return shuffled[..Count];
        }
        var below = shuffled.Where(w => Magnitude(w.Given[0]) < value).ToArray();
        var above = shuffled.Where(w => Magnitude(w.Given[0]) >= value).ToArray();
        var low = dice.Fork("rank").Between(Math.Max(0, Count - above.Length), Math.Min(Count, below.Length));
        return [.. below.Take(low), .. above.Take(Count - low)];
    }

    private static decimal? Magnitude(string number)
    {
        var parts = Typed(number).Split('/');
        return decimal.TryParse(parts[0], CultureInfo.InvariantCulture, out var top)
            && (parts.Length == 1 || (decimal.TryParse(parts[^1], CultureInfo.InvariantCulture, out var bottom) && bottom != 0))
            ? parts.Length == 1 ? top : top / decimal.Parse(parts[^1], CultureInfo.InvariantCulture)
            : null;
    }

    private static ImmutableArray<Response> Responses(
        Draft draft, QuestionKind kind, IReadOnlyList<Response> wrongs, ContentLibrary library)
    {
        var frame = kind is QuestionKind.Numeric or QuestionKind.Text ? "{}" : draft.Frame;
        var responses = ImmutableArray.CreateBuilder<Response>(wrongs.Count + 1);
        responses.Add(new Response(Show(draft.Key), null, ""));
        foreach (var wrong in wrongs)
        {
            var given = kind is QuestionKind.Multi ? draft.Key.Add(wrong.Given[0]) : wrong.Given;
            var reason = wrong.Reason.Length > 0 ? wrong.Reason : library.Bug(wrong.Bug!).Does;
            responses.Add(new Response(Show(given), wrong.Bug, reason));
        }
        return responses.MoveToImmutable();

        ImmutableArray<string> Show(ImmutableArray<string> given) => kind is QuestionKind.Numeric
            ? [.. given.Select(Typed)]
            : frame == "{}" ? given : [.. given.Select(text => frame.Replace("{}", text))];
    }
}
