using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Answers questions on a passage without reading it: from one half of the skills it learns which words right options
/// have and wrong ones lack, and picks by them in the other half. What it gains over chance, the options give away.
/// </summary>
public static class PassageFreeSolver
{
    private const int TestsMin = 200; // fewer say nothing
    private const int PassageWordsMin = 25; // before the last sentence, which asks

    /// <summary>Right answers above chance, in points; null where there are too few questions.</summary>
    /// <remarks>Halves are of skills, not of questions: who has learnt the skill does not guess.</remarks>
    public static double? Advantage(IEnumerable<Question> questions)
    {
        var choices = questions.Where(q => q.Kind is QuestionKind.Choice && q.Choices.Length > 1 && HasPassage(q.Stem)).ToList();
        var halves = choices.ToLookup(q => (Determinism.Dice.Key(q.Skill) & 1) == 0);
        if (Math.Min(halves[true].Count(), halves[false].Count()) < TestsMin)
        {
            return null;
        }
        var gains = Gains(halves[true], halves[false]).Concat(Gains(halves[false], halves[true]));
        return 100 * gains.Average();
    }

    private static bool HasPassage(string stem) =>
        Reading.Sentences(stem) is var (longest, words) && words - longest >= PassageWordsMin;

    private static IEnumerable<double> Gains(IEnumerable<Question> learn, IEnumerable<Question> test)
    {
        var weights = Learn(learn);
        foreach (var question in test)
        {
            var scores = question.Choices.Select(option => Score(weights, option)).ToArray();
            var best = Array.IndexOf(scores, scores.Max());
            yield return (question.Choices[best] == question.Key.Given[0] ? 1.0 : 0) - (1.0 / question.Choices.Length);
        }
    }

    private static Dictionary<string, (double Right, double Wrong)> Learn(IEnumerable<Question> questions)
    {
        var seen = new Dictionary<string, (double Right, double Wrong)>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            foreach (var option in question.Choices)
            {
                var right = option == question.Key.Given[0];
                foreach (var word in Words(option))
                {
                    var (r, w) = seen.GetValueOrDefault(word);
                    seen[word] = right ? (r + 1, w) : (r, w + (1.0 / (question.Choices.Length - 1)));
                }
            }
        }
        return seen;
    }

    /// <summary>The mean of the words' log odds: neither long nor short options gain by it.</summary>
    private static double Score(Dictionary<string, (double Right, double Wrong)> weights, string option) =>
        Words(option).Select(word => weights.GetValueOrDefault(word))
            .Select(seen => Determinism.PortableMath.Log((seen.Right + 1) / (seen.Wrong + 1))).DefaultIfEmpty(0).Average();

    private static IEnumerable<string> Words(string option) =>
        option.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '?', '!', '“', '”').ToUpperInvariant());
}
