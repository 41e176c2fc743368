using System.Diagnostics;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Benchmarks;

/// <summary>Authoring without storage: every question written, proven and checked.</summary>
internal sealed class ContentBenchmark() : Benchmark(
    "content.generate", "questions authored and proven, beside one thread and beside the checks alone")
{
    private const int EverySkill = 8; // a part of the catalogue that has its mix of models
    private const ulong Seed = 1;
    private const double QuestionsLeast = 20_000; // a second, authored, proven and checked
    private const double CpuMicrosecondsMost = 1e6 / (QuestionsLeast / 2); // a question: the same on each of two processors

    public override Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var (curriculum, library) = (CurriculumLoader.Default, ContentLibrary.Default);
        var skills = curriculum.Skills.Where((_, i) => i % EverySkill == 0).Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        var author = new CatalogueAuthor(curriculum, library);
        using var process = Process.GetCurrentProcess();
        var written = author.Write(Seed, Volume.Full, run.Threads, skills, cancellation: cancellation).Questions;
        var seconds = Measure.Turns(
            run.Rounds,
            () => author.Write(Seed, Volume.Full, run.Threads, skills, cancellation: cancellation),
            () => author.Write(Seed, Volume.Full, 1, skills, cancellation: cancellation),
            () => Parallel.ForEach(
                written, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = cancellation },
                question => QuestionChecks.FirstFault(question, curriculum.Skill(question.Skill), library)));
        process.Refresh();
        var before = process.TotalProcessorTime;
        author.Write(Seed, Volume.Full, run.Threads, skills, cancellation: cancellation);
        process.Refresh();
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("content.generate", "questions/s", written.Length / seconds[0])
            {
                Baseline = new("one thread", written.Length / seconds[1]),
                Limit = Limit.AtLeast(QuestionsLeast),
            },
            new("content.generate.cpu", "us/question", (process.TotalProcessorTime - before).TotalMicroseconds / written.Length)
            {
                Limit = Limit.AtMost(CpuMicrosecondsMost),
            },
            new("content.prove", "questions/s", written.Length / seconds[2])
            {
                Baseline = new("authored and proven", written.Length / seconds[0]),
            },
        ]);
    }
}
