using System.Globalization;
using System.Numerics;

namespace Pathfinity.Content.Proofs;

/// <summary>
/// An exact rational of any size, or, where roots and the like make that impossible, an approximation that says so.
/// Provers alone use it; authors count with their own types.
/// </summary>
internal readonly struct Exact : IEquatable<Exact>
{
    private const double RelativeError = 1e-9; // how far approximations may differ and still be equal
    private const int PowerMax = 512;
    private readonly BigInteger num;
    private readonly BigInteger den;
    private readonly double approximation;

    private Exact(BigInteger num, BigInteger den)
    {
        if (den.IsOne)
        {
            (this.num, this.den) = (num, den);
            return;
        }
        var divisor = BigInteger.GreatestCommonDivisor(num, den);
        divisor = den.Sign < 0 ? -divisor : divisor;
        (this.num, this.den) = divisor.IsOne ? (num, den) : (num / divisor, den / divisor);
    }

    private Exact(double approximation) => this.approximation = double.IsFinite(approximation)
        ? approximation
        : throw new ProofException("A value is not finite.");

    public static Exact Zero => Of(0);

    public bool IsExact => !den.IsZero;

    public bool IsWhole => den.IsOne;

    public double Double => IsExact ? Ratio(num, den) : approximation;

    public int Sign => IsExact ? num.Sign : Math.Sign(approximation);

    public BigInteger Num => IsExact ? num : throw new ProofException("An approximation has no numerator.");

    public BigInteger Den => IsExact ? den : throw new ProofException("An approximation has no denominator.");

    public static Exact Of(BigInteger n) => new(n, BigInteger.One);

    public static Exact About(double value) => new(value);

    /// <summary>A run of digits with at most one point.</summary>
    public static Exact Parse(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        if (point < 0)
        {
            return Of(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        }
        var all = string.Concat(digits[..point], digits[(point + 1)..]);
        return new Exact(
            BigInteger.Parse(all, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, digits.Length - point - 1));
    }

    public static Exact operator +(Exact a, Exact b) => Whole(a, b) ? Of(a.num + b.num) : Both(a, b)
        ? new Exact((a.num * b.den) + (b.num * a.den), a.den * b.den)
        : new Exact(a.Double + b.Double);

    public static Exact operator -(Exact a) => a.IsExact ? new Exact(-a.num, a.den) : new Exact(-a.approximation);

    public static Exact operator -(Exact a, Exact b) => a + -b;

    public static Exact operator *(Exact a, Exact b) => Both(a, b) ? new Exact(a.num * b.num, a.den * b.den) : new Exact(a.Double * b.Double);

    public static Exact operator /(Exact a, Exact b)
    {
        if (b.Sign == 0)
        {
            throw new ProofException("A division by zero.");
        }
        return Both(a, b) ? new Exact(a.num * b.den, a.den * b.num) : new Exact(a.Double / b.Double);
    }

    public Exact Power(Exact exponent)
    {
        if (IsExact && exponent.IsWhole && BigInteger.Abs(exponent.num) <= PowerMax)
        {
            var n = (int)exponent.num;
            return n >= 0
                ? new Exact(BigInteger.Pow(num, n), BigInteger.Pow(den, n))
                : Of(1) / new Exact(BigInteger.Pow(num, -n), BigInteger.Pow(den, -n));
        }
        if (IsExact && exponent.IsExact && exponent.den == 2)
        {
            return Root().Power(Of(exponent.num));
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
        if (IsExact && WholeRoot(num) is { } top && WholeRoot(den) is { } bottom)
        {
            return new Exact(top, bottom);
        }
        return new Exact(Math.Sqrt(Double));
    }

    public Exact Floor() => IsExact ? Of(BigInteger.Divide(num - Mod(num, den), den)) : new Exact(Math.Floor(approximation));

    public int CompareTo(Exact other)
    {
        if (Whole(this, other))
        {
            return num.CompareTo(other.num);
        }
        if (Both(this, other))
        {
            return (num * other.den).CompareTo(other.num * den);
        }
        var (a, b) = (Double, other.Double);
        return Math.Abs(a - b) <= RelativeError * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) ? 0 : a.CompareTo(b);
    }

    public bool Equals(Exact other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    public override int GetHashCode() => 0; // approximate equality allows no finer one

    public override string ToString() => IsExact ? den.IsOne ? num.ToString() : $"{num}/{den}" : approximation.ToString("R", CultureInfo.InvariantCulture);

    private static bool Whole(Exact a, Exact b) => a.den.IsOne && b.den.IsOne;

    private static bool Both(Exact a, Exact b) => a.IsExact && b.IsExact;

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
}

/// <summary>A proof's data or an answer cannot be evaluated.</summary>
internal sealed class ProofException(string message) : Exception(message);
