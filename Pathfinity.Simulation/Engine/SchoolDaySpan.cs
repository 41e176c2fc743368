using System.Diagnostics;

namespace Pathfinity.Simulation;

/// <summary>The span of a school's day or days from their activity to their commit.</summary>
internal static class SchoolDaySpan
{
    private static readonly ActivitySource Source = new("Pathfinity.Simulation");

    public static Activity? Start(ActivityBatch batch)
    {
        var span = Source.StartActivity("school day");
        span?.SetTag("pathfinity.school", batch.School);
        span?.SetTag("pathfinity.students", batch.Students.Length);
        span?.SetTag("pathfinity.rows", batch.Rows.Count);
        return span;
    }
}
