using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>What only many questions together show: variety, cues and demand of every subject and grade.</summary>
/// <param name="NearDuplicates">Between item models.</param>
public sealed record CatalogueReport(ImmutableArray<CellReport> Cells, ImmutableArray<NearDuplicate> NearDuplicates)
{
    private const int MasksMin = 8; // a skill; half of it where facts are few
    private const int FewQuestions = 48;
    /// <summary>Largest share of one wording in a grade and subject.</summary>
    public const double MaskShareMax = 0.05;

    /// <summary>By how many points a cue, followed or avoided, or the options without their passage, may beat chance.</summary>
    public const double PointsMax = 5;

    /// <summary>Largest share of questions that only ask to recall, from grade 3.</summary>
    public const double RecallMax = 0.35;

    private const int CellMin = 100; // questions from which shares mean something

    public static CatalogueReport Of(IReadOnlyCollection<Question> questions, Func<string, Skill> skill)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(skill);
        var cells = questions.GroupBy(q => (skill(q.Skill).Subject, skill(q.Skill).Grade))
            .OrderBy(cell => cell.Key.Subject).ThenBy(cell => cell.Key.Grade.Ordinal).ToArray();
        return new CatalogueReport(
            [.. cells.AsParallel().AsOrdered().Select(cell => Cell(cell.Key.Subject, cell.Key.Grade, [.. cell]))],
            NearDuplicateModels(questions));
    }

    /// <summary>What is beyond its bounds, one finding each.</summary>
    public IEnumerable<Finding> Findings() => Cells.SelectMany(Findings).Concat(NearDuplicates.Select(pair => new Finding(
        "near-duplicate", pair.First, FormattableString.Invariant($"{pair.Similarity:P0} the same as {pair.Second}: {pair.Mask}"))));

    private static ImmutableArray<NearDuplicate> NearDuplicateModels(IEnumerable<Question> questions) => Checks.NearDuplicates.Of(questions);

    private static CellReport Cell(Subject subject, Grade grade, Question[] questions)
    {
        var skills = questions.GroupBy(q => q.Skill).Select(own => (own.Key, Questions: own.Count(), Masks: own.Select(q => q.Mask).Distinct().Count()))
            .ToArray();
        var cue = CueSolver.Advantage(questions).MaxBy(own => own.Value);
        var mask = questions.GroupBy(q => q.Mask, StringComparer.Ordinal).MaxBy(own => own.Count())!;
        return new CellReport(
            subject, grade, questions.Length, skills.Min(own => own.Masks), skills.Average(own => own.Masks),
            [.. skills.Where(own => own.Masks < (own.Questions < FewQuestions ? MasksMin / 2 : MasksMin))
                .Select(own => $"{own.Key} ({own.Masks})").Order(StringComparer.Ordinal)],
            mask.Count() / (double)questions.Length, mask.Key, cue.Key, cue.Value, PassageFreeSolver.Advantage(questions),
            questions.Count(q => q.Demand is Demand.Recall) / (double)questions.Length);
    }

    private static IEnumerable<Finding> Findings(CellReport cell)
    {
        var name = $"{cell.Subject.Key()} {cell.Grade}";
        foreach (var skill in cell.FewMasks)
        {
            yield return new Finding("variety", name, $"fewer than {MasksMin} wordings: {skill}");
        }
        if (cell.Questions < CellMin)
        {
            yield break;
        }
        if (cell.MaskShare > MaskShareMax)
        {
            yield return new Finding("mask", name, FormattableString.Invariant($"{cell.MaskShare:P1} of the questions read alike: {cell.Mask}"));
        }
        if (cell.CuePoints > PointsMax)
        {
            yield return new Finding("cues", name, FormattableString.Invariant($"'{cell.Cue}' beats chance by {cell.CuePoints:0.0} points"));
        }
        if (cell.PassageFree is { } gain && gain.Exceeds(PointsMax))
        {
            yield return new Finding("passage-free", name, FormattableString.Invariant($"options alone beat chance by {gain.Points:0.0} points, give or take {gain.Error:0.0}"));
        }
        if (cell.Grade.Ordinal >= Grade.Parse("3").Ordinal && cell.RecallShare > RecallMax)
        {
            yield return new Finding("demand", name, FormattableString.Invariant($"{cell.RecallShare:P0} of the questions ask to recall"));
        }
    }
}

/// <summary>Variety, cues and demand of one subject and grade.</summary>
/// <param name="MasksMin">Wordings of the skill that has fewest.</param>
/// <param name="FewMasks">Skills with fewer than they should have.</param>
/// <param name="MaskShare">Share of the commonest wording, 0 to 1.</param>
/// <param name="CuePoints">By how many points the best cue beats chance.</param>
/// <param name="PassageFree">Likewise who learns from options alone; null where there are too few questions.</param>
public sealed record CellReport(
    Subject Subject, Grade Grade, int Questions, int MasksMin, double MasksMean, ImmutableArray<string> FewMasks,
    double MaskShare, string Mask, string Cue, double CuePoints, Gain? PassageFree, double RecallShare);
