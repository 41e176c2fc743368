using System.Collections.Immutable;
using System.Reflection;

namespace Pathfinity.Simulation;

/// <summary>Specs of worlds that are built in: to be taken as they are, or to be copied and changed.</summary>
public static class Presets
{
    /// <summary>The world that `up` makes.</summary>
    public const string Demo = "demo";

    private const string Folder = ".Data.presets.";

    /// <summary>Names of all presets, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => name.Split('.')[^2]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The preset's file as it is written.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Text(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(
            file => file.EndsWith($"{Folder}{name}.yaml", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The preset read.</summary>
    public static WorldSpec Spec(string name) => WorldSpecYaml.Read(Text(name));
}
