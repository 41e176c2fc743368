using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>Who comes to school: absences in spells, more on Mondays and Fridays.</summary>
internal static class Attendance
{
    private const int SpellDaysMax = 30;
    private const int TardyMs = 25 * 60_000;

    // Relative to the mean; absences are commonest at the ends of the week.
    private static ReadOnlySpan<double> WeekdayFactors => [1.20, 0.88, 0.85, 0.92, 1.15, 1, 1];

    public static AttendanceStatus Take(Traits traits, Mind mind, DayBrief brief, Dice dice)
    {
        if (mind.AbsentDaysLeft > 0)
        {
            mind.AbsentDaysLeft--;
            return AttendanceStatus.Absent;
        }
        var p = brief.Parameters;
        // A rate of days becomes a rate of spells among the days that could begin one.
        var spells = traits.AbsenceRate / p.AbsenceSpellDays / (1 - traits.AbsenceRate);
        if (dice.Fork(Purpose.AbsenceStart).Chance(spells * WeekdayFactors[brief.Day.Weekday]))
        {
            mind.AbsentDaysLeft = (byte)(SpellLength(p, dice.Fork(Purpose.AbsenceLength)) - 1);
            return AttendanceStatus.Absent;
        }
        return dice.Fork(Purpose.Tardy).Chance(p.TardyShare) ? AttendanceStatus.Tardy : AttendanceStatus.Present;
    }

    /// <summary>When it is recorded, in milliseconds from dawn.</summary>
    public static int At(DayBrief brief, Dice dice, AttendanceStatus status) => status == AttendanceStatus.Tardy
        ? brief.FirstBellMs + 60_000 + dice.Fork(Purpose.Tardy).Fork(1).Below(TardyMs)
        : brief.FirstBellMs;

    public static AbsenceReason Reason(Dice dice, AttendanceStatus status) => status == AttendanceStatus.Absent
        ? (AbsenceReason)(1 + dice.Fork(Purpose.AbsenceReason).Weighted([0.55, 0.15, 0.10, 0.20]))
        : AbsenceReason.None;

    private static int SpellLength(ModelParameters p, Dice dice)
    {
        var days = 1;
        while (days < SpellDaysMax && dice.Fork(days).Chance(1 - (1 / p.AbsenceSpellDays)))
        {
            days++;
        }
        return days;
    }
}
