using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests.Durability;

[Collection(FaultyHouseCollection.Name)]
public sealed class BackPressureTests(FaultyHouse house)
{
    private const int Years = 3;

    /// <summary>Months that may wait in memory: two that are queued and one that is lived.</summary>
    private const int MonthsAhead = 3;

    [Fact]
    public async Task A_database_that_stands_still_stops_the_simulation_before_long()
    {
        await using var world = await house.NewWorldAsync();
        var lived = new Lived();
        await using (var barrier = await world.HoldUpAsync())
        {
            var engine = world.AdvanceAsync(through: FaultyHouse.Through + (365 * Years), progress: lived);
            await barrier.UntilReachedAsync();
            await lived.UntilStillAsync();
            Assert.InRange(lived.StudentDays, 1, FaultyHouse.Spec.Students * 31 * MonthsAhead);
            await world.CutAsync();
            await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => engine);
        }
        Assert.Equal(0, await world.StoredAsync());
        Assert.Equal(house.Rows, await world.AdvanceAsync());
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
    }

    private sealed class Lived : IProgress<BatchProgress>
    {
        private static readonly TimeSpan Still = TimeSpan.FromSeconds(1);
        private long studentDays;

        public long StudentDays => Interlocked.Read(ref studentDays);

        public void Report(BatchProgress value) => Interlocked.Exchange(ref studentDays, value.StudentDays);

        public async Task UntilStillAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            using var tick = new PeriodicTimer(Still);
            for (var before = -1L; before != StudentDays || before == 0;)
            {
                before = StudentDays;
                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
    }
}
