using System.Numerics;

namespace Pathfinity.Content.Proofs;

/// <summary>The functions of the expression language.</summary>
internal static class Functions
{
    private const int FactorialMax = 60;

    public static Value Call(string name, List<Value> a) => (name, a.Count) switch
    {
        ("abs", 1) => N(a[0].Number.Sign < 0 ? -a[0].Number : a[0].Number),
        ("sqrt", 1) => N(a[0].Number.Root()),
        ("floor", 1) => N(a[0].Number.Floor()),
        ("ceil", 1) => N(-(-a[0].Number).Floor()),
        ("round", 1) => N(Round(a[0].Number)),
        ("round", 2) => N(RoundTo(a[0].Number, a[1].Number)),
        ("frac", 1) => N(a[0].Number - a[0].Number.Floor()),
        ("mod", 2) => N(a[0].Number - (a[1].Number * (a[0].Number / a[1].Number).Floor())),
        ("gcd", 2) => N(Exact.Of(BigInteger.GreatestCommonDivisor(Whole(a[0]), Whole(a[1])))),
        ("lcm", 2) => N(Exact.Of(Whole(a[0]) * Whole(a[1]) / BigInteger.GreatestCommonDivisor(Whole(a[0]), Whole(a[1])))),
        ("num", 1) => N(Exact.Of(a[0].Number.Num)),
        ("den", 1) => N(Exact.Of(a[0].Number.Den)),
        ("whole", 1) => Value.Of(a[0].Number.IsWhole),
        ("prime", 1) => Value.Of(IsPrime(Whole(a[0]))),
        ("fact", 1) => N(Factorial(Whole(a[0]))),
        ("perm", 2) => N(Factorial(Whole(a[0])) / Factorial(Whole(a[0]) - Whole(a[1]))),
        ("choose", 2) => N(Factorial(Whole(a[0])) / Factorial(Whole(a[1])) / Factorial(Whole(a[0]) - Whole(a[1]))),
        ("log", 2) => N(Exact.About(Math.Log(a[0].Number.Double) / Math.Log(a[1].Number.Double))),
        ("log", 1) => N(Exact.About(Math.Log10(a[0].Number.Double))),
        ("ln", 1) => N(Exact.About(Math.Log(a[0].Number.Double))),
        ("exp", 1) => N(Exact.About(Math.Exp(a[0].Number.Double))),
        ("sin", 1) => N(Exact.About(Math.Sin(a[0].Number.Double * Math.PI / 180))),
        ("cos", 1) => N(Exact.About(Math.Cos(a[0].Number.Double * Math.PI / 180))),
        ("tan", 1) => N(Exact.About(Math.Tan(a[0].Number.Double * Math.PI / 180))),
        ("if", 3) => a[0].Truth ? a[1] : a[2],
        ("min", > 0) => N(a.Select(v => v.Number).Aggregate((x, y) => x.CompareTo(y) <= 0 ? x : y)),
        ("max", > 0) => N(a.Select(v => v.Number).Aggregate((x, y) => x.CompareTo(y) >= 0 ? x : y)),
        ("sum", > 0) => N(a.Select(v => v.Number).Aggregate((x, y) => x + y)),
        ("mean", > 0) => N(a.Select(v => v.Number).Aggregate((x, y) => x + y) / Exact.Of(a.Count)),
        ("median", > 0) => N(Median([.. a.Select(v => v.Number)])),
        ("length", 1) => N(Exact.Of(a[0].Text.Length)),
        ("starts", 2) => Value.Of(a[0].Text.StartsWith(a[1].Text, StringComparison.Ordinal)),
        ("ends", 2) => Value.Of(a[0].Text.EndsWith(a[1].Text, StringComparison.Ordinal)),
        ("has", 2) => Value.Of(a[0].Text.Contains(a[1].Text, StringComparison.Ordinal)),
        ("digit", 2) => N(Exact.Of(BigInteger.Abs(Whole(a[0])) / Whole(a[1]) % 10)),
        _ => throw new ProofException($"No function '{name}' of {a.Count} arguments."),
    };

    private static Value N(Exact number) => Value.Of(number);

    private static BigInteger Whole(Value value) => value.Number.IsWhole
        ? value.Number.Num
        : throw new ProofException("A whole number was expected.");

    /// <summary>Half away from zero, as schools round.</summary>
    private static Exact Round(Exact x)
    {
        var half = Exact.Of(1) / Exact.Of(2);
        return x.Sign < 0 ? -(-x + half).Floor() : (x + half).Floor();
    }

    private static Exact RoundTo(Exact x, Exact step) => Round(x / step) * step;

    private static bool IsPrime(BigInteger n)
    {
        for (BigInteger d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
            {
                return false;
            }
        }
        return n > 1;
    }

    private static Exact Factorial(BigInteger n)
    {
        if (n.Sign < 0 || n > FactorialMax)
        {
            throw new ProofException("A factorial out of range.");
        }
        var product = BigInteger.One;
        for (var i = 2; i <= n; i++)
        {
            product *= i;
        }
        return Exact.Of(product);
    }

    private static Exact Median(List<Exact> values)
    {
        values.Sort((x, y) => x.CompareTo(y));
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / Exact.Of(2);
    }
}
