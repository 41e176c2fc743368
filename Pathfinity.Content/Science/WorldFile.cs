using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Content.Science;

/// <summary>The shape of a world file (Data/science/*.yml): what the model worlds of science are made of.</summary>
internal sealed class WorldFile
{
    public string Source { get; set; } = "";
    public List<FactTable> Tables { get; set; } = [];
    public List<Sequence> Sequences { get; set; } = [];
    public List<TemplateEntry> Templates { get; set; } = [];
    public List<ChoiceWorld> Choices { get; set; } = [];
    public List<SeriesWorld> Series { get; set; } = [];
    public Dictionary<string, List<Dictionary<string, string>>> Rows { get; set; } = [];
}

/// <summary>All world files of this assembly by key; read once.</summary>
internal sealed class Worlds
{
    private static readonly Lazy<Worlds> Loaded = new(() => new Worlds(BuiltIn()));
    private readonly Dictionary<string, FactTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sequence> sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Template> templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChoiceWorld> choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeriesWorld> series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Dictionary<string, string>>> rows = new(StringComparer.Ordinal);

    public Worlds(IEnumerable<(string Name, string Text)> files)
    {
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        foreach (var (name, text) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                Add(deserializer.Deserialize<WorldFile>(text));
            }
            catch (Exception e) when (e is YamlException or FormatException or ArgumentException)
            {
                throw new ContentException($"{name}: {e.InnerException?.Message ?? e.Message}", e);
            }
        }
    }

    public static Worlds Default => Loaded.Value;

    public IEnumerable<FactTable> Tables => tables.Values;

    public IEnumerable<Template> Templates => templates.Values;

    public IEnumerable<ChoiceWorld> Choices => choices.Values;

    public FactTable Table(string key) => Find(tables, key, "table");

    public Sequence Sequence(string key) => Find(sequences, key, "sequence");

    public Template Template(string key) => Find(templates, key, "template");

    public ChoiceWorld Choice(string key) => Find(choices, key, "choice world");

    public SeriesWorld Series(string key) => Find(series, key, "series");

    public List<Dictionary<string, string>> Rows(string key) => Find(rows, key, "rows");

    private static IEnumerable<(string Name, string Text)> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("science/", StringComparison.Ordinal) && n.EndsWith(".yml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static T Find<T>(Dictionary<string, T> values, string key, string what) => values.TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"No {what} '{key}' in the worlds of science.");

    private void Add(WorldFile file)
    {
        file.Tables.ForEach(table => tables.Add(table.Key, table));
        file.Sequences.ForEach(sequence => sequences.Add(sequence.Key, sequence));
        file.Templates.ForEach(template => templates.Add(template.Key, new Template(template)));
        file.Choices.ForEach(choice => choices.Add(choice.Key, choice));
        file.Series.ForEach(one => series.Add(one.Key, one));
        foreach (var (key, value) in file.Rows)
        {
            rows.Add(key, value);
        }
    }
}
