using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>No wording that insults, leaves out or frightens; the list and its reasons are in Checks/Data/wording.txt.</summary>
internal sealed partial class FairnessCheck() : Check("fairness")
{
    private static readonly ImmutableArray<Rule> Rules =
    [
        .. CheckData.Rows("wording.txt").Select(row => new Rule(
            row[0].Split('|', StringSplitOptions.TrimEntries), row[1] == "never" ? null : Grade.Parse(row[1]), row[2])),
    ];

    /// <summary>The first words of all rules: a text without one of them is looked at no further.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Firsts = Rules.SelectMany(rule => rule.Words)
        .Select(words => Word().Match(words).Value).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One look for all words at once; which rule it was is asked only then.</summary>
    private static readonly Regex Any = new(
        $@"\b({string.Join('|', Rules.SelectMany(rule => rule.Words).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public override string? Fault(Question question, Skill skill, ContentLibrary library) =>
        Unfair(question.Stem, skill.Grade) ?? question.Choices.Select(text => Unfair(text, skill.Grade)).FirstOrDefault(f => f is not null);

    /// <summary>Why a text does not suit a grade, or null.</summary>
    public static string? Unfair(string text, Grade grade)
    {
        if (!Suspect(text))
        {
            return null;
        }
        foreach (var match in Any.EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            var rule = Rules.First(own => own.Words.Contains(word, StringComparer.OrdinalIgnoreCase));
            if (rule.From is not { } from || grade < from)
            {
                return $"'{word}' {rule.Reason}";
            }
        }
        return null;
    }

    private static bool Suspect(ReadOnlySpan<char> text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (Firsts.Contains(text[start..i]))
                {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}]+")]
    private static partial Regex Word();

    private sealed record Rule(string[] Words, Grade? From, string Reason);
}
