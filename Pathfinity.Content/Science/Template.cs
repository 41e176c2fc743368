using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Science;

/// <summary>A template as its world file states it.</summary>
internal sealed class TemplateEntry
{
    public string Key { get; set; } = "";

    public string Demand { get; set; } = "apply";

    /// <summary>What is drawn: "2..9", "0.5..3 by 0.1" or a list of texts.</summary>
    public Dictionary<string, object> Draw { get; set; } = [];

    /// <summary>Rows drawn from tables, all different; column c of row m is m_c.</summary>
    public Dictionary<string, string> Rows { get; set; } = [];

    /// <summary>What follows from it, in order.</summary>
    public Dictionary<string, string> Let { get; set; } = [];

    /// <summary>What must hold for the question to be asked.</summary>
    public List<string> When { get; set; } = [];

    public List<string> Stem { get; set; } = [];

    /// <summary>The right answer, an expression; left out when options say it.</summary>
    public string Answer { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>
    /// Bug, which may have places, expression, and perhaps why; a bug that begins with ? is left out where it agrees with
    /// another.
    /// </summary>
    public List<List<string>> Wrong { get; set; } = [];

    /// <summary>Text, condition under which it is right, and the bug of choosing it otherwise, which may have places.</summary>
    public List<List<string>> Options { get; set; } = [];

    public string Hint { get; set; } = "";

    public string Why { get; set; } = "";

    /// <summary>Conditions on n, the answer; {name} stands for a value.</summary>
    public List<string> Proof { get; set; } = [];

    public FigureEntry? Figure { get; set; }
}

/// <summary>A figure from the same values, of a kind that TemplateFigure draws; cells are texts with places.</summary>
internal sealed class FigureEntry
{
    public string Kind { get; set; } = "table";

    public string Axis { get; set; } = "";

    public string Across { get; set; } = "";

    public int Step { get; set; } = 1;

    public string Alt { get; set; } = "";

    public List<List<string>> Cells { get; set; } = [];
}

/// <summary>A template with its expressions read.</summary>
internal sealed class Template
{
    public Template(TemplateEntry entry)
    {
        Key = entry.Key;
        Demand = Enum.Parse<Demand>(entry.Demand, ignoreCase: true);
        Draws = [.. entry.Draw.Select(pair => (pair.Key, new Drawn(pair.Value)))];
        Rows = [.. entry.Rows.Select(pair => (pair.Key, pair.Value))];
        Lets = [.. entry.Let.Select(pair => (pair.Key, new Formula(pair.Value)))];
        Whens = [.. entry.When.Select(when => new Formula(when))];
        Stems = [.. entry.Stem.Select(stem => new Places(stem))];
        Answer = entry.Answer.Length > 0 ? new Formula(entry.Answer) : null;
        Unit = entry.Unit;
        Wrongs = [.. entry.Wrong.Select(wrong => new Mistake(wrong))];
        Options = [.. entry.Options.Select(option => new Option(option))];
        Hint = new Places(entry.Hint);
        Why = new Places(entry.Why);
        Proof = [.. entry.Proof.Select(condition => new Places(condition))];
        Figure = entry.Figure is { } figure ? new TemplateFigure(figure) : null;
        if (Stems.IsEmpty || (Answer is null) == Options.IsEmpty || (Answer is not null && Proof.IsEmpty) || entry.Why.Length == 0)
        {
            throw new FormatException($"The template '{Key}' needs stems, a why, and an answer with a proof or options.");
        }
    }

    public string Key { get; }
    public Demand Demand { get; }
    public ImmutableArray<(string Name, Drawn Values)> Draws { get; }
    public ImmutableArray<(string Name, string Table)> Rows { get; }
    public ImmutableArray<(string Name, Formula Value)> Lets { get; }
    public ImmutableArray<Formula> Whens { get; }
    public ImmutableArray<Places> Stems { get; }
    public Formula? Answer { get; }
    public string Unit { get; }
    public ImmutableArray<Mistake> Wrongs { get; }
    public ImmutableArray<Option> Options { get; }
    public Places Hint { get; }
    public Places Why { get; }
    public ImmutableArray<Places> Proof { get; }
    public TemplateFigure? Figure { get; }

    /// <summary>One draw of everything, or null when a condition does not hold.</summary>
    public Scope? Draw(Commission c)
    {
        var scope = new Scope();
        People(scope, "A", c.Person());
        People(scope, "B", Cast.Draw(c.Rolls, c.Young, new Person((string)scope["A"], "", "", "")));
        foreach (var (name, values) in Draws)
        {
            scope[name] = values.One(c.Rolls);
        }
        var used = new HashSet<(string, int)>();
        foreach (var (name, table) in Rows)
        {
            var rows = Worlds.Default.Rows(table);
            int row;
            do
            {
                row = c.Rolls.Below(rows.Count);
            }
            while (!used.Add((table, row)));
            foreach (var (column, text) in rows[row])
            {
                scope[$"{name}_{column}"] = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text;
            }
        }
        foreach (var (name, value) in Lets)
        {
            scope[name] = value.Of(scope);
        }
        return Whens.All(when => when.Truth(scope)) ? scope : null;
    }

    private static void People(Scope scope, string name, Person person)
    {
        scope[name] = person.Name;
        scope[name + "_they"] = person.They;
        scope[name + "_They"] = person.Subject;
        scope[name + "_them"] = person.Them;
        scope[name + "_their"] = person.Their;
        scope[name + "_s"] = person.Possessive;
    }
}

/// <summary>A wrong answer: what a bug makes of the same values.</summary>
internal sealed class Mistake(List<string> parts)
{
    public Places Bug { get; } = new("science." + parts[0].TrimStart('?'));

    public bool Optional { get; } = parts[0].StartsWith('?');

    public Formula Value { get; } = new(parts[1]);

    public Places? Reason { get; } = parts.Count > 2 ? new Places(parts[2]) : null;
}

/// <summary>An answer in words, right under its condition.</summary>
internal sealed class Option(List<string> parts)
{
    public Places Text { get; } = new(parts[0]);

    public string Condition { get; } = parts[1];

    public Formula Right { get; } = new(parts[1]);

    public Places Bug { get; } = new("science." + parts[2]);

    public Places? Reason { get; } = parts.Count > 3 ? new Places(parts[3]) : null;
}

/// <summary>Where a drawn value comes from.</summary>
internal sealed class Drawn
{
    private readonly ImmutableArray<object> texts = [];
    private readonly decimal low;
    private readonly decimal step;
    private readonly int count;

    public Drawn(object data)
    {
        if (data is IEnumerable<object> list)
        {
            texts = [.. list.Select(Value)];
            return;
        }
        var parts = ((string)data).Split([" by ", ".."], StringSplitOptions.TrimEntries);
        low = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        step = parts.Length > 2 ? decimal.Parse(parts[2], CultureInfo.InvariantCulture) : 1;
        count = (int)((decimal.Parse(parts[1], CultureInfo.InvariantCulture) - low) / step) + 1;
    }

    public object One(Rolls rolls) => texts.IsEmpty ? low + (step * rolls.Below(count)) : rolls.Pick(texts);

    private static object Value(object item) =>
        decimal.TryParse((string)item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : item;
}
