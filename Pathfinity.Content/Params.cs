using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>A closed range of whole numbers, written "4..15" or "7" in data.</summary>
internal readonly record struct Span(int Low, int High)
{
    public int Count => High - Low + 1;

    public bool Has(long n) => n >= Low && n <= High;

    public int Draw(Rolls rolls) => rolls.Between(Low, High);

    /// <exception cref="FormatException">The text is no range.</exception>
    public static Span Parse(string text)
    {
        var at = text.IndexOf("..", StringComparison.Ordinal);
        var low = at < 0 ? text : text[..at];
        var high = at < 0 ? text : text[(at + 2)..];
        return int.TryParse(low, NumberStyles.Integer, CultureInfo.InvariantCulture, out var l)
            && int.TryParse(high, NumberStyles.Integer, CultureInfo.InvariantCulture, out var h) && l <= h
            ? new Span(l, h)
            : throw new FormatException($"'{text}' is no range: write 4..15 or 7.");
    }
}

/// <summary>What a binding in data tells an item model about one skill.</summary>
internal sealed class Params(string owner, IReadOnlyDictionary<string, ImmutableArray<string>> values)
{
    /// <summary>All that the binding states, in one text: what two bindings ask from is the same where it is.</summary>
    public string Source => string.Join("; ", values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}"));

    public bool Has(string name) => values.ContainsKey(name);

    /// <exception cref="FormatException">The binding does not state it.</exception>
    public ImmutableArray<string> List(string name) => values.TryGetValue(name, out var list)
        ? list
        : throw new FormatException($"{owner} needs the parameter '{name}'.");

    public ImmutableArray<string> List(string name, params string[] otherwise) =>
        values.TryGetValue(name, out var list) ? list : [.. otherwise];

    public string Text(string name) => List(name) is [var only]
        ? only
        : throw new FormatException($"{owner}: '{name}' must be one value.");

    public string Text(string name, string otherwise) => Has(name) ? Text(name) : otherwise;

    public int Int(string name) => Range(name) is var range && range.Low == range.High
        ? range.Low
        : throw new FormatException($"{owner}: '{name}' must be one number.");

    public int Int(string name, int otherwise) => Has(name) ? Int(name) : otherwise;

    public Span Range(string name) => Span.Parse(Text(name));

    public Span Range(string name, int low, int high) => Has(name) ? Range(name) : new Span(low, high);

    public bool Flag(string name) => Has(name) && Text(name) == "true";
}
