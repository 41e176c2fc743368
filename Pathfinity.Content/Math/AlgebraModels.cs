using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Expressions, equations, inequalities and systems.</summary>
internal static partial class AlgebraModels
{
    private static readonly string[] Tests = ["0", "1", "−2", "5/3", "7"];

    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.order-of-operations", OrderOfOperations),
            new Family("math.evaluate", Evaluate),
            new Family("math.write-expression", WriteExpression, works: true),
            new Family("math.equivalent-expression", EquivalentExpression),
            new Family("math.distribute", Distribute),
            new Family("math.solve-one-step", SolveOneStep),
            new Family("math.solve-two-step", SolveTwoStep),
            new Family("math.solve-both-sides", SolveBothSides),
            new Family("math.equation-story", EquationStory, works: true),
            new Family("math.inequality", Inequality),
            new Family("math.inequality-story", InequalityStory, works: true),
            new Family("math.system-solve", SystemSolve),
            new Family("math.system-story", SystemStory, works: true),
            new Family("math.exponent-rules", ExponentRules),
            new Family("math.powers", Powers),
            new Family("math.scientific", Scientific),
            new Family("math.roots", Roots),
            new Family("math.literal", Literal, works: true),
            new Family("math.absolute-equation", AbsoluteEquation),
        ];

    /// <summary>Numeric expressions with several operations. Params: size; power (true to use a square).</summary>
    private static Draft? OrderOfOperations(Commission c)
    {
        var (a, b, d) = (c.Draw("size"), c.Draw("size"), c.Rolls.Between(2, 9));
        var (text, key, left, other) = c.Rolls.Below(c.Params.Flag("power") ? 4 : 3) switch
        {
            0 => ($"{a} + {b} × {d}", (long)a + (b * d), (a + b) * d, (long)a * b + d),
            1 => ($"{d} × ({a} + {b})", d * (a + b), (d * a) + b, (long)d + a + b),
            2 => ($"{a + (b * d)} − {b} × {d}", a, (a + (b * d) - b) * d, (long)a + (b * d) - b - d),
            _ => ($"{a} + {d}² × 2", a + (2L * d * d), (a + (long)(d * d)) * 2, a + (4L * d * d)),
        };
        return left == key
            ? null
            : Number(
                    c.Say(
                        $"What is {text}?",
                        $"Find the value of {text}.",
                        $"{c.Person().Name} types {text} into a calculator that knows the order of operations. What does it show?",
                        $"Calculate {text}."),
                    key,
                    Proof.Value(text),
                    "Parentheses first, then powers, then × and ÷, then + and −.",
                    $"{text} = {Words.Number(key)}.")
                .Maybe("math.works-left-to-right", left)
                .Maybe("math.wrong-second-step", other)
                .Maybe("math.ignores-parentheses", key + d)
                .Maybe("math.adds-given-numbers", a + b + d);
    }

    /// <summary>Value of an expression for a given x. Params: a; b; x; square.</summary>
    private static Draft? Evaluate(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("b"),
            x = c.Draw("x");
        var square = c.Params.Flag("square");
        if (a is 0 or 1 or -1 || b == 0 || x is 0 or 1)
        {
            return null;
        }
        var e = square ? Poly("x", a, 0, b) : Poly("x", a, b);
        var key = (square ? a * x * x : a * x) + b;
        var f = c.Params.Text("as", "expression") == "function";
        return Number(
                f
                    ? c.Say(
                        $"The function is f(x) = {e}. What is f({Words.Number(x)})?",
                        $"For f(x) = {e}, find f({Words.Number(x)}).",
                        $"{c.Person().Name} puts {Words.Number(x)} into the rule f(x) = {e}. What comes out?",
                        $"Which output does f(x) = {e} give for the input {Words.Number(x)}?")
                    : c.Say(
                        $"What is the value of {e} when x = {Words.Number(x)}?",
                        $"Let x = {Words.Number(x)}. Find {e}.",
                        $"{c.Person().Name} replaces x by {Words.Number(x)} in {e}. What is the result?",
                        $"Evaluate {e} for x = {Words.Number(x)}."),
                key,
                Proof.Such("{n}", $"n - ({b}) = {(square ? $"({a}) * ({x})^2" : $"({a}) * ({x})")}"),
                $"Write {Closed(x)} wherever x stands.",
                $"{(square ? $"{Words.Number(a)} · {Closed(x)}²" : $"{Words.Number(a)} · {Closed(x)}")} {Signed(b)} = {Words.Number(key)}.")
            .Maybe(
                "math.concatenates-coefficient",
                long.Parse($"{Math.Abs(a)}{Math.Abs(x)}", System.Globalization.CultureInfo.InvariantCulture) + b)
            .Maybe("math.adds-instead-of-multiplying", a + x + b)
            .Maybe("math.works-left-to-right", square ? (a * x * a * x) + b : a * (x + b))
            .Maybe("math.wrong-sign", square ? (-a * x * x) + b : (a * -x) + b)
            .Maybe("math.forgets-the-constant", key - b);
    }

    /// <summary>The expression for a story. Params: a; b.</summary>
    private static Draft? WriteExpression(Commission c)
    {
        var (a, b) = (c.Draw("a"), c.Draw("b"));
        if (a == b || c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var v = c.Rolls.Pick(["n", "x", "p"]);
        var plus = c.Rolls.Chance(0.5);
        var key = plus ? $"{a}{v} + {b}" : $"{a}{v} − {b}";
        return Choice(
                plus
                    ? c.Say(
                        $"{s.Lead}One pack holds {v} {s.Many}. {s.Who.Name} has {a} packs and {b} more. Which expression gives the number of {s.Many}?",
                        $"{s.Lead}There are {a} shelves with {v} {s.Many} each and {b} on the table. Which expression tells how many there are?",
                        $"{s.Lead}A delivery costs ${b} and each of the {s.Many} ${a}. Which expression gives the price in dollars for {v} {s.Many}?")
                    : c.Say(
                        $"{s.Lead}{s.Who.Name} gets {a} packs of {v} {s.Many} and uses {b}. Which expression tells how many are left?",
                        $"{s.Lead}There were {a} shelves with {v} {s.Many} each. {b} {s.Many} were sold. Which expression gives the rest?",
                        $"{s.Lead}Each of the {v} {s.Many} brings in ${a}. The stand costs ${b}. Which expression gives what is earned in dollars?"),
                key,
                Proof.SuchAt("{f}", v, ["0", "1", "4", "9"], plus ? $"f - {b} = {a} * {v}" : $"f + {b} = {a} * {v}"),
                "Try it with a number in place of the letter.",
                $"{a} times {v}, then {(plus ? "plus" : "minus")} {b}: {key}.")
            .Wrong("math.swaps-rate-and-start", plus ? $"{b}{v} + {a}" : $"{b}{v} − {a}")
            .Wrong("math.follows-the-story-word", plus ? $"{a}{v} − {b}" : $"{a}{v} + {b}")
            .Wrong("math.adds-all-terms", plus ? $"{v} + {a + b}" : $"{a + b}{v}");
    }

    /// <summary>Combining like terms. Params: a.</summary>
    private static Draft? EquivalentExpression(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Draw("a"),
            e = c.Draw("a");
        if (a * b * d * e == 0 || a + d == 0 || b + e == 0 || Math.Abs(a + d) == 1 || a == d)
        {
            return null;
        }
        var text = $"{Poly("x", a, b)} {(d < 0 ? "−" : "+")} {Poly("x", Math.Abs(d), 0)} {Signed(e)}";
        var key = Poly("x", a + d, b + e);
        return Choice(
                c.Say(
                    $"Which expression is equivalent to {text}?",
                    $"Simplify {text}.",
                    $"{c.Person().Name} combines like terms in {text}. Which result is right?",
                    $"Which expression has the same value as {text} for every x?"),
                key,
                Proof.SuchAt("{f}", "x", Tests, $"f = {text}"),
                "Only terms with the same letter part can be put together.",
                $"{Words.Number(a)}x {Signed(d)}x = {Words.Number(a + d)}x and {Words.Number(b)} {Signed(e)} = {Words.Number(b + e)}.")
            .Maybe("math.joins-unlike-terms", Poly("x", a + d + b + e, 0))
            .Maybe("math.wrong-sign", Poly("x", a - d, b + e))
            .Maybe("math.wrong-sign", Poly("x", a + d, b - e))
            .Maybe("math.adds-exponents-of-terms", Poly("x", a + d, 0, b + e));
    }

    /// <summary>Distributing and factoring. Params: k; a; factor (true for the way back).</summary>
    private static Draft? Distribute(Commission c)
    {
        long k = c.Draw("k"),
            a = c.Draw("a"),
            b = c.Draw("a");
        if (a * b * k == 0 || Math.Abs(k) == 1 || Fraction.Gcd(a, b) > 1 || a < 0 || a == b)
        {
            return null;
        }
        var (closed, open) = ($"{Words.Number(k)}({Poly("x", a, b)})", Poly("x", k * a, k * b));
        if (c.Params.Flag("factor") && k > 0)
        {
            return Choice(
                    c.Say(
                        $"Which product is equal to {open}?",
                        $"Factor {open}.",
                        $"{c.Person().Name} takes the greatest common factor out of {open}. What is the result?",
                        $"Write {open} as a product."),
                    closed,
                    Proof.SuchAt("{f}", "x", Tests, $"f = {open}"),
                    "Which number goes into both terms?",
                    $"Both terms have the factor {k}: {open} = {closed}.")
                .Maybe("math.distributes-to-first-only", $"{k}({Poly("x", a, k * b)})")
                .Maybe("math.factors-one-term-only", $"{k}({Poly("x", k * a, b)})")
                .Maybe("math.wrong-sign", $"{k}({Poly("x", a, -b)})")
                .Maybe("math.slips-by-one", $"{k + 1}({Poly("x", a, b)})");
        }
        return Choice(
                c.Say(
                    $"Which expression is equivalent to {closed}?",
                    $"Multiply out {closed}.",
                    $"{c.Person().Name} removes the parentheses in {closed}. Which result is right?",
                    $"Expand {closed}."),
                open,
                Proof.SuchAt("{f}", "x", Tests, $"f = {closed}"),
                "The factor multiplies every term inside.",
                $"{Words.Number(k)} times each term: {open}.")
            .Maybe("math.distributes-to-first-only", Poly("x", k * a, b))
            .Maybe("math.wrong-sign", Poly("x", k * a, -k * b))
            .Maybe("math.adds-instead-of-multiplying", Poly("x", k + a, k + b))
            .Maybe("math.joins-unlike-terms", Poly("x", k * (a + b), 0));
    }
}
