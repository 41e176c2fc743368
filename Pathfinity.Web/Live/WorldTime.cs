using NodaTime;

namespace Pathfinity.Web.Live;

/// <summary>Instants as the clocks of a world's schools show them.</summary>
internal static class WorldTime
{
    private const int DawnHour = 4;

    /// <summary>The school day, from 04:00 to 04:00, that an instant belongs to.</summary>
    public static DateOnly DayOf(Instant instant, string zone) =>
        Local(instant, zone).PlusHours(-DawnHour).Date.ToDateOnly();

    public static DateTime At(DateTimeOffset moment, string zone) =>
        Local(Instant.FromDateTimeOffset(moment), zone).ToDateTimeUnspecified();

    private static LocalDateTime Local(Instant instant, string zone) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
}
