namespace Pathfinity.Storage;

/// <summary>Names in SQL.</summary>
internal static class Identifier
{
    /// <summary>The name between double quotes, safe in SQL whatever it holds.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
