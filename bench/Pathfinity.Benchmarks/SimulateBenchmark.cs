using System.Globalization;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>
/// A school month from the model to durable rows, rollups included, beside the same rows, already encoded, that go by
/// raw COPY into the same tables of an empty world.
/// </summary>
internal sealed class SimulateBenchmark() : Benchmark(
    "simulate", "a school month end to end, beside raw COPY of the same rows and beside the model alone")
{
    private const int Students = 3_000;
    private const int WarmStudents = 300;
    private const int Seed = 7;
    private const double RatioToCopyLeast = 0.65;
    private const double RollupShareMost = 0.15;
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly LocalDate To = new(2026, 1, 31);
    private const double SchoolMonthsOfYear = 9.5;
    private const int SmallTransaction = 60_000;
    private const int LargeTransaction = 400_000;
    private static readonly (int Connections, int Rows)[] Ways =
    [
        (1, LargeTransaction), (2, SmallTransaction), (2, LargeTransaction), (3, LargeTransaction),
    ];

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var spec = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = From };
        var through = SchoolCalendar.Number(To);
        var ends = new List<Stage>();
        var models = new List<Stage>();
        var sumless = new List<Stage>();
        var bares = Ways.Select(_ => new List<Stage>()).ToArray();
        long rows = 0, attempts = 0, bytes = 0, size = 0;
        await worlds.SimulateAsync("bench_warm", spec with { Students = WarmStudents }, through, Kept.All);
        await worlds.DropAsync("bench_warm");
        for (var round = 0; round < run.Rounds; round++)
        {
            run.Note($"round {round + 1} of {run.Rounds}");
            models.Add(await worlds.SimulateAsync("bench_model", spec, through, Kept.Nothing));
            ends.Add(await worlds.SimulateAsync("bench_end", spec, through, Kept.All));
            sumless.Add(await worlds.SimulateAsync("bench_sumless", spec, through, Kept.Activity));
            await worlds.DropAsync("bench_sumless");
            var copy = await RawCopy.ReadAsync(worlds, "bench_end");
            (rows, attempts, bytes) = (copy.Rows, copy.Attempts, copy.Bytes);
            size = await worlds.SizeAsync("bench_end");
            for (var i = 0; i < Ways.Length; i++)
            {
                await worlds.CreateAsync("bench_bare", spec, through);
                bares[i].Add(await copy.WriteAsync(worlds, "bench_bare", Ways[i].Connections, Ways[i].Rows));
                await worlds.DropAsync("bench_bare");
            }
            await worlds.DropAsync("bench_end");
            await worlds.DropAsync("bench_model");
        }
        return Figures(rows, attempts, bytes, size, models, ends, sumless, bares);
    }

    private static List<Figure> Figures(
        long rows, long attempts, long bytes, long size, List<Stage> models, List<Stage> ends, List<Stage> sumless,
        List<Stage>[] bares)
    {
        var bare = Enumerable.Range(0, bares.Length)
            .Select(i => (
                Way: Ways[i],
                Seconds: Measure.Median(bares[i].Select(stage => stage.Seconds)),
                Cpu: Measure.Median(bares[i].Select(stage => stage.Cpu)))).MinBy(best => best.Seconds);
        var what = string.Create(CultureInfo.InvariantCulture, $"""
            raw COPY of the same rows in transactions of {bare.Way.Rows:N0} over {bare.Way.Connections} connections, the best of {Ways.Length} ways
            """);
        var end = Measure.Median(ends.Select(stage => stage.Seconds));
        var own = Measure.Median(ends.Select(stage => stage.OwnCpu));
        var model = Measure.Median(models.Select(stage => stage.OwnCpu));
        var cpu = Measure.Median(ends.Select(stage => stage.Cpu));
        var server = Measure.Median(ends.Select(stage => stage.ServerCpu));
        double Part(Func<ServerParts, double> part) => Measure.Median(ends.Select(stage => part(stage.Parts)));
        var ofServer = new Baseline("the server's in all; the rest are commits, its log and its housekeeping", server);
        return
        [
            new("store.endToEnd", "rows/s", rows / end)
            {
                Baseline = new(what, rows / bare.Seconds),
                Limit = Limit.RatioAtLeast(RatioToCopyLeast),
            },
            new("simulate.attempts", "attempts/s", attempts / end),
            new("simulate.bytes", "MB/s", bytes / 1e6 / end) { Baseline = new(what, bytes / 1e6 / bare.Seconds) },
            new("simulate.model", "attempts/s", attempts / Measure.Median(models.Select(stage => stage.Seconds))),
            new("simulate.cpu", "s", cpu) { Baseline = new(what, bare.Cpu) },
            new("simulate.cpu.model", "s", model) { Baseline = new("wall time of the whole", end) },
            new("simulate.cpu.writers", "s", own - model) { Baseline = new("wall time of the whole", end) },
            new("simulate.cpu.server", "s", server) { Baseline = new("wall time of the whole", end) },
            new("simulate.cpu.server.attempts", "s", Part(parts => parts.Attempts)) { Baseline = ofServer },
            new("simulate.cpu.server.activity", "s", Part(parts => parts.Activity)) { Baseline = ofServer },
            new("simulate.cpu.server.sums", "s", Part(parts => parts.Sums)) { Baseline = ofServer },
            new("simulate.cpu.server.keys", "s", Part(parts => parts.Keys)) { Baseline = ofServer },
            new("simulate.yearSeconds", "s", SchoolMonthsOfYear * end),
            new("simulate.yearBytes", "MB", SchoolMonthsOfYear * size / 1e6) { Baseline = new("the rows alone, as COPY sends them", SchoolMonthsOfYear * bytes / 1e6) },
            new("simulate.rollups", "s of processor time", cpu - Measure.Median(sumless.Select(stage => stage.Cpu)))
            {
                Baseline = new("the whole backfill; sums are what it takes more than one without them", cpu),
                Limit = Limit.RatioAtMost(RollupShareMost),
            },
            new("simulate.rollups.transactions", "s", Measure.Median(ends.Select(stage => stage.Rollups)))
            {
                Baseline = new("all transactions of the backfill, which wait for processors too", Measure.Median(ends.Select(stage => stage.Commits))),
            },
        ];
    }
}
