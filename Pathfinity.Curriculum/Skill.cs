using System.Collections.Immutable;

namespace Pathfinity.Curriculum;

/// <summary>
/// What a student can learn to do in about one to three days. Its id is subject.grade.cluster.number, such as
/// <c>math.2.A.3</c>; cluster and number are the platform's code within subject and grade.
/// </summary>
public sealed record Skill
{
    public required string Id { get; init; }
    public required Subject Subject { get; init; }
    public required Grade Grade { get; init; }

    /// <summary>Key of the strand that the skill belongs to; a strand runs through the grades.</summary>
    public required string Strand { get; init; }

    public required string Name { get; init; }

    /// <summary>What a student who has the skill does, in one sentence of our own.</summary>
    public required string Description { get; init; }

    /// <summary>Codes of public standards; empty where none is written for the grade.</summary>
    public ImmutableArray<string> Standards { get; init; } = [];

    /// <summary>Two to four parts, each the target of one day.</summary>
    public required ImmutableArray<string> Facets { get; init; }

    /// <summary>Skills without which this one cannot be had; a deficit there passes on.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Skills that this one takes up again; they never gate.</summary>
    public ImmutableArray<string> BuildsOn { get; init; } = [];

    /// <summary>The platform's code: cluster letter and number, such as A.3.</summary>
    public string Code => string.Join('.', Id.Split('.')[2..]);
}

/// <summary>A line of one subject that runs through the grades.</summary>
public sealed record Strand(string Key, Subject Subject, string Title);
