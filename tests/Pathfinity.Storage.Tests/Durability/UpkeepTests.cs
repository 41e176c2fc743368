using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage.Embedded;
using Pathfinity.Storage.Tests.Embedded;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>Compacting, purging, and a world that goes away in a file and comes back in another database.</summary>
[Collection(FaultyHouseCollection.Name)]
public sealed class UpkeepTests(FaultyHouse house)
{
    [Fact]
    public async Task A_compacted_world_takes_less_room_and_is_the_same()
    {
        await using var world = await house.NewWorldAsync();
        await world.AdvanceAsync(through: FaultyHouse.Through - 14);
        await using var database = await world.OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await SqlText.RunAsync(database.Source, $"UPDATE {world.Schema}.attempts SET response_ms = response_ms");
        }
        var told = new List<double>();
        var compacted = await new WorldUpkeep(database).CompactAsync(world.Name, new Told(told), CancellationToken.None);
        Assert.True(compacted.After < compacted.Before * 0.8, compacted.ToString());
        Assert.Equal(1.0, told[^1], 6);
        await world.EndsWholeAsync();
    }

    [Fact]
    public async Task A_purged_world_has_what_was_imported_and_can_be_lived_again()
    {
        await using var world = await house.NewWorldAsync();
        await using var database = await world.OpenAsync();
        var upkeep = new WorldUpkeep(database);
        var e = await Assert.ThrowsAsync<BadInputException>(() => upkeep.PurgeSyntheticAsync(world.Name, CancellationToken.None));
        Assert.Contains("everything in the world", e.Message, StringComparison.Ordinal);

        var worlds = new Worlds(database);
        var roster = new PeopleBuilder(FaultyHouse.Spec).Build(0);
        await worlds.DropAsync(world.Name, CancellationToken.None);
        await worlds.CreateAsync(
            world.Name, FaultyHouse.Spec, house.Release, roster, imported: true, CancellationToken.None);
        var imported = await world.StatsAsync();
        await world.AdvanceAsync();
        await using (var held = await worlds.AcquireAsync(world.Name, "next year", CancellationToken.None))
        {
            var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
            await new WorldStore(database, catalogue.LoadReleaseAsync).EnterYearAsync(
                held.Lease, new PeopleBuilder(FaultyHouse.Spec).Build(1), CancellationToken.None);
        }
        Assert.NotEqual(imported.Students, (await world.StatsAsync()).Students);

        await upkeep.PurgeSyntheticAsync(world.Name, CancellationToken.None);
        var purged = await world.StatsAsync();
        Assert.Equal(imported.Tables, purged.Tables);
        Assert.Equal(imported.Digest, purged.Digest);
        Assert.Equal(house.Rows, await world.AdvanceAsync());
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
    }

    [DumpFact]
    public async Task A_world_comes_back_from_a_dump_and_goes_on()
    {
        await using var world = await house.NewWorldAsync();
        await world.AdvanceAsync(through: FaultyHouse.Through - 14);
        var file = Path.GetTempFileName();
        try
        {
            await PostgresProgram.RunAsync(
                "pg_dump", house.ConnectionString, "--format=custom", $"--file={file}", "--schema=catalogue", $"--schema=world_{world.Name}");
            await SqlText.RunAsync(house.ConnectionString, "CREATE DATABASE restored ENCODING 'UTF8' TEMPLATE template0");
            var restored = new NpgsqlConnectionStringBuilder(house.ConnectionString) { Database = "restored" }.ConnectionString;
            await PostgresProgram.RunAsync("pg_restore", restored, "--exit-on-error", "--dbname=restored", file);
            await using var back = new FaultyWorld(house, world.Name, "Database=restored");
            await back.EndsWholeAsync();
        }
        finally
        {
            File.Delete(file);
        }
        await world.EndsWholeAsync();
    }

    private sealed class Told(List<double> all) : IProgress<double>
    {
        public void Report(double value) => all.Add(value);
    }
}

/// <summary>A program beside the server's own, as an administrator runs it.</summary>
internal static class PostgresProgram
{
    /// <summary>Where it is; null when it is nowhere that a server is looked for.</summary>
    public static string? Find(string program) => PostgresSearch.OfThisMachine().Folders
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public static async Task RunAsync(string program, string connectionString, params string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        string[] where = [$"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}"];
        string[] database = program == "pg_dump" ? [to.Database!] : [];
        await ServerProcess.RunAsync(
            "env", [$"PGPASSWORD={to.Password}", Find(program)!, .. where, .. arguments, .. database]);
    }
}

internal sealed class DumpFactAttribute : FactAttribute
{
    public DumpFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix"
        : PostgresProgram.Find("pg_dump") is not null && PostgresProgram.Find("pg_restore") is not null ? null
        : "needs pg_dump and pg_restore";
}
