using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;
using YamlDotNet.Serialization;

namespace Pathfinity.Content;

/// <summary>The shape of a data file: teaching of skills, bugs, everyday things or a table of rows.</summary>
internal sealed class ContentFile
{
    private const int CapacityDefault = 1000;

    public string? Subject { get; set; }
    public string? Source { get; set; }

    [YamlMember(Alias = "skills")]
    public Dictionary<string, TeachingEntry> Skills { get; set; } = [];

    [YamlMember(Alias = "bugs")]
    public List<BugEntry> BugEntries { get; set; } = [];

    [YamlMember(Alias = "things")]
    public List<ThingEntry> ThingEntries { get; set; } = [];

    [YamlMember(Alias = "rows")]
    public List<Dictionary<string, string>> Rows { get; set; } = [];

    public IEnumerable<Teaching> Teachings(IReadOnlyDictionary<string, ItemModel> models) =>
        Skills.Select(pair => new Teaching(pair.Key, pair.Value.Concept?.Trim() ?? "", pair.Value.Bindings(pair.Key, models)));

    public IEnumerable<Bug> Bugs() => BugEntries.Select(entry => entry.ToBug(Subjects.Parse(Subject ?? ""), Source ?? ""));

    public IEnumerable<EverydayThing> Things() => ThingEntries.Select(entry => entry.ToThing());

    internal sealed class TeachingEntry
    {
        public string? Concept { get; set; }
        public List<BindingEntry> Models { get; set; } = [];

        public IReadOnlyList<Binding> Bindings(string skill, IReadOnlyDictionary<string, ItemModel> models)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            var bindings = new List<Binding>();
            foreach (var entry in Models)
            {
                var id = entry.Model ?? throw new FormatException($"A binding of {skill} names no model.");
                var model = models.TryGetValue(id, out var found)
                    ? found
                    : throw new FormatException($"{skill} names the item model '{id}', which is not registered.");
                var facet = entry.Facet ?? throw new FormatException($"{skill}: a binding of {id} names no facet.");
                var key = $"{id[(id.IndexOf('.') + 1)..]}/{facet.Replace(' ', '-')}";
                var number = seen[key] = seen.GetValueOrDefault(key) + 1;
                var parameters = new Params($"{skill}, {id}", entry.Params.ToDictionary(
                    p => p.Key, p => Values(p.Value), StringComparer.Ordinal));
                bindings.Add(new Binding(
                    number == 1 ? key : $"{key}-{number}", model, facet, parameters, entry.Capacity ?? CapacityDefault));
            }
            return bindings;
        }

        private static ImmutableArray<string> Values(object? value) => value switch
        {
            IEnumerable<object> list => [.. list.Select(Text)],
            null => [],
            _ => [Text(value)],
        };

        private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }

    internal sealed class BindingEntry
    {
        public string? Model { get; set; }
        public string? Facet { get; set; }
        public int? Capacity { get; set; }
        public Dictionary<string, object> Params { get; set; } = [];
    }

    internal sealed class BugEntry
    {
        public string? Id { get; set; }
        public string? Strand { get; set; }
        public string? Onset { get; set; }
        public string? Peak { get; set; }
        public string? Decline { get; set; }
        public string? Does { get; set; }
        public string? Refutation { get; set; }
        public string? Source { get; set; }

        public Bug ToBug(Subject subject, string fileSource)
        {
            var id = Needed(Id, "a bug", "id");
            return new Bug
            {
                Id = id,
                Subject = subject,
                Strand = Needed(Strand, id, "strand"),
                Onset = Grade.Parse(Needed(Onset, id, "onset")),
                Peak = Grade.Parse(Needed(Peak, id, "peak")),
                Decline = Grade.Parse(Needed(Decline, id, "decline")),
                Does = Needed(Does, id, "does"),
                Refutation = Needed(Refutation, id, "refutation"),
                Source = Source?.Trim() ?? Needed(fileSource, id, "source"),
            };
        }

        private static string Needed(string? value, string owner, string name) => string.IsNullOrWhiteSpace(value)
            ? throw new FormatException($"{owner} has no '{name}'.")
            : value.Trim();
    }

    internal sealed class ThingEntry
    {
        public string One { get; set; } = "";
        public string Many { get; set; } = "";
        public string? Holder { get; set; }
        public int Capacity { get; set; }
        public int Cents { get; set; }
        public string Amount { get; set; } = "1..100";
        public string MinGrade { get; set; } = "PK";

        public EverydayThing ToThing()
        {
            var amount = Span.Parse(Amount);
            return new EverydayThing(
                new WorkObject(One, Many, Holder, Capacity, Cents, null, amount.Low, amount.High), Grade.Parse(MinGrade));
        }
    }
}

/// <summary>A thing of everyday life that children count, for questions without a work context.</summary>
internal sealed record EverydayThing(WorkObject Thing, Grade MinGrade);
