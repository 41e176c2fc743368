using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Stories of adding, taking away, equal groups and sharing.</summary>
internal static partial class OperationModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.join-take", JoinTake, works: true),
            new Family("math.parts-and-whole", PartsAndWhole, works: true),
            new Family("math.calculate", Calculate),
            new Family("math.equal-groups", EqualGroups, works: true),
            new Family("math.sharing", Sharing, works: true),
            new Family("math.array", ArrayPicture, works: true),
            new Family("math.two-steps", TwoSteps, works: true),
            new Family("math.true-equation", TrueEquation),
            new Family("math.missing-number", MissingNumber),
            new Family("math.times-as-many", TimesAsMany, works: true),
            new Family("math.fact-family", FactFamily),
        ];

    /// <summary>A change story. Params: op (join, take); unknown (result, change, start); start, change.</summary>
    private static Draft? JoinTake(Commission c)
    {
        var span = c.Params.Range("start");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var join = c.Params.Text("op") == "join";
        var (start, change) = (s.Amount(), c.Draw("change"));
        var end = join ? start + change : start - change;
        if (end < 1 || change == start || end == change)
        {
            return null;
        }
        var (w, many) = (s.Who, s.Many);
        var came = (join ? "more " : "") + (change == 1 ? "is " : "are ") + (join ? "brought" : "taken away");
        Phrase stem;
        long key;
        string proof,
            other;
        switch (c.Params.Text("unknown", "result"))
        {
            case "result":
                stem = c.Say(
                    $"{s.Lead}There {Are(start)} {s.Count(start)}. Then {change} {came}. How many {many} are there now?",
                    $"{s.Lead}{w.Name} has {s.Count(start)}. {w.Subject} {(join ? "gets" : "gives away")} {change}{(join ? " more" : "")}. How many {many} does {w.They} have now?",
                    $"{s.Lead}{w.Name} starts with {s.Count(start)} and {(join ? "adds" : "uses")} {change}. How many {many} are there at the end?",
                    $"{s.Lead}In the morning there {Are(start)} {s.Count(start)}. By noon {change} {(join ? (change == 1 ? "more has come" : "more have come") : change == 1 ? "is gone" : "are gone")}. How many {many} are there at noon?");
                (key, proof, other) = (
                    end,
                    join ? $"n - {change} = {start}" : $"n + {change} = {start}",
                    join ? $"{start} + {change} = {end}" : $"{start} − {change} = {end}");
                return Number(
                        stem,
                        key,
                        Proof.Search("n", 0, start + change + 1, proof),
                        "Act it out: what is there first, and what happens then?",
                        $"{other}.")
                    .Maybe(
                        join ? "math.subtracts-instead-of-adding" : "math.adds-given-numbers",
                        join ? Math.Abs(start - change) : start + change)
                    .Maybe("math.counts-the-start", join ? end - 1 : end + 1)
                    .Maybe("math.repeats-given-number", start)
                    .Maybe("math.repeats-given-number", change);
            case "change":
                stem = c.Say(
                    $"{s.Lead}There {(start == 1 ? "was" : "were")} {s.Count(start)}. Now there {Are(end)} {end}. How many were {(join ? "added" : "taken away")}?",
                    $"{s.Lead}{w.Name} had {s.Count(start)}. {w.Subject} {(join ? "got some more" : "gave some away")} and has {end} now. How many {many} did {w.They} {(join ? "get" : "give away")}?",
                    $"{s.Lead}{w.Name} counted {s.Count(start)} in the morning and {s.Count(end)} in the evening. How many {(join ? "were added" : "were taken away")} in between?");
                (key, proof) = (change, join ? $"{start} + n = {end}" : $"{start} - n = {end}");
                return Number(
                        stem,
                        key,
                        Proof.Search("n", 0, start + end, proof),
                        "Count from the first number to the last.",
                        $"From {start} to {end} it is {change}.",
                        Demand.Reason)
                    .Maybe("math.adds-given-numbers", start + end)
                    .Maybe("math.repeats-given-number", end)
                    .Maybe("math.counts-the-start", change + 1)
                    .Maybe("math.repeats-given-number", start);
            default:
                stem = c.Say(
                    $"{s.Lead}Some {many} were there. Then {change} {came}. Now there are {end}. How many were there at first?",
                    $"{s.Lead}{w.Name} {(join ? "got" : "gave away")} {change} {many} and has {end} now. How many did {w.They} have before?",
                    $"{s.Lead}After {change} {many} {(join ? "came" : "left")}, there were {end}. How many {many} were there before?");
                (key, proof) = (start, join ? $"n + {change} = {end}" : $"n - {change} = {end}");
                return Number(
                        stem,
                        key,
                        Proof.Search("n", 0, start + end + change, proof),
                        "Run the story backwards.",
                        join
                            ? $"Take the {change} away again: {end} − {change} = {start}."
                            : $"Put the {change} back: {end} + {change} = {start}.",
                        Demand.Reason,
                        0.3)
                    .Maybe("math.follows-the-story-word", join ? end + change : Math.Abs(end - change))
                    .Maybe("math.repeats-given-number", end)
                    .Maybe("math.counts-the-start", join ? start + 1 : start - 1)
                    .Maybe("math.repeats-given-number", change);
        }
    }

    /// <summary>Two parts and a whole. Params: whole; unknown (whole, part).</summary>
    private static Draft? PartsAndWhole(Commission c)
    {
        var span = c.Params.Range("whole");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var whole = s.Amount();
        if (whole < 3)
        {
            return null;
        }
        var a = c.Rolls.Between(1, whole - 1);
        var b = whole - a;
        if (a == b)
        {
            return null;
        }
        var (x, y) = c.Rolls.Pick([("big", "small"), ("light", "heavy")]);
        string Things(int n) => n == 1 ? s.One : s.Many;
        if (c.Params.Text("unknown") == "whole")
        {
            return Number(
                    c.Say(
                        $"{s.Lead}{s.Count(a)} {Are(a)} {x} and {b} {Are(b)} {y}. How many {s.Many} are there in all?",
                        $"{s.Lead}{s.Who.Name} puts {a} {x} {Things(a)} and {b} {y} {Things(b)} together. How many is that?",
                        $"{s.Lead}There {Are(a)} {a} {x} {Things(a)} and {b} more that {Are(b)} {y}. What is the total?",
                        $"{s.Lead}{s.Who.Name} counts {a} {x} {Things(a)}. {s.Other.Name} counts {b} {y} {Things(b)}. How many did they count together?"),
                    whole,
                    Proof.Search("n", 0, 2 * whole, $"n - {a} = {b}"),
                    "Put both parts together.",
                    $"{a} + {b} = {whole}.")
                .Maybe("math.subtracts-instead-of-adding", Math.Abs(a - b))
                .Maybe("math.counts-the-start", whole - 1)
                .Maybe("math.repeats-given-number", Math.Max(a, b))
                .Maybe("math.counts-one-twice", whole + 1);
        }
        return Number(
                c.Say(
                    $"{s.Lead}There are {s.Count(whole)}. {a} {Are(a)} {x}, the rest {Are(b)} {y}. How many {y} ones are there?",
                    $"{s.Lead}{s.Who.Name} has {whole} {s.Many}, some {x} and some {y}. {a} {Are(a)} {x}. How many {y} ones are there?",
                    $"{s.Lead}Of {whole} {s.Many}, {a} {Are(a)} {x} and the rest {Are(b)} {y}. How many {y} {s.Many} are there?",
                    $"{s.Lead}{s.Who.Name} needs {whole} {s.Many} and has {a}. How many are missing?"),
                b,
                Proof.Search("n", 0, 2 * whole, $"{a} + n = {whole}"),
                "The whole is told. Which part is missing?",
                $"{whole} − {a} = {b}, and {a} + {b} = {whole}.",
                Demand.Reason)
            .Maybe("math.adds-given-numbers", whole + a)
            .Maybe("math.counts-the-start", b + 1)
            .Maybe("math.repeats-given-number", a)
            .Maybe("math.repeats-given-number", whole);
    }

    /// <summary>Two steps. Params: shape (add-add, add-take, times-add, times-take); start, change, groups.</summary>
    private static Draft? TwoSteps(Commission c)
    {
        var span = c.Params.Range("start");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var (a, b, d) = (s.Amount(), c.Draw("change"), c.Draw("change"));
        var groups = c.Draw("groups", 2, 6);
        var w = s.Who;
        if (a == b || b == d || b == groups || a == groups)
        {
            return null;
        }
        var (key, stem, events, halfway, wrongOrder) = c.Params.Text("shape") switch
        {
            "add-take" => (
                a + b - d,
                c.Say(
                    $"{s.Lead}There are {s.Count(a)}. {b} more come, and then {d} go. How many {s.Many} are there now?",
                    $"{s.Lead}{w.Name} has {s.Count(a)}. {w.Subject} gets {b} more and then uses {d}. How many {s.Many} are left?",
                    $"{s.Lead}{w.Name} starts the day with {s.Count(a)}, takes in {b} and hands out {d}. How many are there at the end of the day?"),
                new[] { $"n := {a}", $"n := n + {b}", $"n := n - {d}" },
                a + b,
                a + b + d),
            "times-add" => (
                (groups * a) + b,
                c.Say(
                    $"{s.Lead}{w.Name} makes {groups} piles of {s.Count(a)} each and puts {b} more aside. How many {s.Many} is that?",
                    $"{s.Lead}{groups} helpers bring {s.Count(a)} each. {b} {s.Many} are there already. How many are there in all?",
                    $"{s.Lead}{w.Name} needs {a} {s.Many} for each of {groups} tables, and {b} extra. How many {s.Many} does {w.They} need?"),
                [$"n := {b}", .. Enumerable.Repeat($"n := n + {a}", groups)],
                groups * a,
                groups * (a + b)),
            "times-take" => (
                (groups * a) - b,
                c.Say(
                    $"{s.Lead}{w.Name} makes {groups} piles of {s.Count(a)} each. Later {b} are used. How many {s.Many} are left?",
                    $"{s.Lead}{groups} helpers bring {s.Count(a)} each, but {b} of them cannot be used. How many {s.Many} can be used?",
                    $"{s.Lead}{w.Name} gets {a} {s.Many} a day for {groups} days and hands out {b}. How many remain?"),
                [$"n := 0 - {b}", .. Enumerable.Repeat($"n := n + {a}", groups)],
                groups * a,
                groups * Math.Abs(a - b)),
            _ => (
                a + b + d,
                c.Say(
                    $"{s.Lead}{w.Name} counts {a}, then {b}, then {d} {s.Many}. How many is that in all?",
                    $"{s.Lead}There are {s.Count(a)} on Monday. On Tuesday {b} more come, and on Wednesday {d} more. How many {s.Many} are there then?",
                    $"{s.Lead}{w.Name} has {s.Count(a)}, {s.Other.Name} has {b} and a friend has {d}. How many {s.Many} do the three have together?"),
                new[] { $"n := {a}", $"n := n + {b}", $"n := n + {d}" },
                a + b,
                Math.Abs(a - b) + d),
        };
        return key < 1 || wrongOrder == key
            ? null
            : Number(
                    stem,
                    key,
                    Proof.Replay(events, "n"),
                    "Do one step, write down what you have, then do the next.",
                    $"First {halfway}, then {key}.",
                    Demand.Reason,
                    0.2)
                .Maybe("math.stops-after-one-step", halfway)
                .Maybe("math.wrong-second-step", wrongOrder)
                .Maybe(
                    "math.adds-given-numbers",
                    c.Params.Text("shape").StartsWith("times", StringComparison.Ordinal)
                        ? groups + a + b
                        : a + b + d + 10)
                .Maybe("math.counts-the-start", key + 1);
    }

    private static string Are(int n) => n == 1 ? "is" : "are";
}
