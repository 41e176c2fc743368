using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;

namespace Pathfinity.Content;

/// <summary>Claude as a chat client, on the official SDK.</summary>
public static class Claude
{
    public const string Author = "claude";
    public const string DefaultModel = "claude-sonnet-5-5";
    public const string KeyVariable = "ANTHROPIC_API_KEY";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15); // of one request, its waiting included

    /// <summary>
    /// A client that retries patiently and never sends a request again that may have been charged. The caller disposes it.
    /// </summary>
    /// <param name="address">Where the service is; null for ANTHROPIC_BASE_URL or else the public one.</param>
    public static IChatClient Open(string key, string model, TimeProvider clock, Uri? address = null)
    {
        var options = new ClientOptions
        {
            ApiKey = key,
            AuthToken = null,
            MaxRetries = 0,
            Timeout = Limit,
            Handlers = [new PatientHandler(clock)],
        };
        if (address is not null)
        {
            options.BaseUrl = address.ToString().TrimEnd('/');
        }
        return new AnthropicClient(options).AsIChatClient(model, ChatAsk.OutputMax);
    }
}
