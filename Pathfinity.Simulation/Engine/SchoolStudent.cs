using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>A student in memory: who it is, what it has become and how far it is.</summary>
internal sealed class SchoolStudent
{
    private readonly WorldFrame frame;
    private readonly int[] classrooms;
    private readonly Traits traits;
    private readonly byte[] chain;
    private readonly int quarantinedFrom;
    private readonly byte[]? kept;
    private readonly Enrollment days;
    private readonly Dice dice;
    private readonly int school;
    private int untold;
    private int finished;

    /// <param name="day">The last day that is complete.</param>
    public SchoolStudent(WorldFrame frame, int id, WorldMemory memory, int day)
        : this(
            frame, id, memory.QuarantinedFrom(id) > day + 1 ? memory.Mind(id, frame) : new Mind(),
            memory.StudentChain(id), memory.QuarantinedFrom(id), day)
    {
        // Whatever is wrong with the mind of a quarantined student stays as it is, for people to look at.
        kept = quarantinedFrom <= day + 1 ? memory.KeptMind(id) : null;
    }

    /// <param name="chain">The student's own: the digest over the complete days, continued by the next ones.</param>
    /// <param name="quarantinedFrom">The first day that is empty for this student.</param>
    public SchoolStudent(WorldFrame frame, int id, Mind mind, byte[] chain, int quarantinedFrom, int day)
    {
        this.frame = frame;
        Id = id;
        classrooms = frame.Roster.ClassroomsOf(id).ToArray();
        ClassroomIds = [.. classrooms.Distinct().Order()];
        days = frame.Roster.DaysOf(id);
        traits = frame.TraitsOf(id);
        Mind = mind;
        this.chain = chain;
        this.quarantinedFrom = quarantinedFrom;
        dice = frame.DiceOf(id);
        school = frame.Roster.SchoolOf(id);
        untold = finished = mind.NextSequence;
        Protocol = new StudentProtocol(id, ClassroomIds, day + 1, frame.Roster.LastDay);
    }

    public int Id { get; }

    /// <summary>The student's classrooms, ascending.</summary>
    public ImmutableArray<int> ClassroomIds { get; }

    public StudentProtocol Protocol { get; }

    /// <summary>The mind after the last finished day.</summary>
    public Mind Mind { get; private set; }

    /// <summary>Begins a day; null when the student is not enrolled or is quarantined, and the day is empty.</summary>
    public DayRun? Begin(RunDay day) => day.Day >= quarantinedFrom || day.Day < days.FirstDay || day.Day > days.LastDay
        ? null
        : StudentDay.Begin(Id, traits, Mind, frame.Brief(classrooms, day.Day, day.Directives), dice.Fork(day.Day));

    /// <summary>The instant at which a day of this student begins.</summary>
    public Instant Dawn(int day) => frame.DawnIn(school, day);

    /// <summary>Whoever turns this student's activities of a day into rows.</summary>
    public DayWriter Writer(int day, CanonicalDay? canonical) => new(
        Id, day, Dawn(day).ToUnixTimeMilliseconds(), classrooms, frame.Release, canonical);

    /// <summary>Takes the finished day into mind and chain, and gives its report.</summary>
    public DayReport End(DayRun? run, int day, CanonicalDay canonical)
    {
        canonical.Seal(chain, day);
        if (run is null)
        {
            return new DayReport(Id, day, null);
        }
        Mind = run.Dusk;
        return run.Report;
    }

    /// <summary>Runs a whole day at once.</summary>
    public DayReport Run(RunDay day, Rows rows, CanonicalDay canonical)
    {
        var run = Begin(day);
        if (run is not null)
        {
            var writer = Writer(day.Day, canonical);
            while (run.TryNext(out var activity))
            {
                writer.Write(activity, rows);
            }
        }
        return End(run, day.Day, canonical);
    }

    /// <summary>Takes the report of a day that is over, and whose rows are all given, into the protocol.</summary>
    public void Finish(DayReport report, Effects effects)
    {
        finished = Mind.NextSequence;
        Protocol.Finish(report, effects);
    }

    /// <summary>How far the activities of finished days go that came since this was asked last; none when none came.</summary>
    public Advance? TakeAdvance()
    {
        var from = untold;
        untold = finished;
        return from < untold ? new Advance(Id, from, untold - 1) : null;
    }

    public StudentState State()
    {
        if (kept is not null)
        {
            return new StudentState(Id, kept, [.. chain]);
        }
        var mind = new byte[Mind.Size];
        Mind.Write(mind);
        return new StudentState(Id, mind, [.. chain]);
    }
}
