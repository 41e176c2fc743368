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

    /// <summary>Whether so much is told before the last sentence asks that it should be needed.</summary>
    internal static bool HasPassage(string stem) =>
        stem.Length > PassageWordsMin && Reading.Sentences(stem) is var (longest, words) && words - longest >= PassageWordsMin;

    private static IEnumerable<double> Gains(IEnumerable<Question> learn, IEnumerable<Question> test)
    {
        var words = new OptionWords();
        foreach (var question in learn)
        {
            words.Learn(question.Choices.AsSpan(), question.Choices.IndexOf(question.Key.Given[0]));
        }
        foreach (var question in test)
        {
            var scores = question.Choices.Select(words.Score).ToArray();
            var best = Array.IndexOf(scores, scores.Max());
            yield return (question.Choices[best] == question.Key.Given[0] ? 1.0 : 0) - (1.0 / question.Choices.Length);
        }
    }
}
