using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Sounds out a one-syllable word by letter-sound rules alone. It knows no list of words but the few whose letters can
/// stand for two sounds, so it checks the list of pronunciations by another way.
/// </summary>
internal static partial class Decoder
{
    private static readonly (string Letters, string Sounds)[] Teams =
    [
        ("igh", "AY"), ("oar", "AO R"), ("tch", "CH"), ("ai", "EY"), ("ay", "EY"), ("ee", "IY"), ("ea", "IY"), ("oa", "OW"),
        ("oi", "OY"), ("oy", "OY"), ("ou", "AW"), ("aw", "AO"), ("au", "AO"), ("ew", "UW"), ("ue", "UW"), ("ie", "AY"),
        ("ar", "AA R"), ("or", "AO R"), ("er", "ER"), ("ir", "ER"), ("ur", "ER"), ("sh", "SH"), ("ch", "CH"), ("wh", "W"),
        ("ck", "K"), ("ng", "NG"), ("qu", "K W"),
    ];

    private static readonly ImmutableHashSet<string> OwAsInCow = ["cow", "now", "how", "town", "down", "brown", "crown", "clown"];
    private static readonly ImmutableHashSet<string> OoAsInBook = ["book", "look", "cook", "hook", "took", "foot", "good", "wood"];
    private static readonly ImmutableHashSet<string> ThWithVoice = ["that", "this", "then", "them", "with"];
    private static readonly ImmutableHashSet<string> SWithVoice = ["rose", "nose", "hose", "wise", "these"];

    private static readonly Dictionary<char, string> Short = new() { ['a'] = "AE", ['e'] = "EH", ['i'] = "IH", ['o'] = "AA", ['u'] = "AH", ['y'] = "AY" };
    private static readonly Dictionary<char, string> Long = new() { ['a'] = "EY", ['e'] = "IY", ['i'] = "AY", ['o'] = "OW", ['u'] = "UW" };

    public static SoundWord Decode(string text)
    {
        var word = text.ToLowerInvariant();
        var sounds = new List<string>();
        var at = 0;
        while (at < word.Length)
        {
            if (SilentE().IsMatch(word[at..]))
            {
                sounds.AddRange(WithSilentE(word, at));
                break;
            }
            at += Step(word, at, sounds);
        }
        return new SoundWord(word, [.. sounds]);
    }

    /// <summary>How many syllables a printed word has: its runs of vowel letters, a silent e left out.</summary>
    public static int Syllables(string text)
    {
        var word = text.ToLowerInvariant();
        if (ConsonantLe().IsMatch(word))
        {
            return 1 + VowelRun().Count(word[..^2]);
        }
        return VowelRun().Count(LastSilentE().Replace(word, "$1$2"));
    }

    private static int Step(string word, int at, List<string> sounds)
    {
        foreach (var (letters, made) in Teams)
        {
            if (string.CompareOrdinal(word, at, letters, 0, letters.Length) == 0)
            {
                sounds.AddRange(made.Split(' '));
                return letters.Length;
            }
        }
        var (pair, c) = (word[at..Math.Min(at + 2, word.Length)], word[at]);
        switch (pair)
        {
            case "ow": sounds.Add(OwAsInCow.Contains(word) ? "AW" : "OW"); return 2;
            case "oo": sounds.Add(OoAsInBook.Contains(word) ? "UH" : "UW"); return 2;
            case "th": sounds.Add(ThWithVoice.Contains(word) ? "DH" : "TH"); return 2;
            case "nk": sounds.Add("NG"); return 1;
        }
        if (Short.TryGetValue(c, out var vowel) && !(c == 'y' && at == 0))
        {
            sounds.Add(at == word.Length - 1 && Long.TryGetValue(c, out var open) ? open : vowel);
            return 1;
        }
        sounds.AddRange(Consonant(c));
        return pair.Length == 2 && pair[1] == c ? 2 : 1;
    }

    private static IEnumerable<string> WithSilentE(string word, int at)
    {
        var (vowel, consonant) = (word[at], word[at + 1]);
        if (vowel == 'u' && (at == 0 || word[at - 1] is 'c' or 'm'))
        {
            yield return "Y";
        }
        yield return Long[vowel];
        yield return consonant switch
        {
            'c' => "S",
            'g' => "JH",
            's' when SWithVoice.Contains(word) => "Z",
            _ => Consonant(consonant)[0],
        };
    }

    private static string[] Consonant(char c) => c switch
    {
        'c' or 'k' => ["K"],
        'h' => ["HH"],
        'j' => ["JH"],
        'x' => ["K", "S"],
        _ => [char.ToUpperInvariant(c).ToString()],
    };

    [GeneratedRegex("^[aeiou][^aeiouwxy]e$")]
    private static partial Regex SilentE();

    [GeneratedRegex("([aeiouy])([^aeiouy])e$")]
    private static partial Regex LastSilentE();

    [GeneratedRegex("[^aeiouy]le$")]
    private static partial Regex ConsonantLe();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex VowelRun();
}
