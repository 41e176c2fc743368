using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Equations and formulas.</summary>
internal static partial class AlgebraModels
{
    /// <summary>x + a = b, ax = b and the like. Params: a; x.</summary>
    private static Draft? SolveOneStep(Commission c)
    {
        long a = c.Draw("a"),
            x = c.Draw("x");
        if (a is 0 or 1 or -1 || x == 0 || x == a)
        {
            return null;
        }
        var (equation, left, wrong, wrongSign) = c.Rolls.Below(4) switch
        {
            0 => ($"x {Signed(a)} = {Words.Number(x + a)}", $"n + ({a}) = {x + a}", x + (2 * a), -x),
            1 => ($"{Words.Number(a)}x = {Words.Number(a * x)}", $"({a}) * n = {a * x}", (a * x) - a, a * a * x),
            2 => ($"{Words.Number(x + a)} = {Words.Number(a)} + x", $"({a}) + n = {x + a}", x + (2 * a), -x),
            _ => a > 0
                ? ($"x ÷ {a} = {Words.Number(x)}", $"n / {a} = {x}", x - a, x + a)
                : ($"x {Signed(a)} = {Words.Number(x + a)}", $"n + ({a}) = {x + a}", x + (2 * a), -x),
        };
        var key = equation.Contains('÷') ? x * a : x;
        return Number(
                c.Say(
                    $"Solve {equation}.",
                    $"Which number is x? {equation}",
                    $"{c.Person().Name} thinks of a number x with {equation}. What is x?",
                    $"Find the solution of {equation}."),
                key,
                Proof.Such("{n}", left),
                "Undo what was done to x, on both sides.",
                $"x = {Words.Number(key)}: put it in and both sides agree.",
                frame: "x = {}")
            .Maybe("math.same-operation-not-opposite", wrong)
            .Maybe("math.wrong-sign", wrongSign)
            .Maybe("math.wrong-sign", -key)
            .Maybe("math.slips-by-one", key + 1);
    }

    /// <summary>ax + b = c and a(x + b) = c. Params: a; b; x; shape (plain, parentheses).</summary>
    private static Draft? SolveTwoStep(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("b"),
            x = c.Draw("x");
        if (a is 0 or 1 or -1 || b == 0 || x is 0 or 1)
        {
            return null;
        }
        var closed = c.Params.Text("shape", "plain") == "parentheses";
        var right = closed ? a * (x + b) : (a * x) + b;
        var equation = closed
            ? $"{Words.Number(a)}(x {Signed(b)}) = {Words.Number(right)}"
            : $"{Poly("x", a, b)} = {Words.Number(right)}";
        return Number(
                c.Say(
                    $"Solve {equation}.",
                    $"Find x. {equation}",
                    $"{c.Person().Name} solves {equation}. What is x?",
                    $"For which x is {equation} true?"),
                x,
                Proof.Such("{n}", closed ? $"({a}) * (n + ({b})) = {right}" : $"({a}) * n + ({b}) = {right}"),
                closed
                    ? "Divide by the factor first, or multiply out."
                    : "Undo the addition first, then the multiplication.",
                $"x = {Words.Number(x)}: put it in and both sides are {Words.Number(right)}.",
                frame: "x = {}")
            .Maybe("math.same-operation-not-opposite", new Fraction(right + b, a))
            .Maybe("math.divides-one-term-only", closed ? new Fraction(right - b, a) : new Fraction(right, a) - b)
            .Maybe("math.wrong-sign", -x)
            .Maybe("math.stops-after-one-step", closed ? new Fraction(right, a) : right - b);
    }

    /// <summary>ax + b = cx + d. Params: a; b; x.</summary>
    private static Draft? SolveBothSides(Commission c)
    {
        long a = c.Draw("a"),
            d = c.Draw("a"),
            b = c.Draw("b"),
            x = c.Draw("x");
        if (a == d || a * d * b == 0 || Math.Abs(a - d) == 1 || x is 0 or 1 || a + d == 0)
        {
            return null;
        }
        var e = ((a - d) * x) + b;
        var equation = $"{Poly("x", a, b)} = {Poly("x", d, e)}";
        return Number(
                c.Say(
                    $"Solve {equation}.",
                    $"Find x. {equation}",
                    $"{c.Person().Name} solves {equation}. What is x?",
                    $"For which x do both sides agree? {equation}"),
                x,
                Proof.Such("{n}", $"({a}) * n + ({b}) = ({d}) * n + ({e})"),
                "Bring the terms with x to one side, the numbers to the other.",
                $"{Words.Number(a - d)}x = {Words.Number(e - b)}, so x = {Words.Number(x)}.",
                level: 0.2,
                frame: "x = {}")
            .Maybe("math.adds-terms-across", new Fraction(e - b, a + d))
            .Maybe("math.same-operation-not-opposite", new Fraction(e + b, a - d))
            .Maybe("math.wrong-sign", -x)
            .Maybe("math.stops-after-one-step", e - b);
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
            "n" => Number(
                    c.Say(
                        $"{s.Lead}A rental costs ${start} and ${rate} for each hour. {w.Name} pays ${total}. For how many hours was it?",
                        $"{s.Lead}{w.Name} has {start} {s.Many} and gets {rate} more each day. After how many days are there {total}?",
                        $"{s.Lead}A delivery costs ${start} plus ${rate} for each of the {s.Many}. The bill is ${total}. How many {s.Many} were delivered?"),
                    n,
                    Proof.Search("n", 0, 2000, $"{start} + {rate} * n = {total}"),
                    "Take the fixed part off first.",
                    $"{total} − {start} = {rate * n}; {rate * n} ÷ {rate} = {n}.",
                    Demand.Reason)
                .Maybe("math.forgets-the-constant", new Fraction(total, rate))
                .Maybe("math.same-operation-not-opposite", new Fraction(total + start, rate))
                .Maybe("math.stops-after-one-step", total - start)
                .Maybe("math.swaps-rate-and-start", new Fraction(total - rate, start))
                .Maybe("math.one-group-too-few", n - 1)
                .Maybe("math.slips-by-one", n + 1),
            "rate" => Number(
                    c.Say(
                        $"{s.Lead}A rental costs ${start} and the same amount for each of {n} hours. {w.Name} pays ${total}. What does one hour cost?",
                        $"{s.Lead}{w.Name} has {start} {s.Many}. After {n} equal deliveries there are {total}. How many come each time?",
                        $"{s.Lead}The bill of ${total} is made of a fixed ${start} and the price of {n} {s.Many}. What does one cost in dollars?"),
                    rate,
                    Proof.Search("r", 0, 2000, $"{start} + {n} * r = {total}"),
                    "Take the fixed part off first.",
                    $"{total} − {start} = {rate * n}; {rate * n} ÷ {n} = {rate}.",
                    Demand.Reason)
                .Maybe("math.forgets-the-constant", new Fraction(total, n))
                .Maybe("math.same-operation-not-opposite", new Fraction(total + start, n))
                .Maybe("math.stops-after-one-step", total - start)
                .Maybe("math.subtracts-instead-of-dividing", total - start - n)
                .Maybe("math.slips-by-one", rate - 1)
                .Maybe("math.slips-by-one", rate + 1),
            _ => Number(
                    c.Say(
                        $"{s.Lead}A rental costs ${start} and ${rate} for each hour. What do {n} hours cost in dollars?",
                        $"{s.Lead}{w.Name} has {start} {s.Many} and gets {rate} more each day. How many are there after {n} days?",
                        $"{s.Lead}A delivery costs ${start} plus ${rate} for each of the {s.Many}. How many dollars is it for {n} {s.Many}?"),
                    total,
                    Proof.Replay([$"n := {start}", .. Enumerable.Repeat($"n := n + {rate}", n)], "n"),
                    "The fixed part comes once, the rate every time.",
                    $"{start} + {rate} × {n} = {total}.")
                .Maybe("math.swaps-rate-and-start", rate + (start * n))
                .Maybe("math.forgets-the-constant", rate * n)
                .Maybe("math.adds-all-terms", (start + rate) * n)
                .Maybe("math.adds-given-numbers", start + rate + n),
        };
    }

    /// <summary>Solving a formula for another letter.</summary>
    private static Draft? Literal(Commission c)
    {
        var forms = new[]
        {
            (
                "P = 2l + 2w",
                "l",
                "l = (P − 2w) ÷ 2",
                "l = P − 2w ÷ 2",
                "l = (P + 2w) ÷ 2",
                "l = P ÷ 2 + w",
                "the length l of a rectangle from its perimeter P and width w"),
            (
                "C = f + pn",
                "n",
                "n = (C − f) ÷ p",
                "n = C − f ÷ p",
                "n = (C + f) ÷ p",
                "n = C ÷ p − f",
                "the number n of pieces from the cost C, the fee f and the price p"),
            (
                "d = rt",
                "t",
                "t = d ÷ r",
                "t = r ÷ d",
                "t = dr",
                "t = d − r",
                "the time t from the distance d and the speed r"),
            (
                "A = bh ÷ 2",
                "h",
                "h = 2A ÷ b",
                "h = A ÷ (2b)",
                "h = 2A − b",
                "h = Ab ÷ 2",
                "the height h of a triangle from its area A and base b"),
            (
                "F = 1.8C + 32",
                "C",
                "C = (F − 32) ÷ 1.8",
                "C = F − 32 ÷ 1.8",
                "C = (F + 32) ÷ 1.8",
                "C = F ÷ 1.8 − 32",
                "degrees Celsius C from degrees Fahrenheit F"),
            (
                "W = ph + b",
                "h",
                "h = (W − b) ÷ p",
                "h = W − b ÷ p",
                "h = (W + b) ÷ p",
                "h = W ÷ p − b",
                "the hours h from the wage W, the pay p an hour and the bonus b"),
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
        var setting = values
            .Item2.Split(", ")
            .Select(v => v.Split('='))
            .Where(v => v[0] != letter)
            .ToDictionary(v => v[0], v => v[1]);
        var want = values.Item2.Split(", ").Select(v => v.Split('=')).First(v => v[0] == letter)[1];
        var proof = new Proof(
            "such",
            Json.Of(
                new
                {
                    form = letter + " = {f}",
                    such = new[] { $"f = {want}" },
                    at = new[] { setting },
                }
            ));
        return Choice(
                c.Say(
                    $"{who.Name} uses the formula {formula}{place}. Which formula gives {what}?",
                    $"The formula {formula} is used{place}. Solve it for {letter}.",
                    $"Which of these is {formula}, solved for {letter}{(place.Length > 0 ? "," : "")}{place}?"),
                key,
                proof,
                $"Undo, step by step, what is done to {letter}.",
                $"From {formula} follows {key}.",
                Demand.Reason)
            .Wrong("math.divides-one-term-only", w1)
            .Wrong("math.same-operation-not-opposite", w2)
            .Wrong("math.divides-one-term-only", w3);
    }

    /// <summary>|x − a| = b. Params: a; b.</summary>
    private static Draft? AbsoluteEquation(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("b");
        if (a == 0 || b <= 0 || a == b || a == -b)
        {
            return null;
        }
        string Pair(long p, long q) => $"x = {Words.Number(Math.Min(p, q))} or x = {Words.Number(Math.Max(p, q))}";
        return Choice(
                c.Say(
                    $"Solve |x {Signed(-a)}| = {b}.",
                    $"Which numbers are {b} away from {Words.Number(a)}? They solve |x {Signed(-a)}| = {b}.",
                    $"{c.Person().Name} solves |x {Signed(-a)}| = {b}. Which solution is right?",
                    $"Find all x with |x {Signed(-a)}| = {b}."),
                Pair(a - b, a + b),
                Proof.Such("x = {p} or x = {q}", $"|p - ({a})| = {b}", $"|q - ({a})| = {b}", "p < q"),
                "The distance can be to the left or to the right.",
                $"{Words.Number(a)} − {b} = {Words.Number(a - b)} and {Words.Number(a)} + {b} = {Words.Number(a + b)}.")
            .Maybe("math.wrong-sign", Pair(-a - b, -a + b))
            .Maybe("math.absolute-value-one-solution", $"x = {Words.Number(a + b)}")
            .Maybe("math.absolute-value-one-solution", Pair(-a - b, a + b));
    }
}
