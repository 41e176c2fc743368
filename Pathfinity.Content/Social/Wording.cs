namespace Pathfinity.Content.SocialStudies;

/// <summary>Phrases from data: what stands in data is wording, what fills its places is not.</summary>
internal static class Wording
{
    /// <summary>The phrase itself: gives a choice among wordings its type where the compiler cannot see it.</summary>
    public static Phrase Say(Phrase phrase) => phrase;

    /// <summary>The name of a skill as a subject within a sentence.</summary>
    public static string Topic(string name) => Words.Topic(Bare(name));

    /// <summary>The name of a skill as the title of what a paper is about: many names are no phrase that "about" could take.</summary>
    public static string Title(string name) => Quote(Bare(name).Replace('\'', '’'));

    /// <summary>Text of data as a phrase that the mask keeps.</summary>
    public static Phrase Of(string text)
    {
        var phrase = new Phrase(text.Length, 0);
        phrase.AppendLiteral(text);
        return phrase;
    }

    /// <summary>Fills one place of a template from data, such as "{v}"; the rest stays wording.</summary>
    public static Phrase Fill(string template, string place, string value)
    {
        var at = template.IndexOf(place, StringComparison.Ordinal);
        var phrase = new Phrase(template.Length, 1);
        if (at < 0)
        {
            phrase.AppendLiteral(template);
            return phrase;
        }
        phrase.AppendLiteral(template[..at]);
        phrase.AppendFormatted(value);
        phrase.AppendLiteral(template[(at + place.Length)..]);
        return phrase;
    }

    /// <summary>Phrases one after another, a separator between.</summary>
    public static Phrase Join(IEnumerable<Phrase> phrases, string separator = " ")
    {
        var joined = new Phrase(64, 4);
        var first = true;
        foreach (var phrase in phrases)
        {
            if (!first)
            {
                joined.AppendLiteral(separator);
            }
            joined.AppendFormatted(phrase);
            first = false;
        }
        return joined;
    }

    /// <summary>The sentence ends in a full stop, once.</summary>
    public static string Stop(string text) => text.Length > 0 && text[^1] is '.' or '?' or '!' or '”' ? text : text + ".";

    /// <summary>The sentence without its full stop.</summary>
    public static string Open(string text) => text.EndsWith('.') ? text[..^1] : text;

    private static string Bare(string name) =>
        name.EndsWith(" in order", StringComparison.Ordinal) ? name[..^" in order".Length] : name;

    public static string Quote(string text) => $"“{text}”";

    /// <summary>True when a text may stand in quotes in a proof's condition and stays itself there.</summary>
    public static bool Quotable(string text) => text.Any(char.IsAsciiLetter) && text.All(ch => char.IsAscii(ch) && ch is not '\'' and not '$' and not ',');
}
