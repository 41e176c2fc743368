using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Review;

/// <summary>
/// Draws the sample of a lot while its questions come by, in any order. Each has a number that chance gave it; as many of
/// the lowest as the largest sample takes are kept until the size of the lot is known.
/// </summary>
public sealed class LotDraw(SamplingPlan plan)
{
    private readonly PriorityQueue<Question, ulong> lowest = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
    private readonly int most = plan.SampleMax;
    private readonly Extreme shortest = new();
    private readonly Extreme longest = new();
    private readonly Extreme greatest = new();
    private readonly Extreme widest = new();

    /// <summary>Questions so far.</summary>
    public int Size { get; private set; }

    public void Add(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Size++;
        var number = Dice.Of(64).Fork(question.Model).Fork(question.ModelVersion).Fork(question.Id).Bits;
        if (lowest.Count < most)
        {
            lowest.Enqueue(question, number);
        }
        else
        {
            lowest.EnqueueDequeue(question, number);
        }
        shortest.Consider(question, -question.Words);
        longest.Consider(question, question.Words);
        greatest.Consider(question, Reading.LargestNumber(question.Stem));
        widest.Consider(question, question.Choices.Sum(choice => choice.Length));
    }

    /// <summary>The lot of all questions so far.</summary>
    /// <param name="inspect">What is wrong with a question, or null.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public Lot Inspect(Func<Question, Finding?> inspect)
    {
        var model = longest.Question ?? throw new InvalidOperationException("A lot without questions cannot be inspected.");
        var drawn = lowest.UnorderedItems.OrderBy(own => own.Priority).Take(plan.SampleOf(Size)).Select(own => own.Element);
        Question[] extremes = [shortest.Question!, longest.Question!, greatest.Question!, widest.Question!];
        ImmutableArray<Question> sample = [.. drawn.Concat(extremes).DistinctBy(question => question.Id)];
        ImmutableArray<Finding> defects = [.. sample.Select(inspect).OfType<Finding>()];
        return new Lot(model.Model, model.ModelVersion, Size, sample, defects, defects.Length <= plan.Accept);
    }

    /// <summary>The first question of which there is most.</summary>
    private sealed class Extreme
    {
        private long most = long.MinValue;

        public Question? Question { get; private set; }

        public void Consider(Question question, long amount)
        {
            if (amount > most)
            {
                (most, Question) = (amount, question);
            }
        }
    }
}
