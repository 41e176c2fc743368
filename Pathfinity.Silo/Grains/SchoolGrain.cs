using System.Globalization;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Grains;

/// <summary>
/// Keeps one school's book: wakes who is due, passes evenings on, stores a checkpoint at the horizon. Its state is in the
/// database and is read in one go; whoever is lost with a silo is told to go on.
/// </summary>
[Reentrant]
[SchoolPlacement]
internal sealed partial class SchoolGrain(
    SiloWorlds worlds, ActivityWriter writer, SchoolReader reader, IOptions<PathfinitySiloOptions> options,
    TimeProvider time, ILogger<SchoolGrain> log) : Grain, ISchoolGrain
{
    /// <summary>How soon a school that failed tries again.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private SiloWorld? world;
    private SchoolBook? book;
    private Task work = Task.CompletedTask;
    private IGrainTimer? timer;
    private string? error;
    private long resumedAt;
    private int lives;

    private int School => GrainKeys.Parts(this.GetPrimaryKeyString()).School;

    public async Task<SchoolReport> LiveAsync(WorldOrder order)
    {
        world = await worlds.GetAsync(order);
        timer ??= this.RegisterGrainTimer(
            static (self, _) => self.LookAsync(), this,
            new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.Look) { KeepAlive = true });
        Work();
        var report = book?.Report(world.Now, world.LagMs) ?? new SchoolReport();
        return report with { Error = error };
    }

    public Task TurnAsync(Turn turn)
    {
        if (book is null || world is null)
        {
            return Task.CompletedTask;
        }
        if (turn.Kind == TurnKind.Unreadable)
        {
            return QuarantineAsync(turn);
        }
        Heard(turn.Student);
        book.Hear(turn);
        Report();
        Wake();
        Work();
        return Task.CompletedTask;
    }

    public Task EveningAsync(EveningDone evening)
    {
        if (book is not null)
        {
            book.Hear(evening);
            Report();
            Wake();
            Work();
        }
        return Task.CompletedTask;
    }

    public Task<ClassroomStart?> ClassroomAsync(int classroom) =>
        Task.FromResult(world is null ? null : book?.Start(classroom, world.Order));

    private async Task QuarantineAsync(Turn turn)
    {
        if (turn.Life != book!.Life)
        {
            return;
        }
        await GrainFactory.GetGrain<IWorldGrain>(GrainKeys.World(world!.Name))
            .QuarantineAsync(turn.Student, turn.Day, turn.Reason!);
        LogQuarantined(turn.Student, world.Name, turn.Reason!);
        book.Quarantine(turn);
        Report();
        Wake();
    }

    private Task LookAsync()
    {
        if (book is not null && world is not null)
        {
            if (time.GetElapsedTime(resumedAt) > options.Value.ResumePause)
            {
                resumedAt = time.GetTimestamp();
                book.Resume();
                Report();
                WakeSilent();
            }
            Wake();
            Work();
        }
        return Task.CompletedTask;
    }

    /// <summary>Reads the school, keeps it at the horizon and goes on to the next one; one of these at a time.</summary>
    private void Work()
    {
        if (work.IsCompleted && (book is null || book.IsAtHorizon))
        {
            work = WorkAsync();
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            if (book is { } at && at.CompleteThrough < at.Horizon)
            {
                await writer.KeepAsync(world!, at.Checkpoint());
                at.Kept();
            }
            var order = world!.Order;
            if (book is { } kept && kept.CompleteThrough >= order.Horizon)
            {
                return;
            }
            if (book is null || order.Horizon > book.Span.LastDay || book.Span != await world.FrameAsync(order.Horizon, default))
            {
                book = await ReadAsync(order);
            }
            book.Extend(order.Horizon);
            error = null;
            Report();
            Wake();
        }
        catch (Exception e)
        {
            error = e.Message;
            LogFailed(e, this.GetPrimaryKeyString());
            await Task.Delay(RetryPause, time);
        }
    }

    private async Task<SchoolBook> ReadAsync(WorldOrder order)
    {
        var outline = await reader.OutlineAsync(world!.Name, default);
        var complete = outline.CompleteDays.GetValueOrDefault(School, world.FirstDay - 1);
        var span = await world.FrameAsync(complete + 1, default);
        var stored = await reader.SchoolAsync(
            world.Name, SchoolBook.StudentsOf(span, School), SchoolBook.ClassroomsOf(span, School).Select(c => c.Id), default);
        var life = string.Create(CultureInfo.InvariantCulture, $"{order.Epoch}/{GrainContext.ActivationId}/{++lives}");
        return new SchoolBook(span, School, life, complete, stored, world.QuarantinedFrom);
    }

    private void Wake()
    {
        while (book!.Waking < options.Value.WakingMax && book.TakeDue(world!.Now) is { } seat)
        {
            Wake(seat);
        }
    }

    private void Wake(SchoolSeat seat)
    {
        seat.HeardAt = time.GetTimestamp();
        var key = GrainKeys.Student(world!.Name, School, seat.Id);
        GrainFactory.GetGrain<IStudentGrain>(key).WakeAsync(book!.DawnOf(seat, world.Order)).Ignore();
    }

    private void WakeSilent()
    {
        foreach (var seat in book!.AwakeSeats.Where(seat => time.GetElapsedTime(seat.HeardAt) > options.Value.SilenceMax))
        {
            Wake(seat);
        }
    }

    private void Heard(int student)
    {
        if (book!.Find(student) is { } seat)
        {
            seat.HeardAt = time.GetTimestamp();
        }
    }

    /// <summary>Gives classrooms the reports that are outstanding.</summary>
    private void Report()
    {
        foreach (var reported in book!.TakeReports())
        {
            var key = GrainKeys.Classroom(world!.Name, School, reported.Classroom);
            GrainFactory.GetGrain<IClassroomGrain>(key)
                .DoneAsync(new DayDone { Life = book.Life, Report = reported.Report.Write() }).Ignore();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Student {Student} of {World} is quarantined: {Reason}")]
    private partial void LogQuarantined(int student, string world, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{School} stops for now")]
    private partial void LogFailed(Exception e, string school);
}
