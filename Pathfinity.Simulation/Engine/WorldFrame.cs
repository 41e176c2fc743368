using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What stays the same over a stretch of days: who is there, what is taught and what the world drew.</summary>
public sealed class WorldFrame
{
    private readonly Dictionary<(int Classroom, int Weekday, DayKind Kind), ImmutableArray<ClassSlot>> slots = [];
    private readonly Dictionary<int, Student> students;
    private readonly int[] classAbilityIds;
    private readonly double[] classAbility;

    public WorldFrame(WorldSpec spec, SchoolCalendar calendar, Roster roster, Release release)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(release);
        Parameters = spec.Parameters;
        Calendar = calendar;
        Roster = roster;
        Release = release;
        Dice = WorldDice.Of(spec);
        Effects = new ItemEffects(Dice, release.Syllabus, Parameters);
        Timetable = new Timetable(spec, roster);
        students = roster.Students.ToDictionary(student => student.Id);
        classAbilityIds = [.. roster.Classrooms.Select(c => c.Id)];
        classAbility = [.. classAbilityIds.Select(id => Traits.ClassAbility(Dice.Classroom(id), Parameters))];
        foreach (var student in roster.Students)
        {
            FindSlots(student.Id);
        }
    }

    public SchoolCalendar Calendar { get; }
    public Roster Roster { get; }
    public Release Release { get; }
    public Dice Dice { get; }
    public ItemEffects Effects { get; }
    public Timetable Timetable { get; }
    public ModelParameters Parameters { get; }

    /// <summary>The traits of a student in this year's classrooms.</summary>
    public Traits TraitsOf(int student)
    {
        Span<double> added = stackalloc double[Subjects.All.Count];
        var classrooms = Roster.ClassroomsOf(student);
        for (var subject = 0; subject < added.Length; subject++)
        {
            added[subject] = classAbility[Array.BinarySearch(classAbilityIds, classrooms[subject])];
        }
        return Traits.Draw(Dice.Student(student), added, Parameters);
    }

    /// <summary>What reaches a student at the dawn of a day.</summary>
    public DayBrief Brief(int student, int day, ImmutableArray<Directive> directives)
    {
        var schoolDay = Calendar.Day(day);
        var grade = students[student].GradeIn(Roster.Year)
            ?? throw new InvalidOperationException($"Student {student} is in no grade in year {Roster.Year}.");
        return new DayBrief(
            schoolDay, grade, Timetable.FirstBellMs(Roster.Schools[Roster.SchoolOf(student)].Level),
            schoolDay.IsInSession ? slots[(Roster.ClassroomsOf(student)[0], schoolDay.Weekday, schoolDay.Kind)] : [],
            directives, Release.Syllabus, Effects, Parameters);
    }

    /// <summary>The student's die of a day.</summary>
    public Dice DiceOf(int student, int day) => Dice.Student(student).Fork("days").Fork(day);

    private void FindSlots(int student)
    {
        var classrooms = Roster.ClassroomsOf(student);
        if (slots.ContainsKey((classrooms[0], 0, DayKind.School)))
        {
            return;
        }
        const int Monday = 4; // 1970-01-05
        for (var weekday = 0; weekday < 7; weekday++)
        {
            foreach (var kind in (ReadOnlySpan<DayKind>)[DayKind.School, DayKind.Half])
            {
                slots.Add(
                    (classrooms[0], weekday, kind),
                    Timetable.SlotsOf(classrooms, new SchoolDay(Monday + weekday, kind)));
            }
        }
    }
}
