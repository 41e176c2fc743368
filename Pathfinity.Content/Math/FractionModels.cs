using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Fractions: naming, comparing, equivalence, calculation and stories.</summary>
internal static class FractionModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.fraction-picture", FractionPicture, works: true), new Family("math.equal-shares", EqualShares, works: true),
        new Family("math.fraction-line", FractionLine, works: true), new Family("math.equivalent-fraction", Equivalent), new Family("math.compare-fractions", CompareFractions),
        new Family("math.fraction-calculate", FractionCalculate), new Family("math.fraction-of", FractionOf, works: true),
        new Family("math.fraction-story", FractionStory, works: true), new Family("math.mixed-number", MixedNumber),
    ];

    private static Figure Strip(int parts, int shaded, string alt)
    {
        var drawing = new Drawing(260, 60);
        for (var i = 0; i < parts; i++)
        {
            drawing.Rect(10 + (i * 240.0 / parts), 10, 240.0 / parts, 40, i < shaded ? Drawing.Blue : "#ffffff", Drawing.Ink, i < shaded ? "shaded" : "blank");
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>Which fraction is shaded (or not). Params: parts.</summary>
    private static Draft? FractionPicture(Commission c)
    {
        var parts = c.Draw("parts");
        var shaded = c.Rolls.Between(1, parts - 1);
        var rest = c.Rolls.Chance(0.3);
        var (n, other) = rest ? (parts - shaded, shaded) : (shaded, parts - shaded);
        if (n == other)
        {
            return null;
        }
        var key = $"{n}/{parts}";
        var word = rest ? "not shaded" : "shaded";
        var rows = Enumerable.Range(0, parts).Select(i => new { shaded = i < shaded });
        return Text(SayAt(c, $"Which fraction of the strip is {word}?", $"The strip has equal parts. What fraction of it is {word}?", $"{c.Person().Name} colors part of a paper strip. Which fraction is {word}?",
                $"Name the part of the strip that is {word} as a fraction."), key, Proof.Such("{n}", $"n = {string.Join(" + ", rows.Select(r => r.shaded != rest ? $"1/{parts}" : "0"))}"),
                "The bottom number tells how many equal parts the whole has.", $"{n} of {parts} equal parts are {word}: {key}.", figure: Strip(parts, shaded, $"A strip of {parts} equal parts, {shaded} of them shaded."))
            .Maybe("math.part-to-part", $"{n}/{other}").Maybe("math.counts-the-other-part", $"{other}/{parts}").Maybe("math.fraction-upside-down", $"{parts}/{n}").Maybe("math.slips-by-one", $"{n}/{parts + 1}");
    }

    /// <summary>Which picture shows equal shares. Params: parts.</summary>
    private static Draft? EqualShares(Commission c)
    {
        var parts = c.Draw("parts");
        var order = c.Rolls.Shuffle([0, 1, 2]);
        var word = parts switch { 2 => "halves", 3 => "thirds", _ => "fourths" };
        void Cut(Drawing d, double x, double y, int kind)
        {
            var count = kind == 2 ? (parts == 2 ? 3 : parts - 1) : parts;
            d.Rect(x - 45, y - 30, 90, 60, "#fff7e0");
            for (var i = 1; i < count; i++)
            {
                var at = kind == 1 ? 90.0 * i / (count + 2) : 90.0 * i / count;
                d.Line(x - 45 + at, y - 30, x - 45 + at, y + 30);
            }
        }
        var figure = Pictures.Panels([.. order.Select<int, Action<Drawing, double, double>>(kind => (d, x, y) => Cut(d, x, y, kind))],
            string.Join(" ", order.Select((kind, i) => $"Picture {(char)('A' + i)}: {(kind == 0 ? $"{parts} equal parts" : kind == 1 ? $"{parts} parts of different size" : $"{(parts == 2 ? 3 : parts - 1)} equal parts")}.")));
        string Letter(int kind) => ((char)('A' + Array.IndexOf(order, kind))).ToString();
        return Choice(SayAt(c, $"Which picture is cut into {word}?", $"{c.Person().Name} wants to share a cake in {word}. Which cut is right?", $"Find the picture with {parts} equal shares.", $"{Words.Cap(Words.Spelled(parts))} friends want the same amount. Which picture shows fair shares for them?"),
                Letter(0), Proof.Rows(order.Select((kind, i) => new { name = ((char)('A' + i)).ToString(), parts = kind == 2 ? (parts == 2 ? 3 : parts - 1) : parts, equal = kind != 1 }), $"parts = {parts} and equal"),
                "Count the parts. Are they all the same size?", $"Picture {Letter(0)} has {parts} parts of the same size.", figure: figure, shown: ["A", "B", "C"])
            .Wrong("math.any-parts-are-shares", Letter(1)).Wrong("math.counts-cuts-not-parts", Letter(2));
    }

    /// <summary>A point on a number line. Params: parts; wholes.</summary>
    private static Draft? FractionLine(Commission c)
    {
        var (parts, wholes) = (c.Draw("parts"), c.Params.Int("wholes", 1));
        var at = c.Rolls.Between(1, (parts * wholes) - 1);
        if (at % parts == 0)
        {
            return null;
        }
        var figure = Pictures.NumberLine(parts * wholes, i => i % parts == 0 ? Words.Number(i / parts) : "", [(at, "P")], $"A number line from 0 to {wholes} with {parts} equal steps in each whole. P is {Words.Count(at, "step", "steps")} from 0.");
        return Text(SayAt(c, $"Which number does point P show?", $"P marks a place on the number line. Which fraction is it?", $"{c.Person().Name} stops at P on the number line. At which number?", $"Read the number line. What is the value of P?"),
                $"{at}/{parts}", Proof.Replay([$"p := 0", .. Enumerable.Repeat($"p := p + 1/{parts}", at)], "p"), "Into how many equal steps is one whole cut?", $"Each step is 1/{parts}; P is {Words.Count(at, "step", "steps")} from 0.", figure: figure)
            .Maybe("math.counts-ticks-with-zero", $"{at + 1}/{parts}").Maybe("math.counts-ticks-with-zero", $"{at}/{parts + 1}").Maybe("math.fraction-upside-down", $"{parts}/{at}").Maybe("math.whole-line-is-one", $"{at}/{(parts * wholes) + 1}");
    }

    /// <summary>An equivalent fraction or the simplest form. Params: den; factor.</summary>
    private static Draft? Equivalent(Commission c)
    {
        var den = c.Draw("den");
        var num = c.Rolls.Between(1, den - 1);
        var k = c.Draw("factor");
        if (Fraction.Gcd(num, den) != 1 || k < 2)
        {
            return null;
        }
        if (c.Rolls.Chance(0.5))
        {
            return Choice(c.Say($"Which fraction is equal to {num}/{den}?", $"{c.Person().Name} looks for another name for {num}/{den}. Which fits?", $"Which of these has the same value as {num}/{den}?", $"Choose the fraction that is equivalent to {num}/{den}."),
                    $"{num * k}/{den * k}", Proof.Value($"{num}/{den}"), "Multiply top and bottom by the same number.", $"{num}/{den} = ({num} × {k})/({den} × {k}) = {num * k}/{den * k}.")
                .Maybe("math.adds-to-top-and-bottom", $"{num + k}/{den + k}").Maybe("math.scales-one-part-only", $"{num * k}/{den}").Maybe("math.scales-one-part-only", $"{num}/{den * k}").Maybe("math.fraction-upside-down", $"{den * k}/{num * k}");
        }
        var missing = num * k;
        return Number(c.Say($"Which number makes the fractions equal? {num}/{den} = ___/{den * k}", $"Fill the gap so that both fractions are equal: {num}/{den} = ___/{den * k}", $"{c.Person().Name} cuts {num}/{den} into finer parts: {num}/{den} = ?/{den * k}. Which number is missing?"),
                missing, Proof.Such("{n}", $"n / {den * k} = {num}/{den}"), "By what was the bottom number multiplied?", $"{den} × {k} = {den * k}, so the top is {num} × {k} = {missing}.")
            .Maybe("math.adds-to-top-and-bottom", num + (den * k) - den).Maybe("math.repeats-given-number", num).Maybe("math.scales-one-part-only", k).Maybe("math.repeats-given-number", den);
    }

    /// <summary>Which fraction is larger. Params: den; mode (same-top, same-bottom, any).</summary>
    private static Draft? CompareFractions(Commission c)
    {
        var range = c.Params.Range("den");
        var (d1, d2) = (range.Draw(c.Rolls), range.Draw(c.Rolls));
        var (n1, n2) = (c.Rolls.Between(1, d1 - 1), c.Rolls.Between(1, d2 - 1));
        switch (c.Params.Text("mode"))
        {
            case "same-top":
                n2 = n1;
                break;
            case "same-bottom":
                d2 = d1;
                break;
        }
        var (a, b) = (new Fraction(n1, d1), new Fraction(n2, d2));
        if (a == b || n2 >= d2)
        {
            return null;
        }
        var (big, small) = a > b ? ($"{n1}/{d1}", $"{n2}/{d2}") : ($"{n2}/{d2}", $"{n1}/{d1}");
        var longer = big == $"{n1}/{d1}" ? (n1, d1, n2, d2) : (n2, d2, n1, d1);
        var (x, y) = c.Rolls.Chance(0.5) ? (big, small) : (small, big);
        var (p, q) = (c.Person(), c.Person());
        var tempting = longer.Item2 < longer.Item4;
        return Choice(c.Say($"Which is greater, {x} or {y}?", $"Two bottles are the same size. One is {x} full, the other {y}. How full is the fuller one?", $"{p.Name} reads {x} of a book and a friend reads {y} of the same book. What is the larger part?", $"Compare {x} and {y}. Which number is larger?"),
                big, Proof.Such("{n}", $"n = max({n1}/{d1}, {n2}/{d2})"), n1 == n2 ? "The more parts the whole has, the smaller each part." : "Think of equal parts, or compare both with one half.",
                $"{big} is greater than {small}.")
            .Wrong(tempting ? "math.larger-bottom-larger-fraction" : "math.larger-top-larger-fraction", small).Wrong("math.unlike-fractions-are-equal", "they are equal");
    }

    /// <summary>Fraction calculation. Params: op; den (first), den_b (second; like for the same); whole (true: second is whole).</summary>
    private static Draft? FractionCalculate(Commission c)
    {
        var op = c.Params.Text("op");
        var d1 = c.Draw("den");
        var d2 = c.Params.Text("den_b", "like") == "like" ? d1 : c.Draw("den_b");
        var (n1, n2) = (c.Rolls.Between(1, Math.Max(1, d1 - 1)), c.Rolls.Between(1, Math.Max(1, d2 - 1)));
        if (c.Params.Flag("whole"))
        {
            (n2, d2) = (c.Rolls.Between(2, 9), 1);
        }
        if (Fraction.Gcd(n1, d1) > 1 || Fraction.Gcd(n2, d2) > 1 || (d1 == d2 && n1 == n2) || (d1 != d2 && d2 > 1 && c.Params.Text("den_b", "like") == "like"))
        {
            return null;
        }
        var (a, b) = (new Fraction(n1, d1), new Fraction(n2, d2));
        if (op == "−" && a < b)
        {
            (a, b, n1, n2, d1, d2) = (b, a, n2, n1, d2, d1);
        }
        var (x, y) = (a.ToString(), b.ToString());
        var key = op switch { "+" => a + b, "−" => a - b, "×" => a * b, _ => a / b };
        var inverse = op switch { "+" => $"n - {y} = {x}", "−" => $"n + {y} = {x}", "×" => $"n / ({y}) = {x}", _ => $"n * {y} = {x}" };
        var draft = Text(c.Say($"What is {x} {op} {y}?", $"Calculate {x} {op} {y}.", $"{x} {op} {y} = ___", $"{c.Person().Name} calculates with fractions: {x} {op} {y}. What comes out?", $"Find the value of {x} {op} {y}."), key.ToString(), Proof.Such("{n}", inverse),
            op is "+" or "−" ? "Write both with the same bottom number first." : op == "×" ? "Top times top, bottom times bottom." : "How many of the second fit into the first?", $"{x} {op} {y} = {key}{(key.IsWhole || key.Num < key.Den ? "" : $" = {key.Mixed()}")}.", level: d1 == d2 ? -0.2 : 0.2);
        return op switch
        {
            "+" => draft.Maybe("math.adds-tops-and-bottoms", new Fraction(n1 + n2, d1 + d2)).Maybe("math.keeps-one-denominator", new Fraction(n1 + n2, Math.Max(d1, d2))).Maybe("math.multiplies-the-denominators", new Fraction(n1 + n2, d1 * d2)).Maybe("math.keeps-one-denominator", new Fraction(n1 + n2, Math.Min(d1, d2))),
            "−" => draft.Maybe("math.adds-tops-and-bottoms", d1 == d2 ? new Fraction(n1 + n2, d1) : new Fraction(Math.Abs(n1 - n2), Math.Abs(d1 - d2))).Maybe("math.keeps-one-denominator", new Fraction(Math.Abs(n1 - n2), Math.Max(d1, d2))).Maybe("math.multiplies-the-denominators", new Fraction(Math.Abs(n1 - n2), d1 * d2)).Maybe("math.subtracts-instead-of-adding", a + b),
            "×" => draft.Maybe("math.multiplies-top-only", new Fraction(n1 * n2, Math.Max(d1, d2))).Maybe("math.flips-when-multiplying", a / b).Maybe("math.adds-tops-and-bottoms", new Fraction(n1 + n2, d1 + d2)).Maybe("math.multiplies-top-only", new Fraction(n1 * n2, d1 + d2)),
            _ => draft.Maybe("math.forgets-to-flip", a * b).Maybe("math.flips-the-first", b / a).Maybe("math.divides-tops-keeps-bottom", new Fraction(n1, d1 * n2)).Maybe("math.subtracts-instead-of-dividing", a > b ? a - b : b - a),
        };
    }

    /// <summary>A fraction of an amount. Params: den; unit (size of one part).</summary>
    private static Draft? FractionOf(Commission c)
    {
        var den = c.Draw("den");
        var num = c.Rolls.Between(1, den - 1);
        var unit = c.Draw("unit");
        var total = den * unit;
        if (c.Scene(1, 100000) is not { } s || total < s.Low || total > s.High || Fraction.Gcd(num, den) != 1 || unit == den || unit == num || num == den - num)
        {
            return null;
        }
        var key = num * unit;
        return Number(c.Say($"{s.Lead}{s.Who.Name} has {s.Count(total)}. {num}/{den} of them have a label. How many have a label?", $"{s.Lead}Of {total} {s.Many}, {num}/{den} are already packed. How many {s.Many} are packed?",
                $"{s.Lead}There are {s.Count(total)}. {s.Who.Name} uses {num}/{den} of them. How many does {s.Who.They} use?", $"{s.Lead}An order asks for {num}/{den} of the {total} {s.Many}. How many is that?"),
                key, Proof.Such("{n}", $"n / {total} = {num}/{den}"), $"First find 1/{den} of them.", $"1/{den} of {total} is {unit}; {num} × {unit} = {key}.")
            .Maybe("math.finds-one-part-only", unit).Maybe("math.counts-the-other-part", total - key).Maybe("math.divides-by-the-top", total / num).Maybe("math.subtracts-the-bottom", total - den);
    }

    /// <summary>A story of fraction sums, rest or products. Params: op (+, −, ×); den.</summary>
    private static Draft? FractionStory(Commission c)
    {
        var op = c.Params.Text("op");
        var d1 = c.Draw("den");
        var d2 = c.Params.Text("den_b", "like") == "like" ? d1 : c.Draw("den_b");
        var (a, b) = (new Fraction(c.Rolls.Between(1, d1 - 1), d1), new Fraction(c.Rolls.Between(1, d2 - 1), d2));
        if (c.Scene(1, 100000) is not { } s || a == b || a.Den != d1 || b.Den != d2)
        {
            return null;
        }
        (a, b) = op == "−" && a < b ? (b, a) : (a, b);
        var key = op switch { "+" => a + b, "−" => a - b, _ => a * b };
        var (h, w) = (s.Holder, s.Who);
        if (op == "×")
        {
            return Text(c.Say($"{s.Lead}{a} of the {s.Many} are packed. {b} of the packed ones have a label. What fraction of all the {s.Many} are packed and have a label?", $"{s.Lead}{Words.Cap(Words.A(h))} is {a} full. {w.Name} uses {b} of what is in it. What fraction of a full {h} is used?",
                    $"{s.Lead}{w.Name} has {a} of an hour and spends {b} of that time on the {s.Many}. What fraction of an hour is that?"), key.ToString(), Proof.Such("{n}", $"n / ({b}) = {a}"), "“Of” a part: cut the part again.", $"{b} × {a} = {key}.", Demand.Reason)
                .Maybe("math.adds-tops-and-bottoms", new Fraction(a.Num + b.Num, a.Den + b.Den)).Maybe("math.adds-given-numbers", a + b).Maybe("math.flips-when-multiplying", a / b).Maybe("math.finds-the-difference", a > b ? a - b : b - a);
        }
        var plus = op == "+";
        return Text(plus ? c.Say($"{s.Lead}One {h} is {a} full, and another is {b} full. {w.Name} puts together what is in them. How much of a {h} would that fill?", $"{s.Lead}{w.Name} spends {a} of an hour on {s.Many} in the morning and {b} of an hour later. How much of an hour is that together?",
                $"{s.Lead}{w.Name} walks {a} mile to fetch {s.Many} and {b} mile to deliver them. How many miles is that?")
                : c.Say($"{s.Lead}{Words.Cap(Words.A(h))} was {a} full. {w.Name} takes out as much as fills {b} of it. What fraction of the {h} is still full?", $"{s.Lead}{w.Name} has {a} of an hour for the {s.Many} and needs {b} of an hour. How much of an hour is left?",
                $"{s.Lead}The way to fetch {s.Many} is {a} mile long. {w.Name} has walked {b} mile. How many miles remain?"),
                key.ToString(), Proof.Such("{n}", plus ? $"n - {b} = {a}" : $"n + {b} = {a}"), "Write both with the same bottom number first.", $"{a} {op} {b} = {key}.")
            .Maybe("math.adds-tops-and-bottoms", plus ? new Fraction(a.Num + b.Num, a.Den + b.Den) : a + b).Maybe("math.keeps-one-denominator", new Fraction(plus ? a.Num + b.Num : Math.Max(1, Math.Abs(a.Num - b.Num)), Math.Max(a.Den, b.Den)))
            .Maybe("math.multiplies-the-denominators", new Fraction(plus ? a.Num + b.Num : Math.Max(1, Math.Abs(a.Num - b.Num)), a.Den * b.Den)).Maybe("math.finds-the-difference", plus ? (a > b ? a - b : b - a) : new Fraction(a.Num + b.Num, a.Den + b.Den));
    }

    /// <summary>Improper fractions and mixed numbers. Params: den; wholes.</summary>
    private static Draft? MixedNumber(Commission c)
    {
        var (den, whole) = (c.Draw("den"), c.Draw("wholes"));
        var num = c.Rolls.Between(1, den - 1);
        var top = (whole * den) + num;
        if (Fraction.Gcd(num, den) != 1 || num == whole || whole == den)
        {
            return null;
        }
        if (c.Rolls.Chance(0.5))
        {
            return Choice(c.Say($"Which mixed number is equal to {top}/{den}?", $"{c.Person().Name} writes {top}/{den} as a mixed number. What is it?", $"How many wholes and parts is {top}/{den}?", $"Change {top}/{den} into a mixed number."),
                    $"{whole} {num}/{den}", Proof.Value($"{top}/{den}"), $"How many times does {den} fit into {top}?", $"{top} = {whole} × {den} + {num}, so {top}/{den} = {whole} {num}/{den}.")
                .Maybe("math.swaps-rest-and-whole", $"{num} {whole}/{den}").Maybe("math.one-group-too-few", $"{whole - 1} {num}/{den}").Maybe("math.one-group-too-many", $"{whole + 1} {num}/{den}").Maybe("math.splits-the-numerals", $"{top - den} 1/{den}");
        }
        return Choice(c.Say($"Which fraction is equal to {whole} {num}/{den}?", $"{c.Person().Name} writes {whole} {num}/{den} as one fraction. What is it?", $"Change {whole} {num}/{den} into a fraction.", $"How many {(den == 2 ? "halves" : den == 3 ? "thirds" : den == 4 ? "fourths" : $"{Words.Ordinal(den)}s")} are in {whole} {num}/{den}, written as a fraction?"),
                $"{top}/{den}", Proof.Value($"{whole} + {num}/{den}"), $"Each whole has {den} parts.", $"{whole} × {den} + {num} = {top}.")
            .Maybe("math.adds-whole-and-top", $"{whole + num}/{den}").Maybe("math.multiplies-top-only", $"{whole * num}/{den}").Maybe("math.forgets-the-parts", $"{whole * den}/{den}").Maybe("math.splits-the-numerals", $"{whole}{num}/{den}");
    }
}
