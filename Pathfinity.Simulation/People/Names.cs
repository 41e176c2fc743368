using System.Reflection;
using Pathfinity.Determinism;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Simulation;

/// <summary>Names of people and schools, from Data/names.yaml.</summary>
internal static class Names
{
    public static readonly string[] Elementary =
        ["Sand View", "Maple Grove", "Riverbend", "Willow Creek", "Prairie Star", "Lakeside", "Cedar Hill", "Meadowlark"];

    public static readonly string[] Middle = ["Ocean View", "Stone Bridge", "Northfield", "Harbor Point", "Elm Street"];

    public static readonly string[] High = ["City View", "Summit", "Union", "Valley Central"];

    private static readonly Lazy<NameFile> File = new(Read);

    public static string Given(Dice die, Gender gender) => die.Pick(gender switch
    {
        Gender.Female => File.Value.Female,
        Gender.Male => File.Value.Male,
        _ => File.Value.Neutral,
    });

    public static string Family(Dice die) => die.Pick(File.Value.Family);

    private static NameFile Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith("names.yaml", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
            .Deserialize<NameFile>(reader);
    }

    private sealed class NameFile
    {
        public List<string> Female { get; set; } = [];
        public List<string> Male { get; set; } = [];
        public List<string> Neutral { get; set; } = [];
        public List<string> Family { get; set; } = [];
    }
}
