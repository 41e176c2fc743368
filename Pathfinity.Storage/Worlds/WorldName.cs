using System.Text.RegularExpressions;

namespace Pathfinity.Storage;

/// <summary>Names of worlds and of the schemas that hold them.</summary>
public static partial class WorldName
{
    public const int LengthMax = 40;
    private const string Prefix = "world_";

    /// <summary>The schema of a world.</summary>
    /// <exception cref="BadInputException">This is no world's name.</exception>
    public static string Schema(string world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Allowed().IsMatch(world)
            ? Prefix + world
            : throw new BadInputException(
                $"'{world}' is no name for a world; use 1 to {LengthMax} of a-z, 0-9, - and _, a letter or digit first");
    }

    internal static string Quoted(string world) => Identifier.Quote(Schema(world));

    /// <summary>The world that a schema holds; null when it holds none.</summary>
    internal static string? OfSchema(string schema) =>
        schema.StartsWith(Prefix, StringComparison.Ordinal) && Allowed().IsMatch(schema[Prefix.Length..])
            ? schema[Prefix.Length..]
            : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,39}\\z")]
    private static partial Regex Allowed();
}
