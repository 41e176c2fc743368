using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// A student's day that is held, letting each activity out when it is due. Only the next few activities are kept: for
/// the ones after them the day is lived again from its dawn, which takes less time than a day under way takes room.
/// </summary>
internal sealed class LiveDay
{
    private const int Kept = 6;
    private readonly Activity[] coming = new Activity[Kept];
    private readonly RunDay day;
    private int past; // activities before those that are kept
    private int count;
    private int place;

    public LiveDay(SchoolStudent student, RunDay day)
    {
        Student = student;
        this.day = day;
        Dawn = student.Dawn(day.Day);
        Look();
    }

    public SchoolStudent Student { get; }

    public int StudentId => Student.Id;

    public bool IsFinished => place == count;

    /// <summary>The instant at which the day begins in the student's school.</summary>
    public Instant Dawn { get; }

    /// <summary>When the next activity is due in the world.</summary>
    public Instant Due => Dawn + Duration.FromMilliseconds(coming[place].At);

    /// <summary>Sequence number of the next activity.</summary>
    public int NextSequence => coming[place].Sequence;

    /// <summary>Lets the next activity out and adds the row that it completes.</summary>
    public Activity Emit(Rows rows)
    {
        var emitted = coming[place++];
        Student.Writer(day.Day, null).Write(emitted, rows);
        if (place == count && count == Kept)
        {
            Look();
        }
        return emitted;
    }

    /// <summary>Closes a finished day, whose rows are all out, and gives its report.</summary>
    public DayReport End(CanonicalDay canonical) => Student.Run(day, new Rows(), canonical);

    private void Look()
    {
        past += place;
        (count, place) = (0, 0);
        var run = Student.Begin(day);
        for (var skipped = 0; run is not null && skipped < past; skipped++)
        {
            run.TryNext(out _);
        }
        while (run is not null && count < Kept && run.TryNext(out coming[count]))
        {
            count++;
        }
    }
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
