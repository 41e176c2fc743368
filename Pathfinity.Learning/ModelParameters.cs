using System.ComponentModel.DataAnnotations;

namespace Pathfinity.Learning;

/// <summary>
/// Every constant of the student model, with its default and the range that a world's spec may give it. docs/model.md
/// says where each comes from and which are measured, tuned or assumed. Logits unless a unit is named.
/// </summary>
public sealed record ModelParameters
{
    public static readonly ModelParameters Default = new();

    /// <summary>Ease of an average item for an average student who is past the first encounter.</summary>
    [Range(-5.0, 5)] public double Intercept { get; init; } = 0.25;

    [Range(0.0, 3)] public double AbilityDeviationOfClass { get; init; } = 0.40;
    [Range(0.0, 3)] public double AbilityDeviationOfStudent { get; init; } = 0.80;

    /// <summary>Correlation of one student's abilities in two subjects, within a grade.</summary>
    [Range(0.0, 1)] public double AbilityCorrelation { get; init; } = 0.77;

    [Range(0.0, 2)] public double EffortWeight { get; init; } = 0.30;
    [Range(0.0, 4)] public double SkillDeviation { get; init; } = 1.15;
    [Range(0.0, 4)] public double ItemDeviation { get; init; } = 0.70;
    [Range(0.0, 3)] public double StudentSkillDeviation { get; init; } = 0.55;
    [Range(0.0, 2)] public double MoodDeviation { get; init; } = 0.30;
    [Range(0.0, 0.5)] public double FatiguePerItem { get; init; } = 0.004;
    [Range(0, 1000)] public int FatigueAfterItems { get; init; } = 40;

    /// <summary>Probability that a student who knows slips.</summary>
    [Range(0.0, 0.4)] public double Slip { get; init; } = 0.02;

    /// <summary>Share of what blind guessing would get right that a student who does not know gets right.</summary>
    [Range(0.0, 1)] public double GuessShare { get; init; } = 1;

    /// <summary>Guess floor of numeric and text answers; other kinds have one over their options.</summary>
    [Range(0.0, 0.5)] public double OpenGuess { get; init; } = 0.02;

    [Range(0.0, 2)] public double LearningRateDeviation { get; init; } = 0.25;
    [Range(0.0, 5)] public double SkillRateMedian { get; init; } = 0.58;
    [Range(0.0, 2)] public double SkillRateDeviation { get; init; } = 0.50;
    [Range(0.0, 5)] public double WinWeight { get; init; } = 1.15;
    [Range(0.0, 5)] public double FailWeight { get; init; } = 0.85;

    /// <summary>Exponent of the power law of forgetting over days.</summary>
    [Range(0.0, 2)] public double ForgettingExponent { get; init; } = 0.22;

    /// <summary>Gain of the day's instruction and worked examples on the visit that follows them.</summary>
    [Range(0.0, 3)] public double InstructionGain { get; init; } = 0.25;

    /// <summary>Gain of the support given in Experience and Discover after a weak Learn.</summary>
    [Range(0.0, 3)] public double SupportGain { get; init; } = 0.30;

    /// <summary>Share of a missing prerequisite that shows as difficulty, per parent, at most two.</summary>
    [Range(0.0, 3)] public double DeficitWeight { get; init; } = 0.45;

    [Range(-3.0, 3)] public double FirstEncounter { get; init; } = -0.20;

    /// <summary>What the last minute and a half adds, at most.</summary>
    [Range(0.0, 3)] public double RecencyShort { get; init; } = 0.55;

    /// <summary>What the last half hour adds, at most; the same is missing once it is over.</summary>
    [Range(0.0, 3)] public double RecencyLong { get; init; } = 0.25;

    [Range(-3.0, 3)] public double FirstItemOfSession { get; init; } = -0.45;
    [Range(-3.0, 3)] public double EarlyItemOfSession { get; init; } = -0.15;

    [Range(0.0, 30)] public double ResponseFloorSeconds { get; init; } = 2.3;
    [Range(0.0, 8)] public double ResponseLogMean { get; init; } = 2.75;
    [Range(0.0, 2)] public double PaceDeviation { get; init; } = 0.46;
    [Range(-2.0, 2)] public double PaceEffort { get; init; } = 0.15;
    [Range(0.0, 3)] public double ItemTimeDeviation { get; init; } = 0.70;
    [Range(0.0, 3)] public double TimeWander { get; init; } = 0.90;
    [Range(0.0, 0.99)] public double TimeMemory { get; init; } = 0.60;

    /// <summary>What a wrong answer adds to the log of its time.</summary>
    [Range(-2.0, 2)] public double TimeOfWrong { get; init; } = 0.45;

    [Range(0.0, 1)] public double GamerShare { get; init; } = 0.10;

    /// <summary>Probability of a rapid guess of a student of average effort who does not game.</summary>
    [Range(0.0, 1)] public double RapidRate { get; init; } = 0.008;

    [Range(0.0, 1)] public double HintAbstainerShare { get; init; } = 0.48;
    [Range(0.0, 1)] public double HomeUserShare { get; init; } = 0.45;
    [Range(-8.0, 3)] public double HomeRateLogMean { get; init; } = -1.8;
    [Range(0.0, 3)] public double HomeRateLogDeviation { get; init; } = 1.0;
    [Range(1.0, 120)] public double HomeMinutesMedian { get; init; } = 14;
    [Range(0.0, 3)] public double HomeMinutesLogDeviation { get; init; } = 0.85;

    [Range(0.05, 1000)] public double AbsenceShape { get; init; } = 1.1;
    [Range(0.0, 0.5)] public double AbsenceMean { get; init; } = 0.065;
    [Range(1.0, 20)] public double AbsenceSpellDays { get; init; } = 1.6;
    [Range(0.0, 1)] public double TardyShare { get; init; } = 0.03;

    /// <summary>Standard deviation of a student's start around the bell, in seconds; only lateness counts.</summary>
    [Range(0.0, 3600)] public double ArrivalSeconds { get; init; } = 150;

    [Range(0.0, 1)] public double ShortStayShare { get; init; } = 0.10;
    [Range(0.0, 1)] public double ReviewShare { get; init; } = 0.18;
    [Range(0.0, 1)] public double MoveOnShare { get; init; } = 0.45;
    [Range(1, 1000)] public int WheelSpinningOpportunities { get; init; } = 12;
}
