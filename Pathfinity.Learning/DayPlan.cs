using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>One sitting that the day allows: a classroom's turn, a while at home, or a test.</summary>
/// <param name="Classroom">-1 at home.</param>
internal readonly record struct Window(int StartMs, int EndMs, int Classroom, byte Subjects, Place Place)
{
    /// <summary>Further rounds of practice that it has room for.</summary>
    public int Rounds { get; init; }

    /// <summary>The test that fills it; none in a classroom's turn or at home.</summary>
    public DueTest? Test { get; init; }
}

/// <summary>
/// When a student sits down on a day and what comes next: twelve steps, container by container, the subjects of each
/// container in an order that rotates from day to day.
/// </summary>
internal sealed class DayPlan
{
    public const int Steps = 12;
    private const int AllSubjects = 0b1111;
    private const int MinuteMs = 60_000;
    private const double SupportPassShare = 0.75;
    private const int AnotherRoundMs = 2 * MinuteMs;
    private const int RoundsAtHome = 2;
    private const int Periods = 7;
    private const int PeriodMs = 50 * MinuteMs;
    private const int FirstPeriodMs = 10 * MinuteMs;

    private readonly Traits traits;
    private readonly DayBrief brief;
    private readonly Dice dice;
    private readonly int[] skills = [-1, -1, -1, -1];
    private readonly double effort;
    private int completed;

    public DayPlan(Traits traits, Mind mind, DayBrief brief, Dice dice, AttendanceStatus? attendance)
    {
        this.traits = traits;
        this.brief = brief;
        this.dice = dice;
        effort = Engagement.Effort(traits, mind, brief);
        if (attendance is AttendanceStatus.Present or AttendanceStatus.Tardy)
        {
            var from = Attendance.At(brief, dice, attendance.Value);
            foreach (var slot in brief.Slots)
            {
                AddSlot(slot, from);
            }
            AddTests(mind, from);
            Windows.Sort(static (a, b) => a.StartMs.CompareTo(b.StartMs));
        }
        if (attendance != AttendanceStatus.Absent)
        {
            AddHome();
        }
    }

    public List<Window> Windows { get; } = [];

    public static Subject SubjectOf(int step) => (Subject)(step & 3);

    public static Container ContainerOf(int step) => (Container)(step >> 2);

    public static int Step(Container container, Subject subject) => ((int)container << 2) | (int)subject;

    /// <summary>Ordinal of the subject's skill of the day; -1 before it is chosen.</summary>
    public int SkillOf(Subject subject) => skills[(int)subject];

    public void Complete(int step) => completed |= 1 << step;

    public bool IsComplete(Visit?[] visits) =>
        completed == (1 << Steps) - 1 && Array.TrueForAll(visits, visit => visit is { IsClosed: true });

    /// <summary>Whether a later window of the day allows this step's subject again.</summary>
    public bool ComesBack(int step, int window)
    {
        for (var w = window + 1; w < Windows.Count; w++)
        {
            if ((Windows[w].Subjects >> (int)SubjectOf(step) & 1) != 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The step to take up: one that is open, else the next one that is not done; -1 for none.</summary>
    public int NextStep(Visit?[] visits, byte subjects)
    {
        var next = -1;
        for (var place = 0; place < Steps; place++)
        {
            var step = (place & ~3) | ((place + brief.Day.Number) & 3);
            if ((subjects >> (int)SubjectOf(step) & 1) == 0 || !HasMaterial(step))
            {
                continue;
            }
            if (visits[step] is { IsClosed: false })
            {
                return step;
            }
            if (next < 0 && visits[step] is null)
            {
                next = step;
            }
        }
        return next;
    }

    /// <summary>
    /// Whether the student goes on when the journey's part is done and time is left: at home by effort, at school with
    /// the class.
    /// </summary>
    public bool WantsAnother(Window window, int now, int rounds) =>
        rounds < window.Rounds && window.EndMs - now > AnotherRoundMs
        && dice.Fork(Purpose.Another).Fork(window.StartMs).Fork(rounds)
            .Chance(PortableMath.Logistic((window.Place == Place.School ? 2.8 : -0.7) + (0.6 * effort)));

    /// <summary>The Learn step that a further round takes up again; -1 when the subjects have no content.</summary>
    public int AnotherStep(byte subjects, int round)
    {
        for (var i = 0; i < Subjects.All.Count; i++)
        {
            var subject = (round + i + brief.Day.Number) & 3;
            var step = Step(Container.Learn, (Subject)subject);
            if ((subjects >> subject & 1) != 0 && HasMaterial(step))
            {
                return step;
            }
        }
        return -1;
    }

    /// <summary>
    /// Chooses the subject's skill: what a classroom asked for, the first directive winning; else now and then a
    /// review, else the current skill of the pathway.
    /// </summary>
    public int ChooseSkill(Mind mind, Subject subject, int round)
    {
        if (round == 0 && Interventions.AskedFor(mind, subject, brief, traits, effort, dice) is var asked and >= 0)
        {
            return skills[(int)subject] = asked;
        }
        var die = dice.Fork(Purpose.Review).Fork((int)subject).Fork(round);
        var current = PathwaySkill(subject, mind.Position(subject));
        var share = round == 0 ? brief.Parameters.ReviewShare : brief.Parameters.ReviewShareLater;
        return skills[(int)subject] = current < 0 || die.Chance(Math.Min(1, share * ReviewFactor(mind.Group(subject))))
            ? Review(mind, subject, current, die)
            : current;
    }

    // Those who need more time go back more often, the others less: assumed.
    private static double ReviewFactor(StudyGroup group) => group switch
    {
        StudyGroup.Support => 1.5,
        StudyGroup.Extension => 0.5,
        _ => 1,
    };

    /// <summary>
    /// Moves the pathway on to the next skill that is not mastered, when the current one is mastered or its visit
    /// passed, or when the student gives it up. The support group stays for longer, and the extension group leaves out a
    /// skill when all was right.
    /// </summary>
    public void AfterLearn(Mind mind, Visit visit)
    {
        var position = mind.Position(visit.Subject);
        if (visit.Skill != PathwaySkill(visit.Subject, position))
        {
            return;
        }
        var p = brief.Parameters;
        ref var state = ref mind.Practised(visit.Skill);
        var group = mind.Group(visit.Subject);
        var passed = visit.Correct >= (group == StudyGroup.Support ? Math.Max(SupportPassShare, p.PassShare) : p.PassShare) * visit.Attempts;
        var spinning = !state.IsMastered && !passed && state.Attempts >= p.WheelSpinningOpportunities
            && dice.Fork(Purpose.MoveOn).Fork(visit.Id).Chance(p.MoveOnShare);
        state.Flags |= spinning ? SkillFlags.MovedOn : SkillFlags.None;
        if (!state.IsMastered && !passed && !spinning)
        {
            return;
        }
        position += group == StudyGroup.Extension && visit.Attempts > 0 && visit.Correct == visit.Attempts
            && PathwaySkill(visit.Subject, position + 2) >= 0 ? 2 : 1;
        while (PathwaySkill(visit.Subject, position) is var next and >= 0 && mind.Skill(next).IsMastered)
        {
            position++;
        }
        mind.SetPosition(visit.Subject, position);
    }

    /// <summary>The pathway's skill at a position: the grade's, and then those of the next grade; -1 after them.</summary>
    private int PathwaySkill(Subject subject, int position)
    {
        var (first, count) = brief.Syllabus.Cell(subject, brief.Grade);
        if (position < count)
        {
            return first + position;
        }
        if (brief.Grade == Grade.Twelve)
        {
            return -1;
        }
        var (above, more) = brief.Syllabus.Cell(subject, Grade.FromOrdinal(brief.Grade.Ordinal + 1));
        return position - count < more ? above + (position - count) : -1;
    }

    /// <summary>An earlier skill, of two drawn the one that is not mastered; now and then one of the grade below.</summary>
    private int Review(Mind mind, Subject subject, int current, Dice die)
    {
        var pick = die.Fork(Purpose.ReviewPick);
        var (below, least) = brief.Grade == Grade.PreK
            ? (0, 0)
            : brief.Syllabus.Cell(subject, Grade.FromOrdinal(brief.Grade.Ordinal - 1));
        var position = mind.Position(subject);
        if (least > 0 && (position == 0 || pick.Chance(brief.Parameters.ReviewBelow)))
        {
            return below + pick.Fork(1).Below(least);
        }
        if (position == 0)
        {
            return current;
        }
        var first = PathwaySkill(subject, pick.Fork(2).Below(position));
        var second = PathwaySkill(subject, pick.Fork(3).Below(position));
        return mind.Skill(first).IsMastered ? second : first;
    }

    private bool HasMaterial(int step)
    {
        var subject = SubjectOf(step);
        var (_, count) = brief.Syllabus.Cell(subject, brief.Grade);
        return count > 0;
    }

    private void AddSlot(ClassSlot slot, int from)
    {
        var p = brief.Parameters;
        var (opens, closes) = brief.Grade.Band == GradeBand.PreKTo2 ? Station(slot) : (slot.StartMs, slot.EndMs);
        var die = dice.Fork(Purpose.Arrival).Fork(slot.StartMs);
        var late = (int)(1000 * p.ArrivalSeconds * Math.Abs(die.Normal()));
        var start = Math.Max(opens + late, from);
        var leaves = p.ShortStayShare * PortableMath.Exp(-0.4 * effort);
        var end = dice.Fork(Purpose.ShortStay).Fork(slot.StartMs) is var stay && stay.Chance(leaves)
            ? start + (int)((closes - start) * (0.2 + (0.6 * stay.Fork(1).Unit)))
            : closes - (int)(1000 * p.PackingSeconds * dice.Fork(Purpose.Packing).Fork(slot.StartMs).Exponential());
        if (start < end)
        {
            Windows.Add(new Window(start, end, slot.Classroom, slot.Subjects, Place.School) { Rounds = slot.Rounds });
        }
    }

    // The youngest come in groups, one after the other, each for as long as a station lasts.
    private (int Opens, int Closes) Station(ClassSlot slot)
    {
        var length = Math.Min((int)(brief.Parameters.StationMinutes * MinuteMs), slot.EndMs - slot.StartMs);
        var groups = Math.Max(1, (slot.EndMs - slot.StartMs) / length);
        var group = (traits.Dice.Fork(Purpose.Station).Below(groups) + brief.Day.Number) % groups;
        return (slot.StartMs + (group * length), slot.StartMs + ((group + 1) * length));
    }

    // Tests take the first periods that the classrooms' turns leave free.
    private void AddTests(Mind mind, int from)
    {
        var due = new List<DueTest>();
        Assessing.Due(mind, brief, due);
        var period = 0;
        foreach (var test in due)
        {
            var length = Assessing.LengthMs(test, brief.Grade, dice.Fork((int)test.Subject));
            for (; period < Periods; period++)
            {
                var start = brief.FirstBellMs + FirstPeriodMs + (period * PeriodMs);
                if (start >= from && IsFree(start, start + length))
                {
                    Windows.Add(new Window(start, start + length, -1, 0, Place.School) { Test = test });
                    period++;
                    break;
                }
            }
        }
    }

    private bool IsFree(int start, int end)
    {
        foreach (var slot in brief.Slots)
        {
            if (start < slot.EndMs && slot.StartMs < end)
            {
                return false;
            }
        }
        return true;
    }

    private void AddHome()
    {
        if (traits.HomeRate == 0)
        {
            return;
        }
        var p = brief.Parameters;
        var factor = brief.Day.Kind switch
        {
            DayKind.School or DayKind.Half or DayKind.Closed => 1.0,
            DayKind.Weekend => 0.6,
            DayKind.Holiday => 0.5,
            _ => 0.25,
        };
        var rate = traits.HomeRate * factor * PortableMath.Exp(0.3 * (effort - traits.Effort));
        if (!dice.Fork(Purpose.HomeVisit).Chance(1 - PortableMath.Exp(-rate)))
        {
            return;
        }
        var (start, latest) = HomeHours.Draw(traits, brief, dice);
        var minutes = dice.Fork(Purpose.HomeLength)
            .LogNormal(PortableMath.Log(p.HomeMinutesMedian), p.HomeMinutesLogDeviation);
        var end = Math.Min(start + (int)(Math.Clamp(minutes, 2, 120) * MinuteMs), latest);
        Windows.Add(new Window(start, end, -1, AllSubjects, Place.Home) { Rounds = RoundsAtHome });
    }
}
