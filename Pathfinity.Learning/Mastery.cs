using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>
/// The one definition of mastery: an integer estimate in permille, moved by a table, and mastered at 800 with a
/// success on a later day than an earlier one. Integers, so that SQL and every processor agree on it.
/// </summary>
public static class Mastery
{
    /// <summary>Estimate of a skill that was never practised.</summary>
    public const int Prior = 250;

    public const int Threshold = 800;
    public const int Full = 1000;
    public const int ThreeInARow = 3;

    // Permille of the way to 1000 that a right answer goes. What a guess can reach counts less.
    private static ReadOnlySpan<short> GainByOptions => [300, 300, 110, 170, 210, 230];

    // Permille of the estimate that a wrong answer takes.
    private const int Loss = 250;

    /// <summary>The estimate after an attempt.</summary>
    /// <param name="before">Permille, 0 to 1000.</param>
    /// <param name="kind">How the question is answered.</param>
    /// <param name="options">Number of options; 0 when the answer is open.</param>
    /// <param name="correct">Whether the attempt scored.</param>
    public static int After(int before, QuestionKind kind, int options, bool correct) => correct
        ? before + ((Full - before) * Gain(kind, options) / Full)
        : before - (before * Loss / Full);

    private static int Gain(QuestionKind kind, int options) => kind == QuestionKind.Choice
        ? GainByOptions[Math.Min(options, GainByOptions.Length - 1)]
        : GainByOptions[0];

    /// <summary>Records an attempt; returns whether the skill became mastered with it.</summary>
    public static bool Record(ref SkillState state, QuestionKind kind, int options, bool correct, int minute)
    {
        state.Attempts = (ushort)Math.Min(state.Attempts + 1, ushort.MaxValue);
        state.Mastery = (ushort)After(state.Mastery, kind, options, correct);
        state.LastMinute = minute;
        if (!correct)
        {
            state.Run = 0;
            return false;
        }
        state.Wins = (ushort)Math.Min(state.Wins + 1, ushort.MaxValue);
        state.Run++;
        var succeededBefore = (state.Flags & SkillFlags.SucceededBefore) != 0;
        state.Flags |= SkillFlags.SucceededToday;
        if (state.IsMastered || state.Mastery < Threshold || !succeededBefore)
        {
            return false;
        }
        state.Flags = (state.Flags | SkillFlags.Mastered) & ~SkillFlags.MovedOn;
        return true;
    }
}
