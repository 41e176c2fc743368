using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pathfinity.Content;

/// <summary>How JSON is written here: readable characters stay themselves.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Plain);
}
