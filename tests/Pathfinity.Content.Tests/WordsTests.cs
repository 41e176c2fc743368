namespace Pathfinity.Content.Tests;

public class WordsTests
{
    [Theory]
    [InlineData("1", "{} days", "1 day")]
    [InlineData("2", "{} days", "2 days")]
    [InlineData("1", "{} wolves", "1 wolf")]
    [InlineData("1", "{} square feet", "1 square foot")]
    [InlineData("1", "{} feet", "1 foot")]
    [InlineData("1", "{} inches", "1 inch")]
    [InlineData("1", "{} million pounds", "1 million pounds")]
    [InlineData("1", "{} ms", "1 ms")]
    [InlineData("1", "${}", "$1")]
    [InlineData("1", "{}", "1")]
    public void One_thing_is_named_in_the_singular(string number, string frame, string framed) =>
        Assert.Equal(framed, Assembler.Framed(number, frame));
}
