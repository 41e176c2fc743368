using System.Globalization;

namespace Pathfinity.Content;

/// <summary>An exact fraction in lowest terms with a positive denominator, for authors (proofs have their own).</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    /// <exception cref="DivideByZeroException">den is zero.</exception>
    public Fraction(long num, long den = 1)
    {
        if (den == 0)
        {
            throw new DivideByZeroException("A fraction needs a denominator other than zero.");
        }
        var divisor = Gcd(num, den);
        divisor = den < 0 ? -divisor : divisor;
        Num = num / divisor;
        Den = den / divisor;
    }

    public long Num { get; }

    public long Den { get; }

    public bool IsWhole => Den == 1;

    public double Value => (double)Num / Den;

    public static Fraction operator +(Fraction a, Fraction b) => new(checked((a.Num * b.Den) + (b.Num * a.Den)), checked(a.Den * b.Den));

    public static Fraction operator -(Fraction a, Fraction b) => new(checked((a.Num * b.Den) - (b.Num * a.Den)), checked(a.Den * b.Den));

    public static Fraction operator *(Fraction a, Fraction b) => new(checked(a.Num * b.Num), checked(a.Den * b.Den));

    public static Fraction operator /(Fraction a, Fraction b) => new(checked(a.Num * b.Den), checked(a.Den * b.Num));

    public static Fraction operator -(Fraction a) => new(-a.Num, a.Den);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static implicit operator Fraction(long value) => new(value);

    public static long Gcd(long a, long b)
    {
        (a, b) = (Math.Abs(a), Math.Abs(b));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }
        return a == 0 ? 1 : a;
    }

    public static long Lcm(long a, long b) => Math.Abs(a / Gcd(a, b) * b);

    public int CompareTo(Fraction other) => checked(Num * other.Den).CompareTo(checked(other.Num * Den));

    /// <summary>"2 3/4" above one, else as <see cref="ToString"/>.</summary>
    public string Mixed()
    {
        var whole = Math.Abs(Num) / Den;
        var rest = Math.Abs(Num) % Den;
        return whole == 0 || rest == 0
            ? ToString()
            : $"{(Num < 0 ? "−" : "")}{whole.ToString(CultureInfo.InvariantCulture)} {rest}/{Den}";
    }

    /// <summary>The exact decimal, or null when it does not end within ten places.</summary>
    public string? Decimal()
    {
        var ten = 1L;
        for (var places = 0; places <= 10; places++, ten *= 10)
        {
            if (ten % Den == 0)
            {
                return Words.Number((decimal)Num * (ten / Den) / ten);
            }
        }
        return null;
    }

    /// <summary>"3/4", "−3/4" or, when whole, "5".</summary>
    public override string ToString() => IsWhole ? Words.Number(Num) : $"{Words.Number(Num)}/{Words.Number(Den)}";
}
