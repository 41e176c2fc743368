namespace Pathfinity.Benchmarks;

/// <summary>One measured figure, beside what it is to be judged by.</summary>
/// <param name="Name">Benchmark and quantity, dotted: "learning.step.rate".</param>
/// <param name="Unit">Unit of value and baseline: "attempts/s".</param>
public sealed record Figure(string Name, string Unit, double Value)
{
    /// <summary>What the same machine does at best, in the same unit and the same run.</summary>
    public Baseline? Baseline { get; init; }

    public Limit? Limit { get; init; }

    /// <summary>Value as a multiple of the baseline's.</summary>
    public double? Ratio => Baseline is { Value: not 0 } baseline ? Value / baseline.Value : null;

    /// <summary>Whether the limit is kept; null without one.</summary>
    public bool? Holds => Limit is not { } limit ? null
        : limit.Keeps(limit.OfRatio
            ? Ratio ?? throw new InvalidOperationException($"{Name} limits a ratio and has no baseline.")
            : Value);
}

/// <summary>The physical limit or plain way that a figure is compared with.</summary>
public sealed record Baseline(string What, double Value);

/// <summary>A bound on a figure's value, or on its ratio to the baseline; the bound itself is kept.</summary>
public sealed record Limit(double Bound, bool IsFloor, bool OfRatio)
{
    public static Limit AtLeast(double value) => new(value, IsFloor: true, OfRatio: false);

    public static Limit AtMost(double value) => new(value, IsFloor: false, OfRatio: false);

    public static Limit RatioAtLeast(double ratio) => new(ratio, IsFloor: true, OfRatio: true);

    public static Limit RatioAtMost(double ratio) => new(ratio, IsFloor: false, OfRatio: true);

    public bool Keeps(double value) => IsFloor ? value >= Bound : value <= Bound;
}
