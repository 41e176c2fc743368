using Npgsql;
using Pathfinity.Testing;
using Barrier = Pathfinity.Storage.Tests.Durability.Barrier;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class LoadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Unkeyed = """
        SELECT count(*) FROM pg_class AS c
        WHERE relnamespace = '"world_a-b"'::regnamespace AND relispartition AND relkind = 'r'
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p')
        """;

    private const string OnTime = """
        SELECT count(*) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS a ON a.oid = c.relam
        WHERE relnamespace = '"world_a-b"'::regnamespace AND amname = 'brin' AND indrelid::regclass::text LIKE '%\_2026\_0_'
        """;

    private const int HastySeconds = 1;
    private TestWorld world = null!;

    public async Task InitializeAsync() => world = await TestWorld.NewAsync(postgres);

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task A_load_puts_the_keys_of_its_months_off_until_it_ends()
    {
        await BeginAsync();
        Assert.True(await world.AskAsync<long>(Unkeyed) > 10);
        await StoreAsync();
        await world.Store.EndLoadAsync(world.Lease, CancellationToken.None);
        Assert.Equal(0, await world.AskAsync<long>(Unkeyed));
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Fact]
    public async Task Whoever_goes_on_after_a_load_that_was_broken_off_finds_keys()
    {
        await BeginAsync();
        await StoreAsync();
        var next = new WorldStore(world.Database, TestWorld.LoadAsync);
        await next.BeginDaysAsync(world.Lease with { }, TestWorld.FirstDay + 30, CancellationToken.None);
        Assert.Equal(0, await world.AskAsync<long>(Unkeyed));
    }

    [Fact]
    public async Task Who_goes_on_in_a_month_that_was_loaded_has_indexes_on_instants_and_days_there()
    {
        await BeginAsync();
        await StoreAsync();
        await world.Store.EndLoadAsync(world.Lease, CancellationToken.None);
        Assert.Equal(0, await world.AskAsync<long>(OnTime));
        await world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + 21, CancellationToken.None);
        Assert.Equal(4, await world.AskAsync<long>(OnTime));
        await world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + 30, CancellationToken.None);
        Assert.Equal(8, await world.AskAsync<long>(OnTime));
    }

    [Fact]
    public async Task Rows_that_come_twice_in_a_load_are_stored_once()
    {
        await BeginAsync();
        await StoreAsync();
        Assert.Equal(0, (await StoreAsync()).Written);
        await world.Store.EndLoadAsync(world.Lease, CancellationToken.None);
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Theory]
    [InlineData("attempts")]
    [InlineData("student_day")]
    public async Task No_command_of_a_load_ends_for_taking_long(string held)
    {
        await using var hasty = await HastyAsync();
        var store = new WorldStore(hasty, TestWorld.LoadAsync);
        store.BeginLoad(world.Lease);
        await store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + 20, CancellationToken.None);
        Task<Simulation.Committed> commit;
        await using (var barrier = await Barrier.PutAsync(ConnectionString, $"{TestWorld.Schema}.{held}"))
        {
            commit = store.CommitAsync(world.Lease, Lived(), CancellationToken.None);
            await Task.WhenAny(commit, barrier.UntilReachedAsync(HastySeconds + 1));
            Assert.False(commit.IsCompleted, commit.Exception?.Message);
        }
        Assert.True((await commit).Written > 0);
        await store.EndLoadAsync(world.Lease, CancellationToken.None);
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Fact]
    public async Task Live_days_do_not_wait_for_ever()
    {
        await using var hasty = await HastyAsync();
        var store = new WorldStore(hasty, TestWorld.LoadAsync);
        await store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + 20, CancellationToken.None);
        await using var barrier = await Barrier.PutAsync(ConnectionString, $"{TestWorld.Schema}.student_day");
        var said = await Assert.ThrowsAsync<NpgsqlException>(
            () => store.CommitAsync(world.Lease, Lived(), CancellationToken.None));
        Assert.IsType<TimeoutException>(said.InnerException);
    }

    private string ConnectionString => world.Database.NewUnpooled().ConnectionString;

    private Task<Database> HastyAsync() => Database.OpenAsync(
        new NpgsqlConnectionStringBuilder(ConnectionString) { CommandTimeout = HastySeconds }.ConnectionString,
        CancellationToken.None);

    private async Task BeginAsync()
    {
        world.Store.BeginLoad(world.Lease);
        await world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + 20, CancellationToken.None);
    }

    private Task<Simulation.Committed> StoreAsync() => world.CommitAsync(Lived());

    private static Simulation.ActivityBatch Lived()
    {
        var school = new MadeUpSchool(0, 1);
        for (var day = 0; day <= 20; day++)
        {
            school.Live(TestWorld.FirstDay + day);
        }
        return school.Everything(school.Checkpoint(TestWorld.FirstDay + 20));
    }
}
