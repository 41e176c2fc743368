using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Cli;

/// <summary>Where a command's catalogue comes from: authored, proven and published by this program.</summary>
internal static class CatalogueHouse
{
    /// <summary>The seed of a catalogue when none is given; every world of a database shares it.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>The number of the newest release; one is made first where there is none.</summary>
    public static async Task<int> EnsureAsync(
        CatalogueStore store, int threads, Terminal terminal, CancellationToken cancellation) =>
        await store.NewestReleaseAsync(cancellation)
            ?? (await GenerateAsync(store, DefaultSeed, threads, terminal, cancellation)).Publication.Release;

    /// <summary>Authors the catalogue and publishes it; what is stored already is not written again.</summary>
    public static Task<Generation> GenerateAsync(
        CatalogueStore store, ulong seed, int threads, Terminal terminal, CancellationToken cancellation) =>
        terminal.ProgressAsync("authoring and proving", async bar =>
        {
            var (curriculum, library) = (CurriculumLoader.Default, ContentLibrary.Default);
            var authored = await Task.Run(
                () => new CatalogueAuthor(curriculum, library).Write(
                    seed, Volume.Full, threads, progress: new Reporter(bar), cancellation: cancellation),
                cancellation);
            bar.Say("publishing");
            return new Generation(authored, await store.PublishAsync(
                authored, curriculum, library.Bugs, CareerScenarios.Default.All, seed, cancellation));
        });

    private sealed class Reporter(ProgressBar bar) : IProgress<AuthorProgress>
    {
        public void Report(AuthorProgress value) => bar.Report(value.Skills, value.Of);
    }
}

/// <summary>What was authored, and what publishing it did.</summary>
internal sealed record Generation(Catalogue Authored, Publication Publication);
