using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Ratios, rates, proportions, percent and money over time.</summary>
internal static class RatioModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.ratio-write", RatioWrite, works: true), new Family("math.unit-rate", UnitRate, works: true), new Family("math.ratio-scale", RatioScale, works: true), new Family("math.percent-of", PercentOf, works: true), new Family("math.percent-find", PercentFind, works: true),
        new Family("math.percent-change", PercentChange, works: true), new Family("math.discount-tax", DiscountTax, works: true), new Family("math.simple-interest", SimpleInterest, works: true), new Family("math.proportional", Proportional, works: true), new Family("math.scale-drawing", ScaleDrawing, works: true),
        new Family("math.equal-forms", EqualForms), new Family("math.integers", Integers), new Family("math.integer-story", IntegerStory, works: true), new Family("math.integer-rate", IntegerRate, works: true), new Family("math.scientific-story", ScientificStory, works: true), new Family("math.factors-multiples", FactorsMultiples, works: true),
        new Family("math.compound-interest", CompoundInterest, works: true), new Family("math.budget", Budget, works: true), new Family("math.loan-cost", LoanCost, works: true),
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
        return Text(c.Say($"{s.Lead}There are {x} large and {y} small {s.Many}. What is the ratio of large to small ones in simplest form?", $"{s.Lead}{s.Who.Name} takes {x} {s.Many} from the first shelf and {y} from the second. Write the ratio of first to second in simplest form.",
                $"{s.Lead}{s.Who.Name} sold {x} {s.Many} on Monday and {y} on Tuesday. What is the ratio of Monday to Tuesday in simplest form?", $"{s.Lead}A plan puts {x} {s.Many} on the left and {y} on the right. What is the ratio of left to right in lowest terms?"),
                $"{a}:{b}", Proof.Such("{p}:{q}", $"p * {y} = q * {x}", "gcd(p, q) = 1"), "Divide both numbers by the largest number that goes into both.", $"Both can be divided by {k}: {x}:{y} = {a}:{b}.")
            .Maybe("math.ratio-reversed", $"{b}:{a}").Maybe("math.part-to-whole-ratio", $"{a}:{a + b}").Maybe("math.does-not-finish-reducing", k % 2 == 0 ? $"{x / 2}:{y / 2}" : $"{x}:{y}").Maybe("math.ratio-by-subtracting", $"{Math.Abs(x - y)}:1");
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
            return Number(c.Say($"{s.Lead}{s.Who.Name} checks {rate * n} {s.Many} in {n} {unit}, always at the same speed. How many is that per {unit[..^1]}?", $"{s.Lead}In {n} {unit} a machine handles {rate * n} {s.Many}. How many does it handle per {unit[..^1]}?", $"{s.Lead}A supply of {rate * n} {s.Many} lasts {n} {unit}. How many are used per {unit[..^1]}, if it is always the same number?"),
                    rate, Proof.Such("{r}", $"r * {n} = {rate * n}"), "Share the total equally over the time.", $"{rate * n} ÷ {n} = {rate}.")
                .Maybe("math.subtracts-instead-of-dividing", (rate * n) - n).Maybe("math.ratio-reversed", new Fraction(n, rate * n)).Maybe("math.multiplies-instead-of-dividing", (long)rate * n * n).Maybe("math.one-group-too-few", rate - 1);
        }
        var total = rate * m;
        return Number(c.Say($"{s.Lead}{s.Who.Name} checks {rate * n} {s.Many} in {n} {unit}. At this speed, how many are checked in {m} {unit}?", $"{s.Lead}A machine handles {rate * n} {s.Many} in {n} {unit}. How many does it handle in {m} {unit}?", $"{s.Lead}{n} {unit} of work use {rate * n} {s.Many}. How many do {m} {unit} use?"),
                total, Proof.Such("{t}", $"t * {n} = {rate * n} * {m}"), "Find the amount for one first.", $"{rate * n} ÷ {n} = {rate}, and {rate} × {m} = {total}.", Demand.Reason)
            .Maybe("math.additive-not-multiplicative", (rate * n) + (m - n)).Maybe("math.stops-after-one-step", rate).Maybe("math.multiplies-instead-of-dividing", (long)rate * n * m).Maybe("math.ratio-reversed", new Fraction((long)rate * n * n, m));
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
        return Number(c.Say($"{s.Lead}A mix takes {a} scoops of white for every {b} scoops of blue. {w.Name} uses {b * k} scoops of blue. How many scoops of white does {w.They} need?", $"{s.Lead}For every {b} {s.Many} that are sold, {a} are given away. When {b * k} are sold, how many are given away?", $"{s.Lead}{w.Name} packs {a} large {s.Many} with every {b} small ones. With {b * k} small ones, how many large ones are packed?", $"{s.Lead}The ratio of wrapped to plain {s.Many} is {a}:{b}. There are {b * k} plain ones. How many are wrapped?"),
                a * k, Proof.Such("{n}", $"n * {b} = {a} * {b * k}"), "By what was the second number multiplied? Do the same to the first.", $"{b} × {k} = {b * k}, so {a} × {k} = {a * k}.", Demand.Reason)
            .Maybe("math.additive-not-multiplicative", (b * k) + (a - b) > 0 ? (b * k) + (a - b) : a + k).Maybe("math.ratio-reversed", new Fraction((long)b * b * k, a)).Maybe("math.repeats-given-number", k).Maybe("math.one-group-too-few", a * (k - 1));
    }

    /// <summary>A percent of an amount. Params: percent (list); total.</summary>
    private static Draft? PercentOf(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var total = c.Draw("total");
        if (c.Scene(1, 100000) is not { } s || total < s.Low || total > s.High || total * p % 100 != 0 || total == 100 || total * p / 100 == p)
        {
            return null;
        }
        var key = total * p / 100;
        return Number(c.Say($"{s.Lead}{s.Who.Name} has {s.Count(total)}. {p}% of them have a label. How many have a label?", $"{s.Lead}{p}% of the {total} {s.Many} must be checked. How many is that?", $"{s.Lead}Of {total} {s.Many}, {p}% are set aside. How many are set aside?", $"{s.Lead}An order for {total} {s.Many} is {p}% done. How many are done?"),
                key, Proof.Such("{n}", $"n / {total} = {p}%"), "Percent means out of one hundred. Find 10% or 1% first.", $"{p}% of {total} = {total} × {p} ÷ 100 = {key}.")
            .Maybe("math.percent-as-number", total > p ? total - p : p - total).Maybe("math.percent-of-the-rest", total - key).Maybe("math.divides-by-the-percent", new Fraction(total, p)).Maybe("math.misplaces-the-point", new Fraction(key, 10)).Maybe("math.misplaces-the-point", key * 10);
    }

    /// <summary>Which percent, or the whole from a part. Params: percent (list); total; ask (percent, whole).</summary>
    private static Draft? PercentFind(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var total = c.Draw("total");
        if (c.Scene(1, 100000) is not { } s || total < s.Low || total > s.High || total * p % 100 != 0 || total == 100 || p == 50)
        {
            return null;
        }
        var part = total * p / 100;
        if (c.Params.Text("ask") == "percent")
        {
            return Number(c.Say($"{s.Lead}{part} of the {total} {s.Many} have a label. What percent is that?", $"{s.Lead}{s.Who.Name} has checked {part} of {total} {s.Many}. What percent are checked?", $"{s.Lead}Of {total} {s.Many}, {part} are sold. What percent of them are sold?"),
                    p, Proof.Such("{n}", $"n * {total} = 100 * {part}"), "Which part of the whole is it? Turn that fraction into hundredths.", $"{part} ÷ {total} = {p}%.", frame: "{}%")
                .Maybe("math.percent-as-number", part).Maybe("math.percent-of-the-rest", 100 - p).Maybe("math.ratio-reversed", new Fraction(100 * total, part)).Maybe("math.percent-as-number", total - part);
        }
        return Number(c.Say($"{s.Lead}{part} {s.Many} are {p}% of all. How many are there in all?", $"{s.Lead}{s.Who.Name} has checked {part} {s.Many}, which is {p}% of them. How many {s.Many} are there?", $"{s.Lead}{p}% of the {s.Many} are sold, that is {part}. How many were there at first?"),
                total, Proof.Such("{n}", $"{p}% * n = {part}"), "Is the number that you are looking for larger or smaller than the one given?", $"{part} ÷ {p} × 100 = {total}.", Demand.Reason)
            .Maybe("math.percent-of-the-part", new Fraction(part * p, 100)).Maybe("math.percent-as-number", part + p).Maybe("math.misplaces-the-point", total * 10).Maybe("math.percent-as-number", 100 - p);
    }

    /// <summary>Percent of increase or decrease. Params: percent (list); start.</summary>
    private static Draft? PercentChange(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var start = c.Draw("start") * 20;
        var up = c.Rolls.Chance(0.5);
        if (c.Scene(1, 100000) is not { } s || start * p % 100 != 0 || start < s.Low || start > s.High)
        {
            return null;
        }
        var change = start * p / 100;
        var end = up ? start + change : start - change;
        return Number(c.Say($"{s.Lead}Last month there were {start} {s.Many}, this month {end}. By what percent did the number {(up ? "rise" : "fall")}?", $"{s.Lead}{s.Who.Name} sees the number of {s.Many} go from {start} to {end}. What is the percent of {(up ? "increase" : "decrease")}?", $"{s.Lead}The count of {s.Many} {(up ? "grew" : "shrank")} from {start} to {end}. By what percent did it {(up ? "grow" : "shrink")}?"),
                p, Proof.Such("{n}", $"{start} * (100 {(up ? "+" : "-")} n) / 100 = {end}"), "Compare the change with what there was at first.", $"The change is {change}; {change} ÷ {start} = {p}%.", Demand.Reason, frame: "{}%")
            .Maybe("math.change-as-percent", change).Maybe("math.compares-with-the-end", new Fraction(100 * change, end).IsWhole ? new Fraction(100 * change, end) : new Fraction((100 * change) / end)).Maybe("math.end-as-percent", 100 * end / start).Maybe("math.misplaces-the-point", p * 10);
    }

    /// <summary>Price after discount, tax or tip. Params: percent (list); kind (discount, tax, both).</summary>
    private static Draft? DiscountTax(Commission c)
    {
        if (c.Scene(1, 100000) is not { IsMoney: false } s)
        {
            return null;
        }
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var n = c.Rolls.Between(2, 12);
        long price = (long)s.PriceCents(c.Rolls.Between(4, 90) * 50) * n;
        if (price * p % 100 != 0 || price < 400)
        {
            return null;
        }
        var off = c.Params.Text("kind") == "discount";
        var change = price * p / 100;
        var key = off ? price - change : price + change;
        return Number(off ? c.Say($"{s.Lead}{n} {s.Many} cost ${Words.Dollars(price)} together. Today there is {p}% off. What is the sale price?", $"{s.Lead}{s.Who.Name} marks a set of {n} {s.Many} down by {p}%. It was ${Words.Dollars(price)}. What does it cost now?", $"{s.Lead}A coupon takes {p}% off a bill of ${Words.Dollars(price)} for {s.Many}. How much is left to pay?")
                : c.Say($"{s.Lead}{n} {s.Many} cost ${Words.Dollars(price)} before a tax of {p}%. What is the price with tax?", $"{s.Lead}{s.Who.Name} adds {p}% tax to a bill of ${Words.Dollars(price)} for {s.Many}. What is the total?", $"{s.Lead}The bill for {s.Many} is ${Words.Dollars(price)}. A tip of {p}% is added. How much is paid?"),
                Words.Dollars(key), Proof.Such("{n}", $"n * 10000 = {price} * (100 {(off ? "-" : "+")} {p})"), "Find the percent of the price first, then add it or take it off.", $"{p}% of ${Words.Dollars(price)} is ${Words.Dollars(change)}; the result is ${Words.Dollars(key)}.", frame: "${}")
            .Maybe("math.stops-after-one-step", Words.Dollars(change)).Maybe("math.percent-as-number", Words.Dollars(off ? price - (100 * p) > 0 ? price - (100 * p) : price - p : price + (100 * p))).Maybe("math.moves-the-wrong-way", Words.Dollars(off ? price + change : price - change)).Maybe("math.misplaces-the-point", Words.Dollars(off ? price - (change / 10) : price + (change / 10)));
    }

    /// <summary>Simple interest. Params: rate; years; principal (hundreds).</summary>
    private static Draft? SimpleInterest(Commission c)
    {
        var (r, t, p) = (c.Draw("rate"), c.Draw("years"), c.Draw("principal") * 100);
        if (r == t || t < 2)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string one = c.Work is null ? "a bike" : $"{c.Rolls.Pick(Goods(c.Work)).Plural} for {c.Work.Setting}";
        var i = p * r * t / 100;
        return Number(c.Say($"{who.Name} borrows ${Words.Grouped(p)} for {one} at {r}% simple interest a year for {t} years. How much interest is that?", $"A loan of ${Words.Grouped(p)} for {one} costs {r}% simple interest a year. What is the interest after {t} years?", $"To pay for {one}, {who.Name} saves ${Words.Grouped(p)} at {r}% simple interest a year. How much interest comes in {t} years?"),
                Words.Grouped(i), Proof.Replay(["n := 0", .. Enumerable.Repeat($"n := n + {p} * {r} / 100", t)], "n"), "Find the interest of one year first.", $"One year: ${Words.Grouped(p * r / 100)}. {t} years: ${Words.Grouped(i)}.", frame: "${}")
            .Maybe("math.forgets-the-years", Words.Grouped(p * r / 100)).Maybe("math.adds-the-principal", Words.Grouped(p + i)).Maybe("math.misplaces-the-point", Words.Grouped(i * 10)).Maybe("math.adds-rate-and-years", Words.Grouped(p * (r + t) / 100));
    }

    /// <summary>Constant of proportionality or a value of a proportional table. Params: k; ask (k, value, equation).</summary>
    private static Draft? Proportional(Commission c)
    {
        var k = c.Draw("k");
        var (x1, x2, x3) = (c.Rolls.Between(2, 5), c.Rolls.Between(6, 9), c.Rolls.Between(10, 15));
        if (c.Scene(1, 100000) is not { } s || k == x1 || k == x2)
        {
            return null;
        }
        var h = c.Rolls.Pick(["hours", "boxes", "teams", "pages"]);
        var table = Figures.Pictures.Table([Words.Cap(h), Words.Cap(s.Many)], [[$"{x1}", $"{k * x1}"], [$"{x2}", $"{k * x2}"]], $"A table. {x1} {h}: {k * x1} {s.Many}. {x2} {h}: {k * x2} {s.Many}.");
        return c.Params.Text("ask") switch
        {
            "equation" => Choice(c.Say($"{s.Lead}The table shows {s.Many} (y) for a number of {h} (x). Which equation fits?", $"{s.Lead}{s.Who.Name} wants a rule for the table: x is the number of {h}, y the number of {s.Many}. Which is it?", $"{s.Lead}Which equation gives the number y of {s.Many} for x {h}, as in the table?"),
                    $"y = {k}x", Proof.Rows(new[] { ($"y = {k}x", k, 0), ($"y = x + {(k * x1) - x1}", 1, (k * x1) - x1), ($"y = {k}x + {k}", k, k), ($"x = {k}y", 0, 0) }.Select(r => new { name = r.Item1, m = r.Item2, b = r.Item3 }), $"m * {x1} + b = {k * x1} and m * {x2} + b = {k * x2}"),
                    "Divide y by x in each row.", $"In each row y ÷ x = {k}.", figure: table)
                .Wrong("math.additive-not-multiplicative", $"y = x + {(k * x1) - x1}").Wrong("math.ratio-reversed", $"x = {k}y").Wrong("math.adds-an-intercept", $"y = {k}x + {k}"),
            "k" => Number(c.Say($"{s.Lead}The number of {s.Many} is proportional to the number of {h}. What is the constant of proportionality?", $"{s.Lead}The table is proportional. How many {s.Many} belong to one of the {h}?", $"{s.Lead}Find k in y = kx for the table, with x for {h} and y for {s.Many}."),
                    k, Proof.Such("{k}", $"k * {x1} = {k * x1}", $"k * {x2} = {k * x2}"), "Divide y by x in any row.", $"{k * x1} ÷ {x1} = {k}.", figure: table)
                .Maybe("math.ratio-reversed", new Fraction(1, k)).Maybe("math.additive-not-multiplicative", (k * x1) - x1).Maybe("math.gives-the-wrong-part", k * x1).Maybe("math.additive-not-multiplicative", (k * x2) - (k * x1)),
            _ => Number(c.Say($"{s.Lead}The number of {s.Many} is proportional to the number of {h}. How many {s.Many} belong to {x3} {h}?", $"{s.Lead}Go on with the proportional table. What stands beside {x3} {h}?", $"{s.Lead}At the rate of the table, how many {s.Many} do {x3} {h} give?"),
                    k * x3, Proof.Such("{n}", $"n * {x1} = {k * x1} * {x3}"), "Find the amount for one first.", $"One gives {k}, so {x3} give {k * x3}.", Demand.Reason, figure: table)
                .Maybe("math.additive-not-multiplicative", (k * x2) + (x3 - x2)).Maybe("math.one-group-too-few", k * (x3 - 1)).Maybe("math.adds-instead-of-multiplying", (k * x1) + (k * x2)).Maybe("math.additive-not-multiplicative", (2 * k * x2) - (k * x1)),
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
        return Number(back ? c.Say($"A plan of {place} uses 1 inch for {k} feet. A wall is {given} feet long. How many inches is it on the plan?", $"{who.Name} draws {place} at 1 inch to {k} feet. How long must a line for {given} feet be?", $"The map of {place} has a scale of 1 inch to {k} feet. Which length on the map stands for {given} feet?")
                : c.Say($"A plan of {place} uses 1 inch for {k} feet. A wall is {given} inches long on the plan. How many feet is it really?", $"{who.Name} measures {given} inches on a map of {place}. The scale is 1 inch to {k} feet. How many feet is that?", $"On a drawing of {place}, 1 inch stands for {k} feet. What does a line of {given} inches stand for?"),
                key, back ? Proof.Such("{n}", $"n * {k} = {given}") : Proof.Such("{n}", $"n / {k} = {given}"), "Is the answer larger or smaller than the number given?", back ? $"{given} ÷ {k} = {key} inches." : $"{given} × {k} = {key} feet.", frame: back ? "{} inches" : "{} feet")
            .Maybe("math.converts-the-wrong-way", back ? new Fraction((long)given * k) : new Fraction(given, k)).Maybe("math.additive-not-multiplicative", back ? given - k : given + k).Maybe("math.assumes-factor-ten", key * 10).Maybe("math.assumes-factor-ten", new Fraction(key, 10));
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
        var (given, key) = c.Rolls.Below(4) switch { 0 => (f.ToString(), percent), 1 => (percent, f.ToString()), 2 => (dec, f.ToString()), _ => (f.ToString(), dec) };
        var draft = Choice(c.Say($"Which number is equal to {given}?", $"{c.Person().Name} writes {given} in another form. Which one has the same value?", $"Choose another name for {given}.", $"Which of these is the same amount as {given}?"), key, Proof.Value(given), "Think of hundredths.", $"{f} = {dec} = {percent}.");
        return key == percent
            ? draft.Maybe("math.percent-from-digits", $"{num}.{den}%").Maybe("math.percent-from-digits", $"{den}%").Maybe("math.misplaces-the-point", Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 10) + "%").Maybe("math.percent-of-the-rest", Words.Number(100 - (decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 100)) + "%")
            : key == dec ? draft.Maybe("math.percent-from-digits", $"{num}.{den}").Maybe("math.misplaces-the-point", Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) / 10)).Maybe("math.percent-from-digits", $"0.{num}{den}").Maybe("math.misplaces-the-point", Words.Number(decimal.Parse(dec, System.Globalization.CultureInfo.InvariantCulture) * 10))
            : draft.Maybe("math.fraction-upside-down", $"{f.Den}/{f.Num}").Maybe("math.misplaces-the-point", new Fraction(num, den * 10)).Maybe("math.counts-the-other-part", new Fraction(den - num, den)).Maybe("math.percent-from-digits", $"1/{den + num}");
    }

    /// <summary>Calculation with negative numbers. Params: op; size.</summary>
    private static Draft? Integers(Commission c)
    {
        var op = c.Rolls.Pick(c.Params.List("op"));
        long a = c.Draw("size") * (c.Rolls.Chance(0.5) ? -1 : 1), b = c.Draw("size") * (c.Rolls.Chance(0.6) ? -1 : 1);
        if ((a > 0 && b > 0) || Math.Abs(a) == Math.Abs(b) || Math.Abs(b) < 2)
        {
            return null;
        }
        if (op == "÷")
        {
            a *= b;
        }
        var key = op switch { "+" => a + b, "−" => a - b, "×" => a * b, _ => a / b };
        var e = $"{Words.Number(a)} {op} {Notation.Closed(b)}";
        var inverse = op switch { "+" => $"n - ({b}) = {a}", "−" => $"n + ({b}) = {a}", "×" => $"n / ({b}) = {a}", _ => $"n * ({b}) = {a}" };
        var draft = Number(c.Say($"What is {e}?", $"Calculate {e}.", $"{e} = ___", $"{c.Person().Name} works out {e}. What is the result?", $"Find the value of {e}."), key, Proof.Such("{n}", inverse),
            op is "+" or "−" ? "Walk on a number line; subtracting a number is adding its opposite." : "Equal signs give a positive, different signs a negative result.", $"{e} = {Words.Number(key)}.");
        return op is "+" or "−"
            ? draft.Maybe("math.ignores-negative-signs", op == "+" ? Math.Abs(a) + Math.Abs(b) : Math.Abs(a) - Math.Abs(b)).Maybe("math.two-minuses-make-plus-always", op == "+" ? a - b : a + b).Maybe("math.wrong-sign", -key).Maybe("math.ignores-negative-signs", Math.Abs(a) - Math.Abs(b))
            : draft.Maybe("math.wrong-sign", -key).Maybe("math.adds-instead-of-multiplying", a + b).Maybe("math.adds-instead-of-multiplying", a - b).Maybe("math.ignores-negative-signs", Math.Abs(a) + Math.Abs(b));
    }

    /// <summary>Temperatures, depths and accounts. Params: size.</summary>
    private static Draft? IntegerStory(Commission c)
    {
        var (a, b) = (-c.Draw("size"), c.Draw("size"));
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        if (-a == b)
        {
            return null;
        }
        var who = c.Person();
        string at = c.Work is null ? "outside" : $"in the cold room at {c.Work.Setting}";
        string fund = c.Work is null ? "club" : $"coffee fund at {c.Work.Setting}";
        return c.Rolls.Below(3) switch
        {
            0 => Number(c.Say($"It is {Words.Number(a)} °F {at}. The temperature rises by {b} degrees. What is it then?", $"{who.Name} reads {Words.Number(a)} °F {at}. Later it is {b} degrees warmer. What does {who.They} read now?"), a + b, Proof.Such("{n}", $"n - {b} = {a}"), "Walk up from the first number.", $"{Words.Number(a)} + {b} = {Words.Number(a + b)}.", frame: "{} °F")
                .Maybe("math.ignores-negative-signs", b - a).Maybe("math.wrong-sign", -(a + b)).Maybe("math.two-minuses-make-plus-always", a - b).Maybe("math.repeats-given-number", b),
            1 => Number(c.Say($"It was {b} °F {at} and is now {Words.Number(a)} °F. By how many degrees did the temperature fall?", $"Between noon and midnight the temperature {at} went from {b} °F to {Words.Number(a)} °F. How large was the drop?"), b - a, Proof.Such("{n}", $"{b} - n = {a}"), "Go down to zero first, then on.", $"From {b} to 0 and on to {Words.Number(a)}: {b} + {-a} = {b - a}.", Demand.Reason, frame: "{} °F")
                .Maybe("math.ignores-negative-signs", Math.Abs(b + a)).Maybe("math.wrong-sign", a - b).Maybe("math.repeats-given-number", -a).Maybe("math.repeats-given-number", b),
            _ => Number(c.Say($"The {fund} owes ${-a}, so its account shows {Words.Number(a)}. {who.Name} pays in ${b}. What does the account show?", $"The account of the {fund} stands at {Words.Number(a)} dollars. Then ${b} comes in. What is the new balance?"), a + b, Proof.Such("{n}", $"n - {b} = {a}"), "A debt is a number below zero.", $"{Words.Number(a)} + {b} = {Words.Number(a + b)}.")
                .Maybe("math.ignores-negative-signs", b - a).Maybe("math.wrong-sign", -(a + b)).Maybe("math.two-minuses-make-plus-always", a - b).Maybe("math.repeats-given-number", b),
        };
    }

    /// <summary>Greatest common factor and least common multiple. Params: ask (gcf, lcm); size.</summary>
    private static Draft? FactorsMultiples(Commission c)
    {
        var (a, b) = (c.Draw("size"), c.Draw("size"));
        var g = Fraction.Gcd(a, b);
        var l = Fraction.Lcm(a, b);
        var gcf = c.Params.Text("ask") == "gcf";
        if (a == b || (gcf ? g < 2 : l == a * b) || g == a || g == b || c.Scene(1, 5000) is not { } s)
        {
            return null;
        }
        return gcf
            ? Number(c.Say($"{s.Lead}{s.Who.Name} has {a} large and {b} small {s.Many} and makes identical sets of both kinds with none left over. What is the greatest number of sets?", $"{s.Lead}What is the greatest number of identical groups into which {a} large and {b} small {s.Many} can be split with none left over?", $"What is the greatest common factor of {a} and {b}?"),
                    g, Proof.Such("{n}", $"whole({a} / n)", $"whole({b} / n)", $"gcd({a} / n, {b} / n) = 1"), "Which numbers divide both?", $"{a} = {g} × {a / g} and {b} = {g} × {b / g}.", Demand.Reason)
                .Maybe("math.swaps-gcf-and-lcm", l).Maybe("math.common-not-greatest", g % 2 == 0 && g > 2 ? g / 2 : 1).Maybe("math.finds-the-difference", Math.Abs(a - b)).Maybe("math.repeats-given-number", Math.Min(a, b))
            : Number(c.Say($"{s.Lead}One delivery of {s.Many} comes every {a} days, another every {b} days. Both come today. In how many days do they next come together?", $"{s.Lead}{s.Who.Name} checks the {s.Many} every {a} hours and the doors every {b} hours, and has just checked both. In how many hours will both checks next come together?", $"What is the least common multiple of {a} and {b}?"),
                    l, Proof.Such("{n}", $"whole(n / {a})", $"whole(n / {b})", $"gcd(n / {a}, n / {b}) = 1"), "List the multiples of the larger number.", $"{l} is the first number that both {a} and {b} go into.", Demand.Reason)
                .Maybe("math.swaps-gcf-and-lcm", g).Maybe("math.product-not-least", (long)a * b).Maybe("math.adds-given-numbers", a + b).Maybe("math.one-group-too-many", l * 2);
    }

    /// <summary>Compound interest over whole years. Params: rate (list); years; principal (thousands).</summary>
    private static Draft? CompoundInterest(Commission c)
    {
        var r = int.Parse(c.Rolls.Pick(c.Params.List("rate")), System.Globalization.CultureInfo.InvariantCulture);
        var (t, p) = (c.Draw("years"), c.Draw("principal") * 1000m);
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        string who = c.Work is null ? c.Person().Name : $"{Words.Cap(c.Work.Setting)}";
        decimal value = p;
        for (var i = 0; i < t; i++)
        {
            value += value * r / 100;
        }
        string Cents(decimal d) => Words.Dollars((long)decimal.Round(d * 100, 0, MidpointRounding.AwayFromZero));
        var simple = p + (p * r * t / 100);
        return Number(c.Say($"{who} puts ${Words.Grouped((long)p)} into an account with {r}% interest, compounded once a year. How much is in it after {t} years?", $"A deposit of ${Words.Grouped((long)p)} for {(c.Work is null ? who : c.Work.Setting)} grows by {r}% each year. What is it worth after {t} years?", $"{who} owes ${Words.Grouped((long)p)} and pays nothing back. The debt grows by {r}% a year. How much is owed after {t} years?"),
                Cents(value), Proof.Such("{n}", $"n = round({p} * (1 + {r}/100)^{t}, 1/100)"), "Each year’s interest is on all that is there, earlier interest included.", $"{Words.Grouped((long)p)} × {Words.Number(1 + (r / 100m))}{Notation.Raised(t)} = {Cents(value)}.", frame: "${}")
            .Maybe("math.simple-for-compound", Cents(simple)).Maybe("math.interest-only", Cents(value - p)).Maybe("math.one-group-too-few", Cents(value / (1 + (r / 100m)))).Maybe("math.one-group-too-many", Cents(value * (1 + (r / 100m))));
    }

    /// <summary>What is left of income after shares of it. Params: income (hundreds).</summary>
    private static Draft? Budget(Commission c)
    {
        var income = c.Draw("income") * 100;
        var (a, b) = (c.Rolls.Between(3, 8) * 5, c.Rolls.Between(2, 5) * 5);
        var fixedCost = c.Rolls.Between(2, 9) * 50;
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string job = c.Work is null ? "" : $", {Words.A(c.Rolls.Pick(c.Work.Roles))} at {c.Work.Setting},";
        var left = income - (income * (a + b) / 100) - fixedCost;
        return left <= 0 || a == b ? null : Number(c.Say($"{who.Name}{job} earns ${Words.Grouped(income)} a month. Rent takes {a}%, food {b}%, and travel ${fixedCost}. How much is left?", $"Each month {who.Name}{job} has ${Words.Grouped(income)}. {a}% goes to rent, {b}% to food and ${fixedCost} to travel. What remains?", $"A monthly budget of ${Words.Grouped(income)} for {who.Name}{job} sets aside {a}% for rent, {b}% for food and ${fixedCost} for travel. How much can be saved?"),
                Words.Grouped(left), Proof.Such("{n}", $"n + {fixedCost} + {a}% * {income} + {b}% * {income} = {income}"), "Turn the percents into dollars first.", $"Rent ${Words.Grouped(income * a / 100)}, food ${Words.Grouped(income * b / 100)}, travel ${fixedCost}: ${Words.Grouped(left)} is left.", Demand.Reason, frame: "${}")
            .Maybe("math.stops-after-one-step", Words.Grouped(income - (income * (a + b) / 100))).Maybe("math.percent-of-the-rest-again", Words.Grouped((income * (100 - a) / 100 * (100 - b) / 100) - fixedCost)).Maybe("math.gives-the-wrong-part", Words.Grouped((income * (a + b) / 100) + fixedCost)).Maybe("math.percent-as-number", Words.Grouped(income - a - b - fixedCost));
    }

    /// <summary>What credit costs. Params: payment; months.</summary>
    private static Draft? LoanCost(Commission c)
    {
        var (pay, months) = (c.Draw("payment") * 5, c.Draw("months") * 6);
        var price = pay * months * c.Rolls.Between(80, 95) / 100 / 10 * 10;
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string[] bought = price switch { < 700 => ["a bicycle", "a guitar"], < 3000 => ["a laptop", "a piano"], < 40_000 => ["a car", "a boat"], _ => ["a house", "a farm"] };
        string what = c.Work is null ? c.Rolls.Pick(bought) : $"{(price < 40_000 ? "equipment" : "a new building")} for {c.Work.Setting}";
        var total = pay * months;
        return Number(c.Say($"{who.Name} buys {what} for ${Words.Grouped(price)} on credit and pays ${pay} a month for {months} months. How much more than the price is paid?", $"The price of {what} is ${Words.Grouped(price)}. On credit it takes {months} payments of ${pay}. What does the credit cost?", $"For {what}, {who.Name} can pay ${Words.Grouped(price)} now or ${pay} a month for {months} months. How much is saved by paying now?"),
                Words.Grouped(total - price), Proof.Such("{n}", $"n + {price} = {pay} * {months}"), "Find all payments together first.", $"{months} × ${pay} = ${Words.Grouped(total)}; ${Words.Grouped(total)} − ${Words.Grouped(price)} = ${Words.Grouped(total - price)}.", Demand.Reason, frame: "${}")
            .Maybe("math.stops-after-one-step", Words.Grouped(total)).Maybe("math.adds-given-numbers", Words.Grouped(total + price)).Maybe("math.forgets-the-quantity", Words.Grouped(price - pay)).Maybe("math.one-group-too-few", Words.Grouped(total - price - pay > 0 ? total - price - pay : total - price + pay));
    }

    /// <summary>Repeated loss or gain as a product with a negative number. Params: size.</summary>
    private static Draft? IntegerRate(Commission c)
    {
        var (a, n) = (c.Draw("size"), c.Draw("size"));
        if (a == n || n < 2 || a < 2)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        string tank = c.Work is null ? "a rain barrel" : $"the tank at {c.Work.Setting}";
        string fund = c.Work is null ? "a club" : $"the coffee fund at {c.Work.Setting}";
        string place = c.Work is null ? "at school" : $"at {c.Work.Setting}";
        return Number(
                c.Say(
                    $"The water in {tank} changes by −{a} inches each day. What is the change after {n} days?",
                    $"The account of {fund} changes by −{a} dollars each week for supplies. What is the change after {n} weeks?",
                    $"A freezer {place} cools so that its temperature changes by −{a} degrees an hour. What is the change after {n} hours?",
                    $"A ticket machine {place} charges a fee, so each ticket changes the balance by −{a} dollars. What is the change for {n} tickets?"),
                -(long)a * n, Proof.Replay(["x := 0", .. Enumerable.Repeat($"x := x - {a}", n)], "x"), "The same negative change comes again and again.", $"{n} × (−{a}) = {Words.Number(-(long)a * n)}.")
            .Maybe("math.wrong-sign", (long)a * n).Maybe("math.adds-instead-of-multiplying", n - a).Maybe("math.adds-instead-of-multiplying", -a - n).Maybe("math.one-group-too-few", -(long)a * (n - 1))
            .Maybe("math.one-group-too-many", -(long)a * (n + 1)).Maybe("math.slips-by-ten", (-(long)a * n) - 10);
    }

    /// <summary>A product with powers of ten. Params: power.</summary>
    private static Draft? ScientificStory(Commission c)
    {
        var (a, n, p) = (c.Rolls.Between(11, 32), c.Rolls.Between(2, 3), c.Draw("power"));
        var e = c.Rolls.Between(1, 3);
        if (c.Scene(1, 1000000) is not { } s || a * n >= 100 || a % 10 == 0 || a * n % 10 == 0)
        {
            return null;
        }
        string Form(int tenths, int power) => $"{tenths / 10}.{tenths % 10} × 10{Notation.Raised(power)}";
        return Choice(c.Say($"{s.Lead}One machine makes {Form(a, p)} labels for {s.Many} a year. How many labels do {n} × 10{Notation.Raised(e)} such machines make in a year?", $"{s.Lead}A file on {s.Many} has {Form(a, p)} bytes. How many bytes do {n} × 10{Notation.Raised(e)} such files have together?", $"{s.Lead}Each truck of {s.Many} drives {Form(a, p)} meters a month. How far is that for {n} × 10{Notation.Raised(e)} trucks together?"),
                Form(a * n, p + e), Proof.Such("{m} × {t}", $"m * t = {a} / 10 * 10^{p} * {n} * 10^{e}", "1 <= m < 10"), "Multiply the front numbers, add the exponents.", $"{a / 10}.{a % 10} × {n} = {a * n / 10}.{a * n % 10} and 10{Notation.Raised(p)} × 10{Notation.Raised(e)} = 10{Notation.Raised(p + e)}.")
            .Maybe("math.multiplies-exponents-of-product", Form(a * n, p * e)).Maybe("math.adds-instead-of-multiplying", Form(a + (10 * n), p + e)).Maybe("math.wrong-power-of-ten", Form(a * n, p + e + 1)).Maybe("math.wrong-power-of-ten", Form(a * n, p));
    }
}
