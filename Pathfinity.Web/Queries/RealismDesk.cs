using System.Collections.Concurrent;
using Pathfinity.Realism;
using Pathfinity.Storage;

namespace Pathfinity.Web.Queries;

/// <summary>
/// Computes the behaviour statistics of worlds in the background, one world at a time, and keeps the last result of
/// each; a world is computed again once it is a week further.
/// </summary>
internal sealed class RealismDesk(Database database) : IDisposable
{
    private const int DaysOfLife = 7;
    private readonly ConcurrentDictionary<string, (int Day, Task<RealismReport> Report)> desks = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>The report of a world, or the one that is under way.</summary>
    /// <param name="today">The world's day.</param>
    public Task<RealismReport> Of(string world, DateOnly today)
    {
        var day = today.DayNumber;
        return desks.AddOrUpdate(
            world, _ => (day, ComputeAsync(world)),
            (_, kept) => kept.Report.IsCompleted && (!kept.Report.IsCompletedSuccessfully || day >= kept.Day + DaysOfLife)
                ? (day, ComputeAsync(world)) : kept).Report;
    }

    private Task<RealismReport> ComputeAsync(string world) => Task.Run(async () =>
    {
        await turn.WaitAsync();
        try
        {
            var (log, _) = await WorldLogs.ReadAsync(database, world, CancellationToken.None);
            return Battery.Run(log);
        }
        finally
        {
            turn.Release();
        }
    });
}
