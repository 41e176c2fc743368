using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>Which content item a visit takes, and how it fits the career of the day.</summary>
/// <param name="Ordinal">Ordinal of the content item.</param>
internal readonly record struct MaterialChoice(int Ordinal, CareerFit Fit)
{
    private const int Kindergarten = 1;

    /// <summary>
    /// The next one of the student's own order among those that fit the career best: by its work context, else by its
    /// cluster, else any; the facet that is due comes first.
    /// </summary>
    /// <param name="key">Of the skill.</param>
    public static MaterialChoice Pick(
        Syllabus syllabus, Traits traits, ulong key, in SkillState state, int skill, Container container, int career)
    {
        var (first, count) = syllabus.Step(skill, container);
        if (count == 0)
        {
            throw new InvalidOperationException($"Skill {skill} has no content for {container}.");
        }
        var visits = container == Container.Learn ? state.LearnVisits : state.WorkVisits;
        var facet = visits % Math.Max(1, (int)syllabus.Skills[skill].Facets);
        var turn = visits + traits.Dice.Fork(Purpose.MaterialOrder).Fork(key).Below(count);
        var best = first;
        var bestScore = -1;
        for (var i = 0; i < count; i++)
        {
            var ordinal = first + ((turn + i) % count);
            var material = syllabus.Materials[ordinal];
            var score = (2 * Closeness(syllabus, material.Context, career)) + (material.Facet == facet ? 3 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (ordinal, score);
            }
        }
        var fit = (CareerFit)(2 - Closeness(syllabus, syllabus.Materials[best].Context, career));
        return new MaterialChoice(best, fit);
    }

    /// <summary>Whether a visit's material is read or narrated: as the student likes it; before grade 1 it is narrated.</summary>
    /// <param name="visit">Die of the visit.</param>
    public static Format FormatOf(Traits traits, Grade grade, Dice visit) =>
        grade.Ordinal <= Kindergarten || visit.Chance(traits.FormatPreference) ? Format.Narrated : Format.Read;

    /// <summary>2 for a context of the career, 1 for one of its cluster, 0 for another or none.</summary>
    private static int Closeness(Syllabus syllabus, short context, int career)
    {
        if (context < 0)
        {
            return 0;
        }
        var node = syllabus.Careers[career];
        if (node.Contexts.Contains(context))
        {
            return 2;
        }
        return syllabus.ContextClusters[context] == node.Cluster ? 1 : 0;
    }
}
