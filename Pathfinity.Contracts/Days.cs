using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Contracts;

/// <summary>Everything from outside that a student's day needs.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.dawn")]
public sealed record Dawn
{
    [Id(0)] public required WorldOrder Order { get; init; }

    /// <summary>Which life of the school this belongs to; messages of an earlier one are void.</summary>
    [Id(1)] public required string Life { get; init; }

    [Id(2)] public required int Day { get; init; }

    /// <summary>The mind in its checkpoint form; null for a new student.</summary>
    [Id(3)] public byte[]? Mind { get; init; }

    /// <summary>The day at whose end the mind was kept.</summary>
    [Id(4)] public int MindDay { get; init; }

    /// <summary>32 bytes: the chain over the student's complete days.</summary>
    [Id(5)] public required byte[] Chain { get; init; }

    /// <summary>What the classrooms ask for that day.</summary>
    [Id(6)] public required byte[] Directives { get; init; }

    /// <summary>Sequence number of the last activity that is stored.</summary>
    [Id(7)] public int StoredThrough { get; init; }
}

public enum TurnKind : byte
{
    /// <summary>At work.</summary>
    UnderWay,

    /// <summary>Nothing is due for a while; the grain is gone until it is woken.</summary>
    Asleep,

    /// <summary>The day is over and stored; the grain is gone.</summary>
    Finished,

    /// <summary>The mind cannot be read.</summary>
    Unreadable,
}

/// <summary>A student to its school: how the day goes. Counts are of the day so far.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.turn")]
public sealed record Turn
{
    [Id(0)] public required int Student { get; init; }
    [Id(1)] public required string Life { get; init; }
    [Id(2)] public required int Day { get; init; }
    [Id(3)] public required TurnKind Kind { get; init; }

    /// <summary>When the next activity is due in the world; everything before is stored.</summary>
    [Id(4)] public long DueMs { get; init; }

    [Id(5)] public int StoredThrough { get; init; }
    [Id(6)] public bool AtWork { get; init; }
    [Id(7)] public int Attempts { get; init; }
    [Id(8)] public int Correct { get; init; }
    [Id(9)] public int Sessions { get; init; }

    /// <summary>Of a finished day: the mind at dusk.</summary>
    [Id(10)] public byte[]? Mind { get; init; }

    /// <summary>Of a finished day: the chain.</summary>
    [Id(11)] public byte[]? Chain { get; init; }

    /// <summary>Of a finished day: the report.</summary>
    [Id(12)] public byte[]? Report { get; init; }

    /// <summary>Why it cannot be read.</summary>
    [Id(13)] public string? Reason { get; init; }
}

/// <summary>A student to a classroom: my day is done.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.done")]
public sealed record DayDone
{
    [Id(0)] public required string Life { get; init; }

    /// <summary>Bytes of <see cref="DayReport.Write"/>.</summary>
    [Id(1)] public required byte[] Report { get; init; }
}

/// <summary>A classroom to its school: an evening is held.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.evening")]
public sealed record EveningDone
{
    [Id(0)] public required string Life { get; init; }
    [Id(1)] public required int Classroom { get; init; }
    [Id(2)] public required int Day { get; init; }
    [Id(3)] public required byte[] Mind { get; init; }
    [Id(4)] public required byte[] Directives { get; init; }
    [Id(5)] public required byte[] Chain { get; init; }
}

/// <summary>Where a classroom takes up.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.classroom.start")]
public sealed record ClassroomStart
{
    [Id(0)] public required WorldOrder Order { get; init; }
    [Id(1)] public required string Life { get; init; }

    /// <summary>The last day whose evening is held.</summary>
    [Id(2)] public required int Day { get; init; }

    /// <summary>Null before the first evening.</summary>
    [Id(3)] public byte[]? Mind { get; init; }

    [Id(4)] public required byte[] Directives { get; init; }
    [Id(5)] public required byte[] Chain { get; init; }

    /// <summary>The members' days under way, by ordinal, so that what is stored of them can be seen again.</summary>
    [Id(6)] public required ImmutableArray<(int Student, Dawn Dawn)> Members { get; init; }
}

/// <summary>Activities of one student that were stored together.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.happened")]
public sealed record Happened
{
    [Id(0)] public required int School { get; init; }
    [Id(1)] public required int Student { get; init; }
    [Id(2)] public required int Day { get; init; }

    /// <summary>The day's dawn in milliseconds since 1970-01-01 UTC.</summary>
    [Id(3)] public required long DawnMs { get; init; }

    /// <summary>Number of the release whose ordinals the activities speak in.</summary>
    [Id(4)] public required int Release { get; init; }

    /// <summary>Activities as they lie in memory, in order.</summary>
    [Id(5)] public required byte[] Bytes { get; init; }

    public ReadOnlySpan<Activity> Activities => MemoryMarshal.Cast<byte, Activity>(Bytes);

    public static byte[] BytesOf(ReadOnlySpan<Activity> activities) => MemoryMarshal.AsBytes(activities).ToArray();

    /// <summary>The activities as a live world's host is told of them.</summary>
    public IEnumerable<LiveActivity> ToLive(Release release) => Activities.ToArray().Select(activity => new LiveActivity(
        School, Student, Instant.FromUnixTimeMilliseconds(DawnMs + activity.At), activity, release));
}
