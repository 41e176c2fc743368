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
            ?? (await GenerateAsync(store, DefaultSeed, threads, terminal, cancellation)).Release;

    /// <summary>Authors the catalogue and publishes it; what is stored already is not written again.</summary>
    public static async Task<Publication> GenerateAsync(
        CatalogueStore store, ulong seed, int threads, Terminal terminal, CancellationToken cancellation) =>
        await terminal.ProgressAsync("catalogue", async bar =>
        {
            var curriculum = CurriculumLoader.Default;
            var library = ContentLibrary.Default;
            var catalogue = await Task.Run(
                () => new CatalogueAuthor(curriculum, library).Write(seed, new Volume(), threads, null, cancellation),
                cancellation);
            bar.Report(1, 2);
            var publication = await store.PublishAsync(catalogue, curriculum, library.Bugs, seed, cancellation);
            bar.Report(2, 2);
            return publication;
        });
}
