using System.Collections.Immutable;

namespace Pathfinity.Curriculum;

/// <summary>A place of work that several careers share, with the things, amounts and decisions that occur there.</summary>
public sealed record WorkContext
{
    public required string Key { get; init; }

    /// <summary>Where it is, ready to follow "at": "the bakery".</summary>
    public required string Setting { get; init; }

    public required string Cluster { get; init; }

    /// <summary>The youngest grade that can picture it.</summary>
    public required Grade MinGrade { get; init; }

    /// <summary>Who works there, ready to follow an article: "baker".</summary>
    public required ImmutableArray<string> Roles { get; init; }

    public required ImmutableArray<WorkObject> Objects { get; init; }

    /// <summary>Papers and screens that hold its data: "order sheet".</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>What somebody there has to decide, ready to follow "to decide": "how many trays to bake".</summary>
    public ImmutableArray<string> Decisions { get; init; } = [];
}

/// <summary>A countable or measurable thing of a work context.</summary>
/// <param name="Singular">"roll".</param>
/// <param name="Plural">"rolls".</param>
/// <param name="Container">What holds several, "tray"; null where nothing does.</param>
/// <param name="Capacity">How many such a container holds; 0 where nothing does.</param>
/// <param name="UnitPriceCents">Usual price of one in US cents; 0 where it is not sold.</param>
/// <param name="Unit">Unit in which it is measured, "kg"; null where it is counted.</param>
/// <param name="Low">Smallest usual amount in one task.</param>
/// <param name="High">Largest usual amount in one task.</param>
/// <param name="Kind">What can sensibly happen to it.</param>
public sealed record WorkObject(
    string Singular,
    string Plural,
    string? Container,
    int Capacity,
    int UnitPriceCents,
    string? Unit,
    int Low,
    int High,
    ThingKind Kind = ThingKind.Goods);

/// <summary>What can sensibly happen to a thing in a story.</summary>
public enum ThingKind : byte
{
    /// <summary>It is had, given, shared, bought, used up: a roll.</summary>
    Goods,

    /// <summary>It lives, comes and goes: a puppy, a rider.</summary>
    Being,

    /// <summary>It stays where it is or is kept: a bus stop, a fossil.</summary>
    Fixture,

    /// <summary>It happens or is done: a call, a vote, a test run.</summary>
    Event,
}
