using System.Collections.Immutable;
using Pathfinity.Determinism;

namespace Pathfinity.Realism;

/// <summary>A parameter that a fit to the log found again, or did not.</summary>
/// <param name="Truth">What the world was made with.</param>
/// <param name="Start">Where the fit started.</param>
/// <param name="Error">Standard error of what was found; null where the fit gives none.</param>
/// <param name="Tolerance">How far from the truth it may be, as a share of it.</param>
public sealed record Recovered(
    string Name, string Title, double Truth, double Start, double Found, double? Error, double Tolerance)
{
    public bool Holds => Math.Abs(Found - Truth) <= Tolerance * Math.Abs(Truth);
}

/// <summary>What came back of a world's hidden parameters from its log alone.</summary>
public sealed record RecoveryReport(ImmutableArray<Recovered> Parameters, int Students, int Attempts)
{
    public bool Ok => Parameters.All(parameter => parameter.Holds);
}

/// <summary>
/// Fits learner models to a world's log from fixed wrong starting values and puts what they find beside what the world
/// was made with.
/// </summary>
public static class Recovery
{
    private const int AttemptsMax = 100_000;

    /// <summary>Parameters by additive factors with the question's guess floor, and knowledge tracing.</summary>
    /// <param name="log">The log of the world that is hidden in the other argument.</param>
    public static RecoveryReport Run(Log log, HiddenWorld hidden)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(hidden);
        var sample = log.Sample(AttemptsMax);
        var replay = new PracticeReplay(log, sample, hidden);
        // Rapid guesses say nothing of what a student knows, a hint makes the answer wrong by rule.
        var kept = Enumerable.Range(0, sample.Length).Where(i => sample[i] is { Seconds: >= 3.5, Hints: 0 }).ToArray();
        var fit = new RecoveryFit(log, Array.ConvertAll(kept, i => sample[i]), kept, replay, hidden);
        // A mechanism that the world goes without has nothing to be found.
        var factors = fit.Factors().Where(factor => factor.Truth != 0);
        return new RecoveryReport([.. factors, .. Tracing(log)], log.Students, kept.Length);
    }

    /// <summary>
    /// Knowledge tracing has no truth in the world, so it is asked for its own: answers are drawn from what EM found in
    /// the log, for as many students as did, and EM must find it again from the fixed start.
    /// </summary>
    private static IEnumerable<Recovered> Tracing(Log log)
    {
        var runs = log.Sequences().GroupBy(run => run[0].Skill).OrderByDescending(own => own.Count()).First().ToList();
        var truth = Bkt.Fit([.. runs.Select(run => Array.ConvertAll(run, a => a.Correct))], 100);
        truth = new Bkt(
            Math.Clamp(truth.Prior, 0.2, 0.8), Math.Clamp(truth.Learn, 0.05, 0.4), Math.Clamp(truth.Guess, 0.1, 0.35),
            Math.Clamp(truth.Slip, 0.05, 0.3));
        const int Copies = 60;
        var drawn = Enumerable.Range(0, Copies * runs.Count)
            .Select(i => truth.Draw(Dice.Of(1).Fork("tracing").Fork(i), Math.Max(4, runs[i % runs.Count].Length))).ToList();
        var found = Bkt.Fit(drawn, 1000);
        return
        [
            new("tracing.prior", "Tracing: known before", truth.Prior, Bkt.Start.Prior, found.Prior, null, 0.15),
            new("tracing.learn", "Tracing: learned a try", truth.Learn, Bkt.Start.Learn, found.Learn, null, 0.15),
            new("tracing.guess", "Tracing: guess", truth.Guess, Bkt.Start.Guess, found.Guess, null, 0.20),
            new("tracing.slip", "Tracing: slip", truth.Slip, Bkt.Start.Slip, found.Slip, null, 0.15),
        ];
    }
}
