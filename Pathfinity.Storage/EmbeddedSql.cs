using System.Collections.Immutable;

namespace Pathfinity.Storage;

/// <summary>The SQL files that are built into this assembly.</summary>
internal static class EmbeddedSql
{
    /// <summary>Files of a folder below Schema, by name.</summary>
    public static ImmutableArray<(string Name, string Text)> Folder(string folder)
    {
        var assembly = typeof(EmbeddedSql).Assembly;
        var prefix = $"Pathfinity.Storage.Schema.{folder}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name[prefix.Length..], reader.ReadToEnd());
            })];
    }
}
