using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Ela;

/// <summary>A plan told once: its facts drawn, its moves in the order and wording of one telling.</summary>
internal sealed class Telling
{
    private readonly Slots slots;
    private readonly Dictionary<string, string> values;
    private readonly int wording;

    private Telling(Plan plan, Slots slots, Dictionary<string, string> values, int wording, ImmutableArray<Step> steps)
    {
        (Plan, this.slots, this.values, this.wording) = (plan, slots, values, wording);
        Told = [.. steps.Select(s => plan.Move(s.Move))];
        var text = new Phrase(0, 0);
        foreach (var (step, i) in steps.Select((s, i) => (s, i)))
        {
            text.AppendLiteral(i == 0 ? "" : step.Opens ? "\n" : " ");
            text.AppendFormatted(Fill(plan.Move(step.Move).Forms[wording]));
        }
        Text = text;
    }

    public Plan Plan { get; }

    public ImmutableArray<Move> Told { get; }

    public Phrase Text { get; }

    /// <summary>Draws the facts and a telling.</summary>
    /// <param name="keep">Says which optional moves are told; null for all.</param>
    public static Telling Of(Commission c, Plan plan, Slots slots, Func<Step, bool>? keep = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in plan.Facts)
        {
            values[fact.Name] = fact.Formula.Length == 0
                ? c.Rolls.Pick(fact.Pool.Where(v => !Related(plan, fact).Any(k => values.GetValueOrDefault(k.Name) == slots.Text(v))).Select(slots.Text).ToList())
                : Computed(fact.Formula, values);
        }
        return At(plan, slots, values, c.Rolls.Below(plan.Tellings.Length), keep);
    }

    /// <summary>The same facts, told in another way.</summary>
    public Telling Again(int wordingOther, Func<Step, bool> keep) => At(Plan, slots, values, wordingOther, keep);

    /// <summary>The same with another value of one fact, told in another way.</summary>
    public Telling With(string fact, string value, int wordingOther) =>
        At(Plan, slots, new Dictionary<string, string>(values, StringComparer.Ordinal) { [fact] = value }, wordingOther, null);

    public int Wording => wording;

    public string this[string fact] => values[fact];

    public string Said(Move move) => Fill(move.Forms[wording]).Text;

    public string Says(Move move) => Fill(move.Says).Text;

    /// <summary>What the move says when a fact has another value.</summary>
    public string Says(Move move, string fact, string value) =>
        new Telling(Plan, slots, new Dictionary<string, string>(values, StringComparer.Ordinal) { [fact] = value }, wording, []).Says(move);

    public Phrase Fill(string template)
    {
        foreach (var (name, value) in values)
        {
            slots.Set(name, value);
        }
        return slots.Fill(template);
    }

    /// <summary>Other values that a fact could have had; first what a related fact has.</summary>
    public IReadOnlyList<string> Others(Commission c, string name)
    {
        var fact = Plan.Fact(name);
        var related = Related(Plan, fact).Select(f => values[f.Name]).ToList();
        return [.. related.Concat(c.Rolls.Shuffle(fact.Pool).Select(slots.Text)).Where(v => v != values[name]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Facts that a template names.</summary>
    public IEnumerable<Fact> FactsOf(string template) => Plan.Facts.Where(f => template.Contains($"{{{f.Name}}}", StringComparison.OrdinalIgnoreCase));

    /// <summary>All that a prover needs to read the text back: what each move may say, with the facts left open.</summary>
    public object Grammar() => new
    {
        text = Text.Text,
        moves = Plan.Moves.Select(m => new { name = m.Name, role = m.Role, time = m.Time, because = m.Because ?? "", says = Open(m.Says), form = Open(m.Forms[wording]) }),
        shown = Shown.ToDictionary(f => f, f => values[f], StringComparer.Ordinal),
        facts = Plan.Facts.ToDictionary(f => f.Name, f => f.Pool.Select(slots.Text), StringComparer.Ordinal),
    };

    /// <summary>The table that goes with the text, or null.</summary>
    public Figure? Table()
    {
        if (!Plan.Notes.TryGetValue("table", out var note))
        {
            return null;
        }
        var rows = note.Split('|').Select(r => (IReadOnlyList<string>)[.. r.Split(',').Select(cell => Fill(cell.Trim()).Text)]).ToList();
        var alt = string.Join("; ", rows.Skip(1).Select(r => string.Join(", ", r.Select((cell, i) => $"{rows[0][i]} {cell}"))));
        return Pictures.Table(rows[0], [.. rows.Skip(1)], $"A table. {alt}.");
    }

    /// <summary>Facts that the table shows.</summary>
    private IEnumerable<string> Shown => Plan.Notes.TryGetValue("table", out var note) ? FactsOf(note).Select(f => f.Name) : [];

    private static IEnumerable<Fact> Related(Plan plan, Fact fact) =>
        plan.Facts.Where(f => f != fact && (f.Kin == fact.Name || fact.Kin == f.Name || (fact.Kin.Length > 0 && f.Kin == fact.Kin)));

    private static Telling At(Plan plan, Slots slots, Dictionary<string, string> values, int wording, Func<Step, bool>? keep)
    {
        var steps = plan.Tellings[wording].Where(s => !s.Optional || keep is null || keep(s)).ToImmutableArray();
        return new Telling(plan, slots, values, wording, steps);
    }

    private static string Computed(string formula, Dictionary<string, string> values) =>
        Expression.Evaluate(formula, Numbers(values)).ToString()!;

    internal static Dictionary<string, Value> Numbers(IReadOnlyDictionary<string, string> values) => values
        .Where(v => int.TryParse(v.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .ToDictionary(v => v.Key, v => Value.Of(Exact.Parse(v.Value)), StringComparer.Ordinal);

    private string Open(string template)
    {
        foreach (var fact in Plan.Facts)
        {
            slots.Set(fact.Name, $"<{fact.Name}>");
        }
        return slots.Text(template);
    }
}
