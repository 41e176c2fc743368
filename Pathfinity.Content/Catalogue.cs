using System.Collections.Immutable;

namespace Pathfinity.Content;

/// <summary>Everything authored from one curriculum, library, volume and seed, in canonical order.</summary>
/// <param name="Items">By skill, container and number.</param>
/// <param name="Questions">In the order of the items; a place here is the ordinal that worlds store.</param>
/// <param name="Rejections">What was written and failed a check, with the reason.</param>
/// <param name="Shortages">Items that could not be filled, with the reason.</param>
public sealed record Catalogue(
    ImmutableArray<ContentItem> Items,
    ImmutableArray<Question> Questions,
    ImmutableArray<Rejection> Rejections,
    ImmutableArray<Shortage> Shortages)
{
    /// <summary>SHA-256 over the canonical bytes of all items and questions, in hexadecimal; worked out when it is asked for.</summary>
    public string Hash => Convert.ToHexStringLower(CatalogueBytes.HashOf(Items));

    /// <summary>Which volume was asked for: sample or full.</summary>
    public string Volume { get; init; } = Content.Volume.SampleName;
}

/// <summary>A question that was written and refused.</summary>
public sealed record Rejection(string Skill, string Model, string Check, string Reason, string Stem);

/// <summary>A content item that could not be filled.</summary>
public sealed record Shortage(string Skill, string Item, string Reason);
