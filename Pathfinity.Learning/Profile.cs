namespace Pathfinity.Learning;

/// <summary>
/// A kind of student. Shifts are against the average student; a world takes the mean of all its students' shifts away
/// and narrows what is left to chance, so that profiles shape who is who and leave the population as it is.
/// </summary>
public sealed record Profile
{
    public static readonly Profile Average = new() { Name = "average" };

    public required string Name { get; init; }

    /// <summary>Share of a world's students, 0 to 1; 0 for a profile of single people.</summary>
    public double Share { get; init; }

    /// <summary>In one sentence, for people.</summary>
    public string About { get; init; } = "";

    /// <summary>Added to ability, in logits.</summary>
    public BySubject<double> Ability { get; init; }

    /// <summary>Added to effort, in its deviations.</summary>
    public double Effort { get; init; }

    /// <summary>Added to the log of response times.</summary>
    public double Pace { get; init; }

    /// <summary>Factor on what practice brings.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Factor on the rate of asking for hints; the likes of 0 never ask.</summary>
    public double Hints { get; init; } = 1;

    /// <summary>Factor on work at home; the likes of 0 never do.</summary>
    public double Home { get; init; } = 1;

    /// <summary>Factor on absence.</summary>
    public double Absence { get; init; } = 1;

    /// <summary>Whether the student games; drawn when nothing is said.</summary>
    public bool? Games { get; init; }

    /// <summary>Where the student's story turns; none for most.</summary>
    public TurningPoint? Turn { get; init; }
}

/// <summary>From a week of the world's first year on, things are otherwise.</summary>
/// <param name="Week">Counted from 0.</param>
/// <param name="Effort">Added to effort from then on, in its deviations.</param>
/// <param name="Absence">Factor on absence from then on.</param>
public sealed record TurningPoint(int Week, double Effort, double Absence);

/// <summary>
/// The profiles of a population as students are drawn by them: shifts less their mean, factors by their mean, and how
/// far chance is narrowed.
/// </summary>
public sealed class ProfileMix
{
    /// <summary>A population without profiles.</summary>
    public static readonly ProfileMix None = new([]);

    private readonly Profile mean;
    private BySubject<double> abilityVariance;

    /// <param name="profiles">Those with a share; what is left of the population is average.</param>
    public ProfileMix(IReadOnlyCollection<Profile> profiles)
    {
        var left = 1 - profiles.Sum(profile => profile.Share);
        var all = profiles.Append(Profile.Average with { Share = left }).ToArray();
        double Mean(Func<Profile, double> value) => all.Sum(profile => profile.Share * value(profile));
        var ability = default(BySubject<double>);
        for (var i = 0; i < BySubject<double>.Length; i++)
        {
            var subject = i;
            ability[i] = Mean(profile => profile.Ability[subject]);
            abilityVariance[i] = Mean(profile => Square(profile.Ability[subject] - ability[subject]));
        }
        mean = new Profile
        {
            Name = "mean",
            Ability = ability,
            Effort = Mean(profile => profile.Effort),
            Pace = Mean(profile => profile.Pace),
            LearningRate = Mean(profile => profile.LearningRate),
            Hints = Mean(profile => profile.Hints),
            Home = Mean(profile => profile.Home),
            Absence = Mean(profile => profile.Absence),
        };
        EffortVariance = Mean(profile => Square(profile.Effort - mean.Effort));
        PaceVariance = Mean(profile => Square(profile.Pace - mean.Pace));
    }

    /// <summary>Variance between profiles of ability, logits squared.</summary>
    public BySubject<double> AbilityVariance => abilityVariance;

    /// <summary>Variance between profiles of effort, in deviations squared.</summary>
    public double EffortVariance { get; }

    /// <summary>Variance between profiles of the log of pace.</summary>
    public double PaceVariance { get; }

    /// <summary>A profile against the mean of the population.</summary>
    public Profile Centred(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var ability = profile.Ability;
        for (var i = 0; i < BySubject<double>.Length; i++)
        {
            ability[i] -= mean.Ability[i];
        }
        return profile with
        {
            Ability = ability,
            Effort = profile.Effort - mean.Effort,
            Pace = profile.Pace - mean.Pace,
            LearningRate = profile.LearningRate / mean.LearningRate,
            Hints = profile.Hints / mean.Hints,
            Home = profile.Home / mean.Home,
            Absence = profile.Absence / mean.Absence,
        };
    }

    private static double Square(double value) => value * value;
}
