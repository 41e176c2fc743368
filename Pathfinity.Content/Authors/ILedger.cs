namespace Pathfinity.Content;

/// <summary>
/// Where purchases are kept, so that nothing is bought twice: a request is written down before it leaves, the id of a batch
/// before it is waited for, and an answer before anything is made of it.
/// </summary>
public interface ILedger
{
    /// <summary>The purchases among these keys, by key.</summary>
    Task<IReadOnlyDictionary<string, Purchase>> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellation);

    /// <summary>Requests of batches that have neither an answer nor a loss yet, oldest first.</summary>
    Task<IReadOnlyList<Purchase>> WaitingAsync(CancellationToken cancellation);

    /// <summary>Whether a batch of this id was ever noted.</summary>
    Task<bool> KnowsBatchAsync(string batch, CancellationToken cancellation);

    /// <summary>Writes purchases, each in place of the one with its key; all or none.</summary>
    Task WriteAsync(IReadOnlyList<Purchase> purchases, CancellationToken cancellation);
}

/// <summary>A request to a language model, what it may cost and, once it is answered, what it did cost.</summary>
public sealed record Purchase
{
    /// <summary>Of the request's whole text, with model, prompt and attempt.</summary>
    public required string Key { get; init; }

    /// <summary>The content item for which it is made.</summary>
    public required string Item { get; init; }

    public required string Skill { get; init; }
    public required string Model { get; init; }

    /// <summary>Name of the prompt: write or solve.</summary>
    public required string Prompt { get; init; }

    public required int PromptVersion { get; init; }
    public required bool Batched { get; init; }

    /// <summary>Id that the service gave the batch; null before it did, and for single requests.</summary>
    public string? Batch { get; init; }

    public PurchaseState State { get; init; } = PurchaseState.Asked;

    /// <summary>Millionths of a dollar: what it may cost while it is asked, what it did cost afterwards.</summary>
    public required long CostMicros { get; init; }

    public ChatUsage Usage { get; init; } = new(0, 0, 0, 0);

    /// <summary>The answer as it came; of a lost one, why.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Why the model stopped, where it was not done.</summary>
    public string? Stop { get; init; }
}

/// <summary>How far a purchase is.</summary>
public enum PurchaseState : byte
{
    /// <summary>Sent, or about to be.</summary>
    Asked,

    /// <summary>Paid for, and the answer is kept.</summary>
    Answered,

    /// <summary>Never answered; it may be asked again.</summary>
    Lost,
}
