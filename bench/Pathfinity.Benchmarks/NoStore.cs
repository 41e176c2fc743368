using System.Collections.Immutable;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>A store that reads worlds and keeps nothing of what they do: the model alone.</summary>
internal sealed class NoStore(IWorldStore store) : IWorldStore
{
    public Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation) =>
        Task.FromResult(new Committed(batch.Rows.Count, 0));

    public Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation) =>
        store.LoadAsync(lease, cancellation);

    public Task<ImmutableArray<JournalEntry>> BeginDaysAsync(
        WorldLease lease, int throughDay, CancellationToken cancellation) =>
        store.BeginDaysAsync(lease, throughDay, cancellation);

    public Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation) =>
        store.EnterYearAsync(lease, roster, cancellation);

    public Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation) =>
        store.LoadReleaseAsync(number, cancellation);
}
