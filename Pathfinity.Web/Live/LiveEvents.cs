using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Live;

/// <summary>Tells a page that its world has changed, at most once a second.</summary>
internal sealed class LiveEvents(
    LivePictures live, WorldQueries worlds, Recent recent, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int SecondsOfSilenceMax = 15;
    private const int ClockStepSeconds = 5;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StoredLife = TimeSpan.FromSeconds(3);

    /// <summary>The event "changed" with the new version each time, and "still" now and then in between.</summary>
    /// <param name="world">Null for all worlds together.</param>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(
        string? world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(Tick, time);
        var (last, silence) = ("", 0);
        do
        {
            var version = world is null ? await VersionAsync() : await VersionAsync(world);
            if (version != last || ++silence >= SecondsOfSilenceMax)
            {
                yield return new SseItem<string>(version, version != last ? "changed" : "still");
                (last, silence) = (version, 0);
            }
        }
        while (await NextAsync(timer, end.Token));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<string> VersionAsync()
    {
        var all = await recent.GetAsync("totals", StoredLife, () => worlds.ListAsync(CancellationToken.None));
        return string.Join(' ', all.Select(totals => string.Create(CultureInfo.InvariantCulture,
            $"{totals.World} {live.Simulation(totals.World)?.Status.AtWork} {totals.Attempts} {totals.Sessions}")));
    }

    /// <summary>A text that differs whenever something that a page shows does.</summary>
    private async Task<string> VersionAsync(string world)
    {
        if (live.Simulation(world)?.Status is { } status)
        {
            var clock = status.WorldNow.ToUnixTimeSeconds() / ClockStepSeconds;
            return string.Create(CultureInfo.InvariantCulture,
                $"{status.State} {clock} {status.AtWork} {status.Attempts} {status.Sessions}");
        }
        var totals = await recent.GetAsync(
            $"totals {world}", StoredLife, () => worlds.FindAsync(world, CancellationToken.None));
        return string.Create(CultureInfo.InvariantCulture, $"stored {totals?.Attempts} {totals?.Sessions}");
    }
}
