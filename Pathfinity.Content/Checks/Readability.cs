using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// How hard a passage reads, in grades. Revised Spache (1974) up to grade 3: 0.121 x words a sentence + 0.082 x percent
/// of unfamiliar words + 0.659. New Dale-Chall (1995) from grade 4: 0.1579 x percent + 0.0496 x words a sentence, 3.6365
/// more above five percent; its score turned into grades by its own table. Flesch-Kincaid (1975) beside both: 0.39 x words
/// a sentence + 11.8 x syllables a word - 15.59. Formulas say nothing of texts under a hundred words.
/// </summary>
/// <param name="Listed">By Spache or Dale-Chall.</param>
public sealed record Readability(double Listed, double FleschKincaid)
{
    public const int WordsMin = 100;
    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> DaleChall = new(() => Familiar("dale-chall.txt"));
    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Spache = new(() => Familiar("spache.txt"));
    private static readonly string[] Endings = ["'s", "s", "es", "d", "ed", "ing", "er", "est", "ly", "ies", "ied"];

    /// <summary>Of a passage for a grade; null when it is too short to be measured.</summary>
    public static Readability? Of(string text, Grade grade)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Reading.Words(text).ToArray();
        if (words.Length < WordsMin)
        {
            return null;
        }
        var sentence = (double)words.Length / Reading.SentenceCount(text);
        var young = grade.Ordinal <= Grade.Parse("3").Ordinal;
        var unfamiliar = 100.0 * words.Count(word => !Knows((young ? Spache : DaleChall).Value, word)) / words.Length;
        return new Readability(
            young ? (0.121 * sentence) + (0.082 * unfamiliar) + 0.659 : Grades(DaleChallScore(sentence, unfamiliar)),
            (0.39 * sentence) + (11.8 * words.Sum(Reading.Syllables) / words.Length) - 15.59);
    }

    private static double DaleChallScore(double sentence, double unfamiliar) =>
        (0.1579 * unfamiliar) + (0.0496 * sentence) + (unfamiliar > 5 ? 3.6365 : 0);

    /// <summary>Up to 4.9 grade 4, then two grades a point.</summary>
    private static double Grades(double score) => score < 5 ? Math.Min(4, score) : 5 + ((score - 5) * 2);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Familiar(string list) =>
        CheckData.Words(list).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Knows(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> familiar, ReadOnlySpan<char> word)
    {
        if (familiar.Contains(word))
        {
            return true;
        }
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal) && Stem(familiar, word, word.Length - ending.Length))
            {
                return true;
            }
        }
        var parts = word.Contains('-');
        foreach (var part in word.Split('-'))
        {
            parts = parts && Knows(familiar, word[part]);
        }
        return parts;
    }

    /// <summary>Whether the first letters of a word are a word, alone, with an e or y, or without the last of two alike.</summary>
    private static bool Stem(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> familiar, ReadOnlySpan<char> word, int length)
    {
        Span<char> stem = stackalloc char[length + 1];
        word[..length].CopyTo(stem);
        if (familiar.Contains(stem[..length]))
        {
            return true;
        }
        stem[length] = 'e';
        if (familiar.Contains(stem))
        {
            return true;
        }
        stem[length] = 'y';
        return familiar.Contains(stem) || (stem[length - 1] == stem[length - 2] && familiar.Contains(stem[..(length - 1)]));
    }
}

/// <summary>A passage does not read harder than its grade: both measures would have to say so.</summary>
internal sealed class ReadabilityCheck() : Check("readability")
{
    private const double Above = 6; // grades; tables and names raise every formula

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if (question.Stem.Length < 4 * Readability.WordsMin || Readability.Of(question.Stem, skill.Grade) is not { } measured)
        {
            return null;
        }
        var limit = Math.Max(1, skill.Grade.Ordinal - 1) + Above;
        return Math.Min(measured.Listed, measured.FleschKincaid) > limit
            ? FormattableString.Invariant(
                $"a passage that reads like grade {measured.Listed:0.0} and {measured.FleschKincaid:0.0} by Flesch-Kincaid")
            : null;
    }
}
