using NodaTime;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>
/// What teachers and guardians add to a backfill: the same month of the same students with both and with neither, from the
/// model to the last sum.
/// </summary>
internal sealed class SchoolLifeBenchmark() : Benchmark(
    "school-life", "a school month with teachers' interventions and guardians beside the same month without either")
{
    private const int Students = 3_000;
    private const int WarmStudents = 300;
    private const int Seed = 7;
    private const double TimesMost = 1.25;
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly LocalDate To = new(2026, 1, 31);

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var with = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = From };
        var without = with with { Without = Mechanism.Interventions | Mechanism.Guardians };
        var through = SchoolCalendar.Number(To);
        await worlds.SimulateAsync("bench_with", with with { Students = WarmStudents }, through, Kept.All);
        await worlds.SimulateAsync("bench_without", without with { Students = WarmStudents }, through, Kept.All);
        var (wholes, bares) = (new List<Stage>(), new List<Stage>());
        var (models, bareModels) = (new List<Stage>(), new List<Stage>());
        long attempts = 0, bareAttempts = 0;
        for (var round = 0; round < run.Rounds; round++)
        {
            run.Note($"round {round + 1} of {run.Rounds}");
            wholes.Add(await worlds.SimulateAsync("bench_with", with, through, Kept.All));
            bares.Add(await worlds.SimulateAsync("bench_without", without, through, Kept.All));
            attempts = await worlds.AskAsync("SELECT count(*) FROM world_bench_with.attempts");
            bareAttempts = await worlds.AskAsync("SELECT count(*) FROM world_bench_without.attempts");
            models.Add(await worlds.SimulateAsync("bench_with", with, through, Kept.Nothing));
            bareModels.Add(await worlds.SimulateAsync("bench_without", without, through, Kept.Nothing));
        }
        await worlds.DropAsync("bench_with");
        await worlds.DropAsync("bench_without");
        const string Neither = "without interventions and guardians";
        return
        [
            new("school-life.attempts", "attempts", attempts) { Baseline = new(Neither, bareAttempts) },
            new("school-life.cpu", "s of processor time", Median(wholes, stage => stage.Cpu))
            {
                Baseline = new(Neither, Median(bares, stage => stage.Cpu)),
                Limit = Limit.RatioAtMost(TimesMost),
            },
            new("school-life.cpu.model", "s of processor time", Median(models, stage => stage.OwnCpu))
            {
                Baseline = new(Neither, Median(bareModels, stage => stage.OwnCpu)),
            },
            new("school-life.cpu.server", "s of processor time", Median(wholes, stage => stage.ServerCpu))
            {
                Baseline = new(Neither, Median(bares, stage => stage.ServerCpu)),
            },
            new("school-life.seconds", "s", Median(wholes, stage => stage.Seconds))
            {
                Baseline = new(Neither, Median(bares, stage => stage.Seconds)),
            },
        ];
    }

    private static double Median(List<Stage> stages, Func<Stage, double> of) => Measure.Median(stages.Select(of));
}
