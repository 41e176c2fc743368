using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>What a language model wrote as one question, as yet unchecked.</summary>
internal sealed record WrittenQuestion(
    string Facet, QuestionKind Kind, string Stem, ImmutableArray<string> Answer, ImmutableArray<Response> Wrong, string Hint,
    string Rationale, Demand Demand);

/// <summary>What a language model answers to one question without seeing its key.</summary>
/// <param name="Fault">What it finds wrong with the question; empty for nothing.</param>
internal sealed record BlindAnswer(ImmutableArray<string> Answer, string Fault);

/// <summary>Reads answers strictly: what is off the schema is a fault with its reason, never a guess.</summary>
internal static class DraftReader
{
    private const int TextMax = 2000;
    private const int QuestionsMax = 12;
    private const int OptionsMax = 8;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <exception cref="FormatException">The text is not what the schema asks for; the message says where.</exception>
    public static ImmutableArray<WrittenQuestion> Questions(string text) =>
        Read(text, root => List(root, "questions", QuestionsMax).Select(Question).ToImmutableArray());

    /// <summary>Answers by the number of the question, from 1.</summary>
    /// <exception cref="FormatException">The text is not what the schema asks for; the message says where.</exception>
    public static IReadOnlyDictionary<int, BlindAnswer> Answers(string text) => Read(text, root =>
    {
        var answers = new Dictionary<int, BlindAnswer>();
        foreach (var row in List(root, "answers", QuestionsMax))
        {
            var number = Field(row, "question");
            if (number.ValueKind is not JsonValueKind.Number || !number.TryGetInt32(out var at) || !answers.TryAdd(
                at, new BlindAnswer([.. List(row, "answer", OptionsMax).Select(own => Plain(own, "answer"))], Text(row, "fault"))))
            {
                throw new FormatException("a question's number is missing or stands there twice");
            }
        }
        return answers;
    });

    private static T Read<T>(string text, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? read(document.RootElement)
                : throw new FormatException("the answer is no JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for halves of characters
        {
            throw new FormatException($"the answer is no JSON: {e.Message}", e);
        }
    }

    private static WrittenQuestion Question(JsonElement row)
    {
        var kind = Word(row, "kind", QuestionKind.Choice, QuestionKind.Multi, QuestionKind.Numeric, QuestionKind.Text);
        ImmutableArray<string> answer = [.. List(row, "answer", OptionsMax).Select(own => Plain(own, "answer"))];
        if (kind is QuestionKind.Multi ? answer.Length < 2 : answer.Length != 1)
        {
            throw new FormatException($"{answer.Length} right answers for a question of kind {kind.Key()}");
        }
        var wrong = List(row, "wrong", OptionsMax)
            .Select(own => new Response([Text(own, "answer")], Text(own, "bug"), Text(own, "reason"))).ToImmutableArray();
        if (kind is QuestionKind.Numeric && answer.Concat(wrong.Select(own => own.Given[0])).FirstOrDefault(own => !IsNumber(own)) is { } odd)
        {
            throw new FormatException($"'{odd}' is no bare number");
        }
        return new WrittenQuestion(
            Text(row, "facet"), kind, Text(row, "stem"), answer, wrong, Text(row, "hint"), Text(row, "rationale"),
            Word(row, "demand", Demand.Recall, Demand.Apply, Demand.Reason));
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text.Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static T Word<T>(JsonElement row, string field, params T[] allowed)
        where T : struct, Enum
    {
        var text = Text(row, field);
        foreach (var value in allowed)
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        throw new FormatException($"{field} is '{text}'");
    }

    private static IEnumerable<JsonElement> List(JsonElement row, string field, int most)
    {
        var value = Field(row, field);
        return value.ValueKind is not JsonValueKind.Array ? throw new FormatException($"{field} is no list")
            : value.GetArrayLength() > most ? throw new FormatException($"{field} has more than {most} entries")
            : value.EnumerateArray();
    }

    private static string Text(JsonElement row, string field) => Plain(Field(row, field), field);

    private static string Plain(JsonElement value, string field) => value.ValueKind is not JsonValueKind.String
        ? throw new FormatException($"{field} is no text")
        : value.GetString() is { Length: <= TextMax } text ? text : throw new FormatException($"{field} is longer than {TextMax} characters");

    private static JsonElement Field(JsonElement row, string field) =>
        row.ValueKind is JsonValueKind.Object && row.TryGetProperty(field, out var value)
            ? value
            : throw new FormatException($"{field} is missing");
}
