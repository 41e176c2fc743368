using NodaTime;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

/// <summary>A small world that the engine itself lived: six weeks of 84 students, stored.</summary>
public sealed class SimulatedWorld : IAsyncLifetime, IDisposable
{
    public const string Name = "lived";
    private const int SkillsOfCell = 3;
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly LocalDate Through = new(2026, 2, 13);
    private readonly PostgresFixture postgres = new();

    public Database Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        Database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var curriculum = CurriculumLoader.Default;
        var few = curriculum.Skills.GroupBy(skill => (skill.Subject, skill.Grade)).SelectMany(cell => cell.Take(SkillsOfCell));
        var catalogue = await CatalogueStore.OpenAsync(Database, CancellationToken.None);
        var authored = new CatalogueAuthor(curriculum, ContentLibrary.Default)
            .Write(1, new Volume(), skills: few.Select(skill => skill.Id).ToHashSet());
        var published = await catalogue.PublishAsync(
            authored, curriculum, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None);
        var worlds = new Worlds(Database);
        var spec = new WorldSpec { Seed = 3, From = From, Students = 84 };
        await worlds.CreateAsync(
            Name, spec, published.Release, new PeopleBuilder(spec).Build(0), imported: false, CancellationToken.None);
        await using var held = await worlds.AcquireAsync(Name, "tests", CancellationToken.None);
        var world = await OpenWorld.OpenAsync(
            new WorldStore(Database, catalogue.LoadReleaseAsync), held.Lease, CancellationToken.None);
        await new BatchEngine(world, 2).RunToAsync(SchoolCalendar.Number(Through), null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await postgres.DisposeAsync();
    }

    public void Dispose() => postgres.Dispose();
}

[CollectionDefinition(Name)]
public sealed class SimulatedWorldCollection : ICollectionFixture<SimulatedWorld>
{
    public const string Name = "a world that was lived";
}
