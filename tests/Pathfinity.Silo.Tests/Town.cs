using NodaTime;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Silo.Tests;

/// <summary>A server with a small catalogue, from which each test has a database of its own.</summary>
public sealed class Town : IAsyncLifetime, IDisposable
{
    public const string World = "a-b";
    private const int SkillsOfCell = 2;
    private const string Prepared = "prepared";
    private readonly PostgresFixture postgres = new();
    private int databases;
    private int release;

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        await RunAsync($"CREATE DATABASE {Prepared} TEMPLATE template0");
        var text = To(Prepared);
        await using var database = await Database.OpenAsync(text, CancellationToken.None);
        await SchemaVersions.MigrateAsync(database, CancellationToken.None);
        var curriculum = CurriculumLoader.Default;
        var few = curriculum.Skills.GroupBy(skill => (skill.Subject, skill.Grade)).SelectMany(cell => cell.Take(SkillsOfCell));
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var authored = new CatalogueAuthor(curriculum, ContentLibrary.Default)
            .Write(1, new Volume(), skills: few.Select(skill => skill.Id).ToHashSet());
        release = (await catalogue.PublishAsync(
            authored, curriculum, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None)).Release;
    }

    /// <summary>A database with a new world in it.</summary>
    public async Task<TownDatabase> NewAsync(WorldSpec spec)
    {
        var name = $"town_{Interlocked.Increment(ref databases)}";
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {Prepared}");
        var database = await Database.OpenAsync(To(name), CancellationToken.None);
        await new Storage.Worlds(database).CreateAsync(
            World, spec, release, new PeopleBuilder(spec).Build(0), imported: false, CancellationToken.None);
        return new TownDatabase(database, To(name), spec);
    }

    /// <summary>Ends all connections to a database and refuses new ones, as a server does that is about to stop.</summary>
    public async Task CutAsync(TownDatabase there)
    {
        var name = new NpgsqlConnectionStringBuilder(there.ConnectionString).Database;
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    public Task MendAsync(TownDatabase there) => RunAsync(
        $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(there.ConnectionString).Database} ALLOW_CONNECTIONS true");

    public async Task DisposeAsync() => await postgres.DisposeAsync();

    public void Dispose() => postgres.Dispose();

    private string To(string name) =>
        new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Put <c>[Collection(Towns.Name)]</c> on a class to be given the assembly's town.</summary>
[CollectionDefinition(Name)]
public sealed class Towns : ICollectionFixture<Town>
{
    public const string Name = "town";
}

/// <summary>A database with a world of its own.</summary>
public sealed class TownDatabase(Database database, string connectionString, WorldSpec spec) : IAsyncDisposable
{
    /// <summary>A Monday.</summary>
    public static readonly LocalDate Monday = new(2026, 1, 5);

    public Database Database => database;

    public string ConnectionString => connectionString;

    public WorldSpec Spec => spec;

    public int FirstDay => SchoolCalendar.Number(spec.From);

    /// <summary>The dawn of a day, counted from the world's first.</summary>
    public Instant Dawn(int day) => new SchoolCalendar(spec).Dawn(FirstDay + day);

    public async Task<OpenWorld> TakeAsync(HeldWorld held)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        return await OpenWorld.OpenAsync(
            new WorldStore(database, catalogue.LoadReleaseAsync), held.Lease, CancellationToken.None);
    }

    /// <summary>Lives so many days in this process; the digest.</summary>
    public async Task<string> LiveHereAsync(int days)
    {
        await using var held = await HeldWorld.AcquireAsync(database, Town.World, "tests", CancellationToken.None);
        var world = await TakeAsync(held);
        await new BatchEngine(world, 2).RunToAsync(FirstDay + days - 1, null, CancellationToken.None);
        return world.Digest;
    }

    /// <summary>The digest, recomputed from the stored rows, all sums of which must be right.</summary>
    public async Task<string> DigestAsync()
    {
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var verified = await new Verifier(database, catalogue.LoadReleaseAsync).RunAsync(Town.World, null, CancellationToken.None);
        Assert.True(verified.Ok, string.Join('\n', verified.Failed));
        return (await new Storage.Worlds(database).StatsAsync(Town.World, CancellationToken.None)).Digest!;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = database.Source.CreateCommand(
            sql.Replace("world.", $"\"world_{Town.World}\".", StringComparison.Ordinal));
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();
}
