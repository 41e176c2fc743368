using System.Runtime.CompilerServices;
using Anthropic;
using Anthropic.Models.Messages;
using Anthropic.Models.Messages.Batches;
using Microsoft.Extensions.AI;
using BatchedParams = Anthropic.Models.Messages.Batches.Params;

namespace Pathfinity.Content;

/// <summary>Message Batches: many requests at half the price, answered within a day.</summary>
internal sealed class ClaudeBatches(IAnthropicClient client, TimeProvider clock)
{
    public const int RequestsMax = 200; // the service takes more; so a budget is spent in steps that can be watched
    private const int LooksMax = 5000; // at the longest pause more than the day after which the service gives up
    private static readonly TimeSpan PauseMin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    /// <summary>Sends requests, and returns the batch's id.</summary>
    public async Task<string> CreateAsync(IReadOnlyList<ChatAsk> asks, CancellationToken cancellation)
    {
        var batch = await client.Messages.Batches.Create(new BatchCreateParams { Requests = [.. asks.Select(Of)] }, cancellation);
        return batch.ID;
    }

    /// <summary>Waits until the batch has ended, looking at it less and less often.</summary>
    public async Task WaitAsync(string batch, CancellationToken cancellation)
    {
        var pause = PauseMin;
        for (var looks = 0; looks < LooksMax; looks++)
        {
            if (Ended(await client.Messages.Batches.Retrieve(batch, cancellationToken: cancellation)))
            {
                return;
            }
            await Task.Delay(pause, clock, cancellation);
            pause = pause * 1.5 > PauseMax ? PauseMax : pause * 1.5;
        }
        throw new ChatException(ChatFault.Busy, $"the batch {batch} has not ended within a day; run the same command later: it goes on");
    }

    /// <summary>Ids of the newest batches of the key's workspace, newest first.</summary>
    public async Task<IReadOnlyList<string>> NewestAsync(CancellationToken cancellation) =>
        [.. (await client.Messages.Batches.List(new BatchListParams { Limit = 100 }, cancellation)).Items.Select(batch => batch.ID)];

    /// <summary>The answers of a batch that has ended, by key; of a request without one the reason.</summary>
    public async IAsyncEnumerable<(string Key, ChatAnswer? Answer, string Reason)> ResultsAsync(
        string batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var one in client.Messages.Batches.ResultsStreaming(batch, cancellationToken: cancellation))
        {
            yield return one.Result.TryPickSucceeded(out var succeeded)
                ? (one.CustomID, Answer(succeeded.Message), "")
                : (one.CustomID, (ChatAnswer?)null, Reason(one.Result));
        }
    }

    private static string Reason(MessageBatchResult result) =>
        result.TryPickErrored(out var errored) ? $"the service refused it: {errored.Error.Error}"
        : result.TryPickExpired(out _) ? "the batch expired before it was answered" : "it was cancelled";

    private static bool Ended(MessageBatch batch) => batch.ProcessingStatus.Raw() == "ended";

    private static Request Of(ChatAsk ask) => new()
    {
        CustomID = ask.Key,
        Params = new BatchedParams
        {
            Model = ask.Model,
            MaxTokens = ChatAsk.OutputMax,
            System = new([new TextBlockParam { Text = ask.System, CacheControl = new() }]),
            Messages = [new UserMessageParam { Content = ask.User }],
            OutputConfig = new()
            {
                Format = new JsonOutputFormat
                {
                    Schema = ask.Prompt.SchemaJson().EnumerateObject().ToDictionary(own => own.Name, own => own.Value, StringComparer.Ordinal),
                },
            },
        },
    };

    private static ChatAnswer Answer(Message message)
    {
        var text = string.Concat(message.Content.Select(block => block.TryPickText(out var own) ? own.Text : ""));
        var usage = message.Usage;
        return new ChatAnswer(text, message.Model.Raw(), Stop(message.StopReason?.Raw()), new ChatUsage(
            usage.InputTokens, usage.OutputTokens, usage.CacheCreationInputTokens ?? 0, usage.CacheReadInputTokens ?? 0));
    }

    private static ChatFinishReason? Stop(string? reason) => reason switch
    {
        "max_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,
        "refusal" => ChatFinishReason.ContentFilter,
        _ => null,
    };
}
