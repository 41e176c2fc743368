using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Worlds;

/// <summary>The worlds of a command's database, with the catalogue that they need.</summary>
internal sealed class WorldHouse
{
    private readonly Database database;
    private readonly Terminal terminal;

    private WorldHouse(Database database, CatalogueStore catalogue, Terminal terminal)
    {
        this.database = database;
        this.terminal = terminal;
        Catalogue = catalogue;
        Worlds = new Storage.Worlds(database);
    }

    public Storage.Worlds Worlds { get; }

    public CatalogueStore Catalogue { get; }

    public WorldStore Store => new(database, Catalogue.LoadReleaseAsync);

    public WorldUpkeep Upkeep => new(database);

    public Verifier Verifier => new(database, Catalogue.LoadReleaseAsync);

    public static async Task<WorldHouse> OpenAsync(
        DatabaseSession session, Terminal terminal, CancellationToken cancellation) =>
        new(session.Database, await CatalogueStore.OpenAsync(session.Database, cancellation), terminal);

    /// <summary>Makes a world, and a catalogue when there is none yet.</summary>
    public async Task CreateAsync(string name, WorldSpec spec, int threads, CancellationToken cancellation)
    {
        if (spec.Catalogue == Content.Volume.FullName && !await Catalogue.IsFullAsync(cancellation))
        {
            await CatalogueHouse.GenerateAsync(
                Catalogue, CatalogueHouse.DefaultSeed, Content.Volume.FullName, threads, terminal, cancellation);
        }
        var release = await CatalogueHouse.EnsureAsync(Catalogue, threads, terminal, cancellation);
        var roster = new PeopleBuilder(spec).Build(0);
        var lasting = spec with { To = null, Teachers = null, Catalogue = null };
        await Worlds.CreateAsync(name, lasting, release, roster, imported: false, cancellation);
    }

    /// <summary>Recomputes a world's analytics and digest, and says on the terminal what does not hold.</summary>
    public async Task<Verification> VerifyAsync(string name, CancellationToken cancellation) =>
        await terminal.ProgressAsync($"{name} verified", bar =>
            Verifier.RunAsync(name, new PartsReporter(bar), cancellation));
}
