using Pathfinity.Determinism;

namespace Pathfinity.Realism;

/// <summary>Effects of one grouping: an intercept, or a slope on a covariate, for each of its levels.</summary>
/// <param name="levels">The level of each row.</param>
/// <param name="limit">Above every level.</param>
/// <param name="covariate">What the effect multiplies; null for an intercept.</param>
/// <param name="random">Whether effects come from a normal distribution whose spread is estimated too.</param>
internal sealed class Grouping(int[] levels, int limit, double[]? covariate, bool random)
{
    public int[] Levels { get; } = levels;
    public double[]? Covariate { get; } = covariate;
    public double[] Effects { get; } = new double[limit];

    /// <summary>Fisher information of each effect at the end of the fit, what its distribution adds left out.</summary>
    public double[] Information { get; } = new double[limit];

    /// <summary>Variance of the effects between levels; starts at a fixed wrong value.</summary>
    public double Variance { get; set; } = random ? 0.25 : double.PositiveInfinity;

    /// <summary>Whether the variance is estimated rather than kept.</summary>
    public bool Estimated { get; init; } = random;

    public double Deviation => Math.Sqrt(Variance);

    /// <summary>One effect for all rows.</summary>
    public static Grouping Common(int rows, double[]? covariate) => new(new int[rows], 1, covariate, random: false);

    /// <summary>Standard error of the first effect, after a walk.</summary>
    public double FirstError { get; set; }

    /// <summary>Standard error of an effect.</summary>
    public double Error(int level) => 1 / Math.Sqrt(Information[level] + (1 / Variance) + 1e-12);
}

/// <summary>
/// Logistic regression with crossed random effects: penalised scoring, grouping by grouping, with the variances moved
/// by what the effects and their errors say (Laplace's approximation of the EM step; Breslow and Clayton 1993).
/// </summary>
internal sealed class CrossedLogit
{
    private const double StepMax = 2;
    private const double StretchStep = 0.04;
    private readonly bool[] right;
    private readonly Grouping[] groupings;
    private readonly double[] floor;
    private readonly double slip;
    private readonly double[] z;
    private readonly HeldMisconceptions? held;

    /// <param name="floor">What guessing gets right, for each row; null for none.</param>
    /// <param name="slip">What even knowing misses.</param>
    public CrossedLogit(bool[] right, double[]? floor, double slip, params Grouping[] groupings)
        : this(right, floor, slip, null, groupings)
    {
    }

    /// <param name="held">Misconceptions that yield wrong answers of their own; only a walk takes them in.</param>
    public CrossedLogit(bool[] right, double[]? floor, double slip, HeldMisconceptions? held, params Grouping[] groupings)
    {
        this.held = held;
        this.right = right;
        this.groupings = groupings;
        this.slip = slip;
        this.floor = floor ?? new double[right.Length];
        z = new double[right.Length];
    }

    public CrossedLogit Fit(int passes)
    {
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var grouping in groupings)
            {
                Move(grouping);
            }
        }
        return this;
    }

    /// <summary>
    /// From the fit on, walks through what effects and variances could as well be (Metropolis steps, one for each
    /// effect and sweep), and leaves their means: without the bias that modes have where a level has few answers.
    /// </summary>
    /// <param name="burn">Sweeps that do not count.</param>
    public CrossedLogit Walk(int sweeps, int burn, Dice dice)
    {
        var sums = Array.ConvertAll(groupings, g => new double[g.Effects.Length]);
        var (squares, variances) = (new double[groupings.Length], new double[groupings.Length]);
        for (var sweep = 0; sweep < burn + sweeps; sweep++)
        {
            held?.Step(z, i => Right(i, z[i]), dice.Fork(sweep).Fork("held"), sweep >= burn);
            for (var g = 0; g < groupings.Length; g++)
            {
                Step(groupings[g], dice.Fork(sweep).Fork(g));
                Stretch(groupings[g], dice.Fork(sweep).Fork(g).Fork("stretch"));
                if (sweep >= burn)
                {
                    var effects = groupings[g].Effects;
                    for (var level = 0; level < effects.Length; level++)
                    {
                        sums[g][level] += effects[level] / sweeps;
                    }
                    squares[g] += effects[0] * effects[0] / sweeps;
                    variances[g] += groupings[g].Variance / sweeps;
                }
            }
        }
        for (var g = 0; g < groupings.Length; g++)
        {
            sums[g].CopyTo(groupings[g].Effects, 0);
            groupings[g].Variance = variances[g];
            groupings[g].FirstError = Math.Sqrt(Math.Max(0, squares[g] - (sums[g][0] * sums[g][0])));
        }
        return this;
    }

    private void Step(Grouping grouping, Dice dice)
    {
        var (limit, effects) = (grouping.Effects.Length, grouping.Effects);
        var (moves, gain) = (new double[limit], new double[limit]);
        for (var level = 0; level < limit; level++)
        {
            // 2.4 posterior deviations is the step that mixes best in one dimension (Gelman, Roberts and Gilks 1996).
            moves[level] = 2.4 * grouping.Error(level) * dice.Fork(level).Normal();
            var moved = effects[level] + moves[level];
            gain[level] = ((effects[level] * effects[level]) - (moved * moved)) / (2 * grouping.Variance);
        }
        for (var i = 0; i < right.Length; i++)
        {
            var move = moves[grouping.Levels[i]] * (grouping.Covariate?[i] ?? 1);
            gain[grouping.Levels[i]] += Math.Log(Likelihood(i, z[i] + move) / Likelihood(i, z[i]));
        }
        var (square, present) = (0.0, 0);
        for (var level = 0; level < limit; level++)
        {
            if (grouping.Information[level] <= 0)
            {
                moves[level] = 0;
                continue;
            }
            moves[level] = Math.Log(dice.Fork(level).Fork(1).OpenUnit) < gain[level] ? moves[level] : 0;
            effects[level] += moves[level];
            square += effects[level] * effects[level];
            present++;
        }
        if (grouping.Estimated && present > 1)
        {
            grouping.Variance = Math.Max(1e-6, square / present);
        }
        for (var i = 0; i < right.Length; i++)
        {
            z[i] += moves[grouping.Levels[i]] * (grouping.Covariate?[i] ?? 1);
        }
    }

    /// <summary>
    /// Tries all effects of a grouping, and their spread, a little larger or smaller at once (Liu and Wu 1999): single
    /// steps alone move the spread too slowly where levels have few answers.
    /// </summary>
    private void Stretch(Grouping grouping, Dice dice)
    {
        if (!grouping.Estimated)
        {
            return;
        }
        var factor = Math.Exp(StretchStep * dice.Normal());
        var gain = 0.0;
        for (var i = 0; i < right.Length; i++)
        {
            var part = grouping.Effects[grouping.Levels[i]] * (grouping.Covariate?[i] ?? 1);
            gain += Math.Log(Likelihood(i, z[i] + ((factor - 1) * part)) / Likelihood(i, z[i]));
        }
        if (Math.Log(dice.Fork(1).OpenUnit) >= gain)
        {
            return;
        }
        for (var i = 0; i < right.Length; i++)
        {
            z[i] += (factor - 1) * grouping.Effects[grouping.Levels[i]] * (grouping.Covariate?[i] ?? 1);
        }
        for (var level = 0; level < grouping.Effects.Length; level++)
        {
            grouping.Effects[level] *= factor;
        }
        grouping.Variance *= factor * factor;
    }

    private double Likelihood(int row, double at)
    {
        var p = Right(row, at);
        return held?.Likelihood(row, p, at) ?? (right[row] ? p : 1 - p);
    }

    private double Right(int row, double at) =>
        Math.Clamp(floor[row] + ((1 - slip - floor[row]) * Moments.Logistic(at)), 1e-9, 1 - 1e-9);

    private void Move(Grouping grouping)
    {
        var limit = grouping.Effects.Length;
        var score = new double[limit];
        var information = new double[limit];
        for (var i = 0; i < right.Length; i++)
        {
            var logistic = Moments.Logistic(z[i]);
            var span = 1 - slip - floor[i];
            var p = Math.Clamp(floor[i] + (span * logistic), 1e-9, 1 - 1e-9);
            var slope = span * logistic * (1 - logistic) / (p * (1 - p));
            var x = grouping.Covariate?[i] ?? 1;
            score[grouping.Levels[i]] += ((right[i] ? 1 : 0) - p) * slope * x;
            information[grouping.Levels[i]] += slope * slope * p * (1 - p) * x * x;
        }
        var steps = new double[limit];
        var (square, present) = (0.0, 0);
        for (var level = 0; level < limit; level++)
        {
            if (information[level] <= 0)
            {
                continue;
            }
            var effect = grouping.Effects[level];
            var precision = information[level] + (1 / grouping.Variance) + 1e-6;
            steps[level] = Math.Clamp((score[level] - (effect / grouping.Variance)) / precision, -StepMax, StepMax);
            grouping.Effects[level] = effect + steps[level];
            square += (grouping.Effects[level] * grouping.Effects[level]) + (1 / precision);
            present++;
        }
        information.CopyTo(grouping.Information, 0);
        if (grouping.Estimated && present > 1)
        {
            grouping.Variance = Math.Max(1e-6, square / present);
        }
        for (var i = 0; i < right.Length; i++)
        {
            z[i] += steps[grouping.Levels[i]] * (grouping.Covariate?[i] ?? 1);
        }
    }
}
