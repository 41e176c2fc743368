using Pathfinity.Determinism;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class VerifierTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Days = 8;
    private TestWorld world = null!;

    public async Task InitializeAsync() => world = await TestWorld.NewAsync(postgres);

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Sums_equal_the_rows_after_any_batches_that_overlap(int seed)
    {
        var dice = Dice.Of((ulong)seed).Roll();
        var schools = TestWorld.Roster.Schools.Select(s => new MadeUpSchool(s.Id, (ulong)seed)).ToList();
        var stored = new Dictionary<int, int>();
        for (var day = TestWorld.FirstDay; day < TestWorld.FirstDay + Days; day++)
        {
            schools.ForEach(school => school.Live(day));
            for (var batch = 0; batch < 4; batch++)
            {
                var school = dice.Pick(schools);
                await world.CommitAsync(school.Batch(student =>
                {
                    var from = 1 + dice.Below(stored.GetValueOrDefault(student) + 1);
                    var to = from + dice.Below(school.Last(student) - from + 2) - 1;
                    stored[student] = Math.Max(stored.GetValueOrDefault(student), to);
                    return (from, to);
                }));
            }
            await world.Store.BeginDaysAsync(world.Lease, day, CancellationToken.None);
            Assert.Empty((await world.VerifyAsync()).Failed);
        }
        foreach (var school in schools)
        {
            await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1)));
        }
        Assert.Empty((await world.VerifyAsync()).Failed);
        Assert.NotEqual(0, await world.AskAsync<long>("SELECT sum(students) FROM world.course_day"));
    }

    [Fact]
    public async Task A_day_under_way_is_in_the_sums_but_not_in_the_digest()
    {
        var school = await StoreAsync();
        var digest = (await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None)).Digest;
        var complete = school.Students.ToDictionary(student => student, school.Last);
        school.Live(TestWorld.FirstDay + Days);
        await world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + Days, CancellationToken.None);
        await world.CommitAsync(school.Batch(
            student => (1, complete[student] + ((school.Last(student) - complete[student]) / 2))));
        var verification = await world.VerifyAsync();
        Assert.Empty(verification.Failed);
        Assert.Contains("digest", verification.Checks);
        Assert.Equal(digest, (await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None)).Digest);
    }

    [Fact]
    public async Task What_differs_is_shown()
    {
        await StoreAsync();
        await world.RunAsync("UPDATE world.school_day SET journeys = 4711");
        var failed = Assert.Single((await world.VerifyAsync()).Failed);
        Assert.Contains("\"journeys\":4711", failed.Actual, StringComparison.Ordinal);
        Assert.Contains($"the first of {Days} that differ", failed.Actual, StringComparison.Ordinal);
        Assert.Contains("\"journeys\":", failed.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failed.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named()
    {
        var verifier = new Verifier(world.Database, (_, _) => Task.FromResult(TestWorld.Release));
        var e = await Assert.ThrowsAsync<BadInputException>(() => verifier.RunAsync("none", null, CancellationToken.None));
        Assert.Contains("'none'", e.Message, StringComparison.Ordinal);
    }

    private async Task<MadeUpSchool> StoreAsync()
    {
        var school = new MadeUpSchool(0, 5);
        for (var day = 0; day < Days; day++)
        {
            school.Live(TestWorld.FirstDay + day);
        }
        await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1)));
        return school;
    }
}
