using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>Reads the item models that data files state (Data/math/asks-*.yml).</summary>
internal static class AskLibrary
{
    private const string Prefix = "math/";

    /// <exception cref="ContentException">A file is malformed; the message says where.</exception>
    public static IEnumerable<ItemModel> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsAsks).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var ask in Read(name, reader.ReadToEnd()))
            {
                yield return ask;
            }
        }
    }

    internal static IReadOnlyList<Ask> Read(string name, string text)
    {
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            return [.. deserializer.Deserialize<AskFile>(text).Asks.Select(Made)];
        }
        catch (YamlException e)
        {
            throw new ContentException($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (FormatException e)
        {
            throw new ContentException($"{name}: {e.Message}", e);
        }
    }

    private static Ask Made(AskEntry entry)
    {
        try
        {
            return new Ask(entry);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new FormatException($"'{entry.Id}': {e.Message}", e);
        }
    }

    private static bool IsAsks(string resource) =>
        resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(".yml", StringComparison.Ordinal);
}
