using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>A student's day that is held, letting each activity out when it is due.</summary>
internal sealed class LiveDay
{
    private readonly SchoolStudent student;
    private readonly DayRun? run;
    private readonly DayWriter writer;
    private readonly CanonicalDay canonical;
    private readonly int day;
    private Activity next;

    public LiveDay(SchoolStudent student, RunDay day, CatalogueKeys keys)
    {
        this.student = student;
        this.day = day.Day;
        Dawn = student.Dawn(day.Day);
        canonical = new CanonicalDay(keys);
        writer = student.Writer(day.Day, canonical);
        run = student.Begin(day);
        Step();
    }

    public SchoolStudent Student => student;

    public int StudentId => student.Id;

    public bool IsFinished { get; private set; }

    /// <summary>The instant at which the day begins in the student's school.</summary>
    public Instant Dawn { get; }

    /// <summary>When the next activity is due in the world.</summary>
    public Instant Due => Dawn + Duration.FromMilliseconds(next.At);

    /// <summary>Sequence number of the next activity.</summary>
    public int NextSequence => next.Sequence;

    /// <summary>Lets the next activity out and adds the row that it completes.</summary>
    public Activity Emit(Rows rows)
    {
        var emitted = next;
        writer.Write(emitted, rows);
        Step();
        return emitted;
    }

    /// <summary>Closes a finished day and gives its report.</summary>
    public DayReport End() => student.End(run, day, canonical);

    private void Step() => IsFinished = run is null || !run.TryNext(out next);
}

/// <summary>A school under a live engine: the shard and what waits to be stored.</summary>
internal sealed class LiveSchool(SchoolShard shard)
{
    private Dictionary<int, Advance> advances = [];

    public SchoolShard Shard { get; } = shard;

    public Rows Pending { get; private set; } = new();

    private void Advance(int student, int sequence) => advances[student] =
        advances.TryGetValue(student, out var earlier)
            ? earlier with { ToSequence = sequence }
            : new Advance(student, sequence, sequence);

    /// <summary>Lets a student's next activity out.</summary>
    public LiveActivity Emit(LiveDay live, Release release)
    {
        var at = live.Due;
        var activity = live.Emit(Pending);
        Advance(live.StudentId, activity.Sequence);
        return new LiveActivity(Shard.School.Id, live.StudentId, at, activity, release);
    }

    public ActivityBatch TakeBatch(SchoolCheckpoint? checkpoint)
    {
        var batch = new ActivityBatch(
            Shard.School.Id, Pending, [.. advances.Values.OrderBy(a => a.Student)], checkpoint);
        Pending = new Rows();
        advances = [];
        return batch;
    }
}
