using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>What storage tells about its work: spans and metrics under one name.</summary>
public static class Telemetry
{
    public const string Name = "Pathfinity.Storage";

    /// <summary>The tag with the process of the server that a span keeps busy, and nothing else does meanwhile.</summary>
    public const string Backend = "pathfinity.backend";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "pathfinity.storage.rows", "{row}", "Rows of activity written, by table.");

    internal static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram<double>(
        "pathfinity.storage.commit.duration", "s", "Time of a commit from its first statement to its last.");

    /// <summary>Begins a span of work that one connection does.</summary>
    internal static Activity? Start(string name, NpgsqlConnection connection) => Source.HasListeners()
        ? Source.StartActivity(ActivityKind.Internal, tags: [new(Backend, connection.ProcessID)], name: name)
        : null;
}
