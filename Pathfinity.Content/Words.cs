using System.Globalization;

namespace Pathfinity.Content;

/// <summary>Small pieces of English and of number writing that item models share.</summary>
internal static class Words
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];

    /// <summary>How names of skills begin that are proper names.</summary>
    private static readonly string[] Proper =
    [
        "Asia ", "Bill ", "Civil War", "Cold War", "Columbian", "Congress", "Constitution ", "Depression and", "Earth ", "Earth's ", "Egypt", "Federalist ",
        "First Amendment", "Gilded", "Great ", "Greece", "Human Development", "India ", "Industrial Revolution", "Kepler's", "Loyalists", "Magna",
        "Native ", "New Deal", "Newton's", "Progressive", "Punnett", "Pythagorean", "Reconstruction", "Roman ", "Rome", "Russia", "Stone Age", "Sun, ",
        "Sun's", "Supreme", "United", "World War",
    ];

    /// <summary>How names of skills begin that are whole sentences.</summary>
    private static readonly string[] Sentences = ["My ", "We ", "Up, ", "First, "];

    /// <summary>Digits with a true minus sign and no grouping: −3, 1250.</summary>
    public static string Number(long value) => value < 0
        ? "−" + (-value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits grouped by commas from 1,000 on.</summary>
    public static string Grouped(long value) =>
        (value < 0 ? "−" : "") + Math.Abs(value).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A decimal without trailing zeros, with a true minus sign.</summary>
    public static string Number(decimal value) =>
        (value < 0 ? "−" : "") + Math.Abs(value).ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Dollars and cents without the dollar sign: 4.50.</summary>
    public static string Dollars(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>"1 roll", "3 rolls".</summary>
    public static string Count(long n, string one, string many) => $"{Number(n)} {(n == 1 ? one : many)}";

    /// <summary>The cardinal in letters, 0 to 9,999.</summary>
    public static string Spelled(int n) => n switch
    {
        < 0 or > 9999 => throw new ArgumentOutOfRangeException(nameof(n), n, "Spelled numbers are 0 to 9999."),
        < 20 => Small[n],
        < 100 => Tens[n / 10] + (n % 10 == 0 ? "" : "-" + Small[n % 10]),
        < 1000 => Small[n / 100] + " hundred" + (n % 100 == 0 ? "" : " " + Spelled(n % 100)),
        _ => Small[n / 1000] + " thousand" + (n % 1000 == 0 ? "" : " " + Spelled(n % 1000)),
    };

    /// <summary>first to twelfth, then 13th, 21st.</summary>
    public static string Ordinal(int n) => n < Ordinals.Length ? Ordinals[n] : n + Suffix(n);

    /// <summary>"an apple", "a roll".</summary>
    public static string A(string noun)
    {
        ArgumentException.ThrowIfNullOrEmpty(noun);
        var silent = noun.StartsWith("hour", StringComparison.Ordinal) || noun.StartsWith("honest", StringComparison.Ordinal)
            || noun.StartsWith("X-", StringComparison.Ordinal);
        var glide = noun.StartsWith("uni", StringComparison.Ordinal) || noun.StartsWith("use", StringComparison.Ordinal)
            || noun.StartsWith("euro", StringComparison.Ordinal) || noun.StartsWith("one", StringComparison.Ordinal);
        var vowel = "aeiouAEIOU".Contains(noun[0]);
        return (silent || (vowel && !glide) ? "an " : "a ") + noun;
    }

    /// <summary>The first letter raised.</summary>
    public static string Cap(string text) => text.Length == 0 || (text.Length > 1 && char.IsLower(text[0]) && char.IsUpper(text[1]))
        ? text
        : Begun(char.ToUpperInvariant(text[0]), text);

    /// <summary>The first letter lowered, unless the word is a name or stands in capitals.</summary>
    public static string Uncap(string text) => text.Length < 2 || char.IsUpper(text[1]) || !char.IsLetter(text[1])
        ? text
        : Begun(char.ToLowerInvariant(text[0]), text);

    /// <summary>The name of a skill as it stands within a sentence: proper names keep their capital, whole sentences are quoted.</summary>
    public static string Topic(string name) =>
        Array.Exists(Sentences, start => name.StartsWith(start, StringComparison.Ordinal)) ? $"“{name}”"
        : Array.Exists(Proper, start => name.StartsWith(start, StringComparison.Ordinal)) ? name : Uncap(name);

    /// <summary>With another first letter.</summary>
    private static string Begun(char first, string text) => first == text[0] ? text : string.Concat([first], text.AsSpan(1));

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> parts, string last = "and") => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => string.Join(", ", parts.Take(parts.Count - 1)) + $" {last} " + parts[^1],
    };

    /// <summary>Words that a reader reads: runs of letters, digits or signs between blanks.</summary>
    public static int In(string text)
    {
        var (count, before) = (0, true);
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            count += before && !blank ? 1 : 0;
            before = blank;
        }
        return count;
    }

    private static string Suffix(int n) => (n % 100) is 11 or 12 or 13
        ? "th"
        : (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    /// <summary>What follows the number one: " more days left" becomes " more day left".</summary>
    public static string AfterOne(string text)
    {
        if (!text.StartsWith(' '))
        {
            return text;
        }
        var start = 1;
        foreach (var between in (ReadOnlySpan<string>)["more ", "full ", "extra ", "square ", "cubic "])
        {
            start += text.AsSpan(start).StartsWith(between, StringComparison.Ordinal) ? between.Length : 0;
        }
        var end = start;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }
        return end == start ? text : text[..start] + One(text[start..end]) + text[end..];
    }

    /// <summary>The singular of a noun as data uses it; other words stay.</summary>
    public static string One(string word) => word switch
    {
        "people" => "person",
        "children" => "child",
        "pence" or "pennies" => "penny",
        "feet" => "foot",
        "is" or "was" or "has" or "as" or "less" or "plus" or "times" => word,
        "are" => "is",
        "were" => "was",
        _ when word.Length < 3 => word, // a sign such as ms
        _ when word.EndsWith("lves", StringComparison.Ordinal) || word.EndsWith("aves", StringComparison.Ordinal) => word[..^3] + "f",
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
        _ => word.EndsWith('s') ? word[..^1] : word,
    };
}
