using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Functions: linear, quadratic, exponential, logarithmic, sequences, polynomials and rates of change.</summary>
internal static partial class FunctionModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.slope", Slope), new Family("math.line-equation", LineEquation), new Family("math.linear-table", LinearTable, works: true), new Family("math.linear-meaning", LinearMeaning, works: true), new Family("math.multiply-binomials", MultiplyBinomials), new Family("math.factor-quadratic", FactorQuadratic), new Family("math.solve-quadratic", SolveQuadratic), new Family("math.quadratic-story", QuadraticStory, works: true),
        new Family("math.vertex", Vertex), new Family("math.growth", Growth, works: true), new Family("math.growth-first", GrowthFirst, works: true), new Family("math.sequence-term", SequenceTerm, works: true), new Family("math.series-sum", SeriesSum, works: true), new Family("math.logarithm", Logarithm), new Family("math.polynomial-value", PolynomialValue), new Family("math.remainder", Remainder),
        new Family("math.compose", Compose), new Family("math.inverse-function", InverseFunction), new Family("math.average-rate", AverageRate, works: true), new Family("math.limit", Limit), new Family("math.complex", Complex), new Family("math.rational-equation", RationalEquation, works: true), new Family("math.transform-function", TransformFunction), new Family("math.shift-story", ShiftStory, works: true), new Family("math.vector-sum", VectorSum, works: true), new Family("math.matrix-total", MatrixTotal, works: true),
    ];

    /// <summary>Slope through two points. Params: size.</summary>
    private static Draft? Slope(Commission c)
    {
        long x1 = c.Draw("size"), y1 = c.Draw("size"), run = c.Rolls.Between(1, 6), rise = c.Draw("size");
        var (x2, y2) = (x1 + run, y1 + rise);
        var key = new Fraction(rise, run);
        if (rise == 0 || Math.Abs(rise) == run || x1 == 0 || y1 == 0)
        {
            return null;
        }
        var (a, b) = (Point(x1, y1), Point(x2, y2));
        return Text(c.Say($"What is the slope of the line through {a} and {b}?", $"A line goes through {a} and {b}. How steep is it?", $"{c.Person().Name} finds the slope between {a} and {b}. What is it?", $"Find the rate of change from {a} to {b}."), key.ToString(), Proof.Such("{m}", $"{y1} + m * {run} = {y2}"), "Rise over run: change of y divided by change of x.", $"Rise {Words.Number(rise)}, run {run}: {key}.")
            .Maybe("math.run-over-rise", 1 / key).Maybe("math.wrong-sign", -key).Maybe("math.adds-coordinates", x1 + x2 == 0 ? new Fraction(rise) : new Fraction(y1 + y2, x1 + x2)).Maybe("math.gives-the-wrong-part", rise);
    }

    /// <summary>Equation of a line from slope and point, or slope and intercept from an equation. Params: m; b; ask (equation, intercept, parallel, perpendicular).</summary>
    private static Draft? LineEquation(Commission c)
    {
        long m = c.Draw("m"), b = c.Draw("b"), x = c.Rolls.Between(1, 6);
        if (m is 0 or 1 or -1 || b == 0 || m == b || m == -b)
        {
            return null;
        }
        var line = $"y = {Poly("x", m, b)}";
        var y = (m * x) + b;
        string[] at = ["0", "1", "−3", "10"];
        switch (c.Params.Text("ask"))
        {
            case "intercept":
                return Choice(c.Say($"Where does the line {line} cross the y-axis?", $"What is the y-intercept of {line}?", $"{c.Person().Name} draws {line}. Through which point of the y-axis does it go?", $"At which point does {line} meet the y-axis?"), Point(0, b), Proof.Such("({x}, {y})", "x = 0", $"y = {m} * x + {b}"), "On the y-axis x is 0.", $"For x = 0, y = {Words.Number(b)}.")
                    .Maybe("math.swaps-coordinates", Point(b, 0)).Maybe("math.swaps-rate-and-start", Point(0, m)).Maybe("math.wrong-sign", Point(0, -b));
            case "parallel":
                var other = b + c.Rolls.Between(1, 7);
                return Choice(c.Say($"Which line is parallel to {line}?", $"{c.Person().Name} looks for a line that never meets {line}. Which one is it?", $"Choose the line with the same direction as {line}.", $"Which of these runs parallel to {line}?"), $"y = {Poly("x", m, other)}", Proof.SuchAt("y = {f}", "x", at, $"f - {other} = {m} * x"), "Parallel lines have the same slope.", $"Both have the slope {Words.Number(m)}.")
                    .Maybe("math.parallel-same-intercept", $"y = {Poly("x", m + 1, b)}").Maybe("math.wrong-sign", $"y = {Poly("x", -m, other)}").Maybe("math.swaps-rate-and-start", $"y = {Poly("x", other, m)}");
            default:
                return Choice(c.Say($"Which line has the slope {Words.Number(m)} and goes through {Point(x, y)}?", $"A line of slope {Words.Number(m)} passes through {Point(x, y)}. What is its equation?", $"{c.Person().Name} knows the slope {Words.Number(m)} and the point {Point(x, y)}. Which equation belongs to the line?", $"Find the equation of the line through {Point(x, y)} with slope {Words.Number(m)}."), line, Proof.SuchAt("y = {f}", "x", at, $"f - {y} = {m} * (x - {x})"), "Put the point into y = mx + b to find b.", $"{Words.Number(y)} = {Words.Number(m)} · {x} + b gives b = {Words.Number(b)}.")
                    .Maybe("math.point-as-intercept", $"y = {Poly("x", m, y)}").Maybe("math.wrong-sign", $"y = {Poly("x", m, -b)}").Maybe("math.swaps-rate-and-start", $"y = {Poly("x", b, m)}").Maybe("math.point-as-intercept", $"y = {Poly("x", m, x)}");
        }
    }

    /// <summary>A linear table of the work: next value, rate or start. Params: rate; start; ask.</summary>
    private static Draft? LinearTable(Commission c)
    {
        var (m, b) = (c.Draw("rate"), c.Draw("start"));
        var (x1, x2, x3) = (c.Rolls.Between(1, 3), c.Rolls.Between(4, 6), c.Rolls.Between(8, 14));
        if (c.Scene(1, 100000) is not { } s || m == b)
        {
            return null;
        }
        int Y(int x) => b + (m * x);
        var figure = Figures.Pictures.Table(["Week", Words.Cap(s.Many)], [[$"{x1}", $"{Y(x1)}"], [$"{x2}", $"{Y(x2)}"]], $"A table. Week {x1}: {Y(x1)} {s.Many}. Week {x2}: {Y(x2)} {s.Many}.");
        return c.Params.Text("ask") switch
        {
            "rate" => Number(c.Say($"{s.Lead}The number of {s.Many} grows by the same amount each week. By how many a week?", $"{s.Lead}The table is linear. What is the rate of change in {s.Many} a week?", $"{s.Lead}{s.Who.Name} plots the table and draws a straight line. What is its slope?"), m, Proof.Such("{m}", $"{Y(x1)} + m * {x2 - x1} = {Y(x2)}"), "Divide the change by the number of weeks between.", $"({Y(x2)} − {Y(x1)}) ÷ ({x2} − {x1}) = {m}.", figure: figure)
                .Maybe("math.stops-after-one-step", Y(x2) - Y(x1)).Maybe("math.run-over-rise", new Fraction(x2 - x1, Y(x2) - Y(x1))).Maybe("math.value-over-input", new Fraction(Y(x2), x2)).Maybe("math.swaps-rate-and-start", b),
            "start" => Number(c.Say($"{s.Lead}The number of {s.Many} grows by the same amount each week. How many were there in week 0?", $"{s.Lead}The table is linear. How many {s.Many} were there at the start, in week 0?", $"{s.Lead}{s.Who.Name} draws the line of the table. Where does it meet the axis of week 0?"), b, Proof.Such("{b}", $"({Y(x2)} - b) * {x1} = ({Y(x1)} - b) * {x2}"), "Find the change of one week, then go back.", $"It is {m} a week; {Y(x1)} − {x1} × {m} = {b}.", Demand.Reason, figure: figure)
                .Maybe("math.swaps-rate-and-start", m).Maybe("math.one-group-too-few", b + m).Maybe("math.first-value-is-start", Y(x1)).Maybe("math.wrong-sign", b - m),
            _ => Number(c.Say($"{s.Lead}The number of {s.Many} grows by the same amount each week. How many are there in week {x3}?", $"{s.Lead}The table is linear. How many {s.Many} will week {x3} show?", $"{s.Lead}{s.Who.Name} plans ahead with the table. How many {s.Many} are to be expected in week {x3}?"), Y(x3), Proof.Such("{n}", $"(n - {Y(x1)}) * {x2 - x1} = ({Y(x2)} - {Y(x1)}) * {x3 - x1}"), "Find the change of one week, then go on from a known week.", $"{m} a week: {Y(x2)} + {x3 - x2} × {m} = {Y(x3)}.", Demand.Reason, figure: figure)
                .Maybe("math.assumes-proportional", new Fraction((long)Y(x1) * x3, x1)).Maybe("math.forgets-the-constant", m * x3).Maybe("math.additive-not-multiplicative", Y(x2) + (x3 - x2)).Maybe("math.one-group-too-few", Y(x3) - m),
        };
    }

    /// <summary>What the numbers of a linear model mean. Params: rate; start.</summary>
    private static Draft? LinearMeaning(Commission c)
    {
        var (m, b) = (c.Draw("rate"), c.Draw("start"));
        if (c.Scene(1, 100000) is not { } s || m == b)
        {
            return null;
        }
        var slope = c.Rolls.Chance(0.5);
        var n = slope ? m : b;
        var texts = new[] { $"the number of {s.Many} at the start", $"the number of {s.Many} added each day", $"the number of days", $"the number of {s.Many} at the end" };
        var rows = new[] { new { name = texts[0], day0 = b, step = 0 }, new { name = texts[1], day0 = 0, step = m }, new { name = texts[2], day0 = 0, step = 1 }, new { name = texts[3], day0 = 0, step = 0 } };
        return Choice(c.Say($"{s.Lead}The number of {s.Many} after d days is {m}d + {b}. What does the {n} stand for?", $"{s.Lead}{s.Who.Name} uses y = {m}d + {b} for the number of {s.Many} after d days. What is the {n}?", $"{s.Lead}In the model y = {m}d + {b}, y counts the {s.Many} after d days. What does {n} tell?"), slope ? texts[1] : texts[0],
                Proof.Rows(rows, slope ? $"step = ({m} * 1 + {b}) - ({m} * 0 + {b})" : $"day0 = {m} * 0 + {b}"), "Put in d = 0, then d = 1: what changes?", slope ? $"Each day adds {m}." : $"On day 0 there are {b}.", Demand.Reason)
            .Wrong("math.swaps-rate-and-start", slope ? texts[0] : texts[1]).Wrong("math.confuses-variable-and-rate", texts[2]).Wrong("math.end-value-for-start", texts[3]);
    }

    /// <summary>Products of binomials. Params: a; lead.</summary>
    private static Draft? MultiplyBinomials(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a"), k = c.Draw("lead", 1, 1);
        if (a * b == 0 || a + (k * b) == 0 || a == b)
        {
            return null;
        }
        var text = $"({Poly("x", k, a)})({Poly("x", 1, b)})";
        return Choice(c.Say($"Which expression is equal to {text}?", $"Multiply out {text}.", $"{c.Person().Name} multiplies {text}. Which result is right?", $"Expand {text}."), Poly("x", k, a + (k * b), a * b), Proof.SuchAt("{f}", "x", ["0", "1", "−2", "5/3"], $"f = {text}"), "Each term of the first times each term of the second.", $"{text} = {Poly("x", k, a + (k * b), a * b)}.")
            .Maybe("math.multiplies-ends-only", Poly("x", k, 0, a * b)).Maybe("math.wrong-sign", Poly("x", k, -(a + (k * b)), a * b)).Maybe("math.adds-instead-of-multiplying", Poly("x", k, a + (k * b), a + b)).Maybe("math.multiplies-middle-terms", Poly("x", k, a * b, a + b));
    }

    /// <summary>Factors of x² + bx + c. Params: a.</summary>
    private static Draft? FactorQuadratic(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a");
        if (a * b == 0 || a == b || a == -b)
        {
            return null;
        }
        var text = Poly("x", 1, a + b, a * b);
        string F(long p, long q) => $"({Poly("x", 1, Math.Max(p, q))})({Poly("x", 1, Math.Min(p, q))})";
        return Choice(c.Say($"Which product is equal to {text}?", $"Factor {text}.", $"{c.Person().Name} factors {text}. Which result is right?", $"Write {text} as a product of two factors."), F(a, b), Proof.SuchAt("{f}", "x", ["0", "1", "−2", "5/3"], $"f = {text}"), "Which two numbers multiply to the last and add to the middle number?", $"{Words.Number(a)} · {Closed(b)} = {Words.Number(a * b)} and {Words.Number(a)} + {Closed(b)} = {Words.Number(a + b)}.")
            .Maybe("math.wrong-sign", F(-a, -b)).Maybe("math.wrong-sign", F(a, -b)).Maybe("math.factors-product-only", F(a * b, 1)).Maybe("math.factors-sum-only", F(a + b - 1, 1));
    }

    /// <summary>Solves a quadratic equation. Params: a; by (factors, square, formula).</summary>
    private static Draft? SolveQuadratic(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a");
        if (a * b == 0 || a == b || a == -b)
        {
            return null;
        }
        string Pair(long p, long q) => $"x = {Words.Number(Math.Min(p, q))} or x = {Words.Number(Math.Max(p, q))}";
        var byFactors = c.Params.Text("by") == "factors";
        var equation = byFactors ? $"({Poly("x", 1, -a)})({Poly("x", 1, -b)}) = 0" : $"{Poly("x", 1, -(a + b), a * b)} = 0";
        return Choice(c.Say($"Solve {equation}.", $"Which numbers solve {equation}?", $"{c.Person().Name} solves {equation}. Which solution is right?", $"Find all x with {equation}."), Pair(a, b), Proof.Such("x = {p} or x = {q}", $"p^2 - ({a + b}) * p + ({a * b}) = 0", $"q^2 - ({a + b}) * q + ({a * b}) = 0", "p < q"), "A product is 0 when one of its factors is.", $"The factors are 0 at {Words.Number(a)} and at {Words.Number(b)}.")
            .Maybe("math.wrong-sign", Pair(-a, -b)).Maybe("math.reads-coefficients-as-roots", Pair(a + b, a * b)).Maybe("math.wrong-sign", Pair(a, -b)).Maybe("math.wrong-sign", Pair(-a, b));
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
            0 => Number(c.Say($"{s.Lead}A rectangular floor is {k} feet longer than it is wide. Its area is {w * (w + k)} square feet. How many feet wide is it?", $"{s.Lead}{s.Who.Name} plans a rectangular floor with an area of {w * (w + k)} square feet, {k} feet longer than wide. What is its width in feet?"), w, Proof.Search("n", 1, 500, $"n * (n + {k}) = {w * (w + k)}"), "Write an equation with the width as x.", $"{w} × {w + k} = {w * (w + k)}.", Demand.Reason)
                .Maybe("math.gives-the-wrong-part", w + k).Maybe("math.halves-for-root", new Fraction(w * (w + k), 4)).Maybe("math.subtracts-instead-of-dividing", (w * (w + k)) - k).Maybe("math.reads-coefficients-as-roots", k),
            _ => Falling(c, 2 + (w % 5)),
        };
    }

    /// <summary>A fall of 2 to 6 seconds: from 64 to 576 feet, the heights of bridges and towers.</summary>
    private static Draft Falling(Commission c, int w) =>
        Number(c.Say($"A stone falls from a bridge. After t seconds it is {16 * w * w} − 16t² feet above the water. After how many seconds does it reach the water?", $"A helmet is dropped from a tower in a test. Its height after t seconds is {16 * w * w} − 16t² feet. When does it land, in seconds?", $"{c.Person().Name} lets a ball fall from a height of {16 * w * w} feet; after t seconds it is at {16 * w * w} − 16t² feet. For which t is it on the ground?"),
                w, Proof.Search("t", 0, 500, $"{16 * w * w} - 16 * t * t = 0"), "On the ground the height is 0.", $"16t² = {16 * w * w}, t² = {w * w}, t = {w}.", Demand.Reason)
            .Maybe("math.halves-for-root", new Fraction(w * w, 2)).Maybe("math.stops-after-one-step", w * w).Maybe("math.gives-the-wrong-part", 4 * w).Maybe("math.gives-the-wrong-part", 16 * w);

    /// <summary>Vertex of a parabola. Params: a.</summary>
    private static Draft? Vertex(Commission c)
    {
        long h = c.Draw("a"), k = c.Draw("a"), a = c.Rolls.Pick([1, 2, -1, 3]);
        if (h == 0 || k == 0 || h == k || h == -k)
        {
            return null;
        }
        var inVertexForm = c.Rolls.Chance(0.5);
        var f = inVertexForm ? $"{(a == 1 ? "" : a == -1 ? "−" : Words.Number(a))}(x {Signed(-h)})² {Signed(k)}" : Poly("x", a, -2 * a * h, (a * h * h) + k);
        return Choice(c.Say($"What is the vertex of y = {f}?", $"Where is the {(a > 0 ? "lowest" : "highest")} point of y = {f}?", $"{c.Person().Name} sketches y = {f}. At which point does the parabola turn?", $"Find the turning point of y = {f}."), Point(h, k), Proof.SuchAt("({p}, {q})", "d", ["1", "2", "1/2"], $"({a}) * (p + d)^2 + ({-2 * a * h}) * (p + d) = ({a}) * (p - d)^2 + ({-2 * a * h}) * (p - d)", $"q = ({a}) * p^2 + ({-2 * a * h}) * p + {(a * h * h) + k}"), "A parabola is the same on both sides of its turning point.", $"It turns at x = {Words.Number(h)}, where y = {Words.Number(k)}.")
            .Maybe("math.wrong-sign", Point(-h, k)).Maybe("math.wrong-sign", Point(h, -k)).Maybe("math.swaps-coordinates", Point(k, h)).Maybe("math.vertex-twice", Point(2 * h, (a * h * h) + k));
    }

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
        return Number(c.Say($"{s.Lead}There are {Words.Grouped(start)} {s.Many}. Each month the number {(down ? "falls" : "grows")} by {p}%. How many are there after {n} months?", $"{s.Lead}A stock of {Words.Grouped(start)} {s.Many} {(down ? "shrinks" : "rises")} by {p}% a year. What is it after {n} years?", $"{s.Lead}{s.Who.Name} expects the {Words.Grouped(start)} {s.Many} to {(down ? "decrease" : "increase")} by {p}% each week. How many are there after {n} weeks?"),
                Words.Grouped(value), Proof.Such("{n}", $"n = {start} * ({factor}/100)^{n}"), $"Each step multiplies by {Words.Number(factor / 100m)}.", $"{Words.Grouped(start)} × {Words.Number(factor / 100m)}{Raised(n)} = {Words.Grouped(value)}.", Demand.Reason)
            .Maybe("math.linear-for-exponential", Words.Grouped(linear)).Maybe("math.keeps-percent-as-factor", Words.Grouped(Math.Max(1, step))).Maybe("math.one-group-too-few", Words.Grouped(value * 100 / factor)).Maybe("math.moves-the-wrong-way", Words.Grouped(down ? start + (step * n) : Math.Max(0, start - (step * n)))).Maybe("math.stops-after-one-step", Words.Grouped(down ? start - step : start + step));
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
        if (c.Scene(1, 1000000) is not { } s || n is < 3 or > 40 || Math.Abs(value - limit) * 50 < limit || Math.Abs(before - limit) * 50 < limit)
        {
            return null; // values within 2% of the limit would hang on rounding
        }
        var constant = ((100 - share) / p) + 1;
        return Number(c.Say($"{s.Lead}Beside the {s.Many} stands a leaking tank of {Words.Grouped(start)} liters. Each hour {p}% of what is still in it runs out. After how many full hours are fewer than {Words.Grouped(limit)} liters left for the first time?", $"{s.Lead}A machine for {s.Many} is worth ${Words.Grouped(start)} and loses {p}% of its value each year. After how many full years is it worth less than ${Words.Grouped(limit)} for the first time?", $"{s.Lead}Air near the {s.Many} carries {Words.Grouped(start)} grains of dust. A filter takes away {p}% of them at each pass. After how many passes are fewer than {Words.Grouped(limit)} left for the first time?"),
                n, Proof.Such("{n}", "whole(n)", $"{start} * ({100 - p}/100)^n < {limit}", $"{start} * ({100 - p}/100)^(n - 1) >= {limit}"), $"Each step leaves {100 - p}% of what was there.", $"After {n - 1} steps about {Words.Grouped((long)before)} are left, after {n} about {Words.Grouped((long)value)}.", Demand.Reason, 0.4)
            .Maybe("math.linear-for-exponential", constant).Maybe("math.rounds-down-the-step", n - 1).Maybe("math.keeps-percent-as-factor", 2).Maybe("math.one-group-too-many", n + 1);
    }

    /// <summary>A term of an arithmetic or geometric sequence. Params: kind; start; step; n.</summary>
    private static Draft? SequenceTerm(Commission c)
    {
        var geometric = c.Params.Text("kind") == "geometric";
        long a = c.Draw("start"), d = c.Draw("step");
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
        var terms = geometric ? $"{a}, {a * d}, {a * d * d}" : $"{Words.Number(a)}, {Words.Number(a + d)}, {Words.Number(a + (2 * d))}";
        Phrase stem;
        if (c.Work is null)
        {
            stem = c.Say($"The sequence begins {terms}, ... What is term number {n}?", $"A{(geometric ? " geometric" : "n arithmetic")} sequence starts {terms}. Find its {Words.Ordinal(n)} term.", $"{c.Person().Name} continues the sequence {terms}, ... What is the {Words.Ordinal(n)} term?");
        }
        else
        {
            if (a < 1 || d < 1 || c.Scene(1, 1000000) is not { } s)
            {
                return null;
            }
            stem = geometric ? c.Say($"{s.Lead}There are {a} {s.Many} in week 1, and each week {d} times as many as the week before. How many are there in week {n}?", $"{s.Lead}A message about {s.Many} reaches {a} people on day 1 and {d} times as many each day after. How many does it reach on day {n}?")
                : c.Say($"{s.Lead}Row 1 has {a} {s.Many}, and every row has {d} more than the row before. How many are in row {n}?", $"{s.Lead}{s.Who.Name} makes {a} {s.Many} on day 1 and {d} more each day after. How many on day {n}?");
        }
        return Number(stem, Words.Grouped(key), Proof.Replay([$"n := {a}", .. Enumerable.Repeat(geometric ? $"n := n * {d}" : $"n := n + ({d})", n - 1)], "n"), $"From the first to term {n} there are {n - 1} steps.", geometric ? $"{a} × {d}{Raised(n - 1)} = {Words.Grouped(key)}." : $"{Words.Number(a)} + {n - 1} × {Closed(d)} = {Words.Grouped(key)}.")
            .Maybe("math.one-step-too-many", Words.Grouped(geometric ? key * d : key + d)).Maybe(geometric ? "math.linear-for-exponential" : "math.multiplies-term-by-n", Words.Grouped(geometric ? a + ((n - 1) * ((a * d) - a)) : a * n)).Maybe("math.forgets-the-constant", Words.Grouped(geometric ? a * d * (n - 1) : d * (n - 1))).Maybe("math.one-group-too-few", Words.Grouped(geometric ? key / d : key - d));
    }

    /// <summary>Sum of an arithmetic or geometric series. Params: kind; start; step; n.</summary>
    private static Draft? SeriesSum(Commission c)
    {
        var geometric = c.Params.Text("kind") == "geometric";
        long a = c.Draw("start"), d = c.Draw("step");
        var n = c.Draw("n");
        if (c.Scene(1, 1000000) is not { } s || a == d || d < 2)
        {
            return null;
        }
        long term = a, sum = 0, last = a;
        for (var i = 0; i < n; i++)
        {
            sum += term;
            last = term;
            term = geometric ? term * d : term + d;
        }
        return Number(geometric ? c.Say($"{s.Lead}{a} {s.Many} are sold in week 1, and each week {d} times as many as the week before. How many are sold in {n} weeks together?", $"{s.Lead}{s.Who.Name} sends {a} {s.Many} on day 1 and {d} times as many each day after. How many are sent in {n} days in all?")
                : c.Say($"{s.Lead}Row 1 has {a} {s.Many}, and every row has {d} more than the row before. How many are there in {n} rows together?", $"{s.Lead}{s.Who.Name} makes {a} {s.Many} on day 1 and {d} more each day after. How many are made in {n} days in all?"),
                Words.Grouped(sum), Proof.Replay([$"t := {a}", "s := 0", .. Enumerable.Range(0, n).SelectMany(_ => new[] { "s := s + t", geometric ? $"t := t * {d}" : $"t := t + {d}" })], "s"), geometric ? "Multiply the sum by the ratio and subtract: most terms cancel." : "Pair the first with the last.", geometric ? $"{a} × ({d}{Raised(n)} − 1) ÷ ({d} − 1) = {Words.Grouped(sum)}." : $"{n} × ({a} + {last}) ÷ 2 = {Words.Grouped(sum)}.", Demand.Reason)
            .Maybe("math.gives-the-wrong-part", Words.Grouped(last)).Maybe("math.one-step-too-many", Words.Grouped(sum + term)).Maybe("math.forgets-to-halve", Words.Grouped(geometric ? a * n * d : n * (a + last))).Maybe("math.one-group-too-few", Words.Grouped(sum - last));
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
        return Number(c.Say($"What is log{sub}({x})?", $"To which power must {b} be raised to give {x}?", $"Solve {b}ˣ = {x}.", $"{c.Person().Name} looks for the exponent x with {b}ˣ = {x}. What is x?"), e, Proof.Such("{n}", $"{b}^n = {x}"), $"How many factors {b} make it?", $"{b}{Raised(e)} = {x}.")
            .Maybe("math.divides-for-logarithm", e < 0 ? new Fraction(1, power * b) : new Fraction(power, b)).Maybe("math.wrong-sign", -e).Maybe("math.one-group-too-many", e + 1).Maybe("math.root-for-logarithm", b);
    }

    /// <summary>Polynomial end behaviour and degree from factors. Params: a.</summary>
    private static Draft? PolynomialValue(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a"), d = c.Draw("a");
        if (a * b * d == 0 || a == b || b == d || a == d)
        {
            return null;
        }
        string F(long r) => $"({Poly("x", 1, -r)})";
        string Zeros(params long[] z) => Words.List([.. z.Order().Select(n => Words.Number(n))]);
        var p = F(a) + F(b) + F(d);
        return Choice(c.Say($"What are the zeros of p(x) = {p}?", $"Where does the graph of p(x) = {p} meet the x-axis?", $"{c.Person().Name} solves {p} = 0. Which solutions are right?", $"For which x is {p} equal to 0?"), Zeros(a, b, d), Proof.Such("{u}, {v} and {w}", $"(u - ({a})) * (u - ({b})) * (u - ({d})) = 0", $"(v - ({a})) * (v - ({b})) * (v - ({d})) = 0", $"(w - ({a})) * (w - ({b})) * (w - ({d})) = 0", "u < v < w"), "A product is 0 when one of its factors is.", $"The factors are 0 at {Zeros(a, b, d)}.")
            .Maybe("math.wrong-sign", Zeros(-a, -b, -d)).Maybe("math.wrong-sign", Zeros(-a, b, d)).Maybe("math.adds-terms-across", Zeros(a, b, a + b == d ? d + 1 : a + b));
    }

    /// <summary>Remainder theorem and factor test. Params: a; r.</summary>
    private static Draft? Remainder(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a"), d = c.Draw("a"), r = c.Draw("r");
        if (a * b * d == 0 || r == 0)
        {
            return null;
        }
        var p = Poly("x", 1, a, b, d);
        long V(long x) => (x * x * x) + (a * x * x) + (b * x) + d;
        var key = V(r);
        return Number(c.Say($"What is the remainder when {p} is divided by {Poly("x", 1, -r)}?", $"{c.Person().Name} divides {p} by {Poly("x", 1, -r)}. Which remainder is left?", $"Find p({Words.Number(r)}) for p(x) = {p}, the remainder of dividing by {Poly("x", 1, -r)}.", $"Dividing {p} by {Poly("x", 1, -r)} leaves a number. Which one?"), key, Proof.Replay(["s := 1", $"s := s * ({r}) + ({a})", $"s := s * ({r}) + ({b})", $"s := s * ({r}) + ({d})"], "s"), "The remainder is the value of the polynomial where the divisor is 0.", $"p({Words.Number(r)}) = {Words.Number(key)}.")
            .Maybe("math.wrong-sign", V(-r)).Maybe("math.forgets-the-constant", key - d).Maybe("math.gives-the-wrong-part", d).Maybe("math.wrong-sign", -key);
    }
}
