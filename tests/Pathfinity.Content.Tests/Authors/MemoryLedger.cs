namespace Pathfinity.Content.Tests;

/// <summary>A ledger that forgets with the test.</summary>
internal sealed class MemoryLedger : ILedger
{
    private readonly Dictionary<string, Purchase> purchases = new(StringComparer.Ordinal);

    public IEnumerable<Purchase> All => purchases.Values;

    public Task<IReadOnlyDictionary<string, Purchase>> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Purchase>>(keys.Distinct().Where(purchases.ContainsKey).ToDictionary(key => key, key => purchases[key]));

    public Task<IReadOnlyList<Purchase>> WaitingAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Purchase>>([.. All.Where(own => own.State is PurchaseState.Asked && own.Batched)]);

    public Task<bool> KnowsBatchAsync(string batch, CancellationToken cancellation) => Task.FromResult(All.Any(own => own.Batch == batch));

    public Task WriteAsync(IReadOnlyList<Purchase> purchases, CancellationToken cancellation)
    {
        foreach (var purchase in purchases)
        {
            this.purchases[purchase.Key] = purchase;
        }
        return Task.CompletedTask;
    }
}

/// <summary>A clock that passes over every wait, and remembers how long it was.</summary>
internal sealed class SkippingClock : TimeProvider
{
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits => waits;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Add(dueTime);
        now += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
