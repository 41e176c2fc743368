using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pathfinity.Benchmarks;

/// <summary>Seconds spent in the spans of one source, by their names, while it listens.</summary>
internal sealed class SpanSums : IDisposable
{
    private readonly ConcurrentDictionary<string, double> seconds = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    public SpanSums(string source)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = span => seconds.AddOrUpdate(
                span.OperationName, span.Duration.TotalSeconds, (_, before) => before + span.Duration.TotalSeconds),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public double this[string name] => seconds.GetValueOrDefault(name);

    public void Dispose() => listener.Dispose();
}
