using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>One thing that a table says of its entries, with the words to ask for it both ways.</summary>
/// <param name="Ask">Asks for the value of an entry {e}.</param>
/// <param name="Back">Asks for the entry of a value {v}.</param>
/// <param name="Say">States it: "{E} grew along the {v}."</param>
internal sealed record Column(string Name, string Ask, string Back, string Say);

/// <summary>
/// Facts of a skill: entries and what is true of them. Values that several entries share are siblings. Of entries that a
/// row names as kin ("New England/Maine"), what is said of one may be true of another, though no table says so.
/// </summary>
internal sealed class FactTable
{
    private readonly ImmutableArray<IReadOnlyDictionary<string, string>> rows;
    private readonly ImmutableArray<string[]> kin;

    private FactTable(Commission c)
    {
        Name = c.Skill.Id;
        var all = c.Library.Table(Name);
        var head = all.First(row => row.ContainsKey("facts"));
        Bug = head["bug"];
        Hint = head["hint"];
        Columns = [.. c.Params.List("columns").Select(name => all.Where(row => row.GetValueOrDefault("column") == name)
            .Select(row => new Column(name, row["ask"], row["back"], row["say"])).First())];
        rows = [.. all.Where(row => row.ContainsKey("e"))];
        kin = [.. all.Where(row => row.ContainsKey("kin")).Select(row => row["kin"].Split('/'))];
    }

    public string Name { get; }

    public string Bug { get; }

    public string Hint { get; }

    /// <summary>The columns that the binding asks about.</summary>
    public ImmutableArray<Column> Columns { get; }

    public static FactTable Of(Commission c) =>
        Tables.Of(c, $"{c.Skill.Id}/{string.Join(',', c.Params.List("columns"))}", () => new FactTable(c));

    /// <summary>Different entries that say something in the column, all of different values and no two of them kin.</summary>
    public Fact[] Draw(Commission c, Column column, int count)
    {
        var drawn = new List<Fact>();
        foreach (var row in c.Rolls.Shuffle(rows))
        {
            if (drawn.Count < count && row.TryGetValue(column.Name, out var value)
                && drawn.All(d => d.Value != value && !AreKin(d.Entry, row["e"])))
            {
                drawn.Add(new Fact(row["e"], value, column));
            }
        }
        return [.. drawn];
    }

    private bool AreKin(string one, string other) =>
        kin.Any(group => group.Contains(one, StringComparer.Ordinal) && group.Contains(other, StringComparer.Ordinal));

    /// <summary>Another column's value of the same entry, or null.</summary>
    public Fact? Also(Fact fact, Column column) => rows.First(row => row["e"] == fact.Entry).TryGetValue(column.Name, out var value)
        ? new Fact(fact.Entry, value, column)
        : null;

    /// <summary>The value that the table of data gives an entry, looked up anew: what proofs rest on.</summary>
    public string ValueOf(Commission c, string entry, Column column) => c.Library.Table(Name)
        .First(row => row.GetValueOrDefault("e") == entry && row.ContainsKey(column.Name))[column.Name];

    /// <summary>An answer is right when the table of data gives it to the entry.</summary>
    public Proof ProofOfValue(Commission c, string entry, Column column) => Wording.Quotable(entry)
        ? Proof.Table(Name, $"e = '{entry}'", column.Name)
        : Proof.Rows(new[] { new { name = ValueOf(c, entry, column) } }, "true");

    /// <summary>An answer is right when the table of data gives its entry the value; siblings are right as well.</summary>
    public Proof ProofOfEntry(Commission c, IEnumerable<Fact> facts, string value, Column column) => Wording.Quotable(value)
        ? Proof.Table(Name, $"{column.Name} = '{value}'", "e")
        : Proof.Rows(facts.Select(f => new { name = f.Entry, fits = ValueOf(c, f.Entry, column) == value }), "fits");
}

/// <summary>One thing that is true of one entry.</summary>
internal sealed record Fact(string Entry, string Value, Column Column)
{
    public string Statement => Claim(Entry, Value);

    /// <summary>The same claim about another entry or value.</summary>
    public string Claim(string entry, string value) => Wording.Stop(Words.Cap(Column.Say
        .Replace("{E}", Words.Cap(entry), StringComparison.Ordinal).Replace("{e}", entry, StringComparison.Ordinal)
        .Replace("{v}", value, StringComparison.Ordinal)));
}
