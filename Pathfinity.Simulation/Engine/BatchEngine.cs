using System.Diagnostics;

namespace Pathfinity.Simulation;

/// <summary>How far a batch is.</summary>
/// <param name="StudentDays">Days of single students done.</param>
/// <param name="Of">Days of single students to do in this call.</param>
/// <param name="Rows">Rows stored so far.</param>
public readonly record struct BatchProgress(long StudentDays, long Of, long Rows);

/// <summary>Advances a world as fast as possible, on several threads, by whole days.</summary>
/// <param name="threads">Threads that live students' days; the store's own work comes on top.</param>
public sealed class BatchEngine(OpenWorld world, int threads)
{
    /// <summary>Days of students from which on it is worth while to put off what only speeds reading.</summary>
    private const long LoadLeast = 5_000;

    private static readonly ActivitySource Source = new("Pathfinity.Simulation");

    /// <summary>
    /// Advances through this day, the last one included. Days already complete are skipped. What was stored when the
    /// call is cancelled or fails stays; the next call goes on from the last checkpoint and stores only what is missing.
    /// </summary>
    /// <returns>Rows that this call stored.</returns>
    public async Task<long> RunToAsync(
        int throughDay, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var rows = 0L;
        var from = world.CompleteThrough;
        var done = 0L;
        while (world.CompleteThrough < throughDay)
        {
            using var span = Source.StartActivity("stretch");
            var stretch = await world.BeginAsync(throughDay, cancellation, LoadLeast).ConfigureAwait(false);
            var of = done + (stretch.Frame.Roster.Students.Length * (long)(throughDay - world.CompleteThrough));
            using var run = new BatchRun(world, stretch, threads, p => progress?.Report(
                new BatchProgress(done + p.StudentDays, of, rows + p.Rows)));
            var result = await run.RunAsync(cancellation).ConfigureAwait(false);
            done += result.StudentDays;
            rows += result.Rows;
            span?.SetTag("school.days", stretch.LastDay - from);
        }
        await world.Store.EndLoadAsync(world.Lease, cancellation).ConfigureAwait(false);
        return rows;
    }
}
