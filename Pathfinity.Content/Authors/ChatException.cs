using System.Text.Json;
using Anthropic.Exceptions;

namespace Pathfinity.Content;

/// <summary>A language model cannot be asked; the message says why and what to do.</summary>
public sealed class ChatException(ChatFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    private const int BodyMax = 300;

    public ChatFault Fault => fault;

    internal static bool Covers(Exception e) => e is AnthropicException or HttpRequestException or IOException or JsonException
        or TimeoutException;

    /// <summary>What a client's exception means.</summary>
    internal static ChatException Of(Exception e) => e switch
    {
        AnthropicApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden } api => new(
            ChatFault.Key, $"the service refuses the key ({Said(api)}); set ANTHROPIC_API_KEY to one that may use this model", e),
        AnthropicApiException api when (int)api.StatusCode is 429 or >= 500 => new(
            ChatFault.Busy, $"the service is overloaded or limits the rate ({Said(api)}); wait, then run the same command: it goes on", e),
        AnthropicApiException api => new(
            ChatFault.Request, $"the service refuses the request ({Said(api)}); see that --model names a model that your key may use", e),
        AnthropicInvalidDataException or JsonException => new(
            ChatFault.Unreadable, $"the service's answer cannot be read ({Line(e.Message)}); run the same command again", e),
        _ => new(
            ChatFault.Busy, $"the service cannot be reached ({Line(e.Message)}); see that the network and ANTHROPIC_BASE_URL are right, then run the same command", e),
    };

    private static string Said(AnthropicApiException e) => $"{(int)e.StatusCode}: {Line(e.ResponseBody)}";

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > BodyMax ? $"{line[..BodyMax]}..." : line;
    }
}

/// <summary>What keeps a language model from answering.</summary>
public enum ChatFault : byte
{
    /// <summary>No key, or one that is refused.</summary>
    Key,

    /// <summary>Not reached, overloaded or limited; later it may be.</summary>
    Busy,

    /// <summary>This request is refused, and would be again.</summary>
    Request,

    /// <summary>It answered something that is no answer; it may have been charged.</summary>
    Unreadable,
}
