using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>Where a student is in one school year, as far as the model knows it.</summary>
/// <param name="Year">School year, counted from 0.</param>
/// <param name="School">What the student's neighbourhood adds to ability, in logits.</param>
/// <param name="Teaching">What the teacher of each subject adds in a school year, in logits.</param>
public readonly record struct Surroundings(int Year, double School, BySubject<double> Teaching);

/// <summary>What kind of student somebody is, among the kinds of the population.</summary>
/// <param name="Profile">Against the mean of the population.</param>
public sealed record StudentKind(Profile Profile, ProfileMix Mix)
{
    /// <summary>The only kind of a population without profiles.</summary>
    public static readonly StudentKind Only = new(Profile.Average, ProfileMix.None);
}

/// <summary>
/// What a student brings along in a school year: drawn from the student's die, so it costs no storage and never changes
/// within the year; but for growth and the grade it never changes at all. Logits unless a unit is named.
/// </summary>
public sealed class Traits
{
    private const double ReferralShape = 0.3;

    private BySubject<double> ability;
    private BySubject<double> growth;
    private BySubject<double> growthBefore;
    private ByInterest<double> interests;

    private readonly TurningPoint? turn;

    private Traits(TurningPoint? turn) => this.turn = turn;

    /// <summary>Energy put into the work, standard normal.</summary>
    public double Effort { get; private init; }

    /// <summary>Log of the factor on response times.</summary>
    public double Pace { get; private init; }

    /// <summary>Factor on what practice brings.</summary>
    public double LearningRate { get; private init; }

    public bool Games { get; private init; }

    /// <summary>Base probability of asking for a hint; 0 for those who never ask.</summary>
    public double HintRate { get; private init; }

    /// <summary>Home sessions a day; 0 for those who never work at home.</summary>
    public double HomeRate { get; private init; }

    /// <summary>Probability of being absent on a school day, before grade and season.</summary>
    public double AbsenceRate { get; private init; }

    /// <summary>Factor on referrals for behaviour, of mean 1; most of them go to a few.</summary>
    public double ReferralRate { get; private init; }

    /// <summary>Share of visits that the student has narrated rather than reads; it changes no outcome.</summary>
    public double FormatPreference { get; private init; }

    /// <summary>Those who look after the student, at most three; who is written to first comes first.</summary>
    public ImmutableArray<GuardianHabits> Guardians { get; private init; }

    public Device SchoolDevice { get; private init; }

    public Device HomeDevice { get; private init; }

    /// <summary>The die from which everything else about the student comes.</summary>
    public Dice Dice { get; private init; }

    /// <summary>The die from which it comes which misconceptions the student holds.</summary>
    internal Dice MisconceptionDice { get; private init; }

    /// <summary>Ability within the grade, what the neighbourhood adds included.</summary>
    public double Ability(Subject subject) => ability[(int)subject];

    /// <summary>What a whole school year adds to the student's standing, beyond what the norms expect.</summary>
    public double Growth(Subject subject) => growth[(int)subject];

    /// <summary>Inborn interest, standard normal.</summary>
    public double Interest(Interest interest) => interests[(int)interest];

    /// <summary>How much better the student is at a skill than ability and difficulty say, in logits.</summary>
    /// <param name="skill">Key of the skill.</param>
    public double AtSkill(ulong skill, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return p.StudentSkillDeviation * Dice.Fork(Purpose.StudentSkill).Fork(skill).Normal();
    }

    /// <summary>What the student had grown beyond the grade on entering the world.</summary>
    internal double GrowthBefore(Subject subject) => growthBefore[(int)subject];

    /// <summary>The traits of the student whose die this is, in a school year.</summary>
    public static Traits Draw(
        Dice dice, in Surroundings around, ModelParameters p, StudentKind? kind = null,
        ImmutableArray<GuardianHabits> guardians = default)
    {
        ArgumentNullException.ThrowIfNull(p);
        var (profile, mix) = kind ?? StudentKind.Only;
        var effort = profile.Effort + (Left(1, mix.EffortVariance) * dice.Fork(Purpose.Effort).Normal());
        var traits = new Traits(profile.Turn)
        {
            Dice = dice,
            MisconceptionDice = dice.Fork(Purpose.Misconception),
            Guardians = guardians.IsDefault ? [] : guardians,
            Effort = effort,
            Pace = profile.Pace + (Left(p.PaceDeviation, mix.PaceVariance) * dice.Fork(Purpose.Pace).Normal())
                + (p.PaceEffort * effort),
            LearningRate = profile.LearningRate * dice.Fork(Purpose.LearningRate).LogNormal(0, p.LearningRateDeviation),
            Games = p.GamerShare > 0 && (profile.Games ?? dice.Fork(Purpose.Gaming).Chance(p.GamerShare)),
            HintRate = dice.Fork(Purpose.HintAbstainer).Chance(p.HintAbstainerShare)
                ? 0
                : profile.Hints * dice.Fork(Purpose.HintRate).Beta(0.5, 5.5),
            HomeRate = dice.Fork(Purpose.HomeUser).Chance(p.HomeUserShare)
                ? profile.Home * dice.Fork(Purpose.HomeRate).LogNormal(p.HomeRateLogMean, p.HomeRateLogDeviation)
                : 0,
            AbsenceRate = Math.Min(0.6, profile.Absence * Missing(dice, effort, p)),
            ReferralRate = dice.Fork(Purpose.ReferralRate).Gamma(ReferralShape) / ReferralShape,
            FormatPreference = dice.Fork(Purpose.FormatPreference).Beta(2, 2),
            SchoolDevice = dice.Fork(Purpose.SchoolDevice).Chance(0.7) ? Device.Chromebook : Device.Tablet,
            HomeDevice = (Device)dice.Fork(Purpose.HomeDevice).Weighted([0.30, 0.25, 0.30, 0.15]),
        };
        // The innovation that keeps the deviation of growth what it is, year after year.
        var innovation = p.GrowthDeviation * Math.Sqrt(p.GrowthReversion * (2 - p.GrowthReversion));
        foreach (var subject in Subjects.All)
        {
            var i = (int)subject;
            traits.ability[i] = around.School + profile.Ability[i]
                + (Left(p.AbilityDeviationOfStudent, mix.AbilityVariance[i]) * Correlated(dice.Fork(Purpose.Ability), subject, p.AbilityCorrelation));
            traits.growth[i] = around.Teaching[i]
                + (innovation * Correlated(dice.Fork(Purpose.Growth).Fork(around.Year), subject, p.AbilityCorrelation));
            traits.growthBefore[i] =
                p.GrowthDeviation * Correlated(dice.Fork(Purpose.GrowthBefore), subject, p.AbilityCorrelation);
        }
        for (var i = 0; i < ByInterest<double>.Length; i++)
        {
            traits.interests[i] = dice.Fork(Purpose.Interests).Fork(i).Normal();
        }
        return traits;
    }

    /// <summary>What the story of the student has changed in effort, in its deviations.</summary>
    internal double EffortTurn(PlaceInYear place) => HasTurned(place) ? turn!.Effort : 0;

    /// <summary>The factor by which the story of the student has changed absence.</summary>
    internal double AbsenceTurn(PlaceInYear place) => HasTurned(place) ? turn!.Absence : 1;

    private bool HasTurned(PlaceInYear place) => turn is not null && (place.Year > 0 || place.Week >= turn.Week);

    /// <summary>Rate of absence: the willing and the able miss less; the mean of all is the world's.</summary>
    private static double Missing(Dice dice, double effort, ModelParameters p)
    {
        var drawn = dice.Fork(Purpose.AbsenceRate).Gamma(p.AbsenceShape) * p.AbsenceMean / p.AbsenceShape;
        var drive = (p.AbsenceEffort * effort) + (p.AbsenceAbility * dice.Fork(Purpose.Ability).Normal());
        var variance = (p.AbsenceEffort * p.AbsenceEffort) + (p.AbsenceAbility * p.AbsenceAbility);
        return drawn * PortableMath.Exp(-drive - (variance / 2));
    }

    // What is left to chance of a deviation, so that the population keeps it.
    private static double Left(double deviation, double variance) =>
        Math.Sqrt(Math.Max(0, (deviation * deviation) - variance));

    /// <summary>What the student's place in the order is drawn from by which a grade is parted into classes.</summary>
    /// <param name="dice">The student's.</param>
    public static double SortingKey(Dice dice, int year, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return (p.Sorting * dice.Fork(Purpose.Ability).Normal())
            + (Math.Sqrt(1 - (p.Sorting * p.Sorting)) * dice.Fork(Purpose.Sorting).Fork(year).Normal());
    }

    /// <summary>What a neighbourhood adds to its students' ability, before the mean of all is taken away.</summary>
    public static double School(Dice neighbourhood, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return p.AbilityDeviationOfSchool * neighbourhood.Fork(Purpose.SchoolAbility).Normal();
    }

    /// <summary>What a school year with a teacher adds to growth.</summary>
    public static double Teaching(Dice teacher, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return p.TeacherDeviation * teacher.Fork(Purpose.Teacher).Normal();
    }

    /// <summary>A standard normal of each subject, any two of which correlate; the shared part is the die's own.</summary>
    private static double Correlated(Dice die, Subject subject, double correlation) =>
        (Math.Sqrt(correlation) * die.Normal()) + (Math.Sqrt(1 - correlation) * die.Fork((int)subject + 1).Normal());
}
