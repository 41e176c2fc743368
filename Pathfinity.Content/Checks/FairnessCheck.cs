using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>No wording that insults, leaves out or frightens; the list and its reasons are in Checks/Data/wording.txt.</summary>
internal sealed class FairnessCheck() : Check("fairness")
{
    /// <summary>The wordings by their first word, at which alone a text is looked at closer.</summary>
    private static readonly Dictionary<string, ImmutableArray<Rule>>.AlternateLookup<ReadOnlySpan<char>> Rules = CheckData.Rows("wording.txt")
        .SelectMany(row => row[0].Split('|', StringSplitOptions.TrimEntries).Select(
            words => new Rule(words, row[1] == "never" ? null : Grade.Parse(row[1]), row[2])))
        .GroupBy(rule => rule.Words[..WordLength(rule.Words)], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(own => own.Key, own => own.ToImmutableArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        var fault = Unfair(question.Stem, skill.Grade);
        for (var i = 0; fault is null && i < question.Choices.Length; i++)
        {
            fault = Unfair(question.Choices[i], skill.Grade);
        }
        return fault;
    }

    /// <summary>Why a text does not suit a grade, or null.</summary>
    public static string? Unfair(ReadOnlySpan<char> text, Grade grade)
    {
        while (!text.IsEmpty)
        {
            var length = WordLength(text);
            if (length > 0 && Rules.TryGetValue(text[..length], out var rules))
            {
                foreach (var rule in rules)
                {
                    if (Begins(text, rule.Words) && (rule.From is not { } from || grade < from))
                    {
                        return $"'{text[..rule.Words.Length]}' {rule.Reason}";
                    }
                }
            }
            text = text[Math.Max(1, length)..];
        }
        return null;
    }

    /// <summary>With these words, whole.</summary>
    private static bool Begins(ReadOnlySpan<char> text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        && (text.Length == words.Length || !char.IsLetterOrDigit(text[words.Length]));

    /// <summary>Of the letters and digits that the text begins with.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
        {
            length++;
        }
        return length;
    }

    private sealed record Rule(string Words, Grade? From, string Reason);
}
