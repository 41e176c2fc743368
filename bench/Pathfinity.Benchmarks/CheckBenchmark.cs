using System.Globalization;
using NodaTime;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Benchmarks;

/// <summary>
/// `world check` over half a school year, and over its last day alone. The limit is one for thirty million attempts, which
/// 20,000 students come to; smaller worlds get their share of it.
/// </summary>
internal sealed class CheckBenchmark() : Benchmark(
    "check", "`world check` of half a school year, whole and of its last day, against a share of 150 s for 30 million attempts")
{
    private const int Students = 600;
    private const int Seed = 7;
    private const double SecondsMost = 150;
    private const double AttemptsOfMost = 30e6;
    private const string World = "bench_check";
    private static readonly LocalDate From = new(2025, 8, 18);
    private static readonly LocalDate To = new(2026, 2, 20);

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var bench = await run.Store(cancellation);
        var worlds = new BenchWorlds(bench, run.Threads, cancellation);
        var spec = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = From };
        var check = new ConsistencyCheck(bench.Database);
        run.Note("half a school year is lived");
        await worlds.SimulateAsync(World, spec, SchoolCalendar.Number(To.PlusDays(-1)), Kept.All);
        await new WorldUpkeep(bench.Database).AnalyzeAsync(World, cancellation); // as the commands that load a world do
        await CheckAsync(check, whole: true, cancellation);
        await worlds.AdvanceAsync(World, SchoolCalendar.Number(To));
        var day = await worlds.MeasureAsync(() => CheckAsync(check, whole: false, cancellation));
        var wholes = new List<Stage>();
        for (var round = 0; round < run.Rounds; round++)
        {
            run.Note($"round {round + 1} of {run.Rounds}");
            wholes.Add(await worlds.MeasureAsync(() => CheckAsync(check, whole: true, cancellation)));
        }
        var attempts = await worlds.AskAsync($"SELECT count(*) FROM world_{World}.attempts");
        var days = await worlds.AskAsync($"SELECT count(DISTINCT day) FROM world_{World}.attendance");
        await worlds.DropAsync(World);
        return Figures(attempts, days, wholes, day);
    }

    private static List<Figure> Figures(long attempts, long days, List<Stage> wholes, Stage day)
    {
        var most = SecondsMost * attempts / AttemptsOfMost;
        return
        [
            new("check.attempts", "attempts", attempts),
            new("check.whole", "s", Measure.Median(wholes.Select(stage => stage.Seconds))) { Limit = Limit.AtMost(most) },
            new("check.whole.cpu", "s of the server's processor time", Measure.Median(wholes.Select(stage => stage.ServerCpu))),
            new("check.day", $"s; the world has {days.ToString(CultureInfo.InvariantCulture)} school days", day.Seconds)
            {
                Limit = Limit.AtMost(most / days),
            },
            new("check.day.cpu", "s of the server's processor time", day.ServerCpu),
        ];
    }

    private static async Task CheckAsync(ConsistencyCheck check, bool whole, CancellationToken cancellation)
    {
        var report = await check.RunAsync(World, whole, null, cancellation);
        if (!report.Ok)
        {
            throw new InvalidOperationException($"The world that is measured breaks {report.Broken[0].Rule.Name}.");
        }
    }
}
