using System.Globalization;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Science;

/// <summary>The functions of formulas. Rounding is half away from zero, to a step: round(x, 0.1).</summary>
internal static class FormulaFunctions
{
    public static object Call(string name, object[] a) => (name, a.Length) switch
    {
        ("abs", 1) => Math.Abs(N(a[0])),
        ("floor", 1) => Math.Floor(N(a[0])),
        ("ceil", 1) => Math.Ceiling(N(a[0])),
        ("round", 1) => Step(N(a[0]), 1),
        ("round", 2) => Step(N(a[0]), N(a[1])),
        ("mod", 2) => N(a[0]) - (N(a[1]) * Math.Floor(N(a[0]) / N(a[1]))),
        ("min", _) => a.Min(N),
        ("max", _) => a.Max(N),
        ("sum", _) => a.Sum(N),
        ("mean", _) => a.Average(N),
        ("sqrt", 1) => (decimal)Math.Sqrt((double)N(a[0])),
        ("exp", 1) => (decimal)PortableMath.Exp((double)N(a[0])),
        ("ln", 1) => (decimal)PortableMath.Log((double)N(a[0])),
        ("log", 1) => (decimal)(PortableMath.Log((double)N(a[0])) / PortableMath.Log(10)),
        ("sig", 2) => Significant(N(a[0]), (int)N(a[1])),
        ("fix", 2) => N(a[0]).ToString("F" + (int)N(a[1]), CultureInfo.InvariantCulture).Replace('-', '−'),
        ("sci", 2) => Scientific(N(a[0]), (int)N(a[1])),
        ("grouped", 1) => Words.Grouped((long)N(a[0])),
        ("whole", 1) => N(a[0]) == Math.Floor(N(a[0])),
        ("cat", _) => string.Concat(a.Select(Show)),
        ("cap", 1) => Words.Cap((string)a[0]),
        ("a", 1) => Words.A((string)a[0]),
        ("len", 1) => (decimal)((string)a[0]).Length,
        ("at", 2) => ((string)a[0]).Substring((int)N(a[1]), 1),
        ("has", 2) => ((string)a[0]).Contains((string)a[1], StringComparison.Ordinal),
        _ => Mathematics.Asks.AskFunctions.Call(name, a),
    };

    /// <summary>As questions show it: numbers without trailing zeros and with a true minus sign.</summary>
    public static string Show(object value) => value switch
    {
        decimal number => Words.Number(number),
        bool truth => truth ? "true" : "false",
        _ => (string)value,
    };

    public static decimal Power(decimal root, decimal exponent)
    {
        if (exponent != Math.Floor(exponent))
        {
            return (decimal)PortableMath.Pow((double)root, (double)exponent);
        }
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= root;
        }
        return exponent < 0 ? 1 / power : power;
    }

    /// <summary>To a number of significant digits.</summary>
    public static decimal Significant(decimal x, int digits)
    {
        if (x == 0)
        {
            return 0;
        }
        var step = 1m;
        for (var size = Math.Abs(x); size >= 10; size /= 10)
        {
            step *= 10;
        }
        for (var size = Math.Abs(x); size < 1; size *= 10)
        {
            step /= 10;
        }
        return Step(x, step / Power(10, digits - 1));
    }

    private static decimal Step(decimal x, decimal step) => Math.Round(x / step, MidpointRounding.AwayFromZero) * step;

    private static decimal N(object value) => (decimal)value;

    private static string Scientific(decimal x, int digits)
    {
        var exponent = 0;
        var lead = Significant(x, digits);
        for (; Math.Abs(lead) >= 10; lead /= 10)
        {
            exponent++;
        }
        for (; Math.Abs(lead) < 1 && lead != 0; lead *= 10)
        {
            exponent--;
        }
        var power = string.Concat(Words.Number(exponent).Select(c => c == '−' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
        return $"{lead.ToString("F" + (digits - 1), CultureInfo.InvariantCulture).Replace('-', '−')} × 10{power}";
    }
}
