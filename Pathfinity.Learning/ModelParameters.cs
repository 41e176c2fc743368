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
    [Range(-5.0, 5)] public double Intercept { get; init; } = 0.38;

    /// <summary>Between neighbourhoods, and so between schools; their mean is 0 in every world.</summary>
    [Range(0.0, 3)] public double AbilityDeviationOfSchool { get; init; } = 0.20;

    [Range(0.0, 3)] public double AbilityDeviationOfStudent { get; init; } = 0.70;

    /// <summary>Correlation of ability with the order in which a grade's students are parted into classes.</summary>
    [Range(0.0, 1)] public double Sorting { get; init; } = 0.50;

    /// <summary>Correlation of one student's abilities in two subjects, within a grade.</summary>
    [Range(0.0, 1)] public double AbilityCorrelation { get; init; } = 0.88;

    /// <summary>Standard deviation of what students have grown beyond or behind their grade, at any time.</summary>
    [Range(0.0, 2)] public double GrowthDeviation { get; init; } = 0.50;

    /// <summary>Share of that which a school year takes away again.</summary>
    [Range(0.0, 1)] public double GrowthReversion { get; init; } = 0.50;

    /// <summary>Standard deviation between teachers of what a school year with them adds.</summary>
    [Range(0.0, 2)] public double TeacherDeviation { get; init; } = 0.13;

    /// <summary>What a skill mastered adds to growth; the average student's skills are part of the norms.</summary>
    [Range(0.0, 0.2)] public double GrowthOfMastery { get; init; } = 0.004;

    /// <summary>What a day of absence takes from growth, beyond the average student's.</summary>
    [Range(0.0, 0.2)] public double GrowthOfAbsence { get; init; } = 0.004;

    /// <summary>1 for diagnostics, unit checks and benchmarks, 0 for none.</summary>
    [Range(0, 1)] public int Assessments { get; init; } = 1;

    /// <summary>Standard error of a benchmark's scaled score, in points.</summary>
    [Range(0.0, 20)] public double BenchmarkError { get; init; } = 3.1;

    [Range(0.0, 2)] public double EffortWeight { get; init; } = 0.30;
    [Range(0.0, 4)] public double SkillDeviation { get; init; } = 1.12;
    [Range(0.0, 4)] public double ItemDeviation { get; init; } = 0.92;

    /// <summary>Deviation of the log of how sharply questions discriminate.</summary>
    [Range(0.0, 1)] public double ItemDiscriminationDeviation { get; init; } = 0.25;

    [Range(0.0, 3)] public double StudentSkillDeviation { get; init; } = 0.78;
    [Range(0.0, 2)] public double MoodDeviation { get; init; } = 0.35;

    /// <summary>Standard deviation of engagement around a student's own effort, in deviations of effort.</summary>
    [Range(0.0, 3)] public double EngagementDeviation { get; init; } = 0.50;

    /// <summary>Share of it that a school day takes away again.</summary>
    [Range(0.0, 1)] public double EngagementReversion { get; init; } = 0.10;

    /// <summary>What a day on which everything went right adds to engagement, against one of usual success.</summary>
    [Range(0.0, 3)] public double EngagementOfSuccess { get; init; } = 0.45;

    /// <summary>What a day with a career that fits in every way adds to engagement, against one that fits by half.</summary>
    [Range(0.0, 3)] public double EngagementOfInterest { get; init; } = 0.30;

    /// <summary>By how much engagement falls from a school year's first day to its last.</summary>
    [Range(0.0, 3)] public double EngagementSeason { get; init; } = 0.50;

    /// <summary>What each hour after nine o'clock costs.</summary>
    [Range(0.0, 0.5)] public double HourCost { get; init; } = 0.010;

    /// <summary>What a Friday costs.</summary>
    [Range(0.0, 1)] public double FridayCost { get; init; } = 0.04;

    [Range(0.0, 0.5)] public double FatiguePerItem { get; init; } = 0.010;
    [Range(0, 1000)] public int FatigueAfterItems { get; init; } = 12;

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
    [Range(0.0, 2)] public double ForgettingExponent { get; init; } = 0.28;

    /// <summary>By how much a success on what was wholly forgotten multiplies the time scale of forgetting, less one.</summary>
    [Range(0.0, 20)] public double SpacingGain { get; init; } = 4;

    /// <summary>Halvings of the time scale of forgetting by a failure.</summary>
    [Range(0.0, 5)] public double SpacingLoss { get; init; } = 0.25;

    /// <summary>What being taught a facet counts as, in practice, for good; up to four times a skill.</summary>
    [Range(0.0, 5)] public double InstructionWeight { get; init; } = 0.50;

    /// <summary>Gain of the day's instruction on the visit that follows it.</summary>
    [Range(0.0, 3)] public double InstructionGain { get; init; } = 0.15;

    /// <summary>Gain of worked examples on the first question after them; it halves from question to question.</summary>
    [Range(0.0, 3)] public double WorkedExampleGain { get; init; } = 0.20;

    /// <summary>What a helper and easier forms add in Pre-K to grade 2.</summary>
    [Range(0.0, 3)] public double YoungEase { get; init; } = 0.55;

    /// <summary>Factor on how many students hold a misconception, by its grade curve.</summary>
    [Range(0.0, 3)] public double MisconceptionShare { get; init; } = 1;

    /// <summary>Share of a misconception that one correction shakes.</summary>
    [Range(0.0, 1)] public double MisconceptionFeedback { get; init; } = 0.25;

    /// <summary>Exponent of the power law, over days, by which doubt fades and a misconception comes back.</summary>
    [Range(0.0, 2)] public double MisconceptionRelapse { get; init; } = 0.20;

    /// <summary>Gain of the support given in Experience and Discover after a weak Learn.</summary>
    [Range(0.0, 3)] public double SupportGain { get; init; } = 0.30;

    /// <summary>Share of a missing prerequisite that shows as difficulty, per parent, at most two.</summary>
    [Range(0.0, 3)] public double DeficitWeight { get; init; } = 0.45;

    [Range(-3.0, 3)] public double FirstEncounter { get; init; } = 0;

    /// <summary>What the last minute and a half adds, at most.</summary>
    [Range(0.0, 3)] public double RecencyShort { get; init; } = 0.45;

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

    /// <summary>What a wrong answer adds to the log of the next one's time: after a mistake people take more care.</summary>
    [Range(-2.0, 2)] public double TimeAfterWrong { get; init; } = 0.08;

    /// <summary>Deviation of the log of how long the same text takes one student, in step with the wander of other times.</summary>
    [Range(0.0, 2)] public double ReadingDeviation { get; init; } = 0.35;

    /// <summary>Factor on the time that reading takes.</summary>
    [Range(0.0, 3)] public double ReadingTime { get; init; } = 1;

    [Range(0.0, 1)] public double GamerShare { get; init; } = 0.10;

    /// <summary>Probability of a rapid guess of a student of average effort who does not game.</summary>
    [Range(0.0, 1)] public double RapidRate { get; init; } = 0.008;

    [Range(0.0, 1)] public double HintAbstainerShare { get; init; } = 0.48;

    /// <summary>What the hints on a question add on the next one of its skill.</summary>
    [Range(0.0, 3)] public double HintGain { get; init; } = 0.35;

    [Range(0.0, 1)] public double HomeUserShare { get; init; } = 0.45;
    [Range(-8.0, 3)] public double HomeRateLogMean { get; init; } = -1.8;
    [Range(0.0, 3)] public double HomeRateLogDeviation { get; init; } = 1.0;
    [Range(1.0, 120)] public double HomeMinutesMedian { get; init; } = 14;
    [Range(0.0, 3)] public double HomeMinutesLogDeviation { get; init; } = 0.85;

    [Range(0.05, 1000)] public double AbsenceShape { get; init; } = 2.8;

    /// <summary>By how much a deviation of lasting effort lowers the log of the rate of absence.</summary>
    [Range(0.0, 1)] public double AbsenceEffort { get; init; } = 0.35;

    /// <summary>The same of a deviation of inborn ability: who finds school hard misses more of it.</summary>
    [Range(0.0, 1)] public double AbsenceAbility { get; init; } = 0.25;

    [Range(0.0, 0.5)] public double AbsenceMean { get; init; } = 0.058;
    [Range(1.0, 20)] public double AbsenceSpellDays { get; init; } = 1.6;
    [Range(0.0, 1)] public double TardyShare { get; init; } = 0.03;

    /// <summary>How far illness follows the season and comes in waves of weeks; 0 for not at all.</summary>
    [Range(0.0, 2)] public double IllnessWaves { get; init; } = 1;

    /// <summary>Days a winter on which snow closes the schools.</summary>
    [Range(0.0, 30)] public double SnowDays { get; init; } = 1.6;

    /// <summary>Share of students who come, and share of those who leave, in the course of a school year.</summary>
    [Range(0.0, 0.4)] public double Mobility { get; init; } = 0.06;

    /// <summary>How far classes differ in how often they use the platform; 0 for not at all.</summary>
    [Range(0.0, 1)] public double AdoptionSpread { get; init; } = 1;

    /// <summary>Share of a class's weeks in which it does something else.</summary>
    [Range(0.0, 1)] public double IdleWeeks { get; init; } = 0.08;

    /// <summary>Minutes of a Pre-K to grade 2 station; the class's groups take turns at it.</summary>
    [Range(4.0, 40)] public double StationMinutes { get; init; } = 11;

    /// <summary>Weight of interests, against chance and place in the list, in choosing a career.</summary>
    [Range(0.0, 5)] public double InterestWeight { get; init; } = 1;

    /// <summary>How much more interests weigh, and favourites hold, in grade 12 than in Pre-K, less one.</summary>
    [Range(0.0, 5)] public double Narrowing { get; init; } = 1.5;

    /// <summary>Standard deviation of a student's start around the bell, in seconds; only lateness counts.</summary>
    [Range(0.0, 3600)] public double ArrivalSeconds { get; init; } = 150;

    /// <summary>Mean time, in seconds, by which students stop before the turn's end to put things away.</summary>
    [Range(0.0, 600)] public double PackingSeconds { get; init; } = 40;

    [Range(0.0, 1)] public double ShortStayShare { get; init; } = 0.10;
    /// <summary>Probability that a student of average effort is off the task for a while after an answer.</summary>
    [Range(0.0, 1)] public double OffTaskShare { get; init; } = 0.045;

    [Range(1.0, 600)] public double OffTaskSeconds { get; init; } = 55;
    [Range(0.0, 1)] public double ReviewShare { get; init; } = 0.15;
    /// <summary>The same for further rounds of practice, when the journey's part is done.</summary>
    [Range(0.0, 1)] public double ReviewShareLater { get; init; } = 0.40;

    /// <summary>Share of reviews that go to the grade below.</summary>
    [Range(0.0, 1)] public double ReviewBelow { get; init; } = 0.75;

    /// <summary>Share right of a Learn visit with which the pathway goes on, mastered or not.</summary>
    [Range(0.0, 1)] public double PassShare { get; init; } = 0.50;

    [Range(0.0, 1)] public double MoveOnShare { get; init; } = 0.45;
    [Range(1, 1000)] public int WheelSpinningOpportunities { get; init; } = 12;

    /// <summary>1 when teachers' directives reach students, 0 when not.</summary>
    [Range(0.0, 1)] public double Interventions { get; init; } = 1;

    /// <summary>Factor on referrals for behaviour.</summary>
    [Range(0.0, 20)] public double Referrals { get; init; } = 1;

    /// <summary>Share of school days on which a teacher is away and a substitute takes the class.</summary>
    [Range(0.0, 0.5)] public double TeacherAbsence { get; init; } = 0.055;

    /// <summary>1 when guardians are there to be reached, 0 when not.</summary>
    [Range(0.0, 1)] public double Guardians { get; init; } = 1;

    /// <summary>What a message that a guardian reads adds to engagement, in deviations of effort.</summary>
    [Range(0.0, 2)] public double MessageGain { get; init; } = 0.10;

    /// <summary>What a conference to which a guardian came adds to engagement.</summary>
    [Range(0.0, 2)] public double ConferenceGain { get; init; } = 0.08;

    /// <summary>Factor on absence for sixty days after a letter on it was read.</summary>
    [Range(0.0, 1)] public double LetterFactor { get; init; } = 0.90;

    /// <summary>What praise adds to engagement.</summary>
    [Range(0.0, 2)] public double PraiseGain { get; init; } = 0.05;

    /// <summary>What a lesson with a tutor adds to growth; thirty lessons come to a quarter of a deviation.</summary>
    [Range(0.0, 0.2)] public double TutoringGain { get; init; } = 0.0075;

    /// <summary>What a lesson in a small group adds to growth.</summary>
    [Range(0.0, 0.2)] public double SmallGroupGain { get; init; } = 0.004;
}
