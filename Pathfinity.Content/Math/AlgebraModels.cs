using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Expressions, equations, inequalities and systems.</summary>
internal static class AlgebraModels
{
    private static readonly string[] Tests = ["0", "1", "−2", "5/3", "7"];

    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.order-of-operations", OrderOfOperations), new Family("math.evaluate", Evaluate), new Family("math.write-expression", WriteExpression, works: true), new Family("math.equivalent-expression", EquivalentExpression), new Family("math.distribute", Distribute),
        new Family("math.solve-one-step", SolveOneStep), new Family("math.solve-two-step", SolveTwoStep), new Family("math.solve-both-sides", SolveBothSides), new Family("math.equation-story", EquationStory, works: true), new Family("math.inequality", Inequality), new Family("math.inequality-story", InequalityStory, works: true),
        new Family("math.system-solve", SystemSolve), new Family("math.system-story", SystemStory, works: true), new Family("math.exponent-rules", ExponentRules), new Family("math.powers", Powers), new Family("math.scientific", Scientific), new Family("math.roots", Roots), new Family("math.literal", Literal, works: true), new Family("math.absolute-equation", AbsoluteEquation),
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
        return left == key ? null : Number(c.Say($"What is {text}?", $"Find the value of {text}.", $"{c.Person().Name} types {text} into a calculator that knows the order of operations. What does it show?", $"Calculate {text}."), key, Proof.Value(text), "Parentheses first, then powers, then × and ÷, then + and −.", $"{text} = {Words.Number(key)}.")
            .Maybe("math.works-left-to-right", left).Maybe("math.wrong-second-step", other).Maybe("math.ignores-parentheses", key + d).Maybe("math.adds-given-numbers", a + b + d);
    }

    /// <summary>Value of an expression for a given x. Params: a; b; x; square.</summary>
    private static Draft? Evaluate(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("b"), x = c.Draw("x");
        var square = c.Params.Flag("square");
        if (a is 0 or 1 or -1 || b == 0 || x is 0 or 1)
        {
            return null;
        }
        var e = square ? Poly("x", a, 0, b) : Poly("x", a, b);
        var key = (square ? a * x * x : a * x) + b;
        var f = c.Params.Text("as", "expression") == "function";
        return Number(f ? c.Say($"The function is f(x) = {e}. What is f({Words.Number(x)})?", $"For f(x) = {e}, find f({Words.Number(x)}).", $"{c.Person().Name} puts {Words.Number(x)} into the rule f(x) = {e}. What comes out?", $"Which output does f(x) = {e} give for the input {Words.Number(x)}?")
                : c.Say($"What is the value of {e} when x = {Words.Number(x)}?", $"Let x = {Words.Number(x)}. Find {e}.", $"{c.Person().Name} replaces x by {Words.Number(x)} in {e}. What is the result?", $"Evaluate {e} for x = {Words.Number(x)}."),
                key, Proof.Such("{n}", $"n - ({b}) = {(square ? $"({a}) * ({x})^2" : $"({a}) * ({x})")}"), $"Write {Closed(x)} wherever x stands.", $"{(square ? $"{Words.Number(a)} · {Closed(x)}²" : $"{Words.Number(a)} · {Closed(x)}")} {Signed(b)} = {Words.Number(key)}.")
            .Maybe("math.concatenates-coefficient", long.Parse($"{Math.Abs(a)}{Math.Abs(x)}", System.Globalization.CultureInfo.InvariantCulture) + b).Maybe("math.adds-instead-of-multiplying", a + x + b).Maybe("math.works-left-to-right", square ? (a * x * a * x) + b : a * (x + b)).Maybe("math.wrong-sign", square ? (-a * x * x) + b : (a * -x) + b).Maybe("math.forgets-the-constant", key - b);
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
        return Choice(plus ? c.Say($"{s.Lead}One pack holds {v} {s.Many}. {s.Who.Name} has {a} packs and {b} more. Which expression gives the number of {s.Many}?", $"{s.Lead}There are {a} shelves with {v} {s.Many} each and {b} on the table. Which expression tells how many there are?", $"{s.Lead}A delivery costs ${b} and each of the {s.Many} ${a}. Which expression gives the price in dollars for {v} {s.Many}?")
                : c.Say($"{s.Lead}{s.Who.Name} gets {a} packs of {v} {s.Many} and uses {b}. Which expression tells how many are left?", $"{s.Lead}There were {a} shelves with {v} {s.Many} each. {b} {s.Many} were sold. Which expression gives the rest?", $"{s.Lead}Each of the {v} {s.Many} brings in ${a}. The stand costs ${b}. Which expression gives what is earned in dollars?"),
                key, Proof.SuchAt("{f}", v, ["0", "1", "4", "9"], plus ? $"f - {b} = {a} * {v}" : $"f + {b} = {a} * {v}"), "Try it with a number in place of the letter.", $"{a} times {v}, then {(plus ? "plus" : "minus")} {b}: {key}.")
            .Wrong("math.swaps-rate-and-start", plus ? $"{b}{v} + {a}" : $"{b}{v} − {a}").Wrong("math.follows-the-story-word", plus ? $"{a}{v} − {b}" : $"{a}{v} + {b}").Wrong("math.adds-all-terms", plus ? $"{v} + {a + b}" : $"{a + b}{v}");
    }

    /// <summary>Combining like terms. Params: a.</summary>
    private static Draft? EquivalentExpression(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("a"), d = c.Draw("a"), e = c.Draw("a");
        if (a * b * d * e == 0 || a + d == 0 || b + e == 0 || Math.Abs(a + d) == 1 || a == d)
        {
            return null;
        }
        var text = $"{Poly("x", a, b)} {(d < 0 ? "−" : "+")} {Poly("x", Math.Abs(d), 0)} {Signed(e)}";
        var key = Poly("x", a + d, b + e);
        return Choice(c.Say($"Which expression is equivalent to {text}?", $"Simplify {text}.", $"{c.Person().Name} combines like terms in {text}. Which result is right?", $"Which expression has the same value as {text} for every x?"), key, Proof.SuchAt("{f}", "x", Tests, $"f = {text}"), "Only terms with the same letter part can be put together.", $"{Words.Number(a)}x {Signed(d)}x = {Words.Number(a + d)}x and {Words.Number(b)} {Signed(e)} = {Words.Number(b + e)}.")
            .Maybe("math.joins-unlike-terms", Poly("x", a + d + b + e, 0)).Maybe("math.wrong-sign", Poly("x", a - d, b + e)).Maybe("math.wrong-sign", Poly("x", a + d, b - e)).Maybe("math.adds-exponents-of-terms", Poly("x", a + d, 0, b + e));
    }

    /// <summary>Distributing and factoring. Params: k; a; factor (true for the way back).</summary>
    private static Draft? Distribute(Commission c)
    {
        long k = c.Draw("k"), a = c.Draw("a"), b = c.Draw("a");
        if (a * b * k == 0 || Math.Abs(k) == 1 || Fraction.Gcd(a, b) > 1 || a < 0 || a == b)
        {
            return null;
        }
        var (closed, open) = ($"{Words.Number(k)}({Poly("x", a, b)})", Poly("x", k * a, k * b));
        if (c.Params.Flag("factor") && k > 0)
        {
            return Choice(c.Say($"Which product is equal to {open}?", $"Factor {open}.", $"{c.Person().Name} takes the greatest common factor out of {open}. What is the result?", $"Write {open} as a product."), closed, Proof.SuchAt("{f}", "x", Tests, $"f = {open}"), "Which number goes into both terms?", $"Both terms have the factor {k}: {open} = {closed}.")
                .Maybe("math.distributes-to-first-only", $"{k}({Poly("x", a, k * b)})").Maybe("math.factors-one-term-only", $"{k}({Poly("x", k * a, b)})").Maybe("math.wrong-sign", $"{k}({Poly("x", a, -b)})").Maybe("math.slips-by-one", $"{k + 1}({Poly("x", a, b)})");
        }
        return Choice(c.Say($"Which expression is equivalent to {closed}?", $"Multiply out {closed}.", $"{c.Person().Name} removes the parentheses in {closed}. Which result is right?", $"Expand {closed}."), open, Proof.SuchAt("{f}", "x", Tests, $"f = {closed}"), "The factor multiplies every term inside.", $"{Words.Number(k)} times each term: {open}.")
            .Maybe("math.distributes-to-first-only", Poly("x", k * a, b)).Maybe("math.wrong-sign", Poly("x", k * a, -k * b)).Maybe("math.adds-instead-of-multiplying", Poly("x", k + a, k + b)).Maybe("math.joins-unlike-terms", Poly("x", k * (a + b), 0));
    }

    /// <summary>x + a = b, ax = b and the like. Params: a; x.</summary>
    private static Draft? SolveOneStep(Commission c)
    {
        long a = c.Draw("a"), x = c.Draw("x");
        if (a is 0 or 1 or -1 || x == 0 || x == a)
        {
            return null;
        }
        var (equation, left, wrong, wrongSign) = c.Rolls.Below(4) switch
        {
            0 => ($"x {Signed(a)} = {Words.Number(x + a)}", $"n + ({a}) = {x + a}", x + (2 * a), -x),
            1 => ($"{Words.Number(a)}x = {Words.Number(a * x)}", $"({a}) * n = {a * x}", (a * x) - a, a * a * x),
            2 => ($"{Words.Number(x + a)} = {Words.Number(a)} + x", $"({a}) + n = {x + a}", x + (2 * a), -x),
            _ => a > 0 ? ($"x ÷ {a} = {Words.Number(x)}", $"n / {a} = {x}", x - a, x + a) : ($"x {Signed(a)} = {Words.Number(x + a)}", $"n + ({a}) = {x + a}", x + (2 * a), -x),
        };
        var key = equation.Contains('÷') ? x * a : x;
        return Number(c.Say($"Solve {equation}.", $"Which number is x? {equation}", $"{c.Person().Name} thinks of a number x with {equation}. What is x?", $"Find the solution of {equation}."), key, Proof.Such("{n}", left), "Undo what was done to x, on both sides.", $"x = {Words.Number(key)}: put it in and both sides agree.", frame: "x = {}")
            .Maybe("math.same-operation-not-opposite", wrong).Maybe("math.wrong-sign", wrongSign).Maybe("math.wrong-sign", -key).Maybe("math.slips-by-one", key + 1);
    }

    /// <summary>ax + b = c and a(x + b) = c. Params: a; b; x; shape (plain, parentheses).</summary>
    private static Draft? SolveTwoStep(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("b"), x = c.Draw("x");
        if (a is 0 or 1 or -1 || b == 0 || x is 0 or 1)
        {
            return null;
        }
        var closed = c.Params.Text("shape", "plain") == "parentheses";
        var right = closed ? a * (x + b) : (a * x) + b;
        var equation = closed ? $"{Words.Number(a)}(x {Signed(b)}) = {Words.Number(right)}" : $"{Poly("x", a, b)} = {Words.Number(right)}";
        return Number(c.Say($"Solve {equation}.", $"Find x. {equation}", $"{c.Person().Name} solves {equation}. What is x?", $"For which x is {equation} true?"), x, Proof.Such("{n}", closed ? $"({a}) * (n + ({b})) = {right}" : $"({a}) * n + ({b}) = {right}"),
                closed ? "Divide by the factor first, or multiply out." : "Undo the addition first, then the multiplication.", $"x = {Words.Number(x)}: put it in and both sides are {Words.Number(right)}.", frame: "x = {}")
            .Maybe("math.same-operation-not-opposite", new Fraction(right + b, a)).Maybe("math.divides-one-term-only", closed ? new Fraction(right - b, a) : new Fraction(right, a) - b).Maybe("math.wrong-sign", -x).Maybe("math.stops-after-one-step", closed ? new Fraction(right, a) : right - b);
    }

    /// <summary>ax + b = cx + d. Params: a; b; x.</summary>
    private static Draft? SolveBothSides(Commission c)
    {
        long a = c.Draw("a"), d = c.Draw("a"), b = c.Draw("b"), x = c.Draw("x");
        if (a == d || a * d * b == 0 || Math.Abs(a - d) == 1 || x is 0 or 1 || a + d == 0)
        {
            return null;
        }
        var e = ((a - d) * x) + b;
        var equation = $"{Poly("x", a, b)} = {Poly("x", d, e)}";
        return Number(c.Say($"Solve {equation}.", $"Find x. {equation}", $"{c.Person().Name} solves {equation}. What is x?", $"For which x do both sides agree? {equation}"), x, Proof.Such("{n}", $"({a}) * n + ({b}) = ({d}) * n + ({e})"), "Bring the terms with x to one side, the numbers to the other.", $"{Words.Number(a - d)}x = {Words.Number(e - b)}, so x = {Words.Number(x)}.", level: 0.2, frame: "x = {}")
            .Maybe("math.adds-terms-across", new Fraction(e - b, a + d)).Maybe("math.same-operation-not-opposite", new Fraction(e + b, a - d)).Maybe("math.wrong-sign", -x).Maybe("math.stops-after-one-step", e - b);
    }

    /// <summary>Fixed amount and rate. Params: rate; start; n; ask (n, rate, total).</summary>
    private static Draft? EquationStory(Commission c)
    {
        var (rate, start, n) = (c.Draw("rate"), c.Draw("start"), c.Draw("n"));
        if (c.Scene(1, 100000) is not { IsMoney: false } s || rate == n || rate == start || n == start)
        {
            return null;
        }
        var w = s.Who;
        var total = start + (rate * n);
        return c.Params.Text("ask") switch
        {
            "n" => Number(c.Say($"{s.Lead}A rental costs ${start} and ${rate} for each hour. {w.Name} pays ${total}. For how many hours was it?", $"{s.Lead}{w.Name} has {start} {s.Many} and gets {rate} more each day. After how many days are there {total}?", $"{s.Lead}A delivery costs ${start} plus ${rate} for each of the {s.Many}. The bill is ${total}. How many {s.Many} were delivered?"),
                    n, Proof.Search("n", 0, 2000, $"{start} + {rate} * n = {total}"), "Take the fixed part off first.", $"{total} − {start} = {rate * n}; {rate * n} ÷ {rate} = {n}.", Demand.Reason)
                .Maybe("math.forgets-the-constant", new Fraction(total, rate)).Maybe("math.same-operation-not-opposite", new Fraction(total + start, rate)).Maybe("math.stops-after-one-step", total - start).Maybe("math.swaps-rate-and-start", new Fraction(total - rate, start))
                .Maybe("math.one-group-too-few", n - 1).Maybe("math.slips-by-one", n + 1),
            "rate" => Number(c.Say($"{s.Lead}A rental costs ${start} and the same amount for each of {n} hours. {w.Name} pays ${total}. What does one hour cost?", $"{s.Lead}{w.Name} has {start} {s.Many}. After {n} equal deliveries there are {total}. How many come each time?", $"{s.Lead}The bill of ${total} is made of a fixed ${start} and the price of {n} {s.Many}. What does one cost in dollars?"),
                    rate, Proof.Search("r", 0, 2000, $"{start} + {n} * r = {total}"), "Take the fixed part off first.", $"{total} − {start} = {rate * n}; {rate * n} ÷ {n} = {rate}.", Demand.Reason)
                .Maybe("math.forgets-the-constant", new Fraction(total, n)).Maybe("math.same-operation-not-opposite", new Fraction(total + start, n)).Maybe("math.stops-after-one-step", total - start).Maybe("math.subtracts-instead-of-dividing", total - start - n)
                .Maybe("math.slips-by-one", rate - 1).Maybe("math.slips-by-one", rate + 1),
            _ => Number(c.Say($"{s.Lead}A rental costs ${start} and ${rate} for each hour. What do {n} hours cost in dollars?", $"{s.Lead}{w.Name} has {start} {s.Many} and gets {rate} more each day. How many are there after {n} days?", $"{s.Lead}A delivery costs ${start} plus ${rate} for each of the {s.Many}. How many dollars is it for {n} {s.Many}?"),
                    total, Proof.Replay([$"n := {start}", .. Enumerable.Repeat($"n := n + {rate}", n)], "n"), "The fixed part comes once, the rate every time.", $"{start} + {rate} × {n} = {total}.")
                .Maybe("math.swaps-rate-and-start", rate + (start * n)).Maybe("math.forgets-the-constant", rate * n).Maybe("math.adds-all-terms", (start + rate) * n).Maybe("math.adds-given-numbers", start + rate + n),
        };
    }

    /// <summary>Solves an inequality. Params: a; b; x; negative (true for a negative coefficient).</summary>
    private static Draft? Inequality(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("b"), x = c.Draw("x");
        if (a < 2 || b == 0 || x == 0)
        {
            return null;
        }
        var flip = c.Params.Flag("negative");
        a = flip ? -a : a;
        var sign = c.Rolls.Pick(["<", ">", "≤", "≥"]);
        var opposite = sign switch { "<" => ">", ">" => "<", "≤" => "≥", _ => "≤" };
        var right = (a * x) + b;
        var equation = $"{Poly("x", a, b)} {sign} {Words.Number(right)}";
        var solved = flip ? opposite : sign;
        string Set(string s, long n) => $"x {s} {Words.Number(n)}";
        var turned = flip ? sign : opposite;
        var rows = new[] { (solved, x), (turned, x), (solved, -x), (solved, right - b) }.Distinct().Select(w => new { name = Set(w.Item1, w.Item2), s = Ascii(w.Item1), n = w.Item2 });
        long[] probes = [x - 1, x, x + 1, -x, 1 - x, right - b, 0];
        var fits = probes.Distinct().Select(p => $"(({a}) * ({p}) + ({b}) {Ascii(sign)} {right}) = if(s = '<', ({p}) < n, if(s = '>', ({p}) > n, if(s = '<=', ({p}) <= n, ({p}) >= n)))");
        return Choice(c.Say($"Solve {equation}.", $"Which values of x satisfy {equation}?", $"{c.Person().Name} solves {equation}. Which solution is right?", $"Find all x with {equation}."), Set(solved, x), Proof.Rows(rows, string.Join(" and ", fits)), flip ? "Dividing by a negative number turns the sign around." : "Solve it like an equation and keep the sign.", $"{Words.Number(a)}x {sign} {Words.Number(right - b)}, so {Set(solved, x)}.")
            .Wrong(flip ? "math.forgets-to-turn-the-sign" : "math.turns-the-sign-always", Set(turned, x)).Maybe("math.wrong-sign", Set(solved, -x)).Maybe("math.stops-after-one-step", Set(solved, right - b));
    }

    private static string Ascii(string sign) => sign switch { "≤" => "<=", "≥" => ">=", _ => sign };

    /// <summary>The most or least that a limit allows. Params: rate; start; limit.</summary>
    private static Draft? InequalityStory(Commission c)
    {
        var (rate, start, limit) = (c.Draw("rate"), c.Draw("start"), c.Draw("limit"));
        var rest = limit - start;
        if (c.Scene(1, 100000) is not { IsMoney: false } s || rest <= 2 * rate || rest % rate == 0)
        {
            return null;
        }
        var key = rest / rate;
        return Number(c.Say($"{s.Lead}{s.Who.Name} may spend ${limit}. A truck costs ${start}, and each of the {s.Many} ${rate}. What is the greatest number of {s.Many} that fits the budget?", $"{s.Lead}A lift carries at most {limit} kg. A cart of {start} kg is in it. Each box of {s.Many} weighs {rate} kg. How many boxes can go in at most?", $"{s.Lead}{s.Who.Name} has {limit} minutes. Getting ready takes {start} minutes and each of the {s.Many} {rate} minutes. How many {s.Many} can be finished at most?"),
                key, Proof.Such("{n}", "whole(n)", $"{start} + {rate} * n <= {limit}", $"{start} + {rate} * (n + 1) > {limit}"), "Take the fixed part off the limit first.", $"{limit} − {start} = {rest}; {rest} ÷ {rate} is a little more than {key}.", Demand.Reason)
            .Maybe("math.rounds-up-past-the-limit", key + 1).Maybe("math.forgets-the-constant", limit / rate).Maybe("math.stops-after-one-step", rest).Maybe("math.same-operation-not-opposite", (limit + start) / rate)
            .Maybe("math.one-group-too-few", key - 1).Maybe("math.swaps-rate-and-start", (limit - rate) / start);
    }

    /// <summary>Solves a system. Params: size.</summary>
    private static Draft? SystemSolve(Commission c)
    {
        long x = c.Draw("size"), y = c.Draw("size"), a = c.Rolls.Between(1, 5), b = c.Rolls.Between(1, 5), d = c.Rolls.Between(1, 5), e = -c.Rolls.Between(1, 5);
        if (x == 0 || y == 0 || x == y || x == -y || (a * e) - (b * d) == 0)
        {
            return null;
        }
        string Eq(long p, long q) => $"{Poly("x", p, 0)} {(q < 0 ? "−" : "+")} {Poly("y", Math.Abs(q), 0)} = {Words.Number((p * x) + (q * y))}";
        var (e1, e2) = (Eq(a, b), Eq(d, e));
        return Choice(c.Say($"Solve the system {e1} and {e2}.", $"Which point lies on both lines {e1} and {e2}?", $"{c.Person().Name} draws the lines {e1} and {e2}. Where do they meet?", $"Find (x, y) with {e1} and {e2}."), Point(x, y), Proof.Such("({x}, {y})", $"{a} * x + {b} * y = {(a * x) + (b * y)}", $"{d} * x + ({e}) * y = {(d * x) + (e * y)}"), "Make the numbers before one letter equal, then add or subtract.", $"x = {Words.Number(x)} and y = {Words.Number(y)} fit both equations.", Demand.Reason)
            .Maybe("math.swaps-coordinates", Point(y, x)).Maybe("math.wrong-sign", Point(x, -y)).Maybe("math.solves-one-equation-only", Point(x + b, y - a)).Maybe("math.wrong-sign", Point(-x, y));
    }

    /// <summary>Two prices and two totals. Params: price; count; ask (first, second).</summary>
    private static Draft? SystemStory(Commission c)
    {
        var (p, q, m, n) = (c.Draw("price"), c.Draw("price"), c.Draw("count"), c.Draw("count"));
        if (c.Scene(1, 100000) is not { IsMoney: false } s || p == q || m == n || p < q)
        {
            return null;
        }
        var (all, money) = (m + n, (m * p) + (n * q));
        return Number(c.Say($"{s.Lead}Large {s.Many} cost ${p}, small ones ${q}. {s.Who.Name} sells {all} for ${money} in all. How many large ones are sold?", $"{s.Lead}A sale of {all} {s.Many} brings in ${money}. Wrapped ones cost ${p} each, plain ones ${q}. How many wrapped ones are sold?", $"{s.Lead}{s.Who.Name} stacks {all} boxes of {s.Many}. Some weigh {p} kg each, the others {q} kg. Together they weigh {money} kg. How many boxes weigh {p} kg?"),
                m, Proof.Search("m", new Dictionary<string, string> { ["m"] = $"0..{all}" }, $"{p} * m + {q} * ({all} - m) = {money}"), "Suppose all were of the cheaper or lighter kind. What is missing then?", $"If all were at {q}: {q * all}. {money - (q * all)} is missing, {p - q} for each: {m}.", Demand.Reason, 0.2)
            .Maybe("math.gives-the-wrong-part", n).Maybe("math.halves-the-total", new Fraction(all, 2)).Maybe("math.divides-total-by-price", money / p).Maybe("math.divides-total-by-price", money / (p + q));
    }

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
        var (text, key) = rule switch { "product" => ($"{P(m)} · {P(n)}", m + n), "quotient" => ($"{P(m)} ÷ {P(n)}", m - n), "power" => ($"({P(m)}){Raised(n)}", m * n), _ => ($"{P(m)} · {P(-n)}", m - n) };
        if (key is 0 or 1)
        {
            return null;
        }
        string[] at = ["2", "3", "−2", "1/2"];
        var draft = Choice(c.Say($"Which power is equal to {text}?", $"Simplify {text}.", $"{c.Person().Name} writes {text} as one power. Which is it?", $"Write {text} with a single exponent."), P(key), char.IsDigit(b[0]) ? Proof.Value(text) : Proof.SuchAt("{f}", b, at, $"f = {text}"), "Write the powers out as products and count the factors.", $"{text} = {P(key)}.");
        return draft.Maybe("math.multiplies-exponents-of-product", P(rule == "power" ? m + n : m * n)).Maybe("math.subtracts-exponents-always", P(rule is "quotient" or "negative" ? m + n : Math.Abs(m - n))).Maybe("math.slips-by-one", P(key + 1)).Maybe("math.slips-by-one", P(key - 1));
    }

    /// <summary>Value of a power. Params: base; exponent (may be negative).</summary>
    private static Draft? Powers(Commission c)
    {
        long b = c.Draw("base"), e = c.Draw("exponent");
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
        return Number(c.Say($"What is the value of {text}?", $"Calculate {text}.", $"{text} = ___", $"{c.Person().Name} finds {text}. What is it?"), key, Proof.Replay(["n := 1", .. Enumerable.Repeat(e > 0 ? $"n := n * ({b})" : $"n := n / ({b})", (int)Math.Abs(e))], "n"), "Write the power as a product of equal factors.", $"{text} = {key}.")
            .Maybe("math.multiplies-base-and-exponent", b * e).Maybe("math.wrong-sign", -key).Maybe("math.one-group-too-few", key / b).Maybe("math.one-group-too-many", key * b).Maybe("math.adds-given-numbers", b + e);
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
            return p >= 1 ? Words.Grouped(long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * Ten(p - 1)) : "0." + new string('0', -p - 1 < 0 ? 0 : -p - 1) + digits;
        }
        string Form(int p, string m) => $"{m} × 10{Raised(p)}";
        var plain = e == 0 ? $"{lead}.{tenth}" : Plain(e);
        var key = Form(e, $"{lead}.{tenth}");
        return Choice(c.Say($"Which is {plain} in scientific notation?", $"Write {plain} in scientific notation.", $"{c.Person().Name} reads {plain} on a chart and writes it as a number times a power of ten. Which is right?", $"Choose the scientific notation of {plain}."), key, Proof.Such("{m} × {t}", $"m * t = {plain.Replace(",", "")}", "1 <= m < 10"), "Put the point behind the first digit and count the places it moved.", $"{plain} = {key}.")
            .Maybe("math.wrong-sign", Form(-e, $"{lead}.{tenth}")).Maybe("math.one-place-off", Form(e + (e > 0 ? 1 : -1), $"{lead}.{tenth}")).Maybe("math.mantissa-not-between-one-and-ten", Form(e - 1, $"{lead}{tenth}")).Maybe("math.one-place-off", Form(e - (e > 0 ? 1 : -1) == 0 ? e + 2 : e - (e > 0 ? 1 : -1), $"{lead}.{tenth}"));
    }

    private static long Ten(int n) => n <= 0 ? 1 : 10 * Ten(n - 1);

    /// <summary>Square and cube roots, between which whole numbers, simplified radicals. Params: ask (exact, between, simplify).</summary>
    private static Draft? Roots(Commission c)
    {
        var n = c.Draw("n");
        switch (c.Params.Text("ask"))
        {
            case "exact":
                return Number(c.Say($"What is √{n * n}?", $"Find the square root of {n * n}.", $"A square has an area of {n * n} square feet. How many feet long is a side?", $"Which positive number times itself gives {n * n}?"), n, Proof.Search("k", 0, 200, $"k * k = {n * n}"), "Which number times itself gives this?", $"{n} × {n} = {n * n}.")
                    .Maybe("math.halves-for-root", new Fraction(n * n, 2)).Maybe("math.slips-by-one", n + 1).Maybe("math.squares-for-root", (long)n * n * n * n).Maybe("math.halves-for-root", new Fraction(n * n, 4));
            case "between":
                var m = (n * n) + c.Rolls.Between(1, 2 * n);
                return Choice(c.Say($"Between which two whole numbers does √{m} lie?", $"{c.Person().Name} estimates √{m}. Between which neighbors is it?", $"A square has an area of {m} square feet. Between which whole numbers of feet is its side?", $"Place √{m} between two whole numbers."), $"{n} and {n + 1}", Proof.Such("{a} and {b}", $"a * a < {m} < b * b", "b = a + 1"), "Look for the squares just below and just above.", $"{n}² = {n * n} and {n + 1}² = {(n + 1) * (n + 1)}.")
                    .Maybe("math.halves-for-root", $"{m / 2} and {(m / 2) + 1}").Maybe("math.slips-by-one", $"{n + 1} and {n + 2}").Maybe("math.slips-by-one", $"{n - 1} and {n}");
            default:
                var k = c.Rolls.Pick([2, 3, 5, 6, 7, 10]);
                if (n == k || n < 2)
                {
                    return null;
                }
                return Choice(c.Say($"Which is the simplest form of √{n * n * k}?", $"Simplify √{n * n * k}.", $"{c.Person().Name} takes a square factor out of √{n * n * k}. What is left?", $"Write √{n * n * k} with the smallest number under the root."), $"{n}√{k}", Proof.Value($"√{n * n * k}"), "Look for the largest square number that divides it.", $"{n * n * k} = {n * n} × {k}, so √{n * n * k} = {n}√{k}.")
                    .Maybe("math.leaves-square-outside", $"{n * n}√{k}").Maybe("math.swaps-root-parts", $"{k}√{n}").Maybe("math.halves-for-root", Words.Number(n * n * k / 2)).Maybe("math.leaves-square-outside", $"{n}√{n * k}");
        }
    }

    /// <summary>Solving a formula for another letter.</summary>
    private static Draft? Literal(Commission c)
    {
        var forms = new[]
        {
            ("P = 2l + 2w", "l", "l = (P − 2w) ÷ 2", "l = P − 2w ÷ 2", "l = (P + 2w) ÷ 2", "l = P ÷ 2 + w", "the length l of a rectangle from its perimeter P and width w"),
            ("C = f + pn", "n", "n = (C − f) ÷ p", "n = C − f ÷ p", "n = (C + f) ÷ p", "n = C ÷ p − f", "the number n of pieces from the cost C, the fee f and the price p"),
            ("d = rt", "t", "t = d ÷ r", "t = r ÷ d", "t = dr", "t = d − r", "the time t from the distance d and the speed r"),
            ("A = bh ÷ 2", "h", "h = 2A ÷ b", "h = A ÷ (2b)", "h = 2A − b", "h = Ab ÷ 2", "the height h of a triangle from its area A and base b"),
            ("F = 1.8C + 32", "C", "C = (F − 32) ÷ 1.8", "C = F − 32 ÷ 1.8", "C = (F + 32) ÷ 1.8", "C = F ÷ 1.8 − 32", "degrees Celsius C from degrees Fahrenheit F"),
            ("W = ph + b", "h", "h = (W − b) ÷ p", "h = W − b ÷ p", "h = (W + b) ÷ p", "h = W ÷ p − b", "the hours h from the wage W, the pay p an hour and the bonus b"),
        };
        var (formula, letter, key, w1, w2, w3, what) = c.Rolls.Pick(forms);
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Document);
        string place = c.Work is null ? "" : $" on a {c.Document("sheet")} at {c.Work.Setting}";
        var who = c.Person();
        // the other letters take prime values; the formula gives the left-hand letter, which the answer must turn back
        var values = formula[0] switch
        {
            'P' => ("P = 2*l + 2*w", "l=7, w=3, P=20"),
            'C' => ("", "n=7, p=5, f=11, C=46"),
            'd' => ("", "r=5, t=7, d=35"),
            'A' => ("", "b=6, h=7, A=21"),
            'F' => ("", "C=5, F=41"),
            _ => ("", "h=7, p=5, b=11, W=46"),
        };
        var setting = values.Item2.Split(", ").Select(v => v.Split('=')).Where(v => v[0] != letter).ToDictionary(v => v[0], v => v[1]);
        var want = values.Item2.Split(", ").Select(v => v.Split('=')).First(v => v[0] == letter)[1];
        var proof = new Proof("such", Json.Of(new { form = letter + " = {f}", such = new[] { $"f = {want}" }, at = new[] { setting } }));
        return Choice(c.Say($"{who.Name} uses the formula {formula}{place}. Which formula gives {what}?", $"The formula {formula} is used{place}. Solve it for {letter}.", $"Which of these is {formula}, solved for {letter}{(place.Length > 0 ? "," : "")}{place}?"), key, proof, $"Undo, step by step, what is done to {letter}.", $"From {formula} follows {key}.", Demand.Reason)
            .Wrong("math.divides-one-term-only", w1).Wrong("math.same-operation-not-opposite", w2).Wrong("math.divides-one-term-only", w3);
    }

    /// <summary>|x − a| = b. Params: a; b.</summary>
    private static Draft? AbsoluteEquation(Commission c)
    {
        long a = c.Draw("a"), b = c.Draw("b");
        if (a == 0 || b <= 0 || a == b || a == -b)
        {
            return null;
        }
        string Pair(long p, long q) => $"x = {Words.Number(Math.Min(p, q))} or x = {Words.Number(Math.Max(p, q))}";
        return Choice(c.Say($"Solve |x {Signed(-a)}| = {b}.", $"Which numbers are {b} away from {Words.Number(a)}? They solve |x {Signed(-a)}| = {b}.", $"{c.Person().Name} solves |x {Signed(-a)}| = {b}. Which solution is right?", $"Find all x with |x {Signed(-a)}| = {b}."), Pair(a - b, a + b), Proof.Such("x = {p} or x = {q}", $"|p - ({a})| = {b}", $"|q - ({a})| = {b}", "p < q"), "The distance can be to the left or to the right.", $"{Words.Number(a)} − {b} = {Words.Number(a - b)} and {Words.Number(a)} + {b} = {Words.Number(a + b)}.")
            .Maybe("math.wrong-sign", Pair(-a - b, -a + b)).Maybe("math.absolute-value-one-solution", $"x = {Words.Number(a + b)}").Maybe("math.absolute-value-one-solution", Pair(-a - b, a + b));
    }
}
