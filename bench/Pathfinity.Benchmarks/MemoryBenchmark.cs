using System.Globalization;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>The most memory that a backfill takes, and whether more days take more of it.</summary>
internal sealed class MemoryBenchmark() : Benchmark("memory", "peak memory of a backfill of one school month and of three")
{
    private const int Students = 3_000;
    private const double MostMb = 1_500;
    private const double GrowthMost = 1.15;
    private const int Seed = 7;
    private static readonly LocalDate From = new(2026, 1, 5);

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var spec = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = From };
        await PeakAsync(worlds, spec with { Students = spec.Students / 10 }, From.PlusDays(6));
        var month = await PeakAsync(worlds, spec, new LocalDate(2026, 1, 31));
        var three = await PeakAsync(worlds, spec, new LocalDate(2026, 3, 31));
        await worlds.DropAsync("bench_memory");
        return
        [
            new("simulate.memory", $"MB for {spec.Students} students", month) { Limit = Limit.AtMost(MostMb) },
            new("simulate.memory.longer", "MB for three months", three)
            {
                Baseline = new("one month", month),
                Limit = Limit.RatioAtMost(GrowthMost),
            },
        ];
    }

    private static async Task<double> PeakAsync(BenchWorlds worlds, WorldSpec spec, LocalDate to)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PeakMemory.Reset();
        await worlds.SimulateAsync("bench_memory", spec, SchoolCalendar.Number(to), Kept.All);
        return PeakMemory.Megabytes();
    }
}

/// <summary>The most memory that this process has had since the last reset, as Linux keeps it.</summary>
internal static class PeakMemory
{
    // Writing 5 there sets the high-water mark back to what is in use now.
    public static void Reset() => File.WriteAllText("/proc/self/clear_refs", "5");

    public static double Megabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
