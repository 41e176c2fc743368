using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Realism;

/// <summary>A parameter that a fit to the log found again, or did not.</summary>
/// <param name="Truth">What the world was made with.</param>
/// <param name="Start">Where the fit started.</param>
/// <param name="Error">Standard error of what was found; null where the fit gives none.</param>
/// <param name="Tolerance">How far from the truth it may be, as a share of it.</param>
public sealed record Recovered(
    string Name, string Title, double Truth, double Start, double Found, double? Error, double Tolerance)
{
    public bool Holds => Math.Abs(Found - Truth) <= Tolerance * Math.Abs(Truth);
}

/// <summary>What came back of a world's hidden parameters from its log alone.</summary>
public sealed record RecoveryReport(ImmutableArray<Recovered> Parameters, int Students, int Attempts)
{
    public bool Ok => Parameters.All(parameter => parameter.Holds);
}

/// <summary>
/// Fits learner models to a world's log from fixed wrong starting values and puts what they find beside what the world
/// was made with.
/// </summary>
public static class Recovery
{
    /// <summary>Fewer answers in a subject say too little of a student's ability to be held against it.</summary>
    private const int AnswersMin = 30;

    private const int AttemptsMax = 100_000;
    private const int Passes = 12;
    private const int Sweeps = 60;
    private const int Burn = 90;

    /// <summary>Parameters by additive factors with the question's guess floor, and knowledge tracing.</summary>
    /// <param name="log">The log of the world that is hidden in the other argument.</param>
    public static RecoveryReport Run(Log log, HiddenWorld hidden)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(hidden);
        var sample = log.Sample(AttemptsMax);
        var replay = new PracticeReplay(log, sample, hidden);
        // Rapid guesses say nothing of what a student knows, a hint makes the answer wrong by rule.
        var kept = Enumerable.Range(0, sample.Length).Where(i => sample[i] is { Seconds: >= 3.5, Hints: 0 }).ToArray();
        var fit = new Fit(log, Array.ConvertAll(kept, i => sample[i]), kept, replay, hidden);
        return new RecoveryReport([.. fit.Factors(), .. Tracing(log)], log.Students, kept.Length);
    }

    /// <summary>
    /// Knowledge tracing has no truth in the world, so it is asked for its own: answers are drawn from what EM found in
    /// the log, for as many students as did, and EM must find it again from the fixed start.
    /// </summary>
    private static IEnumerable<Recovered> Tracing(Log log)
    {
        var runs = log.Sequences().GroupBy(run => run[0].Skill).OrderByDescending(own => own.Count()).First().ToList();
        var truth = Bkt.Fit([.. runs.Select(run => Array.ConvertAll(run, a => a.Correct))], 100);
        truth = new Bkt(
            Math.Clamp(truth.Prior, 0.2, 0.8), Math.Clamp(truth.Learn, 0.05, 0.4), Math.Clamp(truth.Guess, 0.1, 0.35),
            Math.Clamp(truth.Slip, 0.05, 0.3));
        const int Copies = 20;
        var drawn = Enumerable.Range(0, Copies * runs.Count)
            .Select(i => truth.Draw(Dice.Of(1).Fork("tracing").Fork(i), Math.Max(4, runs[i % runs.Count].Length))).ToList();
        var found = Bkt.Fit(drawn, 200);
        return
        [
            new("tracing.prior", "Knowledge tracing: known before", truth.Prior, Bkt.Start.Prior, found.Prior, null, 0.15),
            new("tracing.learn", "Knowledge tracing: learned with a try", truth.Learn, Bkt.Start.Learn, found.Learn, null, 0.15),
            new("tracing.guess", "Knowledge tracing: guess", truth.Guess, Bkt.Start.Guess, found.Guess, null, 0.20),
            new("tracing.slip", "Knowledge tracing: slip", truth.Slip, Bkt.Start.Slip, found.Slip, null, 0.15),
        ];
    }

    /// <summary>The additive factors of the world's own equation of an attempt.</summary>
    private sealed class Fit
    {
        private const double Started = 0.5;
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

        public Fit(Log log, LogAttempt[] rows, int[] kept, PracticeReplay replay, HiddenWorld hidden)
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
            _ = new CrossedLogit(
                Array.ConvertAll(rows, a => a.Correct), floor, p.Slip, Slope(_ => 1), rate, first,
                Slope(a => a.Position is > 0 and <= 3 ? 1 : 0), Slope(a => a.Opportunity == 1 ? 1 : 0),
                Slope(a => Recent(a, 90)), Slope(a => Recent(a, 1500)),
                Slope(a => a.Container == Container.Experience ? 1 : 0), Slope(a => a.Container == Container.Discover ? 1 : 0),
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
                new("student.skill.deviation", "Spread of a student's skills", p.StudentSkillDeviation, Started, pair.Deviation,
                    Spread(pair), 0.25),
                new("first.item", "A session's first item", p.FirstItemOfSession, 0, first.Effects[0], first.FirstError, 0.60),
                new("ability.correlation", "Found and true standing at what was practised, within a grade, correlation",
                    AttainableCorrelation(), 0, StandingCorrelation(), null, 0.15),
            ];
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

        private double MeanRate() => rate.Effects[0] + skillRate.Effects.Average() + studentRate.Effects.Average();

        /// <summary>Mean rate of the skills times mean rate of the students.</summary>
        private double TrueRate() =>
            rows.Select(a => hidden.SkillOf(log.SkillNames[a.Skill])).OfType<int>().Distinct().Average(hidden.Effects.SkillRate)
            * rows.Select(a => a.Student).Distinct().Average(own => hidden.TraitsOf(log.StudentNames[own]).LearningRate);

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
}
