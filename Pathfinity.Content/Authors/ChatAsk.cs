using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Pathfinity.Content;

/// <summary>One request to a language model.</summary>
/// <param name="Item">The content item that it is about.</param>
/// <param name="System">Instructions, most general first; a prefix that many requests share and that may be cached.</param>
/// <param name="User">What this request alone says.</param>
/// <param name="Attempt">From 1; a second answer to the same request is another purchase.</param>
internal sealed record ChatAsk(Prompt Prompt, string Model, string Item, string Skill, string System, string User, int Attempt)
{
    /// <summary>Tokens of an answer at most, thinking included.</summary>
    public const int OutputMax = 8000;

    private const int Envelope = 600; // tokens that stand around texts and schema

    /// <summary>Names the request by all that it says: 40 hexadecimal digits, fit for the id of a batch's request.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', Prompt.Name, Prompt.Version, Model, Item, System, User, Prompt.Schema, Attempt))))[..40];

    /// <summary>Never less than the tokens that it is charged for: no token is shorter than a byte.</summary>
    public int InputMax { get; } =
        Encoding.UTF8.GetByteCount(System) + Encoding.UTF8.GetByteCount(User) + Encoding.UTF8.GetByteCount(Prompt.Schema) + Envelope;
}

/// <summary>What a language model answered.</summary>
/// <param name="Stop">Why it stopped; null when it was done.</param>
internal sealed record ChatAnswer(string Text, string Model, ChatFinishReason? Stop, ChatUsage Usage)
{
    /// <summary>Why the text cannot be a whole answer, or null.</summary>
    public string? Fault => Stop == ChatFinishReason.Length ? "the answer was cut off at its longest"
        : Stop == ChatFinishReason.ContentFilter ? "the model refused"
        : string.IsNullOrWhiteSpace(Text) ? "the answer is empty"
        : null;
}

/// <summary>Tokens that one answer is charged for.</summary>
/// <param name="Input">Neither written to the cache nor read from it.</param>
public sealed record ChatUsage(long Input, long Output, long CacheWritten, long CacheRead);
