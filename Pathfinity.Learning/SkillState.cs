namespace Pathfinity.Learning;

/// <summary>What one student's mind keeps of one practised skill; 16 bytes.</summary>
public record struct SkillState
{
    private const int Nibble = 0xF;
    private const int VisitsCycle = 8;

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

    // At the end, where they fill the sixteen bytes.
    private byte marks;
    private byte visits;

    /// <summary>How well it lasts: the time scale of forgetting is two to the power of this over 16, in days.</summary>
    public byte Stability { get; set; }

    /// <summary>How far feedback has shaken the misconceptions that the student holds here, in 255ths.</summary>
    public byte Doubt { get; set; }

    /// <summary>Right answers in a row; stays at 15.</summary>
    public byte Run
    {
        readonly get => (byte)(marks >> 4);
        set => marks = (byte)((marks & Nibble) | (Math.Min(value, (byte)Nibble) << 4));
    }

    public SkillFlags Flags
    {
        readonly get => (SkillFlags)(marks & Nibble);
        set => marks = (byte)((marks & ~Nibble) | ((byte)value & Nibble));
    }

    /// <summary>Visits in Learn so far; from 16 on it goes round from 8.</summary>
    public readonly byte LearnVisits => (byte)(visits & Nibble);

    /// <summary>Visits in Experience and Discover so far; from 16 on it goes round from 8.</summary>
    public readonly byte WorkVisits => (byte)(visits >> 4);

    public readonly bool IsMastered => (Flags & SkillFlags.Mastered) != 0;

    internal void CountLearnVisit() => visits = (byte)((visits & ~Nibble) | OneMore(LearnVisits));

    internal void CountWorkVisit() => visits = (byte)((visits & Nibble) | (OneMore(WorkVisits) << 4));

    private static int OneMore(int count) => count == Nibble ? VisitsCycle : count + 1;
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
