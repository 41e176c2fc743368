using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

public enum SchoolLevel : byte
{
    Elementary,
    Middle,
    High,
}

/// <param name="Id">Ordinal in the world.</param>
public sealed record School(int Id, string Name, SchoolLevel Level, Grade Low, Grade High, string Zone);

public enum Gender : byte
{
    Female,
    Male,
    Nonbinary,
}

public enum RaceEthnicity : byte
{
    White,
    Hispanic,
    Black,
    Asian,
    TwoOrMore,
    AmericanIndian,
    PacificIslander,

    /// <summary>A group that there is not, with a known gap, to test reports with; only in worlds of the mode planted.</summary>
    Fictional,
}

/// <summary>A student as a school's office knows them. None of it is an input of the student model.</summary>
/// <param name="Id">Ordinal in the world; the student's for good.</param>
/// <param name="EntryYear">First school year in the world, counted from 0.</param>
/// <param name="EntryGrade">Grade in that year.</param>
/// <param name="Iep">Has an individualised education programme.</param>
/// <param name="Ell">Is learning English.</param>
/// <param name="Frl">Is eligible for free or reduced-price lunch.</param>
public sealed record Student(
    int Id, string GivenName, string FamilyName, Gender Gender, RaceEthnicity RaceEthnicity, LocalDate BirthDate,
    int EntryYear, Grade EntryGrade, bool Iep, bool Ell, bool Frl)
{
    /// <summary>Name of the profile that the student's story asks for; none for most, whose profile is drawn.</summary>
    public string? Profile { get; init; }

    /// <summary>What is told of the student, for demos; none for most.</summary>
    public string? Story { get; init; }

    /// <summary>The grade in a school year; null before entry and after grade 12.</summary>
    public Grade? GradeIn(int year)
    {
        var ordinal = EntryGrade.Ordinal + year - EntryYear;
        return year >= EntryYear && ordinal < Grade.Count ? Grade.FromOrdinal(ordinal) : null;
    }
}

/// <param name="Id">Ordinal in the world; co-teachers have ordinals of their own.</param>
/// <param name="Email">In a reserved domain.</param>
public sealed record Teacher(int Id, int School, string GivenName, string FamilyName, string Email);

/// <param name="Student">Whose guardian this is.</param>
/// <param name="Phone">In the reserved 555-01xx range.</param>
public sealed record Guardian(
    int Id, int Student, string GivenName, string FamilyName, string Relation, string Email, string Phone)
{
    /// <summary>The most that one student has.</summary>
    public const int Most = 4;

    /// <summary>BCP 47 tag of the language in which the guardian is written to.</summary>
    public string Language { get; init; } = "en";

    public GuardianHabits Habits { get; init; }

    /// <summary>The ordinal of a student's guardian, from 0.</summary>
    public static int IdOf(int student, int place) => (student * Most) + place;
}

/// <param name="Id">Ordinal in the world, the same every year.</param>
/// <param name="Subject">None for a homeroom, which gives all four.</param>
public sealed record Course(int Id, string Title, Grade Grade, Subject? Subject)
{
    /// <summary>Bit 1 &lt;&lt; subject for each subject.</summary>
    public byte SubjectBits => Subject is { } subject ? (byte)(1 << (int)subject) : (byte)0b1111;
}

/// <summary>A section of a course in one school year.</summary>
/// <param name="Id">Ordinal in the world.</param>
/// <param name="Team">Number of its group of students among those of its school and grade.</param>
/// <param name="Members">Its students by ordinal.</param>
public sealed record Classroom(
    int Id, int School, Course Course, int Teacher, int Team, string Name, ImmutableArray<Enrollment> Members)
{
    /// <summary>A second teacher who is in the room with the first; none in most.</summary>
    public int? CoTeacher { get; init; }
}

/// <summary>A student's time in a classroom, known when the school year begins.</summary>
/// <param name="FirstDay">First day on which the classroom counts on the student.</param>
/// <param name="LastDay">Last such day.</param>
public readonly record struct Enrollment(int Student, int FirstDay, int LastDay);

/// <summary>Why a teacher is away.</summary>
public enum TeacherAbsenceReason : byte
{
    Illness,
    Training,
    Personal,
}

/// <summary>A school day on which a substitute takes a teacher's classes.</summary>
public readonly record struct TeacherAbsence(int Teacher, int Day, TeacherAbsenceReason Reason);

/// <summary>One school year's people and classrooms.</summary>
/// <param name="Year">Counted from 0, the year of the world's first day.</param>
/// <param name="FirstDay">First day in this roster, as days since 1970-01-01.</param>
/// <param name="LastDay">Last day in this roster.</param>
/// <param name="Students">Everybody enrolled, ascending.</param>
public sealed record Roster(
    int Year,
    int FirstDay,
    int LastDay,
    ImmutableArray<School> Schools,
    ImmutableArray<Course> Courses,
    ImmutableArray<Teacher> Teachers,
    ImmutableArray<Classroom> Classrooms,
    ImmutableArray<Student> Students,
    ImmutableArray<Guardian> Guardians)
{
    /// <summary>Days of the year on which teachers are away, by teacher and day.</summary>
    public ImmutableArray<TeacherAbsence> TeacherAbsences { get; init; } = [];

    private readonly Lazy<Dictionary<int, int[]>> classroomsOf = new(() => BySubject(Classrooms));

    /// <summary>The student's classroom of each subject, four ordinals.</summary>
    public ReadOnlySpan<int> ClassroomsOf(int student) => classroomsOf.Value[student];

    /// <summary>The student's first and last day of the year; the same in all of its classrooms.</summary>
    public Enrollment DaysOf(int student)
    {
        foreach (var member in Classroom(ClassroomsOf(student)[0]).Members)
        {
            if (member.Student == student)
            {
                return member;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(student), student, "Not in the roster.");
    }

    /// <summary>The school that teaches the student this year.</summary>
    public int SchoolOf(int student) => Classroom(ClassroomsOf(student)[0]).School;

    public Classroom Classroom(int id) => Classrooms[id - Classrooms[0].Id];

    private static Dictionary<int, int[]> BySubject(ImmutableArray<Classroom> classrooms)
    {
        var found = new Dictionary<int, int[]>();
        foreach (var classroom in classrooms)
        {
            foreach (var (student, _, _) in classroom.Members)
            {
                if (!found.TryGetValue(student, out var own))
                {
                    found.Add(student, own = [-1, -1, -1, -1]);
                }
                for (var subject = 0; subject < own.Length; subject++)
                {
                    own[subject] = (classroom.Course.SubjectBits >> subject & 1) != 0 ? classroom.Id : own[subject];
                }
            }
        }
        return found;
    }
}

/// <summary>The dice of a world's people, so that every room forks them alike.</summary>
public static class WorldDice
{
    public static Dice Of(WorldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Dice.Of((ulong)spec.Seed).Fork("world");
    }

    public static Dice Student(this Dice world, int student) => world.Fork("student").Fork(student);

    public static Dice Classroom(this Dice world, int classroom) => world.Fork("classroom").Fork(classroom);
}
