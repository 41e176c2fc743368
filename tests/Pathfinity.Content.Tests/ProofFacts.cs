using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pathfinity.Content.Tests;

/// <summary>
/// A proof's data with one fact made untrue: a number, a truth value, a name or a word is another one. What the data
/// asks, and in which form, stays as it was.
/// </summary>
internal static partial class ProofFacts
{
    private static readonly HashSet<string> Grammar = ["ask", "form", "what", "method", "frame", "one", "part", "pattern", "table", "mark"];

    /// <summary>Every fact changed in turn, each in several ways.</summary>
    public static IEnumerable<Proof> Changed(Proof proof)
    {
        var root = JsonNode.Parse(proof.Data)!;
        Inline(root);
        var leaves = Leaves(root, "").ToArray();
        foreach (var leaf in leaves)
        {
            foreach (var other in Others(leaf, leaves))
            {
                var copy = root.DeepClone();
                Place(copy, leaf.Path, other);
                yield return proof with { Data = copy.ToJsonString() };
            }
        }
    }

    /// <summary>Facts that stand in a table of data, written into the proof itself.</summary>
    private static void Inline(JsonNode node)
    {
        if (node is JsonObject own && own.TryGetPropertyValue("table", out var table))
        {
            var rows = ContentLibrary.Default.Table(table!.GetValue<string>()).Select(row => new JsonObject(
                row.Select(cell => KeyValuePair.Create(cell.Key, Cell(cell.Value)))));
            own.Remove("table");
            own["rows"] = new JsonArray([.. rows]);
        }
        foreach (var child in Children(node))
        {
            Inline(child.Value);
        }
    }

    private static JsonNode? Cell(string text) => text is "true" or "false" ? JsonValue.Create(text == "true")
        : WholeNumber().IsMatch(text) ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);

    private static IEnumerable<(string Key, JsonNode Value)> Children(JsonNode node) => node switch
    {
        JsonObject own => own.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!)).ToArray(),
        JsonArray all => all.Select((value, i) => (i.ToString(CultureInfo.InvariantCulture), value!)).ToArray(),
        _ => [],
    };

    private static IEnumerable<Leaf> Leaves(JsonNode node, string path) => node is JsonValue value
        ? [new Leaf(path, value)]
        : Children(node).Where(child => !Grammar.Contains(child.Key) || child.Value is not JsonValue)
            .SelectMany(child => Leaves(child.Value, $"{path}\n{child.Key}"));

    private static IEnumerable<JsonNode> Others(Leaf leaf, Leaf[] all) => leaf.Value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => [JsonValue.Create(!leaf.Value.GetValue<bool>())],
        JsonValueKind.Number => Numbers(decimal.Parse(leaf.Value.ToJsonString(), CultureInfo.InvariantCulture)).Select(n => (JsonNode)JsonValue.Create(n)),
        _ => Texts(leaf, all).Distinct().Where(text => text != leaf.Text).Select(text => (JsonNode)JsonValue.Create(text)),
    };

    private static decimal[] Numbers(decimal n) => [n + 1, n - 1, (2 * n) + 3, 0];

    /// <summary>Another number in it; another text of its column; else other letters.</summary>
    private static IEnumerable<string> Texts(Leaf leaf, Leaf[] all)
    {
        foreach (Match digits in Digits().Matches(leaf.Text))
        {
            foreach (var n in Numbers(decimal.Parse(digits.Value, CultureInfo.InvariantCulture)).Where(n => n >= 0))
            {
                yield return leaf.Text[..digits.Index] + n.ToString(CultureInfo.InvariantCulture) + leaf.Text[(digits.Index + digits.Length)..];
            }
        }
        foreach (var other in all.Where(own => own.Column == leaf.Column && own.Value.GetValueKind() is JsonValueKind.String).Take(8))
        {
            yield return other.Text;
        }
        var quoted = all.Where(own => own.Value.GetValueKind() is JsonValueKind.String).SelectMany(own => Quoted().Matches(own.Text)).Select(own => own.Value).Distinct().Take(8).ToArray();
        foreach (Match name in Quoted().Matches(leaf.Text))
        {
            foreach (var other in quoted)
            {
                yield return leaf.Text[..name.Index] + other + leaf.Text[(name.Index + name.Length)..];
            }
        }
        if (leaf.Column is not ("such" or "where" or "over"))
        {
            yield return string.Concat(leaf.Text.Reverse());
            yield return $"no {leaf.Text}x";
            yield return string.Concat(leaf.Text.Select(letter => "aeiou".IndexOf(letter) is >= 0 and var vowel ? "eioua"[vowel] : letter));
        }
    }

    private static void Place(JsonNode root, string path, JsonNode value)
    {
        var steps = path.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = root;
        for (var i = 0; i < steps.Length; i++)
        {
            var last = i == steps.Length - 1;
            if (at is JsonArray all)
            {
                var place = int.Parse(steps[i], CultureInfo.InvariantCulture);
                at = last ? all[place] = value : all[place]!;
            }
            else
            {
                at = last ? at[steps[i]] = value : at[steps[i]]!;
            }
        }
    }

    [GeneratedRegex("(?<![A-Za-z_0-9.])[0-9]+(?:\\.[0-9]+)?")]
    private static partial Regex Digits();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex("^-?[0-9]{1,17}$")]
    private static partial Regex WholeNumber();

    /// <param name="Path">Names and places from the root, each after a line break.</param>
    private sealed record Leaf(string Path, JsonValue Value)
    {
        public string Text => Value.GetValueKind() is JsonValueKind.String ? Value.GetValue<string>() : "";

        /// <summary>The last name of the path.</summary>
        public string Column { get; } = Path.Split('\n').LastOrDefault(step => step.Length > 0 && !char.IsAsciiDigit(step[0])) ?? "";
    }
}
