using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Learning;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Grains;

/// <summary>
/// One school's side of the day protocol over one frame, without Orleans: who may live which day, who is awake, what is
/// kept at the horizon. Its students and classrooms live elsewhere and may be lost at any time.
/// </summary>
internal sealed class SchoolBook
{
    private readonly FrameSpan span;
    private readonly SortedDictionary<int, SchoolSeat> seats = [];
    private readonly SortedDictionary<int, ClassroomSeat> classrooms = [];
    private readonly PriorityQueue<SchoolSeat, (long DueMs, int Student)> due = new();
    private readonly Effects effects = new();
    private readonly List<RunDay> beyondHorizon = [];
    private readonly HashSet<int> awake = [];

    /// <param name="life">Which life of the school this is.</param>
    /// <param name="day">The last day that is complete.</param>
    /// <param name="quarantinedFrom">For a student, the first day that is empty.</param>
    public SchoolBook(
        FrameSpan span, int school, string life, int day, StoredSchool stored, Func<int, int> quarantinedFrom)
    {
        this.span = span;
        School = school;
        Life = life;
        Horizon = CompleteThrough = day;
        var states = stored.Students.ToDictionary(student => student.State.Student);
        var kept = stored.Classrooms.ToDictionary(classroom => classroom.State.Classroom);
        foreach (var classroom in ClassroomsOf(span, school))
        {
            classrooms.Add(classroom.Id, kept.TryGetValue(classroom.Id, out var found)
                ? new ClassroomSeat(classroom, day, found.State.Mind, DirectiveCodec.Write(WorldMemory.Decided(
                    found.State.Directives, span.KeptUnder(found.Day).Release, span.Frame)), found.State.Digest)
                : new ClassroomSeat(classroom, day, null, [], new byte[DigestLength]));
        }
        foreach (var id in StudentsOf(span, school))
        {
            var seat = new SchoolSeat(
                id, new StudentProtocol(id, Distinct(span, id), day + 1, span.Frame.Roster.LastDay),
                quarantinedFrom(id), stored.Marks.GetValueOrDefault(id)) { DoneThrough = day };
            if (states.TryGetValue(id, out var state))
            {
                seat.Keep(state.State.Mind, state.State.Digest, state.Day);
            }
            seats.Add(id, seat);
            seat.Protocol.Resume(effects, [.. Distinct(span, id).SelectMany(c =>
                DirectiveCodec.Read(classrooms[c].Directives).Where(directive => directive.Student == id))]);
        }
        Pump();
    }

    private const int DigestLength = Determinism.DigestChain.Length;

    public int School { get; }

    public string Life { get; }

    /// <summary>The last day that students may live.</summary>
    public int Horizon { get; private set; }

    /// <summary>The last day that is complete and kept.</summary>
    public int CompleteThrough { get; private set; }

    public FrameSpan Span => span;

    public int Students => seats.Count;

    /// <summary>Students that were woken and have not been heard of since.</summary>
    public int Waking { get; private set; }

    /// <summary>Whether every student and every classroom has finished the horizon's day.</summary>
    public bool IsAtHorizon => seats.Values.All(seat => seat.DoneThrough >= Horizon)
        && classrooms.Values.All(classroom => classroom.Day >= Horizon);

    public static IEnumerable<int> StudentsOf(FrameSpan span, int school) => ClassroomsOf(span, school)
        .SelectMany(classroom => classroom.Members).Select(member => member.Student).Distinct().Order();

    public static IEnumerable<Classroom> ClassroomsOf(FrameSpan span, int school) =>
        span.Frame.Roster.Classrooms.Where(classroom => classroom.School == school);

    /// <summary>Lets students live up to a later day.</summary>
    public void Extend(int horizon)
    {
        Horizon = horizon;
        beyondHorizon.ForEach(effects.Days.Enqueue);
        beyondHorizon.Clear();
        Pump();
    }

    /// <summary>The checkpoint of the horizon is stored.</summary>
    public void Kept() => CompleteThrough = Horizon;

    /// <summary>Takes the next student whose day, or whose next session, is due; null when there is none.</summary>
    public SchoolSeat? TakeDue(Instant now)
    {
        var nowMs = now.ToUnixTimeMilliseconds();
        while (due.TryPeek(out var seat, out var key) && key.DueMs <= nowMs)
        {
            due.Dequeue();
            if (seat.Run is null || !awake.Add(seat.Id))
            {
                continue;
            }
            seat.IsWaking = true;
            Waking++;
            return seat;
        }
        return null;
    }

    public IEnumerable<SchoolSeat> AwakeSeats => awake.Select(id => seats[id]);

    /// <summary>A student of the school; null when there is none.</summary>
    public SchoolSeat? Find(int student) => seats.GetValueOrDefault(student);

    public Dawn DawnOf(SchoolSeat seat, WorldOrder order) => new()
    {
        Order = order,
        Life = Life,
        Day = seat.Today!.Day,
        Mind = seat.DawnMind,
        MindDay = seat.DawnMindDay,
        Chain = seat.Chain,
        Directives = DirectiveCodec.Write(seat.Today.Directives),
        StoredThrough = seat.StoredThrough,
    };

    /// <summary>A student's turn; one of another day or life has no effect.</summary>
    public void Hear(Turn turn)
    {
        if (turn.Life != Life || !seats.TryGetValue(turn.Student, out var seat) || seat.Run?.Day != turn.Day)
        {
            return;
        }
        Woke(seat);
        seat.Note(turn);
        switch (turn.Kind)
        {
            case TurnKind.Asleep:
                awake.Remove(seat.Id);
                due.Enqueue(seat, (turn.DueMs, seat.Id));
                break;
            case TurnKind.Finished:
                awake.Remove(seat.Id);
                seat.Keep(turn.Mind!, turn.Chain!, turn.Day);
                // The student has told its classrooms itself.
                Finish(seat, DayReport.Read(turn.Report!), new Effects());
                break;
            default:
                break;
        }
        Pump();
    }

    /// <summary>Takes a student out whose mind cannot be read: this day and all others are empty.</summary>
    public void Quarantine(Turn turn)
    {
        if (turn.Life == Life && seats.TryGetValue(turn.Student, out var seat) && seat.Run?.Day == turn.Day)
        {
            Woke(seat);
            awake.Remove(seat.Id);
            seat.QuarantinedFrom = turn.Day;
            effects.Days.Enqueue(seat.Run);
            Pump();
        }
    }

    /// <summary>A classroom's evening; one of another day or life has no effect.</summary>
    public void Hear(EveningDone evening)
    {
        if (evening.Life != Life || !classrooms.TryGetValue(evening.Classroom, out var classroom))
        {
            return;
        }
        if (evening.Day > classroom.Day)
        {
            classroom.Keep(evening);
        }
        var decided = DirectiveCodec.Read(evening.Directives);
        foreach (var member in classroom.Classroom.Members)
        {
            if (seats.TryGetValue(member.Student, out var seat))
            {
                seat.Protocol.Hear(new EveningHeld(
                    evening.Classroom, member.Student, evening.Day,
                    decided.RemoveAll(directive => directive.Student != member.Student)), effects);
            }
        }
        Pump();
    }

    /// <summary>Reports to be given to classrooms: those that are given for students, and those asked for again.</summary>
    public IEnumerable<Reported> TakeReports()
    {
        while (effects.Messages.TryDequeue(out var message))
        {
            if (message is Reported reported)
            {
                yield return reported;
            }
        }
    }

    /// <summary>Asks again for all that is outstanding.</summary>
    public void Resume()
    {
        foreach (var seat in seats.Values.Where(seat => seat.Protocol.IsWaiting))
        {
            seat.Protocol.Resume(effects);
        }
    }

    /// <summary>Where a classroom takes up; null when it is not of this school.</summary>
    public ClassroomStart? Start(int id, WorldOrder order)
    {
        if (!classrooms.TryGetValue(id, out var classroom))
        {
            return null;
        }
        var members = classroom.Classroom.Members.Select(member => seats[member.Student]).Where(seat => seat.Today is not null);
        return new ClassroomStart
        {
            Order = order,
            Life = Life,
            Day = classroom.Day,
            Mind = classroom.Mind,
            Directives = classroom.Directives,
            Chain = classroom.Chain,
            Members = [.. members.Select(seat => (seat.Id, DawnOf(seat, order)))],
        };
    }

    /// <summary>The school at the horizon's end.</summary>
    public SchoolCheckpoint Checkpoint() => new(
        School, Horizon,
        [.. seats.Values.Select(seat => new StudentState(seat.Id, seat.KeptMind(), seat.Chain))],
        [.. classrooms.Values.Select(classroom => new ClassroomState(
            classroom.Classroom.Id, classroom.Mind ?? default(ClassMind).Write(), classroom.Directives, classroom.Chain))]);

    /// <summary>How the school stands on its latest day.</summary>
    public SchoolReport Report(Instant now, double lagMs)
    {
        var today = seats.Values.Max(seat => seat.Turn?.Day ?? int.MinValue);
        var turns = seats.Values.Where(seat => seat.Turn?.Day == today).Select(seat => seat.Turn!).ToList();
        return new SchoolReport
        {
            CompleteThrough = CompleteThrough,
            StoredMs = Math.Min(now.ToUnixTimeMilliseconds(), StoredMs()),
            Students = seats.Count,
            AtWork = turns.Count(turn => turn.AtWork),
            Attempts = turns.Sum(turn => turn.Attempts),
            Correct = turns.Sum(turn => turn.Correct),
            Sessions = turns.Sum(turn => turn.Sessions),
            LagMs = lagMs,
        };
    }

    /// <summary>Up to where everything is stored, the checkpoint of a finished horizon included.</summary>
    private long StoredMs()
    {
        var stored = seats.Values.Min(seat => seat.Run is not { } run ? DawnMs(seat.DoneThrough + 1)
            : seat.Turn?.Day == run.Day ? seat.Turn.DueMs : DawnMs(run.Day));
        return CompleteThrough < Horizon ? Math.Min(stored, DawnMs(Horizon + 1) - 1) : stored;
    }

    private long DawnMs(int day) => span.Frame.Calendar.Dawn(day).ToUnixTimeMilliseconds();

    private static ImmutableArray<int> Distinct(FrameSpan span, int student) =>
        [.. span.Frame.Roster.ClassroomsOf(student).ToArray().Distinct().Order()];

    private static void Finish(SchoolSeat seat, DayReport report, Effects tell)
    {
        seat.DoneThrough = report.Day;
        seat.Run = null;
        seat.Protocol.Finish(report, tell);
    }

    private void Woke(SchoolSeat seat)
    {
        Waking -= seat.IsWaking ? 1 : 0;
        seat.IsWaking = false;
    }

    private void Pump()
    {
        while (effects.Days.TryDequeue(out var run))
        {
            var seat = seats[run.Student];
            if (run.Day > Horizon)
            {
                beyondHorizon.Add(run);
            }
            else if (run.Day >= seat.QuarantinedFrom)
            {
                Finish(seat, new DayReport(run.Student, run.Day, null), effects);
            }
            else
            {
                seat.Begin(run);
                due.Enqueue(seat, (DawnMs(run.Day), seat.Id));
            }
        }
    }
}
