using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Cli;

/// <summary>Where a command's catalogue comes from: authored, proven and published by this program.</summary>
internal static class CatalogueHouse
{
    /// <summary>The seed of a catalogue when none is given; every world of a database shares it.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>The number of the newest release; a small one is made first where there is none.</summary>
    public static async Task<int> EnsureAsync(
        CatalogueStore store, int threads, Terminal terminal, CancellationToken cancellation) =>
        await store.NewestReleaseAsync(cancellation)
            ?? (await GenerateAsync(store, DefaultSeed, Volume.SampleName, threads, terminal, cancellation)).Publication.Release;

    /// <summary>Brings a catalogue of the sample volume to the full one while something else is going on.</summary>
    public static async Task CompleteAsync(CatalogueStore store, int threads, Terminal terminal, CancellationToken cancellation)
    {
        if (await store.IsFullAsync(cancellation))
        {
            return;
        }
        var made = await AuthorAsync(store, DefaultSeed, Volume.FullName, threads, new ProgressBar(null), cancellation);
        terminal.Note($"The catalogue is complete: release {made.Publication.Release} has {made.Publication.Questions:N0} questions.");
    }

    /// <summary>Authors the catalogue and publishes it; what is stored already is not written again.</summary>
    public static Task<Generation> GenerateAsync(
        CatalogueStore store, ulong seed, string volume, int threads, Terminal terminal, CancellationToken cancellation) =>
        terminal.ProgressAsync("authoring and proving", bar => AuthorAsync(store, seed, volume, threads, bar, cancellation));

    private static async Task<Generation> AuthorAsync(
        CatalogueStore store, ulong seed, string volume, int threads, ProgressBar bar, CancellationToken cancellation)
    {
        var (curriculum, library) = (CurriculumLoader.Default, ContentLibrary.Default);
        var sample = new Volume();
        var assignment = new Assignment(seed, volume == Volume.FullName ? Volume.Full : _ => sample);
        var (rejected, shortages) = (0, 0);
        var publication = await store.PublishAsync(
            PartsAsync(), curriculum, library.Bugs, CareerScenarios.Default.All, seed, cancellation);
        return new Generation(rejected, shortages, publication);

        async IAsyncEnumerable<Catalogue> PartsAsync()
        {
            await foreach (var part in new CatalogueAuthor(curriculum, library, threads)
                .WritePartsAsync(assignment, new Reporter(bar), cancellation))
            {
                rejected += part.Rejections.Length;
                shortages += part.Shortages.Length;
                yield return part with { Volume = volume };
            }
            bar.Say("publishing");
        }
    }

    private sealed class Reporter(ProgressBar bar) : IProgress<AuthorProgress>
    {
        public void Report(AuthorProgress value) => bar.Report(value.Skills, value.Of);
    }
}

/// <summary>What authoring a catalogue and publishing it did.</summary>
/// <param name="Rejected">Questions that were written and refused.</param>
/// <param name="Shortages">Content items that could not be filled.</param>
internal sealed record Generation(int Rejected, int Shortages, Publication Publication);
