using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using NodaTime.Extensions;
using Npgsql;
using Orleans.Concurrency;
using Orleans.Storage;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Grains;

/// <summary>
/// Holds one world for the cluster, gives its schools the next days when their time has come, and tells how it stands.
/// A reminder brings it back when its silo is lost.
/// </summary>
[Reentrant]
internal sealed partial class WorldGrain(
    [PersistentState("world")] IPersistentState<WorldWish> wish, SiloWorlds worlds, HeldWorlds leases, WorldStore store,
    SchoolReader reader, ILocalSiloDetails silo, TimeProvider time, ILogger<WorldGrain> log) : Grain, IWorldGrain, IRemindable, IDisposable
{
    private const string Reminder = "alive";
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    /// <summary>How long a command outlasts a database that is away: shorter than the answer may take.</summary>
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CommandPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan CheckPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchLife = TimeSpan.FromMinutes(1);

    private readonly Dictionary<IActivityObserver, long> observers = [];
    private readonly Dictionary<int, SchoolReport> reports = [];
    private readonly Dictionary<int, Task> asked = [];
    private readonly HashSet<int> entered = [];
    private readonly SemaphoreSlim commands = new(1, 1);
    private SiloWorld? world;
    private HeldWorld? held;
    private WorldOrder? order;
    private string? error;
    private long checkedAt;
    private int journalLength;

    private string Name => GrainKeys.Parts(this.GetPrimaryKeyString()).World;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await this.RegisterOrUpdateReminder(Reminder, ReminderPeriod, ReminderPeriod, cancellationToken);
        this.RegisterGrainTimer(
            static (self, cancellation) => self.BeatAsync(cancellation), this,
            new GrainTimerCreationOptions(TimeSpan.Zero, Beat) { KeepAlive = true });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (held is not null)
        {
            await leases.ReleaseAsync(held);
        }
    }

    public void Dispose() => commands.Dispose();

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public Task<WorldOrder?> OrderAsync() => Task.FromResult(order);

    public Task<WorldReport> ReportAsync()
    {
        var now = world is not null && order is not null ? world.Now : default;
        var complete = reports.Count > 0 && reports.Values.All(report => report.CompleteThrough is not null);
        return Task.FromResult(new WorldReport
        {
            State = error is not null && held is null ? LiveState.Failed
                : wish.State.Clock.PausedAtMs is not null ? LiveState.Paused
                : complete ? LiveState.Running : LiveState.Starting,
            WorldMs = now.ToUnixTimeMilliseconds(),
            StoredMs = complete ? Math.Min(now.ToUnixTimeMilliseconds(), reports.Values.Min(report => report.StoredMs)) : 0,
            CompleteThrough = complete ? reports.Values.Min(report => report.CompleteThrough!.Value) : 0,
            Students = reports.Values.Sum(report => report.Students),
            AtWork = reports.Values.Sum(report => report.AtWork),
            Attempts = reports.Values.Sum(report => report.Attempts),
            Correct = reports.Values.Sum(report => report.Correct),
            Sessions = reports.Values.Sum(report => report.Sessions),
            LagMs = reports.Values.Select(report => report.LagMs).DefaultIfEmpty().Max(),
            Error = error ?? reports.Values.Select(report => report.Error).FirstOrDefault(reason => reason is not null),
        });
    }

    public async Task CommandAsync(WorldCommand command)
    {
        await commands.WaitAsync();
        try
        {
            var started = time.GetTimestamp();
            while (!await TryObeyAsync(command, isLast: time.GetElapsedTime(started) > CommandPatience))
            {
                await Task.Delay(CommandPause, time);
            }
        }
        finally
        {
            commands.Release();
        }
    }

    /// <summary>Changes the clock and keeps it; false where that may succeed when tried again.</summary>
    private async Task<bool> TryObeyAsync(WorldCommand command, bool isLast)
    {
        var former = wish.State.Clock;
        try
        {
            world ??= await worlds.GetAsync(Name);
            wish.State.Clock = former.After(
                command, time.GetUtcNow().ToInstant(), await ReachedAsync(world), world.Calendar.Zone);
            await wish.WriteStateAsync();
            Publish(order?.Horizon);
            return true;
        }
        catch (InconsistentStateException) when (!isLast)
        {
            // It was kept, but the answer was lost.
            await wish.ReadStateAsync();
            return false;
        }
        catch (Exception e)
        {
            wish.State.Clock = former;
            if (!isLast && ClusterErrors.IsDatabaseAway(e))
            {
                return false;
            }
            // What grain storage adds is of no use to whoever gave the command.
            ExceptionDispatchInfo.Throw(e is OrleansException { InnerException: NpgsqlException inner } ? inner : e);
            throw;
        }
    }

    /// <summary>How far the world has come, in milliseconds since 1970-01-01 UTC.</summary>
    private async Task<long> ReachedAsync(SiloWorld of)
    {
        if ((await ReportAsync()).StoredMs is var reached and not 0)
        {
            return reached;
        }
        var days = (await reader.OutlineAsync(Name, CancellationToken.None)).CompleteDays;
        var complete = of.Schools.Min(school => days.GetValueOrDefault(school.Id, of.FirstDay - 1));
        return of.Calendar.Dawn(complete + 1).ToUnixTimeMilliseconds();
    }

    public Task QuarantineAsync(int student, int day, string reason) =>
        store.QuarantineAsync(Lease, student, day, reason, CancellationToken.None);

    public Task WatchAsync(IActivityObserver observer)
    {
        var known = observers.ContainsKey(observer);
        observers[observer] = time.GetTimestamp();
        if (!known)
        {
            Publish(order?.Horizon);
        }
        return Task.CompletedTask;
    }

    public async Task<Seat?> FindStudentAsync(int student)
    {
        var roster = await RosterAsync();
        var classroom = roster?.Classrooms.FirstOrDefault(
            own => own.Members.Any(member => member.Student == student));
        return classroom is null ? null : new Seat { School = classroom.School, Classroom = classroom.Id };
    }

    public async Task<Seat?> FindClassroomAsync(int classroom)
    {
        var found = (await RosterAsync())?.Classrooms.FirstOrDefault(own => own.Id == classroom);
        return found is null ? null : new Seat { School = found.School, Classroom = found.Id };
    }

    private async Task<Roster?> RosterAsync() =>
        order is null ? null : (await world!.FrameAsync(order.Horizon, CancellationToken.None)).Frame.Roster;

    private async Task BeatAsync(CancellationToken cancellation)
    {
        try
        {
            await HoldAsync(cancellation);
            if (order is null || reports.Count == world!.Schools.Length
                && reports.Values.All(report => report.CompleteThrough >= order.Horizon))
            {
                await GoOnAsync(cancellation);
            }
            Forget();
            AskSchools();
            error = null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogStopped(e, Name);
            error = e.Message;
            await Task.Delay(RetryPause, time, cancellation);
        }
    }

    /// <summary>Sees that the world is ours, and takes it where it is not.</summary>
    private async Task HoldAsync(CancellationToken cancellation)
    {
        if (held is not null && time.GetElapsedTime(checkedAt) > CheckPause)
        {
            checkedAt = time.GetTimestamp();
            if (!await held.IsHeldAsync(cancellation))
            {
                var lost = held;
                held = null;
                await leases.ReleaseAsync(lost);
            }
        }
        if (held is null)
        {
            held = await leases.AcquireAsync(Name, silo.Name, cancellation);
            world = await worlds.GetAsync(Name);
            checkedAt = time.GetTimestamp();
            if (order is null)
            {
                reports.Clear();
            }
            else
            {
                Publish(order.Horizon);
            }
        }
    }

    /// <summary>Gives the schools their next days, if their time has come.</summary>
    private async Task GoOnAsync(CancellationToken cancellation)
    {
        var outline = await reader.OutlineAsync(Name, cancellation);
        var complete = world!.Schools.Min(school => outline.CompleteDays.GetValueOrDefault(school.Id, world.FirstDay - 1));
        if (order is null)
        {
            // Schools whose days are not all complete go on first; so does a world that has just been made.
            var begun = outline.CompleteDays.Values.Append(complete).Max();
            journalLength = outline.Journal.Length;
            Publish(begun);
            if (begun > complete)
            {
                return;
            }
        }
        var now = wish.State.Clock.WorldAt(time.GetUtcNow().ToInstant(), world.Calendar.Zone);
        var horizon = Horizons.Next(world.Calendar, complete, now);
        if (horizon > complete)
        {
            await EnterAsync(complete + 1, cancellation);
            var journal = await store.BeginDaysAsync(Lease, horizon, cancellation);
            var change = journal.Where(entry => entry.Kind == JournalKind.Release && entry.Day > complete + 1)
                .Select(entry => entry.Day - 1);
            var year = world.Calendar.YearDays(world.Calendar.YearOf(complete + 1)).Last;
            journalLength = (await reader.OutlineAsync(Name, cancellation)).Journal.Length;
            Publish(change.Append(horizon).Append(year).Min());
        }
    }

    private WorldLease Lease => held!.Lease;

    private async Task EnterAsync(int day, CancellationToken cancellation)
    {
        var year = world!.Calendar.YearOf(day);
        if (entered.Add(year))
        {
            await store.EnterYearAsync(Lease, world.RosterOf(year), cancellation);
        }
    }

    /// <summary>Makes a new order and lets this silo's grains have it; the others have it with the next beat.</summary>
    private void Publish(int? horizon)
    {
        if (held is null || horizon is null)
        {
            return;
        }
        order = new WorldOrder
        {
            World = Name,
            Epoch = Lease.Epoch,
            Holder = Lease.Holder,
            Revision = order?.Epoch == Lease.Epoch ? order.Revision + 1 : 1,
            Horizon = horizon.Value,
            JournalLength = journalLength,
            Clock = wish.State.Clock,
            Observers = [.. observers.Keys],
        };
        world!.Take(order);
    }

    private void Forget()
    {
        var gone = observers.Where(pair => time.GetElapsedTime(pair.Value) > WatchLife).Select(pair => pair.Key).ToList();
        if (gone.Count > 0)
        {
            gone.ForEach(observer => observers.Remove(observer));
            Publish(order?.Horizon);
        }
    }

    /// <summary>Tells each school what holds, and hears how it stands; a school that does not answer is asked once.</summary>
    private void AskSchools()
    {
        foreach (var school in world!.Schools)
        {
            if (!asked.TryGetValue(school.Id, out var asking) || asking.IsCompleted)
            {
                asked[school.Id] = AskAsync(school.Id);
            }
        }
    }

    private async Task AskAsync(int school)
    {
        try
        {
            var told = order!;
            var report = await GrainFactory.GetGrain<ISchoolGrain>(GrainKeys.School(Name, school)).LiveAsync(told);
            reports[school] = report;
        }
        catch (Exception e)
        {
            LogUnanswered(e, GrainKeys.School(Name, school));
            reports.Remove(school);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{World} stands still")]
    private partial void LogStopped(Exception e, string world);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{School} does not answer")]
    private partial void LogUnanswered(Exception e, string school);
}

/// <summary>How a world is to go on, kept for when everything was stopped.</summary>
[GenerateSerializer, Alias("pathfinity.wish")]
public sealed class WorldWish
{
    [Id(0)] public ClockOrder Clock { get; set; } = new();
}
