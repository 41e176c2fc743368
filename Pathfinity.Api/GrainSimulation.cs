using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Simulation;

namespace Pathfinity.Api;

/// <summary>A world that a cluster lives, as a host controls and watches it: by its grains.</summary>
internal sealed class GrainSimulation(
    string world, IGrainFactory grains, Func<int, CancellationToken, Task<Release>> releases, TimeProvider time) : ISimulation
{
    private const int WatchersBuffer = 1024;
    private static readonly TimeSpan StatusPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WatchPause = TimeSpan.FromSeconds(20);

    private volatile LiveStatus status = new(LiveState.Starting, default, 0, 0, 0, 0, 0, 0, null);

    public string World => world;

    public LiveStatus Status => status;

    private IWorldGrain Grain => grains.GetGrain<IWorldGrain>(GrainKeys.World(world));

    /// <summary>Keeps the status fresh until cancelled; a cluster that does not answer is shown as failed.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(StatusPause, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                status = Of(await Grain.ReportAsync());
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                status = status with { State = LiveState.Failed, Error = $"the cluster does not answer: {e.Message}" };
            }
        }
    }

    public Task StartAsync(CancellationToken cancellation) => CommandAsync(WorldAct.Start, 0);

    public Task PauseAsync(CancellationToken cancellation) => CommandAsync(WorldAct.Pause, 0);

    public Task SetSpeedAsync(double speed, CancellationToken cancellation) => CommandAsync(WorldAct.Speed, speed);

    /// <summary>Follows a clock from now on.</summary>
    public Task FollowAsync(ClockKind clock) => CommandAsync(WorldAct.Follow, (double)clock);

    /// <summary>Lives up to an instant; outlasts the loss of silos and of the database.</summary>
    public async Task RunToAsync(Instant instant, CancellationToken cancellation)
    {
        var until = instant.ToUnixTimeMilliseconds();
        using var timer = new PeriodicTimer(StatusPause, time);
        var isTold = false;
        while (!await HasReachedAsync())
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        async Task<bool> HasReachedAsync()
        {
            try
            {
                if (!isTold)
                {
                    await CommandAsync(WorldAct.RunTo, until);
                    isTold = true;
                }
                return (await Grain.ReportAsync()).StoredMs >= until;
            }
            catch (Exception e) when (ClusterErrors.IsPassing(e))
            {
                return false;
            }
        }
    }

    public async IAsyncEnumerable<LiveActivity> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var observer = new Observer();
        var reference = grains.CreateObjectReference<IActivityObserver>(observer);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(reference, end.Token);
        try
        {
            await foreach (var happened in observer.Channel.Reader.ReadAllAsync(cancellation))
            {
                var release = await releases(happened.Release, cancellation);
                foreach (var live in happened.ToLive(release))
                {
                    yield return live;
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            grains.DeleteObjectReference<IActivityObserver>(reference);
        }
    }

    public async Task<LiveStudent?> StudentAsync(int student, CancellationToken cancellation)
    {
        if (await Grain.FindStudentAsync(student) is not { } seat)
        {
            return null;
        }
        var view = await ClassroomGrain(seat).ViewAsync();
        return view?.Students.FirstOrDefault(own => own.Student == student)?.ToLive();
    }

    public async Task<LiveClassroom?> ClassroomAsync(int classroom, CancellationToken cancellation) =>
        await Grain.FindClassroomAsync(classroom) is { } seat ? (await ClassroomGrain(seat).ViewAsync())?.ToLive() : null;

    public async Task<LiveClassroom?> CourseAsync(int course, CancellationToken cancellation) =>
        (await grains.GetGrain<ICourseGrain>(GrainKeys.Course(world, course)).ViewAsync())?.ToLive();

    private IClassroomGrain ClassroomGrain(Seat seat) =>
        grains.GetGrain<IClassroomGrain>(GrainKeys.Classroom(world, seat.School, seat.Classroom));

    private Task CommandAsync(WorldAct act, double value) =>
        Grain.CommandAsync(new WorldCommand { Act = act, Value = value });

    private async Task RenewAsync(IActivityObserver reference, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await Grain.WatchAsync(reference);
            }
            catch (Exception e) when (ClusterErrors.IsPassing(e))
            {
                // The next renewal finds the cluster again; until then nothing is heard.
            }
            await Task.Delay(WatchPause, time, cancellation);
        }
    }

    private static LiveStatus Of(WorldReport report) => new(
        report.State, Instant.FromUnixTimeMilliseconds(report.WorldMs), report.Students, report.AtWork, report.Attempts,
        report.Correct, report.Sessions, report.LagMs, report.Error);

    private sealed class Observer : IActivityObserver
    {
        public Channel<Happened> Channel { get; } = System.Threading.Channels.Channel.CreateBounded<Happened>(
            new BoundedChannelOptions(WatchersBuffer) { FullMode = BoundedChannelFullMode.DropOldest });

        public Task StoredAsync(ImmutableArray<Happened> happened)
        {
            foreach (var one in happened)
            {
                Channel.Writer.TryWrite(one);
            }
            return Task.CompletedTask;
        }
    }
}
