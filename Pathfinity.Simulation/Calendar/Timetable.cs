using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// When each classroom has its turns at the platform: a pure function of spec and roster. Turns of one team never
/// overlap, and a school's turns spread over the week so that every period has some.
/// </summary>
public sealed class Timetable
{
    private const int Weekdays = 5;
    private const int Periods = 7;
    private const int MinuteMs = 60_000;
    private const int DawnMinute = 240;
    private const double AloneShare = 0.4;
    private const int RoundsOfTurn = 12;
    private const int RoundsOfContinuousTurn = 2;

    // How far a day's turn begins behind the bell, and how far its length differs from the class's usual one: assumed.
    private const double LateMinutes = 2.5;
    private const double LateMinutesMax = 8;
    private const double LengthDeviation = 0.20;
    private const int LongestMinutes = 49;

    private readonly Dictionary<(int Classroom, int Weekday), ImmutableArray<ClassSlot>> slots = [];
    private readonly Dictionary<int, double> held = [];
    private readonly HashSet<int> ofOneLength = [];
    private readonly bool isContinuous;
    private readonly Dice dice;
    private readonly Dictionary<int, double> idle = [];
    private readonly Dictionary<(int School, int Team, Grade Grade), HashSet<int>> taken = [];

    public Timetable(WorldSpec spec, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(roster);
        dice = WorldDice.Of(spec);
        isContinuous = spec.Calendar == CalendarKind.Continuous;
        var circumstances = new Circumstances(spec);
        var idleWeeks = isContinuous ? 0 : spec.Parameters.IdleWeeks;
        foreach (var school in roster.Schools)
        {
            var load = new int[Weekdays * Periods];
            foreach (var classroom in roster.Classrooms.Where(c => c.School == school.Id))
            {
                idle[classroom.Id] = circumstances.IdleWeeks(idleWeeks, school.Id);
                Place(spec, dice.Classroom(classroom.Id).Fork("turns"), school, classroom, load);
            }
        }
    }

    /// <summary>Milliseconds from dawn to a school's first bell.</summary>
    public static int FirstBellMs(SchoolLevel level) => (FirstBell(level) - DawnMinute) * MinuteMs;

    /// <summary>A classroom's turns on a day, by start.</summary>
    public ImmutableArray<ClassSlot> Slots(int classroom, SchoolDay day)
    {
        if (!day.IsInSession || !slots.TryGetValue((classroom, day.Weekday), out var own))
        {
            return [];
        }
        return day.Kind == DayKind.Half ? own.RemoveAll(slot => slot.StartMs >= NoonMs) : own;
    }

    /// <summary>The turns of a student's classrooms on a day, by start.</summary>
    /// <param name="classrooms">The student's classroom of each subject.</param>
    public ImmutableArray<ClassSlot> SlotsOf(ReadOnlySpan<int> classrooms, SchoolDay day)
    {
        var all = Slots(classrooms[0], day);
        for (var subject = 1; subject < classrooms.Length && classrooms[subject] != classrooms[0]; subject++)
        {
            all = all.AddRange(Slots(classrooms[subject], day));
        }
        return all.Sort(static (a, b) => a.StartMs.CompareTo(b.StartMs));
    }

    /// <summary>
    /// Whether a turn takes place on its day: classes that use the platform less leave more of their turns out, and
    /// every class has weeks in which it does something else.
    /// </summary>
    public bool IsHeld(ClassSlot slot, SchoolDay day, int week)
    {
        var die = dice.Classroom(slot.Classroom);
        return die.Fork("held").Fork(day.Number).Chance(held[slot.Classroom])
            && !die.Fork("idle").Fork(week).Chance(idle[slot.Classroom]);
    }

    /// <summary>
    /// A turn as it is on a day: it begins once the class has settled, and is longer or shorter than usual. Stations keep
    /// their length, and a continuous world's turns keep to their bells, so that its schools leave no minute without one.
    /// </summary>
    public ClassSlot On(ClassSlot slot, SchoolDay day)
    {
        if (isContinuous)
        {
            return slot;
        }
        var die = dice.Classroom(slot.Classroom).Fork("span").Fork(day.Number);
        var start = slot.StartMs + (int)(Math.Min(LateMinutes * die.Exponential(), LateMinutesMax) * MinuteMs);
        var factor = ofOneLength.Contains(slot.Classroom)
            ? 1
            : PortableMath.Exp(LengthDeviation * Math.Clamp(die.Fork(1).Normal(), -2, 2));
        var end = start + (int)((slot.EndMs - slot.StartMs) * factor);
        return slot with { StartMs = start, EndMs = Math.Min(end, slot.StartMs + (LongestMinutes * MinuteMs)) };
    }

    private const int NoonMs = (720 - DawnMinute) * MinuteMs;

    private static int FirstBell(SchoolLevel level) => level switch
    {
        SchoolLevel.Elementary => 8 * 60,
        SchoolLevel.Middle => (8 * 60) + 20,
        _ => (7 * 60) + 45,
    };

    /// <summary>
    /// Turns a week, and the share of them that takes place, for classes that use the platform daily, often, weekly or
    /// rarely; a continuous world's classes all use it well. The classes of one team often go about it alike.
    /// </summary>
    private static (int Turns, double Held) Adoption(WorldSpec spec, Dice die, Dice team, Grade grade)
    {
        if (spec.Calendar == CalendarKind.Continuous)
        {
            return (grade.Ordinal <= 6 ? 5 : 3, 1);
        }
        var spread = spec.Parameters.AdoptionSpread;
        var decides = die.Fork("alone").Chance(AloneShare) ? die : team;
        var dose = decides.Fork("dose").Weighted(
            [0.15 * spread, 0.30 + (0.70 * (1 - spread)), 0.35 * spread, 0.20 * spread]);
        return (dose, grade.Ordinal <= 6) switch
        {
            (0, true) => (5, 0.97),
            (0, false) => (3, 0.97),
            (1, true) => (3, 0.93),
            (1, false) => (2, 0.85),
            (2, true) => (2, 0.75),
            (2, false) => (1, 0.75),
            _ => (1, 0.30),
        };
    }

    private void Place(WorldSpec spec, Dice die, School school, Classroom classroom, int[] load)
    {
        var key = (school.Id, classroom.Team, classroom.Course.Grade);
        if (!taken.TryGetValue(key, out var team))
        {
            taken.Add(key, team = []);
        }
        (var turns, held[classroom.Id]) = Adoption(
            spec, die, dice.Fork("team").Fork(school.Id).Fork(classroom.Course.Grade.Ordinal).Fork(classroom.Team),
            classroom.Course.Grade);
        if (classroom.Course.Grade.Band == GradeBand.PreKTo2)
        {
            ofOneLength.Add(classroom.Id);
        }
        var days = new HashSet<int>();
        for (var turn = 0; turn < turns; turn++)
        {
            var cell = Enumerable.Range(0, load.Length)
                .Where(c => !team.Contains(c) && !days.Contains(c / Periods))
                .OrderBy(c => load[c]).ThenBy(c => die.Fork(turn).Fork(c).Bits).First();
            load[cell]++;
            team.Add(cell);
            days.Add(cell / Periods);
            Add(classroom, cell / Periods, Turn(spec, die, school, classroom, cell % Periods));
        }
    }

    private static ClassSlot Turn(WorldSpec spec, Dice die, School school, Classroom classroom, int period)
    {
        var length = school.Level == SchoolLevel.Elementary ? 50 : 52;
        var start = FirstBell(school.Level) + 10 + (period * length);
        return new ClassSlot(
            classroom.Id, classroom.Course.SubjectBits, (start - DawnMinute) * MinuteMs,
            (start + TurnMinutes(spec, die, school, classroom) - DawnMinute) * MinuteMs,
            spec.Calendar == CalendarKind.Continuous ? RoundsOfContinuousTurn : RoundsOfTurn);
    }

    /// <summary>
    /// The youngest come in groups for a little while each, others for what their class gives of the period. In a
    /// continuous world, where every class has its turn every week of the year, turns are shorter, yet the schools'
    /// periods together leave no minute without one.
    /// </summary>
    private static int TurnMinutes(WorldSpec spec, Dice die, School school, Classroom classroom) =>
        (spec.Calendar, school.Level, classroom.Course.Grade.Band) switch
        {
            (CalendarKind.Continuous, _, GradeBand.PreKTo2) => 33,
            (CalendarKind.Continuous, SchoolLevel.Elementary, _) => 30,
            (CalendarKind.Continuous, _, _) => 38,
            (_, _, GradeBand.PreKTo2) => 44,
            (_, SchoolLevel.Elementary, _) => die.Fork("minutes").Between(24, 44),
            _ => die.Fork("minutes").Between(12, 26),
        };

    private void Add(Classroom classroom, int weekday, ClassSlot slot)
    {
        var key = (classroom.Id, weekday);
        var own = slots.GetValueOrDefault(key, []);
        slots[key] = [.. own.Append(slot).OrderBy(s => s.StartMs)];
    }
}
