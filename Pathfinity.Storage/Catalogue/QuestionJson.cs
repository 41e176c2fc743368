using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pathfinity.Content;

namespace Pathfinity.Storage;

/// <summary>The parts of a question that its table keeps as JSON.</summary>
internal static class QuestionJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Texts(ImmutableArray<string> texts) => JsonSerializer.Serialize(texts, Plain);

    public static ImmutableArray<string> Texts(string json) =>
        [.. JsonSerializer.Deserialize<string[]>(json, Plain)!];

    /// <summary>Each with what is sent for it, so that nobody else needs to know the kinds.</summary>
    public static string Responses(Question question) => JsonSerializer.Serialize(
        question.Responses.Select((response, i) => new StoredResponse(
            response.Given, JsonSerializer.Deserialize<JsonElement>(question.AnswerJson(i)), response.Bug, response.Reason)),
        Plain);

    public static ImmutableArray<Response> Responses(string json) =>
        [.. JsonSerializer.Deserialize<StoredResponse[]>(json, Plain)!.Select(r => new Response(r.Given, r.Bug, r.Reason))];

    public static string Proof(Proof proof) =>
        $$"""{"method":{{JsonSerializer.Serialize(proof.Method, Plain)}},"data":{{proof.Data}}}""";

    public static Proof Proof(string json)
    {
        using var document = JsonDocument.Parse(json);
        var proof = document.RootElement;
        return new Proof(proof.GetProperty("method").GetString()!, proof.GetProperty("data").GetRawText());
    }

    public static short Thousandths(double logits) => (short)Math.Round(logits * 1000);

    private sealed record StoredResponse(ImmutableArray<string> Given, JsonElement Answer, string? Bug, string Reason);
}
