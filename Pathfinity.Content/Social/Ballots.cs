using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>What a team can vote on: plans, not facts.</summary>
internal static class Ballots
{
    private static readonly ImmutableArray<string> Plans = ["how to ", "what to ", "where to ", "which ", "who "];

    /// <summary>Places where such matters are decided by judgment, not by a show of hands.</summary>
    private static readonly ImmutableArray<string> NoVotes =
        ["clinic", "hospital", "hospital-lab", "pharmacy", "therapy-gym", "counseling-center", "vet-clinic", "courtroom", "police-station", "fire-station", "airport"];

    public static ImmutableArray<string> Decisions(WorkContext work) => NoVotes.Contains(work.Key)
        ? []
        : [.. work.Decisions.Where(decision => Plans.Any(start => decision.StartsWith(start, StringComparison.Ordinal)))];
}
