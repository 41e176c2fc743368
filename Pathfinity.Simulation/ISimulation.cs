using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>A world that is being lived, as a host controls and watches it; one process or a cluster behind it.</summary>
public interface ISimulation
{
    /// <summary>Name of the world.</summary>
    string World { get; }

    LiveStatus Status { get; }

    /// <summary>Goes on after a pause; while it runs it has no effect.</summary>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Lets no further activity out until started again.</summary>
    Task PauseAsync(CancellationToken cancellation);

    /// <summary>World seconds a wall second until the world has caught up with its clock.</summary>
    Task SetSpeedAsync(double speed, CancellationToken cancellation);

    /// <summary>Completes when the world's activity up to this instant is stored.</summary>
    Task RunToAsync(Instant world, CancellationToken cancellation);

    /// <summary>Activity as it is stored. A reader that is too slow loses the oldest ones.</summary>
    IAsyncEnumerable<LiveActivity> WatchAsync(CancellationToken cancellation);

    /// <summary>A student today; null when the world has none of this ordinal.</summary>
    Task<LiveStudent?> StudentAsync(int student, CancellationToken cancellation);

    /// <summary>A classroom today; null when there is none of this ordinal this year.</summary>
    Task<LiveClassroom?> ClassroomAsync(int classroom, CancellationToken cancellation);

    /// <summary>The classrooms of a course today, together; null when there is none of this ordinal.</summary>
    Task<LiveClassroom?> CourseAsync(int course, CancellationToken cancellation);
}

public enum LiveState : byte
{
    Starting,
    Running,
    Paused,
    Stopped,
    Failed,
}

/// <summary>How a live world stands.</summary>
/// <param name="WorldNow">The world's time.</param>
/// <param name="AtWork">Students with a session under way.</param>
/// <param name="Attempts">Attempts since the day began.</param>
/// <param name="LagMs">How late the latest activity was stored, in wall milliseconds after it was due.</param>
/// <param name="Error">What went wrong, when the state is failed.</param>
public sealed record LiveStatus(
    LiveState State, Instant WorldNow, int Students, int AtWork, int Attempts, int Correct, int Sessions,
    double LagMs, string? Error);

/// <summary>One activity of a live world, once it is stored.</summary>
/// <param name="At">When it happened in the world.</param>
public sealed record LiveActivity(int School, int Student, Instant At, Activity Activity, Release Release);

/// <summary>A student today.</summary>
/// <param name="Classroom">Where the student is at work; null when not, or at home.</param>
/// <param name="Skill">Number of the skill under work; null when none is.</param>
public sealed record LiveStudent(
    int Student, bool AtWork, int? Classroom, Place? Place, Container? Container, Subject? Subject, int? Skill,
    int Attempts, int Correct, AttendanceStatus? Attendance);

/// <summary>A classroom, or a course's classrooms together, today.</summary>
/// <param name="Students">Those who belong to it.</param>
/// <param name="Struggling">Ordinals of students who are right in under half of at least six attempts today.</param>
public sealed record LiveClassroom(
    int Id, ImmutableArray<LiveStudent> Students, int AtWork, int Attempts, int Correct, ImmutableArray<int> Struggling);
