namespace Pathfinity.Content;

/// <summary>An item model bound to one skill by data.</summary>
/// <param name="Key">Permanent within the skill: model, facet and, from the second alike on, a number.</param>
/// <param name="Facet">One of the skill's facets.</param>
/// <param name="Capacity">How many distinct questions it may give.</param>
internal sealed record Binding(string Key, ItemModel Model, string Facet, Params Params, int Capacity);

/// <summary>What data says about teaching one skill.</summary>
/// <param name="Concept">The idea in one to three sentences to the student; empty where none is written yet.</param>
internal sealed record Teaching(string Skill, string Concept, IReadOnlyList<Binding> Bindings);
