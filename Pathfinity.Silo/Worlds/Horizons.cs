using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Worlds;

/// <summary>How far a world lives before it is kept again, and what a command makes of its clock.</summary>
internal static class Horizons
{
    /// <summary>
    /// The next last day: one day at a time once the world has caught up with its clock, up to a month's end before that;
    /// the complete day itself while the next one has not dawned.
    /// </summary>
    /// <param name="complete">The last day that is complete.</param>
    /// <param name="now">The world's time, or how far it is to live; a day that only just dawns then is not begun.</param>
    public static int Next(SchoolCalendar calendar, int complete, Instant now)
    {
        var today = now > Instant.FromUnixTimeMilliseconds(0) ? calendar.DayOf(now - Duration.Epsilon) : complete;
        var next = complete + 1;
        if (today <= next)
        {
            return Math.Max(complete, today);
        }
        var date = SchoolCalendar.Date(next);
        return Math.Min(today - 1, SchoolCalendar.Number(date.With(DateAdjusters.EndOfMonth)));
    }

    /// <summary>The clock after a command.</summary>
    /// <param name="wall">When it was given.</param>
    /// <param name="reachedMs">How far the world has come; behind its clock while it catches up.</param>
    public static ClockOrder After(
        this ClockOrder clock, WorldCommand command, Instant wall, long reachedMs, DateTimeZone zone)
    {
        var world = Math.Min(reachedMs, clock.WorldAt(wall, zone).ToUnixTimeMilliseconds());
        return command.Act switch
        {
            WorldAct.Pause => clock with { PausedAtMs = clock.PausedAtMs ?? world },
            WorldAct.Start => clock with { PausedAtMs = null },
            WorldAct.Follow => clock with { Kind = (ClockKind)command.Value },
            WorldAct.Speed => clock with
            {
                Speed = command.Value, StartWorldMs = reachedMs, StartWallMs = wall.ToUnixTimeMilliseconds(),
            },
            WorldAct.RunTo => clock with { UntilMs = Math.Max(clock.UntilMs, (long)command.Value) },
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Act, "Not an act."),
        };
    }
}
