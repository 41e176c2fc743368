using Pathfinity.Storage;

namespace Pathfinity.Cli.Tests;

[Collection(SchoolHouseCollection.Name)]
public sealed class PrepareTests(SchoolHouse house)
{
    [Fact]
    public async Task A_world_is_made_once_and_anew_only_when_told_so()
    {
        string[] prepare = ["world", "prepare", "--world", "ready", "--seed", "4", "--students", "14", "--history", "5"];
        var first = await house.JsonAsync(prepare);
        Assert.True(first.GetProperty("made").GetBoolean());
        Assert.True(first.GetProperty("rows").GetInt64() > 0);

        var again = await house.JsonAsync(prepare);
        Assert.False(again.GetProperty("made").GetBoolean());

        var other = await house.RunAsync("world", "prepare", "--world", "ready", "--students", "20");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("has 14 students", other.Error, StringComparison.Ordinal);

        var anew = await house.JsonAsync("world", "prepare", "--world", "ready", "--students", "20", "--history", "2", "--anew");
        Assert.True(anew.GetProperty("made").GetBoolean());
        Assert.Equal(20, await house.CountAsync("SELECT count(*) FROM world_ready.students"));
    }

    [Fact]
    public async Task A_world_that_is_lived_stays_as_it_is()
    {
        await house.JsonAsync("world", "prepare", "--world", "lived_in", "--students", "14", "--history", "1");
        await using var database = await Database.OpenAsync(house.ConnectionString, CancellationToken.None);
        await using var held = await new Storage.Worlds(database).AcquireAsync("lived_in", "a test", CancellationToken.None);

        Assert.True((await house.JsonAsync("world", "prepare", "--world", "lived_in")).GetProperty("held").GetBoolean());
        var anew = await house.RunAsync("world", "prepare", "--world", "lived_in", "--anew");
        Assert.Equal(2, anew.ExitCode);
        Assert.Contains("is held by a test", anew.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_what_is_of_this_version_changes_nothing()
    {
        Assert.Empty((await house.JsonAsync("world", "migrate")).GetProperty("migrated").EnumerateArray());
        Assert.Equal(
            3, await house.CountAsync("SELECT count(*) FROM pg_namespace WHERE nspname IN ('catalogue', 'orleans', 'world_first')"));
        await house.CountAsync("INSERT INTO world_first.schema_version VALUES (9999, 'tomorrow') RETURNING version");
        try
        {
            var newer = await house.RunAsync("world", "migrate");
            Assert.Equal(3, newer.ExitCode);
            Assert.Contains("was made by a newer Pathfinity", newer.Error, StringComparison.Ordinal);
        }
        finally
        {
            await house.CountAsync("DELETE FROM world_first.schema_version WHERE version = 9999 RETURNING version");
        }
    }
}
