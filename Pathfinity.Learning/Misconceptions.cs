using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>
/// Misconceptions that a student holds. Who holds one hangs on the student's die and on the share of the grade that
/// does, so it is outgrown as that share falls; what shakes it is kept with each skill and fades.
/// </summary>
internal static class Misconceptions
{
    /// <summary>Share of sittings in which a misconception that is held is at work.</summary>
    public const double ActiveShare = 0.75;

    private const double PickLow = 0.50;
    private const double PickSpan = 0.30;
    private const double MinutesPerDay = 1440;

    // By how many logits the weak hold more of them than the strong.
    private const double AbilityTilt = 0.5;

    /// <summary>
    /// Which wrong response a held misconception yields to a question in this sitting; 0 when none does. The first that
    /// fires wins.
    /// </summary>
    /// <param name="tilt">Of <see cref="Tilt"/>.</param>
    /// <param name="sitting">The sitting's die.</param>
    /// <param name="attempt">The attempt's die.</param>
    /// <param name="z">Logits by which the student is above the question: who knows better is not misled.</param>
    public static int Fired(
        DayBrief brief, Traits traits, in Item item, double tilt, double doubt, double z, Dice sitting, Dice attempt)
    {
        var bugs = brief.Syllabus.BugsOf(item);
        for (var i = 0; i < bugs.Length; i++)
        {
            if (bugs[i] < 0)
            {
                continue;
            }
            var key = brief.Syllabus.Bugs[bugs[i]].Key;
            var die = traits.MisconceptionDice.Fork(key);
            if (Holds(die, brief.Effects.BugShare(bugs[i], brief.Grade), tilt)
                && sitting.Fork(Purpose.Active).Fork(key).Chance(ActiveShare)
                && attempt.Fork(Purpose.Fires).Fork(i).Chance(
                    (PickLow + (PickSpan * die.Fork(1).Unit)) * (1 - doubt) * PortableMath.Logistic(2 - z)))
            {
                return i + 1;
            }
        }
        return 0;
    }

    /// <summary>How likely a misconception at work yields its response, in the mean over students.</summary>
    public static double Yield(double doubt, double z) =>
        (PickLow + (PickSpan / 2)) * (1 - doubt) * PortableMath.Logistic(2 - z);

    /// <summary>By how much standing divides the odds of holding a misconception.</summary>
    public static double Tilt(double standing) => PortableMath.Exp(AbilityTilt * standing);

    /// <summary>Whether the student holds it: a lasting draw against the share of the grade, tilted by ability.</summary>
    public static bool Holds(Dice die, double share, double tilt) => die.Unit * (share + ((1 - share) * tilt)) < share;

    /// <summary>How far a skill's misconceptions are shaken now, 0 to 1: doubt fades, and they come back.</summary>
    public static double Doubt(ModelParameters p, in SkillState state, int minute)
    {
        var doubt = state.Doubt / 255.0;
        return state.Doubt == 0 ? doubt : doubt * Left(p, minute - state.LastMinute);
    }

    /// <summary>The share of doubt that is left after so many minutes.</summary>
    public static double Left(ModelParameters p, int minutes) =>
        minutes < 2 ? 1 : PortableMath.Pow(1 + (minutes / MinutesPerDay), -p.MisconceptionRelapse);

    /// <summary>Doubt after feedback: a correction shakes most, a success on a tempting question half as much.</summary>
    public static byte Shaken(ModelParameters p, double doubt, bool correct) =>
        (byte)Math.Round(255 * (doubt + ((1 - doubt) * p.MisconceptionFeedback * (correct ? 0.5 : 1))));
}
