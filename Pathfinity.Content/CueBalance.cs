using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>
/// Keeps the cues of one item model at one skill from paying. Where the key stands, and its rank among numbers, are dealt
/// evenly; once another cue, followed or avoided, or the words that right options had so far, has found the key more often
/// than chance would, questions that it answers are drawn again.
/// </summary>
internal sealed class CueBalance
{
    private const double Ahead = 0.8; // right answers that a cue may be ahead of chance at once
    private const double AheadShare = 0.02; // and of all that were written, within the bound of a whole cell
    private const int RefusalsMax = 20; // and so many for each question written: what no draw mends is not drawn for ever
    private const int WonRefusals = 6;
    private const int HintedRefusals = 1;
    private const double Won = 0.5; // what a cue gains that leaves one option; one that only rules some out gains less
    private const int OptionsMax = 8;
    private readonly double[] gains = new double[CueSolver.Cues.Count];
    private readonly double[] own = new double[CueSolver.Cues.Count]; // of the question that is weighed
    private readonly int[] places = new int[OptionsMax + 1];
    private readonly int[] ranks = new int[OptionsMax + 1];
    private readonly OptionWords words = new(); // of questions that tell something first: their options alone must not tell
    private double wordGains;
    private int written;
    private int refused;

    /// <summary>Where the key stands among so many options.</summary>
    public int Place(int options, Dice dice) => Rarest(places.AsSpan(0, Math.Min(options, OptionsMax)), 0, 1, dice);

    /// <summary>How many of the wrong answers shown are below the key, low .. high being possible.</summary>
    public int Below(int low, int high, Dice dice) => Rarest(ranks.AsSpan(0, high + 1), low, 0, dice);

    /// <summary>Whether a cue that is ahead would answer this choice as well.</summary>
    public bool Tips(string stem, ImmutableArray<string> choices, string key)
    {
        var limit = Ahead + (AheadShare * written);
        CueSolver.Gains(stem, choices.AsSpan(), choices.IndexOf(key), own, cue => gains[cue] > limit);
        for (var i = 0; i < gains.Length; i++)
        {
            if (own[i] > 0 && gains[i] > limit)
            {
                return Refuse(own[i]);
            }
        }
        return wordGains > 0 && PassageFreeSolver.HasPassage(stem) && WordsGain(choices, choices.IndexOf(key)) is > 0 and var gain && Refuse(gain);
    }

    private bool Refuse(double gain) => refused++ < ((gain >= Won ? WonRefusals : HintedRefusals) * written) + RefusalsMax;

    /// <summary>By how much the words of the options beat chance; 0 where they say nothing.</summary>
    private double WordsGain(ImmutableArray<string> choices, int key)
    {
        var (best, alike, own) = (double.NegativeInfinity, 0, 0.0);
        for (var i = 0; i < choices.Length; i++)
        {
            var score = words.Score(choices[i]);
            own = i == key ? score : own;
            (best, alike) = score > best ? (score, 1) : (best, score == best ? alike + 1 : alike);
        }
        return alike == choices.Length ? 0 : (own == best ? 1.0 / alike : 0) - (1.0 / choices.Length);
    }

    /// <summary>Counts a choice that was written.</summary>
    public void Count(Question choice)
    {
        var key = choice.Key.Given[0];
        CueSolver.Gains(choice.Stem, choice.Choices.AsSpan(), choice.Choices.IndexOf(key), own);
        places[Math.Min(choice.Choices.IndexOf(key), OptionsMax)]++;
        if (CueSolver.Value(key) is { } value)
        {
            ranks[Math.Min(choice.Choices.Count(option => CueSolver.Value(option) < value), OptionsMax)]++;
        }
        written++;
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] += own[i];
        }
        if (PassageFreeSolver.HasPassage(choice.Stem))
        {
            var at = choice.Choices.IndexOf(key);
            wordGains += WordsGain(choice.Choices, at);
            words.Learn(choice.Choices.AsSpan(), at);
        }
    }

    /// <summary>One of the indices from low on whose count is at most so much above the least.</summary>
    private static int Rarest(ReadOnlySpan<int> counts, int low, int above, Dice dice)
    {
        var least = int.MaxValue;
        foreach (var count in counts[low..])
        {
            least = Math.Min(least, count);
        }
        Span<int> rare = stackalloc int[counts.Length];
        var found = 0;
        for (var i = low; i < counts.Length; i++)
        {
            if (counts[i] <= least + above)
            {
                rare[found++] = i;
            }
        }
        return rare[dice.Below(found)];
    }
}
