using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests.Durability;

[Collection(FaultyHouseCollection.Name)]
public sealed class JumpingClockTests(FaultyHouse house)
{
    private const double Speed = 2_000_000;

    [Fact]
    public async Task A_clock_that_jumps_back_while_live_only_makes_the_world_wait()
    {
        await using var world = await house.NewWorldAsync();
        await world.AdvanceAsync(through: FaultyHouse.Through - 4);
        await using (var database = await world.OpenAsync())
        {
            await using var held = await new Worlds(database).AcquireAsync(world.Name, "live", CancellationToken.None);
            var open = await FaultyWorld.OpenAsync(database, held);
            var wall = new JumpingTime();
            var clock = new PacedClock(
                null, open.Calendar.Dawn(open.CompleteThrough + 1), Instant.FromDateTimeOffset(wall.GetUtcNow()), Speed);
            var (seen, shown) = (0, new List<Instant>());
            LiveEngine? live = null;
            live = new LiveEngine(open, clock, wall)
            {
                Sink = _ =>
                {
                    if (++seen % 100 == 0)
                    {
                        wall.JumpBack(TimeSpan.FromMilliseconds(150));
                    }
                    shown.Add(live!.Status.WorldNow);
                    return ValueTask.CompletedTask;
                },
            };
            await live.RunAsync(FaultyHouse.Through, CancellationToken.None);
            Assert.True(seen > 300, $"{seen} activities");
            Assert.Equal(shown.Order(), shown);
        }
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
        Assert.Equal(house.Rows, await world.StoredAsync());
    }

    /// <summary>The system's time, put back as often as it is told.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        private TimeSpan behind;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - behind;

        public void JumpBack(TimeSpan by) => behind += by;
    }
}
