namespace Pathfinity.Benchmarks;

/// <summary>All benchmarks, in the order in which they run.</summary>
public static class BenchmarkSuite
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new DiceBenchmark(),
        new LearningBenchmark(),
        new SimulateBenchmark(),
        new ScalingBenchmark(),
        new MemoryBenchmark(),
        new SchoolLifeBenchmark(),
        new CheckBenchmark(),
        new DashboardBenchmark(),
        new LiveBenchmark(),
        new ContentBenchmark(),
        new StoredContentBenchmark(),
    ];

    /// <summary>Those whose name is one of the words or begins with it and a dot; all when there is no word.</summary>
    /// <exception cref="ArgumentException">A word matches none; the message lists the names.</exception>
    public static IReadOnlyList<Benchmark> Select(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.FirstOrDefault(word => !All.Any(benchmark => Matches(benchmark, word))) is { } unknown)
        {
            throw new ArgumentException(
                $"there is no benchmark {unknown}; there are {string.Join(", ", All.Select(benchmark => benchmark.Name))}");
        }
        return [.. All.Where(benchmark => words.Count == 0 || words.Any(word => Matches(benchmark, word)))];
    }

    private static bool Matches(Benchmark benchmark, string word) =>
        benchmark.Name == word || benchmark.Name.StartsWith(word + ".", StringComparison.Ordinal);
}
