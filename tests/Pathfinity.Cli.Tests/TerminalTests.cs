namespace Pathfinity.Cli.Tests;

public sealed class TerminalTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void Json_is_in_camel_case_and_keeps_what_people_wrote()
    {
        new Terminal(output, error, interactive: false).Json(new { RowsPerSecond = 2.5, Name = "Zoë's <world>" });

        Assert.Equal(
            """{"rowsPerSecond": 2.5,"name": "Zoë's <world>"}""",
            string.Concat(output.ToString().Split('\n').Select(line => line.Trim())));
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_is_shown_only_to_someone_and_never_among_the_results(bool interactive)
    {
        var terminal = new Terminal(output, error, interactive);

        var done = await terminal.ProgressAsync("peopling [demo]", bar =>
        {
            bar.Report(50, 100);
            bar.Say("teaching [demo]");
            bar.Report(100, 100);
            return Task.FromResult("done");
        });

        Assert.Equal("done", done);
        Assert.Empty(output.ToString());
        Assert.Equal(interactive, error.ToString().Contains("[demo]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(25, 100, 30, "demo: 25%, about 90 s left")]
    [InlineData(1, 3, 600, "demo: 33%, about 20 min left")]
    [InlineData(7, 7, 600, "demo: 100%, about 0 s left")]
    public void Where_no_bar_is_drawn_a_line_says_how_far_work_is_and_how_long_it_takes(
        long done, long total, int seconds, string line) =>
        Assert.Equal(line, ProgressBar.Line("demo", done, total, TimeSpan.FromSeconds(seconds)));
}
