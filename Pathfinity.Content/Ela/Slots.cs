using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Fills the slots of a line, such as "The {role} read the {paper}.", from the work context of a commission or from
/// everyday life. Within one question a slot always means the same.
/// </summary>
internal sealed class Slots
{
    private static readonly ImmutableArray<string> Roles =
        ["coach", "neighbor", "teacher", "librarian", "guide", "driver", "painter", "cook", "singer", "gardener", "nurse", "builder"];

    // Each has doors, rooms and a roof: many a line of the banks is set in them.
    private static readonly ImmutableArray<string> Places =
        ["the gym", "the library", "the school", "the store", "the art center", "the club", "the community center", "the youth center"];

    private static readonly ImmutableArray<string> Papers = ["note", "poster", "letter", "list", "sign", "card", "notice", "plan"];

    private static readonly ImmutableArray<string> Animals =
        ["fox", "bear", "owl", "rabbit", "mouse", "crow", "turtle", "goat", "duck", "frog", "squirrel", "deer"];

    private readonly Commission commission;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<Person> people = [];

    public Slots(Commission commission)
    {
        this.commission = commission;
        var work = commission.Work;
        values["role"] = commission.Rolls.Pick(work?.Roles ?? Roles);
        values["place"] = work?.Setting ?? commission.Rolls.Pick(Places);
        values["animal"] = commission.Rolls.Pick(Animals);
        values["n"] = Words.Number(commission.Rolls.Between(3, 12));
        var things = (work?.Objects ?? commission.Library.EverydayThings(commission.Grade)).Where(t => t.Unit is null).ToList();
        var goods = things.Where(t => work is null ? t.Container is not null : t.Kind is ThingKind.Goods).ToList();
        var thing = commission.Rolls.Pick(goods.Count > 0 ? goods : things);
        values["thing"] = thing.Singular;
        values["things"] = thing.Plural;
        while (people.Count < 4)
        {
            var person = commission.Person();
            if (people.All(p => p.Name != person.Name))
            {
                people.Add(person);
            }
        }
        values["paper"] = commission.Document(commission.Rolls.Pick(Papers));
    }

    public Person Who(int number) => people[number];

    public string this[string name] => Value(name);

    public void Set(string name, string value) => values[name] = value;

    /// <summary>True when the text has a slot that a work context fills.</summary>
    public static bool Occur(string text) =>
        text.Contains("role}", StringComparison.OrdinalIgnoreCase) || text.Contains("place}", StringComparison.OrdinalIgnoreCase)
        || text.Contains("thing}", StringComparison.Ordinal) || text.Contains("things}", StringComparison.Ordinal)
        || text.Contains("paper}", StringComparison.Ordinal);

    public string Text(string template) => template.Contains('{') ? Fill(template).Text : template;

    /// <summary>The line with its slots filled and masked.</summary>
    public Phrase Fill(string template)
    {
        var phrase = new Phrase(template.Length, 4);
        var at = 0;
        while (template.IndexOf('{', at) is var open && open >= 0)
        {
            var close = template.IndexOf('}', open);
            phrase.Append(template.AsSpan(at..open));
            var slot = template[(open + 1)..close];
            phrase.AppendFormatted(Shown(slot, Opens(template.AsSpan(0, open))));
            at = close + 1;
        }
        phrase.Append(template.AsSpan(at));
        return phrase;
    }

    /// <summary>A slot in capitals is shown in capitals; one that opens a sentence begins with a capital.</summary>
    private string Shown(string slot, bool opens) => slot.Length > 1 && slot.All(c => !char.IsLower(c))
        ? Value(slot.ToLowerInvariant()).ToUpperInvariant()
        : char.IsUpper(slot[0]) ? Words.Cap(Value(Words.Uncap(slot)))
        : opens ? Words.Cap(Value(slot)) : Value(slot);

    private static bool Opens(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(" “");
        return before.IsEmpty || before[^1] == '\n' || (before[^1] is ' ' or '“' && text.Length > 0 && text[^1] is '.' or '!' or '?')
            || (before[^1] == '“' && (text.Length == 0 || text[^1] is ':' or ','))
            || (text.Length > 2 && text[^1] == ')' && char.IsAsciiDigit(text[^2]));
    }

    private string Value(string slot)
    {
        if (slot.StartsWith("a ", StringComparison.Ordinal))
        {
            return Words.A(Value(slot[2..]));
        }
        if (values.TryGetValue(slot, out var set))
        {
            return set;
        }
        var number = char.IsAsciiDigit(slot[^1]) ? slot[^1] - '1' : 0;
        var person = people[number];
        return (number == 0 ? slot.TrimEnd('1') : slot[..^1]) switch
        {
            "name" => person.Name,
            "names" => person.Possessive,
            "they" => person.They,
            "them" => person.Them,
            "their" => person.Their,
            var name => throw new ContentException($"No slot '{name}'."),
        };
    }
}
