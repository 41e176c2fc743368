using System.Collections.Immutable;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>A catalogue as students meet it, without a database: numbers are ordinals.</summary>
public static class UnstoredRelease
{
    public const int Number = 1;

    /// <param name="curriculum">That from which the catalogue was authored.</param>
    public static Release Of(Catalogue catalogue, CurriculumSet curriculum)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(curriculum);
        var draft = ReleaseDraft.Of(curriculum, HashedContent.Of(catalogue));
        var syllabus = new Syllabus(
            [.. draft.Skills.Select(skill => new SkillNode(
                skill.Subject, skill.Grade, (byte)skill.Facets.Length,
                [.. draft.Requires(skill).Select(ordinal => (ushort)ordinal)]))],
            [.. draft.Questions.Select(own => Question(draft, own.Question))],
            Materials(draft),
            [.. curriculum.Careers.Select(career => new CareerNode(
                career.MinGrade, [.. ReleaseDraft.Interests(career).Select(letter => (Interest)letter)],
                draft.Cluster(career.Cluster), [.. career.Contexts.Select(context => draft.Context(context))]))],
            [.. curriculum.WorkContexts.Select(context => draft.Cluster(context.Cluster))]);
        return new Release(
            Number, draft.Hash, syllabus, Keys(draft.Skills, skill => skill.Id), Keys(draft.Items, own => own.Item.Id),
            Keys(draft.Questions, own => own.Question.Id), Keys(curriculum.Careers, career => career.Id));
    }

    private static Item Question(ReleaseDraft draft, Question question) => new(
        (ushort)draft.Skill(question.Skill), question.Kind, (byte)question.Choices.Length,
        (byte)(question.Responses.Length - 1), Words(question.Words),
        QuestionJson.Thousandths(question.Difficulty));

    private static ImmutableArray<Material> Materials(ReleaseDraft draft)
    {
        var first = 0;
        var materials = ImmutableArray.CreateBuilder<Material>(draft.Items.Length);
        foreach (var item in draft.Items.Select(own => own.Item))
        {
            materials.Add(new Material(
                (ushort)draft.Skill(item.Skill), item.Container, (byte)draft.Facet(item), draft.Context(item.Context),
                Words(item.Words()), first, (byte)item.Questions.Length));
            first += item.Questions.Length;
        }
        return materials.MoveToImmutable();
    }

    private static ushort Words(int words) => (ushort)Math.Min(words, ushort.MaxValue);

    private static ImmutableArray<CatalogueKey> Keys<T>(IEnumerable<T> values, Func<T, string> id) =>
        [.. values.Select((value, i) => new CatalogueKey(i, Dice.Key(id(value))))];
}
