using System.Collections.Immutable;
using System.Reflection;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>A short text written for this catalogue, with annotated questions.</summary>
/// <param name="Kind">What it is, without article: "story", "poem", "scene", "letter", "speech", "essay".</param>
/// <param name="Scheme">Letters of the rhymes at the ends of lines; empty where none is asked for.</param>
/// <param name="Body">Paragraphs, or the lines of a poem, parted by line breaks.</param>
internal sealed record OriginalText(
    string Key, string Kind, Grade From, Grade To, string Title, string Scheme, string Body, ImmutableArray<Annotation> Questions)
{
    /// <summary>As it stands before a question.</summary>
    public string Shown => $"{Title}\n\n{Body}";
}

/// <summary>A question on a text with its key, wrong answers and the words of the text on which the key rests.</summary>
/// <param name="Stem">Empty to ask in one of the usual wordings of the tag.</param>
/// <param name="Evidence">Verbatim from the text; never empty.</param>
internal sealed record Annotation(
    string Tag, string Stem, string Key, ImmutableArray<(string Text, string Bug)> Wrongs, string Evidence)
{
    private static readonly ImmutableHashSet<string> OfTheWhole = ["form", "sound", "view", "part", "craft", "word", "open", "purpose", "tone", "sum"];

    /// <summary>True when the key is a statement that can stand alone and that the evidence bears out.</summary>
    public bool IsStatement => Key.EndsWith('.') && !OfTheWhole.Contains(Tag) && !Key.Contains('“', StringComparison.Ordinal)
        && !Key.StartsWith("It ", StringComparison.Ordinal) && !Key.StartsWith("They ", StringComparison.Ordinal);
}

/// <summary>Reads the text files that are built in; docs/content-ela.md describes their lines.</summary>
internal static class OriginalTexts
{
    private static readonly Lazy<ImmutableArray<OriginalText>> Loaded = new(() =>
        [.. Resources().SelectMany(Parse).OrderBy(t => t.Key, StringComparer.Ordinal)]);

    public static ImmutableArray<OriginalText> All => Loaded.Value;

    /// <exception cref="ContentException">A question lacks a part, or quotes what its text does not say.</exception>
    public static IEnumerable<OriginalText> Parse(string file) =>
        file.Split("\n@").Select(t => t.Trim()).Where(t => t.Length > 0 && t[0] != '#').Select(t => One(t.TrimStart('@')));

    private static IEnumerable<string> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".text", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static OriginalText One(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var head = lines[0].Split(" // ").Select(p => p.Trim()).ToArray();
        var grades = head[2].Split('-');
        var body = string.Join("\n", lines.Where(l => l[0] == '>').Select(l => l[1..].Trim()));
        var questions = lines.Where(l => l[0] == '?').Select(l => Question(l[1..].Split(" // "), body, head[0])).ToImmutableArray();
        return new OriginalText(head[0], head[1], Grade.Parse(grades[0]), Grade.Parse(grades[^1]), head[3], head.Length > 4 ? head[4] : "", body, questions);
    }

    private static Annotation Question(string[] fields, string body, string key)
    {
        if (fields.Length != 5)
        {
            throw new ContentException($"A question on '{key}' has {fields.Length} parts: {fields[0]}");
        }
        var parts = fields.Select(f => f.Trim()).ToArray();
        var wrongs = parts[3].Split(" ; ").Select(w => w.Trim().Split('~')).Select(w => (w[0], "ela." + (w.Length > 1 ? w[1] : "not-in-text"))).ToImmutableArray();
        return body.Contains(parts[4], StringComparison.Ordinal) && parts[4].Length > 0 && wrongs.Length >= 3
            ? new Annotation(parts[0], parts[1] == "-" ? "" : parts[1], parts[2], wrongs, parts[4])
            : throw new ContentException($"'{key}' does not say “{parts[4]}”, or has too few wrong answers for it.");
    }
}
