using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pathfinity.Silo;

/// <summary>What a silo tells about its work: spans and metrics under one name.</summary>
internal static class SiloMeter
{
    public const string Name = "Pathfinity.Silo";

    public static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    public static readonly UpDownCounter<long> StudentsLive = Meter.CreateUpDownCounter<long>(
        "pathfinity.silo.students", "{student}", "Student grains that hold a day.");

    public static readonly UpDownCounter<long> SessionsOpen = Meter.CreateUpDownCounter<long>(
        "pathfinity.silo.sessions", "{session}", "Sessions under way.");

    public static readonly Counter<long> Steps = Meter.CreateCounter<long>(
        "pathfinity.silo.steps", "{step}", "Looks of students at their clock, whether something was due or not.");

    public static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "pathfinity.silo.attempts", "{attempt}", "Attempts stored.");

    public static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "pathfinity.silo.due_lag", "ms", "From when an activity was due on the wall to when it was stored.");

    public static readonly Histogram<double> BatchTime = Meter.CreateHistogram<double>(
        "pathfinity.silo.batch.duration", "s", "From taking a batch to having stored it, waits for the database included.");
}
