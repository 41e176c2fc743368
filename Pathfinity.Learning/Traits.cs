using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>
/// What a student is born with into a world: drawn from the student's die, so it costs no storage and never changes.
/// Logits unless a unit is named.
/// </summary>
public sealed class Traits
{
    private SubjectValues ability;
    private InterestValues interests;

    private Traits()
    {
    }

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

    /// <summary>Probability of being absent on a school day.</summary>
    public double AbsenceRate { get; private init; }

    public Device SchoolDevice { get; private init; }

    public Device HomeDevice { get; private init; }

    /// <summary>The die from which everything else about the student comes.</summary>
    public Dice Dice { get; private init; }

    /// <summary>Ability within the grade, what the student's classroom adds included.</summary>
    public double Ability(Subject subject) => ability[(int)subject];

    /// <summary>Inborn interest, standard normal.</summary>
    public double Interest(Interest interest) => interests[(int)interest];

    /// <summary>How much better the student is at a skill than ability and difficulty say, in logits.</summary>
    /// <param name="skill">Ordinal of the skill.</param>
    public double AtSkill(int skill, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return p.StudentSkillDeviation * Dice.Fork(Purpose.StudentSkill).Fork(skill).Normal();
    }

    /// <summary>The traits of the student whose die this is.</summary>
    /// <param name="classAbility">What the classroom of each subject adds to ability, in logits.</param>
    public static Traits Draw(Dice dice, ReadOnlySpan<double> classAbility, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var effort = dice.Fork(Purpose.Effort).Normal();
        var traits = new Traits
        {
            Dice = dice,
            Effort = effort,
            Pace = (p.PaceDeviation * dice.Fork(Purpose.Pace).Normal()) + (p.PaceEffort * effort),
            LearningRate = dice.Fork(Purpose.LearningRate).LogNormal(0, p.LearningRateDeviation),
            Games = dice.Fork(Purpose.Gaming).Chance(p.GamerShare),
            HintRate = dice.Fork(Purpose.HintAbstainer).Chance(p.HintAbstainerShare)
                ? 0
                : dice.Fork(Purpose.HintRate).Beta(0.5, 5.5),
            HomeRate = dice.Fork(Purpose.HomeUser).Chance(p.HomeUserShare)
                ? dice.Fork(Purpose.HomeRate).LogNormal(p.HomeRateLogMean, p.HomeRateLogDeviation)
                : 0,
            AbsenceRate = Math.Min(
                0.6, dice.Fork(Purpose.AbsenceRate).Gamma(p.AbsenceShape) * p.AbsenceMean / p.AbsenceShape),
            SchoolDevice = dice.Fork(Purpose.SchoolDevice).Chance(0.7) ? Device.Chromebook : Device.Tablet,
            HomeDevice = (Device)dice.Fork(Purpose.HomeDevice).Weighted([0.30, 0.25, 0.30, 0.15]),
        };
        var shared = Math.Sqrt(p.AbilityCorrelation) * dice.Fork(Purpose.Ability).Normal();
        foreach (var subject in Subjects.All)
        {
            var own = Math.Sqrt(1 - p.AbilityCorrelation) * dice.Fork(Purpose.Ability).Fork((int)subject + 1).Normal();
            traits.ability[(int)subject] = classAbility[(int)subject] + (p.AbilityDeviationOfStudent * (shared + own));
        }
        for (var i = 0; i < InterestValues.Length; i++)
        {
            traits.interests[i] = dice.Fork(Purpose.Interests).Fork(i).Normal();
        }
        return traits;
    }

    /// <summary>What a classroom adds to its students' ability, in logits.</summary>
    /// <param name="classroom">The classroom's die.</param>
    public static double ClassAbility(Dice classroom, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return p.AbilityDeviationOfClass * classroom.Fork(Purpose.ClassAbility).Normal();
    }

    [InlineArray(4)]
    private struct SubjectValues
    {
        private double first;
    }

    [InlineArray(Length)]
    private struct InterestValues
    {
        public const int Length = 6;
        private double first;
    }
}
