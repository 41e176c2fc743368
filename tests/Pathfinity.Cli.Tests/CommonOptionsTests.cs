using System.CommandLine;

namespace Pathfinity.Cli.Tests;

public sealed class CommonOptionsTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly Dictionary<string, string> Both = new()
    {
        ["ConnectionStrings__pathfinity"] = "Host=elsewhere",
        ["PATHFINITY_DATA"] = "/from/environment",
    };

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        var expected = new Settings(
            "demo", null, Path.GetFullPath(".pathfinity"), null, Environment.ProcessorCount, false);

        Assert.Equal(expected, Read("", Nothing));
    }

    [Fact]
    public void The_environment_says_where_the_data_is()
    {
        var settings = Read("", Both);

        Assert.Equal("Host=elsewhere", settings.ConnectionString);
        Assert.Equal(Path.GetFullPath("/from/environment"), settings.DataFolder);
    }

    [Fact]
    public void The_command_line_is_stronger_than_the_environment()
    {
        var settings = Read("--db Host=here --data here --world w1 --seed 7 --threads 3 --json", Both);

        Assert.Equal(new Settings("w1", "Host=here", Path.GetFullPath("here"), 7, 3, true), settings);
    }

    [Fact]
    public void An_empty_variable_is_none()
    {
        var settings = Read("", Both.ToDictionary(pair => pair.Key, _ => string.Empty));

        Assert.Null(settings.ConnectionString);
        Assert.Equal(Path.GetFullPath(".pathfinity"), settings.DataFolder);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("grade_5_demo")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789_abc")]
    public void A_world_has_a_name_that_a_schema_can_have(string name) =>
        Assert.Equal(name, Read($"--world {name}", Nothing).World);

    private static Settings Read(string line, Dictionary<string, string> environment)
    {
        var common = new CommonOptions();
        var root = new RootCommand();
        common.AddTo(root);
        var parsed = root.Parse(line);
        Assert.Empty(parsed.Errors);
        return common.Read(parsed, name => environment.GetValueOrDefault(name));
    }
}
