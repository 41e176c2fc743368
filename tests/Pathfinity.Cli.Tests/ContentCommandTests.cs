using System.Text.Json;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

/// <summary>The catalogue at the command line, made once for all tests that only look at it.</summary>
public sealed class MadeCatalogue : IAsyncLifetime, IDisposable
{
    private readonly PostgresFixture postgres = new();

    internal string Db { get; private set; } = "";

    internal JsonElement Generated { get; private set; }

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        Db = await postgres.NewDatabaseAsync();
        Generated = (await RunAsync("content", "generate", "--volume", "sample", "--json")).Json();
    }

    public Task DisposeAsync() => postgres.DisposeAsync();

    public void Dispose() => postgres.Dispose();

    internal Task<string> EmptyAsync() => postgres.NewDatabaseAsync();

    internal Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync([.. arguments, "--db", Db]);
}

internal sealed record CommandRun(int Exit, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(arguments, new Terminal(output, error, interactive: false));
        return new CommandRun(exit, output.ToString(), error.ToString());
    }

    public JsonElement Json()
    {
        Assert.True(Exit is ExitCode.Done or ExitCode.CheckFailed, Error);
        return JsonDocument.Parse(Output).RootElement;
    }
}

[CollectionDefinition(Name)]
public sealed class MadeCatalogueTests : ICollectionFixture<MadeCatalogue>
{
    public const string Name = "the catalogue at the command line";
}

[Collection(MadeCatalogueTests.Name)]
public sealed class ContentCommandTests(MadeCatalogue made)
{
    [Fact]
    public async Task Stats_count_what_was_generated()
    {
        var stats = (await made.RunAsync("content", "stats", "--json")).Json();

        Assert.Equal(1, stats.GetProperty("release").GetInt32());
        Assert.True(stats.GetProperty("skills").GetInt32() >= 336);
        Assert.True(stats.GetProperty("careers").GetInt32() >= 60);
        Assert.True(stats.GetProperty("careerScenarios").GetInt32() >= 1000);
        var questions = stats.GetProperty("questions");
        Assert.Equal(made.Generated.GetProperty("questions").GetInt32(), questions.GetProperty("published").GetInt32());
        Assert.Equal(questions.GetProperty("total").GetInt32(), questions.GetProperty("proven").GetInt32());
        Assert.Equal(
            made.Generated.GetProperty("items").GetInt32(), stats.GetProperty("items").GetProperty("published").GetInt32());
        Assert.Equal(stats.GetProperty("emptyCellNames").GetArrayLength(), stats.GetProperty("emptyCells").GetInt32());
    }

    [Fact]
    public async Task Generating_again_writes_nothing()
    {
        var again = (await made.RunAsync("content", "generate", "--volume", "sample", "--threads", "1", "--json")).Json();

        Assert.False(again.GetProperty("isNew").GetBoolean());
        Assert.Equal(made.Generated.GetProperty("hash").GetString(), again.GetProperty("hash").GetString());
        Assert.All(again.GetProperty("written").EnumerateObject(), written => Assert.Equal(0, written.Value.GetInt32()));
    }

    [Fact]
    public async Task A_check_proves_all_again()
    {
        var check = (await made.RunAsync("content", "check", "--json")).Json();

        Assert.True(check.GetProperty("ok").GetBoolean(), check.ToString());
        Assert.True(check.GetProperty("checked").GetInt32() >= made.Generated.GetProperty("questions").GetInt32());
        Assert.Empty(check.GetProperty("failed").EnumerateArray());
    }

    [Fact]
    public async Task An_export_names_its_files_and_their_rows()
    {
        using var folder = new TemporaryFolder();
        var run = await made.RunAsync("content", "export", "--format", "csv", "--out", folder.Root, "--json");

        var files = run.Json().GetProperty("files").EnumerateArray()
            .ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("rows").GetInt32());
        Assert.Equal(["career_scenarios.csv", "items.csv", "questions.csv", "skills.csv"], files.Keys.Order());
        Assert.True(files["questions.csv"] >= made.Generated.GetProperty("questions").GetInt32());
        Assert.All(files.Keys, name => Assert.True(File.Exists(folder.PathTo(name))));
    }

    [Fact]
    public async Task Without_a_catalogue_one_line_says_how_to_make_one()
    {
        var run = await CommandRun.OfAsync("content", "stats", "--db", await made.EmptyAsync());

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.Equal("pathfinity: there is no catalogue yet; content generate makes one", run.Error.TrimEnd());
    }

    [Theory]
    [InlineData("content export --format pdf --out x", "--format pdf is not csv or jsonl or qti; see pathfinity content export")]
    [InlineData("export --format xml --out x", "--format xml is not csv; see pathfinity export --help")]
    [InlineData("export --format csv", "Option '--out' is required; see pathfinity export --help")]
    public async Task A_wrong_flag_is_one_line_and_exit_2(string line, string expected)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.StartsWith("pathfinity: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_unknown_world_is_not_exported()
    {
        var run = await made.RunAsync("export", "--world", "nobody", "--format", "csv", "--out", "x");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("pathfinity: there is no world 'nobody'", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }
}
