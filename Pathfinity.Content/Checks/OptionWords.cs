using Pathfinity.Determinism;

namespace Pathfinity.Content.Checks;

/// <summary>Which words right options have and wrong ones lack, learnt from choices whose keys are known.</summary>
internal sealed class OptionWords
{
    private readonly Dictionary<string, (double Right, double Wrong)> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (double Right, double Wrong)>.AlternateLookup<ReadOnlySpan<char>> words;

    public OptionWords() => words = seen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes note of a choice; its wrong options count as one together.</summary>
    public void Learn(ReadOnlySpan<string> choices, int key)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            foreach (var range in choices[i].AsSpan().Split(' '))
            {
                if (Word(choices[i], range) is { Length: > 0 } word)
                {
                    words.TryGetValue(word, out var known);
                    words[word] = i == key ? (known.Right + 1, known.Wrong) : (known.Right, known.Wrong + (1.0 / (choices.Length - 1)));
                }
            }
        }
    }

    /// <summary>How much an option looks like a right one: the mean of its words' log odds, so that neither long nor short options gain by it.</summary>
    public double Score(string option)
    {
        var (sum, count) = (0.0, 0);
        foreach (var range in option.AsSpan().Split(' '))
        {
            if (Word(option, range) is { Length: > 0 } word)
            {
                words.TryGetValue(word, out var known);
                sum += known == default ? 0 : PortableMath.Log((known.Right + 1) / (known.Wrong + 1));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static ReadOnlySpan<char> Word(string option, Range range)
    {
        var word = option.AsSpan()[range];
        var trimmed = word.Trim(".,?!“”");
        return trimmed.IsEmpty ? word : trimmed; // a mark that is an option of its own
    }
}
