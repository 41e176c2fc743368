using System.Text.Json;
using Pathfinity.Content.Ela;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Tests;

public class ElaProofTests
{
    [Theory]
    [InlineData("rhyme", "cat", "hat", true)]
    [InlineData("rhyme", "cat", "cap", false)]
    [InlineData("rhyme", "cat", "cat", false)]
    [InlineData("first", "cap", "kite", true)]
    [InlineData("last", "rose", "rope", false)]
    [InlineData("vowel", "rain", "cake", true)]
    [InlineData("not-first", "sun", "mud", true)]
    public void Sounds_are_compared(string part, string of, string answer, bool right) =>
        Assert.Equal(right, Accepts(new SoundsProver(), new { part, of }, answer));

    [Fact]
    public void A_spelling_without_the_sounds_is_refused()
    {
        Assert.True(Accepts(new SoundsProver(), new { part = "all", of = "SH IH P" }, "ship"));
        Assert.False(Accepts(new SoundsProver(), new { part = "all", of = "SH IH P" }, "chip"));
        Assert.False(Accepts(new SoundsProver(), new { part = "count", of = "ship" }, "4"));
    }

    [Theory]
    [InlineData("other case", "b", "B", true)]
    [InlineData("other case", "b", "D", false)]
    [InlineData("after", "k", "l", true)]
    [InlineData("words", "We can hop.", "3", true)]
    [InlineData("between", "mat sun", "pig", true)]
    [InlineData("between", "mat sun", "hat", false)]
    public void Letters_and_words_are_compared(string what, string of, string answer, bool right) =>
        Assert.Equal(right, Accepts(new LettersProver(), new { what, of }, answer));

    [Fact]
    public void A_fact_is_found_in_its_text_again()
    {
        var data = new { text = "On Monday we go. We eat at noon.", pattern = @"(?:^|[.!?:”] |\n)We eat ([^.!?]+?)\." };
        Assert.True(Accepts(new ExtractProver(), data, "At noon"));
        Assert.False(Accepts(new ExtractProver(), data, "On Monday"));
        Assert.Throws<ProofException>(() => Accepts(new ExtractProver(), new { text = "Nothing.", pattern = "We (.)" }, "x"));
    }

    private static bool Accepts(Prover prover, object data, string answer)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(data));
        return prover.Accepts(json.RootElement, new Candidate([answer], []), ContentLibrary.Default);
    }
}
