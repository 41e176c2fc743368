using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>What a team can vote on: plans, not facts.</summary>
internal static class Ballots
{
    private static readonly ImmutableArray<string> Plans = ["how to ", "what to ", "where to ", "which ", "who "];

    public static ImmutableArray<string> Decisions(WorkContext work) =>
        [.. work.Decisions.Where(decision => Plans.Any(start => decision.StartsWith(start, StringComparison.Ordinal)))];
}
