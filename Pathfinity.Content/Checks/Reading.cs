using System.Globalization;

namespace Pathfinity.Content.Checks;

/// <summary>Counts sentences, words, syllables and numbers of a text.</summary>
internal static class Reading
{
    /// <summary>Words of the longest sentence and of the whole text. A line break ends a sentence.</summary>
    public static (int Longest, int Words) Sentences(string text)
    {
        var (longest, own, all, inWord) = (0, 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                inWord = false;
                if (c == '\n' || Ends(text, i))
                {
                    (longest, own) = (Math.Max(longest, own), 0);
                }
            }
            else if (!inWord)
            {
                inWord = true;
                own++;
                all++;
            }
        }
        return (Math.Max(longest, own), all);
    }

    public static int SentenceCount(string text)
    {
        var count = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if ((i == text.Length || char.IsWhiteSpace(text[i])) && (i == text.Length || text[i] == '\n' || Ends(text, i))
                && !char.IsWhiteSpace(text[i - 1]))
            {
                count++;
            }
        }
        return Math.Max(1, count);
    }

    public static ReadOnlySpan<char> LongestWord(string text)
    {
        var (start, best) = (-1, default(Range));
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (i - start > length)
                {
                    (length, best) = (i - start, start..i);
                }
                start = -1;
            }
        }
        return text.AsSpan()[best];
    }

    /// <summary>The largest whole part of a number in the text; thousands may be grouped by commas.</summary>
    public static long LargestNumber(string text)
    {
        var (largest, value, digits, fraction) = (0L, 0L, 0, false);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                value = fraction || digits > 17 ? value : (value * 10) + (c - '0');
                digits++;
            }
            else if (c == '.' && digits > 0)
            {
                fraction = true;
            }
            else if (c != ',' || digits == 0)
            {
                (largest, value, digits, fraction) = (Math.Max(largest, value), 0, 0, false);
            }
        }
        return Math.Max(largest, value);
    }

    /// <summary>Words of letters, in lower case, an apostrophe or hyphen inside one kept.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetter(text[i])
                || (start >= 0 && text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inside)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].Replace('’', '\'').ToLower(CultureInfo.InvariantCulture);
                start = -1;
            }
        }
    }

    /// <summary>Groups of vowels, a silent e at the end left out; at least one.</summary>
    public static int Syllables(string word)
    {
        var (count, before) = (0, false);
        foreach (var c in word)
        {
            var vowel = "aeiouy".Contains(c);
            count += vowel && !before ? 1 : 0;
            before = vowel;
        }
        var silent = word.Length > 2 && word[^1] == 'e' && !"aeiouy".Contains(word[^2]) && !word.EndsWith("le", StringComparison.Ordinal);
        return Math.Max(1, silent ? count - 1 : count);
    }

    private static bool Ends(string text, int blank)
    {
        var at = blank - 1;
        while (at >= 0 && text[at] is '”' or ')' or '"')
        {
            at--;
        }
        return at >= 0 && text[at] is '.' or '?' or '!' or ':';
    }
}
