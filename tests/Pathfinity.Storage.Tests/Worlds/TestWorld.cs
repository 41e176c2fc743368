using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Pathfinity.Determinism;
using Pathfinity.Learning;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

/// <summary>A small world in a database of its own, held by us, with a made-up release.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    public const string Name = "a-b";
    public const string Schema = "\"world_a-b\"";
    public static readonly int FirstDay = SchoolCalendar.Number(new LocalDate(2026, 1, 5));
    public static readonly WorldSpec Spec = new() { Seed = 7, From = new LocalDate(2026, 1, 5), Students = 42 };
    public static readonly Roster Roster = new PeopleBuilder(Spec).Build(0);
    public static readonly Release Release = new(
        1, "none", new Syllabus([], [], [], [], []), Keys("skill", 8), Keys("item", 20), Keys("question", 60), Keys("career", 9))
    {
        Scenarios = Keys("scenario", 4),
    };

    private TestWorld(Database database, HeldWorld held)
    {
        Database = database;
        Held = held;
        Store = new WorldStore(database, LoadAsync);
        Worlds = new Worlds(database);
    }

    public Database Database { get; }
    public HeldWorld Held { get; }
    public WorldStore Store { get; }
    public Worlds Worlds { get; }
    public WorldLease Lease => Held.Lease;
    public NpgsqlDataSource Source => Database.Source;

    public static async Task<TestWorld> NewAsync(PostgresFixture postgres)
    {
        var database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var worlds = new Worlds(database);
        await worlds.CreateAsync(Name, Spec, Release.Number, Roster, imported: false, CancellationToken.None);
        return new TestWorld(database, await worlds.AcquireAsync(Name, "tests", CancellationToken.None));
    }

    public Task<Committed> CommitAsync(ActivityBatch batch) => Store.CommitAsync(Lease, batch, CancellationToken.None);

    public Task<Verification> VerifyAsync() =>
        new Verifier(Database, LoadAsync).RunAsync(Name, null, CancellationToken.None);

    public Task<T> AskAsync<T>(string sql) => SqlText.AskAsync<T>(Source, sql.Replace("world.", Schema + ".", StringComparison.Ordinal));

    public Task<int> RunAsync(string sql) => SqlText.RunAsync(Source, sql.Replace("world.", Schema + ".", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Held.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal static Task<Release> LoadAsync(int number, CancellationToken cancellation) => number == Release.Number
        ? Task.FromResult(Release)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "There is one release.");

    private static ImmutableArray<CatalogueKey> Keys(string kind, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new CatalogueKey(i, Dice.Key($"{kind}.{i}")))];
}
