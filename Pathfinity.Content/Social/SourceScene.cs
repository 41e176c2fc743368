using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A made-up event of which sources tell, with what they may differ on.</summary>
/// <param name="One">Where it began by one version: "at the mill".</param>
/// <param name="Things">What is counted: "houses were lost".</param>
/// <param name="Step">Size of the counts.</param>
internal sealed record SourceScene(string Place, int Year, string What, string One, string Other, string Things, int Step)
{
    public static readonly ImmutableArray<string> Kinds =
    [
        "a diary", "a letter", "a newspaper story", "a schoolbook", "a speech", "a report", "a memoir", "a song", "a painting", "a court record",
    ];

    private static readonly ImmutableArray<string> Places =
        ["Alder Falls", "Birch Landing", "Cedar Point", "Dunmore", "Elm Bend", "Fairwater", "Granite Pass", "Hollis", "Iron Bridge", "Juniper"];

    private static readonly ImmutableArray<(string What, string One, string Other, string Things, int Step)> Events =
    [
        ("a flood", "at the upper dam", "at the old bridge", "houses were lost", 10),
        ("a fire", "at the mill", "at the stables", "buildings burned", 5),
        ("a strike", "at the north gate", "in the dye works", "workers walked out", 50),
        ("a market fair", "on the green", "by the river", "visitors came", 100),
        ("a march for better roads", "at the church", "at the depot", "people marched", 100),
        ("a train crash", "at the signal", "on the curve", "cars left the track", 2),
        ("a town meeting", "at noon", "in the evening", "townspeople spoke", 4),
        ("a long drought", "in the spring", "in the summer", "farms were given up", 5),
    ];

    /// <summary>"A made-up case: a flood at Dunmore in 1887."</summary>
    public Phrase Told => $"A made-up case: {Wording.Of(What)} at {Place} in {Year}.";

    public static SourceScene Draw(Commission c)
    {
        var (what, one, other, things, step) = c.Rolls.Pick(Events);
        var swap = c.Rolls.Chance(0.5);
        return new SourceScene(c.Rolls.Pick(Places), c.Rolls.Between(1840, 1940), what, swap ? other : one, swap ? one : other, things, step);
    }
}
