using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Inequalities and systems.</summary>
internal static partial class AlgebraModels
{
    /// <summary>Solves an inequality. Params: a; b; x; negative (true for a negative coefficient).</summary>
    private static Draft? Inequality(Commission c)
    {
        long a = c.Draw("a"),
            b = c.Draw("b"),
            x = c.Draw("x");
        if (a < 2 || b == 0 || x == 0)
        {
            return null;
        }
        var flip = c.Params.Flag("negative");
        a = flip ? -a : a;
        var sign = c.Rolls.Pick(["<", ">", "≤", "≥"]);
        var opposite = sign switch
        {
            "<" => ">",
            ">" => "<",
            "≤" => "≥",
            _ => "≤",
        };
        var right = (a * x) + b;
        var equation = $"{Poly("x", a, b)} {sign} {Words.Number(right)}";
        var solved = flip ? opposite : sign;
        string Set(string s, long n) => $"x {s} {Words.Number(n)}";
        var turned = flip ? sign : opposite;
        var rows = new[] { (solved, x), (turned, x), (solved, -x), (solved, right - b) }
            .Distinct()
            .Select(w => new
            {
                name = Set(w.Item1, w.Item2),
                s = Ascii(w.Item1),
                n = w.Item2,
            });
        long[] probes = [x - 1, x, x + 1, -x, 1 - x, right - b, 0];
        var fits = probes
            .Distinct()
            .Select(p =>
                $"(({a}) * ({p}) + ({b}) {Ascii(sign)} {right}) = if(s = '<', ({p}) < n, if(s = '>', ({p}) > n, if(s = '<=', ({p}) <= n, ({p}) >= n)))");
        return Choice(
                c.Say(
                    $"Solve {equation}.",
                    $"Which values of x satisfy {equation}?",
                    $"{c.Person().Name} solves {equation}. Which solution is right?",
                    $"Find all x with {equation}."),
                Set(solved, x),
                Proof.Rows(rows, string.Join(" and ", fits)),
                flip
                    ? "Dividing by a negative number turns the sign around."
                    : "Solve it like an equation and keep the sign.",
                $"{Words.Number(a)}x {sign} {Words.Number(right - b)}, so {Set(solved, x)}.")
            .Wrong(flip ? "math.forgets-to-turn-the-sign" : "math.turns-the-sign-always", Set(turned, x))
            .Maybe("math.wrong-sign", Set(solved, -x))
            .Maybe("math.stops-after-one-step", Set(solved, right - b));
    }

    private static string Ascii(string sign) =>
        sign switch
        {
            "≤" => "<=",
            "≥" => ">=",
            _ => sign,
        };

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
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} may spend ${limit}. Delivery costs ${start}, and each of the {s.Many} ${rate}. What is the greatest number of {s.Many} that fits the budget?",
                    $"{s.Lead}A lift carries at most {limit} kg. A cart of {start} kg is in it. Each box of {s.Many} weighs {rate} kg. How many boxes can go in at most?",
                    $"{s.Lead}{s.Who.Name} has {limit} minutes. Getting ready takes {start} minutes and each of the {s.Many} {rate} minutes. How many {s.Many} can be finished at most?"),
                key,
                Proof.Such(
                    "{n}",
                    "whole(n)",
                    $"{start} + {rate} * n <= {limit}",
                    $"{start} + {rate} * (n + 1) > {limit}"),
                "Take the fixed part off the limit first.",
                $"{limit} − {start} = {rest}; {rest} ÷ {rate} is a little more than {key}.",
                Demand.Reason)
            .Maybe("math.rounds-up-past-the-limit", key + 1)
            .Maybe("math.forgets-the-constant", limit / rate)
            .Maybe("math.stops-after-one-step", rest)
            .Maybe("math.same-operation-not-opposite", (limit + start) / rate)
            .Maybe("math.one-group-too-few", key - 1)
            .Maybe("math.swaps-rate-and-start", (limit - rate) / start);
    }

    /// <summary>Solves a system. Params: size.</summary>
    private static Draft? SystemSolve(Commission c)
    {
        long x = c.Draw("size"),
            y = c.Draw("size"),
            a = c.Rolls.Between(1, 5),
            b = c.Rolls.Between(1, 5),
            d = c.Rolls.Between(1, 5),
            e = -c.Rolls.Between(1, 5);
        if (x == 0 || y == 0 || x == y || x == -y || (a * e) - (b * d) == 0)
        {
            return null;
        }
        string Eq(long p, long q) =>
            $"{Poly("x", p, 0)} {(q < 0 ? "−" : "+")} {Poly("y", Math.Abs(q), 0)} = {Words.Number((p * x) + (q * y))}";
        var (e1, e2) = (Eq(a, b), Eq(d, e));
        return Choice(
                c.Say(
                    $"Solve the system {e1} and {e2}.",
                    $"Which point lies on both lines {e1} and {e2}?",
                    $"{c.Person().Name} draws the lines {e1} and {e2}. Where do they meet?",
                    $"Find (x, y) with {e1} and {e2}."),
                Point(x, y),
                Proof.Such(
                    "({x}, {y})",
                    $"{a} * x + {b} * y = {(a * x) + (b * y)}",
                    $"{d} * x + ({e}) * y = {(d * x) + (e * y)}"),
                "Make the numbers before one letter equal, then add or subtract.",
                $"x = {Words.Number(x)} and y = {Words.Number(y)} fit both equations.",
                Demand.Reason)
            .Maybe("math.swaps-coordinates", Point(y, x))
            .Maybe("math.wrong-sign", Point(x, -y))
            .Maybe("math.solves-one-equation-only", Point(x + b, y - a))
            .Maybe("math.wrong-sign", Point(-x, y));
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
        return Number(
                c.Say(
                    $"{s.Lead}Large {s.Many} cost ${p}, small ones ${q}. {s.Who.Name} sells {all} for ${money} in all. How many large ones are sold?",
                    $"{s.Lead}A sale of {all} {s.Many} brings in ${money}. Wrapped ones cost ${p} each, plain ones ${q}. How many wrapped ones are sold?",
                    $"{s.Lead}{s.Who.Name} stacks {all} boxes of {s.Many}. Some weigh {p} kg each, the others {q} kg. Together they weigh {money} kg. How many boxes weigh {p} kg?"),
                m,
                Proof.Search(
                    "m",
                    new Dictionary<string, string> { ["m"] = $"0..{all}" },
                    $"{p} * m + {q} * ({all} - m) = {money}"),
                "Suppose all were of the cheaper or lighter kind. What is missing then?",
                $"If all were at {q}: {q * all}. {money - (q * all)} is missing, {p - q} for each: {m}.",
                Demand.Reason,
                0.2)
            .Maybe("math.gives-the-wrong-part", n)
            .Maybe("math.halves-the-total", new Fraction(all, 2))
            .Maybe("math.divides-total-by-price", money / p)
            .Maybe("math.divides-total-by-price", money / (p + q));
    }
}
