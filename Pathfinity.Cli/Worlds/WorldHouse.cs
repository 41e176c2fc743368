using NodaTime;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Worlds;

/// <summary>The worlds of a command's database, with the catalogue that they need.</summary>
internal sealed class WorldHouse(DatabaseSession session, Terminal terminal)
{
    public Storage.Worlds Worlds { get; } = new(session.Database);

    public CatalogueStore Catalogue { get; } = new(session.Database);

    public WorldStore Store => new(session.Database, Catalogue.LoadReleaseAsync);

    public Verifier Verifier => new(session.Database, Catalogue.LoadReleaseAsync);

    /// <summary>Makes a world, and a catalogue when there is none yet.</summary>
    public async Task CreateAsync(string name, WorldSpec spec, CancellationToken cancellation)
    {
        var release = await CatalogueHouse.EnsureAsync(Catalogue, terminal, cancellation);
        var roster = new PeopleBuilder(spec).Build(0);
        await Worlds.CreateAsync(name, spec, release, roster, imported: false, cancellation);
    }

    /// <summary>Recomputes a world's analytics and digest, and says on the terminal what does not hold.</summary>
    public async Task<Verification> VerifyAsync(string name, CancellationToken cancellation) =>
        await terminal.ProgressAsync($"{name} verified", bar =>
        {
            const int Parts = 1000;
            return Verifier.RunAsync(name, new Reporter(done => bar.Report((long)(done * Parts), Parts)), cancellation);
        });

    private sealed class Reporter(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
