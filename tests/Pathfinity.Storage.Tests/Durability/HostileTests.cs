using Npgsql;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>Servers, databases and roles that others have set up: a clear refusal, or correct work.</summary>
[Collection(PostgresTests.Name)]
public sealed class HostileTests(PostgresFixture postgres)
{
    private const string World = "guest";

    [Theory]
    [InlineData("SQL_ASCII")]
    [InlineData("LATIN1")]
    public async Task A_database_in_another_encoding_is_refused(string encoding)
    {
        var name = $"in_{encoding.ToLowerInvariant()}";
        await SqlText.RunAsync(
            postgres.ConnectionString, $"CREATE DATABASE {name} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        var e = await Assert.ThrowsAsync<EnvironmentException>(
            () => Database.OpenAsync(With(postgres.ConnectionString, own => own.Database = name), CancellationToken.None));
        Assert.Contains($"keeps text as {encoding}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_the_server_change_nothing_of_a_world()
    {
        var plain = await PrintAsync(await postgres.NewDatabaseAsync());
        var own = await postgres.NewDatabaseAsync();
        foreach (var setting in new[]
        {
            "timezone = 'Asia/Kolkata'", "datestyle = 'German, DMY'", "intervalstyle = 'sql_standard'", "bytea_output = 'escape'",
            "extra_float_digits = -15", "search_path = ''", "default_transaction_isolation = 'serializable'",
            "standard_conforming_strings = off", "enable_seqscan = off", "default_with_oids = off", "lock_timeout = '60s'",
        })
        {
            await SqlText.RunAsync(own, $"ALTER DATABASE {SqlText.NameOf(own)} SET {setting}");
        }
        Assert.Equal(plain, await PrintAsync(own));
    }

    [Fact]
    public async Task Names_with_quotes_blanks_and_foreign_letters_are_names_like_others()
    {
        const string Odd = "o'ne \"two\" drei; DROP ünsinn";
        var quoted = Identifier.Quote(Odd);
        await SqlText.RunAsync(postgres.ConnectionString, $"CREATE ROLE {quoted} LOGIN PASSWORD 'it''s \"mine\";'");
        await SqlText.RunAsync(postgres.ConnectionString, $"CREATE DATABASE {quoted} OWNER {quoted} ENCODING 'UTF8' TEMPLATE template0");
        var own = With(postgres.ConnectionString, to =>
        {
            (to.Database, to.Username, to.Password, to.ApplicationName) = (Odd, Odd, "it's \"mine\";", Odd);
        });
        Assert.Equal(await PrintAsync(await postgres.NewDatabaseAsync()), await PrintAsync(own));
        await using var database = await Database.OpenAsync(own, CancellationToken.None);
        await using var held = await new Worlds(database).AcquireAsync(World, Odd, CancellationToken.None);
        var e = await Assert.ThrowsAsync<BadInputException>(
            () => new Worlds(database).AcquireAsync(World, "another", CancellationToken.None));
        Assert.Contains($"held by {Odd}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_somebody_elses_is_not_written_into()
    {
        var own = await postgres.NewDatabaseAsync();
        await SqlText.RunAsync(own, $"CREATE SCHEMA world_{World}; CREATE TABLE world_{World}.students (mine int)");
        await using var database = await Database.OpenAsync(own, CancellationToken.None);
        var e = await Assert.ThrowsAsync<EnvironmentException>(() => CreateAsync(database, World));
        Assert.Contains("holds tables that are not Pathfinity's", e.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await SqlText.AskAsync<long>(
            database.Source, $"SELECT count(*) FROM pg_class WHERE relnamespace = 'world_{World}'::regnamespace AND relkind = 'r'"));
        Assert.Empty(await new Worlds(database).ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_make_a_world_at_once_one_is_told_that_it_is_there()
    {
        await using var database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var makers = Enumerable.Range(0, 3).Select(_ => CreateAsync(database, World)).ToArray();
        var refused = 0;
        foreach (var maker in makers)
        {
            refused += await Record.ExceptionAsync(() => maker) is BadInputException ? 1 : 0;
        }
        Assert.Equal(makers.Length - 1, refused);
        Assert.Equal(World, Assert.Single(await new Worlds(database).NamesAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_role_with_few_connections_is_told_so_or_does_with_fewer()
    {
        var own = await postgres.NewDatabaseAsync();
        var role = SqlText.NameOf(own) + "_few";
        await SqlText.RunAsync(own, $"""
            CREATE ROLE {role} LOGIN PASSWORD 'few' CONNECTION LIMIT 3; GRANT CREATE ON DATABASE {SqlText.NameOf(own)} TO {role}
            """);
        var few = With(own, to => (to.Username, to.Password) = (role, "few"));
        var greedy = await Record.ExceptionAsync(() => PrintAsync(few));
        Assert.Equal(PostgresErrorCodes.TooManyConnections, Assert.IsType<PostgresException>(greedy).SqlState);
        NpgsqlConnection.ClearAllPools();
        await SqlText.RunAsync(own, $"DROP SCHEMA world_{World} CASCADE");
        Assert.Equal(
            await PrintAsync(await postgres.NewDatabaseAsync()), await PrintAsync(With(few, to => to.MaxPoolSize = 2)));
    }

    [Fact]
    [Trait("Tier", "full")]
    public async Task Two_hundred_worlds_live_side_by_side()
    {
        const int Many = 200;
        await using var database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var worlds = new Worlds(database);
        await CreateAsync(database, "w000");
        await Parallel.ForAsync(1, Many, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
            await CreateAsync(database, $"w{i:000}"));
        var list = await worlds.ListAsync(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"w{i:000}"), list.Select(world => world.World));
        Assert.All(list, world => Assert.Equal(TestWorld.Roster.Students.Length, world.Students));
        await worlds.DropAsync("w100", CancellationToken.None);
        Assert.Equal(Many - 1, (await worlds.NamesAsync(CancellationToken.None)).Count);
        Assert.Equal(TestWorld.Roster.Students.Length, (await worlds.StatsAsync("w199", CancellationToken.None)).Students);
    }

    /// <summary>Makes a world, lets all its schools commit at once, verifies it, and prints what is in it.</summary>
    private static async Task<string> PrintAsync(string connectionString)
    {
        await using var database = await Database.OpenAsync(connectionString, CancellationToken.None);
        await CreateAsync(database, World);
        await using var held = await new Worlds(database).AcquireAsync(World, "tests", CancellationToken.None);
        var store = new WorldStore(database, TestWorld.LoadAsync);
        await Task.WhenAll(TestWorld.Roster.Schools.Select(async one =>
        {
            var school = new MadeUpSchool(one.Id, 1);
            school.Live(TestWorld.FirstDay);
            school.Live(TestWorld.FirstDay + 1);
            await store.CommitAsync(
                held.Lease, school.Everything(school.Checkpoint(TestWorld.FirstDay + 1)), CancellationToken.None);
        }));
        Assert.Empty((await new Verifier(database, TestWorld.LoadAsync).RunAsync(World, null, CancellationToken.None)).Failed);
        var stats = await new Worlds(database).StatsAsync(World, CancellationToken.None);
        return $"{stats.Digest} {string.Join(',', stats.Tables)}";
    }

    private static Task CreateAsync(Database database, string name) => new Worlds(database).CreateAsync(
        name, TestWorld.Spec, TestWorld.Release.Number, TestWorld.Roster, imported: false, CancellationToken.None);

    private static string With(string connectionString, Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        change(settings);
        return settings.ConnectionString;
    }
}
