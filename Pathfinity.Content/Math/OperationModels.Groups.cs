using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Equal groups and sharing.</summary>
internal static partial class OperationModels
{
    /// <summary>Equal groups: product or how many groups a holder's capacity makes. Params: groups, size.</summary>
    private static Draft? EqualGroups(Commission c)
    {
        if (c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var (groups, size) = (c.Draw("groups"), c.Draw("size"));
        if (c.Work is not null && s.Thing.Capacity > 1 && c.Params.Range("size").Has(s.Thing.Capacity))
        {
            size = s.Capacity(size);
        }
        if (groups == size || groups < 2 || size < 2)
        {
            return null;
        }
        var holders =
            s.Holder.EndsWith('s')
            || s.Holder.EndsWith('x')
            || s.Holder.EndsWith("ch", StringComparison.Ordinal)
            || s.Holder.EndsWith("sh", StringComparison.Ordinal)
                ? s.Holder + "es"
            : s.Holder.EndsWith("lf", StringComparison.Ordinal) ? s.Holder[..^1] + "ves"
            : s.Holder + "s";
        long key = (long)groups * size;
        return Number(
                c.Say(
                    $"{s.Lead}There are {groups} {holders} with {s.Count(size)} each. How many {s.Many} are there in all?",
                    $"{s.Lead}Each {s.Holder} holds {s.Count(size)}. {s.Who.Name} fills {groups} {holders}. How many {s.Many} does {s.Who.They} need?",
                    $"{s.Lead}{s.Who.Name} orders {groups} {holders}. Every one of them has {s.Count(size)}. How many {s.Many} come?",
                    $"{s.Lead}For a big day, {groups} {holders} of {size} {s.Many} are made ready. How many {s.Many} is that?"),
                key,
                Proof.Replay(Enumerable.Repeat($"n := n + {size}", Math.Min(groups, 400)).Prepend("n := 0"), "n"),
                "How many groups are there, and how many are in each?",
                $"{groups} × {size} = {key}.",
                level: key > 100 ? 0.2 : 0)
            .Maybe("math.adds-instead-of-multiplying", groups + size)
            .Maybe("math.one-group-too-few", key - size)
            .Maybe("math.one-group-too-many", key + size)
            .Maybe("math.repeats-given-number", size);
    }

    /// <summary>Sharing and grouping, with or without a remainder. Params: groups, size; rest (0.. or none); ask (quotient, up, rest).</summary>
    private static Draft? Sharing(Commission c)
    {
        if (c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var (groups, size) = (c.Draw("groups"), c.Draw("size"));
        if (c.Work is not null && s.Thing.Capacity > 1 && c.Params.Range("size").Has(s.Thing.Capacity))
        {
            size = s.Capacity(size);
        }
        var ask = c.Params.Text("ask", "quotient");
        var rest = ask == "quotient" ? 0 : c.Rolls.Between(1, Math.Max(1, size - 1));
        var total = (groups * size) + rest;
        if (groups == size || size < 2 || rest >= size || rest == groups)
        {
            return null;
        }
        var key = ask switch
        {
            "up" => groups + 1,
            "rest" => rest,
            _ => groups,
        };
        var stem = ask switch
        {
            "up" => c.Say(
                $"{s.Lead}One {s.Holder} holds {s.Count(size)}. How many {s.Holder} loads are needed so that all {total} {s.Many} have a place?",
                $"{s.Lead}{s.Who.Name} must move {s.Count(total)}, at most {size} at a time. What is the smallest number of trips?",
                $"{s.Lead}{Words.Cap(s.Many)} go {size} to a {s.Holder}. {s.Who.Name} has {total} to pack and leaves none out. How many {s.Holder} loads is that?"),
            "rest" => c.Say(
                $"{s.Lead}{s.Who.Name} packs {s.Count(total)}, {size} to each full {s.Holder}. How many are left over?",
                $"{s.Lead}{total} {s.Many} are put in groups of {size}. How many do not fit in a full group?",
                $"{s.Lead}{s.Who.Name} fills as many groups of {size} as {s.Who.They} can from {s.Count(total)}. How many {s.Many} remain?"),
            _ => c.Say(
                $"{s.Lead}{s.Who.Name} puts {s.Count(total)} in groups of {size}. How many groups are there?",
                $"{s.Lead}Each {s.Holder} takes {s.Count(size)}. How many of these does {s.Who.Name} need for {total} {s.Many}?",
                $"{s.Lead}{s.Count(total)} are shared equally. Everybody gets {size}. How many people share?",
                $"{s.Lead}{s.Who.Name} has {s.Count(total)} and uses {size} a day. For how many days do they last?"),
        };
        var proof = ask switch
        {
            "up" => Proof.Search("n", 0, total, $"n * {size} >= {total}", $"(n - 1) * {size} < {total}"),
            "rest" => Proof.Such("{r}", $"whole(({total} - r) / {size})", $"0 <= r < {size}"),
            _ => Proof.Such("{n}", $"n * {size} = {total}"),
        };
        return Number(
                Capital(stem),
                key,
                proof,
                "Count up by the size of one group until you reach the total.",
                $"{total} = {groups} × {size}{(rest > 0 ? $" + {rest}" : "")}{(ask == "up" ? $"; the {rest} left over need one more." : ".")}",
                ask == "quotient" ? Demand.Apply : Demand.Reason,
                rest > 0 ? 0.3 : 0)
            .Maybe(
                ask == "up" ? "math.drops-the-remainder" : "math.counts-the-leftover-as-a-group",
                ask == "up" ? groups : groups + 1)
            .Maybe("math.subtracts-instead-of-dividing", total - size)
            .Maybe(
                "math.gives-the-wrong-part",
                ask == "rest" ? groups
                    : rest > 0 ? rest
                    : size)
            .Maybe("math.one-group-too-few", groups - 1);
    }

    /// <summary>A sentence that begins with a slot may begin with a small letter; nothing else needs it.</summary>
    private static Phrase Capital(Phrase phrase) => phrase;

    /// <summary>Rows and columns of dots. Params: rows, columns.</summary>
    private static Draft? ArrayPicture(Commission c)
    {
        var (rows, columns) = (c.Draw("rows"), c.Draw("columns"));
        if (rows == columns)
        {
            return null;
        }
        var figure = Pictures.Groups(
            [.. Enumerable.Range(0, rows).Select(_ => ("", columns, "dot", Drawing.Blue))],
            $"{rows} rows with {columns} dots in each row.",
            12);
        var key = rows * columns;
        return Number(
                SayAt(
                    c,
                    $"How many dots are in the array?",
                    $"The picture has equal rows. How many dots is that in all?",
                    $"{c.Person().Name} plants one seed on each dot. How many seeds are needed?",
                    $"Use rows and columns: how many dots are there?",
                    $"Count by rows. How many dots does the picture show?"),
                key,
                Proof.Replay(Enumerable.Repeat($"n := n + {columns}", rows).Prepend("n := 0"), "n"),
                "How many are in one row, and how many rows are there?",
                $"{rows} rows of {columns}: {rows} × {columns} = {key}.",
                figure: figure)
            .Maybe("math.adds-rows-and-columns", rows + columns)
            .Maybe("math.one-group-too-few", key - columns)
            .Maybe("math.one-group-too-many", key + columns)
            .Maybe("math.counts-the-edge-only", (2 * (rows + columns)) - 4);
    }

    /// <summary>Multiplicative comparison. Params: unit, times; unknown (bigger, smaller, times).</summary>
    private static Draft? TimesAsMany(Commission c)
    {
        var span = c.Params.Range("unit");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var (unit, times) = (s.Amount(), c.Draw("times"));
        var big = unit * times;
        if (unit == times || unit < 2)
        {
            return null;
        }
        var (w, o) = (s.Who, s.Other);
        var (key, stem, proof) = c.Params.Text("unknown") switch
        {
            "bigger" => (
                big,
                c.Say(
                    $"{s.Lead}{o.Name} has {s.Count(unit)}. {w.Name} has {times} times as many. How many {s.Many} does {w.Name} have?",
                    $"{s.Lead}Last week there were {s.Count(unit)}. This week there are {times} times as many. How many {s.Many} are there this week?",
                    $"{s.Lead}A small order has {s.Count(unit)}. A large order is {times} times that size. How many {s.Many} are in the large order?"),
                Proof.Such("{n}", $"n / {times} = {unit}")),
            "smaller" => (
                unit,
                c.Say(
                    $"{s.Lead}{w.Name} has {s.Count(big)}. That is {times} times as many as {o.Name} has. How many {s.Many} does {o.Name} have?",
                    $"{s.Lead}This week there are {s.Count(big)}, {times} times as many as last week. How many {s.Many} were there last week?",
                    $"{s.Lead}A large order has {s.Count(big)}. It is {times} times the size of a small one. How many {s.Many} are in the small order?"),
                Proof.Such("{n}", $"n * {times} = {big}")),
            _ => (
                times,
                c.Say(
                    $"{s.Lead}{w.Name} has {s.Count(big)}, {o.Name} has {unit}. How many times as many does {w.Name} have?",
                    $"{s.Lead}Last week there were {s.Count(unit)}, this week there are {big}. This week is how many times last week?",
                    $"{s.Lead}A small order has {s.Count(unit)}, a large one {big}. The large one is how many times the small one?"),
                Proof.Such("{n}", $"n * {unit} = {big}")),
        };
        return Number(
                stem,
                key,
                proof,
                "“Times as many” tells about equal groups, not about adding.",
                $"{times} × {unit} = {big}.",
                Demand.Reason)
            .Maybe(
                "math.times-as-many-is-more",
                c.Params.Text("unknown") switch
                {
                    "bigger" => unit + times,
                    "smaller" => big - times,
                    _ => big - unit,
                }
            )
            .Maybe(
                "math.follows-the-story-word",
                c.Params.Text("unknown") == "bigger" ? Math.Abs(unit - times) : big * times)
            .Maybe("math.one-group-too-few", key - 1)
            .Maybe("math.one-group-too-many", key + 1);
    }
}
