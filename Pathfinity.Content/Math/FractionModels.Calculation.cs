using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Calculation with fractions.</summary>
internal static partial class FractionModels
{
    /// <summary>True where a sum of unlike fractions is asked for, and both drew the same parts.</summary>
    private static bool Alike(Commission c, string op, int first, int second) =>
        op is "+" or "−" && first == second && c.Params.Text("den_b", "like") != "like";

    /// <summary>
    /// Fraction calculation. Params: op; den (first), den_b (second; like for the same); whole (true: second is whole).
    /// </summary>
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
        if (
            Fraction.Gcd(n1, d1) > 1
            || Fraction.Gcd(n2, d2) > 1
            || (d1 == d2 && n1 == n2)
            || (d1 != d2 && d2 > 1 && c.Params.Text("den_b", "like") == "like")
            || Alike(c, op, d1, d2))
        {
            return null;
        }
        var (a, b) = (new Fraction(n1, d1), new Fraction(n2, d2));
        if (op == "−" && a < b)
        {
            (a, b, n1, n2, d1, d2) = (b, a, n2, n1, d2, d1);
        }
        var (x, y) = (a.ToString(), b.ToString());
        var key = op switch
        {
            "+" => a + b,
            "−" => a - b,
            "×" => a * b,
            _ => a / b,
        };
        var inverse = op switch
        {
            "+" => $"n - {y} = {x}",
            "−" => $"n + {y} = {x}",
            "×" => $"n / ({y}) = {x}",
            _ => $"n * {y} = {x}",
        };
        var draft = Text(
            c.Say(
                $"What is {x} {op} {y}?",
                $"Calculate {x} {op} {y}.",
                $"{x} {op} {y} = ___",
                $"{c.Person().Name} calculates with fractions: {x} {op} {y}. What comes out?",
                $"Find the value of {x} {op} {y}."),
            key.ToString(),
            Proof.Such("{n}", inverse),
            op is "+" or "−" ? "Write both with the same bottom number first."
                : op == "×" ? "Top times top, bottom times bottom."
                : "How many of the second fit into the first?",
            $"{x} {op} {y} = {key}{(key.IsWhole || key.Num < key.Den ? "" : $" = {key.Mixed()}")}.",
            level: d1 == d2 ? -0.2 : 0.2);
        return op switch
        {
            "+" => draft
                .Maybe("math.adds-tops-and-bottoms", new Fraction(n1 + n2, d1 + d2))
                .Maybe("math.keeps-one-denominator", new Fraction(n1 + n2, Math.Max(d1, d2)))
                .Maybe("math.multiplies-the-denominators", new Fraction(n1 + n2, d1 * d2))
                .Maybe("math.keeps-one-denominator", new Fraction(n1 + n2, Math.Min(d1, d2))),
            "−" => draft
                .Maybe(
                    "math.adds-tops-and-bottoms",
                    d1 == d2 ? new Fraction(n1 + n2, d1) : new Fraction(Math.Abs(n1 - n2), Math.Abs(d1 - d2)))
                .Maybe("math.keeps-one-denominator", new Fraction(Math.Abs(n1 - n2), Math.Max(d1, d2)))
                .Maybe("math.multiplies-the-denominators", new Fraction(Math.Abs(n1 - n2), d1 * d2))
                .Maybe("math.subtracts-instead-of-adding", a + b),
            "×" => draft
                .Maybe("math.multiplies-top-only", new Fraction(n1 * n2, Math.Max(d1, d2)))
                .Maybe("math.flips-when-multiplying", a / b)
                .Maybe("math.adds-tops-and-bottoms", new Fraction(n1 + n2, d1 + d2))
                .Maybe("math.multiplies-top-only", new Fraction(n1 * n2, d1 + d2)),
            _ => draft
                .Maybe("math.forgets-to-flip", a * b)
                .Maybe("math.flips-the-first", b / a)
                .Maybe("math.divides-tops-keeps-bottom", new Fraction(n1, d1 * n2))
                .Maybe("math.subtracts-instead-of-dividing", a > b ? a - b : b - a),
        };
    }

    /// <summary>A fraction of an amount. Params: den; unit (size of one part).</summary>
    private static Draft? FractionOf(Commission c)
    {
        var den = c.Draw("den");
        var num = c.Rolls.Between(1, den - 1);
        var unit = c.Draw("unit");
        var total = den * unit;
        if (
            c.Scene(1, 100000) is not { } s
            || total < s.Low
            || total > s.High
            || Fraction.Gcd(num, den) != 1
            || unit == den
            || unit == num
            || num == den - num)
        {
            return null;
        }
        var key = num * unit;
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} has {s.Count(total)}. {num}/{den} of them have a label. How many have a "
                        + $"label?",
                    $"{s.Lead}Of {total} {s.Many}, {num}/{den} are already packed. How many {s.Many} are packed?",
                    $"{s.Lead}There are {s.Count(total)}. {s.Who.Name} uses {num}/{den} of them. How many does "
                        + $"{s.Who.They} use?",
                    $"{s.Lead}An order asks for {num}/{den} of the {total} {s.Many}. How many is that?"),
                key,
                Proof.Such("{n}", $"n / {total} = {num}/{den}"),
                $"First find 1/{den} of them.",
                $"1/{den} of {total} is {unit}; {num} × {unit} = {key}.")
            .Maybe("math.finds-one-part-only", unit)
            .Maybe("math.counts-the-other-part", total - key)
            .Maybe("math.divides-by-the-top", total / num)
            .Maybe("math.subtracts-the-bottom", total - den);
    }

    /// <summary>A story of fraction sums, rest or products. Params: op (+, −, ×); den.</summary>
    private static Draft? FractionStory(Commission c)
    {
        var op = c.Params.Text("op");
        var d1 = c.Draw("den");
        var d2 = c.Params.Text("den_b", "like") == "like" ? d1 : c.Draw("den_b");
        var (a, b) = (new Fraction(c.Rolls.Between(1, d1 - 1), d1), new Fraction(c.Rolls.Between(1, d2 - 1), d2));
        if (c.Scene(1, 100000) is not { } s || a == b || a.Den != d1 || b.Den != d2 || Alike(c, op, d1, d2))
        {
            return null;
        }
        (a, b) = op == "−" && a < b ? (b, a) : (a, b);
        var key = op switch
        {
            "+" => a + b,
            "−" => a - b,
            _ => a * b,
        };
        var (h, w) = (s.Holder, s.Who);
        if (op == "×")
        {
            return Text(
                    c.Say(
                        $"{s.Lead}{a} of the {s.Many} are packed. {b} of the packed ones have a label. What fraction "
                            + $"of all the {s.Many} are packed and have a label?",
                        $"{s.Lead}{Words.Cap(Words.A(h))} is {a} full. {w.Name} uses {b} of what is in it. What "
                            + $"fraction of a full {h} is used?",
                        $"{s.Lead}{w.Name} has {a} of an hour and spends {b} of that time on the {s.Many}. What "
                            + $"fraction of an hour is that?"),
                    key.ToString(),
                    Proof.Such("{n}", $"n / ({b}) = {a}"),
                    "“Of” a part: cut the part again.",
                    $"{b} × {a} = {key}.",
                    Demand.Reason)
                .Maybe("math.adds-tops-and-bottoms", new Fraction(a.Num + b.Num, a.Den + b.Den))
                .Maybe("math.adds-given-numbers", a + b)
                .Maybe("math.flips-when-multiplying", a / b)
                .Maybe("math.finds-the-difference", a > b ? a - b : b - a);
        }
        var plus = op == "+";
        return Text(
                plus
                    ? c.Say(
                        $"{s.Lead}One {h} is {a} full, and another is {b} full. {w.Name} puts together what is in "
                            + $"them. How much of a {h} would that fill?",
                        $"{s.Lead}{w.Name} spends {a} of an hour on {s.Many} in the morning and {b} of an hour later. "
                            + $"How much of an hour is that together?",
                        $"{s.Lead}{w.Name} walks {a} mile to fetch {s.Many} and {b} mile to deliver them. How many "
                            + $"miles is that?")
                    : c.Say(
                        $"{s.Lead}{Words.Cap(Words.A(h))} was {a} full. {w.Name} takes out as much as fills {b} of "
                            + $"it. What fraction of the {h} is still full?",
                        $"{s.Lead}{w.Name} has {a} of an hour for the {s.Many} and needs {b} of an hour. How much of "
                            + $"an hour is left?",
                        $"{s.Lead}The way to fetch {s.Many} is {a} mile long. {w.Name} has walked {b} mile. How many "
                            + $"miles remain?"),
                key.ToString(),
                Proof.Such("{n}", plus ? $"n - {b} = {a}" : $"n + {b} = {a}"),
                "Write both with the same bottom number first.",
                $"{a} {op} {b} = {key}.")
            .Maybe("math.adds-tops-and-bottoms", plus ? new Fraction(a.Num + b.Num, a.Den + b.Den) : a + b)
            .Maybe(
                "math.keeps-one-denominator",
                new Fraction(plus ? a.Num + b.Num : Math.Max(1, Math.Abs(a.Num - b.Num)), Math.Max(a.Den, b.Den)))
            .Maybe(
                "math.multiplies-the-denominators",
                new Fraction(plus ? a.Num + b.Num : Math.Max(1, Math.Abs(a.Num - b.Num)), a.Den * b.Den))
            .Maybe(
                "math.finds-the-difference",
                plus ? (a > b ? a - b : b - a) : new Fraction(a.Num + b.Num, a.Den + b.Den));
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
            return Choice(
                    c.Say(
                        $"Which mixed number is equal to {top}/{den}?",
                        $"{c.Person().Name} writes {top}/{den} as a mixed number. What is it?",
                        $"How many wholes and parts is {top}/{den}?",
                        $"Change {top}/{den} into a mixed number."),
                    $"{whole} {num}/{den}",
                    Proof.Value($"{top}/{den}"),
                    $"How many times does {den} fit into {top}?",
                    $"{top} = {whole} × {den} + {num}, so {top}/{den} = {whole} {num}/{den}.")
                .Maybe("math.swaps-rest-and-whole", $"{num} {whole}/{den}")
                .Maybe("math.one-group-too-few", $"{whole - 1} {num}/{den}")
                .Maybe("math.one-group-too-many", $"{whole + 1} {num}/{den}")
                .Maybe("math.splits-the-numerals", $"{top - den} 1/{den}");
        }
        var parts = den switch { 2 => "halves", 3 => "thirds", 4 => "fourths", _ => $"{Words.Ordinal(den)}s" };
        return Choice(
                c.Say(
                    $"Which fraction is equal to {whole} {num}/{den}?",
                    $"{c.Person().Name} writes {whole} {num}/{den} as one fraction. What is it?",
                    $"Change {whole} {num}/{den} into a fraction.",
                    $"How many {parts} are in {whole} {num}/{den}, written as a fraction?"),
                $"{top}/{den}",
                Proof.Value($"{whole} + {num}/{den}"),
                $"Each whole has {den} parts.",
                $"{whole} × {den} + {num} = {top}.")
            .Maybe("math.adds-whole-and-top", $"{whole + num}/{den}")
            .Maybe("math.multiplies-top-only", $"{whole * num}/{den}")
            .Maybe("math.forgets-the-parts", $"{whole * den}/{den}")
            .Maybe("math.splits-the-numerals", $"{whole}{num}/{den}");
    }
}
