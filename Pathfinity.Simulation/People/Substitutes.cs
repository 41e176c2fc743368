using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// When teachers are away: spells of one to three school days, drawn for each teacher and day, so that any stretch of a
/// year gives the same. Ten days of a year in the mean (NCTQ 2014: eleven of 186).
/// </summary>
internal sealed class Substitutes(Dice world, ModelParameters parameters, SchoolCalendar calendar)
{
    private static readonly double[] Lengths = [0.72, 0.18, 0.10];
    private static readonly double[] Reasons = [0.60, 0.25, 0.15];

    public IEnumerable<TeacherAbsence> Of(int[] teachers, int firstDay, int lastDay)
    {
        var days = Enumerable.Range(firstDay, lastDay - firstDay + 1).Where(day => calendar.Day(day).IsInSession).ToArray();
        var starts = parameters.TeacherAbsence / Lengths.Select((share, i) => share * (i + 1)).Sum();
        foreach (var teacher in teachers)
        {
            var die = world.Fork("teacher").Fork(teacher).Fork("away");
            var (left, reason) = (0, TeacherAbsenceReason.Illness);
            foreach (var day in days)
            {
                if (left == 0 && die.Fork(day).Chance(starts))
                {
                    left = 1 + die.Fork(day).Fork(1).Weighted(Lengths);
                    reason = (TeacherAbsenceReason)die.Fork(day).Fork(2).Weighted(Reasons);
                }
                if (left > 0)
                {
                    left--;
                    yield return new TeacherAbsence(teacher, day, reason);
                }
            }
        }
    }
}
