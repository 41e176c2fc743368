using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Powers and roots.</summary>
internal static partial class AlgebraModels
{
    /// <summary>Rules for powers. Params: rule (product, quotient, power, negative); e.</summary>
    private static Draft? ExponentRules(Commission c)
    {
        var (m, n) = (c.Draw("e"), c.Draw("e"));
        var rule = c.Rolls.Pick(c.Params.List("rule"));
        var b = c.Rolls.Pick(["x", "y", "a", "2", "5"]);
        if (m == n || m + n == m * n || (rule == "quotient" && m < n))
        {
            return null;
        }
        string P(long k) => b + Raised(k);
        var (text, key) = rule switch
        {
            "product" => ($"{P(m)} · {P(n)}", m + n),
            "quotient" => ($"{P(m)} ÷ {P(n)}", m - n),
            "power" => ($"({P(m)}){Raised(n)}", m * n),
            _ => ($"{P(m)} · {P(-n)}", m - n),
        };
        if (key is 0 or 1)
        {
            return null;
        }
        string[] at = ["2", "3", "−2", "1/2"];
        var draft = Choice(
            c.Say(
                $"Which power is equal to {text}?",
                $"Simplify {text}.",
                $"{c.Person().Name} writes {text} as one power. Which is it?",
                $"Write {text} with a single exponent."),
            P(key),
            char.IsDigit(b[0]) ? Proof.Value(text) : Proof.SuchAt("{f}", b, at, $"f = {text}"),
            "Write the powers out as products and count the factors.",
            $"{text} = {P(key)}.");
        return draft
            .Maybe("math.multiplies-exponents-of-product", P(rule == "power" ? m + n : m * n))
            .Maybe("math.subtracts-exponents-always", P(rule is "quotient" or "negative" ? m + n : Math.Abs(m - n)))
            .Maybe("math.slips-by-one", P(key + 1))
            .Maybe("math.slips-by-one", P(key - 1));
    }

    /// <summary>Value of a power. Params: base; exponent (may be negative).</summary>
    private static Draft? Powers(Commission c)
    {
        long b = c.Draw("base"),
            e = c.Draw("exponent");
        if (b is 0 or 1 or -1 || e is 0 or 1 || b == e)
        {
            return null;
        }
        var key = new Fraction(1);
        for (var i = 0; i < Math.Abs(e); i++)
        {
            key *= b;
        }
        key = e < 0 ? 1 / key : key;
        var text = $"{Closed(b)}{Raised(e)}";
        return Number(
                c.Say(
                    $"What is the value of {text}?",
                    $"Calculate {text}.",
                    $"{text} = ___",
                    $"{c.Person().Name} finds {text}. What is it?"),
                key,
                Proof.Replay(
                    ["n := 1", .. Enumerable.Repeat(e > 0 ? $"n := n * ({b})" : $"n := n / ({b})", (int)Math.Abs(e))],
                    "n"),
                "Write the power as a product of equal factors.",
                $"{text} = {key}.")
            .Maybe("math.multiplies-base-and-exponent", b * e)
            .Maybe("math.wrong-sign", -key)
            .Maybe("math.one-group-too-few", key / b)
            .Maybe("math.one-group-too-many", key * b)
            .Maybe("math.adds-given-numbers", b + e);
    }

    /// <summary>Scientific notation. Params: power.</summary>
    private static Draft? Scientific(Commission c)
    {
        var (lead, tenth, e) = (c.Rolls.Between(1, 9), c.Rolls.Between(1, 9), c.Draw("power"));
        if (e == 0)
        {
            return null;
        }
        string Plain(int p)
        {
            var digits = $"{lead}{tenth}";
            return p >= 1
                ? Words.Grouped(long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * Ten(p - 1))
                : "0." + new string('0', -p - 1 < 0 ? 0 : -p - 1) + digits;
        }
        string Form(int p, string m) => $"{m} × 10{Raised(p)}";
        var plain = e == 0 ? $"{lead}.{tenth}" : Plain(e);
        var key = Form(e, $"{lead}.{tenth}");
        return Choice(
                c.Say(
                    $"Which is {plain} in scientific notation?",
                    $"Write {plain} in scientific notation.",
                    $"{c.Person().Name} reads {plain} on a chart and writes it as a number times a power of ten. Which is right?",
                    $"Choose the scientific notation of {plain}."),
                key,
                Proof.Such("{m} × {t}", $"m * t = {plain.Replace(",", "")}", "1 <= m < 10"),
                "Put the point behind the first digit and count the places it moved.",
                $"{plain} = {key}.")
            .Maybe("math.wrong-sign", Form(-e, $"{lead}.{tenth}"))
            .Maybe("math.one-place-off", Form(e + (e > 0 ? 1 : -1), $"{lead}.{tenth}"))
            .Maybe("math.mantissa-not-between-one-and-ten", Form(e - 1, $"{lead}{tenth}"))
            .Maybe(
                "math.one-place-off",
                Form(e - (e > 0 ? 1 : -1) == 0 ? e + 2 : e - (e > 0 ? 1 : -1), $"{lead}.{tenth}"));
    }

    private static long Ten(int n) => n <= 0 ? 1 : 10 * Ten(n - 1);

    /// <summary>Square and cube roots, between which whole numbers, simplified radicals. Params: ask (exact, between, simplify).</summary>
    private static Draft? Roots(Commission c)
    {
        var n = c.Draw("n");
        switch (c.Params.Text("ask"))
        {
            case "exact":
                return Number(
                        c.Say(
                            $"What is √{n * n}?",
                            $"Find the square root of {n * n}.",
                            $"A square has an area of {n * n} square feet. How many feet long is a side?",
                            $"Which positive number times itself gives {n * n}?"),
                        n,
                        Proof.Search("k", 0, 200, $"k * k = {n * n}"),
                        "Which number times itself gives this?",
                        $"{n} × {n} = {n * n}.")
                    .Maybe("math.halves-for-root", new Fraction(n * n, 2))
                    .Maybe("math.slips-by-one", n + 1)
                    .Maybe("math.squares-for-root", (long)n * n * n * n)
                    .Maybe("math.halves-for-root", new Fraction(n * n, 4));
            case "between":
                var m = (n * n) + c.Rolls.Between(1, 2 * n);
                return Choice(
                        c.Say(
                            $"Between which two whole numbers does √{m} lie?",
                            $"{c.Person().Name} estimates √{m}. Between which neighbors is it?",
                            $"A square has an area of {m} square feet. Between which whole numbers of feet is its side?",
                            $"Place √{m} between two whole numbers."),
                        $"{n} and {n + 1}",
                        Proof.Such("{a} and {b}", $"a * a < {m} < b * b", "b = a + 1"),
                        "Look for the squares just below and just above.",
                        $"{n}² = {n * n} and {n + 1}² = {(n + 1) * (n + 1)}.")
                    .Maybe("math.halves-for-root", $"{m / 2} and {(m / 2) + 1}")
                    .Maybe("math.slips-by-one", $"{n + 1} and {n + 2}")
                    .Maybe("math.slips-by-one", $"{n - 1} and {n}");
            default:
                var k = c.Rolls.Pick([2, 3, 5, 6, 7, 10]);
                if (n == k || n < 2)
                {
                    return null;
                }
                return Choice(
                        c.Say(
                            $"Which is the simplest form of √{n * n * k}?",
                            $"Simplify √{n * n * k}.",
                            $"{c.Person().Name} takes a square factor out of √{n * n * k}. What is left?",
                            $"Write √{n * n * k} with the smallest number under the root."),
                        $"{n}√{k}",
                        Proof.Value($"√{n * n * k}"),
                        "Look for the largest square number that divides it.",
                        $"{n * n * k} = {n * n} × {k}, so √{n * n * k} = {n}√{k}.")
                    .Maybe("math.leaves-square-outside", $"{n * n}√{k}")
                    .Maybe("math.swaps-root-parts", $"{k}√{n}")
                    .Maybe("math.halves-for-root", Words.Number(n * n * k / 2))
                    .Maybe("math.leaves-square-outside", $"{n}√{n * k}");
        }
    }
}
