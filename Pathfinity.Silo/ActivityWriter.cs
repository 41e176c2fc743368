using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Silo;

/// <summary>
/// Stores the activity of a silo's students, school by school: what comes in while one batch is stored makes the next.
/// Who writes waits until it is stored, so what waits here is bounded by the students that are awake.
/// </summary>
internal sealed partial class ActivityWriter(
    WorldStore store, SiloWorlds worlds, IGrainFactory grains, TimeProvider time, ILogger<ActivityWriter> log) : IDisposable
{
    /// <summary>How often a database that is away is tried again.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    /// <summary>How long activity may wait for other activity of its school, so that a commit serves many.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private const int WritesPerBatchMax = 2_000;

    private readonly ConcurrentDictionary<(string World, int School), SchoolQueue> queues = [];
    private readonly CancellationTokenSource end = new();

    /// <summary>Stores one student's activities; completes when they are stored and the classrooms have been told.</summary>
    /// <exception cref="LeaseLostException">Another engine holds the world.</exception>
    /// <exception cref="SequenceGapException">They do not follow what is stored of the student.</exception>
    public Task WriteAsync(SiloWorld world, StudentWrite write) => EnqueueAsync(world, write.Happened.School, write);

    /// <summary>Stores a school at a day's end, after everything that was written of it here.</summary>
    public Task KeepAsync(SiloWorld world, SchoolCheckpoint checkpoint) => EnqueueAsync(
        world, checkpoint.School, new StudentWrite(null!, new Rows(), default, []) { Checkpoint = checkpoint });

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private Task EnqueueAsync(SiloWorld world, int school, StudentWrite write)
    {
        var queue = queues.GetOrAdd((world.Name, school), static key => new SchoolQueue());
        lock (queue)
        {
            queue.Waiting.Enqueue(write);
            if (!queue.IsRunning)
            {
                queue.IsRunning = true;
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(() => DrainAsync(world, school, queue));
                }
            }
        }
        return write.Stored.Task;
    }

    private async Task DrainAsync(SiloWorld world, int school, SchoolQueue queue)
    {
        while (true)
        {
            if (world.Order.Clock.Kind != ClockKind.Told)
            {
                await Task.Delay(Gathering, time);
            }
            List<StudentWrite> writes;
            lock (queue)
            {
                writes = queue.Take(WritesPerBatchMax);
                if (writes.Count == 0)
                {
                    queue.IsRunning = false;
                    return;
                }
            }
            try
            {
                await StoreAsync(world, school, writes);
                writes.ForEach(write => write.Stored.TrySetResult());
            }
            catch (Exception e)
            {
                LogFailed(e, world.Name, school, writes.Count);
                writes.ForEach(write => write.Stored.TrySetException(e));
            }
        }
    }

    private async Task StoreAsync(SiloWorld world, int school, List<StudentWrite> writes)
    {
        var first = writes.Find(write => write.Cause != default)?.Cause ?? default;
        using var span = SiloMeter.Source.StartActivity(
            "store batch", ActivityKind.Internal, first,
            links: writes.Where(write => write.Cause != default && write.Cause != first).Select(write => new ActivityLink(write.Cause)));
        span?.SetTag("pathfinity.world", world.Name).SetTag("pathfinity.school", school).SetTag("pathfinity.writes", writes.Count);
        var started = time.GetTimestamp();
        await CommitAsync(world, Batch(school, writes));
        SiloMeter.BatchTime.Record(time.GetElapsedTime(started).TotalSeconds);
        await TellAsync(world, school, [.. writes.Where(write => write.Checkpoint is null)]);
    }

    private static ActivityBatch Batch(int school, List<StudentWrite> writes)
    {
        var rows = new Rows();
        var advances = new SortedDictionary<int, Advance>();
        foreach (var write in writes.Where(write => write.Checkpoint is null))
        {
            rows.Add(write.Rows);
            advances[write.Advance.Student] = advances.TryGetValue(write.Advance.Student, out var earlier)
                ? earlier with { ToSequence = write.Advance.ToSequence }
                : write.Advance;
        }
        return new ActivityBatch(
            school, rows, [.. advances.Values], writes.FindLast(write => write.Checkpoint is not null)?.Checkpoint);
    }

    /// <summary>Commits under the lease that holds; while the database is away, again and again.</summary>
    private async Task CommitAsync(SiloWorld world, ActivityBatch batch)
    {
        while (true)
        {
            var lease = world.Lease;
            try
            {
                await store.CommitAsync(lease, batch, end.Token);
                SiloMeter.Attempts.Add(batch.Rows.Attempts.Count);
                return;
            }
            catch (LeaseLostException)
            {
                // Another silo may have taken the world over for this cluster: then there is a newer order.
                await worlds.RefreshAsync(world);
                if (world.Lease.Epoch <= lease.Epoch)
                {
                    throw;
                }
            }
            catch (Exception e) when (ClusterErrors.IsDatabaseAway(e))
            {
                LogAway(world.Name, e.Message);
                await Task.Delay(RetryPause, time, end.Token);
            }
        }
    }

    private async Task TellAsync(SiloWorld world, int school, List<StudentWrite> writes)
    {
        if (writes.Count == 0)
        {
            return;
        }
        var last = writes[^1].Happened;
        world.NoteStored(NodaTime.Instant.FromUnixTimeMilliseconds(last.DawnMs + last.Activities[^1].At));
        var told = writes.SelectMany(write => write.Classrooms.Select(classroom => (classroom, write.Happened)))
            .GroupBy(pair => pair.classroom, pair => pair.Happened)
            .Select(group => grains.GetGrain<IClassroomGrain>(GrainKeys.Classroom(world.Name, school, group.Key))
                .ObserveAsync([.. group]));
        var all = Task.WhenAll(told);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception is { } failed)
        {
            // A classroom that missed something sees a gap and looks again.
            LogUntold(failed.InnerException!, world.Name, school);
        }
        foreach (var observer in world.Order.Observers)
        {
            _ = observer.StoredAsync([.. writes.Select(write => write.Happened)]);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{World}: {Writes} writes of school {School} are not stored")]
    private partial void LogFailed(Exception e, string world, int school, int writes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{World}: the database is away, its students wait: {Reason}")]
    private partial void LogAway(string world, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{World}: a classroom of school {School} was not told")]
    private partial void LogUntold(Exception e, string world, int school);

    private sealed class SchoolQueue
    {
        public Queue<StudentWrite> Waiting { get; } = [];

        public bool IsRunning { get; set; }

        public List<StudentWrite> Take(int max)
        {
            var taken = new List<StudentWrite>(Math.Min(max, Waiting.Count));
            while (taken.Count < max && Waiting.TryDequeue(out var write))
            {
                taken.Add(write);
            }
            return taken;
        }
    }
}

/// <summary>What one student wants stored.</summary>
/// <param name="Classrooms">Whom to tell once it is.</param>
internal sealed record StudentWrite(Happened Happened, Rows Rows, Advance Advance, ImmutableArray<int> Classrooms)
{
    public SchoolCheckpoint? Checkpoint { get; init; }

    /// <summary>The span in which it came about.</summary>
    public ActivityContext Cause { get; } = Activity.Current?.Context ?? default;

    public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
