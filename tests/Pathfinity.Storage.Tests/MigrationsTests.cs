using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class MigrationsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Schema = "odd \"name\"'s";
    private static readonly Migrations.Step First = new("0001_first.sql", "CREATE TABLE {schema}.a (x int)");
    private static readonly Migrations.Step Second = new("0002_second.sql", "ALTER TABLE {schema}.a ADD y int DEFAULT 7");
    private Database database = null!;

    public async Task InitializeAsync() =>
        database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task Steps_are_taken_once_and_keep_what_is_there()
    {
        await MigrateAsync(First);
        await SqlText.RunAsync(database.Source, $"INSERT INTO {Identifier.Quote(Schema)}.a VALUES (1)");
        await MigrateAsync(First, Second);
        await MigrateAsync(First, Second);
        Assert.Equal(7, await SqlText.AskAsync<int>(database.Source, $"SELECT y FROM {Identifier.Quote(Schema)}.a"));
    }

    [Fact]
    public async Task A_schema_of_a_newer_program_is_refused_by_name()
    {
        await MigrateAsync(First, Second);
        var e = await Assert.ThrowsAsync<EnvironmentException>(() => MigrateAsync(First));
        Assert.Contains($"{Schema} was made by a newer Pathfinity", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing()
    {
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => MigrateAsync(First, new("0002_bad.sql", "SELECT 1/0")));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(0, await Migrations.VersionAsync(connection, Schema, CancellationToken.None));
    }

    [Fact]
    public async Task Many_at_once_take_each_step_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MigrateAsync(First, Second)));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(2, await Migrations.VersionAsync(connection, Schema, CancellationToken.None));
    }

    [Fact]
    public async Task Every_table_and_column_of_a_world_says_what_it_is()
    {
        await database.MigrateAsync(Migrations.World, "world_a", CancellationToken.None);
        Assert.Equal("", await SqlText.AskAsync<string>(database.Source, """
            SELECT coalesce(string_agg(c.relname || '.' || coalesce(a.attname, ''), ', '), '')
            FROM pg_class c
            CROSS JOIN LATERAL (
                SELECT 0 AS attnum, NULL::name AS attname
                UNION ALL SELECT a.attnum, a.attname FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a
            WHERE c.relnamespace = 'world_a'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
                AND col_description(c.oid, a.attnum) IS NULL AND (a.attnum > 0 OR obj_description(c.oid) IS NULL)
            """));
    }

    private Task MigrateAsync(params Migrations.Step[] steps) =>
        database.MigrateAsync(new Migrations([.. steps]), Schema, CancellationToken.None);
}
