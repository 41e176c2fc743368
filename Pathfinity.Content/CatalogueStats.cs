using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>How much a catalogue holds, counted along several axes.</summary>
/// <param name="Cells">One row per subject, grade and container, empty ones too.</param>
/// <param name="EmptyCells">"math K discover" and the like.</param>
/// <param name="Counts">Axis (kind, demand, part, status, author, context), value and number of questions.</param>
public sealed record CatalogueStats(
    int Skills,
    int Items,
    int Questions,
    int DistinctStems,
    int DistinctMasks,
    int Figures,
    int Rejected,
    int Shortages,
    ImmutableArray<CatalogueCell> Cells,
    ImmutableArray<string> EmptyCells,
    ImmutableArray<CatalogueCount> Counts)
{
    public static CatalogueStats Of(Catalogue catalogue, CurriculumSet curriculum)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(curriculum);
        var skills = curriculum.Skills.ToDictionary(skill => skill.Id, StringComparer.Ordinal);
        var items = catalogue.Items.ToLookup(i => (skills[i.Skill].Subject, skills[i.Skill].Grade, i.Container));
        var cells =
            from subject in Subjects.All
            from grade in Grade.All
            from container in Enum.GetValues<Container>()
            let cell = items[(subject, grade, container)]
            select new CatalogueCell(
                subject, grade.ToString(), container, cell.Select(i => i.Skill).Distinct().Count(), cell.Count(),
                cell.Sum(i => i.Questions.Length));
        var all = cells.ToImmutableArray();
        var questions = catalogue.Questions;
        return new CatalogueStats(
            catalogue.Items.Select(i => i.Skill).Distinct().Count(),
            catalogue.Items.Length,
            questions.Length,
            questions.Select(q => q.Stem).Distinct(StringComparer.Ordinal).Count(),
            questions.Select(q => q.Mask).Distinct(StringComparer.Ordinal).Count(),
            questions.Count(q => q.Figure is not null),
            catalogue.Rejections.Length,
            catalogue.Shortages.Length,
            all,
            [.. all.Where(c => c.Questions == 0).Select(c => $"{c.Subject.Key()} {c.Grade} {c.Container.Key()}")],
            [
                .. By("subject", q => skills[q.Skill].Subject.Key()), .. By("kind", q => q.Kind.Key()),
                .. By("demand", q => q.Demand.Key()), .. By("part", q => q.Part.ToString().ToLowerInvariant()),
                .. By("status", q => q.Status.ToString().ToLowerInvariant()), .. By("author", q => q.Author),
                .. By("context", q => q.Context ?? "none"), .. By("model", q => q.Model),
            ]);

        IEnumerable<CatalogueCount> By(string axis, Func<Question, string> key) => questions.GroupBy(key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CatalogueCount(axis, group.Key, group.Count()));
    }
}

/// <summary>What one subject, grade and container hold.</summary>
public sealed record CatalogueCell(Subject Subject, string Grade, Container Container, int Skills, int Items, int Questions);

/// <summary>Questions that share a value on an axis.</summary>
public sealed record CatalogueCount(string Axis, string Value, int Questions);
