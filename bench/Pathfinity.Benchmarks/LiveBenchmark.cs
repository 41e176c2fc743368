using System.Diagnostics.Metrics;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>
/// A live world at the speed of the wall around its first bell: the processor and memory it takes, and how late its
/// activity is stored.
/// </summary>
internal sealed class LiveBenchmark() : Benchmark("live", "live students at the speed of the wall as their first bell rings")
{
    private const int Students = 2_000;
    private const int Seed = 7;
    private const int SecondsBefore = 15;
    private const int StudentsBegunInSecond = 1_000;
    private const int SecondsOfBell = 15;
    private const int SecondsToLessons = 595;
    private const int SecondsOfLessons = 300;
    private const double CoreMost = 0.25;
    private const double KilobytesMost = 3;
    private const double LagMsMost = 250;
    private const double P99 = 0.99;

    private static readonly LocalDate Day = new(2026, 1, 12);

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var spec = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = Day };
        await worlds.CreateAsync("bench_live", spec, SchoolCalendar.Number(Day));
        await worlds.LoadReleaseAsync();
        var before = Heap();
        var (held, world) = await worlds.TakeAsync("bench_live");
        await using (held)
        {
            using var lags = new Lags();
            var bell = world.Calendar.Dawn(SchoolCalendar.Number(Day))
                + Duration.FromMilliseconds(Enum.GetValues<SchoolLevel>().Min(Timetable.FirstBellMs));
            var lead = Duration.FromSeconds(SecondsBefore + (spec.Students / StudentsBegunInSecond));
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var engine = new LiveEngine(world, new SkippingClock(bell - lead, bell), TimeProvider.System);
            var living = engine.RunAsync(null, stop.Token);
            await engine.RunToAsync(bell - Duration.FromSeconds(1), cancellation);
            var kilobytes = (Heap() - before) / 1e3 / spec.Students;
            run.Note("the first bell rings");
            lags.Keep(true);
            await engine.RunToAsync(bell + Duration.FromSeconds(SecondsOfBell), cancellation);
            lags.Keep(false);
            await engine.RunToAsync(bell + Duration.FromSeconds(SecondsToLessons), cancellation);
            run.Note($"the first lessons begin; {SecondsOfLessons} s from there");
            lags.Keep(true);
            var stage = await worlds.MeasureAsync(() => engine.RunToAsync(
                bell + Duration.FromSeconds(SecondsToLessons + SecondsOfLessons), cancellation));
            await stop.CancelAsync();
            await living;
            var attempts = await worlds.AskAsync("SELECT count(*) FROM world_bench_live.attempts");
            return Figures(spec.Students, attempts, stage, kilobytes, lags.Sorted());
        }
    }

    private static List<Figure> Figures(int students, long attempts, Stage stage, double kilobytes, double[] sorted) =>
        [
            new("live.students", "students", students),
            new("live.attempts", "attempts stored meanwhile: without any, the rest says nothing", attempts) { Limit = Limit.AtLeast(1) },
            new("live.cpu", "cores in the process", stage.OwnCpu / stage.Seconds) { Limit = Limit.AtMost(CoreMost) },
            new("live.cpu.server", "cores in the server", stage.ServerCpu / stage.Seconds),
            new("live.memoryPerStudent", "kB", kilobytes) { Limit = Limit.AtMost(KilobytesMost) },
            new("live.lag.p50", "ms", sorted.Length == 0 ? 0 : sorted[sorted.Length / 2]),
            new("live.lag.p99", "ms", sorted.Length == 0 ? 0 : sorted[(int)(P99 * (sorted.Length - 1))])
            {
                Limit = Limit.AtMost(LagMsMost),
            },
        ];

    private static double Heap() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>What the engine says of its lag, of each time it stores something, while that is kept.</summary>
    private sealed class Lags : IDisposable
    {
        private readonly List<double> kept = [];
        private readonly MeterListener listener;
        private volatile bool keeps;

        public Lags()
        {
            listener = new MeterListener
            {
                InstrumentPublished = (instrument, own) =>
                {
                    if (instrument.Name == "pathfinity.due_lag")
                    {
                        own.EnableMeasurementEvents(instrument);
                    }
                },
            };
            listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
            {
                lock (kept)
                {
                    kept.AddRange(keeps ? [value] : []);
                }
            });
            listener.Start();
        }

        public void Keep(bool keep) => keeps = keep;

        public double[] Sorted()
        {
            lock (kept)
            {
                return [.. kept.Order()];
            }
        }

        public void Dispose() => listener.Dispose();
    }

    /// <summary>At the speed of the wall until the bell has rung, in a hurry to the first lessons, then as before.</summary>
    private sealed class SkippingClock(Instant start, Instant bell) : IWorldClock
    {
        private const double Hurry = 30;
        private readonly Duration calm = bell + Duration.FromSeconds(SecondsOfBell + 1) - start;
        private readonly Duration hurried = Duration.FromSeconds(SecondsToLessons - SecondsOfBell - 2);
        private Instant? began;

        public Instant WorldAt(Instant wall)
        {
            var passed = wall - (began ??= wall);
            var inHurry = Duration.Min(Duration.Max(passed - calm, Duration.Zero), hurried / Hurry);
            return start + passed + (inHurry * (Hurry - 1));
        }

        public Instant WallAt(Instant then)
        {
            var lived = then - start;
            var inHurry = Duration.Min(Duration.Max(lived - calm, Duration.Zero), hurried);
            return began!.Value + lived - (inHurry * (1 - (1 / Hurry)));
        }
    }
}
