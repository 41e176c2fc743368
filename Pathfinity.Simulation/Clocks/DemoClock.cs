using NodaTime;

namespace Pathfinity.Simulation;

/// <summary>
/// Stretches the school hours of Monday to Friday over the whole calendar week and passes over the hours between, so
/// that whoever looks, at night or on a Sunday, sees students at work; on a calendar without breaks, in July too.
/// </summary>
/// <remarks>
/// The week runs from Monday 14:00 to Monday 14:00 in the schools' zone and has five equal parts. The first shows
/// Monday's hours, 08:30 to 14:00, which are over by then; so the world is never ahead of the wall, and at most
/// three days behind it. Integer arithmetic on the ticks of instants; daylight saving lengthens or shortens a part.
/// </remarks>
public sealed class DemoClock(DateTimeZone zone) : IWorldClock
{
    private const int SchoolDays = 5;
    private static readonly LocalTime Opening = new(8, 30);
    private static readonly LocalTime Closing = new(14, 0);

    public Instant WorldAt(Instant wall)
    {
        var monday = Week(wall);
        var (from, to) = Wall(monday);
        var ticks = (wall - from).BclCompatibleTicks;
        var length = (to - from).BclCompatibleTicks;
        var part = (int)(ticks * SchoolDays / length);
        var (opens, closes) = Hours(monday.PlusDays(part));
        var into = (ticks * SchoolDays) - (part * length);
        var scaled = (Int128)into * (closes - opens).BclCompatibleTicks / length;
        return opens + Duration.FromTicks((long)scaled);
    }

    public Instant WallAt(Instant world)
    {
        var date = world.InZone(zone).Date;
        var monday = date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var part = Period.DaysBetween(monday, date);
        if (part >= SchoolDays || world > Hours(date).Closes)
        {
            // Passed over: the world comes there when the next part begins.
            (monday, part) = part >= SchoolDays - 1 ? (monday.PlusWeeks(1), 0) : (monday, part + 1);
        }
        var (from, to) = Wall(monday);
        var (opens, closes) = Hours(monday.PlusDays(part));
        var length = (to - from).BclCompatibleTicks;
        var into = Math.Max(0, (world - opens).BclCompatibleTicks);
        var hours = (closes - opens).BclCompatibleTicks;
        // Rounded up, so that WorldAt of the result is not before the world time that was asked for.
        var scaled = (((Int128)length * ((Int128)part * hours + into)) + ((Int128)SchoolDays * hours) - 1) / ((Int128)SchoolDays * hours);
        return from + Duration.FromTicks((long)scaled);
    }

    /// <summary>The Monday of the school week that the wall's time shows.</summary>
    private LocalDate Week(Instant wall)
    {
        var date = wall.InZone(zone).Date;
        var monday = date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return wall < Wall(monday).From ? monday.PlusWeeks(-1) : monday;
    }

    private (Instant From, Instant To) Wall(LocalDate monday) =>
        (At(monday, Closing), At(monday.PlusWeeks(1), Closing));

    private (Instant Opens, Instant Closes) Hours(LocalDate date) => (At(date, Opening), At(date, Closing));

    private Instant At(LocalDate date, LocalTime time) => date.At(time).InZoneLeniently(zone).ToInstant();
}
