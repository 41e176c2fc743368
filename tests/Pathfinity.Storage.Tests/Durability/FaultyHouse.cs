using Npgsql;
using NodaTime;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;
using Pathfinity.Storage.Embedded;
using Pathfinity.Storage.Tests.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>
/// A server with a small catalogue that tests may break, and what a small world comes to when nobody disturbs it.
/// </summary>
public sealed class FaultyHouse : IAsyncLifetime, IDisposable
{
    internal static readonly WorldSpec Spec = new() { Seed = 11, From = new LocalDate(2026, 1, 5), Students = 14 };
    internal static readonly int Through = SchoolCalendar.Number(new LocalDate(2026, 2, 13));
    private const int SkillsOfCell = 1;
    private readonly TempFolder folder = new();
    private EmbeddedServer? server;
    private int worlds;

    public string ConnectionString => server!.ConnectionString;

    /// <summary>Number of the one release.</summary>
    internal int Release { get; private set; }

    internal string Digest { get; private set; } = "";

    internal long Rows { get; private set; }

    private DirectoryInfo Data => folder.FolderTo("data");

    public async Task InitializeAsync()
    {
        server = await EmbeddedServer.StartAsync(Data, null, CancellationToken.None);
        await using (var database = await Database.OpenAsync(ConnectionString, CancellationToken.None))
        {
            await FillAsync(database);
        }
        await using var undisturbed = await NewWorldAsync();
        Rows = await undisturbed.AdvanceAsync();
        Digest = (await undisturbed.StatsAsync()).Digest;
        Assert.Equal(Rows, await undisturbed.StoredAsync());
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server!.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The same small world as ever, under a name of its own.</summary>
    /// <param name="options">What is added to the connection string of who advances it.</param>
    internal async Task<FaultyWorld> NewWorldAsync(string options = "", WorldSpec? spec = null)
    {
        var world = new FaultyWorld(this, $"faulty{Interlocked.Increment(ref worlds)}", options);
        await using var database = await world.OpenAsync();
        spec ??= Spec;
        await new Worlds(database).CreateAsync(
            world.Name, spec, Release, new PeopleBuilder(spec).Build(0), imported: false, CancellationToken.None);
        return world;
    }

    /// <summary>Stops the server as an administrator does, and starts it.</summary>
    internal async Task RestartAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server!.DisposeAsync();
        server = await EmbeddedServer.StartAsync(Data, null, CancellationToken.None);
    }

    /// <summary>Ends every process of the server as a power cut would.</summary>
    internal async Task KillAsync()
    {
        var cluster = Path.Combine(Data.FullName, "postgres");
        var postmaster = PostmasterPid.Read(cluster)!.Value;
        var children = await ServerProcess.RunAsync("pgrep", "-P", $"{postmaster}");
        ProcessSignal.Kill(postmaster);
        foreach (var child in children.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Those that found themselves alone may have ended by now.
            await Command.RunAsync("kill", ["-9", child.Trim()], null, TimeSpan.FromSeconds(10), CancellationToken.None);
        }
    }

    private async Task FillAsync(Database database)
    {
        var curriculum = CurriculumLoader.Default;
        var few = curriculum.Skills.GroupBy(skill => (skill.Subject, skill.Grade)).SelectMany(cell => cell.Take(SkillsOfCell));
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var authored = new CatalogueAuthor(curriculum, ContentLibrary.Default)
            .Write(1, new Volume(), skills: few.Select(skill => skill.Id).ToHashSet());
        Release = (await catalogue.PublishAsync(
            authored, curriculum, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None)).Release;
    }
}

[CollectionDefinition(Name)]
public sealed class FaultyHouseCollection : ICollectionFixture<FaultyHouse>
{
    public const string Name = "a server that breaks";
}
