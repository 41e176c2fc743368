using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// A store that outlives its database: whatever fails because the server is gone for a while is asked again once it is
/// back. What had been stored after all is dropped the second time, so nothing is lost and nothing doubled.
/// </summary>
/// <param name="held">The world that is advanced; its lock is taken anew with the server.</param>
/// <param name="tell">Told, for people, when the server is gone and when it is back.</param>
public sealed class PatientStore(IWorldStore store, HeldWorld held, TimeProvider time, Action<string> tell) : IWorldStore
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private readonly Lock gate = new();
    private Task returning = Task.CompletedTask;
    private volatile bool gone;

    public Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation) =>
        AskAsync(() => store.CommitAsync(lease, batch, cancellation), cancellation);

    public Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation) =>
        AskAsync(() => store.LoadAsync(lease, cancellation), cancellation);

    public Task<ImmutableArray<JournalEntry>> BeginDaysAsync(
        WorldLease lease, int throughDay, CancellationToken cancellation) =>
        AskAsync(() => store.BeginDaysAsync(lease, throughDay, cancellation), cancellation);

    public void BeginLoad(WorldLease lease) => store.BeginLoad(lease);

    public Task EndLoadAsync(WorldLease lease, CancellationToken cancellation) =>
        AskAsync(() => store.EndLoadAsync(lease, cancellation), cancellation);

    public Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation) =>
        AskAsync(() => store.EnterYearAsync(lease, roster, cancellation), cancellation);

    public Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation) =>
        AskAsync(() => store.LoadReleaseAsync(number, cancellation), cancellation);

    /// <summary>Whether the same may succeed later without anybody doing anything to what was asked.</summary>
    internal static bool IsPassing(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        NpgsqlException { IsTransient: true } or TimeoutException => true,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => true,
        _ => false,
    };

    private Task AskAsync(Func<Task> question, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await question();
            return true;
        }, cancellation);

    private async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellation)
    {
        var since = time.GetTimestamp();
        var delay = FirstDelay;
        while (true)
        {
            try
            {
                if (gone)
                {
                    await ReturnAsync(cancellation);
                }
                return await question();
            }
            catch (Exception e) when (IsPassing(e) && time.GetElapsedTime(since) < Patience)
            {
                Tell(e, delay);
            }
            await Task.Delay(delay, time, cancellation);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private void Tell(Exception e, TimeSpan delay)
    {
        gone = true;
        tell(string.Create(CultureInfo.InvariantCulture,
            $"The database is away ({e.Message}); the world waits for it and asks again in {delay.TotalSeconds:0.#} s."));
    }

    /// <summary>Whoever asks first takes the world again; the others wait for that.</summary>
    private Task ReturnAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            return returning.IsCompleted && gone ? returning = RestoreAsync(cancellation) : returning;
        }
    }

    private async Task RestoreAsync(CancellationToken cancellation)
    {
        await held.RestoreAsync(cancellation);
        gone = false;
        tell("The database is back, and the world is still ours; it goes on, and nothing is lost.");
    }
}
