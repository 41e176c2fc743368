using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Contracts;

/// <summary>Which clock a world follows.</summary>
public enum ClockKind : byte
{
    /// <summary>None: it lives as far as it is told to, as fast as the cluster can.</summary>
    Told,

    /// <summary>The wall's time.</summary>
    Wall,

    /// <summary>That of a world which must be awake whenever somebody looks.</summary>
    Demo,
}

/// <summary>How a world's time goes. Instants are milliseconds since 1970-01-01 UTC.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.clock")]
public sealed record ClockOrder
{
    [Id(0)] public ClockKind Kind { get; init; }

    /// <summary>World seconds a wall second until the clock is reached; 0 to be there at once.</summary>
    [Id(1)] public double Speed { get; init; }

    /// <summary>The world's time when the speed was set.</summary>
    [Id(2)] public long StartWorldMs { get; init; }

    /// <summary>The wall's time when the speed was set.</summary>
    [Id(3)] public long StartWallMs { get; init; }

    /// <summary>For a world without a clock, how far it lives.</summary>
    [Id(4)] public long UntilMs { get; init; }

    /// <summary>The world's time at which it stands still; null while it runs.</summary>
    [Id(5)] public long? PausedAtMs { get; init; }

    /// <summary>The world's time when the wall shows this.</summary>
    public Instant WorldAt(Instant wall, DateTimeZone zone) => PausedAtMs is { } paused
        ? Instant.FromUnixTimeMilliseconds(paused)
        : Kind == ClockKind.Told ? Instant.FromUnixTimeMilliseconds(UntilMs) : Clock(zone).WorldAt(wall);

    /// <summary>When the wall shows the time at which the world has come to this; never while it stands still.</summary>
    public Instant WallAt(Instant world, DateTimeZone zone) =>
        PausedAtMs is not null || Kind == ClockKind.Told ? Instant.MaxValue : Clock(zone).WallAt(world);

    private IWorldClock Clock(DateTimeZone zone)
    {
        IWorldClock limit = Kind == ClockKind.Demo ? new DemoClock(zone) : new WallClock();
        return Speed <= 0 ? limit : new PacedClock(
            limit, Instant.FromUnixTimeMilliseconds(StartWorldMs), Instant.FromUnixTimeMilliseconds(StartWallMs), Speed);
    }
}

/// <summary>What holds in a world for all its grains. The newer of two has the higher epoch, then the higher revision.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.order")]
public sealed record WorldOrder
{
    [Id(0)] public required string World { get; init; }

    /// <summary>Epoch of the lease by which the cluster holds the world.</summary>
    [Id(1)] public required long Epoch { get; init; }

    [Id(2)] public required string Holder { get; init; }

    [Id(3)] public required int Revision { get; init; }

    /// <summary>The last day that students may live, as days since 1970-01-01.</summary>
    [Id(4)] public required int Horizon { get; init; }

    /// <summary>Entries of the world's journal that were in force when the horizon was set.</summary>
    [Id(5)] public required int JournalLength { get; init; }

    [Id(6)] public required ClockOrder Clock { get; init; }

    [Id(7)] public required ImmutableArray<IActivityObserver> Observers { get; init; }

    public bool IsNewerThan(WorldOrder? other) =>
        other is null || Epoch > other.Epoch || (Epoch == other.Epoch && Revision > other.Revision);
}

public enum WorldAct : byte
{
    /// <summary>Goes on after a pause.</summary>
    Start,
    Pause,

    /// <summary>Follows a clock from now on; the value is the <see cref="ClockKind"/>.</summary>
    Follow,

    /// <summary>The value is the speed.</summary>
    Speed,

    /// <summary>Lives at least up to the instant, in milliseconds since 1970-01-01 UTC.</summary>
    RunTo,
}

[GenerateSerializer, Immutable, Alias("pathfinity.command")]
public sealed record WorldCommand
{
    [Id(0)] public required WorldAct Act { get; init; }

    [Id(1)] public double Value { get; init; }
}

/// <summary>How a world stands. Counts are of the world's day.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.report")]
public sealed record WorldReport
{
    [Id(0)] public required LiveState State { get; init; }
    [Id(1)] public long WorldMs { get; init; }

    /// <summary>Everything up to here is stored.</summary>
    [Id(2)] public long StoredMs { get; init; }

    /// <summary>The last day that is complete in every school.</summary>
    [Id(3)] public int CompleteThrough { get; init; }

    [Id(4)] public int Students { get; init; }
    [Id(5)] public int AtWork { get; init; }
    [Id(6)] public int Attempts { get; init; }
    [Id(7)] public int Correct { get; init; }
    [Id(8)] public int Sessions { get; init; }
    [Id(9)] public double LagMs { get; init; }

    /// <summary>What keeps it from going on.</summary>
    [Id(10)] public string? Error { get; init; }
}

/// <summary>How a school stands.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.school.report")]
public sealed record SchoolReport
{
    /// <summary>The last day that is complete and kept; null before the school has been read.</summary>
    [Id(0)] public int? CompleteThrough { get; init; }

    /// <summary>Everything up to here is stored.</summary>
    [Id(1)] public long StoredMs { get; init; }

    [Id(2)] public int Students { get; init; }
    [Id(3)] public int AtWork { get; init; }
    [Id(4)] public int Attempts { get; init; }
    [Id(5)] public int Correct { get; init; }
    [Id(6)] public int Sessions { get; init; }
    [Id(7)] public double LagMs { get; init; }
    [Id(8)] public string? Error { get; init; }
}

/// <summary>Where somebody or something is: a school, and a classroom of it.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.seat")]
public sealed record Seat
{
    [Id(0)] public required int School { get; init; }
    [Id(1)] public required int Classroom { get; init; }
}
