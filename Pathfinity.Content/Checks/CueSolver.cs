using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Answers choice questions from cues alone, without understanding: by position, by length, by word overlap with the
/// stem, by being the odd one out, by being in the middle. How far it beats chance shows what the options give away.
/// </summary>
public static class CueSolver
{
    /// <summary>Names of the cues.</summary>
    public static IReadOnlyList<string> Cues => [.. Rules.Select(rule => rule.Name)];

    private static readonly (string Name, Func<Question, int> Pick)[] Rules =
    [
        ("first", _ => 0),
        ("last", q => q.Choices.Length - 1),
        ("longest", q => Arg(q, text => text.Length)),
        ("shortest", q => Arg(q, text => -text.Length)),
        ("overlap", q => Arg(q, text => Overlap(q.Stem, text))),
        ("odd", q => Arg(q, text => Strangeness(q, text))),
        ("greatest", q => Arg(q, Value)),
        ("middle", q => Middle(q)),
    ];

    /// <summary>For each cue, the share of right answers above chance, in points, over the choice questions given.</summary>
    public static IReadOnlyDictionary<string, double> Advantage(IEnumerable<Question> questions)
    {
        var choices = questions.Where(q => q.Kind is QuestionKind.Choice && q.Choices.Length > 1).ToList();
        return Rules.ToDictionary(
            rule => rule.Name,
            rule => choices.Count == 0 ? 0 : 100 * choices.Average(q =>
                (q.Choices[rule.Pick(q)] == q.Key.Given[0] ? 1.0 : 0) - (1.0 / q.Choices.Length)),
            StringComparer.Ordinal);
    }

    private static int Arg(Question question, Func<string, double> score)
    {
        var best = 0;
        for (var i = 1; i < question.Choices.Length; i++)
        {
            if (score(question.Choices[i]) > score(question.Choices[best]))
            {
                best = i;
            }
        }
        return best;
    }

    private static double Overlap(string stem, string option) =>
        option.Split(' ').Count(word => word.Length > 2 && stem.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>How few of the option's words the other options share.</summary>
    private static double Strangeness(Question question, string option) => -option.Split(' ').Average(
        word => (double)question.Choices.Count(other => other != option && other.Contains(word, StringComparison.Ordinal)));

    private static double Value(string option) => double.TryParse(
        new string([.. option.Where(c => char.IsAsciiDigit(c) || c == '.')]), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static int Middle(Question question)
    {
        var sorted = question.Choices.OrderBy(Value).ToList();
        return question.Choices.IndexOf(sorted[sorted.Count / 2]);
    }
}
