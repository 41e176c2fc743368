using System.Runtime.CompilerServices;
using System.Text;

namespace Pathfinity.Determinism;

/// <summary>
/// The one source of chance: a 64-bit key, and nothing else. A die does not change when it is thrown; who needs
/// another throw forks it by a key of its own. So adding a draw in one place never shifts a draw elsewhere, and no
/// generator state is ever saved.
/// </summary>
/// <remarks>
/// A fork mixes key and fork through two rounds of the finaliser of SplitMix64 (Steele, Lea and Flood 2014,
/// variant 13 of Stafford) around a multiplication by the golden ratio. Golden values are in the tests.
/// </remarks>
public readonly record struct Dice
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private readonly ulong key;

    private Dice(ulong key) => this.key = key;

    /// <summary>The root die of a seed.</summary>
    public static Dice Of(ulong seed) => new(Mix(seed + Golden));

    /// <summary>A number that stands for a name, equal on every machine (FNV-1a over UTF-8, mixed).</summary>
    public static ulong Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 0xCBF2_9CE4_8422_2325UL;
        const int ShortMax = 256; // characters; longer names are rare
        Span<byte> bytes = name.Length <= ShortMax ? stackalloc byte[3 * ShortMax] : new byte[3 * name.Length];
        foreach (var b in bytes[..Encoding.UTF8.GetBytes(name, bytes)])
        {
            hash = (hash ^ b) * 0x0000_0100_0000_01B3UL;
        }
        return Mix(hash);
    }

    /// <summary>An independent die for this key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a constant fork is mixed once, when its caller is compiled
    public Dice Fork(ulong fork) => new(Mix(key ^ Mix((fork * Golden) + 0xD1B5_4A32_D192_ED03UL)));

    /// <inheritdoc cref="Fork(ulong)"/>
    public Dice Fork(long fork) => Fork((ulong)fork);

    /// <inheritdoc cref="Fork(ulong)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dice Fork(int fork) => Fork((ulong)(long)fork);

    /// <inheritdoc cref="Fork(ulong)"/>
    public Dice Fork(string name) => Fork(Key(name));

    /// <summary>64 uniform bits.</summary>
    public ulong Bits => Mix(key + 0xA076_1D64_78BD_642FUL);

    /// <summary>Uniform in [0, 1), on a grid of 2^−53.</summary>
    public double Unit => (Bits >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>Uniform in (0, 1): never 0, so its logarithm exists.</summary>
    public double OpenUnit => ((Bits >> 12) + 0.5) * (1.0 / 4503599627370496.0);

    /// <summary>Uniform in 0 .. count − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">count is not positive.</exception>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(Bits, (ulong)count, out _);
    }

    /// <summary>Uniform in low .. high, both included.</summary>
    public int Between(int low, int high) => low + Below(checked(high - low + 1));

    /// <summary>True with probability p; never at 0 or below, always at 1 or above.</summary>
    public bool Chance(double p) => Unit < p;

    /// <summary>Standard normal, by the inverse of its distribution function.</summary>
    public double Normal() => Quantile.Normal(OpenUnit);

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -PortableMath.Log(OpenUnit);

    /// <summary>Log-normal; mean and deviation are those of its logarithm.</summary>
    public double LogNormal(double mean, double deviation) => PortableMath.Exp(mean + (deviation * Normal()));

    /// <summary>
    /// Gamma with the given shape and scale 1, by Marsaglia and Tsang (2000), each try on forks of its own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">shape is not positive.</exception>
    public double Gamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
        {
            return Fork(-1).Gamma(shape + 1) * PortableMath.Pow(Fork(-2).OpenUnit, 1 / shape);
        }
        const int TriesMax = 64; // acceptance is above 95% a try
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var die = Fork(attempt);
            var x = die.Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }
            v = v * v * v;
            if (PortableMath.Log(die.Fork(1).OpenUnit) < (0.5 * x * x) + d - (d * v) + (d * PortableMath.Log(v)))
            {
                return d * v;
            }
        }
        return d;
    }

    /// <summary>Beta(a, b), from two gammas.</summary>
    public double Beta(double a, double b)
    {
        var x = Fork(1).Gamma(a);
        return x / (x + Fork(2).Gamma(b));
    }

    /// <summary>An index drawn in proportion to the weights.</summary>
    /// <exception cref="ArgumentException">No weight is positive.</exception>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }
        if (!(total > 0))
        {
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        }
        var left = Unit * total;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }
        return weights.Length - 1;
    }

    /// <summary>One of the values, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values[Below(values.Count)];
    }

    /// <summary>The values in a random order (Fisher and Yates).</summary>
    public T[] Shuffle<T>(IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var shuffled = values.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Fork(i).Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }

    /// <summary>A run of throws for code that needs many in order and keeps them to itself.</summary>
    public Rolls Roll() => new(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return z ^ (z >> 31);
    }
}
