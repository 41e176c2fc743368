using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>Worlds that older programs made, with activity in them, as this program takes them.</summary>
[Collection(PostgresTests.Name)]
public sealed class OlderWorldTests(PostgresFixture postgres)
{
    /// <summary>No program kept activity without its sums.</summary>
    private const int FirstWithActivity = 3;
    private const int NumberLength = 4;
    private const int Days = 2;

    /// <summary>Of every table of the older schema: what both schemas have of it, from the newer one.</summary>
    private const string Copies = """
        SELECT format('DELETE FROM %1$I.%3$I; INSERT INTO %1$I.%3$I (%4$s) SELECT %4$s FROM %2$I.%3$I;',
            older.nspname, newer.nspname, o.relname, (
                SELECT string_agg(quote_ident(a.attname), ', ')
                FROM pg_attribute a JOIN pg_attribute b ON b.attrelid = n.oid AND b.attname = a.attname
                WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''))
        FROM pg_namespace older JOIN pg_class o ON o.relnamespace = older.oid, pg_namespace newer
            JOIN pg_class n ON n.relnamespace = newer.oid
        WHERE older.nspname = $1 AND newer.nspname = $2 AND n.relname = o.relname AND o.relkind IN ('r', 'p')
            AND NOT o.relispartition AND o.relname <> 'schema_version'
        """;

    private static readonly ImmutableArray<string> Steps = Migrations.World.Names;

    /// <summary>Versions that a program had. Steps of one number came together: none ended between them.</summary>
    private static readonly int[] Versions = [.. Enumerable.Range(1, Steps.Length - 1)
        .Where(version => Steps[version][..NumberLength] != Steps[version - 1][..NumberLength])];

    public static TheoryData<int> Few { get; } = new([FirstWithActivity, Versions[^1]]);

    public static TheoryData<int> Others { get; } = new(Versions.Except([FirstWithActivity, Versions[^1]]));

    [Theory]
    [MemberData(nameof(Few))]
    public Task A_world_of_the_first_or_the_last_version_comes_through_with_its_activity_and_goes_on(int version) =>
        ComesThroughAsync(version);

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Tier", "full")]
    public Task A_world_of_any_earlier_version_comes_through_with_its_activity_and_goes_on(int version) =>
        ComesThroughAsync(version);

    private async Task ComesThroughAsync(int version)
    {
        await using var database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var older = $"older{version}";
        await database.MigrateAsync(Migrations.World.Until(version), WorldName.Schema(older), CancellationToken.None);
        var school = new MadeUpSchool(0, (ulong)version, await TablesAsync(database, older));
        await FillAsync(database, older, version, school);
        await ComesThroughAsync(database, older, version, school);
    }

    private static async Task<Func<string, bool>> TablesAsync(Database database, string world)
    {
        var names = await SqlText.AskAsync<string[]>(database.Source, $"""
            SELECT array_agg(relname::text) FROM pg_class WHERE relnamespace = '{WorldName.Quoted(world)}'::regnamespace
            """);
        return names.Contains;
    }

    /// <summary>Lets this program live a world of what the older one knew, and takes the rows over.</summary>
    private static async Task FillAsync(Database database, string older, int version, MadeUpSchool school)
    {
        var model = $"model{version}";
        var worlds = new Worlds(database);
        await worlds.CreateAsync(
            model, TestWorld.Spec, TestWorld.Release.Number, TestWorld.Roster, imported: false, CancellationToken.None);
        if (version >= FirstWithActivity)
        {
            await using var held = await worlds.AcquireAsync(model, "tests", CancellationToken.None);
            for (var day = 0; day < Days; day++)
            {
                school.Live(TestWorld.FirstDay + day);
            }
            var store = new WorldStore(database, TestWorld.LoadAsync);
            var batch = school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1));
            await store.CommitAsync(held.Lease, batch, CancellationToken.None);
            await SqlText.RunAsync(database.Source, $"SELECT {WorldName.Quoted(older)}.add_month('2026-01-01')");
        }
        await CopyAsync(database, WorldName.Schema(older), WorldName.Schema(model));
    }

    private static async Task CopyAsync(Database database, string older, string newer)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var copies = new List<string>();
        await using (var ask = new NpgsqlCommand(Copies, connection))
        {
            ask.Parameters.Add(new() { Value = older });
            ask.Parameters.Add(new() { Value = newer });
            await using var reader = await ask.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                copies.Add(reader.GetString(0));
            }
        }
        await using var run = new NpgsqlCommand(
            $"BEGIN; SET LOCAL session_replication_role = replica; {string.Concat(copies)} COMMIT", connection);
        await run.ExecuteNonQueryAsync();
    }

    private static async Task ComesThroughAsync(Database database, string older, int version, MadeUpSchool school)
    {
        var quoted = WorldName.Quoted(older);
        const string Students = "SELECT count(*) FROM {0}.students";
        var students = await SqlText.AskAsync<long>(database.Source, Students.Replace("{0}", quoted, StringComparison.Ordinal));
        Assert.Equal(TestWorld.Roster.Students.Length, students);
        await using var held = await new Worlds(database).AcquireAsync(older, "tests", CancellationToken.None);
        Assert.Equal(students, await SqlText.AskAsync<long>(
            database.Source, Students.Replace("{0}", quoted, StringComparison.Ordinal)));
        var verifier = new Verifier(database, TestWorld.LoadAsync);
        Assert.Empty(await FailedAsync());

        var going = new MadeUpSchool(1, (ulong)version);
        going.Live(TestWorld.FirstDay);
        going.Live(TestWorld.FirstDay + 30);
        var batch = going.Everything(going.Checkpoint(TestWorld.FirstDay + 30));
        var committed = await new WorldStore(database, TestWorld.LoadAsync).CommitAsync(held.Lease, batch, CancellationToken.None);
        Assert.Equal((version, batch.Rows.Count), (version, committed.Written));
        Assert.Empty(await FailedAsync());
        Assert.Equal(school.Everything().Rows.Attempts.Count + batch.Rows.Attempts.Count, await SqlText.AskAsync<long>(
            database.Source, $"SELECT count(*) FROM {quoted}.attempts"));

        async Task<IEnumerable<string>> FailedAsync() =>
            (await verifier.RunAsync(older, null, CancellationToken.None)).Failed.Select(failed => $"from version {version}: {failed}");
    }
}
