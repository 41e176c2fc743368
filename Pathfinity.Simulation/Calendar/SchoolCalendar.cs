using NodaTime;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// What each date is for the schools of a world, and when its day begins. School years are counted from 0, the one
/// that holds the world's first day.
/// </summary>
public sealed class SchoolCalendar
{
    private const int WeeksOfContinuousYear = 52;
    private const int WeeksOfStandardYear = 41;
    private const double SchoolDaysOfWinter = 67;
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalTime DawnTime = new(4, 0);
    private readonly WorldSpec spec;
    private readonly int firstYear;
    private readonly Dice snow;
    private readonly double snowDays;

    /// <exception cref="SpecException">The zone is unknown.</exception>
    public SchoolCalendar(WorldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(spec.Zone)
            ?? throw new SpecException($"zone: '{spec.Zone}' is no time zone; write an IANA name such as America/Chicago");
        firstYear = StandardYearOf(spec.From);
        snow = WorldDice.Of(spec).Fork("snow");
        snowDays = spec.Parameters.SnowDays;
    }

    public DateTimeZone Zone { get; }

    /// <summary>Days since 1970-01-01 of a date.</summary>
    public static int Number(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>The date of so many days since 1970-01-01.</summary>
    public static LocalDate Date(int number) => Epoch.PlusDays(number);

    /// <summary>The instant at which a day begins: 04:00 in the schools' zone.</summary>
    public Instant Dawn(int day) => Dawn(day, Zone);

    /// <summary>The instant at which a day begins in a school that lies in another zone.</summary>
    public static Instant Dawn(int day, DateTimeZone zone) => Date(day).At(DawnTime).InZoneLeniently(zone).ToInstant();

    /// <summary>The day that an instant belongs to.</summary>
    public int DayOf(Instant instant) => Number(instant.InZone(Zone).LocalDateTime.PlusHours(-DawnTime.Hour).Date);

    /// <summary>The school year that a day belongs to, counted from 0.</summary>
    public int YearOf(int day)
    {
        if (spec.Calendar == CalendarKind.Continuous)
        {
            return Math.Max(0, day - Number(ContinuousStart)) / (7 * WeeksOfContinuousYear);
        }
        return Math.Max(0, StandardYearOf(Date(day)) - firstYear);
    }

    /// <summary>The first date of a school year; summer belongs to the year before it.</summary>
    public LocalDate YearStart(int year) => spec.Calendar == CalendarKind.Continuous
        ? ContinuousStart.PlusWeeks(year * WeeksOfContinuousYear)
        : StandardStart(firstYear + year);

    /// <summary>First and last day of a school year, within the world.</summary>
    public (int First, int Last) YearDays(int year) =>
        (Math.Max(Number(YearStart(year)), Number(spec.From)), Number(YearStart(year + 1)) - 1);

    /// <summary>What the calendar says of a day.</summary>
    public SchoolDay Day(int number)
    {
        var date = Date(number);
        var weekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        if (spec.Calendar == CalendarKind.Continuous)
        {
            return new SchoolDay(number, weekend ? DayKind.Weekend : DayKind.School);
        }
        var start = StandardStart(StandardYearOf(date));
        var kind = weekend && !InBreak(start, date) ? DayKind.Weekend : StandardKind(start, date);
        return new SchoolDay(number, kind == DayKind.School && IsSnowedIn(date) ? DayKind.Closed : kind);
    }

    /// <summary>Where a day stands in its school year.</summary>
    public PlaceInYear Place(int day)
    {
        var year = YearOf(day);
        var weeks = spec.Calendar == CalendarKind.Continuous ? WeeksOfContinuousYear : WeeksOfStandardYear;
        return new PlaceInYear(year, (day - Number(YearStart(year))) / 7, weeks);
    }

    // December to March, each school day by itself; closures come as often as the spec says, in most winters once or twice.
    private bool IsSnowedIn(LocalDate date) => date.Month is 12 or 1 or 2 or 3
        && snow.Fork(Number(date)).Chance(snowDays / SchoolDaysOfWinter);

    private LocalDate ContinuousStart => spec.From.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static int StandardYearOf(LocalDate date) => date < StandardStart(date.Year) ? date.Year - 1 : date.Year;

    // The first Monday from August 14 on.
    private static LocalDate StandardStart(int year) =>
        new LocalDate(year, 8, 14).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));

    private static LocalDate StandardEnd(LocalDate start) => start.PlusWeeks(WeeksOfStandardYear).PlusDays(-4); // a Thursday, late May

    private static bool InBreak(LocalDate start, LocalDate date) =>
        date > StandardEnd(start) || InWinterBreak(start, date) || InSpringBreak(start, date);

    private static DayKind StandardKind(LocalDate start, LocalDate date)
    {
        if (InBreak(start, date))
        {
            return DayKind.Break;
        }
        if (IsHoliday(date))
        {
            return DayKind.Holiday;
        }
        var lastOfYear = date == StandardEnd(start);
        var beforeThanksgiving = date.DayOfWeek == IsoDayOfWeek.Tuesday && IsHoliday(date.PlusDays(1));
        var beforeWinter = date.DayOfWeek == IsoDayOfWeek.Friday && InWinterBreak(start, date.PlusDays(3));
        return lastOfYear || beforeThanksgiving || beforeWinter ? DayKind.Half : DayKind.School;
    }

    // Two weeks from the Monday of the week that holds December 23.
    private static bool InWinterBreak(LocalDate start, LocalDate date)
    {
        var first = new LocalDate(start.Year, 12, 23).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return date >= first && date < first.PlusDays(14);
    }

    // The week that holds March 18.
    private static bool InSpringBreak(LocalDate start, LocalDate date)
    {
        var first = new LocalDate(start.Year + 1, 3, 18).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return date >= first && date < first.PlusDays(7);
    }

    private static bool IsHoliday(LocalDate date) => (date.Month, date.Day, date.DayOfWeek) switch
    {
        (9, <= 7, IsoDayOfWeek.Monday) => true, // Labor Day
        (10, >= 8 and <= 14, IsoDayOfWeek.Monday) => true, // Indigenous Peoples' Day
        (11, 11, _) => true, // Veterans Day
        (11, >= 21 and <= 27, IsoDayOfWeek.Wednesday) => true, // Thanksgiving, three days
        (11, >= 22 and <= 28, IsoDayOfWeek.Thursday) => true,
        (11, >= 23 and <= 29, IsoDayOfWeek.Friday) => true,
        (1, >= 15 and <= 21, IsoDayOfWeek.Monday) => true, // Martin Luther King Jr. Day
        (2, >= 15 and <= 21, IsoDayOfWeek.Monday) => true, // Presidents' Day
        (5, >= 25, IsoDayOfWeek.Monday) => true, // Memorial Day
        _ => false,
    };
}

/// <summary>A world's spec asks for what cannot be; the message says which key and why.</summary>
public sealed class SpecException(string message) : Exception(message);
