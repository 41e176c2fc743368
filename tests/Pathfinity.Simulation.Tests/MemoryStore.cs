using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pathfinity.Simulation.Tests;

/// <summary>The store's contract in memory, with the same refusals, and failures on demand.</summary>
internal sealed class MemoryStore(WorldSpec spec, params Release[] releases) : IWorldStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, int> marks = [];
    private readonly Dictionary<int, SchoolCheckpoint> checkpoints = [];
    private readonly List<JournalEntry> journal =
        [new(1, SchoolCalendar.Number(spec.From), JournalKind.Release, releases[0].Number, "first")];

    public WorldLease Lease { get; private set; } = new("test", 1, "test");
    public Rows Rows { get; } = new();
    public ConcurrentQueue<Roster> Years { get; } = [];
    public int Commits { get; private set; }

    /// <summary>Fails the commit of this number, from 1, after nothing of it was stored; 0 for none.</summary>
    public int FailAt { get; set; }

    /// <summary>Fails every commit of this school; -1 for none.</summary>
    public int FailSchool { get; set; } = -1;

    /// <summary>How long the third commit takes.</summary>
    public TimeSpan Stall { get; set; }

    public void Journal(JournalEntry entry) => journal.Add(entry);

    public void TakeLease() => Lease = Lease with { Epoch = Lease.Epoch + 1 };

    public async Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation)
    {
        var (committed, number) = Commit(lease, batch);
        await Task.Delay(number == 3 ? Stall : TimeSpan.Zero, TimeProvider.System, cancellation);
        return committed;
    }

    private (Committed Committed, int Number) Commit(WorldLease lease, ActivityBatch batch)
    {
        lock (gate)
        {
            if (lease.Epoch != Lease.Epoch)
            {
                throw new LeaseLostException("another engine");
            }
            if (++Commits == FailAt || batch.School == FailSchool)
            {
                throw new IOException("the database is away");
            }
            foreach (var (student, from, to) in batch.Students)
            {
                var mark = marks.GetValueOrDefault(student);
                if (from > mark + 1)
                {
                    throw new SequenceGapException($"student {student}: {from} after {mark}");
                }
            }
            var written = Keep(batch.Rows);
            foreach (var (student, _, to) in batch.Students)
            {
                marks[student] = Math.Max(marks.GetValueOrDefault(student), to);
            }
            if (batch.Checkpoint is not null)
            {
                checkpoints[batch.School] = batch.Checkpoint;
            }
            return (new Committed(written, batch.Rows.Count - written), Commits);
        }
    }

    public Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(new StoredWorld("test", spec, [.. journal], [.. checkpoints.Values]));
        }
    }

    public Task<ImmutableArray<JournalEntry>> BeginDaysAsync(
        WorldLease lease, int throughDay, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<JournalEntry>>([.. journal.Where(entry => entry.Day <= throughDay)]);

    public Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation)
    {
        Years.Enqueue(roster);
        return Task.CompletedTask;
    }

    public Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation) =>
        Task.FromResult(releases.Single(release => release.Number == number));

    private int Keep(Rows rows)
    {
        var before = Rows.Count;
        Rows.Attendance.AddRange(rows.Attendance.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Journeys.AddRange(rows.Journeys.Where(r => IsNew(r.Id, r.EndSequence)));
        Rows.Sessions.AddRange(rows.Sessions.Where(r => IsNew(r.Id, r.EndSequence)));
        Rows.Visits.AddRange(rows.Visits.Where(r => IsNew(r.Id, r.EndSequence)));
        Rows.Attempts.AddRange(rows.Attempts.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Explorations.AddRange(rows.Explorations.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Interventions.AddRange(rows.Interventions.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.InterventionOutcomes.AddRange(rows.InterventionOutcomes.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.GuardianVisits.AddRange(rows.GuardianVisits.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Messages.AddRange(rows.Messages.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Receipts.AddRange(rows.Receipts.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Conferences.AddRange(rows.Conferences.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.ReportCards.AddRange(rows.ReportCards.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Referrals.AddRange(rows.Referrals.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Awards.AddRange(rows.Awards.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        Rows.Assessments.AddRange(rows.Assessments.Where(r => IsNew(r.Id, ActivityId.Sequence(r.Id))));
        return Rows.Count - before;
    }

    private bool IsNew(long id, int sequence) => sequence > marks.GetValueOrDefault(ActivityId.Student(id));
}
