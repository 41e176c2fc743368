using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Answers questions on a passage without reading it: from one half of the skills it learns which words right options
/// have and wrong ones lack, and picks by them in the other half, and the other way round. What it gains over chance, the options give away.
/// </summary>
public static class PassageFreeSolver
{
    private const int TestsMin = 200; // fewer say nothing
    private const int Halvings = 16;
    private const int HalvingsMin = 4; // with enough on both sides
    private const int PassageWordsMin = 25; // before the last sentence, which asks

    /// <summary>What is gained over chance; null where there are too few questions.</summary>
    /// <remarks>
    /// Halves are of skills, not of questions: who has learnt the skill does not guess. One word can sway hundreds of
    /// answers, so that a single halving says little: the mean of several is taken, and its error is that of a sample of
    /// skills.
    /// </remarks>
    public static Gain? Advantage(IEnumerable<Question> questions)
    {
        var choices = questions.Where(q => q.Kind is QuestionKind.Choice && q.Choices.Length > 1 && HasPassage(q.Stem)).ToList();
        var halvings = Enumerable.Range(0, Halvings)
            .Select(halving => choices.ToLookup(q => ((Determinism.Dice.Key(q.Skill) >> halving) & 1) == 0))
            .Where(halves => Math.Min(halves[true].Count(), halves[false].Count()) >= TestsMin)
            .ToArray();
        if (halvings.Length < HalvingsMin)
        {
            return null;
        }
        var gains = halvings
            .SelectMany(halves => Gains(halves[true], halves[false]).Concat(Gains(halves[false], halves[true])))
            .ToList();
        var mean = gains.Average(gain => gain.Points);
        var error = Math.Sqrt(gains.GroupBy(gain => gain.Skill, StringComparer.Ordinal)
            .Sum(skill => Math.Pow(skill.Sum(gain => gain.Points - mean), 2))) / gains.Count;
        return new Gain(mean, error);
    }

    /// <summary>Whether so much is told before the last sentence asks that it should be needed.</summary>
    internal static bool HasPassage(string stem) =>
        stem.Length > PassageWordsMin && Reading.Sentences(stem) is var (longest, words) && words - longest >= PassageWordsMin;

    private static IEnumerable<(string Skill, double Points)> Gains(IEnumerable<Question> learn, IEnumerable<Question> test)
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
            var won = question.Choices[best] == question.Key.Given[0] ? 1.0 : 0;
            yield return (question.Skill, 100 * (won - (1.0 / question.Choices.Length)));
        }
    }
}

/// <summary>Right answers above chance.</summary>
/// <param name="Error">The standard error of <paramref name="Points"/>.</param>
public sealed record Gain(double Points, double Error)
{
    /// <summary>Whether it is more than so many points, beyond what a small sample may show.</summary>
    public bool Exceeds(double points) => Points - Error > points;
}
