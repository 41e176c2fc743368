using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What practice leaves of a skill, how it fades and how spaced practice makes it last.</summary>
internal static class Memory
{
    private const double MinutesPerDay = 1440;
    private const int StepsPerDoubling = 16;

    private static readonly double[] Days = [.. Enumerable.Range(0, 256)
        .Select(step => PortableMath.Exp(step * PortableMath.Log(2) / StepsPerDoubling))];

    /// <summary>Logits that practice and instruction have brought, before any forgetting.</summary>
    public static double Practice(ModelParameters p, double learningRate, double skillRate, in SkillState state) =>
        learningRate * skillRate * PortableMath.Log(1
            + (p.WinWeight * state.Wins)
            + (p.FailWeight * (state.Attempts - state.Wins))
            + (p.InstructionWeight * Math.Min((int)state.LearnVisits, 4)));

    /// <summary>The share that is left at a minute: a power of the time since the last practice.</summary>
    public static double Retention(ModelParameters p, in SkillState state, int minute)
    {
        var minutes = minute - state.LastMinute;
        return state.Attempts == 0 || minutes < 2
            ? 1
            : PortableMath.Pow(1 + (minutes / MinutesPerDay / Days[state.Stability]), -p.ForgettingExponent);
    }

    /// <summary>Spacing: a success makes a skill last longer, the more of it had been forgotten; a failure undoes some.</summary>
    public static byte Strengthened(ModelParameters p, in SkillState state, double retention, bool correct)
    {
        if (correct && retention == 1)
        {
            return state.Stability;
        }
        var steps = correct
            ? StepsPerDoubling / PortableMath.Log(2) * PortableMath.Log(1 + (p.SpacingGain * (1 - retention)))
            : -p.SpacingLoss * StepsPerDoubling;
        return (byte)Math.Clamp(state.Stability + (int)Math.Round(steps), 0, byte.MaxValue);
    }
}
