namespace Pathfinity.Storage.Tests;

public sealed class RecordWriterTests
{
    private const string Copied = "a,b\n1,\"two\nlines, \"\"quoted\"\"\"\n\"\",\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Records_end_with_cr_lf_and_texts_keep_their_own_line_ends(int piece) => Assert.Equal(
        ("a,b\r\n1,\"two\nlines, \"\"quoted\"\"\"\r\n\"\",\r\n", 3L), Written(Copied, csv: true, piece));

    [Fact]
    public void A_quote_in_a_json_line_is_no_mark() =>
        Assert.Equal(("{\"a\":\"\n\"}\n", 2L), Written("{\"a\":\"\n\"}\n", csv: false, 3));

    private static (string Text, long Records) Written(string text, bool csv, int piece)
    {
        using var target = new StringWriter();
        var writer = new RecordWriter(target, csv);
        foreach (var part in text.Chunk(piece))
        {
            writer.Write(part);
        }
        return (target.ToString(), writer.Count);
    }
}
