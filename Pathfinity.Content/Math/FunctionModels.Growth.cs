using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Growth, sequences and logarithms.</summary>
internal static partial class FunctionModels
{
    /// <summary>Exponential growth and decay over few steps. Params: start; percent (list); steps; decay.</summary>
    private static Draft? Growth(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var (start, n) = (c.Draw("start"), c.Draw("steps"));
        var down = c.Params.Flag("decay");
        var factor = down ? 100 - p : 100 + p;
        long value = start;
        for (var i = 0; i < n; i++)
        {
            if (value * factor % 100 != 0)
            {
                return null;
            }
            value = value * factor / 100;
        }
        if (c.Scene(1, 1000000) is not { } s || n < 2 || p == 100)
        {
            return null;
        }
        var step = (long)start * p / 100;
        var linear = down ? start - (step * n) : start + (step * n);
        return Number(
                c.Say(
                    $"{s.Lead}There are {Words.Grouped(start)} {s.Many}. Each month the number {(down ? "falls" : "grows")} by {p}%. How many are there after {n} months?",
                    $"{s.Lead}A stock of {Words.Grouped(start)} {s.Many} {(down ? "shrinks" : "rises")} by {p}% a year. What is it after {n} years?",
                    $"{s.Lead}{s.Who.Name} expects the {Words.Grouped(start)} {s.Many} to {(down ? "decrease" : "increase")} by {p}% each week. How many are there after {n} weeks?",
                    $"{s.Lead}Of {Words.Grouped(start)} {s.Many}, {p}% {(down ? "are lost" : "are added")} in a month, and again {p}% of what is there in each month after. How many are there after {n} months?"),
                Words.Grouped(value),
                Proof.Such("{n}", $"n = {start} * ({factor}/100)^{n}"),
                $"Each step multiplies by {Words.Number(factor / 100m)}.",
                $"{Words.Grouped(start)} × {Words.Number(factor / 100m)}{Raised(n)} = {Words.Grouped(value)}.",
                Demand.Reason)
            .Maybe("math.linear-for-exponential", Words.Grouped(linear))
            .Maybe("math.keeps-percent-as-factor", Words.Grouped(Math.Max(1, step)))
            .Maybe("math.one-group-too-few", Words.Grouped(value * 100 / factor))
            .Maybe(
                "math.moves-the-wrong-way",
                Words.Grouped(down ? start + (step * n) : Math.Max(0, start - (step * n))))
            .Maybe("math.stops-after-one-step", Words.Grouped(down ? start - step : start + step));
    }

    /// <summary>When a growing or shrinking amount first passes a limit. Params: start; percent (list); limit (list, in percent of the start).</summary>
    private static Draft? GrowthFirst(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var share = int.Parse(c.Rolls.Pick(c.Params.List("limit")), System.Globalization.CultureInfo.InvariantCulture);
        var start = c.Draw("start") * 100;
        var limit = start * share / 100;
        decimal value = start;
        var n = 0;
        while (n < 60 && value >= limit)
        {
            value = value * (100 - p) / 100;
            n++;
        }
        var before = value * 100 / (100 - p);
        if (
            c.Scene(1, 1000000) is not { } s
            || n is < 3 or > 40
            || Math.Abs(value - limit) * 50 < limit
            || Math.Abs(before - limit) * 50 < limit)
        {
            return null; // values within 2% of the limit would hang on rounding
        }
        var constant = ((100 - share) / p) + 1;
        return Number(
                c.Say(
                    $"{s.Lead}A tank near the {s.Many} holds {Words.Grouped(start)} liters and leaks. Each hour {p}% of what is still in it runs out. After how many full hours are fewer than {Words.Grouped(limit)} liters left for the first time?",
                    $"{s.Lead}A machine for {s.Many} is worth ${Words.Grouped(start)} and loses {p}% of its value each year. After how many full years is it worth less than ${Words.Grouped(limit)} for the first time?",
                    $"{s.Lead}The air around the {s.Many} carries {Words.Grouped(start)} grains of dust. A filter takes away {p}% of them at each pass. After how many passes are fewer than {Words.Grouped(limit)} left for the first time?"),
                n,
                Proof.Such(
                    "{n}",
                    "whole(n)",
                    $"{start} * ({100 - p}/100)^n < {limit}",
                    $"{start} * ({100 - p}/100)^(n - 1) >= {limit}"),
                $"Each step leaves {100 - p}% of what was there.",
                $"After {n - 1} steps about {Words.Grouped((long)before)} are left, after {n} about {Words.Grouped((long)value)}.",
                Demand.Reason,
                0.4)
            .Maybe("math.linear-for-exponential", constant)
            .Maybe("math.rounds-down-the-step", n - 1)
            .Maybe("math.keeps-percent-as-factor", 2)
            .Maybe("math.one-group-too-many", n + 1);
    }

    /// <summary>A term of an arithmetic or geometric sequence. Params: kind; start; step; n.</summary>
    private static Draft? SequenceTerm(Commission c)
    {
        var geometric = c.Params.Text("kind") == "geometric";
        long a = c.Draw("start"),
            d = c.Draw("step");
        var n = c.Draw("n");
        if (a == d || d is 0 or 1 || n < 4)
        {
            return null;
        }
        long key = a;
        for (var i = 1; i < n; i++)
        {
            key = geometric ? key * d : key + d;
        }
        var terms = geometric
            ? $"{a}, {a * d}, {a * d * d}"
            : $"{Words.Number(a)}, {Words.Number(a + d)}, {Words.Number(a + (2 * d))}";
        Phrase stem;
        if (c.Work is null)
        {
            stem = c.Say(
                $"The sequence begins {terms}, ... What is term number {n}?",
                $"A{(geometric ? " geometric" : "n arithmetic")} sequence starts {terms}. Find its {Words.Ordinal(n)} term.",
                $"{c.Person().Name} continues the sequence {terms}, ... What is the {Words.Ordinal(n)} term?");
        }
        else
        {
            if (a < 1 || d < 1 || c.Scene(1, 1000000) is not { } s)
            {
                return null;
            }
            stem = geometric
                ? c.Say(
                    $"{s.Lead}There are {a} {s.Many} in week 1, and each week {d} times as many as the week before. How many are there in week {n}?",
                    $"{s.Lead}A message about {s.Many} reaches {a} people on day 1 and {d} times as many each day after. How many does it reach on day {n}?")
                : c.Say(
                    $"{s.Lead}Row 1 has {a} {s.Many}, and every row has {d} more than the row before. How many are in row {n}?",
                    $"{s.Lead}{s.Who.Name} gets {a} {s.Many} on day 1 and {d} more each day after. How many on day {n}?");
        }
        return Number(
                stem,
                Words.Grouped(key),
                Proof.Replay(
                    [$"n := {a}", .. Enumerable.Repeat(geometric ? $"n := n * {d}" : $"n := n + ({d})", n - 1)],
                    "n"),
                $"From the first to term {n} there are {n - 1} steps.",
                geometric
                    ? $"{a} × {d}{Raised(n - 1)} = {Words.Grouped(key)}."
                    : $"{Words.Number(a)} + {n - 1} × {Closed(d)} = {Words.Grouped(key)}.")
            .Maybe("math.one-step-too-many", Words.Grouped(geometric ? key * d : key + d))
            .Maybe(
                geometric ? "math.linear-for-exponential" : "math.multiplies-term-by-n",
                Words.Grouped(geometric ? a + ((n - 1) * ((a * d) - a)) : a * n))
            .Maybe("math.forgets-the-constant", Words.Grouped(geometric ? a * d * (n - 1) : d * (n - 1)))
            .Maybe("math.one-group-too-few", Words.Grouped(geometric ? key / d : key - d));
    }

    /// <summary>Sum of an arithmetic or geometric series. Params: kind; start; step; n.</summary>
    private static Draft? SeriesSum(Commission c)
    {
        var geometric = c.Params.Text("kind") == "geometric";
        long a = c.Draw("start"),
            d = c.Draw("step");
        var n = c.Draw("n");
        if (c.Scene(1, 1000000) is not { } s || a == d || d < 2)
        {
            return null;
        }
        long term = a,
            sum = 0,
            last = a;
        for (var i = 0; i < n; i++)
        {
            sum += term;
            last = term;
            term = geometric ? term * d : term + d;
        }
        return Number(
                geometric
                    ? c.Say(
                        $"{s.Lead}{a} {s.Many} are sold in week 1, and each week {d} times as many as the week before. How many are sold in {n} weeks together?",
                        $"{s.Lead}{s.Who.Name} sends {a} {s.Many} on day 1 and {d} times as many each day after. How many are sent in {n} days in all?")
                    : c.Say(
                        $"{s.Lead}Row 1 has {a} {s.Many}, and every row has {d} more than the row before. How many are there in {n} rows together?",
                        $"{s.Lead}{s.Who.Name} gets {a} {s.Many} on day 1 and {d} more each day after. How many is that in {n} days?"),
                Words.Grouped(sum),
                Proof.Replay(
                    [
                        $"t := {a}",
                        "s := 0",
                        .. Enumerable
                            .Range(0, n)
                            .SelectMany(_ => new[] { "s := s + t", geometric ? $"t := t * {d}" : $"t := t + {d}" }),
                    ],
                    "s"),
                geometric
                    ? "Multiply the sum by the ratio and subtract: most terms cancel."
                    : "Pair the first with the last.",
                geometric
                    ? $"{a} × ({d}{Raised(n)} − 1) ÷ ({d} − 1) = {Words.Grouped(sum)}."
                    : $"{n} × ({a} + {last}) ÷ 2 = {Words.Grouped(sum)}.",
                Demand.Reason)
            .Maybe("math.gives-the-wrong-part", Words.Grouped(last))
            .Maybe("math.one-step-too-many", Words.Grouped(sum + term))
            .Maybe("math.forgets-to-halve", Words.Grouped(geometric ? a * n * d : n * (a + last)))
            .Maybe("math.one-group-too-few", Words.Grouped(sum - last));
    }

    /// <summary>Logarithms. Params: base (list); power.</summary>
    private static Draft? Logarithm(Commission c)
    {
        var b = int.Parse(c.Rolls.Pick(c.Params.List("base")), System.Globalization.CultureInfo.InvariantCulture);
        var e = c.Draw("power");
        if (e is 0 or 1 || b == e)
        {
            return null;
        }
        long power = 1;
        for (var i = 0; i < Math.Abs(e); i++)
        {
            power *= b;
        }
        var x = e < 0 ? $"1/{power}" : Words.Number(power);
        var sub = string.Concat(Words.Number(b).Select(d => (char)('₀' + (d - '0'))));
        return Number(
                c.Say(
                    $"What is log{sub}({x})?",
                    $"To which power must {b} be raised to give {x}?",
                    $"Solve {b}ˣ = {x}.",
                    $"{c.Person().Name} looks for the exponent x with {b}ˣ = {x}. What is x?"),
                e,
                Proof.Such("{n}", $"{b}^n = {x}"),
                $"How many factors {b} make it?",
                $"{b}{Raised(e)} = {x}.")
            .Maybe("math.divides-for-logarithm", e < 0 ? new Fraction(1, power * b) : new Fraction(power, b))
            .Maybe("math.wrong-sign", -e)
            .Maybe("math.one-group-too-many", e + 1)
            .Maybe("math.root-for-logarithm", b);
    }
}
