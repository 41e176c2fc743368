using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// Peoples a world: who is enrolled in a school year is a pure function of spec and year. The first year's students
/// spread over all grades; every later year a grade leaves and as many enter Pre-K. In the course of a year some leave
/// for good and, from the second year on, as many move in.
/// </summary>
public sealed class PeopleBuilder(WorldSpec spec)
{
    private const int StudentsPerElementary = 450;
    private const int StudentsPerMiddle = 700;
    private const int StudentsPerHigh = 1200;
    private const int ShortestStayDays = 21;
    private const double AtStartShare = 0.4;

    // Census Bureau, CPS ASEC: five in a hundred children move within their county in a year.
    private const double MovesShare = 0.05;
    private static readonly Grade[] Grades = [.. Grade.All];

    private readonly Dice world = WorldDice.Of(spec);
    private readonly ModelParameters parameters = spec.Parameters;
    private readonly Population population = Population.Of(spec);
    private readonly double mobility = spec.Calendar == CalendarKind.Continuous ? 0 : spec.Parameters.Mobility;
    private readonly SchoolCalendar calendar = new(spec);
    private readonly Circumstances circumstances = new(spec);

    /// <summary>The roster of a school year, counted from 0.</summary>
    public Roster Build(int year)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(year);
        var schools = Schools();
        var courses = Courses();
        var first = 0;
        for (var earlier = 0; earlier < year; earlier++)
        {
            first += Sections(earlier, schools, courses, 0).Count;
        }
        var classrooms = Sections(year, schools, courses, first).ToImmutableArray();
        var students = Enrolled(year).Select(Student).ToImmutableArray();
        var (firstDay, lastDay) = calendar.YearDays(year);
        int[] teachers = [.. classrooms.Select(c => c.Teacher).Concat(classrooms.Select(c => c.CoTeacher).OfType<int>()).Distinct().Order()];
        return new Roster(
            year, firstDay, lastDay, schools, courses, [.. teachers.Select(id => Teacher(id, classrooms))], classrooms, students,
            [.. students.SelectMany(Guardians)])
        {
            TeacherAbsences = [.. new Substitutes(world, parameters, calendar).Of(teachers, firstDay, lastDay)],
        };
    }

    /// <summary>The schools of the world, the same every year.</summary>
    public ImmutableArray<School> Schools()
    {
        var schools = ImmutableArray.CreateBuilder<School>();
        Add(SchoolLevel.Elementary, 0, 6, StudentsPerElementary, Names.Elementary, "Elementary School");
        Add(SchoolLevel.Middle, 7, 9, StudentsPerMiddle, Names.Middle, "Middle School");
        Add(SchoolLevel.High, 10, 13, StudentsPerHigh, Names.High, "High School");
        return schools.ToImmutable();

        void Add(SchoolLevel level, int low, int high, int most, string[] names, string kind)
        {
            var count = SchoolCount(spec.Students, high - low + 1, most);
            for (var i = 0; i < count; i++)
            {
                var number = i / names.Length;
                var name = names[i % names.Length] + (number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number + 1}"));
                schools.Add(new School(schools.Count, $"{name} {kind}", level, Grades[low], Grades[high], ZoneOf(i, count)));
            }
        }
    }

    // The schools of a level lie along the zones, those of the first zone first.
    private string ZoneOf(int place, int schools) =>
        place * (1 + spec.FurtherZones.Length) / schools is > 0 and var zone ? spec.FurtherZones[zone - 1] : spec.Zone;

    private static ImmutableArray<Course> Courses()
    {
        var courses = ImmutableArray.CreateBuilder<Course>();
        foreach (var grade in Grades)
        {
            if (grade.Ordinal <= 6)
            {
                courses.Add(new Course(courses.Count, $"Homeroom {grade}", grade, null));
                continue;
            }
            foreach (var subject in Subjects.All)
            {
                courses.Add(new Course(courses.Count, $"{subject.Title()} {grade}", grade, subject));
            }
        }
        return courses.ToImmutable();
    }

    /// <summary>Number of neighbourhoods: one for each elementary school.</summary>
    public static int Neighbourhoods(WorldSpec spec) => SchoolCount(spec.Students, 7, StudentsPerElementary);

    /// <summary>
    /// A family lives where it lives, the same draw at every level, until it moves: then the student goes to another school
    /// when the next school year begins.
    /// </summary>
    public static int Home(Dice world, int student, int year, int count)
    {
        if (count == 1)
        {
            return 0;
        }
        var die = world.Student(student).Fork("home");
        for (var moved = year; moved > 0; moved--)
        {
            if (die.Fork("moves").Fork(moved).Chance(MovesShare))
            {
                return die.Fork("to").Fork(moved).Below(count);
            }
        }
        return die.Below(count);
    }

    /// <summary>Ordinals of the students of a year, ascending.</summary>
    private IEnumerable<int> Enrolled(int year)
    {
        var last = spec.Students + (year * NewPerYear);
        return Enumerable.Range(0, last).Where(id => GradeOrdinal(id, year) < Grade.Count && !LeftBefore(id, year));
    }

    private static int SchoolCount(int students, int grades, int most)
    {
        var perGrade = (students + Grades.Length - 1) / Grades.Length;
        return Math.Max(1, ((grades * perGrade) + most - 1) / most);
    }

    private int Entrants => Math.Max(1, spec.Students / Grades.Length);

    private int NewPerYear => Entrants + (int)Math.Round(mobility * spec.Students);

    private int EntryYear(int student) => student < spec.Students ? 0 : 1 + ((student - spec.Students) / NewPerYear);

    /// <summary>Whether the student moves in from elsewhere, into any grade, after the world's first year.</summary>
    private bool MovesIn(int student) =>
        student >= spec.Students && (student - spec.Students) % NewPerYear >= Entrants;

    private int EntryGradeOrdinal(int student)
    {
        if (student < spec.Students)
        {
            return (int)((long)student * Grades.Length / spec.Students);
        }
        return MovesIn(student) ? world.Student(student).Fork("grade").Below(Grades.Length) : 0;
    }

    private int GradeOrdinal(int student, int year) => EntryGradeOrdinal(student) + year - EntryYear(student);

    private bool LeftBefore(int student, int year) =>
        Enumerable.Range(EntryYear(student), year - EntryYear(student)).Any(earlier => Leaves(student, earlier));

    private bool Leaves(int student, int year) => world.Student(student).Fork("leaves").Fork(year).Chance(mobility);

    /// <summary>A student's days of a school year: some come late, some leave early.</summary>
    private Enrollment Days(int student, int year, int firstDay, int lastDay)
    {
        var die = world.Student(student).Fork("moves").Fork(year);
        if (Student(student).Story is not null)
        {
            return new Enrollment(student, firstDay, lastDay);
        }
        var comesLate = EntryYear(student) == year && (year == 0
            ? die.Fork("late").Chance(mobility)
            : MovesIn(student) && !die.Fork("late").Chance(AtStartShare));
        var first = comesLate && lastDay - firstDay > 2 * ShortestStayDays
            ? die.Fork("first").Between(firstDay + 1, lastDay - (2 * ShortestStayDays))
            : firstDay;
        var last = Leaves(student, year) && lastDay - first > ShortestStayDays
            ? die.Fork("last").Between(first + ShortestStayDays, lastDay)
            : lastDay;
        return new Enrollment(student, first, last);
    }

    private List<Classroom> Sections(
        int year, ImmutableArray<School> schools, ImmutableArray<Course> courses, int first)
    {
        var (firstDay, lastDay) = calendar.YearDays(year);
        var sections = new List<Classroom>();
        var byGrade = Enrolled(year).ToLookup(id => GradeOrdinal(id, year));
        foreach (var school in schools)
        {
            var alike = schools.Where(other => other.Level == school.Level).ToList();
            var coTeaching = new CoTeaching(world, school.Id, year);
            for (var grade = school.Low.Ordinal; grade <= school.High.Ordinal; grade++)
            {
                var own = byGrade[grade]
                    .Where(id => alike[Home(world, id, year, alike.Count)].Id == school.Id)
                    .OrderBy(id => Traits.SortingKey(world.Student(id), year, parameters)).ThenBy(id => id)
                    .Select(id => Days(id, year, firstDay, lastDay)).ToList();
                AddTeams(sections, school, courses.Where(c => c.Grade.Ordinal == grade).ToList(), own, first, coTeaching);
            }
        }
        return sections;
    }

    /// <param name="students">In the order by which they are parted.</param>
    private void AddTeams(
        List<Classroom> sections, School school, List<Course> courses, List<Enrollment> students, int first, CoTeaching coTeaching)
    {
        var teams = (students.Count + spec.ClassSize - 1) / spec.ClassSize;
        for (var team = 0; team < teams; team++)
        {
            var members = students.Where((_, place) => place * teams / students.Count == team)
                .OrderBy(member => member.Student).ToImmutableArray();
            foreach (var course in courses)
            {
                var id = first + sections.Count;
                var suffix = teams == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {(char)('A' + (team % 26))}{(team < 26 ? "" : team / 26)}");
                // Teachers stay with their place in the school: the section's number within the year.
                sections.Add(new Classroom(id, school.Id, course, sections.Count, team, course.Title + suffix, members)
                {
                    CoTeacher = coTeaching.Next(course, team),
                });
            }
        }
    }

    private Student Student(int id)
    {
        var die = world.Student(id).Fork("person");
        var grade = Grades[EntryGradeOrdinal(id)];
        var year = EntryYear(id);
        var gender = die.Fork("gender").Weighted([0.49, 0.495, 0.015]);
        var turnsFour = calendar.YearStart(year).Year - 4 - grade.Ordinal;
        var birth = new LocalDate(turnsFour, 9, 1).PlusDays(-1 - die.Fork("birth").Below(365));
        var student = new Student(
            id,
            Names.Given(die.Fork("given"), (Gender)gender),
            Names.Family(die.Fork("family")),
            (Gender)gender,
            circumstances.IsInGroup(id)
                ? RaceEthnicity.Fictional
                : (RaceEthnicity)die.Fork("race").Weighted([0.45, 0.285, 0.15, 0.055, 0.05, 0.009, 0.004]),
            birth, year, grade,
            die.Fork("iep").Chance(0.15), die.Fork("ell").Chance(0.106), die.Fork("frl").Chance(0.52));
        return WithStory(student);
    }

    // Each person with a story takes the place of a student of the grade, in order of their numbers.
    private Student WithStory(Student student)
    {
        if (student.EntryYear > 0)
        {
            return student;
        }
        var (grade, students) = (EntryGradeOrdinal(student.Id), spec.Students);
        var first = (int)((((long)grade * students) + Grades.Length - 1) / Grades.Length);
        return population.PersonAt(student.EntryGrade, student.Id - first) is not { } person ? student : student with
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Gender = person.Gender,
            Profile = person.Profile,
            Story = person.Story,
        };
    }

    private Teacher Teacher(int id, ImmutableArray<Classroom> classrooms)
    {
        var die = world.Fork("teacher").Fork(id);
        var given = Names.Given(die.Fork("given"), (Gender)die.Fork("gender").Weighted([0.77, 0.225, 0.005]));
        var family = Names.Family(die.Fork("family"));
        var school = classrooms.First(c => c.Teacher == id || c.CoTeacher == id).School;
        return new Teacher(id, school, given, family, Email(given, family, "t", id));
    }

    private IEnumerable<Guardian> Guardians(Student student)
    {
        var die = world.Student(student.Id).Fork("guardians");
        var count = die.Weighted([0.02, 0.30, 0.64, 0.04]);
        for (var i = 0; i < count; i++)
        {
            var own = die.Fork(i);
            var relation = own.Fork("relation").Weighted([0.47, 0.38, 0.10, 0.05]);
            var gender = relation switch { 0 => Gender.Female, 1 => Gender.Male, _ => (Gender)own.Fork("gender").Below(2) };
            var given = Names.Given(own.Fork("given"), gender);
            var family = own.Fork("same").Chance(0.7) ? student.FamilyName : Names.Family(own.Fork("family"));
            var id = Guardian.IdOf(student.Id, i);
            var phone = string.Create(CultureInfo.InvariantCulture, $"({200 + own.Fork("area").Below(780)}) 555-01{own.Fork("line").Below(100):00}");
            yield return new Guardian(
                id, student.Id, given, family, Relations[relation], Email(given, family, "g", id), phone)
            {
                Language = Languages[die.Fork("language").Weighted(student.Ell ? LanguagesOfLearners : LanguagesOfOthers)],
                Habits = GuardianHabits.Draw(own.Fork("habits"), i),
            };
        }
    }

    // American Community Survey, languages spoken at home; a learner of English mostly has another one there.
    private static readonly string[] Languages = ["en", "es", "zh", "vi", "ar", "tl"];
    private static readonly double[] LanguagesOfLearners = [0.06, 0.74, 0.06, 0.04, 0.07, 0.03];
    private static readonly double[] LanguagesOfOthers = [0.90, 0.07, 0.01, 0.006, 0.006, 0.008];

    private static readonly string[] Relations = ["mother", "father", "grandparent", "guardian"];

    private static string Email(string given, string family, string kind, int id)
    {
        var name = new string([.. $"{given}.{family}".Where(c => char.IsAsciiLetter(c) || c == '.')]);
        return string.Create(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant()}.{kind}{id}@school.example");
    }
}
