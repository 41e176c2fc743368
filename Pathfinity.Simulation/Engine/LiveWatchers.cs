using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pathfinity.Simulation;

/// <summary>Those who watch a live world. Who is too slow misses the oldest activity; nobody holds up the engine.</summary>
internal sealed class LiveWatchers
{
    private const int Buffer = 1024;
    private ImmutableArray<Channel<LiveActivity>> watchers = [];

    public void Show(LiveActivity activity)
    {
        foreach (var watcher in watchers)
        {
            watcher.Writer.TryWrite(activity);
        }
    }

    public async IAsyncEnumerable<LiveActivity> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<LiveActivity>(
            new BoundedChannelOptions(Buffer) { FullMode = BoundedChannelFullMode.DropOldest });
        ImmutableInterlocked.Update(ref watchers, static (all, added) => all.Add(added), channel);
        try
        {
            await foreach (var activity in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return activity;
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref watchers, static (all, gone) => all.Remove(gone), channel);
        }
    }
}
