using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>What ten times the students take, and what a second core gives.</summary>
internal sealed class ScalingBenchmark() : Benchmark(
    "scaling", "a school month of ten times the students, and the model on one core and on all beside bare dice")
{
    private const int Students = 400;
    private const int Times = 10;
    private const double TimesMost = 11.5;
    private const double ShareOfDiceLeast = 0.9;
    private const int Seed = 7;
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly LocalDate To = new(2026, 1, 31);

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var many = new WorldSpec { Seed = Seed, Students = run.Students ?? Times * Students, From = From };
        var few = many with { Students = many.Students / Times };
        var through = SchoolCalendar.Number(To);
        await worlds.SimulateAsync("bench_few", few, through, Kept.All);
        var (fews, manies, ones, alls) = (new List<Stage>(), new List<Stage>(), new List<Stage>(), new List<Stage>());
        var dice = Measure.Turns(run.Rounds, () => DiceBenchmark.Draw(0), () => Measure.OnThreads(run.Threads, DiceBenchmark.Draw));
        for (var round = 0; round < run.Rounds; round++)
        {
            run.Note($"round {round + 1} of {run.Rounds}");
            fews.Add(await worlds.SimulateAsync("bench_few", few, through, Kept.All));
            manies.Add(await worlds.SimulateAsync("bench_many", many, through, Kept.All));
            ones.Add(await worlds.SimulateAsync("bench_many", many, through, Kept.Nothing, onThreads: 1));
            alls.Add(await worlds.SimulateAsync("bench_many", many, through, Kept.Nothing));
        }
        await worlds.DropAsync("bench_few");
        await worlds.DropAsync("bench_many");
        return
        [
            Scaling("simulate.scaling", many, few, manies, fews, stage => stage.Seconds),
            Scaling("simulate.scaling.cpu", many, few, manies, fews, stage => stage.Cpu),
            new("simulate.threads", "times", Median(ones, stage => stage.Seconds) / Median(alls, stage => stage.Seconds))
            {
                Baseline = new($"bare dice on {run.Threads} threads instead of one", run.Threads * dice[0] / dice[1]),
                Limit = Limit.RatioAtLeast(ShareOfDiceLeast),
            },
        ];
    }

    private static Figure Scaling(
        string name, WorldSpec many, WorldSpec few, List<Stage> manies, List<Stage> fews, Func<Stage, double> of) =>
        new(name, $"s for {many.Students} students", Median(manies, of))
        {
            Baseline = new($"{few.Students} students", Median(fews, of)),
            Limit = Limit.RatioAtMost(TimesMost),
        };

    private static double Median(List<Stage> stages, Func<Stage, double> of) => Measure.Median(stages.Select(of));
}
