using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>
/// What of a catalogue enters a release, in canonical order: the skills with content in all three containers, and all
/// careers and work contexts.
/// </summary>
internal sealed class ReleaseDraft
{
    private readonly Dictionary<string, int> skillOrdinals;
    private readonly HashSet<string> itemIds;
    private readonly Dictionary<string, short> contextOrdinals;
    private readonly Dictionary<string, short> clusterOrdinals;
    private readonly Dictionary<string, short> bugOrdinals;
    private readonly Dictionary<string, short> careerOrdinals;

    private ReleaseDraft(
        CurriculumSet curriculum, ImmutableArray<Skill> skills, ImmutableArray<ReleaseItem> items,
        ImmutableArray<ReleaseQuestion> questions, ImmutableArray<Bug> bugs, ImmutableArray<CareerScenario> scenarios)
    {
        (Curriculum, Skills, Items, Questions) = (curriculum, skills, items, questions);
        (Bugs, Scenarios) = (bugs, scenarios);
        bugOrdinals = Ordinals(bugs.Select(bug => bug.Id));
        careerOrdinals = Ordinals(curriculum.Careers.Select(career => career.Id));
        skillOrdinals = skills.Select((skill, i) => (skill.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        itemIds = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        contextOrdinals = Ordinals(curriculum.WorkContexts.Select(context => context.Key));
        clusterOrdinals = Ordinals(curriculum.Clusters.Select(cluster => cluster.Key));
        Hash = HashOf();
    }

    public CurriculumSet Curriculum { get; }

    public ImmutableArray<Skill> Skills { get; }

    /// <summary>By skill and container.</summary>
    public ImmutableArray<ReleaseItem> Items { get; }

    /// <summary>In the order of the items.</summary>
    public ImmutableArray<ReleaseQuestion> Questions { get; }

    /// <summary>Those from which wrong responses come, by id.</summary>
    public ImmutableArray<Bug> Bugs { get; }

    /// <summary>In order of career, grade band and subject.</summary>
    public ImmutableArray<CareerScenario> Scenarios { get; }

    /// <summary>In hexadecimal, over everything that a world could notice, and the content that is shown.</summary>
    public string Hash { get; }

    /// <param name="keepOut">Questions whose items do not enter.</param>
    public static ReleaseDraft Of(
        CurriculumSet curriculum, IEnumerable<ReleaseItem> content, ImmutableArray<Bug> bugs,
        ImmutableArray<CareerScenario> scenarios, Func<ReleaseQuestion, bool>? keepOut = null)
    {
        var open = content.Where(item => keepOut is null || !item.Questions.Any(keepOut)).ToArray();
        var complete = open
            .GroupBy(item => item.Skill, StringComparer.Ordinal)
            .Where(own => own.Select(item => item.Container).Distinct().Count() == 3)
            .Select(own => own.Key)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Skill> skills = [.. curriculum.Skills.Where(skill => complete.Contains(skill.Id))];
        ImmutableArray<ReleaseItem> items = [.. open.Where(item => complete.Contains(item.Skill))
            .OrderBy(item => curriculum.SkillOrdinal(item.Skill)).ThenBy(item => item.Container)];
        ImmutableArray<ReleaseQuestion> chosen = [.. items.SelectMany(item => item.Questions)];
        var named = chosen.SelectMany(question => question.Bugs).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ReleaseDraft(
            curriculum, skills, items, chosen,
            [.. bugs.Where(bug => named.Contains(bug.Id)).OrderBy(bug => bug.Id, StringComparer.Ordinal)], scenarios);
    }

    public bool Has(string skill) => skillOrdinals.ContainsKey(skill);

    public bool HasItem(string id) => itemIds.Contains(id);

    public int Skill(string id) => skillOrdinals[id];

    public short Cluster(string key) => clusterOrdinals[key];

    public short Career(CareerScenario scenario) => careerOrdinals[scenario.Career.Id];

    /// <summary>The bug of each wrong response; -1 for none that the library knows.</summary>
    public short[] BugsOf(ReleaseQuestion question) =>
        [.. question.Bugs.Select(bug => bugOrdinals.GetValueOrDefault(bug ?? "", (short)-1))];

    public short Context(string? key) => key is null ? (short)-1 : contextOrdinals[key];

    /// <summary>Ordinals of the skills that gate one; those outside the release gate nothing.</summary>
    public int[] Requires(Skill skill) =>
        [.. skill.Requires.Where(Has).Select(Skill).Order()];

    /// <summary>The facet that most of the item's questions target, the earlier of two.</summary>
    public short Facet(ReleaseItem item) => (short)item.Questions
        .GroupBy(question => Skills[Skill(item.Skill)].Facets.IndexOf(question.Facet))
        .OrderByDescending(own => own.Count()).ThenBy(own => own.Key).First().Key;

    public static short[] Interests(Career career) =>
        [.. career.Riasec.Select(letter => (short)"RIASEC".IndexOf(letter, StringComparison.Ordinal))];

    private string HashOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var skill in Skills)
        {
            Line(hash, $"{skill.Id} {skill.Facets.Length} {string.Join(',', Requires(skill))}");
        }
        foreach (var item in Items)
        {
            hash.AppendData(item.Hash);
        }
        foreach (var question in Questions)
        {
            hash.AppendData(question.Hash);
        }
        foreach (var career in Curriculum.Careers)
        {
            Line(hash, $"{career.Id} {career.MinGrade} {career.Riasec} {career.Cluster} {string.Join(',', career.Contexts)}");
        }
        foreach (var bug in Bugs)
        {
            Line(hash, $"{bug.Id} {bug.Onset} {bug.Peak} {bug.Decline}");
        }
        foreach (var scenario in Scenarios)
        {
            Line(hash, $"{scenario.Id} {scenario.Career.Id}");
        }
        foreach (var context in Curriculum.WorkContexts)
        {
            Line(hash, $"{context.Key} {context.Cluster}");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Line(IncrementalHash hash, FormattableString text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture) + "\n"));

    private static Dictionary<string, short> Ordinals(IEnumerable<string> keys) =>
        keys.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => (short)p.i, StringComparer.Ordinal);
}
