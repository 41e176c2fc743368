namespace Pathfinity.Determinism.Tests;

public sealed class PortableMathTests
{
    [Fact]
    public void Exp_is_within_a_few_units_in_the_last_place()
    {
        for (var x = -700.0; x <= 700; x += 0.0371)
        {
            AssertClose(Math.Exp(x), PortableMath.Exp(x));
        }
    }

    [Fact]
    public void Log_is_within_a_few_units_in_the_last_place()
    {
        for (var x = 1e-12; x < 1e12; x *= 1.0037)
        {
            AssertClose(Math.Log(x), PortableMath.Log(x));
        }
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(10, -3)]
    [InlineData(1.5, 0.22)]
    [InlineData(0.01, -0.22)]
    public void Pow_is_the_power(double x, double y) => Assert.Equal(Math.Pow(x, y), PortableMath.Pow(x, y), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e-310)]
    public void Log_refuses_what_has_no_normal_logarithm(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(x));

    [Theory]
    [InlineData(710, double.MaxValue)]
    [InlineData(-709, 0)]
    [InlineData(0, 1)]
    public void Exp_saturates_at_its_ends(double x, double expected) => Assert.Equal(expected, PortableMath.Exp(x));

    [Fact]
    public void Logistic_is_symmetric_and_the_inverse_of_logit()
    {
        for (var x = -30.0; x <= 30; x += 0.25)
        {
            Assert.Equal(1, PortableMath.Logistic(x) + PortableMath.Logistic(-x), 14);
            Assert.Equal(x, PortableMath.Logit(PortableMath.Logistic(x)), 2);
        }
    }

    [Fact]
    public void The_same_arguments_give_the_same_bits_as_ever()
    {
        var chain = new byte[DigestChain.Length];
        for (var i = 1; i <= 1000; i++)
        {
            DigestChain.Append(chain, BitConverter.GetBytes(PortableMath.Exp(i * 0.013)));
            DigestChain.Append(chain, BitConverter.GetBytes(PortableMath.Log(i * 0.37)));
            DigestChain.Append(chain, BitConverter.GetBytes(PortableMath.Pow(i, -0.22)));
            DigestChain.Append(chain, BitConverter.GetBytes(Quantile.Normal(i / 1001.0)));
        }
        Assert.StartsWith("23c2c11304636a3d3d6e15ab55d6fd19b9ad7e97", Convert.ToHexStringLower(chain), StringComparison.Ordinal);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-15 * Math.Max(Math.Abs(expected), 0.01),
            $"{actual:R} is not {expected:R}");
}
