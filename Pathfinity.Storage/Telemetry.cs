using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pathfinity.Storage;

/// <summary>What storage tells about its work: spans and metrics under one name.</summary>
public static class Telemetry
{
    public const string Name = "Pathfinity.Storage";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "pathfinity.storage.rows", "{row}", "Rows of activity written, by table.");

    internal static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram<double>(
        "pathfinity.storage.commit.duration", "s", "Time of a commit from its first statement to its last.");
}
