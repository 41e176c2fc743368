using NodaTime;

namespace Pathfinity.Simulation.Tests;

public sealed class ClockTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Chicago"];
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private const int HoursOfTwoYears = 2 * 366 * 24;

    [Fact]
    public void At_every_hour_of_two_years_the_demo_clock_finds_students_in_class()
    {
        var spec = new WorldSpec { Seed = 1, From = new LocalDate(2025, 12, 1), Calendar = CalendarKind.Continuous };
        var calendar = new SchoolCalendar(spec);
        var builder = new PeopleBuilder(spec);
        var clock = new DemoClock(calendar.Zone);
        var years = new Dictionary<int, (Roster Roster, Timetable Timetable)>();
        for (var hour = 0; hour < HoursOfTwoYears; hour++)
        {
            var world = clock.WorldAt(Start + Duration.FromHours(hour));
            var day = calendar.DayOf(world);
            var year = calendar.YearOf(day);
            if (!years.TryGetValue(year, out var found))
            {
                var roster = builder.Build(year);
                years.Add(year, found = (roster, new Timetable(spec, roster)));
            }
            var ms = (world - calendar.Dawn(day)).TotalMilliseconds;
            var inClass = found.Roster.Classrooms
                .Where(c => found.Timetable.Slots(c.Id, calendar.Day(day)).Any(s => s.StartMs <= ms && ms < s.EndMs))
                .Sum(c => c.Members.Length);
            Assert.True(inClass > 0, $"Nobody is in class at {world} (wall hour {hour}).");
        }
    }

    [Fact]
    public void The_demo_clock_is_never_ahead_and_within_days_and_never_goes_back()
    {
        var clock = new DemoClock(Zone);
        var before = clock.WorldAt(Start);
        for (var quarter = 0; quarter < HoursOfTwoYears * 4; quarter++)
        {
            var wall = Start + Duration.FromMinutes(15 * quarter);
            var world = clock.WorldAt(wall);
            Assert.True(world <= wall, $"At {wall} the world is ahead: {world}.");
            Assert.True(wall - world <= Duration.FromDays(4), $"At {wall} the world is at {world}.");
            Assert.True(world >= before, $"At {wall} the world goes back from {before} to {world}.");
            before = world;
        }
    }

    [Fact]
    public void Where_the_demo_clock_stands_at_a_world_time_it_has_come_to_it()
    {
        var clock = new DemoClock(Zone);
        for (var minute = 0; minute < 60 * 24 * 21; minute += 7)
        {
            var world = Start + Duration.FromMinutes(minute);
            var wall = clock.WallAt(world);
            Assert.True(clock.WorldAt(wall) >= world, $"{world} is not reached at {wall}: {clock.WorldAt(wall)}.");
            var just = clock.WorldAt(wall - Duration.FromMilliseconds(1));
            Assert.True(just <= world, $"{world} is reached before {wall}: {just}.");
        }
    }

    [Fact]
    public void A_paced_clock_catches_up_with_its_clock_and_never_passes_it()
    {
        var wall = Start + Duration.FromDays(10);
        var clock = new PacedClock(new WallClock(), Start, wall, 100);
        Assert.Equal(Start, clock.WorldAt(wall));
        Assert.Equal(Start + Duration.FromHours(100), clock.WorldAt(wall + Duration.FromHours(1)));
        var late = wall + Duration.FromDays(30);
        Assert.Equal(late, clock.WorldAt(late));
        Assert.Equal(late, clock.WallAt(late));
        Assert.Equal(wall + Duration.FromHours(1), clock.WallAt(Start + Duration.FromHours(100)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_speed_that_is_not_above_zero_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PacedClock(null, Start, Start, speed));
}
