using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Tests;

public sealed class SuiteWishTests
{
    [Theory]
    [InlineData(null, false, null, "Tier!=full")]
    [InlineData(null, true, null, null)]
    [InlineData("Dice", false, null, "(Dice)&Tier!=full")]
    [InlineData("Dice|Mind", true, null, "(Dice|Mind)")]
    [InlineData(null, false, 5, "Kind=crash")]
    [InlineData("Store", true, 5, "(Store)&Kind=crash")]
    public void A_wish_is_a_filter_of_the_runner(string? filter, bool full, int? kills, string? expected) =>
        Assert.Equal(expected, new SuiteWish(filter, full, kills, ClusterOnly: false).Expression);

    [Theory]
    [InlineData(false, null, 15)]
    [InlineData(true, null, 60)]
    [InlineData(false, 3, 15)]
    [InlineData(false, 30, 60)]
    public void A_test_may_take_longer_the_more_is_wanted_of_it(bool full, int? kills, int minutes) =>
        Assert.Equal(minutes, new SuiteWish(null, full, kills, ClusterOnly: false).TestMinutesMax);

    [Fact]
    public void Crash_tests_read_the_kills_from_the_environment()
    {
        Assert.Equal("7", new SuiteWish(null, false, 7, false).Environment["PATHFINITY_CRASH_KILLS"]);
        Assert.Equal("11", new SuiteWish(null, false, 7, false) { CrashSeed = 11 }.Environment["PATHFINITY_CRASH_SEED"]);
        Assert.Empty(new SuiteWish(null, false, null, false).Environment);
    }
}
