using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>
/// The story of a Discover day at one work context, with a socket for each subject: whatever skill a student is on
/// that day is plugged into its subject's socket.
/// </summary>
public sealed record DiscoverShell
{
    /// <summary>Permanent: work context and grades, such as <c>bakery/PK-2</c>.</summary>
    public required string Id { get; init; }

    public required WorkContext Context { get; init; }
    public required Grade Lowest { get; init; }
    public required Grade Highest { get; init; }
    public required string Title { get; init; }

    /// <summary>What happens.</summary>
    public required string Setup { get; init; }

    /// <summary>What the four stations together lead to.</summary>
    public required string Challenge { get; init; }

    /// <summary>One for each subject, in the order of the subjects.</summary>
    public required ImmutableArray<Socket> Sockets { get; init; }

    public Socket For(Subject subject) => Sockets.Single(socket => socket.Subject == subject);
}

/// <summary>Where a subject's station stands in the story.</summary>
/// <param name="Station">The part that the subject plays, ready to follow "Station: ".</param>
public sealed record Socket(Subject Subject, string Station);
