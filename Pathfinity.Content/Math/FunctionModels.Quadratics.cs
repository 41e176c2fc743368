using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Quadratics and polynomials.</summary>
internal static partial class FunctionModels
{
    /// <summary>Products of binomials. Params: a; lead.</summary>
    private static Draft? MultiplyBinomials(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            k = c.Draw("lead", 1, 1);
        if (a * b == 0 || a + (k * b) == 0 || a == b)
        {
            return null;
        }
        var text = $"({Poly("x", k, a)})({Poly("x", 1, b)})";
        return Choice(
                c.Say(
                    $"Which expression is equal to {text}?",
                    $"Multiply out {text}.",
                    $"{c.Person().Name} multiplies {text}. Which result is right?",
                    $"Expand {text}."),
                Poly("x", k, a + (k * b), a * b),
                Proof.SuchAt("{f}", "x", ["0", "1", "−2", "5/3"], $"f = {text}"),
                "Each term of the first times each term of the second.",
                $"{text} = {Poly("x", k, a + (k * b), a * b)}.")
            .Maybe("math.multiplies-ends-only", Poly("x", k, 0, a * b))
            .Maybe("math.wrong-sign", Poly("x", k, -(a + (k * b)), a * b))
            .Maybe("math.adds-instead-of-multiplying", Poly("x", k, a + (k * b), a + b))
            .Maybe("math.multiplies-middle-terms", Poly("x", k, a * b, a + b));
    }

    /// <summary>Factors of x² + bx + c. Params: a.</summary>
    private static Draft? FactorQuadratic(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a");
        if (a * b == 0 || a == b || a == -b)
        {
            return null;
        }
        var text = Poly("x", 1, a + b, a * b);
        string F(long p, long q) => $"({Poly("x", 1, Math.Max(p, q))})({Poly("x", 1, Math.Min(p, q))})";
        return Choice(
                c.Say(
                    $"Which product is equal to {text}?",
                    $"Factor {text}.",
                    $"{c.Person().Name} factors {text}. Which result is right?",
                    $"Write {text} as a product of two factors."),
                F(a, b),
                Proof.SuchAt("{f}", "x", ["0", "1", "−2", "5/3"], $"f = {text}"),
                "Which two numbers multiply to the last and add to the middle number?",
                $"{Words.Number(a)} · {Closed(b)} = {Words.Number(a * b)} and {Words.Number(a)} + {Closed(b)} = {Words.Number(a + b)}.")
            .Maybe("math.wrong-sign", F(-a, -b))
            .Maybe("math.wrong-sign", F(a, -b))
            .Maybe("math.factors-product-only", F(a * b, 1))
            .Maybe("math.factors-sum-only", F(a + b - 1, 1));
    }

    /// <summary>Solves a quadratic equation. Params: a; by (factors, square, formula).</summary>
    private static Draft? SolveQuadratic(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a");
        if (a * b == 0 || a == b || a == -b)
        {
            return null;
        }
        string Pair(long p, long q) => $"x = {Words.Number(Math.Min(p, q))} or x = {Words.Number(Math.Max(p, q))}";
        var byFactors = c.Params.Text("by") == "factors";
        var equation = byFactors
            ? $"({Poly("x", 1, -a)})({Poly("x", 1, -b)}) = 0"
            : $"{Poly("x", 1, -(a + b), a * b)} = 0";
        return Choice(
                c.Say(
                    $"Solve {equation}.",
                    $"Which numbers solve {equation}?",
                    $"{c.Person().Name} solves {equation}. Which solution is right?",
                    $"Find all x with {equation}."),
                Pair(a, b),
                Proof.Such(
                    "x = {p} or x = {q}",
                    $"p^2 - ({a + b}) * p + ({a * b}) = 0",
                    $"q^2 - ({a + b}) * q + ({a * b}) = 0",
                    "p < q"),
                "A product is 0 when one of its factors is.",
                $"The factors are 0 at {Words.Number(a)} and at {Words.Number(b)}.")
            .Maybe("math.wrong-sign", Pair(-a, -b))
            .Maybe("math.reads-coefficients-as-roots", Pair(a + b, a * b))
            .Maybe("math.wrong-sign", Pair(a, -b))
            .Maybe("math.wrong-sign", Pair(-a, b));
    }

    /// <summary>Areas, thrown balls and revenue. Params: size.</summary>
    private static Draft? QuadraticStory(Commission c)
    {
        var (w, k) = (c.Draw("size"), c.Draw("more"));
        if (c.Scene(1, 100000) is not { } s || w == k || w < 3)
        {
            return null;
        }
        return c.Rolls.Below(2) switch
        {
            0 => Number(
                    c.Say(
                        $"{s.Lead}A rectangular floor is {k} feet longer than it is wide. Its area is {w * (w + k)} square feet. How many feet wide is it?",
                        $"{s.Lead}{s.Who.Name} plans a rectangular floor with an area of {w * (w + k)} square feet, {k} feet longer than wide. What is its width in feet?"),
                    w,
                    Proof.Search("n", 1, 500, $"n * (n + {k}) = {w * (w + k)}"),
                    "Write an equation with the width as x.",
                    $"{w} × {w + k} = {w * (w + k)}.",
                    Demand.Reason)
                .Maybe("math.gives-the-wrong-part", w + k)
                .Maybe("math.halves-for-root", new Fraction(w * (w + k), 4))
                .Maybe("math.subtracts-instead-of-dividing", (w * (w + k)) - k)
                .Maybe("math.reads-coefficients-as-roots", k),
            _ => Falling(c, 2 + (w % 5)),
        };
    }

    /// <summary>A fall of 2 to 6 seconds: from 64 to 576 feet, the heights of bridges and towers.</summary>
    private static Draft Falling(Commission c, int w) =>
        Number(
                c.Say(
                    $"A stone falls from a bridge. After t seconds it is {16 * w * w} − 16t² feet above the water. After how many seconds does it reach the water?",
                    $"A helmet is dropped from a tower in a test. Its height after t seconds is {16 * w * w} − 16t² feet. When does it land, in seconds?",
                    $"{c.Person().Name} lets a ball fall from a height of {16 * w * w} feet; after t seconds it is at {16 * w * w} − 16t² feet. For which t is it on the ground?"),
                w,
                Proof.Search("t", 0, 500, $"{16 * w * w} - 16 * t * t = 0"),
                "On the ground the height is 0.",
                $"16t² = {16 * w * w}, t² = {w * w}, t = {w}.",
                Demand.Reason)
            .Maybe("math.halves-for-root", new Fraction(w * w, 2))
            .Maybe("math.stops-after-one-step", w * w)
            .Maybe("math.gives-the-wrong-part", 4 * w)
            .Maybe("math.gives-the-wrong-part", 16 * w);

    /// <summary>Vertex of a parabola. Params: a.</summary>
    private static Draft? Vertex(Commission c)
    {
        long h = c.Draw("a"),
            k = c.Draw("a"),
            a = c.Rolls.Pick([1, 2, -1, 3]);
        if (h == 0 || k == 0 || h == k || h == -k)
        {
            return null;
        }
        var inVertexForm = c.Rolls.Chance(0.5);
        var f = inVertexForm
            ? $"{(a == 1 ? "" : a == -1 ? "−" : Words.Number(a))}(x {Signed(-h)})² {Signed(k)}"
            : Poly("x", a, -2 * a * h, (a * h * h) + k);
        return Choice(
                c.Say(
                    $"What is the vertex of y = {f}?",
                    $"Where is the {(a > 0 ? "lowest" : "highest")} point of y = {f}?",
                    $"{c.Person().Name} sketches y = {f}. At which point does the parabola turn?",
                    $"Find the turning point of y = {f}."),
                Point(h, k),
                Proof.SuchAt(
                    "({p}, {q})",
                    "d",
                    ["1", "2", "1/2"],
                    $"({a}) * (p + d)^2 + ({-2 * a * h}) * (p + d) = ({a}) * (p - d)^2 + ({-2 * a * h}) * (p - d)",
                    $"q = ({a}) * p^2 + ({-2 * a * h}) * p + {(a * h * h) + k}"),
                "A parabola is the same on both sides of its turning point.",
                $"It turns at x = {Words.Number(h)}, where y = {Words.Number(k)}.")
            .Maybe("math.wrong-sign", Point(-h, k))
            .Maybe("math.wrong-sign", Point(h, -k))
            .Maybe("math.swaps-coordinates", Point(k, h))
            .Maybe("math.vertex-twice", Point(2 * h, (a * h * h) + k));
    }

    /// <summary>Polynomial end behaviour and degree from factors. Params: a.</summary>
    private static Draft? PolynomialValue(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Draw("a");
        if (a * b * d == 0 || a == b || b == d || a == d)
        {
            return null;
        }
        string F(long r) => $"({Poly("x", 1, -r)})";
        string Zeros(params long[] z) => Words.List([.. z.Order().Select(n => Words.Number(n))]);
        var p = F(a) + F(b) + F(d);
        return Choice(
                c.Say(
                    $"What are the zeros of p(x) = {p}?",
                    $"Where does the graph of p(x) = {p} meet the x-axis?",
                    $"{c.Person().Name} solves {p} = 0. Which solutions are right?",
                    $"For which x is {p} equal to 0?"),
                Zeros(a, b, d),
                Proof.Such(
                    "{u}, {v} and {w}",
                    $"(u - ({a})) * (u - ({b})) * (u - ({d})) = 0",
                    $"(v - ({a})) * (v - ({b})) * (v - ({d})) = 0",
                    $"(w - ({a})) * (w - ({b})) * (w - ({d})) = 0",
                    "u < v < w"),
                "A product is 0 when one of its factors is.",
                $"The factors are 0 at {Zeros(a, b, d)}.")
            .Maybe("math.wrong-sign", Zeros(-a, -b, -d))
            .Maybe("math.wrong-sign", Zeros(-a, b, d))
            .Maybe("math.adds-terms-across", Zeros(a, b, a + b == d ? d + 1 : a + b));
    }

    /// <summary>Remainder theorem and factor test. Params: a; r.</summary>
    private static Draft? Remainder(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Draw("a"),
            r = c.Draw("r");
        if (a * b * d == 0 || r == 0)
        {
            return null;
        }
        var p = Poly("x", 1, a, b, d);
        long V(long x) => (x * x * x) + (a * x * x) + (b * x) + d;
        var key = V(r);
        return Number(
                c.Say(
                    $"What is the remainder when {p} is divided by {Poly("x", 1, -r)}?",
                    $"{c.Person().Name} divides {p} by {Poly("x", 1, -r)}. Which remainder is left?",
                    $"Find p({Words.Number(r)}) for p(x) = {p}, the remainder of dividing by {Poly("x", 1, -r)}.",
                    $"Dividing {p} by {Poly("x", 1, -r)} leaves a number. Which one?"),
                key,
                Proof.Replay(
                    ["s := 1", $"s := s * ({r}) + ({a})", $"s := s * ({r}) + ({b})", $"s := s * ({r}) + ({d})"],
                    "s"),
                "The remainder is the value of the polynomial where the divisor is 0.",
                $"p({Words.Number(r)}) = {Words.Number(key)}.")
            .Maybe("math.wrong-sign", V(-r))
            .Maybe("math.forgets-the-constant", key - d)
            .Maybe("math.gives-the-wrong-part", d)
            .Maybe("math.wrong-sign", -key);
    }
}
