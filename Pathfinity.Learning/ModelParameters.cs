namespace Pathfinity.Learning;

/// <summary>
/// Every constant of the student model, with its default. docs/model.md says where each comes from and which are
/// measured, tuned or assumed. Logits unless a unit is named.
/// </summary>
public sealed record ModelParameters
{
    public static readonly ModelParameters Default = new();

    /// <summary>Ease of an average item for an average student who is past the first encounter.</summary>
    public double Intercept { get; init; } = 0.25;

    public double AbilityDeviationOfClass { get; init; } = 0.40;
    public double AbilityDeviationOfStudent { get; init; } = 0.80;

    /// <summary>Correlation of one student's abilities in two subjects, within a grade.</summary>
    public double AbilityCorrelation { get; init; } = 0.77;

    public double EffortWeight { get; init; } = 0.30;
    public double SkillDeviation { get; init; } = 1.15;
    public double ItemDeviation { get; init; } = 0.70;
    public double StudentSkillDeviation { get; init; } = 0.55;
    public double MoodDeviation { get; init; } = 0.30;
    public double FatiguePerItem { get; init; } = 0.004;
    public int FatigueAfterItems { get; init; } = 40;

    /// <summary>Probability that a student who knows slips.</summary>
    public double Slip { get; init; } = 0.02;

    /// <summary>Guess floor of numeric and text answers; other kinds have one over their options.</summary>
    public double OpenGuess { get; init; } = 0.02;

    public double LearningRateDeviation { get; init; } = 0.25;
    public double SkillRateMedian { get; init; } = 0.58;
    public double SkillRateDeviation { get; init; } = 0.50;
    public double WinWeight { get; init; } = 1.15;
    public double FailWeight { get; init; } = 0.85;

    /// <summary>Exponent of the power law of forgetting over days.</summary>
    public double ForgettingExponent { get; init; } = 0.22;

    /// <summary>Gain of the day's instruction and worked examples on the visit that follows them.</summary>
    public double InstructionGain { get; init; } = 0.25;

    /// <summary>Gain of the support given in Experience and Discover after a weak Learn.</summary>
    public double SupportGain { get; init; } = 0.30;

    /// <summary>Share of a missing prerequisite that shows as difficulty, per parent, at most two.</summary>
    public double DeficitWeight { get; init; } = 0.45;

    public double FirstEncounter { get; init; } = -0.20;
    public double FirstItemOfSession { get; init; } = -0.45;
    public double EarlyItemOfSession { get; init; } = -0.15;

    public double ResponseFloorSeconds { get; init; } = 2.3;
    public double ResponseLogMean { get; init; } = 2.75;
    public double PaceDeviation { get; init; } = 0.46;
    public double PaceEffort { get; init; } = 0.15;
    public double ItemTimeDeviation { get; init; } = 0.70;
    public double TimeWander { get; init; } = 0.90;
    public double TimeMemory { get; init; } = 0.60;

    public double GamerShare { get; init; } = 0.10;
    public double HintAbstainerShare { get; init; } = 0.48;
    public double HomeUserShare { get; init; } = 0.45;
    public double HomeRateLogMean { get; init; } = -1.8;
    public double HomeRateLogDeviation { get; init; } = 1.0;
    public double HomeMinutesMedian { get; init; } = 14;
    public double HomeMinutesLogDeviation { get; init; } = 0.85;

    public double AbsenceShape { get; init; } = 1.1;
    public double AbsenceMean { get; init; } = 0.065;
    public double AbsenceSpellDays { get; init; } = 1.6;
    public double TardyShare { get; init; } = 0.03;

    /// <summary>Standard deviation of a student's start around the bell, in seconds; only lateness counts.</summary>
    public double ArrivalSeconds { get; init; } = 150;

    public double ShortStayShare { get; init; } = 0.10;
    public double ReviewShare { get; init; } = 0.18;
    public double MoveOnShare { get; init; } = 0.45;
    public int WheelSpinningOpportunities { get; init; } = 12;
}
