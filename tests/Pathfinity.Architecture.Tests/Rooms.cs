using System.Xml.Linq;

namespace Pathfinity.Architecture.Tests;

/// <summary>The projects of the product and what each refers to, read from the project files.</summary>
internal static class Rooms
{
    /// <summary>The floors of the house, ground floor first. A room refers only to rooms of lower floors.</summary>
    public static readonly string[][] Floors =
    [
        ["Determinism"],
        ["Curriculum"],
        ["Learning", "Content"],
        ["Simulation"],
        ["Storage", "Contracts"],
        ["Realism", "Traffic", "Migration", "Platform"],
        ["Web", "Benchmarks"],
        ["ServiceDefaults"],
        ["Cli", "Api", "Silo"],
        ["AppHost"],
    ];

    /// <summary>Room names with the rooms that their project file refers to.</summary>
    public static IReadOnlyDictionary<string, string[]> References { get; } = Repository.OfKind(".csproj")
        .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))
        .ToDictionary(RoomOf, file => ReferencesOf(file).ToArray(), StringComparer.Ordinal);

    public static int Floor(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));

    public static IEnumerable<string> ReferencesOf(string file) =>
        from reference in XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("ProjectReference")
        select RoomOf(((string)reference.Attribute("Include")!).Replace('\\', '/'));

    private static string RoomOf(string file)
    {
        var project = Path.GetFileNameWithoutExtension(file);
        return project.StartsWith("Pathfinity.", StringComparison.Ordinal) ? project["Pathfinity.".Length..] : project;
    }
}
