using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>The equations of one attempt; docs/model.md has them with their sources.</summary>
internal static class Answering
{
    /// <summary>What the minutes before add; a skill met for the first time is harder instead.</summary>
    public static double Recency(ModelParameters p, in SkillState state, double secondsSince) => state.Attempts == 0
        ? p.FirstEncounter
        : (p.RecencyShort * Left(secondsSince, 90)) + (p.RecencyLong * (Left(secondsSince, 1500) - 1));

    // Below the last bit of what it is added to after forty time scales.
    private static double Left(double seconds, double scale) =>
        seconds > 40 * scale ? 0 : PortableMath.Exp(-seconds / scale);

    /// <summary>Warm-up at the start of a session and fatigue late in it.</summary>
    public static double Position(ModelParameters p, int position) => position switch
    {
        0 => p.FirstItemOfSession,
        <= 3 => p.EarlyItemOfSession,
        _ => -p.FatiguePerItem * Math.Max(0, position - p.FatigueAfterItems),
    };

    /// <summary>The share that guessing alone gets right.</summary>
    public static double GuessFloor(ModelParameters p, in Item item) => p.GuessShare * item.Kind switch
    {
        QuestionKind.Choice => 1.0 / Math.Max(2, (int)item.Options),
        QuestionKind.Multi => 1.0 / Math.Max(4, (1 << Math.Min((int)item.Options, 6)) - 1),
        QuestionKind.Order or QuestionKind.Match => 0.08,
        _ => p.OpenGuess,
    };

    /// <summary>Probability of a right answer at z logits above the item.</summary>
    public static double Probability(ModelParameters p, in Item item, double z)
    {
        var guess = GuessFloor(p, item);
        return guess + ((1 - p.Slip - guess) * PortableMath.Logistic(z));
    }

    /// <summary>What routine takes from the log of a time: more with every attempt, up to the twelfth.</summary>
    public static double Routine(int attempts) => Routines[Math.Min(attempts, Routines.Length - 1)];

    private static readonly double[] Routines =
        [.. Enumerable.Range(0, 13).Select(attempts => 0.18 * PortableMath.Log(1 + attempts))];

    /// <summary>Words a minute that a grade reads, silently, with understanding; a helper reads to the youngest.</summary>
    /// <remarks>After Hasbrouck and Tindal (2017) to grade 6; above that Taylor's 1965 rates, assumed beyond.</remarks>
    public static int ReadingRate(Grade grade) => ReadingRates[grade.Ordinal];

    private static ReadOnlySpan<byte> ReadingRates =>
        [90, 90, 60, 100, 112, 133, 146, 160, 170, 180, 190, 200, 210, 220];

    /// <summary>Seconds to read this many words.</summary>
    public static double ReadingSeconds(Grade grade, int words) => words * 60.0 / ReadingRate(grade);
}
