using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Steps of a process to be put in order, or the one list that has them in order. Params: ask (first, last; both when left out).</summary>
internal sealed class StepsOrder() : ItemModel("social.steps-order", version: 2)
{
    public override Draft? Write(Commission c)
    {
        var table = StepTable.Of(c);
        var process = c.Rolls.Pick(table.Processes);
        var count = c.Young ? 3 : Math.Min(4, process.Steps.Length);
        if (process.Steps.Length < count)
        {
            return null;
        }
        var places = c.Rolls.Shuffle(Enumerable.Range(0, process.Steps.Length).ToArray())[..count];
        Array.Sort(places);
        ImmutableArray<string> key = [.. places.Select(i => Words.Cap(process.Steps[i]))];
        return c.Rolls.Chance(0.5) && !c.Young ? Ordered(c, table, process, key) : Earlier(c, table, process);
    }

    private static Draft Ordered(Commission c, StepTable table, Process process, ImmutableArray<string> key) => new Draft
    {
        Kind = QuestionKind.Order,
        Stem = c.Rolls.Below(2) switch
        {
            0 => $"Put these steps of {Wording.Of(process.Title)} in order, from first to last.",
            _ => $"How does {Wording.Of(process.Title)} go? Order the steps.",
        },
        Key = key,
        Demand = Demand.Apply,
        Difficulty = 0.2,
        Hint = table.Hint,
        Rationale = $"The order is: {string.Join(" → ", key.Select(Wording.Open))}.",
        Proof = Proof.Sorted(process.Steps.ToDictionary(
            Words.Cap, s => table.PlaceOf(c, process, s).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)),
    }
    .Wrong("social.reverses-order", [.. key.Reverse()], "That is the order from last to first.")
    .Wrong(table.Bug, [key[1], key[0], .. key.Skip(2)], $"“{Wording.Open(key[0])}” has to come before “{Wording.Open(key[1])}.”");

    /// <summary>Which of a few steps is the earliest or the latest.</summary>
    private static Draft Earlier(Commission c, StepTable table, Process process)
    {
        var some = c.Rolls.Shuffle(process.Steps)[..Math.Min(process.Steps.Length, c.Young ? 3 : 4)];
        var late = c.Rolls.Pick(c.Params.List("ask", "first", "last")) == "last";
        var key = late ? some.MaxBy(s => process.Steps.IndexOf(s))! : some.MinBy(s => process.Steps.IndexOf(s))!;
        Phrase stem = (late, c.Rolls.Below(2)) switch
        {
            (false, _) when c.Young => $"Think of {Wording.Of(process.Title)}. Which of these comes first?",
            (true, _) when c.Young => $"Think of {Wording.Of(process.Title)}. Which of these comes last?",
            (false, 0) => $"Which of these comes earliest in {Wording.Of(process.Title)}?",
            (false, _) => $"These steps of {Wording.Of(process.Title)} are mixed up. Which one must come before the others?",
            (true, 0) => $"Which of these comes latest in {Wording.Of(process.Title)}?",
            _ => $"These steps of {Wording.Of(process.Title)} are mixed up. Which one must come after the others?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Words.Cap(key)],
            Demand = Demand.Apply,
            Hint = table.Hint,
            Rationale = $"The order is: {string.Join(" → ", process.Steps.Select(s => Wording.Open(Words.Cap(s))))}.",
            Proof = Proof.Rows(
                some.Select(s => new
                {
                    name = Words.Cap(s),
                    passed = some.Count(o => table.PlaceOf(c, process, o) < table.PlaceOf(c, process, s)),
                }),
                $"passed = {(late ? some.Length - 1 : 0)}"),
        };
        foreach (var wrong in some.Where(s => s != key))
        {
            draft.Wrong(
                process.Steps.IndexOf(wrong) == (late ? some.Min(s => process.Steps.IndexOf(s)) : some.Max(s => process.Steps.IndexOf(s)))
                    ? "social.reverses-order" : table.Bug,
                Words.Cap(wrong), $"It is step {process.Steps.IndexOf(wrong) + 1} of {process.Steps.Length}.");
        }
        return draft;
    }
}
