using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Answers choice questions from cues alone, without understanding: by position, by length, by word overlap with the
/// stem, by being the odd one out, by rank among the values. Each cue is followed and, as "not" that cue, avoided; where
/// several options show it alike, one of them is guessed. How far it beats chance shows what the options give away.
/// </summary>
public static class CueSolver
{
    private const int OptionsMax = 16;
    private static readonly string[] Rules = ["first", "last", "longest", "shortest", "overlap", "odd", "greatest", "middle", "least"];

    /// <summary>Names of the cues: each followed, then avoided.</summary>
    public static IReadOnlyList<string> Cues { get; } = [.. Rules.SelectMany(rule => (string[])[rule, "not " + rule])];

    /// <summary>For each cue, the share of right answers above chance, in points, over the choice questions given.</summary>
    public static IReadOnlyDictionary<string, double> Advantage(IEnumerable<Question> questions)
    {
        var (sums, gains, count) = (new double[Cues.Count], new double[Cues.Count], 0);
        foreach (var question in questions.Where(q => q.Kind is QuestionKind.Choice && q.Choices.Length > 1))
        {
            Gains(question.Stem, question.Choices.AsSpan(), question.Choices.IndexOf(question.Key.Given[0]), gains);
            count++;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += gains[i];
            }
        }
        return Cues.Zip(sums).ToDictionary(cue => cue.First, cue => 100 * cue.Second / Math.Max(1, count), StringComparer.Ordinal);
    }

    /// <summary>By how much each cue beats chance at one question: its chance of finding the key, less one in as many options.</summary>
    /// <param name="wanted">Which cues to ask, by place among <see cref="Cues"/>; the others may stay 0. Null for all.</param>
    internal static void Gains(string stem, ReadOnlySpan<string> choices, int key, Span<double> gains, Predicate<int>? wanted = null)
    {
        var n = choices.Length;
        Span<double> scores = stackalloc double[Math.Min(n, OptionsMax)];
        if (n > scores.Length || key < 0)
        {
            gains.Clear();
            return;
        }
        Span<double> values = stackalloc double[n];
        Values(choices, values);
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            if (wanted is not null && !wanted(2 * rule) && !wanted((2 * rule) + 1))
            {
                (gains[2 * rule], gains[(2 * rule) + 1]) = (0, 0);
                continue;
            }
            Score(rule, stem, choices, values, scores);
            (gains[2 * rule], gains[(2 * rule) + 1]) = Followed(scores, key);
        }
    }

    private static (double Followed, double Avoided) Followed(ReadOnlySpan<double> scores, int key)
    {
        var (best, alike, n) = (double.NegativeInfinity, 0, scores.Length);
        foreach (var score in scores)
        {
            (best, alike) = score > best ? (score, 1) : (best, score == best ? alike + 1 : alike);
        }
        var hit = scores[key] == best;
        return alike == n ? (0, 0) : ((hit ? 1.0 / alike : 0) - (1.0 / n), (hit ? 0 : 1.0 / (n - alike)) - (1.0 / n));
    }

    private static void Score(int rule, string stem, ReadOnlySpan<string> choices, ReadOnlySpan<double> values, Span<double> scores)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            scores[i] = rule switch
            {
                0 => -i,
                1 => i,
                2 => choices[i].Length,
                3 => -choices[i].Length,
                4 => Overlap(stem, choices[i]),
                5 => Strangeness(choices, i),
                6 => values[i],
                7 => Rank(values, i) == choices.Length / 2 ? 1 : 0,
                _ => -values[i],
            };
        }
    }

    private static double Overlap(string stem, string option)
    {
        var count = 0;
        foreach (var range in option.AsSpan().Split(' '))
        {
            var word = option.AsSpan()[range];
            count += word.Length > 2 && (stem.AsSpan().Contains(word, StringComparison.Ordinal) || Uncapped(stem, word)) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The word but for its first letter, which a sentence may have raised.</summary>
    private static bool Uncapped(string stem, ReadOnlySpan<char> word) =>
        char.IsAsciiLetterUpper(word[0]) && stem.AsSpan().Contains(word[1..], StringComparison.Ordinal);

    /// <summary>How few of the option's words the other options share.</summary>
    private static double Strangeness(ReadOnlySpan<string> choices, int own)
    {
        var (words, shared) = (0, 0);
        foreach (var range in choices[own].AsSpan().Split(' '))
        {
            words++;
            for (var other = 0; other < choices.Length; other++)
            {
                shared += other != own && Has(choices[other], choices[own].AsSpan()[range]) ? 1 : 0;
            }
        }
        return -shared / (double)words;
    }

    /// <summary>Whether an option has a word, be it as part of a longer one; but 12 is no part of 120.</summary>
    private static bool Has(ReadOnlySpan<char> option, ReadOnlySpan<char> word)
    {
        for (var at = 0; option[at..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var found; at += found + 1)
        {
            var (start, end) = (at + found, at + found + word.Length);
            var inNumber = word.Length > 0 && ((start > 0 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(option[start - 1]))
                || (end < option.Length && char.IsAsciiDigit(word[^1]) && char.IsAsciiDigit(option[end])));
            if (!inNumber)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Values of the options; all 0 unless each has one.</summary>
    private static void Values(ReadOnlySpan<string> choices, Span<double> values)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            if (Value(choices[i]) is not { } value)
            {
                values.Clear();
                return;
            }
            values[i] = value;
        }
    }

    private static int Rank(ReadOnlySpan<double> values, int own)
    {
        var (rank, alike) = (0, 0);
        foreach (var value in values)
        {
            rank += value < values[own] ? 1 : 0;
            alike += value == values[own] ? 1 : 0;
        }
        return alike == 1 ? rank : -1;
    }

    /// <summary>The first number of an option, with its sign, commas and what it is divided by; null without a digit.</summary>
    internal static double? Value(ReadOnlySpan<char> option)
    {
        var start = option.IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }
        var negative = option[..start].TrimEnd('$') is [.., '−' or '-'];
        var (top, rest) = Number(option[start..]);
        if (rest.Length > 1 && rest[0] == ' ' && char.IsAsciiDigit(rest[1]) && Number(rest[1..]) is var (part, over)
            && Over(over) is { } parts)
        {
            top += part / parts; // a mixed number
        }
        else if (Over(rest) is { } bottom)
        {
            top /= bottom;
        }
        return negative ? -top : top;
    }

    private static double? Over(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && rest[0] == '/' && char.IsAsciiDigit(rest[1]) && Number(rest[1..]).Value is var value and not 0 ? value : null;

    private static Numeral Number(ReadOnlySpan<char> text)
    {
        var (value, unit, at) = (0.0, 0.0, 0);
        for (; at < text.Length; at++)
        {
            var more = at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
            if (char.IsAsciiDigit(text[at]))
            {
                value = unit == 0 ? (value * 10) + (text[at] - '0') : value + ((text[at] - '0') * (unit /= 10));
            }
            else if (text[at] == '.' && more && unit == 0)
            {
                unit = 1;
            }
            else if (text[at] != ',' || !more)
            {
                break;
            }
        }
        return new Numeral(value, text[at..]);
    }

    private readonly ref struct Numeral(double value, ReadOnlySpan<char> rest)
    {
        public double Value { get; } = value;

        private ReadOnlySpan<char> Rest { get; } = rest;

        public void Deconstruct(out double number, out ReadOnlySpan<char> after)
        {
            number = Value;
            after = Rest;
        }
    }
}
