using NodaTime;
using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class WorldsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestWorld world = null!;

    public async Task InitializeAsync() => world = await TestWorld.NewAsync(postgres);

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("with space")]
    [InlineData("quo\"te")]
    [InlineData("quo'te")]
    [InlineData("-first")]
    [InlineData("line\n")]
    [InlineData("ünder")]
    [InlineData("a12345678901234567890123456789012345678901")]
    public async Task Other_names_are_refused(string name)
    {
        await Assert.ThrowsAsync<BadInputException>(() => CreateAsync(name));
        Assert.Single(await world.Worlds.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        var e = await Assert.ThrowsAsync<BadInputException>(() => CreateAsync(TestWorld.Name));
        Assert.Contains("already", e.Message, StringComparison.Ordinal);
        Assert.Equal(TestWorld.Roster.Students.Length, await world.AskAsync<long>("SELECT count(*) FROM world.students"));
    }

    [Fact]
    public async Task Worlds_are_listed_by_name()
    {
        await CreateAsync("a_b");
        await CreateAsync("0");
        var list = await world.Worlds.ListAsync(CancellationToken.None);
        Assert.Equal(["0", "a-b", "a_b"], list.Select(summary => summary.World));
        Assert.Equal(new WorldSummary("0", 7, new DateOnly(2026, 1, 5), null, 42, "nobody"), list[0]);
    }

    [Fact]
    public async Task What_was_made_is_loaded()
    {
        var loaded = await world.Store.LoadAsync(world.Lease, CancellationToken.None);
        Assert.Equal(TestWorld.Spec, loaded.Spec);
        Assert.Equal(
            new JournalEntry(1, TestWorld.FirstDay, JournalKind.Release, 1, "the world's first release"),
            Assert.Single(loaded.Journal));
        Assert.Empty(loaded.Checkpoints);
    }

    [Fact]
    public async Task Checkpoints_come_back_as_they_were_and_an_older_one_changes_nothing()
    {
        var school = new MadeUpSchool(1, 1);
        school.Live(TestWorld.FirstDay);
        var kept = school.Checkpoint(TestWorld.FirstDay);
        await world.CommitAsync(school.Everything(kept));
        await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay - 1)));
        var loaded = Assert.Single((await world.Store.LoadAsync(world.Lease, CancellationToken.None)).Checkpoints);
        Assert.Equal((kept.School, kept.Day), (loaded.School, loaded.Day));
        Assert.Equal(kept.Students.Select(Print), loaded.Students.Select(Print));
        Assert.Equal(kept.Classrooms.Select(c => c.Classroom), loaded.Classrooms.Select(c => c.Classroom));
    }

    [Fact]
    public async Task Who_left_a_school_keeps_the_day_of_leaving()
    {
        var school = new MadeUpSchool(1, 1);
        var first = school.Checkpoint(TestWorld.FirstDay);
        await world.CommitAsync(school.Everything(first));
        await world.CommitAsync(school.Everything(first with { Day = TestWorld.FirstDay + 1, Students = first.Students[1..] }));
        var loaded = (await world.Store.LoadAsync(world.Lease, CancellationToken.None)).Checkpoints;
        Assert.Equal([TestWorld.FirstDay, TestWorld.FirstDay + 1], loaded.Select(c => c.Day));
        Assert.Equal(first.Students[0].Student, Assert.Single(loaded[0].Students).Student);
    }

    [Fact]
    public async Task A_year_is_entered_once()
    {
        var next = new PeopleBuilder(TestWorld.Spec).Build(1);
        await world.Store.EnterYearAsync(world.Lease, TestWorld.Roster, CancellationToken.None);
        await world.Store.EnterYearAsync(world.Lease, next, CancellationToken.None);
        var before = await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None);
        await world.Store.EnterYearAsync(world.Lease, next, CancellationToken.None);
        Assert.Equal(before.Tables, (await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None)).Tables);
        Assert.Equal(TestWorld.Roster.Students.Union(next.Students).Count(), before.Students);
        Assert.Equal(before.Students, await world.AskAsync<long>("SELECT count(*) FROM world.marks"));
    }

    [Theory]
    [InlineData("guardian_groups", "WHERE school_id = 0")]
    [InlineData("substitute_days", "WHERE day = (SELECT max(day) FROM world.substitute_days)")]
    [InlineData("enrollments", "WHERE student_id = 3")]
    public async Task A_year_that_lacks_what_came_with_a_later_version_gets_it(string table, string which)
    {
        var before = await world.AskAsync<long>($"SELECT count(*) FROM world.{table}");
        Assert.NotEqual(0, await world.RunAsync($"DELETE FROM world.{table} {which}"));
        await world.Store.EnterYearAsync(world.Lease, TestWorld.Roster, CancellationToken.None);
        Assert.Equal(before, await world.AskAsync<long>($"SELECT count(*) FROM world.{table}"));
    }

    [Fact]
    public async Task Days_that_have_begun_stay_begun_and_bring_the_journal_up_to_them()
    {
        await world.RunAsync("INSERT INTO world.journal VALUES (2, '2026-02-01', 'quarantine', 3, 'a test')");
        var day = SchoolCalendar.Number(new LocalDate(2026, 2, 1));
        Assert.Single(await world.Store.BeginDaysAsync(world.Lease, day - 1, CancellationToken.None));
        Assert.Equal(2, (await world.Store.BeginDaysAsync(world.Lease, day, CancellationToken.None)).Length);
        await world.Store.BeginDaysAsync(world.Lease, day - 9, CancellationToken.None);
        Assert.Equal(new DateOnly(2026, 2, 1), await world.AskAsync<DateOnly>("SELECT begun_day FROM world.progress"));
    }

    [Fact]
    public async Task A_second_engine_is_refused_by_the_name_of_the_first()
    {
        var e = await Assert.ThrowsAsync<BadInputException>(() => AcquireAsync("another"));
        Assert.Contains("held by tests", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lease_ends_with_its_connection_and_the_next_holder_fences_the_last()
    {
        await world.RunAsync("""
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """);
        await using var next = await AcquireOnceFreeAsync();
        Assert.Equal(world.Lease.Epoch + 1, next.Lease.Epoch);
        await Assert.ThrowsAsync<LeaseLostException>(
            () => world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay, CancellationToken.None));
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named()
    {
        foreach (var ask in new Func<Task>[]
        {
            () => world.Worlds.AcquireAsync("none", "tests", CancellationToken.None),
            () => world.Worlds.StatsAsync("none", CancellationToken.None),
            () => world.Worlds.DropAsync("none", CancellationToken.None),
        })
        {
            Assert.Contains("no world 'none'", (await Assert.ThrowsAsync<BadInputException>(ask)).Message, StringComparison.Ordinal);
        }
        Assert.False(await world.Worlds.ExistsAsync("none", CancellationToken.None));
    }

    [Fact]
    public async Task A_world_of_a_newer_program_is_refused()
    {
        await world.Held.DisposeAsync();
        await world.RunAsync("INSERT INTO world.schema_version VALUES (99, '0099_beyond.sql')");
        foreach (var ask in new Func<Task>[]
        {
            () => world.Worlds.AcquireAsync(TestWorld.Name, "tests", CancellationToken.None),
            () => world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None),
            () => world.VerifyAsync(),
        })
        {
            Assert.Contains("newer Pathfinity", (await Assert.ThrowsAsync<EnvironmentException>(ask)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_world_is_dropped_with_all_that_is_in_it_but_not_while_it_is_held()
    {
        var e = await Assert.ThrowsAsync<BadInputException>(() => world.Worlds.DropAsync(TestWorld.Name, CancellationToken.None));
        Assert.Contains("held by tests", e.Message, StringComparison.Ordinal);
        await world.Held.DisposeAsync();
        await world.Worlds.DropAsync(TestWorld.Name, CancellationToken.None);
        Assert.Empty(await world.Worlds.ListAsync(CancellationToken.None));
        await CreateAsync(TestWorld.Name);
    }

    [Fact]
    public async Task Everything_is_counted()
    {
        var schools = TestWorld.Roster.Schools.Select(school => new MadeUpSchool(school.Id, 1)).ToList();
        foreach (var school in schools)
        {
            school.Live(TestWorld.FirstDay);
            await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay)));
        }
        var rows = new Rows();
        schools.ForEach(school => rows.Add(school.Everything().Rows));
        var stats = await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None);
        Assert.Equal((7L, 42L, 3L), (stats.Seed, stats.Students, stats.Schools));
        Assert.Equal((rows.Attempts.Count, rows.Sessions.Count), ((int)stats.Attempts, (int)stats.Sessions));
        Assert.Equal(rows.Visits.Count, stats.Tables["visits"]);
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 5)), (stats.From, stats.To));
        Assert.Matches("^[0-9a-f]{64}$", stats.Digest);
    }

    [Fact]
    public async Task People_of_an_import_are_marked()
    {
        await world.Worlds.CreateAsync("real", TestWorld.Spec, 1, TestWorld.Roster, imported: true, CancellationToken.None);
        Assert.Equal("import", await SqlText.AskAsync<string>(world.Source, "SELECT min(origin) FROM world_real.students"));
        Assert.Equal("synthetic", await world.AskAsync<string>("SELECT max(origin) FROM world.students"));
    }

    private static string Print(StudentState s) =>
        $"{s.Student} {Convert.ToHexString(s.Mind)} {Convert.ToHexString(s.Digest)}";

    private Task CreateAsync(string name) =>
        world.Worlds.CreateAsync(name, TestWorld.Spec, 1, TestWorld.Roster, imported: false, CancellationToken.None);

    private Task<HeldWorld> AcquireAsync(string holder) =>
        world.Worlds.AcquireAsync(TestWorld.Name, holder, CancellationToken.None);

    // The server lets go of a terminated session's locks a moment after it has said that it will.
    private async Task<HeldWorld> AcquireOnceFreeAsync()
    {
        await using var connection = await world.Source.OpenConnectionAsync();
        await using var wait = new NpgsqlCommand(
            $"SELECT pg_advisory_lock({(long)Determinism.Dice.Key("lease " + TestWorld.Name)}), pg_advisory_unlock_all()", connection);
        await wait.ExecuteNonQueryAsync();
        return await AcquireAsync("the next");
    }
}
