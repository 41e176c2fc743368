using System.Collections.Immutable;

namespace Pathfinity.Realism;

/// <summary>A curve of the log beside what real logs show.</summary>
public sealed record Picture(string Name, string Title, string X, string Y, ImmutableArray<Curve> Curves);

/// <param name="Real">From public logs rather than from this one.</param>
public sealed record Curve(string Title, bool Real, ImmutableArray<Dot> Dots);

public readonly record struct Dot(double X, double Y);

/// <summary>Draws the log's curves.</summary>
internal static class Pictures
{
    public static ImmutableArray<Picture> Of(Log log) => [];
}
