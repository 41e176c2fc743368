using System.Runtime.ExceptionServices;

namespace Pathfinity.Simulation;

/// <summary>One stretch of a batch: workers live days, and one committer a school stores them in order.</summary>
internal sealed class BatchRun : IDisposable
{
    private const int DaysATurn = 24;
    private const int RowsPerBatch = 300_000;

    private readonly object gate = new();
    private readonly OpenWorld world;
    private readonly Stretch stretch;
    private readonly int threads;
    private readonly int queuedMax;
    private readonly Action<BatchProgress> report;
    private readonly SchoolWork[] works;
    private readonly Stack<Rows> spare = [];
    private readonly CancellationTokenSource stop = new();
    private Exception? failure;
    private int queued;
    private long studentDays;
    private long rows;

    public BatchRun(OpenWorld world, Stretch stretch, int threads, Action<BatchProgress> report)
    {
        this.world = world;
        this.stretch = stretch;
        this.threads = threads;
        queuedMax = threads + 1;
        this.report = report;
        works = [.. stretch.Schools.Where(shard => shard.Horizon < stretch.LastDay).Select(shard => new SchoolWork(shard))];
        foreach (var work in works)
        {
            work.Shard.Extend(NextCheckpoint(work.Shard.Horizon));
        }
    }

    public void Dispose() => stop.Dispose();

    public async Task<BatchProgress> RunAsync(CancellationToken cancellation)
    {
        using var linked = cancellation.Register(Stop);
        var workers = Enumerable.Range(0, threads)
            .Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning)).ToArray();
        await Task.WhenAll(workers).ConfigureAwait(false);
        await Task.WhenAll(works.Select(work => work.Commits)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
        return new BatchProgress(studentDays, studentDays, rows);
    }

    private bool IsDone => stop.IsCancellationRequested
        || Array.TrueForAll(works, work => work.IsSimulated(stretch.LastDay));

    /// <summary>The month's end is a checkpoint; so is the stretch's.</summary>
    private int NextCheckpoint(int day)
    {
        var next = SchoolCalendar.Date(day + 1);
        var monthEnd = SchoolCalendar.Number(next.With(NodaTime.DateAdjusters.EndOfMonth));
        return Math.Min(monthEnd, stretch.LastDay);
    }

    private void Work()
    {
        var canonical = new CanonicalDay(stretch.Keys);
        var local = new Rows();
        var taken = new List<RunDay>(DaysATurn);
        try
        {
            while (Next(taken) is { } work)
            {
                var finished = taken.ConvertAll(day => Live(work, day, local, canonical));
                lock (gate)
                {
                    Finish(work, finished, local);
                    Monitor.PulseAll(gate);
                }
                local.Clear();
                taken.Clear();
            }
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    /// <summary>Waits for days that may run; null when there will be none.</summary>
    private SchoolWork? Next(List<RunDay> taken)
    {
        lock (gate)
        {
            while (!IsDone)
            {
                if (Take(taken) is { } work)
                {
                    return work;
                }
                Monitor.Wait(gate);
            }
            Monitor.PulseAll(gate);
            return null;
        }
    }

    private void Stop()
    {
        stop.Cancel();
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    private void Fail(Exception e)
    {
        lock (gate)
        {
            failure ??= e;
        }
        Stop();
    }

    // The school that has come least far, in the order of schools: one is finished before the next begins, so that few
    // are under way at once and what is stored together lies together. Who is far ahead of the store waits for it.
    private SchoolWork? Take(List<RunDay> taken)
    {
        if (queued >= queuedMax)
        {
            return null;
        }
        SchoolWork? best = null;
        foreach (var work in works)
        {
            if (work.Shard.Ready.Count > 0 && (best is null || work.Shard.Horizon < best.Shard.Horizon))
            {
                best = work;
            }
        }
        if (best is null)
        {
            return null;
        }
        // A share of what is ready, so that the other threads find some too.
        var share = Math.Clamp((best.Shard.Ready.Count + threads - 1) / threads, 1, DaysATurn);
        while (taken.Count < share && best.Shard.Ready.TryDequeue(out var day))
        {
            taken.Add(day);
        }
        return best;
    }

    private static FinishedDay Live(SchoolWork work, RunDay day, Rows rows, CanonicalDay canonical)
    {
        var student = work.Shard.Student(day.Student);
        var from = student.Mind.NextSequence;
        var dayReport = student.Run(day, rows, canonical);
        return new FinishedDay(student, dayReport, from, student.Mind.NextSequence - 1);
    }

    private void Finish(SchoolWork work, List<FinishedDay> finished, Rows local)
    {
        // A school that waits for its turn keeps no room for rows.
        work.Pending ??= spare.TryPop(out var empty) ? empty : new Rows();
        work.Pending.Add(local);
        foreach (var day in finished)
        {
            work.Advance(day);
            work.Shard.Finish(day.Student, day.Report);
        }
        studentDays += finished.Count;
        if (work.Shard.IsAtHorizon)
        {
            Flush(work, work.Shard.Checkpoint());
            if (work.Shard.Horizon < stretch.LastDay)
            {
                work.Shard.Extend(NextCheckpoint(work.Shard.Horizon));
            }
        }
        else if (work.Pending.Count >= RowsPerBatch)
        {
            Flush(work, null);
        }
        report(new BatchProgress(studentDays, 0, rows));
    }

    private void Flush(SchoolWork work, SchoolCheckpoint? checkpoint)
    {
        var batch = work.TakeBatch(checkpoint);
        queued++;
        work.Commits = CommitAsync(work, work.Commits, batch);
    }

    private async Task CommitAsync(SchoolWork work, Task before, ActivityBatch batch)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            if (failure is null && !stop.IsCancellationRequested)
            {
                batch.Rows.Sort();
                using var span = SchoolDaySpan.Start(batch);
                var committed = await world.Store.CommitAsync(world.Lease, batch, stop.Token).ConfigureAwait(false);
                lock (gate)
                {
                    rows += committed.Written;
                    if (batch.Checkpoint is not null)
                    {
                        world.Memory.Keep(batch.Checkpoint);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            Fail(e);
        }
        lock (gate)
        {
            queued--;
            batch.Rows.Clear();
            spare.Push(batch.Rows);
            Monitor.PulseAll(gate);
        }
    }

    private readonly record struct FinishedDay(SchoolStudent Student, Learning.DayReport Report, int From, int To);

    private sealed class SchoolWork(SchoolShard shard)
    {
        private Dictionary<int, Advance> advances = [];

        public SchoolShard Shard { get; } = shard;
        public Rows? Pending { get; set; }
        public Task Commits { get; set; } = Task.CompletedTask;

        public bool IsSimulated(int lastDay) => Shard.Horizon == lastDay && Shard.IsAtHorizon;

        public void Advance(FinishedDay day)
        {
            if (day.To < day.From)
            {
                return;
            }
            var id = day.Student.Id;
            advances[id] = advances.TryGetValue(id, out var earlier)
                ? earlier with { ToSequence = day.To }
                : new Advance(id, day.From, day.To);
        }

        public ActivityBatch TakeBatch(SchoolCheckpoint? checkpoint)
        {
            var batch = new ActivityBatch(
                Shard.School.Id, Pending ?? new Rows(), [.. advances.Values.OrderBy(a => a.Student)], checkpoint);
            Pending = null;
            advances = [];
            return batch;
        }
    }
}
