using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>One stretch of a batch: workers live days, and one committer a school stores them in order.</summary>
internal sealed class BatchRun : IDisposable
{
    private const int DaysATurn = 24;
    private const int RowsPerBatch = 400_000;
    private const int RowsPerPart = 4_000;

    private readonly object gate = new();
    private readonly OpenWorld world;
    private readonly Stretch stretch;
    private readonly int threads;
    private readonly int queuedMax;
    private readonly Action<BatchProgress> report;
    private readonly SchoolWork[] works;
    private readonly Stack<Rows> spareParts = [];
    private readonly Stack<Rows> spareBatches = [];
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
        works = [.. LargestFirst(stretch.Frame.Roster).Where(school => world.CompleteIn(school) < stretch.LastDay)
            .Select(school => new SchoolWork(school))];
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

    /// <summary>At the end there is nothing left to live while the last rows are stored: few, if the last school is small.</summary>
    private static IEnumerable<School> LargestFirst(Roster roster)
    {
        var students = roster.Students.CountBy(student => roster.SchoolOf(student.Id)).ToDictionary();
        return roster.Schools.OrderByDescending(school => students.GetValueOrDefault(school.Id));
    }

    private bool IsDone => stop.IsCancellationRequested || Array.TrueForAll(works, work => work.IsSimulated);

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
        var turn = new Turn();
        try
        {
            while (Next(turn) is { } work)
            {
                turn.Live(canonical);
                lock (gate)
                {
                    Finish(work, turn);
                    Monitor.PulseAll(gate);
                }
                turn.Clear();
            }
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    /// <summary>Waits for days that may run; null when there will be none.</summary>
    private SchoolWork? Next(Turn turn)
    {
        lock (gate)
        {
            while (!IsDone)
            {
                if (Take(turn) is { } work)
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

    // The first school in their order that has days to live: one is finished before the next begins, so that few are in
    // memory at once and what is stored together lies together. Who is far ahead of the store waits for it.
    private SchoolWork? Take(Turn turn)
    {
        if (queued >= queuedMax || Array.Find(works, HasDays) is not { } best)
        {
            return null;
        }
        // A share of what is ready, so that the other threads find some too.
        var share = Math.Clamp((best.Shard.Ready.Count + threads - 1) / threads, 1, DaysATurn);
        while (turn.Days.Count < share && best.Shard.Ready.TryPop(out var day))
        {
            turn.Days.Add((best.Shard.Student(day.Student), day));
        }
        return best;
    }

    private bool HasDays(SchoolWork work)
    {
        if (!work.IsBegun)
        {
            work.Begin(stretch.Open(work.School));
            work.Shard.Extend(NextCheckpoint(work.Shard.Horizon));
        }
        return !work.IsSimulated && work.Shard.Ready.Count > 0;
    }

    private void Finish(SchoolWork work, Turn turn)
    {
        work.Add(turn.Rows, spareParts);
        for (var i = 0; i < turn.Days.Count; i++)
        {
            work.Shard.Finish(turn.Days[i].Student, turn.Reports[i]);
        }
        studentDays += turn.Days.Count;
        if (work.Shard.IsAtHorizon)
        {
            Flush(work, work.Shard.Checkpoint());
            if (work.Shard.Horizon < stretch.LastDay)
            {
                work.Shard.Extend(NextCheckpoint(work.Shard.Horizon));
            }
            else
            {
                work.End();
            }
        }
        else if (work.IsFull)
        {
            Flush(work, null);
        }
        report(new BatchProgress(studentDays, 0, rows));
    }

    private void Flush(SchoolWork work, SchoolCheckpoint? checkpoint)
    {
        queued++;
        work.Commits = CommitAsync(work.Commits, work.School.Id, work.TakeAdvances(), work.TakeParts(), checkpoint);
    }

    private async Task CommitAsync(
        Task before, int school, ImmutableArray<Advance> advances, List<Rows> parts, SchoolCheckpoint? checkpoint)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            if (failure is null && !stop.IsCancellationRequested)
            {
                await StoreAsync(new ActivityBatch(school, Gather(parts), advances, checkpoint)).ConfigureAwait(false);
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
            Monitor.PulseAll(gate);
        }
    }

    private async Task StoreAsync(ActivityBatch batch)
    {
        using var span = SchoolDaySpan.Start(batch);
        var committed = await world.Store.CommitAsync(world.Lease, batch, stop.Token).ConfigureAwait(false);
        batch.Rows.Clear();
        lock (gate)
        {
            rows += committed.Written;
            if (batch.Checkpoint is not null)
            {
                world.Memory.Keep(batch.Checkpoint);
            }
            spareBatches.Push(batch.Rows);
        }
    }

    /// <summary>The rows of a batch in the order of students; the parts they come from are free again.</summary>
    private Rows Gather(List<Rows> parts)
    {
        Rows? gathered;
        lock (gate)
        {
            gathered = spareBatches.TryPop(out var spare) ? spare : new Rows();
        }
        gathered.Gather(parts);
        parts.ForEach(part => part.Clear());
        lock (gate)
        {
            parts.ForEach(spareParts.Push);
        }
        return gathered;
    }

    /// <summary>Days that a worker takes at once, and what comes of them.</summary>
    private sealed class Turn
    {
        public List<(SchoolStudent Student, RunDay Day)> Days { get; } = new(DaysATurn);
        public List<DayReport> Reports { get; } = new(DaysATurn);
        public Rows Rows { get; } = new();

        public void Live(CanonicalDay canonical)
        {
            foreach (var (student, day) in Days)
            {
                Reports.Add(student.Run(day, Rows, canonical));
            }
        }

        public void Clear()
        {
            Days.Clear();
            Reports.Clear();
            Rows.Clear();
        }
    }

    /// <summary>A school that is to be simulated, in memory from its first day to its last.</summary>
    private sealed class SchoolWork(School school)
    {
        private SchoolShard? shard;
        private List<Rows> parts = [];
        private int count;

        public School School => school;
        public SchoolShard Shard => shard ?? throw new InvalidOperationException("The school is not under way.");
        public bool IsBegun { get; private set; }
        public bool IsSimulated => IsBegun && shard is null;
        public Task Commits { get; set; } = Task.CompletedTask;

        /// <summary>Whether there are as many rows as one transaction takes.</summary>
        public bool IsFull => count >= RowsPerBatch;

        public void Begin(SchoolShard opened) => (shard, IsBegun) = (opened, true);

        public void End() => shard = null;

        /// <summary>Adds rows to the last part, or to a new one when that is large enough.</summary>
        /// <param name="spare">Parts that no school has.</param>
        public void Add(Rows rows, Stack<Rows> spare)
        {
            if (parts.Count == 0 || parts[^1].Count >= RowsPerPart)
            {
                parts.Add(spare.TryPop(out var part) ? part : new Rows());
            }
            parts[^1].Add(rows);
            count += rows.Count;
        }

        public List<Rows> TakeParts()
        {
            var taken = parts;
            (parts, count) = ([], 0);
            return taken;
        }

        public ImmutableArray<Advance> TakeAdvances() =>
            [.. Shard.StudentIds.Select(id => Shard.Student(id).TakeAdvance()).OfType<Advance>()];
    }
}
