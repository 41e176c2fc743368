using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>Everything that a world's behaviour depends on, beside the catalogue release.</summary>
public sealed record WorldSpec
{
    /// <summary>The seed of all chance in the world.</summary>
    public required long Seed { get; init; }

    /// <summary>The anchor: the first day of the world. Nothing else reads the wall clock.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Students at a time, 14 or more.</summary>
    public int Students { get; init; } = 300;

    /// <summary>Largest number of students in a classroom.</summary>
    public int ClassSize { get; init; } = 22;

    public string District { get; init; } = "Plainview Unified School District";

    /// <summary>IANA name of the schools' time zone.</summary>
    public string Zone { get; init; } = "America/Chicago";

    /// <summary>Further zones, when a district's schools lie in several; they follow one another from school to school.</summary>
    public ImmutableArray<string> FurtherZones
    {
        get => [.. furtherZones.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        init => furtherZones = string.Join(',', value);
    }

    // As text, so that specs are equal by what they say.
    private readonly string furtherZones = "";

    /// <summary>Version of the time-zone database; a different one is refused.</summary>
    public string TimeZoneData { get; init; } = DateTimeZoneProviders.Tzdb.VersionId;

    public CalendarKind Calendar { get; init; } = CalendarKind.Standard;

    /// <summary>What the circumstances of students do to them.</summary>
    public WorldMode Mode { get; init; } = WorldMode.Neutral;

    /// <summary>By what schools differ in the mode <see cref="WorldMode.Opportunity"/>.</summary>
    public Opportunities Opportunities { get; init; } = Opportunities.All;

    /// <summary>What the fictional group of the mode <see cref="WorldMode.Planted"/> is ahead by, in logits of ability.</summary>
    public double PlantedGap { get; init; } = -0.5;

    /// <summary>The constants of the student model.</summary>
    public ModelParameters Model { get; init; } = ModelParameters.Default;

    /// <summary>The population's profiles and people with a story, in YAML; null for those that are built in.</summary>
    public string? Profiles { get; init; }

    /// <summary>Mechanisms of the model that the world goes without.</summary>
    public Mechanism Without { get; init; }

    /// <summary>The last day of the history that the world is made with; null for none.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Days of history up to the day on which the world is made, in the place of first and last day; else null.</summary>
    public int? History { get; init; }

    /// <summary>Teachers whom the district has: a world that needs more is refused. Null for as many as it takes.</summary>
    public int? Teachers { get; init; }

    /// <summary>The volume of the catalogue that is made where there is none: sample or full; null for the sample.</summary>
    public string? Catalogue { get; init; }

    /// <summary>The constants that hold: those of the model, less what the world goes without.</summary>
    public ModelParameters Parameters => Model.Without(Without);
}

/// <summary>What the circumstances of students do to them.</summary>
public enum WorldMode : byte
{
    /// <summary>Nothing: groups differ by sampling alone.</summary>
    Neutral,

    /// <summary>Schools differ in what they offer; labels still decide nothing.</summary>
    Opportunity,

    /// <summary>A fictional group has a known gap, to test reports on groups.</summary>
    Planted,
}

/// <summary>What a school may offer more or less of than others.</summary>
[Flags]
public enum Opportunities : byte
{
    None = 0,

    /// <summary>Devices to take home.</summary>
    Devices = 1,

    /// <summary>Buses that come.</summary>
    Transport = 2,

    /// <summary>Teachers who stay.</summary>
    Turnover = 4,

    /// <summary>Weeks in which courses use the platform.</summary>
    Courses = 8,

    All = Devices | Transport | Turnover | Courses,
}

/// <summary>Which dates are school days.</summary>
public enum CalendarKind : byte
{
    /// <summary>Mid-August to late May, with terms, holidays, half-days and breaks.</summary>
    Standard,

    /// <summary>Every Monday to Friday, the year round: for demos that must never be found asleep.</summary>
    Continuous,
}
