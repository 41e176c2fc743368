using Pathfinity.Curriculum;
using Pathfinity.Determinism;

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

    /// <summary>Categories in a random order, the first one as good as any.</summary>
    public Category[] Draw(Rolls rolls) => rolls.Shuffle(Categories);
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
