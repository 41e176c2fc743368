using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>A named misconception or slip: what wrong answers are made of.</summary>
public sealed record Bug
{
    /// <summary>Permanent, such as <c>math.fewer-means-subtract</c>.</summary>
    public required string Id { get; init; }

    public required Subject Subject { get; init; }

    public required string Strand { get; init; }

    /// <summary>The grade in which it appears, the one in which most hold it, and the one from which few do.</summary>
    public required Grade Onset { get; init; }

    public required Grade Peak { get; init; }

    public required Grade Decline { get; init; }

    /// <summary>What a student who holds it does, ready to follow "The student".</summary>
    public required string Does { get; init; }

    /// <summary>What to say or show to that student.</summary>
    public required string Refutation { get; init; }

    public required string Source { get; init; }
}
