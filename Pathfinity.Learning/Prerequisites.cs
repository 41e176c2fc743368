using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What a skill loses to the skills it rests on.</summary>
internal static class Prerequisites
{
    private const double ReadyLogits = 1.2;
    private const double MissingMax = 1.2;

    /// <summary>
    /// What one of them lacks, 0 to 1: practised here, what its estimate lacks to mastery; else what the student is likely
    /// not to have learned elsewhere.
    /// </summary>
    /// <param name="level">How far above the grade's mean the student stands at it, in logits.</param>
    public static double Missing(in SkillState state, double level) => state.Attempts > 0
        ? (Mastery.Threshold - Math.Min((int)state.Mastery, Mastery.Threshold)) / 1000.0
        : 1 - PortableMath.Logistic(ReadyLogits + level);

    /// <summary>What they cost together, in logits.</summary>
    public static double Cost(ModelParameters p, double missing) => p.DeficitWeight * Math.Min(missing, MissingMax);
}
