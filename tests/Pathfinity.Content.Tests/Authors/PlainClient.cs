using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Pathfinity.Testing.Chat;

namespace Pathfinity.Content.Tests;

/// <summary>A chat client of somebody else's making: no batches, no service behind it.</summary>
internal sealed class PlainClient(SoundModel model) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToArray();
        var request = new JsonObject
        {
            ["system"] = new JsonArray(new JsonObject { ["text"] = all[0].Text }),
            ["messages"] = new JsonArray(new JsonObject { ["content"] = all[1].Text }),
        };
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, model.Answer(request)))
        {
            ModelId = options!.ModelId, Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 10 },
        });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

/// <summary>What the prompts of each version say, as digests.</summary>
internal static class Prompts
{
    public const string Write1 = "e7cdf12efb06bd55";
    public const string Solve1 = "98e714aa66122693";

    public static string Digest(Prompt prompt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prompt.Text + prompt.Schema)))[..16];
}
