using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>A student's day that a live engine holds, letting each activity out when it is due.</summary>
internal sealed class LiveDay
{
    private readonly SchoolStudent student;
    private readonly DayRun? run;
    private readonly DayWriter writer;
    private readonly CanonicalDay canonical;
    private readonly int day;
    private readonly Instant dawn;
    private Activity next;

    public LiveDay(LiveSchool school, SchoolStudent student, RunDay day, CatalogueKeys keys, Instant dawn)
    {
        School = school;
        this.student = student;
        this.day = day.Day;
        this.dawn = dawn;
        canonical = new CanonicalDay(keys);
        writer = student.Writer(day.Day, canonical);
        run = student.Begin(day);
        Step();
    }

    public LiveSchool School { get; }

    public int StudentId => student.Id;

    public bool IsFinished { get; private set; }

    /// <summary>When the next activity is due in the world.</summary>
    public Instant Due => dawn + Duration.FromMilliseconds(next.At);

    /// <summary>Lets the next activity out.</summary>
    public LiveActivity Emit(Release release)
    {
        var live = new LiveActivity(School.Shard.School.Id, student.Id, Due, next, release);
        writer.Write(next, School.Pending);
        School.Advance(student.Id, next.Sequence);
        Step();
        return live;
    }

    /// <summary>Closes a finished day and hands in its report.</summary>
    public void End() => School.Shard.Finish(student, student.End(run, day, canonical));

    private void Step() => IsFinished = run is null || !run.TryNext(out next);
}

/// <summary>A school under a live engine: the shard and what waits to be stored.</summary>
internal sealed class LiveSchool(SchoolShard shard)
{
    private Dictionary<int, Advance> advances = [];

    public SchoolShard Shard { get; } = shard;

    public Rows Pending { get; private set; } = new();

    public void Advance(int student, int sequence) => advances[student] =
        advances.TryGetValue(student, out var earlier)
            ? earlier with { ToSequence = sequence }
            : new Advance(student, sequence, sequence);

    public ActivityBatch TakeBatch(SchoolCheckpoint? checkpoint)
    {
        var batch = new ActivityBatch(
            Shard.School.Id, Pending, [.. advances.Values.OrderBy(a => a.Student)], checkpoint);
        Pending = new Rows();
        advances = [];
        return batch;
    }
}
