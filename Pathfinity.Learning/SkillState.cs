namespace Pathfinity.Learning;

/// <summary>What one student's mind keeps of one practised skill; 16 bytes.</summary>
public record struct SkillState
{
    /// <summary>Ordinal of the skill.</summary>
    public ushort Skill { get; init; }

    /// <summary>Attempts so far; stays at its largest value.</summary>
    public ushort Attempts { get; set; }

    /// <summary>Right attempts so far; stays at its largest value.</summary>
    public ushort Wins { get; set; }

    /// <summary>Estimate in permille, 0 to 1000.</summary>
    public ushort Mastery { get; set; }

    /// <summary>When it was last practised, in minutes since 1970-01-01 of the school's civil time.</summary>
    public int LastMinute { get; set; }

    /// <summary>Right answers in a row; stays at 255.</summary>
    public byte Run { get; set; }

    public SkillFlags Flags { get; set; }

    /// <summary>Visits in Learn so far; stays at 255.</summary>
    public byte LearnVisits { get; set; }

    /// <summary>Visits in Experience and Discover so far; stays at 255.</summary>
    public byte WorkVisits { get; set; }

    public readonly bool IsMastered => (Flags & SkillFlags.Mastered) != 0;
}

[Flags]
public enum SkillFlags : byte
{
    None = 0,

    /// <summary>Right at least once on a day before today.</summary>
    SucceededBefore = 1,

    /// <summary>Right at least once today.</summary>
    SucceededToday = 2,

    /// <summary>Estimate at 800 or above together with a success on a later day; stays.</summary>
    Mastered = 4,

    /// <summary>Left for the next skill without being mastered; stays until it is.</summary>
    MovedOn = 8,
}
