using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>
/// What a log's practice came to under the model's own equations of learning, forgetting, spacing and prerequisites.
/// </summary>
internal sealed class PracticeReplay
{
    private const int MinuteMs = 60_000;
    private const double YearsMiddle = 0.5;
    private const double SchoolYearDays = 287;

    private readonly HiddenWorld hidden;
    private readonly Log log;
    private readonly double years;
    private readonly Dictionary<int, (SkillState State, long Visit)> states = [];

    /// <param name="attempts">Whole histories, by student and time, of the log.</param>
    public PracticeReplay(Log log, LogAttempt[] attempts, HiddenWorld hidden)
    {
        (this.log, this.hidden) = (log, hidden);
        years = attempts.Length == 0 ? 0 : Math.Min(YearsMiddle, (attempts.Max(a => a.Day) - attempts.Min(a => a.Day)) / 2 / SchoolYearDays);
        (Practice, Deficit) = (new double[attempts.Length], new double[attempts.Length]);
        (Examples, Helped) = (new double[attempts.Length], new double[attempts.Length]);
        for (var i = 0; i < attempts.Length; i++)
        {
            Follow(attempts, i);
            if (i > 0 && attempts[i - 1].Student != attempts[i].Student)
            {
                states.Clear();
            }
            if (hidden.SkillOf(log.SkillNames[attempts[i].Skill]) is { } skill)
            {
                (Practice[i], Deficit[i]) = (Replay(attempts[i], skill), Missing(attempts[i], skill));
            }
        }
    }

    /// <summary>Logits that the skill's practice and instruction have left at each attempt, for rates of one.</summary>
    public double[] Practice { get; }

    /// <summary>Logits that missing prerequisites cost at each attempt.</summary>
    public double[] Deficit { get; }

    /// <summary>What is left at each attempt of the help of a visit's worked examples, halved from question to question.</summary>
    public double[] Examples { get; }

    /// <summary>1 after a hint on the sitting's question before, when it was of the same skill.</summary>
    public double[] Helped { get; }

    /// <summary>How far above the grade's mean the student stands in the middle of the log, in logits.</summary>
    public double Standing(int student, Subject subject)
    {
        var traits = hidden.TraitsOf(log.StudentNames[student]);
        return traits.Ability(subject) + traits.GrowthBefore(subject) + (years * traits.Growth(subject));
    }

    private void Follow(LogAttempt[] attempts, int i)
    {
        var (own, before) = (attempts[i], i == 0 ? default : attempts[i - 1]);
        var isSame = i > 0 && own.Student == before.Student;
        Examples[i] = own.Container != Container.Learn ? 0 : isSame && own.Visit == before.Visit ? Examples[i - 1] / 2 : 1;
        Helped[i] = isSame && own.Session == before.Session && own.Skill == before.Skill && before.Hints > 0 ? 1 : 0;
    }

    private double Replay(in LogAttempt attempt, int skill)
    {
        var p = hidden.Parameters;
        var (state, visit) = states.GetValueOrDefault(skill, (new SkillState { Mastery = Mastery.Prior }, -1));
        if (attempt.Visit != visit && attempt.Container == Container.Learn)
        {
            state.CountLearnVisit();
        }
        var retention = Memory.Retention(p, state, Minute(attempt.AnsweredAt - attempt.ResponseMs));
        var left = retention * Memory.Practice(p, 1, 1, state);
        state.Stability = Memory.Strengthened(p, state, retention, attempt.Correct);
        _ = Mastery.Record(
            ref state, attempt.Kind ?? QuestionKind.Choice, attempt.Options, attempt.Correct, Minute(attempt.AnsweredAt));
        states[skill] = (state, attempt.Visit);
        return left;
    }

    private double Missing(in LogAttempt attempt, int skill)
    {
        var missing = 0.0;
        var traits = hidden.TraitsOf(log.StudentNames[attempt.Student]);
        foreach (var parent in hidden.Release.Syllabus.Skills[skill].Requires.AsSpan())
        {
            missing += Prerequisites.Missing(
                states.GetValueOrDefault(parent).State,
                Standing(attempt.Student, attempt.Subject) + traits.AtSkill(hidden.Effects.SkillKey(parent), hidden.Parameters));
        }
        return Prerequisites.Cost(hidden.Parameters, missing);
    }

    private static int Minute(long localMs) => (int)(localMs / MinuteMs);
}
