using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Signed numbers, factors and multiples, large numbers.</summary>
internal static partial class RatioModels
{
    /// <summary>Calculation with negative numbers. Params: op; size.</summary>
    private static Draft? Integers(Commission c)
    {
        var op = c.Rolls.Pick(c.Params.List("op"));
        long a = c.Draw("size") * (c.Rolls.Chance(0.5) ? -1 : 1),
            b = c.Draw("size") * (c.Rolls.Chance(0.6) ? -1 : 1);
        if ((a > 0 && b > 0) || Math.Abs(a) == Math.Abs(b) || Math.Abs(b) < 2)
        {
            return null;
        }
        if (op == "÷")
        {
            a *= b;
        }
        var key = op switch
        {
            "+" => a + b,
            "−" => a - b,
            "×" => a * b,
            _ => a / b,
        };
        var e = $"{Words.Number(a)} {op} {Notation.Closed(b)}";
        var inverse = op switch
        {
            "+" => $"n - ({b}) = {a}",
            "−" => $"n + ({b}) = {a}",
            "×" => $"n / ({b}) = {a}",
            _ => $"n * ({b}) = {a}",
        };
        var draft = Number(
            c.Say(
                $"What is {e}?",
                $"Calculate {e}.",
                $"{e} = ___",
                $"{c.Person().Name} works out {e}. What is the result?",
                $"Find the value of {e}."),
            key,
            Proof.Such("{n}", inverse),
            op is "+" or "−"
                ? "Walk on a number line; subtracting a number is adding its opposite."
                : "Equal signs give a positive, different signs a negative result.",
            $"{e} = {Words.Number(key)}.");
        return op is "+" or "−"
            ? draft
                .Maybe("math.ignores-negative-signs", op == "+" ? Math.Abs(a) + Math.Abs(b) : Math.Abs(a) - Math.Abs(b))
                .Maybe("math.two-minuses-make-plus-always", op == "+" ? a - b : a + b)
                .Maybe("math.wrong-sign", -key)
                .Maybe("math.ignores-negative-signs", Math.Abs(a) - Math.Abs(b))
            : draft
                .Maybe("math.wrong-sign", -key)
                .Maybe("math.adds-instead-of-multiplying", a + b)
                .Maybe("math.adds-instead-of-multiplying", a - b)
                .Maybe("math.ignores-negative-signs", Math.Abs(a) + Math.Abs(b));
    }

    /// <summary>Temperatures, depths and accounts. Params: size.</summary>
    private static Draft? IntegerStory(Commission c)
    {
        var (a, b) = (-c.Draw("size"), c.Draw("size"));
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        if (-a == b)
        {
            return null;
        }
        var who = c.Person();
        string at = c.Work is null ? "outside" : $"in the cold room at {c.Work.Setting}";
        string fund = c.Work is null ? "club" : $"coffee fund at {c.Work.Setting}";
        return c.Rolls.Below(3) switch
        {
            0 => Number(
                    c.Say(
                        $"It is {Words.Number(a)} °F {at}. The temperature rises by {b} degrees. What is it then?",
                        $"{who.Name} reads {Words.Number(a)} °F {at}. Later it is {b} degrees warmer. What does "
                            + $"{who.They} read now?"),
                    a + b,
                    Proof.Such("{n}", $"n - {b} = {a}"),
                    "Walk up from the first number.",
                    $"{Words.Number(a)} + {b} = {Words.Number(a + b)}.",
                    frame: "{} °F")
                .Maybe("math.ignores-negative-signs", b - a)
                .Maybe("math.wrong-sign", -(a + b))
                .Maybe("math.two-minuses-make-plus-always", a - b)
                .Maybe("math.repeats-given-number", b),
            1 => Number(
                    c.Say(
                        $"It was {b} °F {at} and is now {Words.Number(a)} °F. By how many degrees did the temperature "
                            + $"fall?",
                        $"Between noon and midnight the temperature {at} went from {b} °F to {Words.Number(a)} °F. "
                            + $"How large was the drop?"),
                    b - a,
                    Proof.Such("{n}", $"{b} - n = {a}"),
                    "Go down to zero first, then on.",
                    $"From {b} to 0 and on to {Words.Number(a)}: {b} + {-a} = {b - a}.",
                    Demand.Reason,
                    frame: "{} °F")
                .Maybe("math.ignores-negative-signs", Math.Abs(b + a))
                .Maybe("math.wrong-sign", a - b)
                .Maybe("math.repeats-given-number", -a)
                .Maybe("math.repeats-given-number", b),
            _ => Number(
                    c.Say(
                        $"The {fund} owes ${-a}, so its account shows {Words.Number(a)}. {who.Name} pays in ${b}. "
                            + $"What does the account show?",
                        $"The account of the {fund} stands at {Words.Number(a)} dollars. Then ${b} comes in. What is "
                            + $"the new balance?"),
                    a + b,
                    Proof.Such("{n}", $"n - {b} = {a}"),
                    "A debt is a number below zero.",
                    $"{Words.Number(a)} + {b} = {Words.Number(a + b)}.")
                .Maybe("math.ignores-negative-signs", b - a)
                .Maybe("math.wrong-sign", -(a + b))
                .Maybe("math.two-minuses-make-plus-always", a - b)
                .Maybe("math.repeats-given-number", b),
        };
    }

    /// <summary>Greatest common factor and least common multiple. Params: ask (gcf, lcm); size.</summary>
    private static Draft? FactorsMultiples(Commission c)
    {
        var (a, b) = (c.Draw("size"), c.Draw("size"));
        var g = Fraction.Gcd(a, b);
        var l = Fraction.Lcm(a, b);
        var gcf = c.Params.Text("ask") == "gcf";
        if (a == b || (gcf ? g < 2 : l == a * b) || g == a || g == b || c.Scene(1, 5000) is not { } s)
        {
            return null;
        }
        return gcf
            ? Number(
                    c.Say(
                        $"{s.Lead}{s.Who.Name} has {a} large and {b} small {s.Many} and makes identical sets of both "
                            + $"kinds with none left over. What is the greatest number of sets?",
                        $"{s.Lead}What is the greatest number of identical groups into which {a} large and {b} small "
                            + $"{s.Many} can be split with none left over?",
                        $"What is the greatest common factor of {a} and {b}?"),
                    g,
                    Proof.Such("{n}", $"whole({a} / n)", $"whole({b} / n)", $"gcd({a} / n, {b} / n) = 1"),
                    "Which numbers divide both?",
                    $"{a} = {g} × {a / g} and {b} = {g} × {b / g}.",
                    Demand.Reason)
                .Maybe("math.swaps-gcf-and-lcm", l)
                .Maybe("math.common-not-greatest", g % 2 == 0 && g > 2 ? g / 2 : 1)
                .Maybe("math.finds-the-difference", Math.Abs(a - b))
                .Maybe("math.repeats-given-number", Math.Min(a, b))
            : Number(
                    c.Say(
                        $"{s.Lead}One delivery of {s.Many} comes every {a} days, another every {b} days. Both come "
                            + $"today. In how many days do they next come together?",
                        $"{s.Lead}{s.Who.Name} checks the {s.Many} every {a} hours and the doors every {b} hours, and "
                            + $"has just checked both. In how many hours will both checks next come together?",
                        $"What is the least common multiple of {a} and {b}?"),
                    l,
                    Proof.Such("{n}", $"whole(n / {a})", $"whole(n / {b})", $"gcd(n / {a}, n / {b}) = 1"),
                    "List the multiples of the larger number.",
                    $"{l} is the first number that both {a} and {b} go into.",
                    Demand.Reason)
                .Maybe("math.swaps-gcf-and-lcm", g)
                .Maybe("math.product-not-least", (long)a * b)
                .Maybe("math.adds-given-numbers", a + b)
                .Maybe("math.one-group-too-many", l * 2);
    }

    private const int BarrelInches = 36; // the water of a full rain barrel

    /// <summary>Repeated loss or gain as a product with a negative number. Params: size.</summary>
    private static Draft? IntegerRate(Commission c)
    {
        var (a, n) = (c.Draw("size"), c.Draw("size"));
        if (a == n || n < 2 || a < 2)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        string tank = c.Work is null ? "a rain barrel" : $"the tank at {c.Work.Setting}";
        string fund = c.Work is null ? "a club" : $"the coffee fund at {c.Work.Setting}";
        string place = c.Work is null ? "at school" : $"at {c.Work.Setting}";
        return Number(
                a * n <= BarrelInches
                    ? c.Say(
                        $"The water in {tank} changes by −{a} inches each day. What is the change after {n} days?",
                        $"The account of {fund} changes by −{a} dollars each week for supplies. "
                            + $"What is the change after {n} weeks?",
                        $"A freezer {place} cools so that its temperature changes by −{a} degrees an hour. "
                            + $"What is the change after {n} hours?")
                    : c.Say(
                        $"The account of {fund} changes by −{a} dollars each week for supplies. "
                            + $"What is the change after {n} weeks?",
                        $"A balloon with a camera sinks {place}: its height changes by −{a} feet each second. "
                            + $"What is the change after {n} seconds?",
                        $"A ticket machine {place} charges a fee, so each ticket changes the balance by −{a} dollars. "
                            + $"What is the change for {n} tickets?"),
                -(long)a * n,
                Proof.Replay(["x := 0", .. Enumerable.Repeat($"x := x - {a}", n)], "x"),
                "The same negative change comes again and again.",
                $"{n} × (−{a}) = {Words.Number(-(long)a * n)}.")
            .Maybe("math.wrong-sign", (long)a * n)
            .Maybe("math.adds-instead-of-multiplying", n - a)
            .Maybe("math.adds-instead-of-multiplying", -a - n)
            .Maybe("math.one-group-too-few", -(long)a * (n - 1))
            .Maybe("math.one-group-too-many", -(long)a * (n + 1))
            .Maybe("math.slips-by-ten", (-(long)a * n) - 10);
    }

    /// <summary>A product with powers of ten. Params: power.</summary>
    private static Draft? ScientificStory(Commission c)
    {
        var (a, n, p) = (c.Rolls.Between(11, 32), c.Rolls.Between(2, 3), c.Draw("power"));
        var e = c.Rolls.Between(1, 3);
        if (c.Scene(1, 1000000) is not { } s || a * n >= 100 || a % 10 == 0 || a * n % 10 == 0)
        {
            return null;
        }
        string Form(int tenths, int power) => $"{tenths / 10}.{tenths % 10} × 10{Notation.Raised(power)}";
        return Choice(
                c.Say(
                    $"{s.Lead}One machine makes {Form(a, p)} labels for {s.Many} a year. How many labels do {n} × "
                        + $"10{Notation.Raised(e)} such machines make in a year?",
                    $"{s.Lead}A file on {s.Many} has {Form(a, p)} bytes. How many bytes do {n} × "
                        + $"10{Notation.Raised(e)} such files have together?",
                    $"{s.Lead}Each truck of {s.Many} drives {Form(a, p)} meters a month. How far is that for {n} × "
                        + $"10{Notation.Raised(e)} trucks together?"),
                Form(a * n, p + e),
                Proof.Such("{m} × {t}", $"m * t = {a} / 10 * 10^{p} * {n} * 10^{e}", "1 <= m < 10"),
                "Multiply the front numbers, add the exponents.",
                $"{a / 10}.{a % 10} × {n} = {a * n / 10}.{a * n % 10} and 10{Notation.Raised(p)} × "
                    + $"10{Notation.Raised(e)} = 10{Notation.Raised(p + e)}.")
            .Maybe("math.multiplies-exponents-of-product", Form(a * n, p * e))
            .Maybe("math.adds-instead-of-multiplying", Form(a + (10 * n), p + e))
            .Maybe("math.wrong-power-of-ten", Form(a * n, p + e + 1))
            .Maybe("math.wrong-power-of-ten", Form(a * n, p));
    }
}
