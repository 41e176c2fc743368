using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>One sitting that the day allows: a classroom's turn or a while at home.</summary>
/// <param name="Classroom">-1 at home.</param>
internal readonly record struct Window(int StartMs, int EndMs, int Classroom, byte Subjects, Place Place);

/// <summary>
/// When a student sits down on a day and what comes next: twelve steps, container by container, the subjects of each
/// container in an order that rotates from day to day.
/// </summary>
internal sealed class DayPlan
{
    public const int Steps = 12;
    private const int AllSubjects = 0b1111;
    private const int MinuteMs = 60_000;
    private const int HourMs = 60 * MinuteMs;
    private const int DawnHour = 4;
    private const int HomeEndMs = (22 - DawnHour) * HourMs + (30 * MinuteMs);
    private const int AnotherRoundMs = 6 * MinuteMs;
    private const int RoundsMax = 2;

    private readonly Traits traits;
    private readonly DayBrief brief;
    private readonly Dice dice;
    private readonly int[] skills = [-1, -1, -1, -1];
    private int completed;

    public DayPlan(Traits traits, DayBrief brief, Dice dice, AttendanceStatus? attendance)
    {
        this.traits = traits;
        this.brief = brief;
        this.dice = dice;
        if (attendance is AttendanceStatus.Present or AttendanceStatus.Tardy)
        {
            var from = Attendance.At(brief, dice, attendance.Value);
            foreach (var slot in brief.Slots)
            {
                AddSlot(slot, from);
            }
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

    /// <summary>Whether the student goes on when the journey's part is done and time is left.</summary>
    public bool WantsAnother(Window window, int now, int rounds) =>
        rounds < RoundsMax && window.EndMs - now > AnotherRoundMs
        && dice.Fork(Purpose.Another).Fork(window.StartMs).Fork(rounds)
            .Chance(PortableMath.Logistic(-0.7 + (0.6 * traits.Effort)));

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
        if (round == 0 && AskedFor(subject) is var asked and >= 0)
        {
            return skills[(int)subject] = asked;
        }
        var (first, count) = brief.Syllabus.Cell(subject, brief.Grade);
        var position = mind.Position(subject);
        var die = dice.Fork(Purpose.Review).Fork((int)subject).Fork(round);
        var skill = position >= count || (position > 0 && die.Chance(brief.Parameters.ReviewShare))
            ? first + die.Fork(Purpose.ReviewPick).Below(Math.Min(position, count))
            : first + position;
        skills[(int)subject] = skill;
        return skill;
    }

    /// <summary>Moves the pathway on when its current skill is mastered, or when the student gives it up.</summary>
    public void AfterLearn(Mind mind, Visit visit)
    {
        var (first, _) = brief.Syllabus.Cell(visit.Subject, brief.Grade);
        var position = mind.Position(visit.Subject);
        if (visit.Skill != first + position)
        {
            return;
        }
        ref var state = ref mind.Practised(visit.Skill);
        var facetsDone = state.LearnVisits >= brief.Syllabus.Skills[visit.Skill].Facets;
        if (state.IsMastered && facetsDone)
        {
            mind.SetPosition(visit.Subject, position + 1);
        }
        else if (!state.IsMastered && state.Attempts >= brief.Parameters.WheelSpinningOpportunities
            && dice.Fork(Purpose.MoveOn).Fork(visit.Id).Chance(brief.Parameters.MoveOnShare))
        {
            state.Flags |= SkillFlags.MovedOn;
            mind.SetPosition(visit.Subject, position + 1);
        }
    }

    private int AskedFor(Subject subject)
    {
        foreach (var directive in brief.Directives)
        {
            if (directive.Kind == DirectiveKind.Practise && directive.Skill >= 0
                && brief.Syllabus.Skills[directive.Skill].Subject == subject)
            {
                return directive.Skill;
            }
        }
        return -1;
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
        var die = dice.Fork(Purpose.Arrival).Fork(slot.StartMs);
        var late = (int)(1000 * p.ArrivalSeconds * Math.Abs(die.Normal()));
        var start = Math.Max(slot.StartMs + late, from);
        var end = dice.Fork(Purpose.ShortStay).Fork(slot.StartMs) is var stay && stay.Chance(p.ShortStayShare)
            ? start + (int)((slot.EndMs - start) * (0.2 + (0.6 * stay.Fork(1).Unit)))
            : slot.EndMs;
        if (start < end)
        {
            Windows.Add(new Window(start, end, slot.Classroom, slot.Subjects, Place.School));
        }
    }

    private void AddHome()
    {
        var p = brief.Parameters;
        var factor = brief.Day.Kind switch
        {
            DayKind.School or DayKind.Half => 1.0,
            DayKind.Weekend => 0.6,
            DayKind.Holiday => 0.5,
            _ => 0.25,
        };
        if (traits.HomeRate == 0
            || !dice.Fork(Purpose.HomeVisit).Chance(1 - PortableMath.Exp(-traits.HomeRate * factor)))
        {
            return;
        }
        var (from, to) = brief.Day.IsInSession ? (16, 22) : (9, 21);
        var start = ((from - DawnHour) * HourMs) + dice.Fork(Purpose.HomeStart).Below((to - from) * HourMs);
        var minutes = dice.Fork(Purpose.HomeLength)
            .LogNormal(PortableMath.Log(p.HomeMinutesMedian), p.HomeMinutesLogDeviation);
        var end = Math.Min(start + (int)(Math.Clamp(minutes, 2, 120) * MinuteMs), HomeEndMs);
        Windows.Add(new Window(start, end, -1, AllSubjects, Place.Home));
    }
}
