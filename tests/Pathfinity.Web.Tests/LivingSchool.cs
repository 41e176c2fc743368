using System.Globalization;
using NodaTime;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.ServiceDefaults;
using Pathfinity.Simulation;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Web.Tests;

/// <summary>A small world with three weeks of history, live on a Monday morning, and the dashboard that shows it.</summary>
public sealed class LivingSchool : IAsyncLifetime, IDisposable
{
    public const string World = "a-b";
    private const int SkillsOfCell = 4;
    private const double WorldSecondsPerSecond = 600;
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate Monday = new(2026, 1, 26);

    private readonly PostgresFixture postgres = new();
    private readonly CancellationTokenSource end = new();
    private readonly SimulationDirectory simulations = new();
    private HeldWorld held = null!;
    private IAsyncDisposable shown = null!;
    private Task living = Task.CompletedTask;
    private WebApplication app = null!;

    public string ConnectionString { get; private set; } = "";

    public Database Database { get; private set; } = null!;

    public LiveEngine Engine { get; private set; } = null!;

    public Readiness Readiness { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public static WebSettings Settings { get; } =
        new() { Host = "127.0.0.1", Port = 0, Application = typeof(LivingSchool).Assembly.GetName().Name! };

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        ConnectionString = await postgres.NewDatabaseAsync();
        Database = await Database.OpenAsync(ConnectionString, CancellationToken.None);
        var world = await PeopledAsync();
        await new BatchEngine(world, 2).RunToAsync(SchoolCalendar.Number(Monday) - 1, null, CancellationToken.None);
        await ServeAsync();
        var start = Monday.At(new LocalTime(8, 0)).InZoneLeniently(world.Calendar.Zone).ToInstant();
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        Engine = new LiveEngine(world, new PacedClock(null, start, now, WorldSecondsPerSecond), TimeProvider.System);
        shown = simulations.Add(Engine);
        living = Task.Run(() => Engine.RunAsync(null, end.Token));
        await Engine.RunToAsync(start, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await shown.DisposeAsync();
        await end.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync();
        await app.DisposeAsync();
        await held.DisposeAsync();
        await Database.DisposeAsync();
        await postgres.DisposeAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        end.Dispose();
        postgres.Dispose();
    }

    /// <summary>Rows of a table of the world at this moment.</summary>
    public async Task<long> CountAsync(string table)
    {
        await using var command = Database.Source.CreateCommand($"SELECT count(*) FROM \"world_{World}\".{table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A dashboard of its own on the same database.</summary>
    public WebApplication NewApplication(WebSettings settings, Readiness readiness)
    {
        var built = WebHost.Build(settings, Database, simulations, readiness, host => host.AddServiceDefaults(null));
        built.MapHealth();
        return built;
    }

    private async Task ServeAsync()
    {
        app = NewApplication(Settings, Readiness);
        await WebHost.ServeAsync(app, Settings, CancellationToken.None);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    private async Task<OpenWorld> PeopledAsync()
    {
        var curriculum = CurriculumLoader.Default;
        var few = curriculum.Skills.GroupBy(skill => (skill.Subject, skill.Grade)).SelectMany(cell => cell.Take(SkillsOfCell));
        var catalogue = await CatalogueStore.OpenAsync(Database, CancellationToken.None);
        var authored = new CatalogueAuthor(curriculum, ContentLibrary.Default)
            .Write(1, new Volume(), skills: few.Select(skill => skill.Id).ToHashSet());
        var published = await catalogue.PublishAsync(
            authored, curriculum, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None);
        var worlds = new Worlds(Database);
        var spec = new WorldSpec { Seed = 11, From = First, Students = 84, Calendar = CalendarKind.Continuous, District = "Two Rivers <District>" };
        await worlds.CreateAsync(
            World, spec, published.Release, new PeopleBuilder(spec).Build(0), imported: false, CancellationToken.None);
        held = await worlds.AcquireAsync(World, "tests", CancellationToken.None);
        var store = new WorldStore(Database, catalogue.LoadReleaseAsync);
        return await OpenWorld.OpenAsync(store, held.Lease, CancellationToken.None);
    }

    /// <summary>The number that a text such as "12,345" shows.</summary>
    public static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}

/// <summary>Put <c>[Collection(LivingSchools.Name)]</c> on a class to be given the assembly's world.</summary>
[CollectionDefinition(Name)]
public sealed class LivingSchools : ICollectionFixture<LivingSchool>
{
    public const string Name = "living school";
}
