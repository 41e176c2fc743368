using System.Runtime.CompilerServices;

namespace Pathfinity.Determinism;

/// <summary>
/// Elementary functions made of + − × ÷, square root and bit moves only, so that every processor gives the same
/// last bit. Accurate to a few units in the last place; not a substitute for a numerics library.
/// </summary>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // ln 2 with 21 low zero bits, so n * Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10; // ln 2 - Ln2High
    private const double InverseLn2 = 1.44269504088896338700;
    private const double SquareRootOfTwo = 1.41421356237309504880;
    private const double ExpOverflow = 709.0;
    private const double ExpUnderflow = -708.0;

    /// <summary>e to the x; saturates at the largest double above 709 and is 0 below −708.</summary>
    public static double Exp(double x)
    {
        if (x > ExpOverflow)
        {
            return double.MaxValue;
        }
        if (x < ExpUnderflow)
        {
            return 0;
        }
        var scaled = (x * InverseLn2) + (x < 0 ? -0.5 : 0.5);
        var n = (int)scaled;
        var r = x - (n * Ln2High) - (n * Ln2Low);
        // Taylor series; |r| <= ln2 / 2, so the first term left out is below 5e-18. In pairs (Estrin), which a processor
        // works on side by side.
        var r2 = r * r;
        var r4 = r2 * r2;
        var first = (1.0 + r) + (r2 * (0.5 + (r * (1.0 / 6.0))));
        var second = ((1.0 / 24.0) + (r * (1.0 / 120.0))) + (r2 * ((1.0 / 720.0) + (r * (1.0 / 5040.0))));
        var third = ((1.0 / 40320.0) + (r * (1.0 / 362880.0))) + (r2 * ((1.0 / 3628800.0) + (r * (1.0 / 39916800.0))));
        var last = (1.0 / 479001600.0) + (r * (1.0 / 6227020800.0));
        var p = first + (r4 * (second + (r4 * (third + (r4 * last)))));
        return p * PowerOfTwo(n);
    }

    /// <summary>Natural logarithm of a positive, finite, normal number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive and normal.</exception>
    public static double Log(double x)
    {
        if (!(x > 0) || !double.IsNormal(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The logarithm needs a positive, normal number.");
        }
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > SquareRootOfTwo)
        {
            mantissa *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh((m − 1) / (m + 1)); |s| <= 0.1716, so the first term left out is below 1e-18.
        var s = (mantissa - 1) / (mantissa + 1);
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var first = ((1.0 / 3) + (z * (1.0 / 5))) + (z2 * ((1.0 / 7) + (z * (1.0 / 9))));
        var second = ((1.0 / 11) + (z * (1.0 / 13))) + (z2 * ((1.0 / 15) + (z * (1.0 / 17))));
        var last = ((1.0 / 19) + (z * (1.0 / 21))) + (z2 * (1.0 / 23));
        var p = first + (z4 * (second + (z4 * last)));
        var tail = 2 * s * z * p;
        return (exponent * Ln2High) + ((exponent * Ln2Low) + tail + (2 * s));
    }

    /// <summary>x to the y for positive x.</summary>
    public static double Pow(double x, double y) => Exp(y * Log(x));

    /// <summary>1 / (1 + e^−x).</summary>
    public static double Logistic(double x)
    {
        if (x >= 0)
        {
            return 1 / (1 + Exp(-x));
        }
        var e = Exp(x);
        return e / (1 + e);
    }

    /// <summary>ln(p / (1 − p)) for p strictly between 0 and 1.</summary>
    public static double Logit(double p) => Log(p / (1 - p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int n) => BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
}
