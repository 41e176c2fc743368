using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Ratios, rates, proportions, percent and money over time.</summary>
internal static partial class RatioModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.ratio-write", RatioWrite, works: true),
            new Family("math.unit-rate", UnitRate, works: true),
            new Family("math.ratio-scale", RatioScale, works: true),
            new Family("math.percent-of", PercentOf, works: true),
            new Family("math.percent-find", PercentFind, works: true),
            new Family("math.percent-change", PercentChange, works: true),
            new Family("math.discount-tax", DiscountTax, works: true),
            new Family("math.simple-interest", SimpleInterest, works: true),
            new Family("math.proportional", Proportional, works: true),
            new Family("math.scale-drawing", ScaleDrawing, works: true),
            new Family("math.equal-forms", EqualForms),
            new Family("math.integers", Integers),
            new Family("math.integer-story", IntegerStory, works: true),
            new Family("math.integer-rate", IntegerRate, works: true),
            new Family("math.scientific-story", ScientificStory, works: true),
            new Family("math.factors-multiples", FactorsMultiples, works: true),
            new Family("math.compound-interest", CompoundInterest, works: true),
            new Family("math.budget", Budget, works: true),
            new Family("math.loan-cost", LoanCost, works: true),
        ];

    /// <summary>Writes a ratio in simplest form. Params: part.</summary>
    private static Draft? RatioWrite(Commission c)
    {
        var (a, b, k) = (c.Draw("part"), c.Draw("part"), c.Rolls.Between(2, 6));
        if (c.Scene(1, 5000) is not { } s || a == b || Fraction.Gcd(a, b) > 1)
        {
            return null;
        }
        var (x, y) = (a * k, b * k);
        return Text(
                c.Say(
                    $"{s.Lead}There are {x} large and {y} small {s.Many}. What is the ratio of large to small ones in "
                        + $"simplest form?",
                    $"{s.Lead}{s.Who.Name} takes {x} {s.Many} from the first shelf and {y} from the second. Write the "
                        + $"ratio of first to second in simplest form.",
                    $"{s.Lead}{s.Who.Name} sold {x} {s.Many} on Monday and {y} on Tuesday. What is the ratio of "
                        + $"Monday to Tuesday in simplest form?",
                    $"{s.Lead}A plan puts {x} {s.Many} on the left and {y} on the right. What is the ratio of left to "
                        + $"right in lowest terms?"),
                $"{a}:{b}",
                Proof.Such("{p}:{q}", $"p * {y} = q * {x}", "gcd(p, q) = 1"),
                "Divide both numbers by the largest number that goes into both.",
                $"Both can be divided by {k}: {x}:{y} = {a}:{b}.")
            .Maybe("math.ratio-reversed", $"{b}:{a}")
            .Maybe("math.part-to-whole-ratio", $"{a}:{a + b}")
            .Maybe("math.does-not-finish-reducing", k % 2 == 0 ? $"{x / 2}:{y / 2}" : $"{x}:{y}")
            .Maybe("math.ratio-by-subtracting", $"{Math.Abs(x - y)}:1");
    }

    /// <summary>Unit rate or its use. Params: rate; count; ask (rate, total, count).</summary>
    private static Draft? UnitRate(Commission c)
    {
        var (rate, n, m) = (c.Draw("rate"), c.Draw("count"), c.Draw("count"));
        if (c.Scene(1, 100000) is not { } s || n == m || rate == n || n < 2 || m < 2)
        {
            return null;
        }
        var ask = c.Params.Text("ask");
        var unit = c.Rolls.Pick(["minutes", "hours", "days"]);
        if (ask == "rate")
        {
            return Number(
                    c.Say(
                        $"{s.Lead}{s.Who.Name} checks {rate * n} {s.Many} in {n} {unit}, always at the same speed. "
                            + $"How many is that per {unit[..^1]}?",
                        $"{s.Lead}In {n} {unit} a machine handles {rate * n} {s.Many}. How many does it handle per "
                            + $"{unit[..^1]}?",
                        $"{s.Lead}A supply of {rate * n} {s.Many} lasts {n} {unit}. How many are used per "
                            + $"{unit[..^1]}, if it is always the same number?"),
                    rate,
                    Proof.Such("{r}", $"r * {n} = {rate * n}"),
                    "Share the total equally over the time.",
                    $"{rate * n} ÷ {n} = {rate}.")
                .Maybe("math.subtracts-instead-of-dividing", (rate * n) - n)
                .Maybe("math.ratio-reversed", new Fraction(n, rate * n))
                .Maybe("math.multiplies-instead-of-dividing", (long)rate * n * n)
                .Maybe("math.one-group-too-few", rate - 1);
        }
        var total = rate * m;
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} checks {rate * n} {s.Many} in {n} {unit}. At this speed, how many are "
                        + $"checked in {m} {unit}?",
                    $"{s.Lead}A machine handles {rate * n} {s.Many} in {n} {unit}. How many does it handle in {m} "
                        + $"{unit}?",
                    $"{s.Lead}{n} {unit} of work use {rate * n} {s.Many}. How many do {m} {unit} use?"),
                total,
                Proof.Such("{t}", $"t * {n} = {rate * n} * {m}"),
                "Find the amount for one first.",
                $"{rate * n} ÷ {n} = {rate}, and {rate} × {m} = {total}.",
                Demand.Reason)
            .Maybe("math.additive-not-multiplicative", (rate * n) + (m - n))
            .Maybe("math.stops-after-one-step", rate)
            .Maybe("math.multiplies-instead-of-dividing", (long)rate * n * m)
            .Maybe("math.ratio-reversed", new Fraction((long)rate * n * n, m));
    }

    /// <summary>A missing value of equal ratios. Params: part; factor.</summary>
    private static Draft? RatioScale(Commission c)
    {
        var (a, b, k) = (c.Draw("part"), c.Draw("part"), c.Draw("factor"));
        if (c.Scene(1, 5000) is not { } s || a == b || k < 2 || a == k)
        {
            return null;
        }
        var w = s.Who;
        return Number(
                c.Say(
                    $"{s.Lead}A mix takes {a} scoops of white for every {b} scoops of blue. {w.Name} uses {b * k} "
                        + $"scoops of blue. How many scoops of white does {w.They} need?",
                    $"{s.Lead}For every {b} {s.Many} that are sold, {a} are given away. When {b * k} are sold, how "
                        + $"many are given away?",
                    $"{s.Lead}{w.Name} packs {a} large {s.Many} with every {b} small ones. With {b * k} small ones, "
                        + $"how many large ones are packed?",
                    $"{s.Lead}The ratio of wrapped to plain {s.Many} is {a}:{b}. There are {b * k} plain ones. How "
                        + $"many are wrapped?"),
                a * k,
                Proof.Such("{n}", $"n * {b} = {a} * {b * k}"),
                "By what was the second number multiplied? Do the same to the first.",
                $"{b} × {k} = {b * k}, so {a} × {k} = {a * k}.",
                Demand.Reason)
            .Maybe("math.additive-not-multiplicative", (b * k) + (a - b) > 0 ? (b * k) + (a - b) : a + k)
            .Maybe("math.ratio-reversed", new Fraction((long)b * b * k, a))
            .Maybe("math.repeats-given-number", k)
            .Maybe("math.one-group-too-few", a * (k - 1));
    }

    /// <summary>
    /// Constant of proportionality or a value of a proportional table. Params: k; ask (k, value, equation).
    /// </summary>
    private static Draft? Proportional(Commission c)
    {
        var k = c.Draw("k");
        var (x1, x2, x3) = (c.Rolls.Between(2, 5), c.Rolls.Between(6, 9), c.Rolls.Between(10, 15));
        if (c.Scene(1, 100000) is not { } s || k == x1 || k == x2)
        {
            return null;
        }
        var h = c.Rolls.Pick(["hours", "days", "teams", "shifts"]);
        var table = Figures.Pictures.Table(
            [Words.Cap(h), Words.Cap(s.Many)],
            [
                [$"{x1}", $"{k * x1}"],
                [$"{x2}", $"{k * x2}"],
            ],
            $"A table. {x1} {h}: {k * x1} {s.Many}. {x2} {h}: {k * x2} {s.Many}.");
        return c.Params.Text("ask") switch
        {
            "equation" => Choice(
                    c.Say(
                        $"{s.Lead}The table shows {s.Many} (y) for a number of {h} (x). Which equation fits?",
                        $"{s.Lead}{s.Who.Name} wants a rule for the table: x is the number of {h}, y the number of "
                            + $"{s.Many}. Which is it?",
                        $"{s.Lead}Which equation gives the number y of {s.Many} for x {h}, as in the table?"),
                    $"y = {k}x",
                    Proof.Rows(
                        new[]
                        {
                            ($"y = {k}x", k, 0),
                            ($"y = x + {(k * x1) - x1}", 1, (k * x1) - x1),
                            ($"y = {k}x + {k}", k, k),
                            ($"x = {k}y", 0, 0),
                        }.Select(r => new
                        {
                            name = r.Item1,
                            m = r.Item2,
                            b = r.Item3,
                        }),
                        $"m * {x1} + b = {k * x1} and m * {x2} + b = {k * x2}"),
                    "Divide y by x in each row.",
                    $"In each row y ÷ x = {k}.",
                    figure: table)
                .Wrong("math.additive-not-multiplicative", $"y = x + {(k * x1) - x1}")
                .Wrong("math.ratio-reversed", $"x = {k}y")
                .Wrong("math.adds-an-intercept", $"y = {k}x + {k}"),
            "k" => Number(
                    c.Say(
                        $"{s.Lead}The number of {s.Many} is proportional to the number of {h}. What is the constant "
                            + $"of proportionality?",
                        $"{s.Lead}The table is proportional. How many {s.Many} belong to one of the {h}?",
                        $"{s.Lead}Find k in y = kx for the table, with x for {h} and y for {s.Many}."),
                    k,
                    Proof.Such("{k}", $"k * {x1} = {k * x1}", $"k * {x2} = {k * x2}"),
                    "Divide y by x in any row.",
                    $"{k * x1} ÷ {x1} = {k}.",
                    figure: table)
                .Maybe("math.ratio-reversed", new Fraction(1, k))
                .Maybe("math.additive-not-multiplicative", (k * x1) - x1)
                .Maybe("math.gives-the-wrong-part", k * x1)
                .Maybe("math.additive-not-multiplicative", (k * x2) - (k * x1)),
            _ => Number(
                    c.Say(
                        $"{s.Lead}The number of {s.Many} is proportional to the number of {h}. How many {s.Many} "
                            + $"belong to {x3} {h}?",
                        $"{s.Lead}Go on with the proportional table. What stands beside {x3} {h}?",
                        $"{s.Lead}At the rate of the table, how many {s.Many} are there for {x3} {h}?"),
                    k * x3,
                    Proof.Such("{n}", $"n * {x1} = {k * x1} * {x3}"),
                    "Find the amount for one first.",
                    $"One gives {k}, so {x3} give {k * x3}.",
                    Demand.Reason,
                    figure: table)
                .Maybe("math.additive-not-multiplicative", (k * x2) + (x3 - x2))
                .Maybe("math.one-group-too-few", k * (x3 - 1))
                .Maybe("math.adds-instead-of-multiplying", (k * x1) + (k * x2))
                .Maybe("math.additive-not-multiplicative", (2 * k * x2) - (k * x1)),
        };
    }

    /// <summary>Scale drawings. Params: scale; length; back.</summary>
    private static Draft? ScaleDrawing(Commission c)
    {
        var (k, n) = (c.Draw("scale"), c.Draw("length"));
        var back = c.Params.Flag("back");
        if (k == n)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Document);
        string place = c.Work is null ? c.Rolls.Pick(["a park", "a room", "a trail", "a school yard"]) : c.Work.Setting;
        var who = c.Person();
        var (given, key) = back ? (k * n, n) : (n, k * n);
        return Number(
                back
                    ? c.Say(
                        $"A plan of {place} uses 1 inch for {k} feet. A wall is {given} feet long. How many inches is "
                            + $"it on the plan?",
                        $"{who.Name} draws {place} at 1 inch to {k} feet. How long must a line for {given} feet be?",
                        $"The map of {place} has a scale of 1 inch to {k} feet. Which length on the map stands for "
                            + $"{given} feet?")
                    : c.Say(
                        $"A plan of {place} uses 1 inch for {k} feet. A wall is {given} inches long on the plan. How "
                            + $"many feet is it really?",
                        $"{who.Name} measures {given} inches on a map of {place}. The scale is 1 inch to {k} feet. "
                            + $"How many feet is that?",
                        $"On a drawing of {place}, 1 inch stands for {k} feet. What does a line of {given} inches "
                            + $"stand for?"),
                key,
                back ? Proof.Such("{n}", $"n * {k} = {given}") : Proof.Such("{n}", $"n / {k} = {given}"),
                "Is the answer larger or smaller than the number given?",
                back ? $"{given} ÷ {k} = {key} inches." : $"{given} × {k} = {key} feet.",
                frame: back ? "{} inches" : "{} feet")
            .Maybe("math.converts-the-wrong-way", back ? new Fraction((long)given * k) : new Fraction(given, k))
            .Maybe("math.additive-not-multiplicative", back ? given - k : given + k)
            .Maybe("math.assumes-factor-ten", key * 10)
            .Maybe("math.assumes-factor-ten", new Fraction(key, 10));
    }

    /// <summary>Fraction, decimal and percent of one value. Params: den (list).</summary>
    private static Draft? EqualForms(Commission c)
    {
        var den = int.Parse(c.Rolls.Pick(c.Params.List("den")), System.Globalization.CultureInfo.InvariantCulture);
        var num = c.Rolls.Between(1, den - 1);
        var f = new Fraction(num, den);
        if (f.Den != den || f.Decimal() is not { } dec)
        {
            return null;
        }
        var percent = Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 100) + "%";
        var (given, key) = c.Rolls.Below(4) switch
        {
            0 => (f.ToString(), percent),
            1 => (percent, f.ToString()),
            2 => (dec, f.ToString()),
            _ => (f.ToString(), dec),
        };
        var draft = Choice(
            c.Say(
                $"Which number is equal to {given}?",
                $"{c.Person().Name} writes {given} in another form. Which one has the same value?",
                $"Choose another name for {given}.",
                $"Which of these is the same amount as {given}?"),
            key,
            Proof.Value(given),
            "Think of hundredths.",
            $"{f} = {dec} = {percent}.");
        return key == percent
                ? draft
                    .Maybe("math.percent-from-digits", $"{num}.{den}%")
                    .Maybe("math.percent-from-digits", $"{den}%")
                    .Maybe(
                        "math.misplaces-the-point",
                        Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 10) + "%")
                    .Maybe(
                        "math.percent-of-the-rest",
                        Words.Number(
                            100 - (decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 100)
                        ) + "%")
            : key == dec
                ? draft
                    .Maybe("math.percent-from-digits", $"{num}.{den}")
                    .Maybe(
                        "math.misplaces-the-point",
                        Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) / 10))
                    .Maybe("math.percent-from-digits", $"0.{num}{den}")
                    .Maybe(
                        "math.misplaces-the-point",
                        Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 10))
            : draft
                .Maybe("math.fraction-upside-down", $"{f.Den}/{f.Num}")
                .Maybe("math.misplaces-the-point", new Fraction(num, den * 10))
                .Maybe("math.counts-the-other-part", new Fraction(den - num, den))
                .Maybe("math.percent-from-digits", $"1/{den + num}");
    }
}
