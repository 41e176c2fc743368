using System.Text.Json;

namespace Pathfinity.Content.Proofs;

/// <summary>
/// Substitution: an answer is right when it has the form and every condition holds for what stands in the form's
/// places; <c>{"form": "{q} R {r}", "such": ["17 = 5q + r", "r &lt; 5"]}</c>. With <c>at</c>, in every given setting.
/// </summary>
internal sealed class SuchProver() : Prover("such")
{
    private static readonly Dictionary<string, Value>[] Nowhere = [[]];

    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var form = data.GetProperty("form").GetString()!;
        var such = data.GetProperty("such").EnumerateArray().Select(condition => Expression.Read(condition.GetString()!)).ToArray();
        var settings = Settings(data).ToArray();
        return candidate => Form.Match(form, candidate.Text) is { } parts
            && Array.TrueForAll(settings, setting => Holds(such, parts, setting));
    }

    private static bool Holds(Term[] such, List<(string Name, string Text)> parts, Dictionary<string, Value> setting)
    {
        var names = new Dictionary<string, Value>(setting.Count + parts.Count, StringComparer.Ordinal);
        foreach (var (name, value) in setting)
        {
            names.Add(name, value);
        }
        foreach (var (name, text) in parts)
        {
            names[name] = Expression.Evaluate(text, setting);
        }
        foreach (var condition in such)
        {
            if (!condition(names).Truth)
            {
                return false;
            }
        }
        return true;
    }

    internal static IEnumerable<Dictionary<string, Value>> Settings(JsonElement data) =>
        data.TryGetProperty("at", out var at) ? at.EnumerateArray().Select(Setting).ToArray() : Nowhere;

    private static Dictionary<string, Value> Setting(JsonElement at) => at.EnumerateObject().ToDictionary(
        p => p.Name, p => Expression.Evaluate(p.Value.GetString()!, Nowhere[0]), StringComparer.Ordinal);
}

/// <summary>Texts with places: "({x}, {y})".</summary>
internal static class Form
{
    /// <summary>What stands in each place, or null when the text does not have the form.</summary>
    public static List<(string Name, string Text)>? Match(string form, string text)
    {
        var parts = new List<(string, string)>();
        var (f, t) = (0, 0);
        while (f < form.Length)
        {
            if (form[f] != '{')
            {
                if (t >= text.Length || form[f] != text[t])
                {
                    return null;
                }
                f++;
                t++;
                continue;
            }
            var close = form.IndexOf('}', f);
            var name = form[(f + 1)..close];
            var next = form.IndexOf('{', close);
            var literal = form[(close + 1)..(next < 0 ? form.Length : next)];
            var end = next < 0
                ? (text.EndsWith(literal, StringComparison.Ordinal) ? text.Length - literal.Length : -1)
                : text.IndexOf(literal, t, StringComparison.Ordinal);
            if (end < t || end == t)
            {
                return null;
            }
            parts.Add((name, text[t..end]));
            f = close + 1;
            t = end;
        }
        return t == text.Length ? parts : null;
    }
}
