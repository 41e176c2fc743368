using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Benchmarks;

/// <summary>Mathematics as `content generate` and `content check` handle it, in a database of its own.</summary>
internal sealed class StoredContentBenchmark() : Benchmark(
    "content.stored", "mathematics authored, proven and stored in an empty database, and proved again from there")
{
    private const string Scratch = "bench_content";
    private const ulong Seed = 1;
    private const double GenerateSecondsMost = 15;
    private const double CheckSecondsMost = 30;
    private const double MegabytesMost = 1_000;

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var bench = await run.Store(cancellation);
        await DropAsync(bench.Database, cancellation);
        await ExecuteAsync(bench.Database, $"CREATE DATABASE {Scratch} ENCODING 'UTF8' TEMPLATE template0", cancellation);
        try
        {
            await using var scratch = await bench.Database.OpenNeighborAsync(Scratch, cancellation);
            return await FiguresAsync(scratch, run, cancellation);
        }
        finally
        {
            await DropAsync(bench.Database, CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(Database scratch, BenchRun run, CancellationToken cancellation)
    {
        var store = await CatalogueStore.OpenAsync(scratch, cancellation);
        var measured = new BenchWorlds(new BenchStore(scratch, store, 0), run.Threads, cancellation);
        var questions = 0;
        var (generate, generateMb) = await PeakAsync(measured, async () => questions = await GenerateAsync(store, run.Threads, cancellation));
        var (check, checkMb) = await PeakAsync(measured, async () =>
        {
            var result = await CatalogueCheck.RunAsync(store, ContentLibrary.Default, run.Threads, cancellation);
            if (!result.Failed.IsEmpty || result.Checked != questions)
            {
                throw new InvalidOperationException($"{result.Failed.Length} of {result.Checked} stored questions failed; {questions} were written.");
            }
        });
        return
        [
            .. Of("content.generate.stored", generate, generateMb, questions, GenerateSecondsMost),
            .. Of("content.check", check, checkMb, questions, CheckSecondsMost),
        ];
    }

    private static async Task<int> GenerateAsync(CatalogueStore store, int threads, CancellationToken cancellation)
    {
        var (curriculum, library) = (CurriculumLoader.Default, ContentLibrary.Default);
        var skills = curriculum.Skills.Where(skill => skill.Subject is Subject.Math).Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        var parts = new CatalogueAuthor(curriculum, library, threads).WritePartsAsync(
            new Assignment(Seed, Volume.Full, skills), null, cancellation);
        var published = await store.PublishAsync(parts, curriculum, library.Bugs, CareerScenarios.Default.All, Seed, cancellation);
        return published.QuestionsWritten;
    }

    private static Figure[] Of(string name, Stage stage, double megabytes, int questions, double secondsMost) =>
    [
        new(name, $"s for {questions} questions", stage.Seconds) { Limit = Limit.AtMost(secondsMost) },
        new($"{name}.cpu", "s of processors, ours beside the server's", stage.OwnCpu) { Baseline = new("server", stage.ServerCpu) },
        new($"{name}.memory", "MB", megabytes) { Limit = Limit.AtMost(MegabytesMost) },
    ];

    private static async Task<(Stage Stage, double Megabytes)> PeakAsync(BenchWorlds measured, Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PeakMemory.Reset();
        var stage = await measured.MeasureAsync(work);
        return (stage, PeakMemory.Megabytes());
    }

    private static Task DropAsync(Database database, CancellationToken cancellation) =>
        ExecuteAsync(database, $"DROP DATABASE IF EXISTS {Scratch} WITH (FORCE)", cancellation);

    private static async Task ExecuteAsync(Database database, string sql, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
