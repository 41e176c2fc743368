using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Functions: linear, quadratic, exponential, logarithmic, sequences, polynomials and rates of change.</summary>
internal static partial class FunctionModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.slope", Slope),
            new Family("math.line-equation", LineEquation),
            new Family("math.linear-table", LinearTable, works: true),
            new Family("math.linear-meaning", LinearMeaning, works: true),
            new Family("math.multiply-binomials", MultiplyBinomials),
            new Family("math.factor-quadratic", FactorQuadratic),
            new Family("math.solve-quadratic", SolveQuadratic),
            new Family("math.quadratic-story", QuadraticStory, works: true),
            new Family("math.vertex", Vertex),
            new Family("math.growth", Growth, works: true),
            new Family("math.growth-first", GrowthFirst, works: true),
            new Family("math.sequence-term", SequenceTerm, works: true),
            new Family("math.series-sum", SeriesSum, works: true),
            new Family("math.logarithm", Logarithm),
            new Family("math.polynomial-value", PolynomialValue),
            new Family("math.remainder", Remainder),
            new Family("math.compose", Compose),
            new Family("math.inverse-function", InverseFunction),
            new Family("math.average-rate", AverageRate, works: true),
            new Family("math.limit", Limit),
            new Family("math.complex", Complex),
            new Family("math.rational-equation", RationalEquation, works: true),
            new Family("math.transform-function", TransformFunction),
            new Family("math.shift-story", ShiftStory, works: true),
            new Family("math.vector-sum", VectorSum, works: true),
            new Family("math.matrix-total", MatrixTotal, works: true),
        ];

    /// <summary>Slope through two points. Params: size.</summary>
    private static Draft? Slope(Commission c)
    {
        long x1 = c.Draw("size"),
            y1 = c.Draw("size"),
            run = c.Rolls.Between(1, 6),
            rise = c.Draw("size");
        var (x2, y2) = (x1 + run, y1 + rise);
        var key = new Fraction(rise, run);
        if (rise == 0 || Math.Abs(rise) == run || x1 == 0 || y1 == 0)
        {
            return null;
        }
        var (a, b) = (Point(x1, y1), Point(x2, y2));
        return Text(
                c.Say(
                    $"What is the slope of the line through {a} and {b}?",
                    $"A line goes through {a} and {b}. How steep is it?",
                    $"{c.Person().Name} finds the slope between {a} and {b}. What is it?",
                    $"Find the rate of change from {a} to {b}."),
                key.ToString(),
                Proof.Such("{m}", $"{y1} + m * {run} = {y2}"),
                "Rise over run: change of y divided by change of x.",
                $"Rise {Words.Number(rise)}, run {run}: {key}.")
            .Maybe("math.run-over-rise", 1 / key)
            .Maybe("math.wrong-sign", -key)
            .Maybe("math.adds-coordinates", x1 + x2 == 0 ? new Fraction(rise) : new Fraction(y1 + y2, x1 + x2))
            .Maybe("math.gives-the-wrong-part", rise);
    }

    /// <summary>Equation of a line from slope and point, or slope and intercept from an equation. Params: m; b; ask (equation, intercept, parallel, perpendicular).</summary>
    private static Draft? LineEquation(Commission c)
    {
        long m = c.Draw("m"),
            b = c.Draw("b"),
            x = c.Rolls.Between(1, 6);
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
                return Choice(
                        c.Say(
                            $"Where does the line {line} cross the y-axis?",
                            $"What is the y-intercept of {line}?",
                            $"{c.Person().Name} draws {line}. Through which point of the y-axis does it go?",
                            $"At which point does {line} meet the y-axis?"),
                        Point(0, b),
                        Proof.Such("({x}, {y})", "x = 0", $"y = {m} * x + {b}"),
                        "On the y-axis x is 0.",
                        $"For x = 0, y = {Words.Number(b)}.")
                    .Maybe("math.swaps-coordinates", Point(b, 0))
                    .Maybe("math.swaps-rate-and-start", Point(0, m))
                    .Maybe("math.wrong-sign", Point(0, -b));
            case "parallel":
                var other = b + c.Rolls.Between(1, 7);
                return Choice(
                        c.Say(
                            $"Which line is parallel to {line}?",
                            $"{c.Person().Name} looks for a line that never meets {line}. Which one is it?",
                            $"Choose the line with the same direction as {line}.",
                            $"Which of these runs parallel to {line}?"),
                        $"y = {Poly("x", m, other)}",
                        Proof.SuchAt("y = {f}", "x", at, $"f - {other} = {m} * x"),
                        "Parallel lines have the same slope.",
                        $"Both have the slope {Words.Number(m)}.")
                    .Maybe("math.parallel-same-intercept", $"y = {Poly("x", m + 1, b)}")
                    .Maybe("math.wrong-sign", $"y = {Poly("x", -m, other)}")
                    .Maybe("math.swaps-rate-and-start", $"y = {Poly("x", other, m)}");
            default:
                return Choice(
                        c.Say(
                            $"Which line has the slope {Words.Number(m)} and goes through {Point(x, y)}?",
                            $"A line of slope {Words.Number(m)} passes through {Point(x, y)}. What is its equation?",
                            $"{c.Person().Name} knows the slope {Words.Number(m)} and the point {Point(x, y)}. Which equation belongs to the line?",
                            $"Find the equation of the line through {Point(x, y)} with slope {Words.Number(m)}."),
                        line,
                        Proof.SuchAt("y = {f}", "x", at, $"f - {y} = {m} * (x - {x})"),
                        "Put the point into y = mx + b to find b.",
                        $"{Words.Number(y)} = {Words.Number(m)} · {x} + b gives b = {Words.Number(b)}.")
                    .Maybe("math.point-as-intercept", $"y = {Poly("x", m, y)}")
                    .Maybe("math.wrong-sign", $"y = {Poly("x", m, -b)}")
                    .Maybe("math.swaps-rate-and-start", $"y = {Poly("x", b, m)}")
                    .Maybe("math.point-as-intercept", $"y = {Poly("x", m, x)}");
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
        var figure = Figures.Pictures.Table(
            ["Week", Words.Cap(s.Many)],
            [
                [$"{x1}", $"{Y(x1)}"],
                [$"{x2}", $"{Y(x2)}"],
            ],
            $"A table. Week {x1}: {Y(x1)} {s.Many}. Week {x2}: {Y(x2)} {s.Many}.");
        return c.Params.Text("ask") switch
        {
            "rate" => Number(
                    c.Say(
                        $"{s.Lead}The number of {s.Many} grows by the same amount each week. By how many a week?",
                        $"{s.Lead}The table is linear. What is the rate of change in {s.Many} a week?",
                        $"{s.Lead}{s.Who.Name} plots the table and draws a straight line. What is its slope?"),
                    m,
                    Proof.Such("{m}", $"{Y(x1)} + m * {x2 - x1} = {Y(x2)}"),
                    "Divide the change by the number of weeks between.",
                    $"({Y(x2)} − {Y(x1)}) ÷ ({x2} − {x1}) = {m}.",
                    figure: figure)
                .Maybe("math.stops-after-one-step", Y(x2) - Y(x1))
                .Maybe("math.run-over-rise", new Fraction(x2 - x1, Y(x2) - Y(x1)))
                .Maybe("math.value-over-input", new Fraction(Y(x2), x2))
                .Maybe("math.swaps-rate-and-start", b),
            "start" => Number(
                    c.Say(
                        $"{s.Lead}The number of {s.Many} grows by the same amount each week. How many were there in week 0?",
                        $"{s.Lead}The table is linear. How many {s.Many} were there at the start, in week 0?",
                        $"{s.Lead}{s.Who.Name} draws the line of the table. Where does it meet the axis of week 0?"),
                    b,
                    Proof.Such("{b}", $"({Y(x2)} - b) * {x1} = ({Y(x1)} - b) * {x2}"),
                    "Find the change of one week, then go back.",
                    $"It is {m} a week; {Y(x1)} − {x1} × {m} = {b}.",
                    Demand.Reason,
                    figure: figure)
                .Maybe("math.swaps-rate-and-start", m)
                .Maybe("math.one-group-too-few", b + m)
                .Maybe("math.first-value-is-start", Y(x1))
                .Maybe("math.wrong-sign", b - m),
            _ => Number(
                    c.Say(
                        $"{s.Lead}The number of {s.Many} grows by the same amount each week. How many are there in week {x3}?",
                        $"{s.Lead}The table is linear. How many {s.Many} will week {x3} show?",
                        $"{s.Lead}{s.Who.Name} plans ahead with the table. How many {s.Many} are to be expected in week {x3}?"),
                    Y(x3),
                    Proof.Such("{n}", $"(n - {Y(x1)}) * {x2 - x1} = ({Y(x2)} - {Y(x1)}) * {x3 - x1}"),
                    "Find the change of one week, then go on from a known week.",
                    $"{m} a week: {Y(x2)} + {x3 - x2} × {m} = {Y(x3)}.",
                    Demand.Reason,
                    figure: figure)
                .Maybe("math.assumes-proportional", new Fraction((long)Y(x1) * x3, x1))
                .Maybe("math.forgets-the-constant", m * x3)
                .Maybe("math.additive-not-multiplicative", Y(x2) + (x3 - x2))
                .Maybe("math.one-group-too-few", Y(x3) - m),
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
        var texts = new[]
        {
            $"the number of {s.Many} at the start",
            $"the number of {s.Many} added each day",
            $"the number of days",
            $"the number of {s.Many} at the end",
        };
        var rows = new[]
        {
            new
            {
                name = texts[0],
                day0 = b,
                step = 0,
            },
            new
            {
                name = texts[1],
                day0 = 0,
                step = m,
            },
            new
            {
                name = texts[2],
                day0 = 0,
                step = 1,
            },
            new
            {
                name = texts[3],
                day0 = 0,
                step = 0,
            },
        };
        return Choice(
                c.Say(
                    $"{s.Lead}The number of {s.Many} after d days is {m}d + {b}. What does the {n} stand for?",
                    $"{s.Lead}{s.Who.Name} uses y = {m}d + {b} for the number of {s.Many} after d days. What is the {n}?",
                    $"{s.Lead}In the model y = {m}d + {b}, y counts the {s.Many} after d days. What does {n} tell?"),
                slope ? texts[1] : texts[0],
                Proof.Rows(rows, slope ? $"step = ({m} * 1 + {b}) - ({m} * 0 + {b})" : $"day0 = {m} * 0 + {b}"),
                "Put in d = 0, then d = 1: what changes?",
                slope ? $"Each day adds {m}." : $"On day 0 there are {b}.",
                Demand.Reason)
            .Wrong("math.swaps-rate-and-start", slope ? texts[0] : texts[1])
            .Wrong("math.confuses-variable-and-rate", texts[2])
            .Wrong("math.end-value-for-start", texts[3]);
    }
}
