using System.Collections.Immutable;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// An immutable, ordered, hashed catalogue release as a world meets it. The syllabus speaks in ordinals of this
/// release, tables in numbers of the catalogue, the digest in keys that no database chose.
/// </summary>
/// <param name="Number">Its number in the catalogue.</param>
/// <param name="Hash">SHA-256 over its content, in hexadecimal.</param>
/// <param name="Skills">For each ordinal, number and key.</param>
/// <param name="Items">For each ordinal of a content item, number and key.</param>
/// <param name="Questions">For each ordinal, number and key.</param>
/// <param name="Careers">For each ordinal, number and key.</param>
public sealed record Release(
    int Number,
    string Hash,
    Syllabus Syllabus,
    ImmutableArray<CatalogueKey> Skills,
    ImmutableArray<CatalogueKey> Items,
    ImmutableArray<CatalogueKey> Questions,
    ImmutableArray<CatalogueKey> Careers)
{
    /// <summary>For each ordinal of a career scenario, number and key.</summary>
    public ImmutableArray<CatalogueKey> Scenarios { get; init; } = [];
}

/// <param name="Number">Number in the catalogue's table.</param>
/// <param name="Key"><see cref="Determinism.Dice.Key"/> of the identifier.</param>
public readonly record struct CatalogueKey(int Number, ulong Key);
