using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Calculation with whole numbers, and equations, without a story.</summary>
internal static partial class OperationModels
{
    /// <summary>A bare calculation. Params: op (+ − × ÷); a, b; regroup (yes, no).</summary>
    private static Draft? Calculate(Commission c)
    {
        var op = c.Params.Text("op");
        long a = c.Draw("a"),
            b = c.Draw("b");
        if (op == "÷")
        {
            a *= b; // a is the quotient drawn
        }
        if (op == "−" && a < b)
        {
            (a, b) = (b, a);
        }
        if (c.Params.Has("regroup") && (op is "+" or "−") && Regroups(op, a, b) != c.Params.Flag("regroup"))
        {
            return null;
        }
        var key = op switch
        {
            "+" => a + b,
            "−" => a - b,
            "×" => a * b,
            _ => a / b,
        };
        var (x, y) = (Words.Grouped(a), Words.Grouped(b));
        var stem = c.Say(
            $"What is {x} {op} {y}?",
            $"Calculate {x} {op} {y}.",
            $"Find the value of {x} {op} {y}.",
            $"{x} {op} {y} = ___",
            $"{c.Person().Name} works out {x} {op} {y}. What is the answer?",
            $"{Name(op)} {x} {(op is "+" or "−" ? "and" : "by")} {y}. What do you get?");
        var inverse = op switch
        {
            "+" => $"n - {b} = {a}",
            "−" => $"n + {b} = {a}",
            "×" => $"n / {b} = {a}",
            _ => $"n * {b} = {a}",
        };
        var draft = Number(
            stem,
            key,
            Proof.Such("{n}", inverse),
            Hint(op),
            $"{x} {op} {y} = {Words.Grouped(key)}.",
            level: Math.Min(0.6, Words.Number(key).Length * 0.1));
        return op switch
        {
            "+" => draft
                .Maybe("math.drops-the-carry", NoCarry(a, b))
                .Maybe("math.subtracts-instead-of-adding", Math.Abs(a - b))
                .Maybe("math.counts-the-start", key - 1)
                .Maybe(
                    Words.Number(a).Length == Words.Number(b).Length
                        ? Regroups(op, a, b)
                            ? "math.writes-both-digits"
                            : "math.carries-always"
                        : "math.aligns-left",
                    Misaligned(a, b, key)),
            "−" => draft
                .Maybe("math.smaller-from-larger", SmallerFromLarger(a, b))
                .Maybe("math.adds-given-numbers", a + b)
                .Maybe("math.forgets-to-lower-next", key + (Regroups(op, a, b) ? 10 : 1))
                .Maybe("math.counts-the-start", key - 1),
            "×" => draft
                .Maybe("math.adds-instead-of-multiplying", a + b)
                .Maybe("math.one-group-too-few", a * (b - 1))
                .Maybe("math.one-group-too-many", a * (b + 1))
                .Maybe("math.drops-a-zero", key % 10 == 0 ? key / 10 : key * 10),
            _ => draft
                .Maybe("math.subtracts-instead-of-dividing", a - b)
                .Maybe("math.one-group-too-many", key + 1)
                .Maybe("math.one-group-too-few", key - 1)
                .Maybe("math.drops-a-zero", key * 10),
        };
    }

    private static string Name(string op) =>
        op switch
        {
            "+" => "Add",
            "−" => "Find the difference of",
            "×" => "Multiply",
            _ => "Divide",
        };

    private static string Hint(string op) =>
        op switch
        {
            "+" => "Add ones to ones and tens to tens.",
            "−" => "Check by adding your answer to what you took away.",
            "×" => "Break one factor into parts that you know.",
            _ => "Which number times the divisor gives the dividend?",
        };

    private static bool Regroups(string op, long a, long b)
    {
        for (; a > 0 || b > 0; a /= 10, b /= 10)
        {
            if (op == "+" ? (a % 10) + (b % 10) > 9 : a % 10 < b % 10)
            {
                return true;
            }
        }
        return false;
    }

    private static long NoCarry(long a, long b)
    {
        long sum = 0;
        for (long place = 1; place <= Math.Max(a, b); place *= 10)
        {
            sum += ((a / place % 10) + (b / place % 10)) % 10 * place;
        }
        return sum;
    }

    private static long SmallerFromLarger(long a, long b)
    {
        long difference = 0;
        for (long place = 1; place <= Math.Max(a, b); place *= 10)
        {
            difference += Math.Abs((a / place % 10) - (b / place % 10)) * place;
        }
        return difference;
    }

    private static long Misaligned(long a, long b, long key)
    {
        var (la, lb) = (Words.Number(a).Length, Words.Number(b).Length);
        if (la == lb)
        {
            var glued = string.Concat(Words.Number(a).Zip(Words.Number(b), (p, q) => Words.Number(p - '0' + q - '0')));
            return glued == Words.Number(key)
                ? key + 10
                : long.Parse(glued, System.Globalization.CultureInfo.InvariantCulture);
        }
        for (; la < lb; la++)
        {
            a *= 10;
        }
        for (; lb < la; lb++)
        {
            b *= 10;
        }
        return a + b;
    }

    /// <summary>Which equation is true. Params: op; a, b.</summary>
    private static Draft? TrueEquation(Commission c)
    {
        var (a, b) = (c.Draw("a"), c.Draw("b"));
        var plus = c.Params.Text("op") == "+";
        if (a == b || Math.Min(a, b) < 2)
        {
            return null;
        }
        var sum = plus ? a + b : a * b;
        var op = plus ? "+" : "×";
        var shift = c.Rolls.Between(1, Math.Min(a, b) - 1);
        var right = plus ? $"{a} + {b} = {a + shift} + {b - shift}" : $"{a} × {b} = {b} × {a}";
        var runOn = plus ? $"{a} + {b} = {sum} + {shift}" : $"{a} × {b} = {sum} × {shift + 1}";
        return Choice(
                c.Say(
                    $"Which equation is true?",
                    $"Only one of these is true. Which one?",
                    $"{c.Person().Name} checks four equations. Which one holds?",
                    $"Find the equation with the same value on both sides."),
                right,
                Proof.Truth(),
                "Work out each side on its own.",
                $"Both sides of {right} are {sum}.",
                Demand.Reason)
            .Maybe("math.equals-means-answer-comes", runOn)
            .Maybe(
                "math.equals-means-answer-comes",
                plus ? $"{a} + {b} = {a + shift} + {b + shift}" : $"{a} × {b} = {a} + {b}")
            .Maybe(
                "math.order-never-matters",
                plus
                    ? $"{Math.Max(a, b)} − {Math.Min(a, b)} = {Math.Min(a, b)} − {Math.Max(a, b)}"
                    : $"{sum} ÷ {a} = {a} ÷ {sum}")
            .Maybe("math.counts-the-start", $"{a} {op} {b} = {sum + 1}");
    }

    /// <summary>An equation with a gap. Params: op (+ − × ÷); a, b.</summary>
    private static Draft? MissingNumber(Commission c)
    {
        var op = c.Params.Text("op");
        var (a, b) = (c.Draw("a"), c.Draw("b"));
        var (x, z) = op switch
        {
            "+" => (a, a + b),
            "−" => (a + b, a),
            "×" => (a, a * b),
            _ => (a * b, a),
        };
        if (a == b || a < 1 || b < 1)
        {
            return null;
        }
        var who = c.Person();
        return Number(
                c.Say(
                    $"Which number makes this true? {x} {op} ___ = {z}",
                    $"Find the missing number: {z} = {x} {op} ___",
                    $"{who.Name} hides a number under a card: {x} {op} ? = {z}. Which number is it?",
                    $"What belongs in the gap? {x} {op} ___ = {z}"),
                b,
                Proof.Search(
                    "n",
                    1,
                    Math.Max(400, b + 1),
                    $"{x} {(op switch { "−" => "-", "×" => "*", "÷" => "/", _ => "+" })} n = {z}"),
                "Both sides must have the same value.",
                $"{x} {op} {b} = {z}.",
                Demand.Reason)
            .Maybe(
                "math.equals-means-answer-comes",
                op switch
                {
                    "+" => x + z,
                    "−" => x + z,
                    "×" => (long)x * z,
                    _ => (long)x * z,
                }
            )
            .Maybe("math.repeats-given-number", z)
            .Maybe("math.counts-the-start", b + 1)
            .Maybe("math.repeats-given-number", x);
    }

    /// <summary>The related fact. Params: op (+, ×); a, b.</summary>
    private static Draft? FactFamily(Commission c)
    {
        var (a, b) = (c.Draw("a"), c.Draw("b"));
        if (a == b || a < 2 || b < 2)
        {
            return null;
        }
        var plus = c.Params.Text("op") == "+";
        var (whole, up, down) = plus ? (a + b, "+", "−") : (a * b, "×", "÷");
        return Choice(
                c.Say(
                    $"{c.Person().Name} knows that {a} {up} {b} = {whole}. Which fact follows from it?",
                    $"Which fact belongs to the same family as {a} {up} {b} = {whole}?",
                    $"{a} {up} {b} = {whole}. Use it to choose the true fact.",
                    $"Turn {a} {up} {b} = {whole} around. Which fact is true?"),
                $"{whole} {down} {a} = {b}",
                Proof.Truth(),
                "The whole comes first when you undo.",
                $"{whole} {down} {a} undoes {a} {up} {b}, so {b} is left.",
                Demand.Reason)
            .Maybe("math.order-never-matters", $"{a} {down} {whole} = {b}")
            .Maybe("math.keeps-the-operation", $"{whole} {up} {a} = {b}")
            .Maybe("math.order-never-matters", $"{Math.Min(a, b)} {down} {Math.Max(a, b)} = {whole}");
    }
}
