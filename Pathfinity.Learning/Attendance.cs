using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>Who comes to school: absences in spells, more of some grades, of Mondays and Fridays and of winter.</summary>
internal static class Attendance
{
    private const int SpellDaysMax = 30;
    private const int TardyMs = 25 * 60_000;
    private const double RateMax = 0.7;
    private const double DaysPerYear = 365.2425;

    // Relative to the mean; absences are commonest at the ends of the week.
    private static ReadOnlySpan<double> WeekdayFactors => [1.20, 0.88, 0.85, 0.92, 1.15, 1, 1];

    // Relative to the mean, Pre-K to 12: kindergarten, grade 9 and above all grade 12 miss most.
    private static ReadOnlySpan<double> GradeFactors =>
        [1.30, 1.25, 1.00, 0.86, 0.80, 0.78, 0.80, 0.86, 0.95, 1.02, 1.20, 1.12, 1.15, 1.40];

    // Relative to the mean, January to December.
    private static ReadOnlySpan<double> MonthFactors =>
        [1.20, 1.25, 1.08, 0.98, 1.00, 0.95, 0.9, 0.75, 0.80, 0.90, 1.02, 1.18];

    public static AttendanceStatus Take(Traits traits, Mind mind, DayBrief brief, Dice dice)
    {
        if (mind.AbsentDaysLeft > 0)
        {
            mind.AbsentDaysLeft--;
            return AttendanceStatus.Absent;
        }
        var p = brief.Parameters;
        var rate = Math.Min(RateMax, traits.AbsenceRate * traits.AbsenceTurn(brief.Place) * GradeFactors[brief.Grade.Ordinal]);
        rate *= brief.Day.Number <= mind.Contacts.MovedUntil ? p.LetterFactor : 1;
        // A rate of days becomes a rate of spells among the days that could begin one.
        var spells = rate / p.AbsenceSpellDays / (1 - rate) * Season(brief);
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

    /// <summary>What the month and the school's week do to the rate, as far as the world has waves of illness.</summary>
    private static double Season(DayBrief brief)
    {
        var years = brief.Day.Number / DaysPerYear;
        var month = (int)((years - (int)years) * 12);
        return Math.Max(0, 1 + (brief.Parameters.IllnessWaves * ((MonthFactors[month] * brief.Illness) - 1)));
    }

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
