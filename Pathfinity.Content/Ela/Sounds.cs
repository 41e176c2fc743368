using System.Collections.Immutable;

namespace Pathfinity.Content.Ela;

/// <summary>A one-syllable word and its sounds, in the letters of the CMU dictionary without stress.</summary>
internal sealed record SoundWord(string Text, ImmutableArray<string> Sounds)
{
    private static readonly ImmutableHashSet<string> Vowels =
        ["AE", "EH", "IH", "AA", "AH", "EY", "IY", "AY", "OW", "UW", "UH", "AO", "AW", "OY", "ER"];

    private int VowelAt { get; } = Sounds.TakeWhile(s => !Vowels.Contains(s)).Count();

    public string First => Sounds[0];

    public string Last => Sounds[^1];

    public string Vowel => Sounds[VowelAt];

    /// <summary>The vowel and what follows it: what rhyming words share.</summary>
    public string Rime => string.Join(' ', Sounds.Skip(VowelAt));

    /// <summary>The same of the last syllable.</summary>
    public string LastRime => string.Join(' ', Sounds.Skip(Math.Max(0, Array.FindLastIndex([.. Sounds], Vowels.Contains))));

    /// <summary>True where an r after the vowel changes its sound, as in arm: no model of a short or long vowel.</summary>
    public bool Colored => Vowel == "ER" || Rime.Split(' ').Skip(1).FirstOrDefault() == "R";

    /// <summary>The vowel as it is heard: with the r that colors it.</summary>
    public string HeardVowel => Ela.Sounds.Heard(Sounds.Skip(VowelAt)).First();

    public bool Has(string letters) => Text.Contains(letters, StringComparison.Ordinal);
}

/// <summary>The list of one-syllable words that questions on sounds use, and how their sounds are shown.</summary>
internal static class Sounds
{
    private static readonly Lazy<ImmutableArray<SoundWord>> Loaded = new(() =>
    [
        .. Banks.Get("words").Lines.Select(l => l.Text.Split(' ')).Select(p => new SoundWord(p[0], [.. p.Skip(1)])),
    ]);

    private const string Ar = "AA+R";

    private const string Or = "AO+R";

    private static readonly ImmutableDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["AE"] = "a", ["EH"] = "e", ["IH"] = "i", ["AA"] = "o", ["AH"] = "u", ["EY"] = "ā", ["IY"] = "ē", ["AY"] = "ī",
        ["OW"] = "ō", ["UW"] = "oo as in moon", ["UH"] = "oo as in book", ["AO"] = "aw", ["AW"] = "ou", ["OY"] = "oi",
        ["ER"] = "er", ["HH"] = "h", ["JH"] = "j", ["TH"] = "th", ["DH"] = "th", ["SH"] = "sh", ["CH"] = "ch", ["NG"] = "ng",
        [Ar] = "ar", [Or] = "or",
    }.ToImmutableDictionary();

    public static ImmutableArray<SoundWord> Words => Loaded.Value;

    public static SoundWord? Find(string text) => Words.FirstOrDefault(w => w.Text == text);

    /// <summary>"/sh/".</summary>
    public static string Sign(string sound) =>
        $"/{(Signs.TryGetValue(sound, out var sign) ? sign : sound.ToLowerInvariant())}/";

    /// <summary>"/sh/ /i/ /p/"; a vowel and the r that colors it are shown as one sound, as they are taught: "/k/ /ar/".</summary>
    public static string Show(IEnumerable<string> sounds) => string.Join(" ", Heard(sounds).Select(Sign));

    /// <summary>The sounds, with a vowel and the r that colors it as one.</summary>
    public static IEnumerable<string> Heard(IEnumerable<string> sounds) =>
        string.Join(' ', sounds).Replace("AA R", Ar, StringComparison.Ordinal).Replace("AO R", Or, StringComparison.Ordinal).Split(' ');
}
