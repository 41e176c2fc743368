using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Contracts;

/// <summary>A classroom or a course today.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.classroom.view")]
public sealed record ClassroomView
{
    [Id(0)] public required int Id { get; init; }

    /// <summary>The day that is shown, as days since 1970-01-01.</summary>
    [Id(1)] public required int Day { get; init; }

    [Id(2)] public required ImmutableArray<StudentView> Students { get; init; }
    [Id(3)] public required int AtWork { get; init; }
    [Id(4)] public required int Attempts { get; init; }
    [Id(5)] public required int Correct { get; init; }
    [Id(6)] public required ImmutableArray<int> Struggling { get; init; }

    /// <summary>Skills worked on today, one for each student and skill, by tenths of the last estimate of mastery.</summary>
    [Id(7)] public required ImmutableArray<int> MasteryTenths { get; init; }

    public LiveClassroom ToLive() => new(
        Id, [.. Students.Select(student => student.ToLive())], AtWork, Attempts, Correct, Struggling);
}

/// <summary>A student today; see <see cref="LiveStudent"/>.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.student.view")]
public sealed record StudentView
{
    [Id(0)] public required int Student { get; init; }
    [Id(1)] public required bool AtWork { get; init; }
    [Id(2)] public int? Classroom { get; init; }
    [Id(3)] public Place? Place { get; init; }
    [Id(4)] public Container? Container { get; init; }
    [Id(5)] public Subject? Subject { get; init; }
    [Id(6)] public int? Skill { get; init; }
    [Id(7)] public required int Attempts { get; init; }
    [Id(8)] public required int Correct { get; init; }
    [Id(9)] public AttendanceStatus? Attendance { get; init; }

    public static StudentView Of(LiveStudent live)
    {
        ArgumentNullException.ThrowIfNull(live);
        return new StudentView
        {
            Student = live.Student,
            AtWork = live.AtWork,
            Classroom = live.Classroom,
            Place = live.Place,
            Container = live.Container,
            Subject = live.Subject,
            Skill = live.Skill,
            Attempts = live.Attempts,
            Correct = live.Correct,
            Attendance = live.Attendance,
        };
    }

    public LiveStudent ToLive() => new(
        Student, AtWork, Classroom, Place, Container, Subject, Skill, Attempts, Correct, Attendance);
}
