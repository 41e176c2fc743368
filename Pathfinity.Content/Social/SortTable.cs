using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>How the cases of a table stand in a sentence.</summary>
internal enum CaseForm
{
    /// <summary>A noun phrase: "a warm coat".</summary>
    Thing,

    /// <summary>What somebody does: "waits in line".</summary>
    Act,

    /// <summary>A sentence: "The council votes on a rule."</summary>
    Say,
}

/// <summary>One of the classes into which cases are sorted.</summary>
/// <param name="Set">Classes of one set exclude each other.</param>
/// <param name="Label">"a need".</param>
/// <param name="Many">"needs".</param>
/// <param name="Ask">"Which one is a need?"</param>
/// <param name="Why">What makes a case one: "people must have it to live".</param>
internal sealed record Kind(string Key, string Set, string Label, string Many, string Ask, string Why, ImmutableArray<string> Cases);

/// <summary>Cases of a skill sorted into classes, read from the skill's table.</summary>
internal sealed class SortTable
{
    private readonly ILookup<string, string> classes;

    private SortTable(Commission c, string asked)
    {
        var rows = c.Library.Table(c.Skill.Id);
        var cases = rows.Where(row => row.ContainsKey("of")).ToLookup(row => row["of"], row => row["text"], StringComparer.Ordinal);
        var set = rows.First(row => row.GetValueOrDefault("key") == asked)["set"];
        var head = rows.First(row => row.ContainsKey("form") && row["set"] == set);
        Name = c.Skill.Id;
        Kinds = [.. rows.Where(row => row.ContainsKey("key") && row["set"] == set).Select(row => new Kind(
            row["key"], set, row["label"], row["many"], row["ask"], row["why"], [.. cases[row["key"]]]))];
        classes = rows.Where(row => row.ContainsKey("of") && Kinds.Any(kind => kind.Key == row["of"]))
            .ToLookup(row => row["text"], row => row["of"], StringComparer.Ordinal);
        Form = Enum.Parse<CaseForm>(head["form"], ignoreCase: true);
        Bug = head["bug"];
        Which = head.GetValueOrDefault("which", "");
        Tell = head.GetValueOrDefault("tell", "");
        Hint = head["hint"];
        Hard = rows.Any(row => row.ContainsKey("hard"));
    }

    public string Name { get; }

    public ImmutableArray<Kind> Kinds { get; }

    public CaseForm Form { get; }

    public string Bug { get; }

    /// <summary>The question that asks for the class of a case; empty where none reads well.</summary>
    public string Which { get; }

    /// <summary>How somebody names a thing: "{n} draws {x}."</summary>
    public string Tell { get; }

    public string Hint { get; }

    /// <summary>True for hard history, which nobody guesses at in a quiz.</summary>
    public bool Hard { get; }

    /// <summary>The part of the skill's table whose classes the binding names, all classes of their set.</summary>
    public static SortTable Of(Commission c)
    {
        var asked = c.Params.List("kinds")[0];
        return Tables.Of(c, $"{c.Skill.Id}/{asked}", () => new SortTable(c, asked));
    }

    /// <summary>One of the classes that the binding asks for.</summary>
    public Kind Asked(Commission c)
    {
        var key = c.Rolls.Pick(c.Params.List("kinds"));
        return Kinds.First(kind => kind.Key == key);
    }

    public ImmutableArray<Kind> Besides(Kind kind) => [.. Kinds.Where(other => other != kind)];

    /// <summary>Cases of other classes, drawn class by class in turn so that none is left out.</summary>
    public IReadOnlyList<Sorted> Others(Commission c, Kind kind, int count)
    {
        var kinds = c.Rolls.Shuffle(Besides(kind));
        var decks = kinds.Select(other => c.Rolls.Shuffle(other.Cases)).ToArray();
        var drawn = new List<Sorted>();
        for (var i = 0; drawn.Count < count && i < 8 * decks.Length; i++)
        {
            var deck = decks[i % decks.Length];
            if (i / decks.Length < deck.Length)
            {
                drawn.Add(new Sorted(deck[i / decks.Length], kinds[i % decks.Length]));
            }
        }
        return drawn;
    }

    /// <summary>Different cases of one class.</summary>
    public static IReadOnlyList<Sorted> Some(Commission c, Kind kind, int count) =>
        [.. c.Rolls.Shuffle(kind.Cases).Take(count).Select(text => new Sorted(text, kind))];

    /// <summary>Where a case belongs and why.</summary>
    public static string Place(Sorted sorted) =>
        $"{Quoted(sorted.Text)} goes with {Wording.Quote(sorted.Kind.Many)}: {sorted.Kind.Why}.";

    /// <summary>The case in quotation marks, once.</summary>
    private static string Quoted(string text) => text.StartsWith('“') ? text : Wording.Quote(Words.Cap(Wording.Open(text)));

    /// <summary>The class under which the table lists a text, looked up apart from the draws: what proofs rest on.</summary>
    public string ClassOf(string text) => classes[text].Single();
}

/// <summary>A case with its class.</summary>
internal sealed record Sorted(string Text, Kind Kind);
