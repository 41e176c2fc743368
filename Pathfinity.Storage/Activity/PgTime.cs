namespace Pathfinity.Storage;

/// <summary>Our days and instants, counted from 1970, as PostgreSQL's binary format counts them: from 2000.</summary>
internal static class PgTime
{
    private const int EpochDay = 10_957;
    private const long EpochMs = EpochDay * 86_400_000L;

    /// <summary>Days since 2000-01-01, of days since 1970-01-01.</summary>
    public static int Day(int day) => day - EpochDay;

    /// <summary>Days since 1970-01-01, of days since 2000-01-01.</summary>
    public static int FromDay(int stored) => stored + EpochDay;

    /// <summary>Microseconds since 2000-01-01, of milliseconds since 1970-01-01.</summary>
    public static long Instant(long ms) => (ms - EpochMs) * 1000;

    /// <summary>Milliseconds since 1970-01-01, of microseconds since 2000-01-01.</summary>
    public static long FromInstant(long stored) => (stored / 1000) + EpochMs;

    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    public static int FromDate(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Number of the week since 1970, of days since 1970-01-01, a Thursday; weeks begin on Mondays.</summary>
    public static int WeekOf(int day) => (day + 3) / 7;

    /// <summary>The first day of a week since 1970.</summary>
    public static DateOnly Monday(int week) => Date((week * 7) - 3);

    public static DateTime Moment(long ms) => DateTime.UnixEpoch.AddMilliseconds(ms);

    /// <summary>Milliseconds since 1970-01-01, of whole ones.</summary>
    public static long FromMoment(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
