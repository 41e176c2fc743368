using Pathfinity.Storage;

namespace Pathfinity.Benchmarks;

/// <summary>Something that is measured, with its baselines in the same run.</summary>
/// <param name="name">The name `bench NAME` asks for: "room.what".</param>
/// <param name="about">One sentence: what is measured beside what.</param>
public abstract class Benchmark(string name, string about)
{
    public string Name => name;

    public string About => about;

    public abstract Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation);
}

/// <summary>What a benchmark may use: threads, a database with a published catalogue, a place for notes.</summary>
/// <param name="Students">How many students worlds have, where that was said; each benchmark has a number of its own.</param>
/// <param name="Rounds">How often each thing is measured; figures are medians over them.</param>
/// <param name="Store">Opens the database on first use; benchmarks that need none never call it.</param>
public sealed record BenchRun(
    int Threads, int Rounds, int? Students, Func<CancellationToken, Task<BenchStore>> Store, Action<string> Note);

/// <summary>A database, its catalogue, and the catalogue's newest release.</summary>
public sealed record BenchStore(Database Database, CatalogueStore Catalogue, int Release);
