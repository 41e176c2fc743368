using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Answers choice questions from cues alone, without understanding: by position, by length, by word overlap with the
/// stem, by being the odd one out, by being in the middle. How far it beats chance shows what the options give away.
/// </summary>
public static class CueSolver
{
    private static readonly (string Name, Func<Question, int> Pick)[] Rules =
    [
        ("first", _ => 0),
        ("last", q => q.Choices.Length - 1),
        ("longest", q => Arg(q, static (_, text) => text.Length)),
        ("shortest", q => Arg(q, static (_, text) => -text.Length)),
        ("overlap", q => Arg(q, static (question, text) => Overlap(question.Stem, text))),
        ("odd", q => Arg(q, Strangeness)),
        ("greatest", q => Arg(q, static (_, text) => Value(text))),
        ("middle", Middle),
    ];

    /// <summary>Names of the cues.</summary>
    public static IReadOnlyList<string> Cues { get; } = [.. Rules.Select(rule => rule.Name)];

    /// <summary>For each cue, the share of right answers above chance, in points, over the choice questions given.</summary>
    public static IReadOnlyDictionary<string, double> Advantage(IEnumerable<Question> questions)
    {
        var gains = new double[Rules.Length];
        var count = 0;
        foreach (var question in questions.Where(q => q.Kind is QuestionKind.Choice && q.Choices.Length > 1))
        {
            var hits = Hits(question);
            count++;
            for (var i = 0; i < gains.Length; i++)
            {
                gains[i] += (hits.Has(i) ? 1.0 : 0) - (1.0 / question.Choices.Length);
            }
        }
        return Cues.Zip(gains).ToDictionary(cue => cue.First, cue => 100 * cue.Second / Math.Max(1, count), StringComparer.Ordinal);
    }

    /// <summary>Which cues find the key of a choice question.</summary>
    internal static CueHits Hits(Question question)
    {
        var hits = 0u;
        for (var i = 0; question.Kind is QuestionKind.Choice && question.Choices.Length > 1 && i < Rules.Length; i++)
        {
            hits |= question.Choices[Rules[i].Pick(question)] == question.Key.Given[0] ? 1u << i : 0;
        }
        return new CueHits(hits);
    }

    private static int Arg(Question question, Func<Question, string, double> score)
    {
        var (best, highest) = (0, score(question, question.Choices[0]));
        for (var i = 1; i < question.Choices.Length; i++)
        {
            if (score(question, question.Choices[i]) is var own && own > highest)
            {
                (best, highest) = (i, own);
            }
        }
        return best;
    }

    private static double Overlap(string stem, string option)
    {
        var count = 0;
        foreach (var range in option.AsSpan().Split(' '))
        {
            var word = option.AsSpan()[range];
            count += word.Length > 2 && stem.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
        return count;
    }

    /// <summary>How few of the option's words the other options share.</summary>
    private static double Strangeness(Question question, string option)
    {
        var (words, shared) = (0, 0);
        foreach (var range in option.AsSpan().Split(' '))
        {
            words++;
            foreach (var other in question.Choices)
            {
                shared += !ReferenceEquals(other, option) && other.AsSpan().Contains(option.AsSpan()[range], StringComparison.Ordinal) ? 1 : 0;
            }
        }
        return -shared / (double)words;
    }

    /// <summary>The digits and points of an option as one number; 0 without.</summary>
    private static double Value(string option)
    {
        var (value, unit, points) = (0.0, 1.0, 0);
        foreach (var c in option)
        {
            if (char.IsAsciiDigit(c))
            {
                value = points == 0 ? (value * 10) + (c - '0') : value + ((c - '0') * (unit /= 10));
            }
            else if (c == '.')
            {
                points++;
            }
        }
        return points > 1 ? 0 : value;
    }

    /// <summary>The option in the middle by value, the earlier of two alike first.</summary>
    private static int Middle(Question question)
    {
        var count = question.Choices.Length;
        Span<double> values = stackalloc double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Value(question.Choices[i]);
        }
        for (var i = 0; i < count; i++)
        {
            var rank = 0;
            for (var j = 0; j < count; j++)
            {
                rank += values[j] < values[i] || (values[j] == values[i] && j < i) ? 1 : 0;
            }
            if (rank == count / 2)
            {
                return i;
            }
        }
        return 0;
    }
}

/// <summary>The cues that find a question's key, by their places.</summary>
internal readonly record struct CueHits(uint Bits)
{
    public bool Has(int cue) => (Bits & (1u << cue)) != 0;
}
