using System.Collections.Immutable;

namespace Pathfinity.Curriculum;

/// <summary>An occupation that a student can choose as career of the day.</summary>
public sealed record Career
{
    /// <summary>Slug, such as <c>crossing-guard</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>O*NET-SOC code, such as 33-9091.00.</summary>
    public required string Soc { get; init; }

    /// <summary>The O*NET-SOC title of that code.</summary>
    public required string SocTitle { get; init; }

    /// <summary>Key of a career cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>One to three of R, I, A, S, E, C, strongest first.</summary>
    public required string Riasec { get; init; }

    /// <summary>Usual schooling: none, high-school, certificate, associate, bachelor, master or doctorate.</summary>
    public required string Education { get; init; }

    /// <summary>What the job does, in one sentence that a child can hear.</summary>
    public required string Does { get; init; }

    /// <summary>The youngest grade to which it is offered.</summary>
    public required Grade MinGrade { get; init; }

    /// <summary>Keys of the work contexts in which it works; the first is its own.</summary>
    public required ImmutableArray<string> Contexts { get; init; }
}

/// <summary>One of the sixteen career clusters of US career and technical education.</summary>
public sealed record CareerCluster(string Key, string Title);

/// <summary>One of Holland's six interest types (1997).</summary>
public enum Interest : byte
{
    Realistic,
    Investigative,
    Artistic,
    Social,
    Enterprising,
    Conventional,
}
