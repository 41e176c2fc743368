using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>An intervention that a student has and that has not ended.</summary>
/// <param name="Sequence">Sequence number of the activity that began it; 0 for an empty place.</param>
/// <param name="Skill">Ordinal of its skill; <see cref="NoSkill"/> for none.</param>
/// <param name="DueDay">Days since 1970-01-01.</param>
/// <param name="Before">Mastery of the skill when it began, in permille.</param>
/// <param name="Done">Lessons held so far.</param>
/// <remarks>No field may leave a gap: a mind's checkpoint is these bytes.</remarks>
internal record struct OpenIntervention(
    int Sequence, ushort Skill, ushort DueDay, ushort Before, DirectiveKind Kind, byte Done)
{
    public const ushort NoSkill = ushort.MaxValue;
}

[InlineArray(Most)]
internal struct OpenInterventions
{
    /// <summary>The most that a student has at a time; what is asked beyond them is displaced.</summary>
    public const int Most = 3;

    private OpenIntervention first;
}

/// <summary>
/// What directives do to a student. Those of several classrooms come sorted by (classroom, number) and take the free
/// places in that order; the earliest begun assignment of a subject is worked on first.
/// </summary>
internal static class Interventions
{
    private const int AssignmentAttempts = 5;

    private const int TutoringLessons = 8;
    private const double Taken = 0.40;
    private const double TakenOfEffort = 0.10;
    private const double TodayWhenTaken = 0.65;
    private const double TodayElse = 0.03;

    /// <summary>The begin of an intervention, noted in the mind when it lasts and there is room.</summary>
    public static InterventionBegan Begin(Mind mind, in Directive directive, int sequence, bool room)
    {
        var skill = directive.Skill < 0 ? OpenIntervention.NoSkill : (ushort)directive.Skill;
        var before = directive.Skill < 0 ? (ushort)0 : mind.Skill(directive.Skill).Mastery;
        if (room && Lasts(directive.Kind))
        {
            mind.Open(new OpenIntervention(sequence, skill, (ushort)directive.DueDay, before, directive.Kind, 0));
        }
        return new InterventionBegan(
            directive.Classroom, directive.Number, directive.DueDay, directive.Skill, directive.Minutes, (short)before,
            directive.Kind, directive.Trigger);
    }

    /// <summary>Whether it takes more than the moment in which it begins.</summary>
    public static bool Lasts(DirectiveKind kind) =>
        kind is DirectiveKind.Practise or DirectiveKind.SmallGroup or DirectiveKind.Tutoring;

    /// <summary>The end of what takes a moment, or of what was displaced.</summary>
    public static InterventionEnded End(Mind mind, DayBrief brief, in Directive directive, int began, bool room)
    {
        if (room)
        {
            Act(directive, mind, brief);
        }
        var mastery = directive.Skill < 0 ? (short)0 : (short)mind.Skill(directive.Skill).Mastery;
        return new InterventionEnded(began, mastery, 0, room ? InterventionOutcome.Completed : InterventionOutcome.Displaced);
    }

    /// <summary>What a directive of a moment does; a message home works when it is read.</summary>
    private static void Act(in Directive directive, Mind mind, DayBrief brief)
    {
        var p = brief.Parameters;
        switch (directive.Kind)
        {
            case DirectiveKind.Praise:
                mind.Engagement += p.PraiseGain;
                break;
            case DirectiveKind.MoveOn:
                MoveOn(mind, brief, directive);
                break;
            case DirectiveKind.ToSupport or DirectiveKind.ToCore or DirectiveKind.ToExtension:
                mind.Join(brief.Syllabus.Skills[directive.Skill].Subject, GroupOf(directive.Kind));
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// The skill that an assignment asks a student to work on today; -1 for none, or not today. Some assignments are
    /// taken to and soon done, others lie until they are due: more days make few of these done.
    /// </summary>
    public static int AskedFor(Mind mind, Subject subject, DayBrief brief, Traits traits, double effort, Dice dice)
    {
        var first = default(OpenIntervention); // what begins later may stand before it, in a place that was freed
        foreach (ref readonly var open in mind.Interventions)
        {
            if (open.Sequence != 0 && open.Kind == DirectiveKind.Practise && open.Skill != OpenIntervention.NoSkill
                && brief.Syllabus.Skills[open.Skill].Subject == subject
                && (first.Sequence == 0 || open.Sequence < first.Sequence))
            {
                first = open;
            }
        }
        if (first.Sequence == 0)
        {
            return -1;
        }
        var taken = traits.Dice.Fork(Purpose.AssignmentTaken).Fork(first.Sequence).Chance(
            Math.Clamp(Taken + (TakenOfEffort * effort), 0.1, 0.95));
        var today = dice.Fork(Purpose.Assignment).Fork(first.Sequence).Chance(taken ? TodayWhenTaken : TodayElse);
        return today ? first.Skill : -1;
    }

    /// <summary>Counts an answer towards the assignments that asked for its skill.</summary>
    public static void Count(Mind mind, int skill)
    {
        foreach (ref var open in mind.Interventions)
        {
            if (open.Sequence != 0 && open.Kind == DirectiveKind.Practise && open.Skill == skill && open.Done < byte.MaxValue)
            {
                open.Done++;
            }
        }
    }

    /// <summary>Takes an intervention away that has ended with the day; null where there is none or it goes on.</summary>
    /// <param name="present">Whether the student was at school today.</param>
    public static InterventionEnded? EndAtDusk(ref OpenIntervention open, Mind mind, DayBrief brief, bool present)
    {
        if (open.Sequence == 0 || AtDusk(ref open, mind, brief, present) is not { } outcome)
        {
            return null;
        }
        var mastery = open.Skill == OpenIntervention.NoSkill ? (short)0 : (short)mind.Skill(open.Skill).Mastery;
        var ended = new InterventionEnded(open.Sequence, mastery, open.Kind == DirectiveKind.Practise ? (byte)0 : open.Done, outcome);
        open = default;
        return ended;
    }

    /// <summary>What the day has made of an intervention under way; none when it goes on.</summary>
    private static InterventionOutcome? AtDusk(ref OpenIntervention open, Mind mind, DayBrief brief, bool present)
    {
        var done = open.Kind == DirectiveKind.Practise
            ? open.Done >= AssignmentAttempts
            : present && open.Skill != OpenIntervention.NoSkill && Teach(ref open, mind, brief);
        return done ? InterventionOutcome.Completed
            : brief.Day.Number >= open.DueDay ? InterventionOutcome.Unfinished
            : null;
    }

    /// <summary>A lesson of today, when the student is there; says whether the intervention has ended with it.</summary>
    private static bool Teach(ref OpenIntervention open, Mind mind, DayBrief brief)
    {
        var subject = brief.Syllabus.Skills[open.Skill].Subject;
        open.Done++;
        mind.Grow(subject, open.Kind == DirectiveKind.Tutoring ? brief.Parameters.TutoringGain : brief.Parameters.SmallGroupGain);
        return open.Kind == DirectiveKind.SmallGroup || open.Done >= TutoringLessons;
    }

    private static StudyGroup GroupOf(DirectiveKind kind) => kind switch
    {
        DirectiveKind.ToSupport => StudyGroup.Support,
        DirectiveKind.ToExtension => StudyGroup.Extension,
        _ => StudyGroup.Core,
    };

    /// <summary>Leaves the skill, or goes straight to the one to which the class's pace leads; never back.</summary>
    private static void MoveOn(Mind mind, DayBrief brief, in Directive directive)
    {
        var subject = brief.Syllabus.Skills[directive.Skill].Subject;
        var (first, count) = brief.Syllabus.Cell(subject, brief.Grade);
        var position = mind.Position(subject);
        var next = directive.Trigger == DirectiveTrigger.Pace ? directive.Skill - first
            : first + position == directive.Skill ? position + 1 : position;
        if (next > position && next < count)
        {
            if (mind.Skill(first + position).Attempts > 0)
            {
                mind.Practised(first + position).Flags |= SkillFlags.MovedOn;
            }
            mind.SetPosition(subject, next);
        }
    }
}
