using System.Collections.Immutable;
using Anthropic;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace Pathfinity.Content;

/// <summary>
/// Gets answers: from the ledger where they were bought before, otherwise from the model, as long as the budget lasts. One
/// request at a time, or in batches where the client has them.
/// </summary>
internal sealed class Buyer(IChatClient chat, ILedger ledger, Meter meter, Price price, TimeProvider clock)
{
    private readonly ClaudeBatches? batches = chat.GetService(typeof(IAnthropicClient)) is IAnthropicClient client
        ? new ClaudeBatches(client, clock)
        : null;

    public bool HasBatches => batches is not null;

    /// <summary>How many requests were sent, and how many were answered from what was bought before.</summary>
    public int Bought { get; private set; }

    public int Kept { get; private set; }

    /// <summary>
    /// The answers by key; those that could not be had are missing. The caller has seen that the budget allows them.
    /// </summary>
    /// <exception cref="ChatException">The model cannot be asked.</exception>
    public async Task<Dictionary<string, ChatAnswer>> AskAsync(IReadOnlyList<ChatAsk> asks, bool batch, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, ChatAnswer>(StringComparer.Ordinal);
        var known = await ledger.FindAsync([.. asks.Select(ask => ask.Key)], cancellation);
        var open = new List<ChatAsk>();
        foreach (var ask in asks)
        {
            if (known.TryGetValue(ask.Key, out var purchase) && purchase.State is PurchaseState.Answered)
            {
                answers[ask.Key] = Answer(purchase);
                Kept++;
            }
            else
            {
                open.Add(ask);
            }
        }
        if (batch && batches is not null && open.Count > 0)
        {
            await BuyBatchAsync(open, answers, cancellation);
            return answers;
        }
        foreach (var ask in open)
        {
            answers[ask.Key] = await BuyAsync(ask, cancellation);
        }
        return answers;
    }

    /// <summary>Whether these are in the ledger, so that asking for them costs nothing.</summary>
    public async Task<IReadOnlySet<string>> KeptAsync(IEnumerable<ChatAsk> asks, CancellationToken cancellation) =>
        (await ledger.FindAsync([.. asks.Select(ask => ask.Key)], cancellation)).Values
            .Where(purchase => purchase.State is PurchaseState.Answered).Select(purchase => purchase.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Fetches what earlier runs sent in batches and never saw answered, even where a run ended before it knew the batch's
    /// id: the requests carry their keys.
    /// </summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        var waiting = await ledger.WaitingAsync(cancellation);
        if (waiting.Count == 0 || batches is null)
        {
            return;
        }
        try
        {
            foreach (var batch in waiting.Where(own => own.Batch is not null).GroupBy(own => own.Batch!, StringComparer.Ordinal))
            {
                await CollectAsync(batch.Key, batch.ToDictionary(own => own.Key, StringComparer.Ordinal), cancellation);
            }
            var orphans = waiting.Where(own => own.Batch is null).ToDictionary(own => own.Key, StringComparer.Ordinal);
            foreach (var batch in orphans.Count == 0 ? [] : await batches.NewestAsync(cancellation))
            {
                if (orphans.Count > 0 && !await ledger.KnowsBatchAsync(batch, cancellation))
                {
                    await CollectAsync(batch, orphans, cancellation, whole: false);
                }
            }
            await ledger.WriteAsync([.. orphans.Values.Select(own => Lost(own, "the service knows no batch that holds it"))], cancellation);
        }
        catch (Exception e) when (ChatException.Covers(e))
        {
            throw ChatException.Of(e);
        }
    }

    private async Task<ChatAnswer> BuyAsync(ChatAsk ask, CancellationToken cancellation)
    {
        var most = price.MostOf(ask, batch: false);
        var purchase = Asked(ask, most, batched: false);
        await ledger.WriteAsync([purchase], cancellation);
        meter.Reserve(most);
        Bought++;
        try
        {
            var answer = Answer(await chat.GetResponseAsync(Messages(ask), Options(ask), cancellation), ask);
            var cost = price.MicrosOf(answer.Usage, batch: false);
            meter.Settle(most, cost);
            await ledger.WriteAsync([Answered(purchase, answer, cost)], CancellationToken.None);
            return answer;
        }
        catch (Exception e) when (ChatException.Covers(e))
        {
            var fault = ChatException.Of(e);
            var charged = fault.Fault is ChatFault.Unreadable || e is not Anthropic.Exceptions.AnthropicApiException ? most : 0;
            meter.Settle(most, charged);
            await ledger.WriteAsync([Lost(purchase, fault.Message) with { CostMicros = charged }], CancellationToken.None);
            throw fault;
        }
    }

    private async Task BuyBatchAsync(List<ChatAsk> asks, Dictionary<string, ChatAnswer> answers, CancellationToken cancellation)
    {
        foreach (var part in asks.Chunk(ClaudeBatches.RequestsMax))
        {
            var purchases = part.Select(ask => Asked(ask, price.MostOf(ask, batch: true), batched: true))
                .ToDictionary(own => own.Key, StringComparer.Ordinal);
            var most = purchases.Values.Sum(own => own.CostMicros);
            await ledger.WriteAsync([.. purchases.Values], cancellation);
            meter.Reserve(most);
            Bought += part.Length;
            try
            {
                var id = await batches!.CreateAsync(part, cancellation);
                foreach (var key in part.Select(ask => ask.Key))
                {
                    purchases[key] = purchases[key] with { Batch = id };
                }
                await ledger.WriteAsync([.. purchases.Values], CancellationToken.None);
                foreach (var done in await CollectAsync(id, purchases, cancellation))
                {
                    answers[done.Key] = Answer(done);
                }
                var cost = (await ledger.FindAsync([.. part.Select(ask => ask.Key)], cancellation)).Values.Sum(own => own.CostMicros);
                meter.Settle(most, cost);
            }
            catch (Exception e) when (ChatException.Covers(e))
            {
                meter.Settle(most, most); // what the service took is fetched by the next run
                throw ChatException.Of(e);
            }
        }
    }

    /// <summary>Waits for a batch and stores what it answered; those that it answers leave the waiting ones.</summary>
    /// <param name="whole">Whether all the waiting ones are in it: those without an answer are lost.</param>
    private async Task<List<Purchase>> CollectAsync(
        string batch, Dictionary<string, Purchase> waiting, CancellationToken cancellation, bool whole = true)
    {
        await batches!.WaitAsync(batch, cancellation);
        var done = new List<Purchase>();
        var lost = new List<Purchase>();
        await foreach (var (key, answer, reason) in batches.ResultsAsync(batch, cancellation))
        {
            if (waiting.Remove(key, out var purchase))
            {
                purchase = purchase with { Batch = batch };
                (answer is null ? lost : done).Add(answer is null
                    ? Lost(purchase, reason) : Answered(purchase, answer, price.MicrosOf(answer.Usage, batch: true)));
            }
        }
        if (whole)
        {
            lost.AddRange(waiting.Values.Select(own => Lost(own, "the batch ended without it")));
        }
        await ledger.WriteAsync([.. done, .. lost], CancellationToken.None);
        return done;
    }

    private static Purchase Asked(ChatAsk ask, long most, bool batched) => new()
    {
        Key = ask.Key, Item = ask.Item, Skill = ask.Skill, Model = ask.Model, Prompt = ask.Prompt.Name,
        PromptVersion = ask.Prompt.Version, Batched = batched, CostMicros = most,
    };

    private static Purchase Answered(Purchase own, ChatAnswer answer, long cost) => own with
    {
        State = PurchaseState.Answered, CostMicros = cost, Usage = answer.Usage, Answer = Storable(answer.Text),
        Stop = answer.Stop?.Value, Model = answer.Model,
    };

    private static Purchase Lost(Purchase own, string reason) =>
        own with { State = PurchaseState.Lost, CostMicros = 0, Answer = Storable(reason) };

    private static ChatAnswer Answer(Purchase own) =>
        new(own.Answer, own.Model, own.Stop is null ? null : new ChatFinishReason(own.Stop), own.Usage);

    private static ChatAnswer Answer(ChatResponse response, ChatAsk ask)
    {
        var stop = response.FinishReason is { } reason && (reason == ChatFinishReason.Length || reason == ChatFinishReason.ContentFilter)
            ? reason : (ChatFinishReason?)null;
        var usage = response.Usage;
        var (input, read) = (usage?.InputTokenCount ?? ask.InputMax, usage?.CachedInputTokenCount ?? 0);
        var written = usage?.AdditionalCounts?.GetValueOrDefault("CacheCreationInputTokens") ?? 0;
        return new ChatAnswer(
            response.Text, response.ModelId ?? ask.Model, stop,
            new ChatUsage(input - read - written, usage?.OutputTokenCount ?? ChatAsk.OutputMax, written, read));
    }

    private static ImmutableArray<ChatMessage> Messages(ChatAsk ask) =>
    [
        new(ChatRole.System, [new TextContent(ask.System).WithCacheControl(Ttl.Ttl5m)]),
        new(ChatRole.User, ask.User),
    ];

    private static ChatOptions Options(ChatAsk ask) => new()
    {
        ModelId = ask.Model,
        MaxOutputTokens = ChatAsk.OutputMax,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ask.Prompt.SchemaJson(), ask.Prompt.Name),
    };

    /// <summary>What a database takes as text: without NUL and halves of characters.</summary>
    private static string Storable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
}
