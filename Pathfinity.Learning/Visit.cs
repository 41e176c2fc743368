using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>One step of the journey under way: a content item and how far the student has come in it.</summary>
internal sealed class Visit
{
    private readonly Syllabus syllabus;
    private readonly int startedAt;
    private readonly CareerFit fit;
    private int place;
    private int run;

    public Visit(
        Traits traits, DayBrief brief, Mind mind, int id, int startedAt, Subject subject, int skill,
        MaterialChoice choice, bool supported)
    {
        var p = brief.Parameters;
        syllabus = brief.Syllabus;
        Id = id;
        this.startedAt = startedAt;
        Subject = subject;
        Skill = skill;
        Material = choice.Ordinal;
        fit = choice.Fit;
        var material = syllabus.Materials[choice.Ordinal];
        Container = material.Container;
        ItemCount = material.ItemCount;
        ReadingMs = (int)(1000 * Answering.ReadingSeconds(brief.Grade, material.Words));
        Ease = p.Intercept + traits.Ability(subject) + (p.EffortWeight * traits.Effort)
            - brief.Effects.SkillDifficulty(skill) - Deficit(brief, mind, skill)
            + traits.AtSkill(skill, p)
            + (Container == Container.Learn ? p.InstructionGain : supported ? p.SupportGain : 0);
    }

    /// <summary>Sequence number of the activity that began it.</summary>
    public int Id { get; }

    public Subject Subject { get; }
    public int Skill { get; }
    public Container Container { get; }
    public int Material { get; }
    public int ItemCount { get; }
    public int ReadingMs { get; }

    /// <summary>What does not change within the visit of the logits by which the student is above an item.</summary>
    public double Ease { get; }

    public int Attempts { get; private set; }
    public int Correct { get; private set; }
    public bool IsClosed { get; set; }
    public bool IsFinished => place >= ItemCount;

    /// <summary>Ordinal of the question that comes next.</summary>
    public int ItemOrdinal => syllabus.Materials[Material].FirstItem + place;

    private bool IsAssessment => place == ItemCount - 1;

    public Activity Started(int at, int journey, int session) => new(at, Id, new VisitStarted(
        journey, session, Material, (ushort)Skill, Container, Subject, fit));

    public Activity Ended(int at, int sequence, int journey, bool completed) => new(at, sequence, new VisitEnded(
        journey, Id, startedAt, Material, (ushort)Skill, (ushort)Attempts, (ushort)Correct,
        Container, Subject, fit, completed));

    /// <summary>Takes the answer into the mind and the visit; practice stops after three right in a row.</summary>
    public Attempted Record(Mind mind, DayBrief brief, Session session, in Answer answer, int at)
    {
        var ordinal = ItemOrdinal;
        var item = syllabus.Items[ordinal];
        ref var state = ref mind.Practised(Skill);
        var minute = Minute(brief.Day, at);
        var mastered = Mastery.Record(ref state, item.Kind, item.Options, answer.Correct, minute);
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

    /// <summary>What missing prerequisites cost, in logits; a parent from an earlier grade counts once it was met.</summary>
    private static double Deficit(DayBrief brief, Mind mind, int skill)
    {
        var missing = 0.0;
        foreach (var parent in brief.Syllabus.Skills[skill].Requires.AsSpan())
        {
            var state = mind.Skill(parent);
            if (state.Attempts > 0 && !state.IsMastered)
            {
                missing += (Mastery.Threshold - Math.Min((int)state.Mastery, Mastery.Threshold)) / 1000.0;
            }
        }
        return brief.Parameters.DeficitWeight * Math.Min(missing, 1.2);
    }
}
