using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Makes a question of a draft: decides its kind, orders its options, derives what the catalogue stores.</summary>
internal static class Assembler
{
    private const int OptionsMax = 4;

    /// <summary>What of a draft a student would see, or null when it has too few wrong answers for that.</summary>
    public static Sheet? Lay(
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
        var (choices, wrongs) = Options(draft, kind.Value, balance, dice.Fork("options"));
        return new Sheet(draft, kind.Value, Punctuation.Nested(draft.Stem.Text), choices, wrongs);
    }

    /// <summary>The question of a sheet.</summary>
    public static Question Assemble(Sheet sheet, Commission c, Binding binding, Container container, ContentLibrary library)
    {
        var draft = sheet.Draft;
        return new Question
        {
            Id = "",
            Item = "",
            Skill = c.Skill.Id,
            Facet = binding.Facet,
            Container = container,
            Part = QuestionPart.Practice,
            Kind = sheet.Kind,
            Stem = sheet.Stem,
            Figure = draft.Figure,
            Choices = sheet.Choices,
            Prompts = draft.Prompts,
            Frame = sheet.IsTyped ? draft.Frame : "{}",
            Responses = Responses(sheet, library),
            Hint = Punctuation.Ended(draft.Hint),
            Rationale = Punctuation.Ended(draft.Rationale),
            Demand = draft.Demand,
            Difficulty = Math.Round(draft.Difficulty + Base(draft.Demand), 3),
            Words = Words.In(sheet.Stem) + sheet.Choices.Sum(Words.In) + draft.Prompts.Sum(Words.In),
            Mask = draft.Stem.Mask,
            Model = binding.Model.Id,
            ModelVersion = binding.Model.Version,
            Context = c.Work?.Key,
            Proof = draft.Frame == "{}" || sheet.IsTyped ? draft.Proof : Framed(draft.Proof, draft.Frame),
        };
    }

    private static Proof Framed(Proof proof, string frame) =>
        new("framed", $$"""{"frame":{{Json.Of(frame)}},"one":{{Json.Of(OfOne(frame))}},"method":{{Json.Of(proof.Method)}},"data":{{proof.Data}}}""");

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

    /// <summary>An answer in its frame: "12 cm", and "1 day" in a frame for days.</summary>
    internal static string Framed(string text, string frame) =>
        frame == "{}" ? text : (text == "1" ? OfOne(frame) : frame).Replace("{}", text);

    /// <summary>The frame of the number one: "{} days" becomes "{} day".</summary>
    private static string OfOne(string frame)
    {
        var after = frame.IndexOf("{}", StringComparison.Ordinal) + 2;
        return frame[..after] + Words.AfterOne(frame[after..]);
    }

    /// <summary>A number as it is typed: no grouping, a plain minus sign.</summary>
    internal static string Typed(string number) => number.Replace(",", "").Replace('−', '-');

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

    private static ImmutableArray<Response> Responses(Sheet sheet, ContentLibrary library)
    {
        var responses = ImmutableArray.CreateBuilder<Response>(sheet.Wrongs.Count + 1);
        responses.Add(new Response(Shown(sheet, sheet.Draft.Key), null, ""));
        foreach (var wrong in sheet.Wrongs)
        {
            var given = sheet.Kind is QuestionKind.Multi ? sheet.Draft.Key.Add(wrong.Given[0]) : wrong.Given;
            var reason = wrong.Reason.Length > 0 ? wrong.Reason : library.Bug(wrong.Bug!).Does;
            responses.Add(new Response(Shown(sheet, given), wrong.Bug, Punctuation.Ended(reason)));
        }
        return responses.MoveToImmutable();
    }

    private static ImmutableArray<string> Shown(Sheet sheet, ImmutableArray<string> given)
    {
        if (sheet.Kind is not QuestionKind.Numeric && (sheet.IsTyped || sheet.Draft.Frame == "{}"))
        {
            return given;
        }
        var shown = ImmutableArray.CreateBuilder<string>(given.Length);
        foreach (var text in given)
        {
            shown.Add(sheet.Show(text));
        }
        return shown.MoveToImmutable();
    }
}

/// <summary>What of a draft a student would see.</summary>
/// <param name="Wrongs">Those of the draft's wrong answers that are used.</param>
internal sealed record Sheet(
    Draft Draft, QuestionKind Kind, string Stem, ImmutableArray<string> Choices, IReadOnlyList<Response> Wrongs)
{
    public bool IsTyped => Kind is QuestionKind.Numeric or QuestionKind.Text;

    /// <summary>The first text of the right answer, as responses have it.</summary>
    public string Key => Show(Draft.Key[0]);

    /// <summary>An answer as responses have it: a number as it is typed, an option in its frame.</summary>
    public string Show(string given) => Kind is QuestionKind.Numeric ? Assembler.Typed(given)
        : IsTyped ? given
        : Assembler.Framed(given, Draft.Frame);
}
