using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Makes a question of a draft: decides its kind, orders its options, derives what the catalogue stores.</summary>
internal static class Assembler
{
    private const int OptionsMax = 4;

    /// <summary>The question that a draft becomes, or null when it has too few wrong answers for what is shown.</summary>
    public static Question? Assemble(
        Draft draft, Commission c, Binding binding, Container container, ContentLibrary library, CueBalance balance, Dice dice)
    {
        var kind = KindFor(draft, container, c.Grade, dice.Fork("kind"));
        if (kind is null)
        {
            return null;
        }
        foreach (var wrong in draft.Wrongs)
        {
            if (library.BugOrNone(wrong.Bug!) is null)
            {
                throw new ContentException($"{binding.Model.Id} names the bug '{wrong.Bug}', which no data file lists.");
            }
        }
        var options = Options(draft, kind.Value, balance, dice.Fork("options"));
        var stem = draft.Stem.Text;
        return new Question
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

    private static (ImmutableArray<string> Choices, IReadOnlyList<Response> Wrongs) Options(
        Draft draft, QuestionKind kind, CueBalance balance, Dice dice)
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
        if (!draft.Shown.IsEmpty)
        {
            return (draft.Shown, wrongs);
        }
        if (kind is QuestionKind.Choice && wrongs.Count >= OptionsMax)
        {
            wrongs = Chosen(draft.Key[0], wrongs, balance, dice.Fork("wrongs"));
        }
        IReadOnlyList<string> options = kind is QuestionKind.Choice ? Placed(draft.Key[0], wrongs, balance, dice) : Shuffled(draft.Key, wrongs, dice);
        return ([.. options.Select(text => Framed(text, draft.Frame))], wrongs);
    }

    private static string[] Shuffled(ImmutableArray<string> key, IReadOnlyList<Response> wrongs, Dice dice) =>
        dice.Shuffle([.. key, .. wrongs.Select(w => w.Given[0])]);

    /// <summary>The wrong answers in any order, and the key where it has stood least often.</summary>
    private static List<string> Placed(string key, IReadOnlyList<Response> wrongs, CueBalance balance, Dice dice)
    {
        var options = dice.Shuffle(wrongs).Select(w => w.Given[0]).ToList();
        options.Insert(balance.Place(options.Count + 1, dice.Fork("place")), key);
        return options;
    }

    private static string Framed(string text, string frame) => frame == "{}" ? text : frame.Replace("{}", text);

    /// <summary>A number as it is typed: no grouping, a plain minus sign.</summary>
    private static string Typed(string number) => number.Replace(",", "").Replace('−', '-');

    /// <summary>
    /// As many wrong answers as fit, drawn so that the key is the smallest, the largest or in between about as often:
    /// its rank must not give it away.
    /// </summary>
    private static Response[] Chosen(string key, IReadOnlyList<Response> wrongs, CueBalance balance, Dice dice)
    {
        const int Count = OptionsMax - 1;
        var shuffled = dice.Shuffle(wrongs);
        if (CueSolver.Value(key) is not { } value || Array.Exists(shuffled, w => CueSolver.Value(w.Given[0]) is null))
        {
            return shuffled[..Count];
        }
        var below = Array.FindAll(shuffled, w => CueSolver.Value(w.Given[0]) < value);
        var above = Array.FindAll(shuffled, w => CueSolver.Value(w.Given[0]) >= value);
        var low = balance.Below(Math.Max(0, Count - above.Length), Math.Min(Count, below.Length), dice.Fork("rank"));
        return [.. below.Take(low), .. above.Take(Count - low)];
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
            : frame == "{}" ? given : [.. given.Select(text => Framed(text, frame))];
    }
}
