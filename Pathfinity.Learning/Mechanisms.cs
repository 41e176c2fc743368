using System.Text;

namespace Pathfinity.Learning;

/// <summary>The mechanisms of the model that a world can do without.</summary>
[Flags]
public enum Mechanism : ulong
{
    None = 0,
    Ability = 1UL << 0,
    AbsenceSpells = 1UL << 1,
    AbsenceTraits = 1UL << 2,
    Adoption = 1UL << 3,
    Assessments = 1UL << 4,
    Effort = 1UL << 5,
    Engagement = 1UL << 6,
    Fatigue = 1UL << 7,
    Forgetting = 1UL << 8,
    Gaming = 1UL << 9,
    Growth = 1UL << 10,
    Guessing = 1UL << 11,
    Hints = 1UL << 12,
    Home = 1UL << 13,
    IllnessWaves = 1UL << 14,
    Instruction = 1UL << 15,
    Interests = 1UL << 16,
    ItemDifficulty = 1UL << 17,
    Learning = 1UL << 18,
    Misconceptions = 1UL << 19,
    Mobility = 1UL << 20,
    Mood = 1UL << 21,
    Narrowing = 1UL << 22,
    OffTask = 1UL << 23,
    Pace = 1UL << 24,
    Prerequisites = 1UL << 25,
    Reading = 1UL << 26,
    Recency = 1UL << 27,
    Review = 1UL << 28,
    ShortStays = 1UL << 29,
    SkillDifficulty = 1UL << 30,
    Slipping = 1UL << 31,
    SnowDays = 1UL << 32,
    Sorting = 1UL << 33,
    Spacing = 1UL << 34,
    StudentSkill = 1UL << 35,
    TimeMemory = 1UL << 36,
    TimeOfDay = 1UL << 37,
    TimeOfWrong = 1UL << 38,
    WarmUp = 1UL << 39,
    WheelSpinning = 1UL << 40,
    Interventions = 1UL << 41,
    Guardians = 1UL << 42,
}

/// <summary>
/// Switches mechanisms off, each by making its constants do nothing, so that a test can show what in a log comes from
/// which.
/// </summary>
public static class Mechanisms
{
    /// <summary>Each by itself, in order of name.</summary>
    public static IReadOnlyList<Mechanism> All { get; } =
        [.. Enum.GetValues<Mechanism>().Where(m => m != Mechanism.None).OrderBy(m => m.ToString(), StringComparer.Ordinal)];

    /// <summary>The name in a spec, such as <c>warm-up</c>.</summary>
    public static string Name(this Mechanism mechanism)
    {
        var name = new StringBuilder();
        foreach (var letter in mechanism.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <summary>The constants of a world without some mechanisms.</summary>
    public static ModelParameters Without(this ModelParameters parameters, Mechanism off)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var mechanism in All)
        {
            parameters = (off & mechanism) != 0 ? Neutral(parameters, mechanism) : parameters;
        }
        return parameters;
    }

    private static ModelParameters Neutral(ModelParameters p, Mechanism mechanism) => mechanism switch
    {
        Mechanism.Ability => p with { AbilityDeviationOfStudent = 0, AbilityDeviationOfSchool = 0 },
        Mechanism.AbsenceSpells => p with { AbsenceSpellDays = 1 },
        Mechanism.AbsenceTraits => p with { AbsenceShape = 1000, AbsenceEffort = 0, AbsenceAbility = 0 },
        Mechanism.Adoption => p with { AdoptionSpread = 0, IdleWeeks = 0 },
        Mechanism.Assessments => p with { Assessments = 0 },
        Mechanism.Effort => p with { EffortWeight = 0 },
        Mechanism.Engagement => p with
        {
            EngagementDeviation = 0, EngagementOfSuccess = 0, EngagementOfInterest = 0, EngagementSeason = 0,
        },
        Mechanism.Fatigue => p with { FatiguePerItem = 0 },
        Mechanism.Forgetting => p with { ForgettingExponent = 0 },
        Mechanism.Gaming => p with { GamerShare = 0, RapidRate = 0 },
        Mechanism.Growth => p with { GrowthDeviation = 0, TeacherDeviation = 0, GrowthOfMastery = 0, GrowthOfAbsence = 0 },
        Mechanism.Guardians => p with { Guardians = 0 },
        Mechanism.Guessing => p with { GuessShare = 0 },
        Mechanism.Hints => p with { HintAbstainerShare = 1 },
        Mechanism.Home => p with { HomeUserShare = 0 },
        Mechanism.IllnessWaves => p with { IllnessWaves = 0 },
        Mechanism.Instruction => p with { InstructionGain = 0, InstructionWeight = 0, WorkedExampleGain = 0, SupportGain = 0 },
        Mechanism.Interests => p with { InterestWeight = 0 },
        Mechanism.Interventions => p with { Interventions = 0 },
        Mechanism.ItemDifficulty => p with { ItemDeviation = 0, ItemDiscriminationDeviation = 0 },
        Mechanism.Learning => p with { SkillRateMedian = 0 },
        Mechanism.Misconceptions => p with { MisconceptionShare = 0 },
        Mechanism.Mobility => p with { Mobility = 0 },
        Mechanism.Mood => p with { MoodDeviation = 0 },
        Mechanism.Narrowing => p with { Narrowing = 0 },
        Mechanism.OffTask => p with { OffTaskShare = 0 },
        Mechanism.Pace => p with { PaceDeviation = 0, PaceEffort = 0 },
        Mechanism.Prerequisites => p with { DeficitWeight = 0 },
        Mechanism.Reading => p with { ReadingTime = 0 },
        Mechanism.Recency => p with { RecencyShort = 0, RecencyLong = 0, FirstEncounter = 0 },
        Mechanism.Review => p with { ReviewShare = 0, ReviewShareLater = 0 },
        Mechanism.ShortStays => p with { ShortStayShare = 0 },
        Mechanism.SkillDifficulty => p with { SkillDeviation = 0 },
        Mechanism.Slipping => p with { Slip = 0 },
        Mechanism.SnowDays => p with { SnowDays = 0 },
        Mechanism.Sorting => p with { Sorting = 0 },
        Mechanism.Spacing => p with { SpacingGain = 0, SpacingLoss = 0 },
        Mechanism.StudentSkill => p with { StudentSkillDeviation = 0 },
        Mechanism.TimeMemory => p with { TimeMemory = 0 },
        Mechanism.TimeOfDay => p with { HourCost = 0, FridayCost = 0 },
        Mechanism.TimeOfWrong => p with { TimeOfWrong = 0, TimeAfterWrong = 0 },
        Mechanism.WarmUp => p with { FirstItemOfSession = 0, EarlyItemOfSession = 0 },
        Mechanism.WheelSpinning => p with { MoveOnShare = 1, WheelSpinningOpportunities = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(mechanism), mechanism, "Not one mechanism."),
    };
}
