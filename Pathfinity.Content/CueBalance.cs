using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>
/// Keeps the cues of one item model at one skill from paying: once a cue has found the key more often than chance would,
/// questions that it answers are drawn again.
/// </summary>
internal sealed class CueBalance
{
    private const double Ahead = 0.6; // right answers that a cue may be ahead of chance
    private readonly double[] gains = new double[CueSolver.Cues.Count];

    /// <summary>Whether a cue that is ahead would answer this question as well.</summary>
    public bool Tips(Question question, out CueHits hits)
    {
        hits = default;
        if (question.Kind is not QuestionKind.Choice)
        {
            return false;
        }
        hits = CueSolver.Hits(question);
        for (var i = 0; i < gains.Length; i++)
        {
            if (hits.Has(i) && gains[i] > Ahead)
            {
                return true;
            }
        }
        return false;
    }

    public void Count(Question question, CueHits hits)
    {
        if (question.Kind is not QuestionKind.Choice)
        {
            return;
        }
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] += (hits.Has(i) ? 1.0 : 0) - (1.0 / question.Choices.Length);
        }
    }
}
