namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>The functions of formulas that mathematics adds: number theory, angles in degrees, and ways to write numbers.</summary>
internal static class AskFunctions
{
    public static object Call(string name, object[] a) => Number(name, a) ?? Written(name, a)
        ?? throw new FormatException($"No function '{name}' of {a.Length} arguments.");

    private static object? Number(string name, object[] a) => (name, a.Length) switch
    {
        ("gcd", 2) => (decimal)Fraction.Gcd(I(a[0]), I(a[1])),
        ("lcm", 2) => (decimal)Fraction.Lcm(I(a[0]), I(a[1])),
        ("fact", 1) => Product(1, I(a[0])),
        ("perm", 2) => Product(I(a[0]) - I(a[1]) + 1, I(a[0])),
        ("choose", 2) => Product(I(a[0]) - I(a[1]) + 1, I(a[0])) / Product(1, I(a[1])),
        ("prime", 1) => Prime(I(a[0])),
        ("digit", 2) => Math.Floor(Math.Abs(N(a[0])) / N(a[1])) % 10,
        ("sin", 1) => Waved(Math.Sin(Radians(a[0]))),
        ("cos", 1) => Waved(Math.Cos(Radians(a[0]))),
        ("tan", 1) => Waved(Math.Tan(Radians(a[0]))),
        ("median", > 0) => Median(a),
        ("square", 1) => IsSquare(I(a[0])),
        ("pick", > 1) => a[1 + (int)N(a[0])],
        _ => null,
    };

    private static object? Written(string name, object[] a) => (name, a.Length) switch
    {
        ("frac", 2) => new Fraction(I(a[0]), I(a[1])).ToString(),
        ("mixed", 2) => new Fraction(I(a[0]), I(a[1])).Mixed(),
        ("over", 2) => $"{Words.Number(I(a[0]))}/{Words.Number(I(a[1]))}",
        ("money", 1) => Words.Dollars(I(a[0])),
        ("poly", > 1) => Notation.Poly((string)a[0], [.. a.Skip(1).Select(I)]),
        ("signed", 1) => N(a[0]) < 0 ? $"− {Words.Number(-N(a[0]))}" : $"+ {Words.Number(N(a[0]))}",
        ("closed", 1) => N(a[0]) < 0 ? $"({Words.Number(N(a[0]))})" : Words.Number(N(a[0])),
        ("raised", 1) => Notation.Raised(I(a[0])),
        ("point", 2) => Notation.Point(I(a[0]), I(a[1])),
        ("spelled", 1) => Words.Spelled((int)N(a[0])),
        ("ordinal", 1) => Words.Ordinal((int)N(a[0])),
        ("count", 3) => Words.Count(I(a[0]), (string)a[1], (string)a[2]),
        ("clock", 1) => Clock(I(a[0])),
        ("surd", 1) => Surd(I(a[0])),
        ("parts", 2) => Parts(I(a[0]), I(a[1])),
        ("lit", 1) => a[0] is decimal n ? (n < 0 ? $"({Words.Number(n)})" : Words.Number(n)) : a[0] is bool b ? b : $"'{a[0]}'",
        _ => null,
    };

    private static decimal N(object value) => (decimal)value;

    private static long I(object value) => N(value) == Math.Floor(N(value))
        ? (long)N(value)
        : throw new FormatException($"{value} is no whole number.");

    private static double Radians(object degrees) => (double)N(degrees) * Math.PI / 180;

    /// <summary>To twelve places, so that sin 30° is one half.</summary>
    private static decimal Waved(double value) => Math.Round((decimal)value, 12);

    private static decimal Product(long from, long to)
    {
        var product = 1m;
        for (var i = from; i <= to; i++)
        {
            product *= i;
        }
        return product;
    }

    private static bool Prime(long n)
    {
        for (long d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
            {
                return false;
            }
        }
        return n > 1;
    }

    private static bool IsSquare(long n)
    {
        var root = (long)Math.Round(Math.Sqrt(n));
        return root * root == n;
    }

    private static object Median(object[] a)
    {
        var sorted = a.Select(N).Order().ToArray();
        return a.Length % 2 == 1 ? sorted[a.Length / 2] : (sorted[(a.Length / 2) - 1] + sorted[a.Length / 2]) / 2;
    }

    /// <summary>Minutes after midnight as "3:05".</summary>
    private static string Clock(long minutes) => $"{((minutes / 60) + 11) % 12 + 1}:{minutes % 60:00}";

    /// <summary>The root of n with its square factors outside: "3√2", "5", "√7".</summary>
    private static string Surd(long n)
    {
        var outside = 1L;
        for (var d = (long)Math.Sqrt(n); d > 1; d--)
        {
            if (n % (d * d) == 0)
            {
                (outside, n) = (outside * d, n / (d * d));
                break;
            }
        }
        return n == 1 ? Words.Number(outside) : outside == 1 ? $"√{n}" : $"{outside}√{n}";
    }

    /// <summary>"halves", "thirds", "fifth": the name of one part or several.</summary>
    private static string Parts(long n, long of)
    {
        var one = of switch { 2 => "half", 4 => "fourth", _ => Words.Ordinal((int)of) };
        return n == 1 ? one : of == 2 ? "halves" : one + "s";
    }
}
