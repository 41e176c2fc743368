using Pathfinity.Determinism;

namespace Pathfinity.Simulation;

/// <summary>How a teacher uses what the dashboard shows.</summary>
public enum TeacherKind : byte
{
    /// <summary>Looks every evening and sees most.</summary>
    Attentive,

    /// <summary>Looks twice a week, at skills rather than at days, and forms groups.</summary>
    DataDriven,

    /// <summary>Looks once a week and has little time.</summary>
    Overloaded,

    /// <summary>Looks often, sees less, and writes and praises rather than teaches anew.</summary>
    New,

    /// <summary>Takes the class for a day, knows nobody, and leaves lasting decisions to whoever comes back.</summary>
    Substitute,
}

/// <summary>What a teacher does about a class that parts company with the pacing guide.</summary>
public enum PacingHabit : byte
{
    /// <summary>Waits: the class falls behind as its students need.</summary>
    Waits,

    /// <summary>Keeps to the guide: who is far behind goes on with the class.</summary>
    Keeps,

    /// <summary>Forms groups, and forms them anew every few weeks.</summary>
    Regroups,
}

/// <summary>A teacher's habits. The shares of the kinds and all figures are assumed.</summary>
/// <param name="EveningsApart">School days from one look at the dashboard to the next.</param>
/// <param name="MinutesADay">Time for single students that a school day brings.</param>
/// <param name="Notices">Share of those in need who are noticed at a look.</param>
/// <param name="Praises">Share of good days that are praised, when noticed.</param>
internal sealed record TeacherHabit(
    TeacherKind Kind, int EveningsApart, int MinutesADay, double Notices, double Praises)
{
    /// <summary>The most minutes that can be saved up.</summary>
    public const int MinutesMost = 90;

    /// <summary>What a second pair of hands in the room adds to the minutes of a day.</summary>
    private const int MinutesOfCoTeacher = 10;

    private const double NoticesOfCoTeacher = 0.15;

    public static readonly TeacherHabit OfSubstitute = new(TeacherKind.Substitute, 2, 3, 0.20, 0.03);

    private static readonly (double Share, TeacherHabit Habit)[] All =
    [
        (0.30, new(TeacherKind.Attentive, 1, 20, 0.75, 0.20)),
        (0.20, new(TeacherKind.DataDriven, 2, 18, 0.65, 0.08)),
        (0.35, new(TeacherKind.Overloaded, 5, 6, 0.40, 0.04)),
        (0.15, new(TeacherKind.New, 2, 10, 0.45, 0.25)),
    ];

    // Shares of those who wait, keep to the guide and regroup.
    private static readonly double[][] Pacings = [[0.40, 0.20, 0.40], [0.10, 0.10, 0.80], [0.30, 0.50, 0.20], [0.30, 0.60, 0.10]];

    public PacingHabit Pacing { get; init; }

    /// <summary>A teacher's habits, the same in all classrooms and years.</summary>
    public static TeacherHabit Of(Dice teacher)
    {
        var kind = teacher.Fork("habit").Weighted([.. All.Select(kind => kind.Share)]);
        return All[kind].Habit with { Pacing = (PacingHabit)teacher.Fork("pacing").Weighted(Pacings[kind]) };
    }

    /// <summary>The same teacher with a co-teacher in the room.</summary>
    public TeacherHabit Together() => this with
    {
        EveningsApart = Math.Min(EveningsApart, 2),
        MinutesADay = MinutesADay + MinutesOfCoTeacher,
        Notices = Math.Min(0.95, Notices + NoticesOfCoTeacher),
    };
}
