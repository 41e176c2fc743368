using Pathfinity.Simulation;

namespace Pathfinity.Cli.Worlds;

/// <summary>Writes stored activity as NDJSON, a line an activity.</summary>
internal sealed class ActivityStream(TextWriter output, string world) : IAsyncDisposable
{
    public async ValueTask WriteAsync(LiveActivity activity)
    {
        await output.WriteLineAsync(ActivityJson.Line(world, activity));
        await output.FlushAsync();
    }

    public async ValueTask DisposeAsync() => await output.FlushAsync();
}
