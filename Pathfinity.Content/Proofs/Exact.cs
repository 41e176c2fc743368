using System.Globalization;
using System.Numerics;

namespace Pathfinity.Content.Proofs;

/// <summary>
/// An exact rational of any size, or, where roots and the like make that impossible, an approximation that says so.
/// Provers alone use it; authors count with their own types. Whatever fits is kept in machine words.
/// </summary>
internal readonly struct Exact : IEquatable<Exact>
{
    private const double RelativeError = 1e-9; // how far approximations may differ and still be equal
    private const int PowerMax = 512;
    private const int LongDigits = 18; // of a number that surely fits into a word
    private readonly long num; // of an approximation, its bits
    private readonly long den; // 0 where num and den are no words
    private readonly Large? large;

    private Exact(long num, long den) => (this.num, this.den) = (num, den);

    private Exact(BigInteger num, BigInteger den) => large = new Large(num, den);

    private Exact(double approximation) => num = double.IsFinite(approximation)
        ? BitConverter.DoubleToInt64Bits(approximation)
        : throw new ProofException("A value is not finite.");

    public static Exact Zero => Of(0);

    public bool IsExact => den != 0 || large is not null;

    public bool IsWhole => den == 1 || (large is not null && large.Den.IsOne);

    public double Double => IsWord ? (double)num / den : large is not null ? Ratio(large.Num, large.Den) : BitConverter.Int64BitsToDouble(num);

    public int Sign => IsWord ? Math.Sign(num) : large is not null ? large.Num.Sign : Math.Sign(BitConverter.Int64BitsToDouble(num));

    public BigInteger Num => IsWord ? num : large?.Num ?? throw new ProofException("An approximation has no numerator.");

    public BigInteger Den => IsWord ? den : large?.Den ?? throw new ProofException("An approximation has no denominator.");

    private bool IsWord => den != 0;

    public static Exact Of(long n) => n == long.MinValue ? new Exact(n, BigInteger.One) : new Exact(n, 1);

    public static Exact Of(BigInteger n) => Lowest(n, BigInteger.One);

    public static Exact About(double value) => new(value);

    /// <summary>A run of digits with at most one point.</summary>
    public static Exact Parse(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        if (point < 0)
        {
            return digits.Length <= LongDigits
                ? new Exact(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), 1)
                : Of(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        }
        var all = string.Concat(digits[..point], digits[(point + 1)..]);
        return Lowest(
            BigInteger.Parse(all, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, digits.Length - point - 1));
    }

    public static Exact operator +(Exact a, Exact b) => Words(a, b) ? Lowest(((Int128)a.num * b.den) + ((Int128)b.num * a.den), (Int128)a.den * b.den)
        : Both(a, b) ? Lowest((a.Num * b.Den) + (b.Num * a.Den), a.Den * b.Den)
        : new Exact(a.Double + b.Double);

    public static Exact operator -(Exact a) => a.IsWord ? new Exact(-a.num, a.den) : a.IsExact ? Lowest(-a.Num, a.Den) : new Exact(-a.Double);

    public static Exact operator -(Exact a, Exact b) => a + -b;

    public static Exact operator *(Exact a, Exact b) => Words(a, b) ? Lowest((Int128)a.num * b.num, (Int128)a.den * b.den)
        : Both(a, b) ? Lowest(a.Num * b.Num, a.Den * b.Den)
        : new Exact(a.Double * b.Double);

    public static Exact operator /(Exact a, Exact b)
    {
        if (b.Sign == 0)
        {
            throw new ProofException("A division by zero.");
        }
        return Words(a, b) ? Lowest((Int128)a.num * b.den, (Int128)a.den * b.num)
            : Both(a, b) ? Lowest(a.Num * b.Den, a.Den * b.Num)
            : new Exact(a.Double / b.Double);
    }

    public Exact Power(Exact exponent)
    {
        if (IsExact && exponent.IsWhole && BigInteger.Abs(exponent.Num) <= PowerMax)
        {
            var n = (int)exponent.Num;
            return n == 1 ? this
                : n == 2 ? this * this
                : n >= 0 ? Lowest(BigInteger.Pow(Num, n), BigInteger.Pow(Den, n))
                : Of(1) / Lowest(BigInteger.Pow(Num, -n), BigInteger.Pow(Den, -n));
        }
        if (IsExact && exponent.IsExact && exponent.Den == 2)
        {
            return Root().Power(Of(exponent.Num));
        }
        return new Exact(Math.Pow(Double, exponent.Double));
    }

    /// <summary>The square root, exact when it is rational.</summary>
    public Exact Root()
    {
        if (Sign < 0)
        {
            throw new ProofException("The square root of a negative number.");
        }
        if (IsExact && WholeRoot(Num) is { } top && WholeRoot(Den) is { } bottom)
        {
            return Lowest(top, bottom);
        }
        return new Exact(Math.Sqrt(Double));
    }

    public Exact Floor() => IsExact ? Of(BigInteger.Divide(Num - Mod(Num, Den), Den)) : new Exact(Math.Floor(Double));

    public int CompareTo(Exact other)
    {
        if (Words(this, other))
        {
            return den == other.den ? num.CompareTo(other.num) : ((Int128)num * other.den).CompareTo((Int128)other.num * den);
        }
        if (Both(this, other))
        {
            return (Num * other.Den).CompareTo(other.Num * Den);
        }
        var (a, b) = (Double, other.Double);
        return Math.Abs(a - b) <= RelativeError * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) ? 0 : a.CompareTo(b);
    }

    public bool Equals(Exact other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    public override int GetHashCode() => 0; // approximate equality allows no finer one

    public override string ToString() => IsWhole ? Num.ToString(CultureInfo.InvariantCulture)
        : IsExact ? $"{Num}/{Den}"
        : Double.ToString("R", CultureInfo.InvariantCulture);

    private static bool Words(Exact a, Exact b) => a.den != 0 && b.den != 0;

    private static bool Both(Exact a, Exact b) => a.IsExact && b.IsExact;

    /// <summary>In lowest terms, over a positive denominator.</summary>
    private static Exact Lowest(Int128 num, Int128 den)
    {
        if (!Fits(num) || !Fits(den))
        {
            return Lowest((BigInteger)num, (BigInteger)den);
        }
        var (n, d) = ((long)num, (long)den);
        if (d == 1)
        {
            return new Exact(n, 1);
        }
        var divisor = Divisor(n, d);
        divisor = d < 0 ? -divisor : divisor;
        return new Exact(n / divisor, d / divisor);
    }

    private static Exact Lowest(BigInteger num, BigInteger den)
    {
        if (!den.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(num, den);
            divisor = den.Sign < 0 ? -divisor : divisor;
            (num, den) = divisor.IsOne ? (num, den) : (num / divisor, den / divisor);
        }
        return Fits(num) && Fits(den) ? new Exact((long)num, (long)den) : new Exact(num, den);
    }

    /// <summary>The greatest that both have in common.</summary>
    private static long Divisor(long a, long b)
    {
        (a, b) = (Math.Abs(a), Math.Abs(b));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }
        return a;
    }

    private static bool Fits(Int128 value) => value >= -long.MaxValue && value <= long.MaxValue;

    private static bool Fits(BigInteger value) => value >= -long.MaxValue && value <= long.MaxValue;

    private static BigInteger Mod(BigInteger a, BigInteger b)
    {
        var rest = a % b;
        return rest.Sign < 0 ? rest + b : rest;
    }

    private static BigInteger? WholeRoot(BigInteger n)
    {
        var guess = new BigInteger(Math.Sqrt((double)n));
        for (var step = -1; step <= 1; step++)
        {
            if ((guess + step) * (guess + step) == n)
            {
                return guess + step;
            }
        }
        return null;
    }

    private static double Ratio(BigInteger num, BigInteger den) => Math.Exp(BigInteger.Log(BigInteger.Abs(num) + 1)) is var size
        && size < 1e300 && den < new BigInteger(1e300) ? (double)num / (double)den : (double)(num / den);

    /// <summary>A fraction that does not fit into words.</summary>
    private sealed record Large(BigInteger Num, BigInteger Den);
}

/// <summary>A proof's data or an answer cannot be evaluated.</summary>
internal sealed class ProofException(string message) : Exception(message);
