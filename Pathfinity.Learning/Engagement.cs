namespace Pathfinity.Learning;

/// <summary>How willing a student is: lasting effort, and engagement that drifts from day to day.</summary>
internal static class Engagement
{
    private const double UsualSuccess = 0.68;
    private const double MinuteMs = 60_000;
    private const double NineOClockMs = 5 * 60 * MinuteMs;
    private const double EveningMs = 14 * 60 * MinuteMs;

    /// <summary>Effort of the day, in deviations of effort.</summary>
    public static double Effort(Traits traits, Mind mind, DayBrief brief) =>
        traits.Effort + traits.EffortTurn(brief.Place) + mind.Engagement + Season(brief.Parameters, brief.Place);

    /// <summary>What the time of the school year adds: the year begins fresh and ends tired.</summary>
    private static double Season(ModelParameters p, PlaceInYear place) => place.Weeks <= 0
        ? 0
        : p.EngagementSeason * (0.5 - Math.Clamp((place.Week + 0.5) / place.Weeks, 0, 1));

    /// <summary>Engagement after a day: it returns to none, moved by success, by the career's fit and by chance.</summary>
    /// <param name="success">Share right of the day's attempts; none when there were none.</param>
    /// <param name="fit">How well the career of the day fitted, 0 to 1; none without one.</param>
    /// <param name="chance">A standard normal.</param>
    public static double After(ModelParameters p, double before, double? success, double? fit, double chance)
    {
        var noise = p.EngagementDeviation * Math.Sqrt(p.EngagementReversion * (2 - p.EngagementReversion));
        return (before * (1 - p.EngagementReversion))
            + (p.EngagementOfSuccess * ((success ?? UsualSuccess) - UsualSuccess))
            + (p.EngagementOfInterest * ((fit ?? 0.5) - 0.5))
            + (noise * chance);
    }

    /// <summary>What the hour and the day of the week take, in logits.</summary>
    public static double Tiredness(ModelParameters p, SchoolDay day, int at) =>
        (p.HourCost * (Math.Clamp(at - NineOClockMs, 0, EveningMs - NineOClockMs) / (60 * MinuteMs)))
        + (day.Weekday == 4 ? p.FridayCost : 0);
}
