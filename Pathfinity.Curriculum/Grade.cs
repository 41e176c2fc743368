using System.Globalization;

namespace Pathfinity.Curriculum;

/// <summary>A grade, Pre-K to 12.</summary>
public readonly record struct Grade : IComparable<Grade>
{
    public const int Count = 14;
    public static readonly Grade PreK = new(0);
    public static readonly Grade K = new(1);
    public static readonly Grade Twelve = new(13);

    private Grade(byte ordinal) => Ordinal = ordinal;

    /// <summary>0 for Pre-K, 1 for K, 2 for grade 1, ... 13 for grade 12.</summary>
    public byte Ordinal { get; }

    /// <summary>Every grade, youngest first.</summary>
    public static IEnumerable<Grade> All => Enumerable.Range(0, Count).Select(i => new Grade((byte)i));

    /// <summary>The band whose reading, figures and habits this grade shares.</summary>
    public GradeBand Band => Ordinal switch
    {
        <= 3 => GradeBand.PreKTo2,
        <= 6 => GradeBand.ThreeToFive,
        <= 9 => GradeBand.SixToEight,
        _ => GradeBand.NineToTwelve,
    };

    /// <exception cref="ArgumentOutOfRangeException">Not 0 .. 13.</exception>
    public static Grade FromOrdinal(int ordinal) => ordinal is >= 0 and < Count
        ? new Grade((byte)ordinal)
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "A grade's ordinal is 0 (Pre-K) to 13.");

    /// <summary>Reads PK, K, 1 .. 12.</summary>
    /// <exception cref="FormatException">The text is no grade.</exception>
    public static Grade Parse(string text) => text switch
    {
        "PK" => PreK,
        "K" => K,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 12
            => new Grade((byte)(n + 1)),
        _ => throw new FormatException($"'{text}' is no grade: write PK, K or 1 to 12."),
    };

    public int CompareTo(Grade other) => Ordinal.CompareTo(other.Ordinal);

    public static bool operator <(Grade left, Grade right) => left.Ordinal < right.Ordinal;

    public static bool operator >(Grade left, Grade right) => left.Ordinal > right.Ordinal;

    public static bool operator <=(Grade left, Grade right) => left.Ordinal <= right.Ordinal;

    public static bool operator >=(Grade left, Grade right) => left.Ordinal >= right.Ordinal;

    /// <summary>PK, K, 1 .. 12.</summary>
    public override string ToString() => Ordinal switch
    {
        0 => "PK",
        1 => "K",
        _ => (Ordinal - 1).ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>Four bands of grades.</summary>
public enum GradeBand : byte
{
    PreKTo2,
    ThreeToFive,
    SixToEight,
    NineToTwelve,
}
