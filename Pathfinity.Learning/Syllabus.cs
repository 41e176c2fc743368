using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>A question as the student model sees it.</summary>
/// <param name="Skill">Ordinal of its skill.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Options">Number of options; 0 when the answer is open.</param>
/// <param name="WrongResponses">Number of wrong responses it knows, at most 255; a log names them 1, 2, ...</param>
/// <param name="Words">Words to read before it can be answered.</param>
/// <param name="Difficulty">Authored difficulty in thousandths of a logit, added to the item's own.</param>
/// <param name="FirstWrong">Place of its first wrong response among those of the syllabus; -1 when nothing is known of them.</param>
public readonly record struct Item(
    ushort Skill, QuestionKind Kind, byte Options, byte WrongResponses, ushort Words, short Difficulty, int FirstWrong = -1);

/// <summary>A misconception as the student model sees it.</summary>
/// <param name="Key">Of its identifier, so that no ordinal decides who holds it.</param>
/// <param name="Onset">The grade in which it appears.</param>
/// <param name="Peak">The grade in which most hold it.</param>
/// <param name="Decline">The grade from which few hold it.</param>
public readonly record struct BugNode(ulong Key, Grade Onset, Grade Peak, Grade Decline);

/// <summary>A career scenario as the student model sees it.</summary>
/// <param name="Career">Ordinal of the career at which it happens.</param>
public readonly record struct ScenarioNode(short Career, GradeBand Band, Subject Subject);

/// <summary>A content item as the student model sees it: some questions in a row behind some reading.</summary>
/// <param name="Skill">Ordinal of its skill.</param>
/// <param name="Facet">Facet of the skill that it teaches, from 0.</param>
/// <param name="Context">Ordinal of its work context; -1 for none.</param>
/// <param name="Words">Words to read before its first question.</param>
/// <param name="FirstItem">Ordinal of its first question.</param>
/// <param name="ItemCount">Number of its questions; the last one is the assessment.</param>
public readonly record struct Material(
    ushort Skill, Container Container, byte Facet, short Context, ushort Words, int FirstItem, byte ItemCount);

/// <summary>A skill as the student model sees it.</summary>
/// <param name="Facets">Number of facets.</param>
/// <param name="Requires">Ordinals of the skills that gate it.</param>
public sealed record SkillNode(Subject Subject, Grade Grade, byte Facets, ImmutableArray<ushort> Requires);

/// <summary>A career as the student model sees it.</summary>
/// <param name="MinGrade">The youngest grade to which it is offered.</param>
/// <param name="Interests">Its interest types, strongest first.</param>
/// <param name="Cluster">Ordinal of its cluster.</param>
/// <param name="Contexts">Ordinals of its work contexts, its own first.</param>
public sealed record CareerNode(
    Grade MinGrade, ImmutableArray<Interest> Interests, short Cluster, ImmutableArray<short> Contexts);

/// <summary>
/// One immutable catalogue release as students meet it. Ordinals are places in its lists; skills stand in canonical
/// order, so a cell of subject and grade is a range, and materials by skill and container, so that a step is a range.
/// </summary>
public sealed class Syllabus
{
    private static readonly GradeBand[] Bands = Enum.GetValues<GradeBand>();

    private readonly Range[] cells = new Range[Subjects.All.Count * Grade.Count];
    private readonly int[] firstMaterial;
    private readonly ImmutableArray<int>[] careersByGrade;
    private readonly int[] scenarioOf;

    /// <param name="wrongBugs">For each wrong response of each question, the ordinal of its bug; -1 for none.</param>
    /// <exception cref="ArgumentException">Skills or materials are out of order, or a material names no question.</exception>
    public Syllabus(
        ImmutableArray<SkillNode> skills,
        ImmutableArray<Item> items,
        ImmutableArray<Material> materials,
        ImmutableArray<CareerNode> careers,
        ImmutableArray<short> contextClusters,
        ImmutableArray<BugNode> bugs = default,
        ImmutableArray<short> wrongBugs = default,
        ImmutableArray<ScenarioNode> scenarios = default)
    {
        Skills = skills;
        Items = items;
        Materials = materials;
        Careers = careers;
        ContextClusters = contextClusters;
        Bugs = bugs.IsDefault ? [] : bugs;
        WrongBugs = wrongBugs.IsDefault ? [] : wrongBugs;
        Scenarios = scenarios.IsDefault ? [] : scenarios;
        scenarioOf = FindScenarios();
        firstMaterial = Steps();
        FindCells();
        careersByGrade = [.. Grade.All.Select(grade => Enumerable.Range(0, careers.Length)
            .Where(i => careers[i].MinGrade <= grade).ToImmutableArray())];
    }

    public ImmutableArray<SkillNode> Skills { get; }
    public ImmutableArray<Item> Items { get; }
    public ImmutableArray<Material> Materials { get; }
    public ImmutableArray<CareerNode> Careers { get; }

    /// <summary>For each work context, the ordinal of its career cluster.</summary>
    public ImmutableArray<short> ContextClusters { get; }

    public ImmutableArray<BugNode> Bugs { get; }

    /// <summary>For each wrong response of each question, the ordinal of its bug; -1 for none.</summary>
    public ImmutableArray<short> WrongBugs { get; }

    public ImmutableArray<ScenarioNode> Scenarios { get; }

    /// <summary>The bugs of a question's wrong responses, in their order; empty when nothing is known of them.</summary>
    public ReadOnlySpan<short> BugsOf(in Item item) =>
        item.FirstWrong < 0 ? [] : WrongBugs.AsSpan(item.FirstWrong, item.WrongResponses);

    /// <summary>
    /// Ordinal of the scenario that tells a grade of a career's use of a subject: the career's own, else that of another
    /// career at its places of work, else that of the first career; -1 when there is none.
    /// </summary>
    public int ScenarioOf(int career, Grade grade, Subject subject) =>
        scenarioOf[Place(career, grade.Band, subject)];

    /// <summary>First skill and number of skills of a cell; the number is 0 when the cell is empty.</summary>
    public (int First, int Count) Cell(Subject subject, Grade grade)
    {
        var range = cells[((int)subject * Grade.Count) + grade.Ordinal];
        return (range.Start.Value, range.End.Value - range.Start.Value);
    }

    /// <summary>First material and number of materials of a skill in a container.</summary>
    public (int First, int Count) Step(int skill, Container container)
    {
        var step = (skill * 3) + (int)container;
        return (firstMaterial[step], firstMaterial[step + 1] - firstMaterial[step]);
    }

    /// <summary>Ordinals of the careers offered to a grade.</summary>
    public ImmutableArray<int> CareersOf(Grade grade) => careersByGrade[grade.Ordinal];

    private int[] Steps()
    {
        var first = new int[(Skills.Length * 3) + 1];
        var step = 0;
        for (var i = 0; i < Materials.Length; i++)
        {
            var material = Materials[i];
            var own = (material.Skill * 3) + (int)material.Container;
            if (own < step - 1 || material.ItemCount == 0 || material.FirstItem + material.ItemCount > Items.Length)
            {
                throw new ArgumentException($"Material {i} is out of order or has no questions.");
            }
            while (step <= own)
            {
                first[step++] = i;
            }
        }
        while (step < first.Length)
        {
            first[step++] = Materials.Length;
        }
        return first;
    }

    // Careers without a scenario of their own share that of the first career at the same places of work, else that of
    // the first of all.
    private int[] FindScenarios()
    {
        var found = new int[Careers.Length * Bands.Length * Subjects.All.Count];
        Array.Fill(found, -1);
        for (var i = Scenarios.Length - 1; i >= 0; i--)
        {
            found[Place(Scenarios[i].Career, Scenarios[i].Band, Scenarios[i].Subject)] = i;
        }
        for (var career = 0; career < Careers.Length; career++)
        {
            var places = Careers[career].Contexts;
            var mates = Enumerable.Range(0, Careers.Length).Where(mate => Careers[mate].Contexts.Any(places.Contains)).ToList();
            foreach (var band in Bands)
            {
                foreach (var subject in Subjects.All)
                {
                    ref var own = ref found[Place(career, band, subject)];
                    own = own >= 0 ? own : mates.Append(0).Select(mate => found[Place(mate, band, subject)]).FirstOrDefault(told => told >= 0, -1);
                }
            }
        }
        return found;
    }

    private static int Place(int career, GradeBand band, Subject subject) =>
        (((career * Bands.Length) + (int)band) * Subjects.All.Count) + (int)subject;

    private void FindCells()
    {
        for (var i = 0; i < Skills.Length; i++)
        {
            var cell = ((int)Skills[i].Subject * Grade.Count) + Skills[i].Grade.Ordinal;
            var range = cells[cell];
            if (range.End.Value != 0 && range.End.Value != i)
            {
                throw new ArgumentException($"Skill {i} stands apart from the others of its subject and grade.");
            }
            cells[cell] = range.End.Value == 0 ? i..(i + 1) : range.Start..(i + 1);
        }
    }
}
