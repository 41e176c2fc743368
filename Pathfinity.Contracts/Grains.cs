using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Pathfinity.Contracts;

/// <summary>One world: holds it by a lease, says how far its schools may live, and knows how it stands.</summary>
[Alias("pathfinity.world")]
public interface IWorldGrain : IGrainWithStringKey
{
    /// <summary>What holds in the world now; null while it is not held.</summary>
    [Alias("order")]
    Task<WorldOrder?> OrderAsync();

    [Alias("report")]
    Task<WorldReport> ReportAsync();

    /// <summary>Changes how the world goes on; kept, so that it goes on so after everything was stopped.</summary>
    [Alias("command")]
    Task CommandAsync(WorldCommand command);

    /// <summary>Takes out a student whose checkpoint cannot be read: its days are empty from one on.</summary>
    [Alias("quarantine")]
    Task QuarantineAsync(int student, int day, string reason);

    /// <summary>Tells an observer of stored activity until a minute after the last call.</summary>
    [Alias("watch")]
    Task WatchAsync(IActivityObserver observer);

    /// <summary>The school and the first classroom of a student this year; null for who is not there.</summary>
    [Alias("find.student")]
    Task<Seat?> FindStudentAsync(int student);

    /// <summary>The school of a classroom of this year; null when there is none.</summary>
    [Alias("find.classroom")]
    Task<Seat?> FindClassroomAsync(int classroom);
}

/// <summary>One school: wakes its students, passes evenings on to them and keeps its checkpoints.</summary>
[Alias("pathfinity.school")]
public interface ISchoolGrain : IGrainWithStringKey
{
    /// <summary>Lives as far as the order allows; told again and again, it goes on. Answers at once with how far it is.</summary>
    [Alias("live")]
    Task<SchoolReport> LiveAsync(WorldOrder order);

    /// <summary>A student tells how its day goes.</summary>
    [Alias("turn")]
    Task TurnAsync(Turn turn);

    /// <summary>A classroom has held an evening.</summary>
    [Alias("evening")]
    Task EveningAsync(EveningDone evening);

    /// <summary>Where a classroom takes up; null when the school does not live.</summary>
    [Alias("classroom")]
    Task<ClassroomStart?> ClassroomAsync(int classroom);
}

/// <summary>One classroom: hears its students' reports, holds evenings, and sums up what it sees today.</summary>
[Alias("pathfinity.classroom")]
public interface IClassroomGrain : IGrainWithStringKey
{
    /// <summary>A student's day is done. Told again, it has no effect but that a lost answer is given again.</summary>
    [Alias("done")]
    Task DoneAsync(DayDone done);

    /// <summary>Activity of its students that is stored. Told again, it has no effect.</summary>
    [Alias("observe")]
    Task ObserveAsync(ImmutableArray<Happened> happened);

    /// <summary>The classroom today; null when there is none.</summary>
    [Alias("view")]
    Task<ClassroomView?> ViewAsync();
}

/// <summary>One course: its classrooms together.</summary>
[Alias("pathfinity.course")]
public interface ICourseGrain : IGrainWithStringKey
{
    /// <summary>The course today; null when there is none this year.</summary>
    [Alias("view")]
    Task<ClassroomView?> ViewAsync();
}

/// <summary>One student: lives its day, letting each activity out when it is due.</summary>
[Alias("pathfinity.student")]
public interface IStudentGrain : IGrainWithStringKey
{
    /// <summary>Takes up a day, or goes on with it; how it goes is told to the school.</summary>
    [Alias("wake")]
    Task WakeAsync(Dawn dawn);
}

/// <summary>Who hears of activity as it is stored.</summary>
[Alias("pathfinity.observer")]
public interface IActivityObserver : IGrainObserver
{
    [OneWay]
    [Alias("stored")]
    Task StoredAsync(ImmutableArray<Happened> happened);
}
