using System.Collections.Immutable;

namespace Pathfinity.Content.Review;

/// <summary>
/// How many questions of a lot are inspected, by the size of the lot, and that none of them may be wrong: the sample sizes
/// of ISO 2859-1, special level S-4, with acceptance number 0. One wrong key fails the lot.
/// </summary>
public sealed record SamplingPlan(ImmutableArray<(int LotMax, int Sample)> Sizes, int Accept)
{
    /// <summary>A lot in which a fifth is bad passes once in twenty times at a sample of 13.</summary>
    public static SamplingPlan Default { get; } = new(
        [(15, 2), (25, 3), (90, 5), (150, 8), (500, 13), (1_200, 20), (10_000, 32), (int.MaxValue, 50)], Accept: 0);

    /// <summary>Questions to draw from a lot of any size, at most.</summary>
    public int SampleMax => Sizes.Max(size => size.Sample);

    /// <summary>Questions to draw from a lot; never more than it has.</summary>
    public int SampleOf(int lot) => Math.Min(lot, Sizes.First(size => lot <= size.LotMax).Sample);

    /// <summary>Chance that a lot with this share of bad questions passes (binomial; acceptance number 0 only).</summary>
    public double Passes(int lot, double bad) => Math.Pow(1 - bad, SampleOf(lot));
}
