using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>The additive factors of the world's own equation of an attempt.</summary>
internal sealed class RecoveryFit
{
    private const double Started = 0.5;

    // Fewer answers in a subject say too little of a student's ability to be held against it.
    private const int AnswersMin = 30;

    private const int Passes = 12;
    private const int Sweeps = 60;
    private const int Burn = 150;
    private readonly Log log;
    private readonly LogAttempt[] rows;
    private readonly int[] kept;
    private readonly PracticeReplay replay;
    private readonly HiddenWorld hidden;
    private readonly Grouping rate;
    private readonly Grouping first;
    private readonly Grouping ability;
    private readonly Grouping skill;
    private readonly Grouping skillRate;
    private readonly Grouping studentRate;
    private readonly Grouping question;
    private readonly Grouping pair;
    private readonly HeldMisconceptions held;

    public RecoveryFit(Log log, LogAttempt[] rows, int[] kept, PracticeReplay replay, HiddenWorld hidden)
    {
        (this.log, this.rows, this.kept, this.replay, this.hidden) = (log, rows, kept, replay, hidden);
        var practice = Array.ConvertAll(kept, i => replay.Practice[i]);
        rate = Grouping.Common(rows.Length, practice);
        first = Slope(a => a.Position == 0 ? 1 : 0);
        ability = Levels(a => ((long)a.Student << 2) | (uint)a.Subject);
        skill = Levels(a => a.Skill);
        skillRate = new Grouping(skill.Levels, skill.Effects.Length, practice, random: true);
        var student = Levels(a => a.Student);
        studentRate = new Grouping(student.Levels, student.Effects.Length, practice, random: true);
        question = Levels(a => a.Question);
        pair = Levels(a => ((long)a.Student << 32) | (uint)a.Skill);
        var (p, floor) = (hidden.Parameters, Array.ConvertAll(rows, Floor));
        held = new HeldMisconceptions(log, rows, hidden, ability);
        _ = new CrossedLogit(
            Array.ConvertAll(rows, a => a.Correct), floor, p.Slip, held, Slope(_ => 1), rate, first,
            Slope(a => a.Position is > 0 and <= 3 ? 1 : 0), Slope(a => a.Opportunity == 1 ? 1 : 0),
            Slope(a => Recent(a, 90)), Slope(a => Recent(a, 1500)),
            Slope(a => a.Container == Container.Experience ? 1 : 0), Slope(a => a.Container == Container.Discover ? 1 : 0),
            Slope(replay.Examples), Slope(replay.Helped),
            ability, skill, skillRate, studentRate, question, pair, Levels(a => a.Session)).Fit(Passes).Walk(Sweeps, Burn, Dice.Of(1).Fork("recovery"));
    }

    public IEnumerable<Recovered> Factors()
    {
        var p = hidden.Parameters;
        return
        [
            new("learning.rate", "Gain a unit of practice", TrueRate(), 0, MeanRate(), rate.FirstError, 0.25),
            new("ability.deviation", "Spread of ability", TrueAbility(), Started, ability.Deviation, Spread(ability), 0.25),
            new("skill.deviation", "Spread of skills", p.SkillDeviation, Started, skill.Deviation, Spread(skill), 0.25),
            new("question.deviation", "Spread of questions", TrueQuestion(), Started, question.Deviation, Spread(question), 0.25),
            new("student.skill.deviation", "Spread of student-skill", p.StudentSkillDeviation, Started, pair.Deviation,
                Spread(pair), 0.25),
            new("first.item", "A session's first item", p.FirstItemOfSession, 0, first.Effects[0], first.FirstError, 0.40),
            new("misconceptions.held", "Misconceptions held", TrueShare(), 0.5, FoundShare(), null, 0.25),
            new("misconceptions.correlation", "Who holds them (r)",
                AttainableHolding(), 0, HoldingCorrelation(), null, 0.25),
            new("ability.correlation", "Standing in a grade (r)",
                AttainableCorrelation(), 0, StandingCorrelation(), null, 0.15),
        ];
    }

    private double TrueShare() => held.Holders.Select(Holds).DefaultIfEmpty().Average();

    private double FoundShare() => held.Holders.Select((_, i) => held.Likely(i)).DefaultIfEmpty().Average();

    private double HoldingCorrelation() =>
        Moments.Correlation([.. held.Holders.Select((own, i) => (held.Likely(i), Holds(own)))]) ?? 0;

    /// <summary>What likelihoods that mean what they say correlate with what is so.</summary>
    private double AttainableHolding()
    {
        var likely = held.Holders.Select((_, i) => held.Likely(i)).ToArray();
        var mean = likely.DefaultIfEmpty().Average();
        return TrueShare() == 0 ? 0 : (Moments.Deviation(likely) ?? 0) / Math.Sqrt(mean * (1 - mean));
    }

    /// <summary>1 when the student holds it in the middle of the log, else 0.</summary>
    private double Holds(Holder own)
    {
        var name = log.StudentNames[own.Student];
        return Misconceptions.Holds(
            hidden.TraitsOf(name).MisconceptionDice.Fork(hidden.Release.Syllabus.Bugs[own.Bug].Key),
            hidden.Effects.BugShare(own.Bug, hidden.GradeOf(name)),
            Misconceptions.Tilt(replay.Standing(own.Student, own.Subject))) ? 1 : 0;
    }

    private static double Recent(LogAttempt a, double seconds) =>
        a.Opportunity == 1 ? 0 : Math.Exp(-a.GapDays * Log.DayMs / 1000 / seconds);

    private double Floor(LogAttempt a) => a.Kind switch
    {
        QuestionKind.Choice => hidden.Parameters.GuessShare / Math.Max(2, (int)a.Options),
        QuestionKind.Multi => hidden.Parameters.GuessShare / Math.Max(4, (1 << Math.Min((int)a.Options, 6)) - 1),
        QuestionKind.Order or QuestionKind.Match => hidden.Parameters.GuessShare * 0.08,
        _ => hidden.Parameters.OpenGuess,
    };

    private double MeanRate() => rate.Effects[0] + rows.Select((_, i) =>
        skillRate.Effects[skillRate.Levels[i]] + studentRate.Effects[studentRate.Levels[i]]).Average();

    /// <summary>Of the attempts seen: the skill's rate times the student's.</summary>
    private double TrueRate() => rows.Average(a => hidden.SkillOf(log.SkillNames[a.Skill]) is { } skill
        ? hidden.Effects.SkillRate(skill) * hidden.TraitsOf(log.StudentNames[a.Student]).LearningRate : 0);

    private double TrueAbility() => Moments.Deviation([.. TrueAbilities().Values]) ?? 0;

    private double TrueQuestion() => Moments.Deviation([.. rows.Select(a => hidden.QuestionOf(a.Question)).OfType<int>().Distinct()
        .Select(own => hidden.Effects.ItemDifficulty(own))]) ?? 0;

    /// <summary>By level: standing and effort, less what missing prerequisites cost at the skills met.</summary>
    private Dictionary<int, double> TrueAbilities() => rows.Select((a, i) => (a.Student, a.Subject, Level: ability.Levels[i], Row: i))
        .GroupBy(a => (a.Student, a.Subject, a.Level)).ToDictionary(own => own.Key.Level, own =>
            replay.Standing(own.Key.Student, own.Key.Subject)
            + (hidden.Parameters.EffortWeight * hidden.TraitsOf(log.StudentNames[own.Key.Student]).Effort)
            - own.Average(a => replay.Deficit[kept[a.Row]]));

    /// <summary>
    /// Answers show how far a student stood above the questions met: ability, the student's own ease at the skills met,
    /// and what practice brought more than others; few answers part these. Students of two grades meet different skills,
    /// and nothing tells whether the one's skills are easier or its students abler: all is beside others of the grade.
    /// </summary>
    private double StandingCorrelation()
    {
        var (found, real, trueRate) = (new double[ability.Effects.Length], TrueAbilities(), TrueRate());
        foreach (var own in rows.Select((a, i) => (Attempt: a, Row: i)).GroupBy(own => ability.Levels[own.Row]))
        {
            found[own.Key] = ability.Effects[own.Key] + own.Average(a =>
                pair.Effects[pair.Levels[a.Row]] + (studentRate.Effects[studentRate.Levels[a.Row]] * replay.Practice[kept[a.Row]]));
            real[own.Key] += own.Average(a => TrueEase(a.Attempt, replay.Practice[kept[a.Row]] * trueRate));
        }
        return Moments.Correlation([.. Cohorts().GroupBy(own => own.Cohort).SelectMany(cohort =>
        {
            var (f, r) = (cohort.Average(own => found[own.Level]), cohort.Average(own => real[own.Level]));
            return cohort.Select(own => (found[own.Level] - f, real[own.Level] - r));
        })]) ?? 0;
    }

    /// <summary>What comes easier to the student at the skill for good, and by quicker learning.</summary>
    private double TrueEase(LogAttempt attempt, double learned)
    {
        var traits = hidden.TraitsOf(log.StudentNames[attempt.Student]);
        return ((traits.LearningRate - 1) * learned) + (hidden.SkillOf(log.SkillNames[attempt.Skill]) is { } own
            ? traits.AtSkill(hidden.Effects.SkillKey(own), hidden.Parameters) : 0);
    }

    /// <summary>
    /// The correlation that chance allows so many answers: estimates drawn to the mean by a reliability of r correlate
    /// with the truth as sqrt(mean r).
    /// </summary>
    private double AttainableCorrelation()
    {
        var variance = TrueAbility() * TrueAbility();
        return Math.Sqrt(Cohorts().Average(own => variance / (variance + (1 / ability.Information[own.Level]))));
    }

    private IEnumerable<(int Level, (Grade, Subject) Cohort)> Cohorts() => rows
        .Select((a, i) => (Level: ability.Levels[i], (hidden.GradeOf(log.StudentNames[a.Student]), a.Subject)))
        .GroupBy(own => own).Where(own => own.Count() >= AnswersMin).Select(own => own.Key);

    private Grouping Slope(Func<LogAttempt, double> x) => Grouping.Common(rows.Length, Array.ConvertAll(rows, a => x(a)));

    private Grouping Slope(double[] replayed) => Grouping.Common(rows.Length, Array.ConvertAll(kept, i => replayed[i]));

    private Grouping Levels(Func<LogAttempt, long> key)
    {
        var numbers = new Dictionary<long, int>();
        var levels = Array.ConvertAll(rows, a =>
        {
            var own = key(a);
            return numbers.TryGetValue(own, out var number) ? number : numbers[own] = numbers.Count;
        });
        return new Grouping(levels, numbers.Count, null, random: true) { Variance = Started * Started };
    }

    /// <summary>Standard error of a standard deviation that so many levels tell.</summary>
    private static double Spread(Grouping grouping) => grouping.Deviation / Math.Sqrt(2.0 * Math.Max(1, grouping.Effects.Length - 1));
}
