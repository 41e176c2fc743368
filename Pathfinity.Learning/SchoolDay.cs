using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>What a date is in the school's calendar.</summary>
public enum DayKind : byte
{
    School,
    Half,
    Weekend,
    Holiday,
    Break,

    /// <summary>Closed by snow.</summary>
    Closed,
}

/// <summary>One day of a school: 04:00 to 04:00 in the school's zone.</summary>
/// <param name="Number">Days since 1970-01-01 of the day's civil date.</param>
/// <param name="Kind">What the calendar says of it.</param>
public readonly record struct SchoolDay(int Number, DayKind Kind)
{
    public const int MinutesPerDay = 1440;

    public bool IsInSession => Kind is DayKind.School or DayKind.Half;

    /// <summary>0 for Monday .. 6 for Sunday.</summary>
    public int Weekday => (Number + 3) % 7; // 1970-01-01 was a Thursday
}

/// <summary>Where a day stands in its school year.</summary>
/// <param name="Year">Counted from 0.</param>
/// <param name="Week">Counted from 0, the week in which the year begins.</param>
/// <param name="Weeks">Weeks with school in the year.</param>
public readonly record struct PlaceInYear(int Year, int Week, int Weeks);

/// <summary>A classroom's turn at the platform on one day.</summary>
/// <param name="Classroom">Ordinal of the classroom.</param>
/// <param name="Subjects">Bit 1 &lt;&lt; subject for each subject whose part of the journey it gives.</param>
/// <param name="StartMs">Milliseconds from dawn (04:00) to its first bell.</param>
/// <param name="EndMs">Milliseconds from dawn to its last bell.</param>
/// <param name="Rounds">Further rounds of practice that it has room for once the journey's part is done.</param>
public readonly record struct ClassSlot(int Classroom, byte Subjects, int StartMs, int EndMs, int Rounds = 2);

/// <summary>Everything from outside that reaches a student's day, at dawn.</summary>
/// <param name="Day">Which day.</param>
/// <param name="Grade">The student's grade on that day.</param>
/// <param name="FirstBellMs">Milliseconds from dawn at which attendance is taken; a school day only.</param>
/// <param name="Slots">Turns of the student's classrooms on that day, by start.</param>
/// <param name="Directives">From the evenings before, sorted by (classroom, number).</param>
/// <param name="Syllabus">The release that the world is bound to on that day.</param>
/// <param name="Effects">What the world drew for each skill and question of the release.</param>
/// <param name="Parameters">The model's constants in this world.</param>
public sealed record DayBrief(
    SchoolDay Day,
    Grade Grade,
    int FirstBellMs,
    ImmutableArray<ClassSlot> Slots,
    ImmutableArray<Directive> Directives,
    Syllabus Syllabus,
    ItemEffects Effects,
    ModelParameters Parameters)
{
    public PlaceInYear Place { get; init; }

    /// <summary>Factor on how many fall ill in the school's week; 1 is usual.</summary>
    public double Illness { get; init; } = 1;
}
