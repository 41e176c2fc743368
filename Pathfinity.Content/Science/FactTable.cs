using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// A closed relation: every case falls into exactly one category. Cases that begin small are things ("a rock"),
/// others are sentences without their full stop.
/// </summary>
internal sealed class FactTable
{
    public string Key { get; set; } = "";

    /// <summary>Questions whose answer is the category; {x} stands for the case where it does not come first.</summary>
    public List<string> Ask { get; set; } = [];

    /// <summary>Questions whose answer is the case; {y} stands for the category. Empty: "Which one is {y}?"</summary>
    public List<string> Back { get; set; } = [];

    /// <summary>The bug that takes one category for another.</summary>
    public string Bug { get; set; } = "";

    /// <summary>recall, or apply where the case must be understood first.</summary>
    public string Demand { get; set; } = "recall";

    public List<Category> Categories { get; set; } = [];

    public Demand Asks => Demand == "apply" ? Curriculum.Demand.Apply : Curriculum.Demand.Recall;

    /// <summary>True where each category has one case, as young animals and their names do.</summary>
    public bool Paired => Categories.TrueForAll(category => category.Cases.Count == 1);

    /// <summary>
    /// Categories in a random order. The first is what the question is about: one of those that the binding names under
    /// "of", else any. Where the category is the answer it is mixed: one of those named in half of the questions only, so
    /// that it is no answer by habit.
    /// </summary>
    /// <exception cref="FormatException">The binding names a category that the table does not have.</exception>
    public Category[] Draw(Commission c, bool mixed = false)
    {
        var drawn = c.Rolls.Shuffle(Categories);
        if (!c.Params.Has("of"))
        {
            return drawn;
        }
        var named = c.Params.List("of");
        if (named.FirstOrDefault(name => Categories.TrueForAll(category => category.Name != name)) is { } unknown)
        {
            throw new FormatException($"The table {Key} has no category '{unknown}'.");
        }
        var wanted = !mixed || c.Rolls.Chance(0.5);
        return [.. drawn.OrderBy(category => named.Contains(category.Name) != wanted)];
    }
}

/// <summary>One value of the relation.</summary>
internal sealed class Category
{
    public string Name { get; set; } = "";

    /// <summary>The value as it follows "is": "something that sinks"; the name where left out.</summary>
    public string? As { get; set; }

    /// <summary>What its cases have in common, a sentence.</summary>
    public string Why { get; set; } = "";

    public List<string> Cases { get; set; } = [];

    public string Is => As ?? Name;
}
