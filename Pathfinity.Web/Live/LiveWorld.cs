using Pathfinity.Simulation;

namespace Pathfinity.Web.Live;

/// <summary>A live world with what happened in it last.</summary>
internal sealed class LiveWorld(ISimulation simulation) : IAsyncDisposable
{
    private const int HappeningsMax = 40;
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly Queue<Happening> latest = new();
    private Task watching = Task.CompletedTask;

    public ISimulation Simulation { get; } = simulation;

    /// <summary>The latest happenings, newest first.</summary>
    public IReadOnlyList<Happening> Latest
    {
        get
        {
            lock (gate)
            {
                return [.. latest.Reverse()];
            }
        }
    }

    public void Watch() => watching = WatchAsync();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        await foreach (var activity in Simulation.WatchAsync(end.Token).ConfigureAwait(false))
        {
            if (Happening.Of(activity) is { } happening)
            {
                Keep(happening);
            }
        }
    }

    private void Keep(Happening happening)
    {
        lock (gate)
        {
            latest.Enqueue(happening);
            if (latest.Count > HappeningsMax)
            {
                latest.Dequeue();
            }
        }
    }
}
