using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pathfinity.Testing.Chat;

/// <summary>A model that does as its prompts say: it writes sums, and adds the numbers of the sums that it is to solve.</summary>
public sealed partial class SoundModel
{
    /// <summary>What it makes of a question that it has written.</summary>
    public Func<JsonObject, JsonObject> Edit { get; set; } = question => question;

    /// <summary>What it makes of an answer to a question that it has solved.</summary>
    public Func<string, string> Solution { get; set; } = answer => answer;

    /// <summary>What it says against a question that it solves.</summary>
    public string Fault { get; set; } = "";

    public string Answer(JsonObject request)
    {
        var system = request["system"]!.AsArray()[0]!["text"]!.GetValue<string>();
        var content = request["messages"]!.AsArray()[0]!["content"]!;
        var user = content is JsonArray blocks ? blocks[0]!["text"]!.GetValue<string>() : content.GetValue<string>();
        return (system.StartsWith("You solve", StringComparison.Ordinal) ? Solve(user) : Write(system, user)).ToJsonString();
    }

    private JsonObject Write(string system, string user)
    {
        var count = int.Parse(Count().Match(user).Groups[1].Value, CultureInfo.InvariantCulture);
        var facet = Facets().Match(user).Groups[1].Value.Split("; ")[0];
        string[] bugs = [.. BugId().Matches(system).Take(3).Select(match => match.Groups[1].Value)];
        var start = 11 + (user.Sum(c => c) % 37);
        return new JsonObject
        {
            ["questions"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => Edit(Sum(start + (3 * i), 25 + (7 * i), facet, bugs)))]),
        };
    }

    private static JsonObject Sum(int a, int b, string facet, string[] bugs)
    {
        string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
        int[] wrong = [a + b + 10, a + b - 1, a];
        return new JsonObject
        {
            ["facet"] = facet, ["kind"] = "numeric", ["stem"] = $"A shelf holds {Text(a)} red cups and {Text(b)} blue cups. How many cups are there in all?",
            ["answer"] = new JsonArray(Text(a + b)),
            ["wrong"] = new JsonArray([.. wrong.Select((n, i) => (JsonNode)new JsonObject { ["answer"] = Text(n), ["bug"] = bugs[i], ["reason"] = "Works it out otherwise." })]),
            ["hint"] = "Put both groups together.", ["rationale"] = $"{Text(a)} and {Text(b)} make {Text(a + b)}.", ["demand"] = "apply",
        };
    }

    private JsonObject Solve(string user)
    {
        var answers = new JsonArray();
        foreach (var question in user.Split("Question ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = question.Split('\n');
            var sum = Number().Matches(lines[1]).Sum(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
            var letter = lines.FirstOrDefault(line => line.Length > 2 && line[1] == '.' && line[3..] == sum)?[..1];
            answers.Add(new JsonObject
            {
                ["question"] = int.Parse(lines[0], CultureInfo.InvariantCulture), ["answer"] = new JsonArray(Solution(letter ?? sum)), ["fault"] = Fault,
            });
        }
        return new JsonObject { ["answers"] = answers };
    }

    [GeneratedRegex("Write ([0-9]+) question")]
    private static partial Regex Count();

    [GeneratedRegex("Facets: (.*)")]
    private static partial Regex Facets();

    [GeneratedRegex("^- ([a-z0-9.-]+):", RegexOptions.Multiline)]
    private static partial Regex BugId();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
