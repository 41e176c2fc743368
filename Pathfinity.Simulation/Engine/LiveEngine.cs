using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using NodaTime.Extensions;

namespace Pathfinity.Simulation;

/// <summary>
/// Advances a world by a clock: holds every student's day and lets each activity out when it is due. What comes out,
/// and in which rows, is what the batch engine would have written.
/// </summary>
public sealed class LiveEngine : ISimulation
{
    /// <summary>How long activity may wait to be stored together with other activity.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Schools that are stored at once: while one waits for the disk, others are served.</summary>
    private const int StoredAtOnce = 4;

    /// <summary>An engine that is so late is said to be behind, until it is late by no more than the other.</summary>
    private const double BehindMs = 2_000;
    private const double CaughtUpMs = 250;

    private static readonly ActivitySource Source = new("Pathfinity.Simulation");
    private static readonly Meter Meter = new("Pathfinity.Simulation");
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("pathfinity.attempts");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("pathfinity.due_lag", "ms");

    private readonly OpenWorld world;
    private readonly TimeProvider time;
    private readonly IWorldClock limit;
    private readonly LiveBoard board = new();
    private readonly LiveWatchers watchers = new();
    private readonly Lock gate = new();
    private readonly PriorityQueue<(LiveSchool School, LiveDay Day), (Instant Due, int Student)> due = new();
    private readonly List<(Instant World, TaskCompletionSource Reached)> waiting = [];
    private ImmutableArray<LiveSchool> schools = [];
    private Stretch? stretch;
    private IWorldClock clock;
    private TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Instant worldNow;
    private Instant awaited;
    private Instant runsSince;
    private LiveState state = LiveState.Starting;
    private string? error;
    private double lagMs;
    private bool behind;
    private CanonicalDay? canonical;

    /// <param name="clock">The clock that the world follows, and never runs ahead of.</param>
    /// <param name="time">The time on the wall.</param>
    /// <param name="speed">World seconds a wall second until the clock is reached; 0 to jump there at once.</param>
    public LiveEngine(OpenWorld world, IWorldClock clock, TimeProvider time, double speed = 0)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(time);
        this.world = world;
        this.time = time;
        limit = clock;
        worldNow = awaited = world.Calendar.Dawn(world.CompleteThrough + 1);
        this.clock = speed > 0 ? new PacedClock(clock, worldNow, Now, speed) : clock;
    }

    public string World => world.Lease.World;

    public LiveStatus Status
    {
        get
        {
            lock (gate)
            {
                return board.Status(state, TellWorldNow(), lagMs, error);
            }
        }
    }

    /// <summary>
    /// The clock's time, or what the engine has come to when that is behind; once told, never an earlier one. Under the gate.
    /// </summary>
    private Instant TellWorldNow()
    {
        if (state == LiveState.Running)
        {
            worldNow = Instant.Max(worldNow, Instant.Min(clock.WorldAt(Now), awaited));
        }
        return worldNow;
    }

    /// <summary>Called with each stored activity, in order; the engine waits for it.</summary>
    public Func<LiveActivity, ValueTask>? Sink { get; init; }

    /// <summary>Told when more is due than can be stored in time: the world goes on as fast as it can, and skips nothing.</summary>
    public Action<TimeSpan>? FellBehind { get; init; }

    /// <summary>Told when nothing is late any more.</summary>
    public Action? CaughtUp { get; init; }

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Lives until cancelled, or until this day is complete.</summary>
    public async Task RunAsync(int? throughDay, CancellationToken cancellation)
    {
        try
        {
            SetState(LiveState.Running);
            for (var day = world.CompleteThrough + 1; throughDay is null || day <= throughDay; day++)
            {
                await UntilAsync(world.Calendar.Dawn(day), cancellation).ConfigureAwait(false);
                await LiveThroughAsync(day, cancellation).ConfigureAwait(false);
            }
            Settle();
            SetState(LiveState.Stopped);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            SetState(LiveState.Stopped);
        }
        catch (Exception e)
        {
            error = e.Message;
            SetState(LiveState.Failed);
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellation) => Change(LiveState.Paused, LiveState.Running);

    public Task PauseAsync(CancellationToken cancellation) => Change(LiveState.Running, LiveState.Paused);

    public Task SetSpeedAsync(double speed, CancellationToken cancellation)
    {
        lock (gate)
        {
            clock = new PacedClock(limit, TellWorldNow(), Now, speed);
            wake.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public Task RunToAsync(Instant instant, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (TellWorldNow() >= instant)
            {
                return Task.CompletedTask;
            }
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((instant, reached));
            return reached.Task.WaitAsync(cancellation);
        }
    }

    public IAsyncEnumerable<LiveActivity> WatchAsync(CancellationToken cancellation) => watchers.WatchAsync(cancellation);

    public Task<LiveStudent?> StudentAsync(int student, CancellationToken cancellation) =>
        Task.FromResult(board.Student(student));

    public Task<LiveClassroom?> ClassroomAsync(int classroom, CancellationToken cancellation) =>
        Task.FromResult(board.Classroom(classroom));

    public Task<LiveClassroom?> CourseAsync(int course, CancellationToken cancellation) =>
        Task.FromResult(board.Course(course));

    private async Task LiveThroughAsync(int day, CancellationToken cancellation)
    {
        using var span = Source.StartActivity("live day");
        await BeginAsync(day, cancellation).ConfigureAwait(false);
        while (due.Count > 0)
        {
            due.TryPeek(out _, out var first);
            await UntilAsync(first.Due, cancellation).ConfigureAwait(false);
            var began = time.GetTimestamp();
            var released = new List<LiveActivity>();
            var upTo = CurrentWorld();
            while (due.TryPeek(out var live, out var key) && key.Due <= upTo)
            {
                due.Dequeue();
                released.Add(live.School.Emit(live.Day, stretch!.Frame.Release));
                Requeue(live.School, live.Day);
            }
            await CommitAsync(cancellation).ConfigureAwait(false);
            await PublishAsync(released).ConfigureAwait(false);
            lock (gate)
            {
                // When the clock is days ahead, those days are still to be lived.
                Reach(Instant.Min(upTo, world.Calendar.Dawn(day + 1)));
            }
            await PauseAsync(Tick - time.GetElapsedTime(began), cancellation).ConfigureAwait(false);
        }
        await CommitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task BeginAsync(int day, CancellationToken cancellation)
    {
        var continued = stretch is not null
            && await world.ContinueAsync(stretch, day, cancellation).ConfigureAwait(false);
        if (!continued)
        {
            Settle();
            stretch = await world.BeginAsync(day, cancellation).ConfigureAwait(false);
            schools = [.. stretch.Frame.Roster.Schools.Select(school => new LiveSchool(stretch.Open(school)))];
            canonical = new CanonicalDay(stretch.Keys);
            world.Memory.Lend(schools.SelectMany(school => school.Shard.StudentIds));
        }
        board.Begin(stretch!.Frame.Roster);
        foreach (var school in schools)
        {
            if (school.Shard.Horizon < day)
            {
                school.Shard.Extend(day);
            }
            while (school.Shard.Ready.TryPop(out var run))
            {
                Requeue(school, new LiveDay(school.Shard.Student(run.Student), run));
            }
        }
    }

    /// <summary>Gives the students of the days that are over back to the world's memory.</summary>
    private void Settle()
    {
        foreach (var school in schools)
        {
            world.Memory.Keep(school.Shard.Checkpoint());
        }
        schools = [];
    }

    private void Requeue(LiveSchool school, LiveDay live)
    {
        if (live.IsFinished)
        {
            school.Shard.Finish(live.Student, live.End(canonical!));
        }
        else
        {
            due.Enqueue((school, live), (live.Due, live.StudentId));
        }
    }

    private async Task CommitAsync(CancellationToken cancellation)
    {
        var batches = new List<ActivityBatch>();
        foreach (var school in schools)
        {
            var atHorizon = school.Shard.IsAtHorizon
                && world.Memory.Days.GetValueOrDefault(school.Shard.School.Id, int.MinValue) < school.Shard.Horizon;
            if (school.Pending.Count > 0 || atHorizon)
            {
                batches.Add(school.TakeBatch(atHorizon ? school.Shard.Checkpoint() : null));
            }
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = StoredAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(batches, options, async (batch, stop) =>
        {
            using var span = SchoolDaySpan.Start(batch);
            await world.Store.CommitAsync(world.Lease, batch, stop).ConfigureAwait(false);
            Attempts.Add(batch.Rows.Attempts.Count);
        }).ConfigureAwait(false);
        foreach (var batch in batches)
        {
            if (batch.Checkpoint is not null)
            {
                world.Memory.KeepPlace(batch.Checkpoint);
            }
        }
    }

    private async ValueTask PublishAsync(List<LiveActivity> released)
    {
        foreach (var activity in released)
        {
            board.Observe(activity);
            watchers.Show(activity);
            if (Sink is not null)
            {
                await Sink(activity).ConfigureAwait(false);
            }
        }
        if (released.Count > 0)
        {
            // What was due before the engine ran is no lag of the engine's.
            var dueAt = Instant.Max(runsSince, CurrentClock().WallAt(released[0].At));
            lagMs = Math.Max(0, (Now - dueAt).TotalMilliseconds);
            Lag.Record(lagMs);
            TellOfLag();
        }
    }

    private void TellOfLag()
    {
        if (!behind && lagMs > BehindMs)
        {
            behind = true;
            FellBehind?.Invoke(TimeSpan.FromMilliseconds(lagMs));
        }
        else if (behind && lagMs <= CaughtUpMs)
        {
            behind = false;
            CaughtUp?.Invoke();
        }
    }

    private IWorldClock CurrentClock()
    {
        lock (gate)
        {
            return clock;
        }
    }

    private Instant CurrentWorld() => CurrentClock().WorldAt(Now);

    /// <summary>Waits until the clock has come to an instant and the world is not paused.</summary>
    private async Task UntilAsync(Instant instant, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task woken;
            TimeSpan left;
            lock (gate)
            {
                awaited = instant;
                // Nothing is due before the instant: who waits for less has it once the clock is there.
                var target = waiting.Select(w => w.World).Append(instant).Min();
                var reached = clock.WorldAt(Now) >= target;
                if (reached && state == LiveState.Running)
                {
                    if (target == instant)
                    {
                        return;
                    }
                    Reach(target);
                    continue;
                }
                wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                woken = wake.Task;
                left = reached ? Timeout.InfiniteTimeSpan : Positive(clock.WallAt(target) - Now);
            }
            await SleepAsync(left, woken, cancellation).ConfigureAwait(false);
        }
    }

    private static TimeSpan Positive(Duration duration) =>
        TimeSpan.FromTicks(Math.Clamp(duration.BclCompatibleTicks, TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerHour));

    /// <summary>Marks the world as stored so far, and tells who waits for it. Under the gate.</summary>
    private void Reach(Instant instant)
    {
        worldNow = Instant.Max(worldNow, instant);
        foreach (var (_, reached) in waiting.Where(w => w.World <= worldNow))
        {
            reached.TrySetResult();
        }
        waiting.RemoveAll(w => w.World <= worldNow);
    }

    /// <summary>Gathers activity for a moment, unless the engine is late already.</summary>
    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        if (pause <= TimeSpan.Zero
            || (due.TryPeek(out _, out var first) && Now - CurrentClock().WallAt(first.Due) > Duration.FromTimeSpan(Tick)))
        {
            return;
        }
        await SleepAsync(pause, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task SleepAsync(TimeSpan pause, Task woken, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(pause, time, over.Token), woken).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }

    private Task Change(LiveState from, LiveState to)
    {
        lock (gate)
        {
            runsSince = Now;
            state = state == from ? to : state;
            wake.TrySetResult();
        }
        return Task.CompletedTask;
    }

    private void SetState(LiveState to)
    {
        lock (gate)
        {
            runsSince = Now;
            state = to;
        }
    }
}
