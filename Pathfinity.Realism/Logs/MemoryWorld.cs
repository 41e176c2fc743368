using System.Collections.Immutable;
using Pathfinity.Simulation;

namespace Pathfinity.Realism;

/// <summary>A world that is lived in memory and never stored: for comparisons, recovery and tests.</summary>
public sealed class MemoryWorld : IWorldStore
{
    private readonly Lock gate = new();
    private readonly WorldSpec spec;
    private readonly Release release;

    private MemoryWorld(WorldSpec spec, Release release)
    {
        this.spec = spec;
        this.release = release;
    }

    public Rows Rows { get; } = new();

    /// <summary>Lives a world from its first day through another and gives what its students did.</summary>
    public static async Task<Rows> LiveAsync(
        WorldSpec spec, Release release, int throughDay, int threads, CancellationToken cancellation)
    {
        var store = new MemoryWorld(spec, release);
        var world = await OpenWorld.OpenAsync(store, new WorldLease("memory", 1, "memory"), cancellation);
        await new BatchEngine(world, threads).RunToAsync(throughDay, null, cancellation);
        return store.Rows;
    }

    /// <inheritdoc/>
    public Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (gate)
        {
            Rows.Add(batch.Rows);
        }
        return Task.FromResult(new Committed(batch.Rows.Count, 0));
    }

    /// <inheritdoc/>
    public Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation) => Task.FromResult(
        new StoredWorld("memory", spec, Journal, []));

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> BeginDaysAsync(
        WorldLease lease, int throughDay, CancellationToken cancellation) => Task.FromResult(Journal);

    /// <inheritdoc/>
    public Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation) => Task.FromResult(release);

    private ImmutableArray<JournalEntry> Journal =>
        [new(1, SchoolCalendar.Number(spec.From), JournalKind.Release, release.Number, "memory")];
}
