using FsCheck;
using FsCheck.Fluent;

namespace Pathfinity.Determinism.Tests;

public sealed class DiceTests
{
    [Fact]
    public void The_bits_of_a_seed_are_what_they_always_were()
    {
        Assert.Equal(15907059998082330786UL, Dice.Of(0).Bits);
        Assert.Equal(16313400013539056438UL, Dice.Of(7).Fork("world").Fork("student").Fork(41).Bits);
        Assert.Equal(1271563897622466499UL, Dice.Key("math.2.A.3"));
    }

    [Fact]
    public void A_fork_depends_on_its_key_and_not_on_forks_made_before()
    {
        var dice = Dice.Of(3);
        var alone = dice.Fork(5).Bits;
        for (var i = 0; i < 100; i++)
        {
            _ = dice.Fork(i).Bits;
        }
        Assert.Equal(alone, dice.Fork(5).Bits);
        Assert.NotEqual(alone, dice.Fork(6).Bits);
    }

    [Fact]
    public void A_million_forks_are_all_different() =>
        Assert.Equal(1_000_000, Enumerable.Range(0, 1_000_000).Select(i => Dice.Of(1).Fork(i).Bits).Distinct().Count());

    [Fact]
    public void Every_bit_is_set_half_of_the_time_and_neighbouring_forks_share_nothing()
    {
        const int Draws = 100_000;
        var set = new int[64];
        var same = new int[64];
        var before = Dice.Of(9).Fork(-1).Bits;
        for (var i = 0; i < Draws; i++)
        {
            var bits = Dice.Of(9).Fork(i).Bits;
            for (var b = 0; b < 64; b++)
            {
                set[b] += (int)(bits >> b & 1);
                same[b] += (int)(~(bits ^ before) >> b & 1);
            }
            before = bits;
        }
        // Five standard deviations of a fair coin.
        Assert.All(set.Concat(same), count => Assert.InRange(count, (Draws / 2) - 800, (Draws / 2) + 800));
    }

    [Fact]
    public void Below_reaches_each_number_as_often()
    {
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[Dice.Of(2).Fork(i).Below(7)]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Between_holds_its_ends() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(), ArbMap.Default.ArbFor<short>(), ArbMap.Default.ArbFor<byte>(),
        (seed, low, width) => Dice.Of(seed).Between(low, low + width) is var drawn && drawn >= low && drawn <= low + width)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Below_refuses_a_count_that_is_not_positive(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dice.Of(1).Below(count));

    [Fact]
    public void A_chance_of_zero_never_comes_and_of_one_always()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.False(Dice.Of(1).Fork(i).Chance(0));
            Assert.True(Dice.Of(1).Fork(i).Chance(1));
        }
    }

    [Fact]
    public void Distributions_have_the_moments_they_should()
    {
        const int Draws = 200_000;
        var dice = Dice.Of(5);
        AssertMoments(i => dice.Fork(1).Fork(i).Normal(), Draws, 0, 1);
        AssertMoments(i => dice.Fork(2).Fork(i).Exponential(), Draws, 1, 1);
        AssertMoments(i => dice.Fork(3).Fork(i).Gamma(1.1), Draws, 1.1, 1.1);
        AssertMoments(i => dice.Fork(4).Fork(i).Gamma(0.5), Draws, 0.5, 0.5);
        AssertMoments(i => dice.Fork(5).Fork(i).Beta(0.5, 5.5), Draws, 1.0 / 12, 0.5 * 5.5 / (36 * 7));
    }

    [Fact]
    public void Weighted_draws_in_proportion_and_never_what_weighs_nothing()
    {
        var counts = new int[3];
        for (var i = 0; i < 40_000; i++)
        {
            counts[Dice.Of(4).Fork(i).Weighted([1, 0, 3])]++;
        }
        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_500, 10_500);
        Assert.Throws<ArgumentException>(() => Dice.Of(4).Weighted([0, 0]));
    }

    [Fact]
    public void A_shuffle_keeps_every_value_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(), ArbMap.Default.ArbFor<int[]>(),
        (seed, values) => Dice.Of(seed).Shuffle(values).Order().SequenceEqual(values.Order())).QuickCheckThrowOnFailure();

    private static void AssertMoments(Func<int, double> draw, int draws, double mean, double variance)
    {
        var values = Enumerable.Range(0, draws).Select(draw).ToList();
        var average = values.Average();
        var spread = values.Average(value => (value - average) * (value - average));
        Assert.InRange(average, mean - (5 * Math.Sqrt(variance / draws)), mean + (5 * Math.Sqrt(variance / draws)));
        Assert.InRange(spread, variance * 0.96, variance * 1.04);
    }
}
