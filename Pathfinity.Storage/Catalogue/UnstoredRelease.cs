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
    public static Release Of(Catalogue catalogue, CurriculumSet curriculum) =>
        Of(catalogue, curriculum, ContentLibrary.Default.Bugs, CareerScenarios.Default.All);

    /// <param name="curriculum">That from which the catalogue was authored.</param>
    /// <param name="bugs">The bugs that its responses name.</param>
    /// <param name="scenarios">The scenarios of its careers.</param>
    public static Release Of(
        Catalogue catalogue, CurriculumSet curriculum, IEnumerable<Bug> bugs, IEnumerable<CareerScenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(curriculum);
        var draft = ReleaseDraft.Of(curriculum, Content(catalogue), [.. bugs], [.. scenarios]);
        var wrongBugs = ImmutableArray.CreateBuilder<short>();
        var syllabus = new Syllabus(
            [.. draft.Skills.Select(skill => new SkillNode(
                skill.Subject, skill.Grade, (byte)skill.Facets.Length,
                [.. draft.Requires(skill).Select(ordinal => (ushort)ordinal)]))],
            [.. draft.Questions.Select(question => Question(draft, question, wrongBugs))],
            Materials(draft),
            [.. curriculum.Careers.Select(career => new CareerNode(
                career.MinGrade, [.. ReleaseDraft.Interests(career).Select(letter => (Interest)letter)],
                draft.Cluster(career.Cluster), [.. career.Contexts.Select(context => draft.Context(context))]))],
            [.. curriculum.WorkContexts.Select(context => draft.Cluster(context.Cluster))],
            [.. draft.Bugs.Select(bug => new BugNode(Dice.Key(bug.Id), bug.Onset, bug.Peak, bug.Decline))],
            wrongBugs.DrainToImmutable(),
            [.. draft.Scenarios.Select(scenario => new ScenarioNode(draft.Career(scenario), scenario.Band, scenario.Subject))]);
        return new Release(
            Number, draft.Hash, syllabus, Keys(draft.Skills, skill => skill.Id), Keys(draft.Items, own => own.Id),
            Keys(draft.Questions, own => own.Id), Keys(curriculum.Careers, career => career.Id))
        {
            Scenarios = Keys(draft.Scenarios, scenario => scenario.Id),
        };
    }

    private static IEnumerable<ReleaseItem> Content(Catalogue catalogue) => HashedItem.Of(catalogue.Items).Select(own =>
        ReleaseItem.Of(own, 0, [.. HashedQuestion.Of(own.Item.Questions).Select(question => ReleaseQuestion.Of(question, 0))]));

    private static Item Question(ReleaseDraft draft, ReleaseQuestion question, ImmutableArray<short>.Builder wrongBugs)
    {
        var first = wrongBugs.Count;
        wrongBugs.AddRange(draft.BugsOf(question));
        return new Item(
            (ushort)draft.Skill(question.Skill), question.Kind, question.Choices,
            (byte)question.Bugs.Length, Words(question.Words), question.Difficulty,
            first);
    }

    private static ImmutableArray<Material> Materials(ReleaseDraft draft)
    {
        var first = 0;
        var materials = ImmutableArray.CreateBuilder<Material>(draft.Items.Length);
        foreach (var item in draft.Items)
        {
            materials.Add(new Material(
                (ushort)draft.Skill(item.Skill), item.Container, (byte)draft.Facet(item), draft.Context(item.Context),
                Words(item.Words), first, (byte)item.Questions.Length));
            first += item.Questions.Length;
        }
        return materials.MoveToImmutable();
    }

    private static ushort Words(int words) => (ushort)Math.Min(words, ushort.MaxValue);

    private static ImmutableArray<CatalogueKey> Keys<T>(IEnumerable<T> values, Func<T, string> id) =>
        [.. values.Select((value, i) => new CatalogueKey(i, Dice.Key(id(value))))];
}
