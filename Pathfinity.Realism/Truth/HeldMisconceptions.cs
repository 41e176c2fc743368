using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>
/// Which misconceptions each student holds, walked through beside the effects of a regression (Gibbs steps): a wrong
/// response that one yields is evidence for it, another answer where it tempts is evidence against it, and what it yields
/// is not taken for a want of ability.
/// </summary>
internal sealed class HeldMisconceptions
{
    private const double Start = 0.5;
    private const double Idle = 1 - Misconceptions.ActiveShare;

    // How many students' worth the share of a misconception in a grade is drawn to the mean of all.
    private const double ShareStrength = 20;

    private const int Rounds = 10;

    private readonly LogAttempt[] rows;
    private readonly Temptations temptations;
    private readonly Holder[] holders;
    private readonly Grouping ability;
    private readonly ModelParameters parameters;
    private readonly int[] before;
    private readonly double[] left;
    private readonly double[] doubt;
    private readonly bool[] atWork;
    private readonly double[] times;
    private readonly double[] shares;
    private int sweeps;

    /// <param name="rows">By student and time.</param>
    /// <param name="ability">What tilts who holds what, by student and subject.</param>
    public HeldMisconceptions(Log log, LogAttempt[] rows, HiddenWorld hidden, Grouping ability)
    {
        (this.rows, this.ability, parameters) = (rows, ability, hidden.Parameters);
        temptations = new Temptations(log, rows, hidden, ability);
        holders = temptations.Holders;
        (times, shares, atWork) = (new double[holders.Length], new double[temptations.Cells], new bool[temptations.Sittings]);
        Array.Fill(shares, Start);
        (before, left, doubt) = (new int[rows.Length], new double[rows.Length], new double[rows.Length]);
        var last = new Dictionary<(int, int), int>();
        for (var i = 0; i < rows.Length; i++)
        {
            before[i] = last.GetValueOrDefault((rows[i].Student, rows[i].Skill), -1);
            left[i] = before[i] < 0 ? 0 : Misconceptions.Left(parameters, (int)(rows[i].GapDays * 1440));
            last[(rows[i].Student, rows[i].Skill)] = i;
        }
    }

    public IReadOnlyList<Holder> Holders => holders;

    /// <summary>How likely the holder holds it, after a walk.</summary>
    public double Likely(int holder) => times[holder] / Math.Max(1, sweeps);

    /// <summary>How likely the row's response is.</summary>
    /// <param name="right">How likely a right answer is when no misconception is at work.</param>
    /// <param name="z">Logits above the question.</param>
    public double Likelihood(int row, double right, double z) => Likelihood(row, right, z, -1, false).Response;

    /// <summary>Draws anew who holds what, given how far everybody stands above each question.</summary>
    /// <param name="right">For a row, how likely a right answer is when no misconception is at work.</param>
    /// <param name="counts">Whether the sweep counts.</param>
    public void Step(double[] z, Func<int, double> right, Dice dice, bool counts)
    {
        Shake(z, right);
        var gain = new double[holders.Length];
        // One after the other: two that tempt in one question explain the same answer.
        for (var holder = 0; holder < holders.Length; holder++)
        {
            var sittings = temptations.SittingsOf[holder];
            var ratios = Array.ConvertAll(sittings, own => Ratio(own, z, right));
            gain[holder] = ratios.Sum(ratio => Math.Log(Idle + (Misconceptions.ActiveShare * ratio)));
            var (likely, die) = (Likely(holder, gain[holder]), dice.Fork(holder));
            var holds = die.Chance(likely);
            times[holder] += counts ? likely : 0;
            for (var i = 0; i < ratios.Length; i++)
            {
                var work = Misconceptions.ActiveShare * ratios[i];
                atWork[sittings[i].Number] = holds && die.Fork(i).Chance(work / (Idle + work));
            }
        }
        Weigh(gain);
        sweeps += counts ? 1 : 0;
    }

    /// <summary>How far feedback has shaken each row's misconceptions, as far as its answers before came from them.</summary>
    private void Shake(double[] z, Func<int, double> right)
    {
        var after = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            doubt[i] = before[i] < 0 ? 0 : left[i] * after[before[i]];
            var shaken = temptations.Of(i).IsEmpty ? 0 : rows[i].Correct ? 0.5 : Likelihood(i, right(i), z[i], -1, false).Yielded;
            after[i] = doubt[i] + ((1 - doubt[i]) * parameters.MisconceptionFeedback * shaken);
        }
    }

    /// <summary>The shares that best explain the evidence, each drawn to the mean of all (steps of EM).</summary>
    private void Weigh(double[] gain)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (held, all, total) = (new double[shares.Length], new int[shares.Length], 0.0);
            for (var i = 0; i < holders.Length; i++)
            {
                var likely = Likely(i, gain[i]);
                held[holders[i].Cell] += likely;
                all[holders[i].Cell]++;
                total += likely;
            }
            var mean = Math.Clamp(total / Math.Max(1, holders.Length), 1e-4, 1 - 1e-4);
            for (var cell = 0; cell < shares.Length; cell++)
            {
                shares[cell] = ((ShareStrength * mean) + held[cell]) / (ShareStrength + all[cell]);
            }
        }
    }

    private double Likely(int holder, double gain)
    {
        var (share, tilt) = (shares[holders[holder].Cell], Misconceptions.Tilt(ability.Effects[holders[holder].Level]));
        return Moments.Logistic(Math.Log(share / ((1 - share) * tilt)) + gain);
    }

    /// <summary>How much likelier the sitting's answers are when the misconception is at work in it.</summary>
    private double Ratio(TemptedSitting sitting, double[] z, Func<int, double> right)
    {
        var ratio = 1.0;
        foreach (var row in sitting.Rows)
        {
            var p = right(row);
            ratio *= Likelihood(row, p, z[row], sitting.Number, true).Response
                / Likelihood(row, p, z[row], sitting.Number, false).Response;
        }
        return ratio;
    }

    /// <summary>How likely the response is, and, if a wrong one, how likely it then came from a misconception.</summary>
    /// <param name="sitting">One to take as the next argument says, whatever is drawn; -1 for none.</param>
    private (double Response, double Yielded) Likelihood(int row, double right, double z, int sitting, bool isAtWork)
    {
        var (other, yielded, yield) = (1.0, 0.0, Misconceptions.Yield(doubt[row], z));
        foreach (var own in temptations.Of(row))
        {
            if (own.Sitting == sitting ? isAtWork : atWork[own.Sitting])
            {
                yielded += own.Response == rows[row].Response ? other * yield : 0;
                other *= 1 - yield;
            }
        }
        if (rows[row].Correct)
        {
            return (other * right, 0);
        }
        var likely = yielded + (other * (1 - right) * temptations.Otherwise(row));
        return (likely, yielded / likely);
    }
}
