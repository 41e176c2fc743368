namespace Pathfinity.Learning;

/// <summary>What a classroom's evening asks of or does for one student, from the next day on.</summary>
/// <param name="Classroom">Who asks.</param>
/// <param name="Number">Running number within the classroom.</param>
/// <param name="Student">Who is asked.</param>
/// <param name="Skill">Ordinal of the skill it is about; -1 for none.</param>
/// <param name="DueDay">The last day on which it may be done, as days since 1970-01-01.</param>
/// <param name="Minutes">Time of the teacher that it takes in all.</param>
/// <param name="Kind">What is asked or done.</param>
/// <param name="Trigger">What the teacher saw.</param>
/// <remarks>No field may leave a gap: checkpoints and chains are these bytes.</remarks>
public readonly record struct Directive(
    int Classroom, int Number, int Student, int Skill, int DueDay, short Minutes, DirectiveKind Kind,
    DirectiveTrigger Trigger);

/// <summary>What a directive asks for.</summary>
public enum DirectiveKind : byte
{
    /// <summary>An assignment: work on this skill before the journey's own.</summary>
    Practise,

    /// <summary>One lesson with others who miss the same skill.</summary>
    SmallGroup,

    /// <summary>A series of lessons alone with a tutor.</summary>
    Tutoring,

    /// <summary>A message to the guardians.</summary>
    MessageHome,

    /// <summary>Praise for work well done.</summary>
    Praise,

    /// <summary>Leave the skill for now and go on: to the next one, or to the skill that the class is at.</summary>
    MoveOn,

    /// <summary>Work with those who need more time in the subject.</summary>
    ToSupport,

    /// <summary>Work as most of the class does.</summary>
    ToCore,

    /// <summary>Work with those who need less.</summary>
    ToExtension,
}

/// <summary>A student's group within the class, subject by subject: what is asked of it differs.</summary>
public enum StudyGroup : byte
{
    Core,
    Support,
    Extension,
}

/// <summary>What a teacher saw that made a directive.</summary>
public enum DirectiveTrigger : byte
{
    /// <summary>Many answers, few of them right.</summary>
    Struggle,

    /// <summary>Many attempts at a skill without mastering it.</summary>
    WheelSpinning,

    /// <summary>Several students of the class miss the same skill.</summary>
    ClassGap,

    /// <summary>Present, and no work done.</summary>
    Idleness,

    /// <summary>Absent again and again.</summary>
    Absence,

    /// <summary>Work that went well.</summary>
    Success,

    /// <summary>The course's pacing guide is well ahead of the student.</summary>
    Pace,

    /// <summary>Work of some weeks, looked over to form the class's groups anew.</summary>
    Regrouping,
}

/// <summary>How an intervention ended.</summary>
public enum InterventionOutcome : byte
{
    /// <summary>Done as it was planned.</summary>
    Completed,

    /// <summary>Not done by the day on which it was due.</summary>
    Unfinished,

    /// <summary>Never begun: the student had as many as one can have at a time.</summary>
    Displaced,
}
