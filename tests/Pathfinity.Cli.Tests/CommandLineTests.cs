using System.Text.Json;

namespace Pathfinity.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("teleport", "there is no command or option teleport; see pathfinity --help")]
    [InlineData("doctor --verbose", "there is no command or option --verbose; see pathfinity doctor --help")]
    [InlineData("doctor --seed minus", "--seed minus is not a whole number from 0 to 9223372036854775807; see")]
    [InlineData("doctor --seed -1", "--seed -1 is not a whole number")]
    [InlineData("doctor --threads 0", "--threads 0 is not a whole number from 1 to 1024; see pathfinity doctor --help")]
    [InlineData("doctor --world A-B", "--world A-B is not a name of a-z, 0-9 and _")]
    [InlineData("doctor --world 1st", "--world 1st is not a name")]
    [InlineData("bench nothing", "there is no benchmark nothing; there are dice,")]
    [InlineData("bench --students 9", "--students 9 is not a whole number from 140 to 1000000; see pathfinity bench --help")]
    [InlineData("bench --rounds 0", "--rounds is from 1 to 99; see pathfinity bench --help")]
    [InlineData("test --crash none", "--crash none is not a whole number")]
    public async Task A_wrong_command_line_is_one_line_and_exit_2(string line, string expected)
    {
        var (exit, output, error) = await RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Empty(output);
        Assert.StartsWith("pathfinity: " + expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task Help_names_the_commands(params string[] args)
    {
        var (exit, output, error) = await RunAsync(args);

        Assert.Equal(ExitCode.Done, exit);
        Assert.Empty(error);
        Assert.Contains("doctor", output, StringComparison.Ordinal);
        Assert.Contains("--world <NAME>", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_prints_exactly_one_json_document()
    {
        var (exit, output, _) = await RunAsync("doctor", "--json", "--data", Path.GetTempPath());

        using var document = JsonDocument.Parse(output);
        var findings = document.RootElement.GetProperty("findings").EnumerateArray().ToArray();
        Assert.Equal(exit == ExitCode.Done, document.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(
            [".NET SDK", "PostgreSQL", "npm", "Chromium", "data folder", "cores", "memory"],
            findings.Select(finding => finding.GetProperty("name").GetString()));
        Assert.All(findings, finding => Assert.Equal(
            finding.GetProperty("ok").GetBoolean(), finding.GetProperty("fix").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task Bench_sets_each_figure_beside_its_baseline()
    {
        var (exit, output, _) = await RunAsync("bench", "dice", "--rounds", "1", "--json", "--threads", "1");

        using var document = JsonDocument.Parse(output);
        var figure = document.RootElement.GetProperty("results").EnumerateArray()
            .Single(f => f.GetProperty("name").GetString() == "dice.exponentials");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal("draws/s", figure.GetProperty("unit").GetString());
        Assert.Equal(
            figure.GetProperty("value").GetDouble() / figure.GetProperty("baselineValue").GetDouble(),
            figure.GetProperty("ratio").GetDouble());
    }

    [Fact]
    public async Task Doctor_leaves_no_trace_of_a_data_folder_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathTo("not", "yet");

        var (_, output, _) = await RunAsync("doctor", "--data", data);

        Assert.Contains($"ok     data folder  {data}", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task Doctor_says_when_the_data_folder_cannot_be_one()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a file", "file");

        var (exit, output, _) = await RunAsync("doctor", "--data", Path.Combine(file, "data"));

        Assert.Equal(ExitCode.EnvironmentLacks, exit);
        Assert.Contains("lacks  data folder", output, StringComparison.Ordinal);
        Assert.EndsWith("Pathfinity cannot run here yet.", output.TrimEnd(), StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(args, new Terminal(output, error, interactive: false));
        return (exit, output.ToString(), error.ToString());
    }
}
