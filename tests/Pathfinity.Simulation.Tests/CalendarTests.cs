using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class CalendarTests
{
    private static readonly SchoolCalendar Standard =
        new(new WorldSpec { Seed = 1, From = new LocalDate(2025, 8, 18), Without = Mechanism.SnowDays });

    [Theory]
    [InlineData(2025, 8, 17, DayKind.Break)]
    [InlineData(2025, 8, 18, DayKind.School)]
    [InlineData(2025, 8, 23, DayKind.Weekend)]
    [InlineData(2025, 9, 1, DayKind.Holiday)]
    [InlineData(2025, 11, 25, DayKind.Half)]
    [InlineData(2025, 11, 26, DayKind.Holiday)]
    [InlineData(2025, 11, 28, DayKind.Holiday)]
    [InlineData(2025, 12, 19, DayKind.Half)]
    [InlineData(2025, 12, 22, DayKind.Break)]
    [InlineData(2025, 12, 27, DayKind.Break)]
    [InlineData(2026, 1, 4, DayKind.Break)]
    [InlineData(2026, 1, 5, DayKind.School)]
    [InlineData(2026, 1, 19, DayKind.Holiday)]
    [InlineData(2026, 3, 16, DayKind.Break)]
    [InlineData(2026, 3, 23, DayKind.School)]
    [InlineData(2026, 5, 25, DayKind.Holiday)]
    [InlineData(2026, 5, 28, DayKind.Half)]
    [InlineData(2026, 5, 29, DayKind.Break)]
    [InlineData(2026, 7, 15, DayKind.Break)]
    [InlineData(2026, 8, 17, DayKind.School)]
    public void A_date_is_what_the_school_calendar_says(int year, int month, int day, DayKind kind) =>
        Assert.Equal(kind, Standard.Day(SchoolCalendar.Number(new LocalDate(year, month, day))).Kind);

    [Fact]
    public void A_school_year_has_about_a_hundred_and_eighty_days()
    {
        for (var year = 0; year < 10; year++)
        {
            var (first, last) = Standard.YearDays(year);
            var days = Enumerable.Range(first, last - first + 1).Count(day => Standard.Day(day).IsInSession);
            Assert.InRange(days, 172, 184);
        }
    }

    [Fact]
    public void Snow_closes_the_schools_on_a_day_or_two_of_most_winters_and_never_in_the_fall()
    {
        var calendar = new SchoolCalendar(new WorldSpec { Seed = 1, From = new LocalDate(2025, 8, 18) });
        var years = Enumerable.Range(0, 40).Select(calendar.YearDays)
            .Select(year => Enumerable.Range(year.First, year.Last - year.First + 1).Where(day => calendar.Day(day).Kind == DayKind.Closed).ToList())
            .ToList();
        Assert.InRange(years.Average(days => days.Count), 1.0, 2.2);
        Assert.All(years.SelectMany(days => days), day => Assert.Contains(SchoolCalendar.Date(day).Month, (int[])[12, 1, 2, 3]));
        Assert.True(years.Select(days => days.Count).Distinct().Count() > 2);
    }

    [Fact]
    public void The_years_follow_each_other_without_gap_or_overlap()
    {
        for (var year = 0; year < 10; year++)
        {
            Assert.Equal(Standard.YearDays(year).Last + 1, Standard.YearDays(year + 1).First);
            Assert.Equal(year, Standard.YearOf(Standard.YearDays(year).First));
            Assert.Equal(year, Standard.YearOf(Standard.YearDays(year).Last));
        }
    }

    [Theory]
    [InlineData(2026, 3, 8, 23)] // clocks go forward at 02:00 of the 8th, within the school day of the 7th
    [InlineData(2026, 11, 1, 25)]
    [InlineData(2026, 2, 1, 24)]
    public void A_school_day_has_as_many_hours_as_daylight_saving_leaves_it(int year, int month, int day, int hours)
    {
        var number = SchoolCalendar.Number(new LocalDate(year, month, day)) - 1;
        Assert.Equal(Duration.FromHours(hours), Standard.Dawn(number + 1) - Standard.Dawn(number));
    }

    [Fact]
    public void The_small_hours_belong_to_the_day_before()
    {
        var three = new LocalDateTime(2026, 1, 6, 3, 59).InZoneStrictly(Standard.Zone).ToInstant();
        Assert.Equal(SchoolCalendar.Number(new LocalDate(2026, 1, 5)), Standard.DayOf(three));
        Assert.Equal(SchoolCalendar.Number(new LocalDate(2026, 1, 6)), Standard.DayOf(three + Duration.FromMinutes(1)));
    }

    [Fact]
    public void The_continuous_calendar_knows_weekends_and_no_breaks()
    {
        var calendar = new SchoolCalendar(
            new WorldSpec { Seed = 1, From = new LocalDate(2026, 5, 28), Calendar = CalendarKind.Continuous });
        var first = SchoolCalendar.Number(new LocalDate(2026, 5, 28));
        for (var day = first; day < first + 800; day++)
        {
            var weekend = SchoolCalendar.Date(day).DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            Assert.Equal(weekend ? DayKind.Weekend : DayKind.School, calendar.Day(day).Kind);
        }
        Assert.Equal(0, calendar.YearOf(first));
        Assert.Equal(1, calendar.YearOf(first + 365));
    }

    [Fact]
    public void An_unknown_zone_is_refused_by_name()
    {
        var spec = new WorldSpec { Seed = 1, From = new LocalDate(2026, 1, 5), Zone = "Mars/Olympus" };
        Assert.Contains("Mars/Olympus", Assert.Throws<SpecException>(() => new SchoolCalendar(spec)).Message, StringComparison.Ordinal);
    }
}
