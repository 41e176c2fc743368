using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Grains;

/// <summary>One student's day under way, without Orleans: from a dawn to turns.</summary>
internal sealed class StudentSitting
{
    private readonly FrameSpan span;
    private readonly Dawn dawn;
    private readonly int school;
    private readonly SchoolStudent student;
    private readonly LiveDay day;
    private int storedThrough;
    private int attempts;
    private int correct;
    private int sessions;

    private StudentSitting(FrameSpan span, Dawn dawn, int school, SchoolStudent student)
    {
        this.span = span;
        this.dawn = dawn;
        this.school = school;
        this.student = student;
        day = new LiveDay(student, new RunDay(student.Id, dawn.Day, DirectiveCodec.Read(dawn.Directives)));
        storedThrough = dawn.StoredThrough;
    }

    public ImmutableArray<int> ClassroomIds => student.ClassroomIds;

    public bool IsFinished => day.IsFinished;

    /// <summary>Whether a session is under way.</summary>
    public bool IsAtWork { get; private set; }

    /// <summary>When the next activity is due in the world.</summary>
    public Instant Due => day.Due;

    /// <summary>Begins the day and goes through what is stored of it.</summary>
    /// <exception cref="FormatException">The mind cannot be read.</exception>
    public static StudentSitting Begin(FrameSpan span, int school, int id, Dawn dawn)
    {
        var mind = dawn.Mind is null ? new Mind() : WorldMemory.Moved(dawn.Mind, span.KeptUnder(dawn.MindDay), span.Frame);
        var sitting = new StudentSitting(span, dawn, school, new SchoolStudent(
            span.Frame, id, mind, [.. dawn.Chain], int.MaxValue, dawn.Day - 1));
        var rows = new Rows();
        while (!sitting.day.IsFinished && sitting.day.NextSequence <= dawn.StoredThrough)
        {
            sitting.Note(sitting.day.Emit(rows));
        }
        return sitting;
    }

    /// <summary>The part of a day that is stored, lived again.</summary>
    /// <exception cref="FormatException">The mind cannot be read.</exception>
    public static Happened Replay(FrameSpan span, int school, int id, Dawn dawn)
    {
        var sitting = Begin(span, school, id, dawn with { StoredThrough = 0 });
        var emitted = new List<Activity>();
        while (!sitting.day.IsFinished && sitting.day.NextSequence <= dawn.StoredThrough)
        {
            emitted.Add(sitting.day.Emit(new Rows()));
        }
        return sitting.Happened(CollectionsMarshal.AsSpan(emitted));
    }

    public bool IsDue(Instant now) => !day.IsFinished && day.Due <= now;

    /// <summary>Lets out what is due, at least one activity.</summary>
    public StudentWrite Emit(Instant now)
    {
        var rows = new Rows();
        var emitted = new List<Activity>();
        while (IsDue(now))
        {
            emitted.Add(day.Emit(rows));
            Note(emitted[^1]);
        }
        var advance = new Advance(student.Id, emitted[0].Sequence, emitted[^1].Sequence);
        storedThrough = advance.ToSequence;
        return new StudentWrite(Happened(CollectionsMarshal.AsSpan(emitted)), rows, advance, student.ClassroomIds);
    }

    /// <summary>How the day goes.</summary>
    public Turn Turn(TurnKind kind) => new()
    {
        Student = student.Id,
        Life = dawn.Life,
        Day = dawn.Day,
        Kind = kind,
        DueMs = day.IsFinished ? 0 : day.Due.ToUnixTimeMilliseconds(),
        StoredThrough = storedThrough,
        AtWork = IsAtWork,
        Attempts = attempts,
        Correct = correct,
        Sessions = sessions,
    };

    /// <summary>Closes a finished day.</summary>
    public Turn Finish()
    {
        var report = day.End(new CanonicalDay(span.Keys));
        var state = student.State();
        return Turn(TurnKind.Finished) with { Mind = state.Mind, Chain = state.Digest, Report = report.Write() };
    }

    private Happened Happened(ReadOnlySpan<Activity> activities) => new()
    {
        School = school,
        Student = student.Id,
        Day = dawn.Day,
        DawnMs = day.Dawn.ToUnixTimeMilliseconds(),
        Release = span.Frame.Release.Number,
        Bytes = Contracts.Happened.BytesOf(activities),
    };

    private void Note(in Activity activity)
    {
        switch (activity.Kind)
        {
            case ActivityKind.SessionStarted:
                IsAtWork = true;
                break;
            case ActivityKind.SessionEnded:
                IsAtWork = false;
                sessions++;
                break;
            case ActivityKind.Attempted:
                attempts++;
                correct += activity.Attempt.Correct ? 1 : 0;
                break;
            default:
                break;
        }
    }
}
