using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>A world of a <see cref="FaultyHouse"/>, advanced in this process and disturbed from outside.</summary>
internal sealed class FaultyWorld(FaultyHouse house, string name, string options) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public string Name => name;

    public string Schema => WorldName.Quoted(name);

    /// <summary>Connections of an engine, told from others by their application's name.</summary>
    public Task<Database> OpenAsync(string more = "") => Database.OpenAsync(
        $"{house.ConnectionString};Application Name=engine of {name};{options};{more}", CancellationToken.None);

    /// <summary>Takes the world, advances it to the end and lets go of it; returns the rows stored.</summary>
    /// <param name="more">What is added to the connection string of this engine.</param>
    public async Task<long> AdvanceAsync(string more = "", int? through = null, IProgress<BatchProgress>? progress = null)
    {
        await using var database = await OpenAsync(more);
        await using var held = await new Worlds(database).AcquireAsync(name, "an engine", CancellationToken.None);
        return await AdvanceAsync(database, held, through, progress);
    }

    public static async Task<long> AdvanceAsync(
        Database database, HeldWorld held, int? through = null, IProgress<BatchProgress>? progress = null)
    {
        var world = await OpenAsync(database, held);
        return await new BatchEngine(world, 2).RunToAsync(through ?? FaultyHouse.Through, progress, CancellationToken.None);
    }

    public static async Task<OpenWorld> OpenAsync(Database database, HeldWorld held)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        return await OpenWorld.OpenAsync(
            new WorldStore(database, catalogue.LoadReleaseAsync), held.Lease, CancellationToken.None);
    }

    /// <summary>Holds up every commit after its rows were sent: their sums wait for a table.</summary>
    public Task<Barrier> HoldUpAsync() => Barrier.PutAsync(house.ConnectionString, $"{Schema}.student_day");

    /// <summary>
    /// Advances until a commit waits with rows that it has sent, does what disturbs it, and returns what the engine said.
    /// </summary>
    public async Task<Exception> DisturbAsync(Func<Task> disturb, string more = "")
    {
        await AdvanceAsync(through: FaultyHouse.Through - 21);
        var barrier = await HoldUpAsync();
        await using (barrier)
        {
            var engine = AdvanceAsync(more);
            await barrier.UntilReachedAsync();
            await disturb();
            return await Assert.ThrowsAnyAsync<Exception>(() => engine.WaitAsync(Limit));
        }
    }

    /// <summary>Resumes; sees that what is stored is whole at every step, and that the end is that of an undisturbed world.</summary>
    public async Task EndsWholeAsync()
    {
        var stored = await StoredAsync();
        Assert.InRange(stored, 1, house.Rows - 1);
        Assert.Equal(house.Rows - stored, await AdvanceAsync());
        Assert.Equal(house.Rows, await StoredAsync());
        Assert.Equal(house.Digest, (await StatsAsync()).Digest);
    }

    /// <summary>Rows of activity that are stored, which verify.</summary>
    public async Task<long> StoredAsync()
    {
        await using var database = await OpenAsync();
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var verifier = new Verifier(database, catalogue.LoadReleaseAsync);
        Assert.Empty((await verifier.RunAsync(name, null, CancellationToken.None)).Failed);
        return await SqlText.AskAsync<long>(database.Source, string.Concat(
            "SELECT ", string.Join(" + ", Verifier.ActivityTables.Select(table => $"(SELECT count(*) FROM {Schema}.{table})"))));
    }

    public async Task<WorldStats> StatsAsync()
    {
        await using var database = await OpenAsync();
        return await new Worlds(database).StatsAsync(name, CancellationToken.None);
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(house.ConnectionString);
        return await SqlText.AskAsync<T>(source, sql);
    }

    /// <summary>Cuts every connection of the engine, and waits until the server has let go of them.</summary>
    public Task CutAsync() => AskAsync<long>(
        $"SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE application_name = 'engine of {name}'");

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
