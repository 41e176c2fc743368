using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What stays the same over a stretch of days: who is there, what is taught and what the world drew.</summary>
public sealed class WorldFrame
{
    private const double IllnessDeviation = 0.30;
    private readonly Dictionary<(int Classroom, int Weekday, DayKind Kind), ImmutableArray<ClassSlot>> slots = [];
    private readonly Dictionary<int, Student> students;
    private readonly Dictionary<int, double> teaching;
    private readonly double[] neighbourhoods;
    private readonly Population population;
    private readonly Dictionary<int, ImmutableArray<GuardianHabits>> guardians;
    private readonly HashSet<(int Teacher, int Day)> away;
    private readonly (SchoolDay Day, PlaceInYear Place)[] days;
    private readonly double[][] illness;
    private readonly Circumstances circumstances;
    private readonly ModelParameters[] parametersOf;
    private readonly Instant[][] dawns;
    private readonly DayBrief?[] briefs;

    public WorldFrame(WorldSpec spec, SchoolCalendar calendar, Roster roster, Release release)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(release);
        Parameters = spec.Parameters;
        Calendar = calendar;
        // Of guardians only the habits are needed, and their names and addresses would take more room than a student.
        Roster = roster with { Guardians = [] };
        Release = release;
        Dice = WorldDice.Of(spec);
        Effects = new ItemEffects(
            Dice, release.Syllabus, Parameters, [.. release.Skills.Select(key => key.Key)],
            [.. release.Questions.Select(key => key.Key)]);
        Timetable = new Timetable(spec, roster);
        circumstances = new Circumstances(spec);
        parametersOf = [.. roster.Schools.Select(school => circumstances.Of(Parameters, school.Id))];
        days = [.. Enumerable.Range(roster.FirstDay, roster.LastDay - roster.FirstDay + 1).Select(d => (calendar.Day(d), calendar.Place(d)))];
        var dawnsIn = roster.Schools.Select(school => school.Zone).Distinct().ToDictionary(zone => zone, Dawns);
        dawns = [.. roster.Schools.Select(school => dawnsIn[school.Zone])];
        briefs = new DayBrief?[roster.Classrooms.Length];
        students = roster.Students.ToDictionary(student => student.Id);
        illness = [.. roster.Schools.Select(Illness)];
        teaching = roster.Teachers.ToDictionary(t => t.Id, t => Traits.Teaching(Dice.Fork("teacher").Fork(t.Id), Parameters));
        neighbourhoods = Neighbourhoods(spec);
        population = Population.Of(spec);
        away = [.. roster.TeacherAbsences.Select(absence => (absence.Teacher, absence.Day))];
        guardians = roster.Guardians.GroupBy(guardian => guardian.Student, guardian => guardian.Habits)
            .ToDictionary(own => own.Key, own => own.ToImmutableArray());
        foreach (var student in roster.Students)
        {
            FindSlots(student.Id);
        }
    }

    public SchoolCalendar Calendar { get; }
    /// <summary>The people of the year, without guardians.</summary>
    public Roster Roster { get; }
    public Release Release { get; }
    public Dice Dice { get; }
    public ItemEffects Effects { get; }
    public Timetable Timetable { get; }
    public ModelParameters Parameters { get; }

    /// <summary>The traits of a student in this year's classrooms.</summary>
    public Traits TraitsOf(int student)
    {
        var added = default(BySubject<double>);
        var classrooms = Roster.ClassroomsOf(student);
        for (var subject = 0; subject < BySubject<double>.Length; subject++)
        {
            added[subject] = teaching[Roster.Classroom(classrooms[subject]).Teacher] + circumstances.Teaching(Roster.SchoolOf(student));
        }
        var home = PeopleBuilder.Home(Dice, student, Roster.Year, neighbourhoods.Length);
        var around = new Surroundings(Roster.Year, neighbourhoods[home] + circumstances.Gap(student), added);
        return Traits.Draw(
            Dice.Student(student), around, parametersOf[Roster.SchoolOf(student)], population.KindOf(Dice, students[student]), guardians.GetValueOrDefault(student, []));
    }

    /// <summary>What reaches a student at the dawn of a day.</summary>
    public DayBrief Brief(int student, int day, ImmutableArray<Directive> directives) =>
        Brief(Roster.ClassroomsOf(student), day, directives);

    /// <param name="classrooms">The student's classroom of each subject.</param>
    internal DayBrief Brief(ReadOnlySpan<int> classrooms, int day, ImmutableArray<Directive> directives)
    {
        // All who share their classrooms share their briefs, but for what is asked of one of them. No two of them are
        // more than a day apart, so only the last brief is kept; threads that make it at the same time make the same.
        ref var last = ref briefs[classrooms[0] - Roster.Classrooms[0].Id];
        var brief = last;
        if (brief?.Day.Number != day)
        {
            last = brief = Brief(Roster.Classroom(classrooms[0]), day);
        }
        return directives.IsEmpty ? brief : brief with { Directives = directives };
    }

    private DayBrief Brief(Classroom classroom, int day)
    {
        var (schoolDay, place) = days[day - Roster.FirstDay];
        var school = classroom.School;
        return new DayBrief(
            schoolDay, classroom.Course.Grade, Timetable.FirstBellMs(Roster.Schools[school].Level),
            SlotsOf(classroom.Id, schoolDay, place.Week), [], Release.Syllabus, Effects, parametersOf[school])
        {
            Place = place,
            Illness = illness[school][place.Week],
        };
    }

    /// <summary>
    /// A classroom's members as the day protocol counts them: all of them all year. Who comes late or leaves early has
    /// empty days, so that a school lives every student's every day.
    /// </summary>
    public ImmutableArray<Enrollment> MembersOf(Classroom classroom)
    {
        ArgumentNullException.ThrowIfNull(classroom);
        return [.. classroom.Members.Select(m => new Enrollment(m.Student, Roster.FirstDay, Roster.LastDay))];
    }

    /// <summary>The instant at which a day begins in a student's school: 04:00 in its zone.</summary>
    public Instant Dawn(int student, int day) => DawnIn(Roster.SchoolOf(student), day);

    /// <summary>The instant at which a day begins in a school.</summary>
    internal Instant DawnIn(int school, int day) => dawns[school][day - Roster.FirstDay];

    /// <summary>Whether a substitute takes a teacher's classes on a day.</summary>
    public bool IsAway(int teacher, int day) => away.Contains((teacher, day));

    /// <summary>The student's die of a day.</summary>
    public Dice DiceOf(int student, int day) => DiceOf(student).Fork(day);

    /// <summary>That which is forked by a day for the student's die of the day.</summary>
    internal Dice DiceOf(int student) => Dice.Student(student).Fork("days");

    private Instant[] Dawns(string zone)
    {
        var own = DateTimeZoneProviders.Tzdb[zone];
        return [.. days.Select(day => SchoolCalendar.Dawn(day.Day.Number, own))];
    }

    /// <param name="classroom">The first one of those who share theirs.</param>
    private ImmutableArray<ClassSlot> SlotsOf(int classroom, SchoolDay day, int week)
    {
        if (!day.IsInSession)
        {
            return [];
        }
        var own = slots[(classroom, day.Weekday, day.Kind)];
        return [.. own.Where(slot => Timetable.IsHeld(slot, day, week)).Select(slot => Timetable.On(slot, day))];
    }

    /// <summary>How many more or fewer are ill in a school's weeks of the year.</summary>
    private double[] Illness(School school)
    {
        var weeks = days[^1].Place.Week + 1;
        var die = Dice.Fork("illness").Fork(school.Id).Fork(Roster.Year);
        return [.. Enumerable.Range(0, weeks).Select(week => die.Fork(week).LogNormal(0, IllnessDeviation))];
    }

    // Whoever lives where a world has but one elementary school lives in its only neighbourhood, an average one.
    private double[] Neighbourhoods(WorldSpec spec)
    {
        var count = PeopleBuilder.Neighbourhoods(spec);
        var drawn = Enumerable.Range(0, count).Select(i => Traits.School(Dice.Fork("neighbourhood").Fork(i), Parameters)).ToArray();
        var mean = drawn.Sum() / count;
        return Array.ConvertAll(drawn, one => one - mean);
    }

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
