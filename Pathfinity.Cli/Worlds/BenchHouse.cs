using Pathfinity.Benchmarks;

namespace Pathfinity.Cli.Worlds;

/// <summary>The database of a bench run, opened with a catalogue when the first benchmark asks for it.</summary>
internal sealed class BenchHouse(Settings settings, Terminal terminal) : IAsyncDisposable
{
    private DatabaseSession? session;
    private BenchStore? store;

    public async Task<BenchStore> StoreAsync(CancellationToken cancellation)
    {
        if (store is null)
        {
            session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
            var house = await WorldHouse.OpenAsync(session, terminal, cancellation);
            var release = await CatalogueHouse.EnsureAsync(house.Catalogue, settings.Threads, terminal, cancellation);
            store = new BenchStore(session.Database, house.Catalogue, release);
        }
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }
}
