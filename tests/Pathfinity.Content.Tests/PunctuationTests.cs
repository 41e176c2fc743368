namespace Pathfinity.Content.Tests;

public class PunctuationTests
{
    [Theory]
    [InlineData("He said, “Come.”", "He said, “Come.”")]
    [InlineData("Read “The fox said, “No,” and left.”", "Read “The fox said, ‘No,’ and left.”")]
    [InlineData("“One.”\n“Two “three” four.”", "“One.”\n“Two ‘three’ four.”")]
    [InlineData("“A “b “c” d” e”", "“A ‘b “c” d’ e”")]
    [InlineData("“Open “and never closed”", "“Open “and never closed”")]
    public void Quotations_nest(string text, string nested) => Assert.Equal(nested, Punctuation.Nested(text));

    [Theory]
    [InlineData("Is it so?. Yes.", "Is it so? Yes.")]
    [InlineData("What a day!.", "What a day!")]
    [InlineData("“Who?”.", "“Who?”")]
    [InlineData("“It is so.”.", "“It is so.”")]
    [InlineData("It ends here.", "It ends here.")]
    public void A_sentence_ends_once(string text, string once) => Assert.Equal(once, Punctuation.Ended(text));
}
