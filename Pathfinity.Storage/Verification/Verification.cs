using System.Collections.Immutable;

namespace Pathfinity.Storage;

/// <summary>What <see cref="Verifier"/> found.</summary>
/// <param name="Checks">Names of the checks made.</param>
/// <param name="Failed">Those that did not hold.</param>
public sealed record Verification(ImmutableArray<string> Checks, ImmutableArray<FailedCheck> Failed)
{
    public bool Ok => Failed.IsEmpty;
}

/// <summary>A check that did not hold.</summary>
/// <param name="Expected">What the raw activity says, at the first place that differs.</param>
/// <param name="Actual">What is stored there, and how many places differ.</param>
public sealed record FailedCheck(string Name, string Expected, string Actual);
