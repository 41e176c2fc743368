using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>One step of the journey under way: a content item and how far the student has come in it.</summary>
internal sealed class Visit
{
    private readonly Syllabus syllabus;
    private readonly ModelParameters parameters;
    private readonly int startedAt;
    private readonly CareerFit fit;
    private readonly Format format;
    private int place;
    private int run;

    public Visit(
        Traits traits, DayBrief brief, Mind mind, int id, int startedAt, Subject subject, int skill,
        MaterialChoice choice, Format format, int scenario, bool supported)
    {
        parameters = brief.Parameters;
        syllabus = brief.Syllabus;
        Id = id;
        this.startedAt = startedAt;
        Subject = subject;
        Skill = skill;
        Material = choice.Ordinal;
        Scenario = (short)scenario;
        fit = choice.Fit;
        this.format = format;
        var material = syllabus.Materials[choice.Ordinal];
        Container = material.Container;
        ItemCount = material.ItemCount;
        ReadingMs = (int)(1000 * parameters.ReadingTime * Answering.ReadingSeconds(brief.Grade, material.Words));
        Standing = Growth.Standing(traits, mind, subject);
        Tilt = Misconceptions.Tilt(Standing);
        Asking = 1 / Tilt;
        Ease = parameters.Intercept + Standing
            + (brief.Grade.Band == GradeBand.PreKTo2 ? parameters.YoungEase : 0)
            - brief.Effects.SkillDifficulty(skill) - Deficit(brief, traits, mind, skill)
            + Affinity(brief, traits, skill)
            + (Container == Container.Learn ? parameters.InstructionGain : supported ? parameters.SupportGain : 0);
    }

    /// <summary>Sequence number of the activity that began it.</summary>
    public int Id { get; }

    public Subject Subject { get; }
    public int Skill { get; }
    public Container Container { get; }
    public int Material { get; }
    public short Scenario { get; }
    public int ItemCount { get; }
    public int ReadingMs { get; }

    /// <summary>How far above the grade's mean the student stands in the subject, in logits.</summary>
    public double Standing { get; }

    /// <summary>By how much the odds of holding a misconception are divided.</summary>
    public double Tilt { get; }

    /// <summary>Factor on the rate of hints: the weak ask more, whatever the question.</summary>
    public double Asking { get; }

    /// <summary>What does not change within the visit of the logits by which the student is above an item.</summary>
    public double Ease { get; }

    /// <summary>What is left of the worked examples' help at the next question.</summary>
    public double ExampleGain => Container == Container.Learn ? parameters.WorkedExampleGain / (1 << place) : 0;

    public int Attempts { get; private set; }
    public int Correct { get; private set; }
    public bool IsClosed { get; set; }
    public bool IsFinished => place >= ItemCount;

    /// <summary>Ordinal of the question that comes next.</summary>
    public int ItemOrdinal => syllabus.Materials[Material].FirstItem + place;

    private bool IsAssessment => place == ItemCount - 1;

    public Activity Started(int at, int journey, int session) => new(at, Id, new VisitStarted(
        journey, session, Material, (ushort)Skill, Scenario, Container, Subject, fit, format));

    public Activity Ended(int at, int sequence, int journey, bool completed) => new(at, sequence, new VisitEnded(
        journey, Id, startedAt, Material, (ushort)Skill, Scenario, (ushort)Attempts, (ushort)Correct,
        Container, Subject, fit, format, completed));

    /// <summary>Takes the answer into the mind and the visit; practice stops after three right in a row.</summary>
    public Attempted Record(Mind mind, DayBrief brief, Session session, in Answer answer, int at)
    {
        var ordinal = ItemOrdinal;
        ref readonly var item = ref syllabus.Items.ItemRef(ordinal);
        ref var state = ref mind.Practised(Skill);
        state.Stability = Memory.Strengthened(parameters, state, answer.Retention, answer.Correct);
        state.Doubt = answer.Tempted
            ? Misconceptions.Shaken(parameters, answer.Doubt, answer.Correct)
            : (byte)Math.Round(255 * answer.Doubt);
        var mastered = Mastery.Record(ref state, item.Kind, item.Options, answer.Correct, Minute(brief.Day, at));
        var flags = (answer.Correct ? AttemptFlags.Correct : 0)
            | (IsAssessment ? AttemptFlags.Assessment : 0)
            | (mastered ? AttemptFlags.Mastered : 0)
            | (state.Run == Mastery.ThreeInARow ? AttemptFlags.ThreeInARow : 0);
        Attempts++;
        Correct += answer.Correct ? 1 : 0;
        run = answer.Correct ? run + 1 : 0;
        place = run >= Mastery.ThreeInARow && place < ItemCount - 1 ? ItemCount - 1 : place + 1;
        session.Count(answer, Skill, at);
        return new Attempted(
            session.Id, Id, ordinal, answer.ResponseMs, (ushort)Skill, state.Attempts, state.Mastery,
            answer.Response, answer.Hints, flags);
    }

    /// <summary>Minutes since 1970-01-01 of the school's civil time.</summary>
    public static int Minute(SchoolDay day, int at) => (day.Number * SchoolDay.MinutesPerDay) + 240 + (at / 60_000);

    /// <summary>What of a skill comes easier or harder to one student than ability says, for good.</summary>
    internal static double Affinity(DayBrief brief, Traits traits, int skill) =>
        traits.AtSkill(brief.Effects.SkillKey(skill), brief.Parameters);

    private double Deficit(DayBrief brief, Traits traits, Mind mind, int skill)
    {
        if (parameters.DeficitWeight == 0)
        {
            return 0;
        }
        var missing = 0.0;
        foreach (var parent in syllabus.Skills[skill].Requires.AsSpan())
        {
            var state = mind.Skill(parent);
            missing += Prerequisites.Missing(state, state.Attempts > 0 ? 0 : Standing + Affinity(brief, traits, parent));
        }
        return Prerequisites.Cost(parameters, missing);
    }
}
