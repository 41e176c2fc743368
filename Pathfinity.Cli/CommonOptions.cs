using System.CommandLine;
using System.Text.RegularExpressions;

namespace Pathfinity.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed partial class CommonOptions
{
    private const string DefaultWorld = "demo";
    private const string DefaultDataFolder = ".pathfinity";
    private const int ThreadsMax = 1024;

    private readonly Option<string?> world = new("--world")
    {
        Description = $"The world's name (default {DefaultWorld})",
        HelpName = "NAME",
    };

    private readonly Option<string?> db = new("--db")
    {
        Description = "PostgreSQL 15 to 18 (or ConnectionStrings__pathfinity; default: the embedded server)",
        HelpName = "CONNECTION_STRING",
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = $"Where the embedded server keeps its data (or PATHFINITY_DATA; default {DefaultDataFolder})",
        HelpName = "DIR",
    };

    private readonly Option<long?> seed = Flag.Of<long>(
        "--seed", "All chance comes from it", $"a whole number from 0 to {long.MaxValue}",
        (string text, out long value) => long.TryParse(text, out value) && value >= 0);

    private readonly Option<int?> threads = Flag.Whole(
        "--threads", "Threads to work with (default: one for each core)", 1, ThreadsMax);

    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document" };

    public CommonOptions() => world.Validators.Add(result =>
    {
        var name = result.GetValueOrDefault<string?>();
        if (name is not null && !WorldName().IsMatch(name))
        {
            result.AddError($"--world {name} is not a name of a-z, 0-9 and _, a letter first, at most 40 long");
        }
    });

    public void AddTo(Command root)
    {
        foreach (var option in new Option[] { world, db, data, seed, threads, json })
        {
            option.Recursive = true;
            root.Add(option);
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="environment">The value of an environment variable, or null.</param>
    public Settings Read(ParseResult parsed, Func<string, string?> environment) => new(
        parsed.GetValue(world) ?? DefaultWorld,
        parsed.GetValue(db) ?? NonEmpty(environment("ConnectionStrings__pathfinity")),
        Path.GetFullPath(parsed.GetValue(data) ?? NonEmpty(environment("PATHFINITY_DATA")) ?? DefaultDataFolder),
        parsed.GetValue(seed),
        parsed.GetValue(threads) ?? Environment.ProcessorCount,
        parsed.GetValue(json));

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex WorldName();
}
