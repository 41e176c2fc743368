using Microsoft.Extensions.Options;
using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;

namespace Pathfinity.Silo.Grains;

/// <summary>
/// Holds one student's day while there is something to do: lets activity out when it is due, hands it to the writer and
/// tells the school how it goes. Between two sessions, and after the day, the grain is gone.
/// </summary>
[SchoolPlacement]
internal sealed partial class StudentGrain(
    SiloWorlds worlds, ActivityWriter writer, IOptions<PathfinitySiloOptions> options, TimeProvider time,
    ILogger<StudentGrain> log) : Grain, IStudentGrain
{
    /// <summary>The longest time between two looks at the clock, which may have been stopped or hastened.</summary>
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookPauseMin = TimeSpan.FromMilliseconds(10);

    /// <summary>How often the school hears that a student at work is still there.</summary>
    private static readonly TimeSpan ToldPause = TimeSpan.FromSeconds(4);

    private Dawn? dawn;
    private StudentSitting? sitting;
    private IGrainTimer? timer;
    private long toldAt;
    private bool counted;

    public Task WakeAsync(Dawn next)
    {
        if (dawn is { } now && now.Life == next.Life && now.Day == next.Day)
        {
            return Task.CompletedTask;
        }
        dawn = next;
        sitting = null;
        timer ??= this.RegisterGrainTimer(
            static (self, cancellation) => self.StepAsync(cancellation), this,
            new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        SiloMeter.StudentsLive.Add(1);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Count(atWork: false);
        SiloMeter.StudentsLive.Add(-1);
        return Task.CompletedTask;
    }

    private async Task StepAsync(CancellationToken cancellation)
    {
        SiloMeter.Steps.Add(1);
        var held = dawn!;
        var (_, school, student) = GrainKeys.Parts(this.GetPrimaryKeyString());
        try
        {
            var world = await worlds.GetAsync(held.Order);
            if (sitting is null && await SitDownAsync(world, held, school, student, cancellation) is { } unreadable)
            {
                await TellAsync(world, school, unreadable);
                return;
            }
            if (sitting!.IsDue(world.Now))
            {
                using var span = SiloMeter.Source.StartActivity("student step");
                span?.SetTag("pathfinity.student", student);
                await writer.WriteAsync(world, sitting.Emit(world.Now));
            }
            await GoOnAsync(world, school, held);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // What is stored stays; the school wakes the student again, and the day goes on from there.
            LogFailed(e, student);
            DeactivateOnIdle();
        }
    }

    /// <summary>Begins the day and goes through what is stored of it; a turn that says why where that is not possible.</summary>
    private async ValueTask<Turn?> SitDownAsync(
        SiloWorld world, Dawn held, int school, int student, CancellationToken cancellation)
    {
        var span = await world.FrameAsync(held.Day, cancellation);
        try
        {
            sitting = StudentSitting.Begin(span, school, student, held);
            return null;
        }
        catch (FormatException e)
        {
            return new Turn
            {
                Student = student, Life = held.Life, Day = held.Day, Kind = TurnKind.Unreadable, Reason = e.Message,
            };
        }
    }

    private async Task GoOnAsync(SiloWorld world, int school, Dawn held)
    {
        if (sitting!.IsFinished)
        {
            await FinishAsync(world, school, held.Life);
            return;
        }
        var pause = world.Order.Clock.WallAt(sitting.Due, world.Calendar.Zone) is var wall && wall == Instant.MaxValue
            ? TimeSpan.MaxValue
            : (wall - world.Wall).ToTimeSpan();
        Count(sitting.IsAtWork);
        if (pause == TimeSpan.MaxValue || (!sitting.IsAtWork && pause > options.Value.SleepGap))
        {
            await TellAsync(world, school, sitting.Turn(TurnKind.Asleep));
            return;
        }
        if (time.GetElapsedTime(toldAt) > ToldPause || toldAt == 0)
        {
            toldAt = time.GetTimestamp();
            await GrainFactory.GetGrain<ISchoolGrain>(GrainKeys.School(world.Name, school))
                .TurnAsync(sitting.Turn(TurnKind.UnderWay));
        }
        timer!.Change(
            pause < LookPauseMin ? LookPauseMin : pause > LookPause ? LookPause : pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Reports the day: to the school first, which would have no use for the evening of a day that it takes for unfinished.
    /// What does not reach a classroom is asked for again by the school.
    /// </summary>
    private async Task FinishAsync(SiloWorld world, int school, string life)
    {
        var classrooms = sitting!.ClassroomIds;
        var turn = sitting.Finish();
        await TellAsync(world, school, turn);
        var done = new DayDone { Life = life, Report = turn.Report! };
        await Task.WhenAll(classrooms.Select(classroom => GrainFactory
            .GetGrain<IClassroomGrain>(GrainKeys.Classroom(world.Name, school, classroom)).DoneAsync(done)));
    }

    /// <summary>Keeps the count of sessions under way.</summary>
    private void Count(bool atWork)
    {
        if (atWork != counted)
        {
            SiloMeter.SessionsOpen.Add(atWork ? 1 : -1);
            counted = atWork;
        }
    }

    /// <summary>Tells the school, and goes.</summary>
    private async Task TellAsync(SiloWorld world, int school, Turn turn)
    {
        dawn = null;
        sitting = null;
        await GrainFactory.GetGrain<ISchoolGrain>(GrainKeys.School(world.Name, school)).TurnAsync(turn);
        if (dawn is null)
        {
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Student {Student} stops for now")]
    private partial void LogFailed(Exception e, int student);
}
