using Pathfinity.Content.Figures;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Fractions: naming, comparing, equivalence, calculation and stories.</summary>
internal static partial class FractionModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.fraction-picture", FractionPicture, works: true),
            new Family("math.equal-shares", EqualShares, works: true),
            new Family("math.fraction-line", FractionLine, works: true),
            new Family("math.equivalent-fraction", Equivalent),
            new Family("math.compare-fractions", CompareFractions),
            new Family("math.fraction-calculate", FractionCalculate),
            new Family("math.fraction-of", FractionOf, works: true),
            new Family("math.fraction-story", FractionStory, works: true),
            new Family("math.mixed-number", MixedNumber),
        ];

    private static Figure Strip(int parts, int shaded, string alt)
    {
        var drawing = new Drawing(260, 60);
        for (var i = 0; i < parts; i++)
        {
            drawing.Rect(
                10 + (i * 240.0 / parts),
                10,
                240.0 / parts,
                40,
                i < shaded ? Drawing.Blue : "#ffffff",
                Drawing.Ink,
                i < shaded ? "shaded" : "blank");
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
        return Text(
                SayAt(
                    c,
                    $"Which fraction of the strip is {word}?",
                    $"The strip has equal parts. What fraction of it is {word}?",
                    $"{c.Person().Name} colors part of a paper strip. Which fraction is {word}?",
                    $"Name the part of the strip that is {word} as a fraction."),
                key,
                Proof.Such("{n}", $"n = {string.Join(" + ", rows.Select(r => r.shaded != rest ? $"1/{parts}" : "0"))}"),
                "The bottom number tells how many equal parts the whole has.",
                $"{n} of {parts} equal parts are {word}: {key}.",
                figure: Strip(parts, shaded, $"A strip of {parts} equal parts, {shaded} of them shaded."))
            .Maybe("math.part-to-part", $"{n}/{other}")
            .Maybe("math.counts-the-other-part", $"{other}/{parts}")
            .Maybe("math.fraction-upside-down", $"{parts}/{n}")
            .Maybe("math.slips-by-one", $"{n}/{parts + 1}");
    }

    /// <summary>Which picture shows equal shares. Params: parts.</summary>
    private static Draft? EqualShares(Commission c)
    {
        var parts = c.Draw("parts");
        var order = c.Rolls.Shuffle([0, 1, 2]);
        var word = parts switch
        {
            2 => "halves",
            3 => "thirds",
            _ => "fourths",
        };
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
        var figure = Pictures.Panels(
            [.. order.Select<int, Action<Drawing, double, double>>(kind => (d, x, y) => Cut(d, x, y, kind))],
            string.Join(
                " ",
                order.Select(
                    (kind, i) =>
                        $"Picture {(char)('A' + i)}: {(kind == 0 ? $"{parts} equal parts" : kind == 1 ? $"{parts} parts of different size" : $"{(parts == 2 ? 3 : parts - 1)} equal parts")}.")));
        string Letter(int kind) => ((char)('A' + Array.IndexOf(order, kind))).ToString();
        return Choice(
                SayAt(
                    c,
                    $"Which picture is cut into {word}?",
                    $"{c.Person().Name} wants to share a cake in {word}. Which cut is right?",
                    $"Find the picture with {parts} equal shares.",
                    $"{Words.Cap(Words.Spelled(parts))} friends want the same amount. Which picture shows fair shares for them?"),
                Letter(0),
                Proof.Rows(
                    order.Select(
                        (kind, i) =>
                            new
                            {
                                name = ((char)('A' + i)).ToString(),
                                parts = kind == 2 ? (parts == 2 ? 3 : parts - 1) : parts,
                                equal = kind != 1,
                            }
                    ),
                    $"parts = {parts} and equal"),
                "Count the parts. Are they all the same size?",
                $"Picture {Letter(0)} has {parts} parts of the same size.",
                figure: figure,
                shown: ["A", "B", "C"])
            .Wrong("math.any-parts-are-shares", Letter(1))
            .Wrong("math.counts-cuts-not-parts", Letter(2));
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
        var figure = Pictures.NumberLine(
            parts * wholes,
            i => i % parts == 0 ? Words.Number(i / parts) : "",
            [(at, "P")],
            $"A number line from 0 to {wholes} with {parts} equal steps in each whole. P is {Words.Count(at, "step", "steps")} from 0.");
        return Text(
                SayAt(
                    c,
                    $"Which number does point P show?",
                    $"P marks a place on the number line. Which fraction is it?",
                    $"{c.Person().Name} stops at P on the number line. At which number?",
                    $"Read the number line. What is the value of P?"),
                $"{at}/{parts}",
                Proof.Replay([$"p := 0", .. Enumerable.Repeat($"p := p + 1/{parts}", at)], "p"),
                "Into how many equal steps is one whole cut?",
                $"Each step is 1/{parts}; P is {Words.Count(at, "step", "steps")} from 0.",
                figure: figure)
            .Maybe("math.counts-ticks-with-zero", $"{at + 1}/{parts}")
            .Maybe("math.counts-ticks-with-zero", $"{at}/{parts + 1}")
            .Maybe("math.fraction-upside-down", $"{parts}/{at}")
            .Maybe("math.whole-line-is-one", $"{at}/{(parts * wholes) + 1}");
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
            return Choice(
                    c.Say(
                        $"Which fraction is equal to {num}/{den}?",
                        $"{c.Person().Name} looks for another name for {num}/{den}. Which fits?",
                        $"Which of these has the same value as {num}/{den}?",
                        $"Choose the fraction that is equivalent to {num}/{den}."),
                    $"{num * k}/{den * k}",
                    Proof.Value($"{num}/{den}"),
                    "Multiply top and bottom by the same number.",
                    $"{num}/{den} = ({num} × {k})/({den} × {k}) = {num * k}/{den * k}.")
                .Maybe("math.adds-to-top-and-bottom", $"{num + k}/{den + k}")
                .Maybe("math.scales-one-part-only", $"{num * k}/{den}")
                .Maybe("math.scales-one-part-only", $"{num}/{den * k}")
                .Maybe("math.fraction-upside-down", $"{den * k}/{num * k}");
        }
        var missing = num * k;
        return Number(
                c.Say(
                    $"Which number makes the fractions equal? {num}/{den} = ___/{den * k}",
                    $"Fill the gap so that both fractions are equal: {num}/{den} = ___/{den * k}",
                    $"{c.Person().Name} cuts {num}/{den} into finer parts: {num}/{den} = ?/{den * k}. Which number is missing?"),
                missing,
                Proof.Such("{n}", $"n / {den * k} = {num}/{den}"),
                "By what was the bottom number multiplied?",
                $"{den} × {k} = {den * k}, so the top is {num} × {k} = {missing}.")
            .Maybe("math.adds-to-top-and-bottom", num + (den * k) - den)
            .Maybe("math.repeats-given-number", num)
            .Maybe("math.scales-one-part-only", k)
            .Maybe("math.repeats-given-number", den);
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
        return Choice(
                c.Say(
                    $"Which is greater, {x} or {y}?",
                    $"Two bottles are the same size. One is {x} full, the other {y}. How full is the fuller one?",
                    $"{p.Name} reads {x} of a book and a friend reads {y} of the same book. What is the larger part?",
                    $"Compare {x} and {y}. Which number is larger?"),
                big,
                Proof.Such("{n}", $"n = max({n1}/{d1}, {n2}/{d2})"),
                n1 == n2
                    ? "The more parts the whole has, the smaller each part."
                    : "Think of equal parts, or compare both with one half.",
                $"{big} is greater than {small}.")
            .Wrong(tempting ? "math.larger-bottom-larger-fraction" : "math.larger-top-larger-fraction", small)
            .Wrong("math.unlike-fractions-are-equal", "they are equal");
    }
}
