using Pathfinity.Determinism;

namespace Pathfinity.Realism;

/// <summary>Bayesian knowledge tracing of one skill (Corbett and Anderson 1995).</summary>
/// <param name="Prior">Probability of knowing before the first try.</param>
/// <param name="Learn">Probability of coming to know with a try.</param>
/// <param name="Guess">Probability of a right answer without knowing.</param>
/// <param name="Slip">Probability of a wrong answer in spite of knowing.</param>
internal readonly record struct Bkt(double Prior, double Learn, double Guess, double Slip)
{
    /// <summary>Where every fit starts, wherever the truth is.</summary>
    public static readonly Bkt Start = new(0.3, 0.05, 0.1, 0.3);

    private const double ErrorMax = 0.5; // above, "knowing" would be the state that answers worse
    private const double Inside = 1e-4;

    /// <summary>Fits by expectation and maximisation (Baum and Welch).</summary>
    /// <param name="sequences">For each student, whether the tries in order were right.</param>
    public static Bkt Fit(IReadOnlyList<bool[]> sequences, int passes)
    {
        var fitted = Start;
        for (var pass = 0; pass < passes; pass++)
        {
            fitted = fitted.Step(sequences);
        }
        return fitted;
    }

    /// <summary>Answers of a student whom these parameters describe.</summary>
    public bool[] Draw(Dice die, int tries)
    {
        var known = die.Fork("known").Chance(Prior);
        var right = new bool[tries];
        for (var t = 0; t < tries; t++)
        {
            right[t] = die.Fork(t).Chance(known ? 1 - Slip : Guess);
            known |= die.Fork("learned").Fork(t).Chance(Learn);
        }
        return right;
    }

    private Bkt Step(IReadOnlyList<bool[]> sequences)
    {
        var sums = default(Sums);
        foreach (var sequence in sequences)
        {
            Expect(sequence, ref sums);
        }
        return new Bkt(
            Within(sums.First / Math.Max(1, sequences.Count), 1),
            Within(sums.Learned / Math.Max(Inside, sums.CouldLearn), 1),
            Within(sums.GuessedRight / Math.Max(Inside, sums.Unknown), ErrorMax),
            Within(sums.SlippedWrong / Math.Max(Inside, sums.Known), ErrorMax));
    }

    private static double Within(double p, double most) => Math.Clamp(p, Inside, most - Inside);

    private double Right(bool known, bool right) => known ? (right ? 1 - Slip : Slip) : (right ? Guess : 1 - Guess);

    private void Expect(bool[] sequence, ref Sums sums)
    {
        var n = sequence.Length;
        Span<double> before = n <= 512 ? stackalloc double[n] : new double[n];
        Span<double> after = n <= 512 ? stackalloc double[n] : new double[n];
        var known = Prior;
        for (var t = 0; t < n; t++)
        {
            before[t] = known;
            var (k, u) = (known * Right(true, sequence[t]), (1 - known) * Right(false, sequence[t]));
            after[t] = k / (k + u);
            known = after[t] + ((1 - after[t]) * Learn);
        }
        var smoothed = after[n - 1];
        Count(sequence[n - 1], smoothed, ref sums);
        for (var t = n - 2; t >= 0; t--)
        {
            // The known never forget: who is unknown at t + 1 was unknown at t.
            var predicted = before[t + 1];
            var both = after[t] * (smoothed / predicted);
            var learned = (1 - after[t]) * Learn * (smoothed / predicted);
            sums.Learned += learned;
            sums.CouldLearn += learned + (1 - smoothed);
            smoothed = both;
            Count(sequence[t], smoothed, ref sums);
        }
        sums.First += smoothed;
    }

    private static void Count(bool right, double known, ref Sums sums)
    {
        sums.Known += known;
        sums.Unknown += 1 - known;
        sums.SlippedWrong += right ? 0 : known;
        sums.GuessedRight += right ? 1 - known : 0;
    }

    private struct Sums
    {
        public double First, Learned, CouldLearn, Known, Unknown, GuessedRight, SlippedWrong;
    }
}
