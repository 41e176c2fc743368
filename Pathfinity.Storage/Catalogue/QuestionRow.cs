using System.Collections.Immutable;
using System.Text.Json;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>A question as a line of JSON: what may be edited in it, and what must be as it was.</summary>
internal sealed class QuestionRow(JsonElement row)
{
    /// <summary>The question with what the row says of it; what the row leaves out stays.</summary>
    /// <exception cref="FormatException">A field is not of its kind, or one was changed that only authors change.</exception>
    public Question Apply(Question q)
    {
        RequireSame("skill_id", q.Skill);
        RequireSame("item_id", q.Item);
        RequireSame("kind", q.Kind.Key());
        RequireSame("container", q.Container.Key());
        RequireSame("item_model", q.Model);
        RequireSame("facet", q.Facet);
        RequireSameJson("key", q.AnswerJson(0));
        RequireSameJson("proof", QuestionJson.Proof(q.Proof));
        var choices = Texts("choices", q.Choices);
        var figure = Text("figure", q.Figure?.Svg ?? "");
        return q with
        {
            Stem = Text("stem", q.Stem),
            Hint = Text("hint", q.Hint),
            Rationale = Text("rationale", q.Rationale),
            Frame = Text("frame", q.Frame),
            Figure = figure.Length == 0 ? null : new Figure(figure, Text("figure_alt", q.Figure?.Alt ?? "")),
            Choices = choices,
            Prompts = Texts("prompts", q.Prompts),
            Responses = q.Choices.IsEmpty ? q.Responses : Renamed(q, choices),
            Difficulty = Number("difficulty", q.Difficulty),
            Demand = Enum.TryParse<Demand>(Text("demand", q.Demand.Key()), ignoreCase: true, out var demand)
                ? demand : throw new FormatException("demand is recall, apply or reason"),
        };
    }

    private static ImmutableArray<Response> Renamed(Question q, ImmutableArray<string> choices)
    {
        var names = q.Choices.Zip(choices).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. q.Responses.Select(own => own with { Given = [.. own.Given.Select(text => names.GetValueOrDefault(text, text))] })];
    }

    private void RequireSame(string field, string stored)
    {
        if (row.TryGetProperty(field, out var value) && !(value.ValueKind is JsonValueKind.String && value.GetString() == stored))
        {
            throw new FormatException($"{field} cannot be changed; it is '{stored}'");
        }
    }

    private void RequireSameJson(string field, string stored)
    {
        using var document = JsonDocument.Parse(stored);
        if (row.TryGetProperty(field, out var value) && !JsonElement.DeepEquals(value, document.RootElement))
        {
            throw new FormatException($"{field} cannot be changed: the proof stands for what is stored");
        }
    }

    private string Text(string field, string otherwise) => !row.TryGetProperty(field, out var value) ? otherwise
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "",
            _ => throw new FormatException($"{field} is no text"),
        };

    private ImmutableArray<string> Texts(string field, ImmutableArray<string> otherwise)
    {
        if (!row.TryGetProperty(field, out var value))
        {
            return otherwise;
        }
        if (value.ValueKind is not JsonValueKind.Array || value.EnumerateArray().Any(text => text.ValueKind is not JsonValueKind.String))
        {
            throw new FormatException($"{field} is no list of texts");
        }
        return value.GetArrayLength() == otherwise.Length
            ? [.. value.EnumerateArray().Select(text => text.GetString()!)]
            : throw new FormatException($"{field} may be reworded, not added to or left out: {otherwise.Length} are stored");
    }

    private double Number(string field, double otherwise) => !row.TryGetProperty(field, out var value) ? otherwise
        : value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= 6
            ? number
            : throw new FormatException($"{field} is no number from -6 to 6");
}
