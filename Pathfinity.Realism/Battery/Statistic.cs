namespace Pathfinity.Realism;

/// <summary>Where a statistic of real logs lies.</summary>
/// <param name="Cell">Name of the cell that it speaks of.</param>
/// <param name="Source">Where it comes from; none makes it an assumption, which gates nothing.</param>
internal sealed record Band(string Cell, double Low, double High, string? Source)
{
    public bool Holds(double value) => value >= Low && value <= High;
}

/// <summary>By what else than its own cell a statistic is told.</summary>
[Flags]
internal enum Breakdown
{
    None = 0,
    Regime = 1,
    Grades = 2,
    Kind = 4,
    All = Regime | Grades | Kind,
}

/// <summary>One statistic of behaviour.</summary>
/// <param name="Name">Group and name, for scripts.</param>
/// <param name="Title">For people.</param>
/// <param name="How">How it is computed.</param>
/// <param name="Value">Null where the log has too little of it.</param>
/// <param name="Breakdown">The other cells for which it is told, as assumptions.</param>
/// <param name="Bands">The first one is that of its own cell.</param>
internal sealed record Statistic(
    string Name, string Title, string How, Func<Measures, double?> Value, Breakdown Breakdown, params Band[] Bands)
{
    /// <summary>The band of a cell; where none is given, that of its own cell, assumed.</summary>
    public Band In(string cell) =>
        Array.Find(Bands, band => band.Cell == cell) ?? Bands[0] with { Cell = cell, Source = null };
}

/// <summary>A statistic of one cell beside its band.</summary>
/// <param name="Source">Null for an assumption.</param>
public sealed record Measurement(
    string Name, string Cell, string Title, double Value, double Low, double High, string? Source, string How)
{
    /// <summary>Whether the value lies in the band, ends included.</summary>
    public bool Passed => Value >= Low && Value <= High;

    /// <summary>Whether it counts: its band has a source.</summary>
    public bool Gates => Source is not null;
}
