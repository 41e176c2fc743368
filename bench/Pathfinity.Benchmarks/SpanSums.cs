using System.Collections.Concurrent;
using System.Diagnostics;
using Pathfinity.Storage;

namespace Pathfinity.Benchmarks;

/// <summary>
/// Seconds spent in the spans of one source, by their names, while it listens; and, if asked for, processor time of the
/// server's processes that they kept busy, where it can be seen.
/// </summary>
internal sealed class SpanSums : IDisposable
{
    private readonly ConcurrentDictionary<string, double> seconds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> server = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Activity, double> begun = [];
    private readonly ActivityListener listener;

    /// <param name="withServer">Whether to look at the server's processes at both ends of each span.</param>
    public SpanSums(string source, bool withServer)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = span =>
            {
                if (withServer && ServerOf(span) is { } cpu)
                {
                    begun[span] = cpu;
                }
            },
            ActivityStopped = span =>
            {
                Add(seconds, span, span.Duration.TotalSeconds);
                if (begun.TryRemove(span, out var before) && ServerOf(span) is { } cpu)
                {
                    Add(server, span, cpu - before);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public double this[string name] => seconds.GetValueOrDefault(name);

    /// <summary>The server's processor time in the spans whose names are so.</summary>
    public double Server(Func<string, bool> name) => server.Where(one => name(one.Key)).Sum(one => one.Value);

    public void Dispose() => listener.Dispose();

    private static void Add(ConcurrentDictionary<string, double> sums, Activity span, double value) =>
        sums.AddOrUpdate(span.OperationName, value, (_, before) => before + value);

    private static double? ServerOf(Activity span) =>
        span.GetTagItem(Telemetry.Backend) is int process ? ServerCpu.OfBackend(process) : null;
}
