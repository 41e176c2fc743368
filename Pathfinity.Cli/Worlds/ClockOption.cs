using System.CommandLine;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Worlds;

/// <summary>The options that say which time a live world follows.</summary>
internal static class ClockOption
{
    private const string Demo = "demo";
    private const string Wall = "wall";

    public static Option<string?> Create()
    {
        var option = new Option<string?>("--clock")
        {
            Description = "demo (school hours stretched over the week) or wall; by default what the world was made for",
            HelpName = $"{Demo}|{Wall}",
        };
        option.AcceptOnlyFromAmong(Demo, Wall);
        return option;
    }

    public static Option<double?> Speed() => Flag.Of<double>(
        "--speed", "World seconds a second until the clock is reached", "a number above 0",
        (string text, out double value) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value)
            && value > 0 && double.IsFinite(value));

    /// <summary>The calendar of a world that is made for this clock.</summary>
    public static CalendarKind CalendarOf(string? clock) => clock == Wall ? CalendarKind.Standard : CalendarKind.Continuous;

    /// <summary>The clock of this name, or the one that the world was made for.</summary>
    public static IWorldClock Clock(string? name, OpenWorld world) =>
        Clock(name is null ? world.Spec.Calendar : CalendarOf(name), world.Calendar.Zone);

    /// <summary>The clock that worlds of this calendar are made for.</summary>
    public static IWorldClock Clock(CalendarKind calendar, DateTimeZone zone) =>
        calendar == CalendarKind.Continuous ? new DemoClock(zone) : new WallClock();
}
