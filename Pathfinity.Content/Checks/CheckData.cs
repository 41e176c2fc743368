using System.Reflection;

namespace Pathfinity.Content.Checks;

/// <summary>The data of checks: text files in Checks/Data, in which lines that begin with # are comments.</summary>
internal static class CheckData
{
    public static IEnumerable<string> Lines(string name)
    {
        var resource = $"Checks/{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new ContentException($"No check data '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Rows whose cells stand between bars that have blanks around them.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Lines(name).Select(line => $"{line} ".Split([" | ", " |"], StringSplitOptions.TrimEntries));

    public static HashSet<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
