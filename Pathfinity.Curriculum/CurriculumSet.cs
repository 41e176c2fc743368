using System.Collections.Immutable;

namespace Pathfinity.Curriculum;

/// <summary>
/// The whole curriculum: every skill in canonical order (subject, grade, cluster, number), careers and work contexts
/// in ordinal order of their keys. A place in a list is the ordinal that worlds store.
/// </summary>
public sealed class CurriculumSet
{
    private readonly Dictionary<string, int> skillOrdinals;
    private readonly Dictionary<string, int> careerOrdinals;
    private readonly Dictionary<string, WorkContext> contexts;

    public CurriculumSet(
        ImmutableArray<Strand> strands,
        ImmutableArray<Skill> skills,
        ImmutableArray<CareerCluster> clusters,
        ImmutableArray<Career> careers,
        ImmutableArray<WorkContext> workContexts)
    {
        Strands = strands;
        Skills = skills;
        Clusters = clusters;
        Careers = careers;
        WorkContexts = workContexts;
        skillOrdinals = Index(skills, skill => skill.Id);
        careerOrdinals = Index(careers, career => career.Id);
        contexts = workContexts.ToDictionary(context => context.Key, StringComparer.Ordinal);
    }

    public ImmutableArray<Strand> Strands { get; }
    public ImmutableArray<Skill> Skills { get; }
    public ImmutableArray<CareerCluster> Clusters { get; }
    public ImmutableArray<Career> Careers { get; }
    public ImmutableArray<WorkContext> WorkContexts { get; }

    public Skill Skill(string id) => Skills[SkillOrdinal(id)];

    /// <exception cref="KeyNotFoundException">No skill has this id.</exception>
    public int SkillOrdinal(string id) => Find(skillOrdinals, id, "skill");

    /// <exception cref="KeyNotFoundException">No career has this id.</exception>
    public int CareerOrdinal(string id) => Find(careerOrdinals, id, "career");

    /// <exception cref="KeyNotFoundException">No work context has this key.</exception>
    public WorkContext Context(string key) => contexts.TryGetValue(key, out var context)
        ? context
        : throw new KeyNotFoundException($"No work context '{key}'.");

    /// <summary>The skills of one grade and subject, in canonical order.</summary>
    public IEnumerable<Skill> Cell(Subject subject, Grade grade) =>
        Skills.Where(skill => skill.Subject == subject && skill.Grade == grade);

    private static Dictionary<string, int> Index<T>(ImmutableArray<T> values, Func<T, string> key)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            index.Add(key(values[i]), i);
        }
        return index;
    }

    private static int Find(Dictionary<string, int> ordinals, string id, string what) =>
        ordinals.TryGetValue(id, out var ordinal) ? ordinal : throw new KeyNotFoundException($"No {what} '{id}'.");
}
