using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Checks;

namespace Pathfinity.Content.Review;

/// <summary>All questions that one version of an item model wrote: they are accepted or refused together.</summary>
/// <param name="Size">How many they are.</param>
/// <param name="Sample">Those that are inspected: drawn by the plan, and the extremes.</param>
/// <param name="Defects">What inspection found wrong with them.</param>
public sealed record Lot(
    string Model, int ModelVersion, int Size, ImmutableArray<Question> Sample, ImmutableArray<Finding> Defects, bool Accepted)
{
    /// <summary>Why it stands as it does, in one sentence.</summary>
    public string Reason => string.Create(CultureInfo.InvariantCulture,
        $"{Sample.Length} of {Size} inspected, {Defects.Length} wrong{(Defects.IsEmpty ? "" : ": " + Defects[0].Reason)}");

    /// <summary>Inspects one lot. The sample depends on the lot's content alone.</summary>
    /// <param name="inspect">What is wrong with a question, or null.</param>
    public static Lot Inspect(
        IReadOnlyList<Question> questions, SamplingPlan plan, Func<Question, Finding?> inspect)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var draw = new LotDraw(plan);
        foreach (var question in questions)
        {
            draw.Add(question);
        }
        return draw.Inspect(inspect);
    }
}
