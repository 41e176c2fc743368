using System.Collections.Immutable;
using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Curriculum;

/// <summary>Reads the data files that are built into this assembly, and refuses what contradicts itself.</summary>
public static class CurriculumLoader
{
    private static readonly Lazy<CurriculumSet> Loaded = new(() => Load(BuiltIn()));

    /// <summary>The built-in curriculum; read once.</summary>
    public static CurriculumSet Default => Loaded.Value;

    /// <summary>Reads a curriculum from named YAML texts.</summary>
    /// <exception cref="CurriculumException">A file is malformed or contradicts another; the message says where.</exception>
    public static CurriculumSet Load(IEnumerable<(string Name, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        var documents = files.OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, File: Read(deserializer, file.Name, file.Text))).ToList();
        var skills = InFile(documents, d => d.Skills()).OrderBy(SkillOrder.Of).ToImmutableArray();
        var set = new CurriculumSet(
            Distinct(documents.Select(d => d.File.StrandOrNone()).OfType<Strand>(), s => $"{s.Subject.Key()}.{s.Key}"),
            Unique(skills, s => s.Id, "skill"),
            Distinct(InFile(documents, d => d.Clusters()), c => c.Key),
            Unique(Sorted(InFile(documents, d => d.Careers()), c => c.Id), c => c.Id, "career"),
            Unique(Sorted(InFile(documents, d => d.Contexts()), c => c.Key), c => c.Key, "work context"));
        CurriculumRules.Require(set);
        return set;
    }

    private static IEnumerable<(string Name, string Text)> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static CurriculumFile Read(IDeserializer deserializer, string name, string text)
    {
        try
        {
            return deserializer.Deserialize<CurriculumFile>(text) ?? new CurriculumFile();
        }
        catch (YamlException e)
        {
            throw new CurriculumException($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static List<T> InFile<T>(
        List<(string Name, CurriculumFile File)> documents, Func<CurriculumFile, IEnumerable<T>> values)
    {
        var all = new List<T>();
        foreach (var (name, file) in documents)
        {
            try
            {
                all.AddRange(values(file));
            }
            catch (FormatException e)
            {
                throw new CurriculumException($"{name}: {e.Message}", e);
            }
        }
        return all;
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> values, Func<T, string> key) =>
        values.OrderBy(key, StringComparer.Ordinal);

    private static ImmutableArray<T> Distinct<T>(IEnumerable<T> values, Func<T, string> key) =>
        [.. values.DistinctBy(key, StringComparer.Ordinal).OrderBy(key, StringComparer.Ordinal)];

    private static ImmutableArray<T> Unique<T>(IEnumerable<T> values, Func<T, string> key, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unique = values.ToImmutableArray();
        foreach (var value in unique)
        {
            if (!seen.Add(key(value)))
            {
                throw new CurriculumException($"The {what} '{key(value)}' stands in the data files twice.");
            }
        }
        return unique;
    }
}

/// <summary>The data files contradict themselves; the message says which file or key and how.</summary>
public sealed class CurriculumException(string message, Exception? inner = null) : Exception(message, inner);
