using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Functions made of functions, rates, limits, complex numbers, vectors and matrices.</summary>
internal static partial class FunctionModels
{
    /// <summary>f(g(x)) at a number or as a formula. Params: a.</summary>
    private static Draft? Compose(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Draw("a"),
            x = c.Rolls.Between(2, 5);
        if (a is 0 or 1 || b == 0 || d == 0)
        {
            return null;
        }
        var (f, g) = (Poly("x", a, b), Poly("x", 1, 0, d));
        var inner = (x * x) + d;
        var key = (a * inner) + b;
        var reverse = (((a * x) + b) * ((a * x) + b)) + d;
        return Number(
                c.Say(
                    $"Let f(x) = {f} and g(x) = {g}. What is f(g({x}))?",
                    $"For f(x) = {f} and g(x) = {g}, find f(g({x})).",
                    $"{c.Person().Name} puts {x} into g(x) = {g} and the result into f(x) = {f}. What comes out?",
                    $"First apply g(x) = {g}, then f(x) = {f}. What happens to {x}?"),
                key,
                Proof.Replay([$"y := {x}", $"y := y^2 + ({d})", $"y := ({a}) * y + ({b})"], "y"),
                "Work from the inside out.",
                $"g({x}) = {Words.Number(inner)} and f({Words.Number(inner)}) = {Words.Number(key)}.")
            .Maybe("math.composes-in-wrong-order", reverse)
            .Maybe("math.multiplies-functions", ((a * x) + b) * inner)
            .Maybe("math.stops-after-one-step", inner)
            .Maybe("math.adds-instead-of-multiplying", (a * x) + b + inner);
    }

    /// <summary>Inverse of a linear function. Params: a.</summary>
    private static Draft? InverseFunction(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a");
        if (a is 0 or 1 or -1 || b == 0 || a < 0)
        {
            return null;
        }
        var f = Poly("x", a, b);
        return Choice(
                c.Say(
                    $"What is the inverse of f(x) = {f}?",
                    $"Which function undoes f(x) = {f}?",
                    $"{c.Person().Name} looks for the inverse of f(x) = {f}. Which one is it?",
                    $"Find f⁻¹(x) for f(x) = {f}."),
                $"(x {Signed(-b)}) ÷ {a}",
                Proof.SuchAt("{g}", "x", ["0", "1", "−4", "9"], $"({a}) * g + ({b}) = x"),
                "Undo the steps in reverse order.",
                $"First undo {Signed(b)}, then × {a}.",
                Demand.Reason)
            .Maybe("math.inverse-as-reciprocal", $"1 ÷ ({f})")
            .Maybe("math.divides-one-term-only", $"x ÷ {a} {Signed(-b)}")
            .Maybe("math.same-operation-not-opposite", $"(x {Signed(b)}) ÷ {a}");
    }

    /// <summary>Average rate of change. Params: a.</summary>
    private static Draft? AverageRate(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("b"),
            t1 = c.Rolls.Between(1, 4),
            t2 = t1 + c.Rolls.Between(2, 5);
        long V(long t) => (a * t * t) + (b * t);
        var key = (V(t2) - V(t1)) / (t2 - t1);
        if (a == 0 || b == 0 || V(t1) == V(t2))
        {
            return null;
        }
        Phrase stem;
        var f = Poly("t", a, b, 0);
        if (c.Work is null)
        {
            stem = c.Say(
                $"What is the average rate of change of f(t) = {f} from t = {t1} to t = {t2}?",
                $"Find the slope of the line through the points of f(t) = {f} at t = {t1} and t = {t2}.",
                $"{c.Person().Name} measures how fast f(t) = {f} changes on average between {t1} and {t2}. What is it?");
        }
        else
        {
            if (c.Scene(1, 1000000) is not { } s || a < 0 || b < 0)
            {
                return null;
            }
            stem = c.Say(
                $"{s.Lead}After t hours, {f} {s.Many} are done. How many an hour is that on average from hour {t1} to hour {t2}?",
                $"{s.Lead}The count of {s.Many} after t days is {f}. What is the average change a day from day {t1} to day {t2}?");
        }
        return Number(
                stem,
                key,
                Proof.Such("{m}", $"{V(t1)} + m * {t2 - t1} = {V(t2)}"),
                "Divide the change of the value by the length of the time.",
                $"({Words.Number(V(t2))} − {Closed(V(t1))}) ÷ {t2 - t1} = {Words.Number(key)}.")
            .Maybe("math.stops-after-one-step", V(t2) - V(t1))
            .Maybe("math.average-of-values", new Fraction(V(t1) + V(t2), 2))
            .Maybe("math.value-over-input", new Fraction(V(t2), t2))
            .Maybe("math.run-over-rise", new Fraction(t2 - t1, V(t2) - V(t1)));
    }

    /// <summary>Limits by cancelling or at infinity. Params: a; kind (hole, infinity, direct).</summary>
    private static Draft? Limit(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Rolls.Between(2, 9);
        if (a == 0 || b == 0 || a == b || a == -b)
        {
            return null;
        }
        switch (c.Params.Text("kind"))
        {
            case "hole":
                var top = Poly("x", 1, b - a, -a * b);
                return Number(
                        c.Say(
                            $"What is the limit of ({top}) ÷ ({Poly("x", 1, -a)}) as x approaches {Words.Number(a)}?",
                            $"To which number does ({top})/({Poly("x", 1, -a)}) come close when x comes close to {Words.Number(a)}?",
                            $"{c.Person().Name} finds the limit of ({top})/({Poly("x", 1, -a)}) for x → {Words.Number(a)}. What is it?"),
                        a + b,
                        Proof.Such(
                            "{n}",
                            $"abs((({a} + 1/1000)^2 + ({b - a}) * ({a} + 1/1000) + ({-a * b})) * 1000 - n) < 1/100",
                            $"abs((({a} - 1/1000)^2 + ({b - a}) * ({a} - 1/1000) + ({-a * b})) * (0 - 1000) - n) < 1/100"),
                        "Factor the top; one factor cancels.",
                        $"The top is ({Poly("x", 1, -a)})({Poly("x", 1, b)}), so near {Words.Number(a)} the value is near {Words.Number(a + b)}.",
                        Demand.Reason)
                    .Maybe("math.hole-means-zero", 0)
                    .Maybe("math.wrong-sign", b - a)
                    .Maybe("math.gives-the-wrong-part", b)
                    .Maybe("math.wrong-sign", -(a + b));
            case "infinity":
                var key = new Fraction(a, d);
                return Text(
                        c.Say(
                            $"What is the limit of ({Poly("x", a, b, 1)}) ÷ ({Poly("x", d, 0, 5)}) as x grows without bound?",
                            $"Which value does ({Poly("x", a, b, 1)})/({Poly("x", d, 0, 5)}) approach for very large x?",
                            $"Find the horizontal asymptote of y = ({Poly("x", a, b, 1)})/({Poly("x", d, 0, 5)})."),
                        key.ToString(),
                        Proof.Such("{n}", $"abs((({a}) * 10^12 + ({b}) * 10^6 + 1) / ({d} * 10^12 + 5) - n) < 1/1000"),
                        "For large x only the highest powers count.",
                        $"The highest powers give {Words.Number(a)}x² ÷ {d}x² = {key}.")
                    .Maybe("math.asymptote-from-constants", new Fraction(1, 5))
                    .Maybe("math.hole-means-zero", 0)
                    .Maybe("math.fraction-upside-down", new Fraction(d, a))
                    .Maybe("math.wrong-sign", -key);
            default:
                var x = c.Rolls.Between(-3, 5);
                var value = (a * x * x) + (b * x) + d;
                return x == 0
                    ? null
                    : Number(
                            c.Say(
                                $"What is the limit of {Poly("x", a, b, d)} as x approaches {Words.Number(x)}?",
                                $"To which number does {Poly("x", a, b, d)} come close when x comes close to {Words.Number(x)}?",
                                $"Find the limit of f(x) = {Poly("x", a, b, d)} for x → {Words.Number(x)}."),
                            value,
                            Proof.Replay([$"s := {a}", $"s := s * ({x}) + ({b})", $"s := s * ({x}) + {d}"], "s"),
                            "A polynomial has no gaps: put the number in.",
                            $"Its value at {Words.Number(x)} is {Words.Number(value)}.")
                        .Maybe("math.wrong-sign", (a * x * x) - (b * x) + d)
                        .Maybe("math.forgets-the-constant", value - d)
                        .Maybe("math.works-left-to-right", (a * a * x * x) + (b * x) + d)
                        .Maybe("math.hole-means-zero", 0);
        }
    }

    /// <summary>Complex arithmetic. Params: a; op.</summary>
    private static Draft? Complex(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a"),
            d = c.Draw("a"),
            e = c.Draw("a");
        if (a * b * d * e == 0)
        {
            return null;
        }
        string Z(long re, long im) =>
            re == 0 && im == 0 ? "0"
            : re == 0 ? Poly("i", im, 0)
            : im == 0 ? Words.Number(re)
            : $"{Words.Number(re)} {(im < 0 ? "−" : "+")} {Poly("i", Math.Abs(im), 0)}";
        var times = c.Rolls.Pick(c.Params.List("op")) == "×";
        var (re, im) = times ? ((a * d) - (b * e), (a * e) + (b * d)) : (a + d, b + e);
        if (re == 0 || im == 0)
        {
            return null;
        }
        var text = times ? $"({Z(a, b)})({Z(d, e)})" : $"({Z(a, b)}) + ({Z(d, e)})";
        var options = new List<(string, long, long)> { (Z(re, im), re, im) };
        void Add(long r, long m) => options.Add((Z(r, m), r, m));
        Add(times ? (a * d) + (b * e) : a + d, times ? (a * e) + (b * d) : b - e);
        Add(times ? a * d : a - d, times ? b * e : b + e);
        Add(re, -im);
        var rows = options
            .DistinctBy(o => o.Item1)
            .Select(o => new
            {
                name = o.Item1,
                re = o.Item2,
                im = o.Item3,
            });
        var proof = times
            ? Proof.Rows(
                rows,
                $"re^2 + im^2 = (({a})^2 + ({b})^2) * (({d})^2 + ({e})^2) and re * ({d}) + im * ({e}) = ({a}) * (({d})^2 + ({e})^2)")
            : Proof.Rows(rows, $"re - ({d}) = {a} and im - ({e}) = {b}");
        var draft = Choice(
            c.Say(
                $"What is {text}?",
                $"Calculate {text}.",
                $"{c.Person().Name} works out {text}, with i² = −1. Which result is right?",
                $"Write {text} in the form a + bi."),
            Z(re, im),
            proof,
            "Treat i like a letter and write −1 for i².",
            $"{text} = {Z(re, im)}.");
        return draft
            .Maybe(times ? "math.i-squared-is-one" : "math.wrong-sign", options[1].Item1)
            .Maybe("math.multiplies-ends-only", options[2].Item1)
            .Maybe("math.wrong-sign", options[3].Item1);
    }

    /// <summary>Work and travel with reciprocals. Params: a.</summary>
    private static Draft? RationalEquation(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("a");
        var together = new Fraction(a * b, a + b);
        if (c.Scene(1, 100000) is not { } s || a == b || !together.IsWhole)
        {
            return null;
        }
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} packs all the {s.Many} in {a} hours alone, {s.Other.Name} in {b} hours. How many hours do both take together?",
                    $"{s.Lead}One machine makes an order of {s.Many} in {a} hours, another in {b} hours. How many hours do they need when both run?",
                    $"{s.Lead}One crew sets out all the {s.Many} in {a} hours, another in {b} hours. How many hours do both crews take together?"),
                together,
                Proof.Such("{t}", $"t / {a} + t / {b} = 1"),
                "Add what each does in one hour.",
                $"1/{a} + 1/{b} = 1/{together} of the work in an hour.",
                Demand.Reason)
            .Maybe("math.averages-the-times", new Fraction(a + b, 2))
            .Maybe("math.adds-given-numbers", a + b)
            .Maybe("math.finds-the-difference", Math.Abs(a - b))
            .Maybe("math.halves-the-total", new Fraction(a + b, 4));
    }

    /// <summary>Shifts and stretches of a graph. Params: a.</summary>
    private static Draft? TransformFunction(Commission c)
    {
        long h = c.Draw("a"),
            k = c.Draw("a");
        if (h == 0 || k == 0 || h == k || h == -k)
        {
            return null;
        }
        var f = c.Rolls.Pick(["x²", "|x|", "√x", "x³"]);
        string Moved(long dx, long dy) =>
            (
                f switch
                {
                    "x²" => $"(x {Signed(-dx)})²",
                    "|x|" => $"|x {Signed(-dx)}|",
                    "√x" => $"√(x {Signed(-dx)})",
                    _ => $"(x {Signed(-dx)})³",
                }
            )
            + " "
            + Signed(dy);
        string right = h > 0 ? $"{h} to the right" : $"{-h} to the left",
            up = k > 0 ? $"{k} up" : $"{-k} down";
        string At(string t) => t;
        var plain = f switch
        {
            "x²" => $"(x - ({h}))^2",
            "|x|" => $"abs(x - ({h}))",
            "√x" => $"sqrt(x - ({h}))",
            _ => $"(x - ({h}))^3",
        };
        string[] tests =
            f == "√x" ? [$"{Math.Abs(h) + 1}", $"{Math.Abs(h) + 4}", $"{Math.Abs(h) + 9}"] : ["0", "1", "30", "−30"];
        return Choice(
                c.Say(
                    $"The graph of y = {f} is moved {right} and {up}. Which equation has the new graph?",
                    $"Move y = {f} by {right} and {up}. What is the new equation?",
                    $"{c.Person().Name} shifts the graph of y = {f} {right} and {up}. Which function is that?"),
                $"y = {At(Moved(h, k))}",
                Proof.SuchAt("y = {g}", "x", tests, $"g - ({k}) = {plain}"),
                "A move to the right means that x must be larger to do the same.",
                $"{Words.Cap(right)}: x is replaced by x {Signed(-h)}; {up}: {Signed(k)} at the end.")
            .Maybe("math.shifts-the-wrong-way", $"y = {Moved(-h, k)}")
            .Maybe("math.swaps-coordinates", $"y = {Moved(k, h)}")
            .Maybe("math.wrong-sign", $"y = {Moved(h, -k)}");
    }

    /// <summary>Adds displacement vectors or finds a length. Params: size; ask.</summary>
    private static Draft? VectorSum(Commission c)
    {
        long a = c.Draw("size"),
            b = c.Draw("size"),
            d = c.Draw("size"),
            e = c.Draw("size");
        if (a + d == 0 || b + e == 0 || a == b || d == e || a + d == b + e)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        string place = c.Work is null ? "A drone" : $"A cart at {c.Work.Setting}";
        string V(long x, long y) => $"⟨{Words.Number(x)}, {Words.Number(y)}⟩";
        return Choice(
                c.Say(
                    $"{place} moves by {V(a, b)} and then by {V(d, e)} meters. By which vector has it moved in all?",
                    $"{place} goes {V(a, b)}, then {V(d, e)}. What is the sum of both moves?",
                    $"{place} makes two moves, {V(a, b)} and {V(d, e)}. Which single move does the same?"),
                V(a + d, b + e),
                Proof.Such("⟨{x}, {y}⟩", $"x - ({a}) = {d}", $"y - ({b}) = {e}"),
                "Add the first parts and the second parts.",
                $"{V(a, b)} + {V(d, e)} = {V(a + d, b + e)}.")
            .Maybe("math.swaps-coordinates", V(b + e, a + d))
            .Maybe("math.wrong-sign", V(a - d, b - e))
            .Maybe("math.multiplies-components", V(a * d, b * e))
            .Maybe("math.adds-across-components", V(a + b, d + e));
    }

    /// <summary>Row times column: totals of an order. Params: size.</summary>
    private static Draft? MatrixTotal(Commission c)
    {
        long a = c.Draw("size"),
            b = c.Draw("size"),
            p = c.Draw("size"),
            q = c.Draw("size"),
            a2 = c.Draw("size"),
            b2 = c.Draw("size");
        if (c.Scene(1, 1000000) is not { } s || p == q || a == b || a == p || b == q)
        {
            return null;
        }
        var figure = Figures.Pictures.Table(
            ["Order", "Large", "Small"],
            [
                ["A", $"{a}", $"{b}"],
                ["B", $"{a2}", $"{b2}"],
            ],
            $"A table of orders. Order A: {a} large, {b} small. Order B: {a2} large, {b2} small.");
        var key = (a * p) + (b * q);
        return Number(
                c.Say(
                    $"{s.Lead}The matrix shows two orders of {s.Many}. A large one costs ${p}, a small one ${q}. What does order A cost in dollars?",
                    $"{s.Lead}Multiply the matrix of orders by the column of prices, ${p} for large and ${q} for small {s.Many}. What stands in the first row?",
                    $"{s.Lead}{s.Who.Name} enters the orders as a matrix and the prices ${p} (large) and ${q} (small) as a column. Which entry of the product belongs to order A?"),
                key,
                Proof.Tally(new[] { new { n = a, price = p }, new { n = b, price = q } }, "sum", "n > 0", "n * price"),
                "Row times column: multiply in pairs, then add.",
                $"{a} × {p} + {b} × {q} = {key}.",
                figure: figure)
            .Maybe("math.row-times-row", (a * q) + (b * p))
            .Maybe("math.adds-instead-of-multiplying", a + b + p + q)
            .Maybe("math.gives-the-wrong-part", (a2 * p) + (b2 * q))
            .Maybe("math.adds-across-components", (a + b) * (p + q));
    }

    /// <summary>A process that starts later and from a stock: f(t − h) + k. Params: rate.</summary>
    private static Draft? ShiftStory(Commission c)
    {
        long a = c.Draw("rate"),
            h = c.Rolls.Between(2, 5),
            k = c.Rolls.Between(2, 20) * 5;
        if (c.Scene(1, 100000) is not { } s || a == h)
        {
            return null;
        }
        string F(long dx, long dy) => $"{a}(t {Signed(-dx)})² {Signed(dy)}";
        return Choice(
                c.Say(
                    $"{s.Lead}After t hours of work, {a}t² {s.Many} are ready. Today the work starts {h} hours later, and {k} {s.Many} are there already. Which formula fits today?",
                    $"{s.Lead}A crew finishes {a}t² {s.Many} in t hours. Another crew begins {h} hours later but with {k} {s.Many} in stock. Which formula gives its count at time t?",
                    $"{s.Lead}The count {a}t² of {s.Many} is moved: it begins {h} hours later and lies {k} higher. Which formula is that?"),
                F(h, k),
                Proof.SuchAt("{g}", "t", [$"{h}", $"{h + 1}", $"{h + 4}"], $"g - {k} = {a} * (t - {h})^2"),
                "At the new start the old formula must see zero.",
                $"Later by {h}: t becomes t − {h}; {k} more: + {k}.",
                Demand.Reason)
            .Wrong("math.shifts-the-wrong-way", F(-h, k))
            .Wrong("math.forgets-the-delay", $"{a}t² {Signed(k + h)}")
            .Wrong("math.wrong-sign", F(h, -k));
    }
}
