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
    /// Up to three skills of the subject in these grades, most shared words first; of the strand, where it has some there.
    /// </summary>
    public ImmutableArray<string> Closest(Subject subject, string strand, IEnumerable<Grade> grades, string words)
    {
        var wanted = Stems(words);
        var band = grades.ToHashSet();
        var near = skills.Where(s => s.Skill.Subject == subject && band.Contains(s.Skill.Grade)).ToList();
        var own = near.Where(s => s.Skill.Strand == strand).ToList();
        return
        [
            .. (own.Count > 0 ? own : near)
                .OrderByDescending(s => s.Stems.Count(wanted.Contains))
                .Take(SkillsMax)
                .Select(s => s.Skill.Id),
        ];
    }

    private static HashSet<string> Stems(string text) => Word().Matches(text)
        .Select(match => match.Value.ToLowerInvariant())
        .Where(word => word.Length > 3)
        .Select(word => word.Length > StemLength ? word[..StemLength] : word)
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
