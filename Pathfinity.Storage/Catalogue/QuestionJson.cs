using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pathfinity.Content;

namespace Pathfinity.Storage;

/// <summary>The parts of a question that its table keeps as JSON.</summary>
internal static class QuestionJson
{
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Texts(ImmutableArray<string> texts) => JsonSerializer.Serialize(texts, Plain);

    public static ImmutableArray<string> Texts(string json) =>
        [.. JsonSerializer.Deserialize<string[]>(json, Plain)!];

    /// <summary>Each with what is sent for it, so that nobody else needs to know the kinds.</summary>
    public static string Responses(Question question)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Plain.Encoder, SkipValidation = true }))
        {
            writer.WriteStartArray();
            for (var i = 0; i < question.Responses.Length; i++)
            {
                Write(writer, question.Responses[i], question.AnswerJson(i));
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Response response, string answer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("given");
        foreach (var text in response.Given)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
        writer.WritePropertyName("answer");
        writer.WriteRawValue(answer, skipInputValidation: true);
        writer.WriteString("bug", response.Bug);
        writer.WriteString("reason", response.Reason);
        writer.WriteEndObject();
    }

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

    private sealed record StoredResponse(ImmutableArray<string> Given, string? Bug, string Reason);
}
