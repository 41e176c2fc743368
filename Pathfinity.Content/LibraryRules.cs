using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>What must hold between the bindings and the curriculum.</summary>
internal static class LibraryRules
{
    public static IEnumerable<string> Violations(ContentLibrary library, CurriculumSet curriculum)
    {
        var skills = curriculum.Skills.ToDictionary(skill => skill.Id, StringComparer.Ordinal);
        foreach (var id in library.TaughtSkills.Order(StringComparer.Ordinal))
        {
            if (!skills.TryGetValue(id, out var skill))
            {
                yield return $"Content is bound to the skill '{id}', which the curriculum does not have.";
                continue;
            }
            var bindings = library.TeachingOrNone(id)!.Bindings;
            foreach (var binding in bindings.Where(binding => !skill.Facets.Contains(binding.Facet)))
            {
                yield return $"{id}: {binding.Model.Id} is bound to the facet '{binding.Facet}', which is not one of its facets.";
            }
            foreach (var facet in skill.Facets.Where(facet => bindings.All(binding => binding.Facet != facet)))
            {
                yield return $"{id}: no item model is bound to the facet '{facet}'.";
            }
        }
    }

    public static void Require(ContentLibrary library, CurriculumSet curriculum)
    {
        var first = Violations(library, curriculum).Take(5).ToList();
        if (first.Count > 0)
        {
            throw new ContentException(string.Join(Environment.NewLine, first));
        }
    }
}
