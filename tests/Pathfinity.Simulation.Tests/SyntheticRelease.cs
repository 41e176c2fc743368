using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

/// <summary>A release without content: skills, questions and careers by number, enough to live on.</summary>
internal static class SyntheticRelease
{
    private const int SkillsPerCell = 4;
    private const int MaterialsPerStep = 3;
    private const int Bugs = 10;

    /// <param name="shift">Leaves out this many skills of each cell, as another release would.</param>
    /// <param name="cell">Skills of each subject and grade, 16 at most with those left out.</param>
    public static Release Make(int number = 1, int shift = 0, int cell = SkillsPerCell)
    {
        var skills = new List<SkillNode>();
        var skillKeys = new List<CatalogueKey>();
        var items = new List<Item>();
        var materials = new List<Material>();
        var wrongBugs = new List<short>();
        foreach (var subject in Subjects.All)
        {
            foreach (var grade in Grade.All)
            {
                for (var i = shift; i < cell + shift; i++)
                {
                    var ordinal = (ushort)skills.Count;
                    ImmutableArray<ushort> requires = i > shift ? [(ushort)(ordinal - 1)] : [];
                    skills.Add(new SkillNode(subject, grade, 3, requires));
                    skillKeys.Add(Key((((((int)subject * Grade.Count) + grade.Ordinal) * 16) + i, $"{subject}{grade}{i}")));
                    AddMaterials(ordinal, items, materials, wrongBugs);
                }
            }
        }
        var careers = Enumerable.Range(0, 24).Select(i => new CareerNode(
            Grade.FromOrdinal(i < 12 ? 0 : i % 12), [(Interest)(i % 6), (Interest)((i + 2) % 6)], (short)(i % 4), [(short)(i % 8)]));
        var syllabus = new Syllabus(
            [.. skills], [.. items], [.. materials], [.. careers], [.. Enumerable.Range(0, 8).Select(i => (short)(i % 4))],
            [.. Enumerable.Range(0, Bugs).Select(i => new BugNode(Dice.Key($"bug{i}"), Grade.PreK, Grade.FromOrdinal(i), Grade.Twelve))],
            [.. wrongBugs], [.. Scenarios()]);
        return new Release(
            number, $"hash-{number}", syllabus, [.. skillKeys],
            [.. materials.Select((_, i) => Key((i, $"item{i}")))],
            [.. items.Select((_, i) => Key((i, $"question{i}")))],
            [.. Enumerable.Range(0, 24).Select(i => Key((i, $"career{i}")))])
        {
            Scenarios = [.. Scenarios().Select((_, i) => Key((i, $"scenario{i}")))],
        };
    }

    private static IEnumerable<ScenarioNode> Scenarios() =>
        from career in Enumerable.Range(0, 20)
        from band in Enum.GetValues<GradeBand>()
        from subject in Subjects.All
        select new ScenarioNode((short)career, band, subject);

    private static CatalogueKey Key((int Number, string Id) named) => new(named.Number, Dice.Key(named.Id));

    private static void AddMaterials(ushort skill, List<Item> items, List<Material> materials, List<short> wrongBugs)
    {
        foreach (var container in (ReadOnlySpan<Container>)[Container.Learn, Container.Experience, Container.Discover])
        {
            var count = container switch { Container.Learn => 6, Container.Experience => 3, _ => 1 };
            for (var m = 0; m < MaterialsPerStep; m++)
            {
                var context = container == Container.Learn ? -1 : (skill + m) % 8;
                materials.Add(new Material(skill, container, (byte)m, (short)context, 40, items.Count, (byte)count));
                for (var q = 0; q < count; q++)
                {
                    var kind = q % 3 == 2 ? QuestionKind.Numeric : QuestionKind.Choice;
                    items.Add(new Item(skill, kind, kind == QuestionKind.Choice ? (byte)4 : (byte)0, 3, 20, 0, wrongBugs.Count));
                    wrongBugs.AddRange([(short)(skill % Bugs), (short)((skill + 1) % Bugs), -1]);
                }
            }
        }
    }
}
