using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Checks;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Review;

/// <summary>All questions that one version of an item model wrote: they are accepted or refused together.</summary>
/// <param name="Sample">Those that are inspected: drawn by the plan, and the extremes.</param>
/// <param name="Defects">What inspection found wrong with them.</param>
public sealed record Lot(
    string Model, int ModelVersion, ImmutableArray<Question> Questions, ImmutableArray<Question> Sample,
    ImmutableArray<Finding> Defects, bool Accepted)
{
    /// <summary>Why it stands as it does, in one sentence.</summary>
    public string Reason => string.Create(CultureInfo.InvariantCulture,
        $"{Sample.Length} of {Questions.Length} inspected, {Defects.Length} wrong{(Defects.IsEmpty ? "" : ": " + Defects[0].Reason)}");

    /// <summary>Inspects one lot. The sample depends on the lot's content alone.</summary>
    /// <param name="inspect">What is wrong with a question, or null.</param>
    public static Lot Inspect(
        IReadOnlyList<Question> questions, SamplingPlan plan, Func<Question, Finding?> inspect)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(plan);
        ImmutableArray<Question> all = [.. questions];
        var sample = Draw(all, plan.SampleOf(all.Length));
        ImmutableArray<Finding> defects = [.. sample.Select(inspect).OfType<Finding>()];
        return new Lot(all[0].Model, all[0].ModelVersion, all, sample, defects, defects.Length <= plan.Accept);
    }

    private static ImmutableArray<Question> Draw(ImmutableArray<Question> lot, int count)
    {
        var dice = Dice.Of(64).Fork(lot[0].Model).Fork(lot[0].ModelVersion).Fork(lot.Length);
        Question[] extremes =
        [
            lot.MinBy(q => q.Words)!, lot.MaxBy(q => q.Words)!, lot.MaxBy(q => Reading.LargestNumber(q.Stem))!,
            lot.MaxBy(q => q.Choices.Sum(choice => choice.Length))!,
        ];
        return [.. dice.Shuffle(lot).Take(count).Concat(extremes).DistinctBy(q => q.Id)];
    }
}
