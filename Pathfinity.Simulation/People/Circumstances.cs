using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What a world's mode makes of schools and of its fictional group; nothing when the world is neutral.</summary>
internal sealed class Circumstances(WorldSpec spec)
{
    // Logs of factors, and logits a year, for a school one deviation above the others; all of them assumed but the last,
    // a tenth of a deviation after Ronfeldt, Loeb and Wyckoff 2013.
    private const double OfDevices = 0.35;
    private const double OfTransport = -0.30;
    private const double OfCourses = -0.60;
    private const double OfTurnover = 0.06;
    private const double GroupShare = 0.25;

    private readonly Dice world = WorldDice.Of(spec);

    /// <summary>How much more a school offers than the others, in standard deviations; 0 unless the mode says so.</summary>
    public double Level(int school, Opportunities of) =>
        spec.Mode == WorldMode.Opportunity && (spec.Opportunities & of) != 0
            ? world.Fork("opportunity").Fork((int)of).Fork(school).Normal()
            : 0;

    /// <summary>The constants of the model in a school.</summary>
    public ModelParameters Of(ModelParameters p, int school) => spec.Mode != WorldMode.Opportunity ? p : p with
    {
        HomeUserShare = Math.Min(1, p.HomeUserShare * PortableMath.Exp(OfDevices * Level(school, Opportunities.Devices))),
        AbsenceMean = Math.Min(0.5, p.AbsenceMean * PortableMath.Exp(OfTransport * Level(school, Opportunities.Transport))),
    };

    /// <summary>Share of a school's weeks in which a class does something else.</summary>
    public double IdleWeeks(double share, int school) =>
        Math.Min(0.6, share * PortableMath.Exp(OfCourses * Level(school, Opportunities.Courses)));

    /// <summary>What a school year adds where teachers stay, in logits.</summary>
    public double Teaching(int school) => OfTurnover * Level(school, Opportunities.Turnover);

    /// <summary>Whether a student belongs to the fictional group.</summary>
    public bool IsInGroup(int student) =>
        spec.Mode == WorldMode.Planted && world.Student(student).Fork("planted").Chance(GroupShare);

    /// <summary>What the group adds to a student's ability, in logits.</summary>
    public double Gap(int student) => IsInGroup(student) ? spec.PlantedGap : 0;
}
