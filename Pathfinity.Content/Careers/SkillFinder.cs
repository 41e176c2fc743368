using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>Finds the curriculum's skills that a few words are about, by the words they share.</summary>
internal sealed partial class SkillFinder(CurriculumSet curriculum)
{
    private const int SkillsMax = 3;
    private const int StemLength = 5; // long enough to tell words apart, short enough to join add, adding and addition

    private readonly ImmutableArray<(Skill Skill, HashSet<string> Stems)> skills =
        [.. curriculum.Skills.Select(skill => (skill, Stems($"{skill.Name} {skill.Description}")))];

    /// <summary>
    /// Up to three skills of the subject in these grades that share most with what is told, none with less than half of
    /// what the first shares. A word of the aim counts for three of the story, and to be of the strand for four.
    /// </summary>
    public ImmutableArray<string> Closest(Subject subject, string strand, IEnumerable<Grade> grades, string aim, string story)
    {
        var (aimed, told) = (Stems(aim), Stems(story));
        var band = grades.ToHashSet();
        var near = skills.Where(s => s.Skill.Subject == subject && band.Contains(s.Skill.Grade))
            .Select(s => (s.Skill.Id, Score: Score(s.Skill, s.Stems)))
            .OrderByDescending(s => s.Score)
            .Take(SkillsMax)
            .ToList();
        return [.. near.Where(s => 2 * s.Score >= near[0].Score).Select(s => s.Id)];

        int Score(Skill skill, HashSet<string> stems)
        {
            var score = skill.Strand == strand ? 4 : 0;
            foreach (var stem in stems)
            {
                score += (aimed.Contains(stem) ? 3 : 0) + (told.Contains(stem) ? 1 : 0);
            }
            return score;
        }
    }

    private static HashSet<string> Stems(string text) => Word().Matches(text)
        .Select(match => match.Value.ToLowerInvariant())
        .Where(word => word.Length > 3)
        .Select(word => word.Length > StemLength ? word[..StemLength] : word)
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
