using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>Runs every check over a whole catalogue: each question again, then what only all of them show.</summary>
public static class CatalogueChecks
{
    private const double MaskShareMax = 0.05; // of a grade and subject; above, students meet the same wording too often
    private const int CellMin = 100; // questions from which that share means something

    /// <summary>All faults, question by question in catalogue order, then those of skills and cells.</summary>
    public static ImmutableArray<Finding> Run(Catalogue catalogue, CurriculumSet curriculum, ContentLibrary library)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(curriculum);
        ArgumentNullException.ThrowIfNull(library);
        var skills = curriculum.Skills.ToDictionary(skill => skill.Id, StringComparer.Ordinal);
        var single = new Finding?[catalogue.Questions.Length];
        Parallel.For(0, single.Length, i =>
        {
            var question = catalogue.Questions[i];
            single[i] = QuestionChecks.FirstFault(question, skills[question.Skill], library);
        });
        return [.. single.OfType<Finding>(), .. Duplicates(catalogue), .. Masks(catalogue, skills)];
    }

    private static IEnumerable<Finding> Duplicates(Catalogue catalogue)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in catalogue.Questions)
        {
            var content = string.Join('\n', [question.Skill, question.Stem, question.Figure?.Svg ?? "", question.Key.Given[0], .. question.Choices]);
            if (!seen.TryAdd(content, question.Id))
            {
                yield return new Finding("duplicate", question.Id, $"the same as {seen[content]}");
            }
        }
    }

    private static IEnumerable<Finding> Masks(Catalogue catalogue, Dictionary<string, Skill> skills)
    {
        foreach (var cell in catalogue.Questions.GroupBy(q => (skills[q.Skill].Subject, skills[q.Skill].Grade)))
        {
            var count = cell.Count();
            foreach (var mask in cell.GroupBy(q => q.Mask, StringComparer.Ordinal).Where(mask => count >= CellMin && mask.Count() > count * MaskShareMax))
            {
                yield return new Finding("mask", mask.First().Id, $"{mask.Count()} of {count} questions of {cell.Key.Subject.Key()} {cell.Key.Grade} read alike: {mask.Key}");
            }
        }
    }
}
