using System.CommandLine;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Worlds;

/// <summary>What the command line says of a world to be made.</summary>
internal static class SpecOptions
{
    public const int DefaultStudents = 300;
    private const int StudentsMin = 14;
    private const int StudentsMax = 1_000_000;

    public static Option<int?> Students(int usual = DefaultStudents) =>
        Flag.Whole("--students", $"Students of a new world (default {usual})", StudentsMin, StudentsMax);

    public static Option<string?> Preset()
    {
        var option = new Option<string?>("--preset")
        {
            Description = "A spec that is built in", HelpName = string.Join('|', Presets.Names),
        };
        option.AcceptOnlyFromAmong([.. Presets.Names]);
        return option;
    }

    public static Option<FileInfo?> Profiles() => new("--profiles")
    {
        Description = "Kinds of students, their shares, and people with a story, in YAML; by default those built in",
        HelpName = "FILE",
    };

    /// <summary>The spec with the profiles of a file, when there is one.</summary>
    public static WorldSpec WithProfiles(WorldSpec spec, FileInfo? file)
    {
        if (file is null)
        {
            return spec;
        }
        if (!file.Exists)
        {
            throw CommandException.BadInput($"there is no file {file.FullName}", "give --profiles a file of profiles");
        }
        var text = File.ReadAllText(file.FullName).ReplaceLineEndings("\n");
        try
        {
            WorldSpecYaml.CheckProfiles(text);
            return spec with { Profiles = text };
        }
        catch (SpecException e)
        {
            throw CommandException.BadInput($"{file.Name}: {e.Message}", "correct the profiles");
        }
    }

    /// <summary>The spec of a world that seed, first day and students alone describe.</summary>
    public static WorldSpec Of(Settings settings, LocalDate? from, int? students) => new()
    {
        Seed = settings.Seed ?? throw CommandException.BadInput("a new world needs a seed", "give --seed N"),
        From = from ?? throw CommandException.BadInput("a new world needs a first day", "give --from, such as 2026-01-05"),
        Students = students ?? DefaultStudents,
    };

    /// <summary>The spec in a file; a seed on the command line wins over the file's.</summary>
    public static WorldSpec FromFile(FileInfo file, long? seed)
    {
        if (!file.Exists)
        {
            throw CommandException.BadInput($"there is no file {file.FullName}", "give --spec a spec's file");
        }
        return FromText(file.Name, File.ReadAllText(file.FullName), seed);
    }

    /// <param name="name">Of the file or preset, for refusals.</param>
    public static WorldSpec FromText(string name, string text, long? seed)
    {
        try
        {
            var spec = WorldSpecYaml.Read(text, NewWorld.Anchored);
            return seed is { } given ? spec with { Seed = given } : spec;
        }
        catch (SpecException e)
        {
            throw CommandException.BadInput($"{name}: {e.Message}", "correct the spec");
        }
    }
}
