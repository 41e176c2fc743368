using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pathfinity.Curriculum;

/// <summary>What must hold of a curriculum as a whole.</summary>
public static partial class CurriculumRules
{
    private const int FacetsMin = 2;
    private const int FacetsMax = 4;
    private const int ParentsMax = 3;

    private static readonly ImmutableArray<string> EducationLevels =
        ["none", "high-school", "certificate", "associate", "bachelor", "master", "doctorate"];

    /// <summary>Everything that is wrong, a sentence each; empty when the curriculum is sound.</summary>
    public static IEnumerable<string> Violations(CurriculumSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return OfSkills(set).Concat(OfCareers(set)).Concat(OfContexts(set));
    }

    internal static void Require(CurriculumSet set)
    {
        var first = Violations(set).Take(5).ToList();
        if (first.Count > 0)
        {
            throw new CurriculumException(string.Join(Environment.NewLine, first));
        }
    }

    private static IEnumerable<string> OfSkills(CurriculumSet set)
    {
        var skills = set.Skills.ToDictionary(skill => skill.Id, StringComparer.Ordinal);
        foreach (var skill in set.Skills)
        {
            if (skill.Facets.Length is < FacetsMin or > FacetsMax)
            {
                yield return $"{skill.Id} has {skill.Facets.Length} facets; write {FacetsMin} to {FacetsMax}.";
            }
            if (skill.Requires.Length + skill.BuildsOn.Length > ParentsMax)
            {
                yield return $"{skill.Id} has more than {ParentsMax} parents.";
            }
            foreach (var parent in skill.Requires.Concat(skill.BuildsOn))
            {
                if (!skills.TryGetValue(parent, out var found))
                {
                    yield return $"{skill.Id} names the parent '{parent}', which does not exist.";
                }
                else if (found.Grade > skill.Grade)
                {
                    yield return $"{skill.Id} names the parent '{parent}' of a later grade.";
                }
            }
        }
        foreach (var id in Cycle(skills))
        {
            yield return $"{id} requires itself by way of its parents.";
        }
    }

    private static List<string> Cycle(Dictionary<string, Skill> skills)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        return skills.Keys.Order(StringComparer.Ordinal).Where(Reaches).ToList();

        bool Reaches(string id)
        {
            if (done.Contains(id))
            {
                return false;
            }
            if (!open.Add(id))
            {
                return true;
            }
            var cyclic = skills.TryGetValue(id, out var found) && found.Requires.Any(Reaches);
            open.Remove(id);
            done.Add(id);
            return cyclic;
        }
    }

    private static IEnumerable<string> OfCareers(CurriculumSet set)
    {
        var clusters = set.Clusters.Select(cluster => cluster.Key).ToHashSet(StringComparer.Ordinal);
        var contexts = set.WorkContexts.Select(context => context.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var career in set.Careers)
        {
            if (!clusters.Contains(career.Cluster))
            {
                yield return $"Career {career.Id} names the cluster '{career.Cluster}', which does not exist.";
            }
            if (!RiasecForm().IsMatch(career.Riasec))
            {
                yield return $"Career {career.Id} has RIASEC '{career.Riasec}'; write one to three of R I A S E C.";
            }
            if (!SocForm().IsMatch(career.Soc))
            {
                yield return $"Career {career.Id} has SOC '{career.Soc}'; write it as 33-9091.00.";
            }
            if (!EducationLevels.Contains(career.Education))
            {
                yield return $"Career {career.Id} has education '{career.Education}'; write one of {string.Join(", ", EducationLevels)}.";
            }
            if (career.Contexts.IsEmpty)
            {
                yield return $"Career {career.Id} has no work context.";
            }
            foreach (var context in career.Contexts.Where(context => !contexts.Contains(context)))
            {
                yield return $"Career {career.Id} names the work context '{context}', which does not exist.";
            }
        }
    }

    private static IEnumerable<string> OfContexts(CurriculumSet set)
    {
        var clusters = set.Clusters.Select(cluster => cluster.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var context in set.WorkContexts)
        {
            if (!clusters.Contains(context.Cluster))
            {
                yield return $"Work context {context.Key} names the cluster '{context.Cluster}', which does not exist.";
            }
            if (context.Roles.IsEmpty || context.Objects.IsEmpty)
            {
                yield return $"Work context {context.Key} needs at least one role and one object.";
            }
            foreach (var thing in context.Objects.Where(thing => thing.Low < 0 || thing.High <= thing.Low))
            {
                yield return $"Work context {context.Key}: '{thing.Singular}' needs 0 <= low < high.";
            }
        }
    }

    [GeneratedRegex("^(?!.*(.).*\\1)[RIASEC]{1,3}$")]
    private static partial Regex RiasecForm();

    [GeneratedRegex("^[0-9]{2}-[0-9]{4}\\.[0-9]{2}$")]
    private static partial Regex SocForm();
}
