namespace Pathfinity.Content.Mathematics;

/// <summary>How expressions are written in print.</summary>
internal static class Notation
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A polynomial from its highest coefficient down: Poly("x", 2, −3, 1) is "2x² − 3x + 1".</summary>
    public static string Poly(string x, params long[] coefficients)
    {
        var text = "";
        for (var i = 0; i < coefficients.Length; i++)
        {
            var (c, power) = (coefficients[i], coefficients.Length - 1 - i);
            if (c == 0)
            {
                continue;
            }
            var size = Math.Abs(c) == 1 && power > 0 ? "" : Words.Number(Math.Abs(c));
            var sign =
                text.Length == 0 ? (c < 0 ? "−" : "")
                : c < 0 ? " − "
                : " + ";
            text += sign + size + (power > 0 ? x : "") + (power > 1 ? Raised(power) : "");
        }
        return text.Length == 0 ? "0" : text;
    }

    /// <summary>"− 3" or "+ 3", to stand after something.</summary>
    public static string Signed(long n) => n < 0 ? $"− {Words.Number(-n)}" : $"+ {Words.Number(n)}";

    /// <summary>A number that is put in parentheses when it is negative.</summary>
    public static string Closed(long n) => n < 0 ? $"({Words.Number(n)})" : Words.Number(n);

    public static string Raised(long power) =>
        string.Concat(Words.Number(power).Select(d => d == '−' ? '⁻' : Superscripts[d - '0']));

    public static string Point(long x, long y) => $"({Words.Number(x)}, {Words.Number(y)})";
}
