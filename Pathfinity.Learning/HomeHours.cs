using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>When a student may work at home: after school or from the morning on, until the family ends the evening.</summary>
internal static class HomeHours
{
    private const int DawnHour = 4;
    private const int MinuteMs = 60_000;
    private const int HourMs = 60 * MinuteMs;
    private const int AfterSchoolHour = 16;
    private const int MorningHour = 9;
    private const int LeastMs = 20 * MinuteMs;

    // How much earlier than the latest of the grade band families end, and how far one evening differs from another, in
    // minutes: assumed.
    private const double EarlierMean = 25;
    private const double EarlierMax = 75;
    private const double EveningDeviation = 10;

    /// <summary>
    /// Minutes after midnight past which nobody of the grade band works, before a little of getting ready for bed. Children
    /// of grades K to 5 go to bed at about 20:20 to 21:00 (National Sleep Foundation 2004), sixth graders at 21:24, twelfth
    /// graders at 23:02 (2006).
    /// </summary>
    public static int LatestMinute(GradeBand band) => band switch
    {
        GradeBand.PreKTo2 => 20 * 60,
        GradeBand.ThreeToFive => (20 * 60) + 45,
        GradeBand.SixToEight => (21 * 60) + 45,
        _ => (22 * 60) + 30,
    };

    /// <summary>Start and latest end of a sitting at home, in milliseconds from dawn; most begin in the middle of the span.</summary>
    public static (int StartMs, int LatestMs) Draw(Traits traits, DayBrief brief, Dice dice)
    {
        var latest = FromDawn(MinuteMs * LatestMinute(brief.Grade.Band));
        var earlier = (EarlierMean * traits.Dice.Fork(Purpose.Bedtime).Exponential())
            + (EveningDeviation * Math.Abs(dice.Fork(Purpose.Bedtime).Normal()));
        latest -= (int)(Math.Min(earlier, EarlierMax) * MinuteMs);
        var opens = FromDawn((brief.Day.IsInSession ? AfterSchoolHour : MorningHour) * HourMs);
        var die = dice.Fork(Purpose.HomeStart);
        var span = latest - LeastMs - opens;
        return (opens + ((die.Below(span) + die.Fork(1).Below(span)) / 2), latest);
    }

    private static int FromDawn(int sinceMidnightMs) => sinceMidnightMs - (DawnHour * HourMs);
}
