using System.Collections.Immutable;
using System.Reflection;
using Pathfinity.Content.Proofs;
using Pathfinity.Curriculum;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Content;

/// <summary>Everything that questions are made of: item models, bindings, bugs, everyday things and tables.</summary>
public sealed class ContentLibrary
{
    private static readonly Lazy<ContentLibrary> Loaded = new(() => Load(BuiltIn(), ItemModels.All));
    private readonly Dictionary<string, Teaching> teachings;
    private readonly Dictionary<string, Bug> bugs;
    private readonly Dictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>> tables;
    private readonly Dictionary<string, ImmutableArray<Dictionary<string, Value>>> evaluated;
    private readonly ImmutableArray<WorkObject>[] everyday;

    private ContentLibrary(
        IReadOnlyList<(string Name, ContentFile File)> files, IReadOnlyDictionary<string, ItemModel> models)
    {
        Models = models;
        bugs = Unique(files, f => f.Bugs(), bug => bug.Id);
        teachings = Unique(files, f => f.Teachings(models), teaching => teaching.Skill);
        tables = files.Where(f => f.File.Rows.Count > 0).ToDictionary(
            f => Path.GetFileNameWithoutExtension(f.Name),
            f => f.File.Rows.Select(row => (IReadOnlyDictionary<string, string>)row).ToImmutableArray(),
            StringComparer.Ordinal);
        evaluated = tables.ToDictionary(
            table => table.Key, table => table.Value.Select(Value.OfRow).ToImmutableArray(), StringComparer.Ordinal);
        var things = files.SelectMany(f => f.File.Things()).ToList();
        everyday = [.. Grade.All.Select(grade => things.Where(t => t.MinGrade <= grade).Select(t => t.Thing).ToImmutableArray())];
    }

    /// <summary>The built-in library; read once.</summary>
    public static ContentLibrary Default => Loaded.Value;

    /// <summary>
    /// Science skills whose facets all ask from one source, be it a table, a template or a sequence: there a facet's name
    /// changes the form of a question and not what it is about.
    /// </summary>
    public ImmutableArray<string> OneSourced =>
        [.. teachings.Values
            .Where(teaching => teaching.Bindings.All(binding => binding.Model is Science.ScienceModel)
                && teaching.Bindings.Select(binding => binding.Params.Source).Distinct(StringComparer.Ordinal).Count() == 1)
            .Select(teaching => teaching.Skill).Order(StringComparer.Ordinal)];

    /// <summary>Every named bug, in ordinal order of the ids.</summary>
    public IEnumerable<Bug> Bugs => bugs.Values.OrderBy(bug => bug.Id, StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, ItemModel> Models { get; }

    internal IReadOnlyCollection<string> TaughtSkills => teachings.Keys;

    /// <exception cref="KeyNotFoundException">No bug has this id.</exception>
    public Bug Bug(string id) => bugs.TryGetValue(id, out var bug) ? bug : throw new KeyNotFoundException($"No bug '{id}'.");

    internal Bug? BugOrNone(string id) => bugs.GetValueOrDefault(id);

    internal Teaching? TeachingOrNone(string skill) => teachings.GetValueOrDefault(skill);

    /// <summary>The rows of Data/tables/NAME.yaml (or of any other data file of that name).</summary>
    internal ImmutableArray<IReadOnlyDictionary<string, string>> Table(string name) => tables.TryGetValue(name, out var rows)
        ? rows
        : throw new KeyNotFoundException($"No table '{name}'.");

    /// <summary>As <see cref="Table"/>, ready for provers to evaluate conditions over. Not to be changed.</summary>
    internal ImmutableArray<Dictionary<string, Value>> Evaluated(string name) => evaluated.TryGetValue(name, out var rows)
        ? rows
        : throw new KeyNotFoundException($"No table '{name}'.");

    internal ImmutableArray<WorkObject> EverydayThings(Grade grade) => everyday[grade.Ordinal];

    /// <summary>Reads a library from named YAML texts.</summary>
    /// <exception cref="ContentException">A file is malformed; the message says where.</exception>
    internal static ContentLibrary Load(IEnumerable<(string Name, string Text)> files, IEnumerable<ItemModel> models)
    {
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        var read = files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, Read(deserializer, f.Name, f.Text)));
        return new ContentLibrary([.. read], models.ToDictionary(model => model.Id, StringComparer.Ordinal));
    }

    internal static IEnumerable<(string Name, string Text)> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsLibrary))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static bool IsLibrary(string resource) =>
        resource.EndsWith(".yaml", StringComparison.Ordinal) && !ScenarioFile.Is(resource);

    private static ContentFile Read(IDeserializer deserializer, string name, string text)
    {
        try
        {
            return deserializer.Deserialize<ContentFile>(text) ?? new ContentFile();
        }
        catch (YamlException e)
        {
            throw new ContentException($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static Dictionary<string, T> Unique<T>(
        IReadOnlyList<(string Name, ContentFile File)> files, Func<ContentFile, IEnumerable<T>> values, Func<T, string> key)
    {
        var unique = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            try
            {
                foreach (var value in values(file))
                {
                    if (!unique.TryAdd(key(value), value))
                    {
                        throw new ContentException($"{name}: '{key(value)}' stands in the data files twice.");
                    }
                }
            }
            catch (FormatException e)
            {
                throw new ContentException($"{name}: {e.Message}", e);
            }
        }
        return unique;
    }
}

/// <summary>The content data contradict themselves; the message says which file and how.</summary>
public sealed class ContentException(string message, Exception? inner = null) : Exception(message, inner);
