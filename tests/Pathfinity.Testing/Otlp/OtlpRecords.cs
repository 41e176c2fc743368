using System.Collections.Immutable;

namespace Pathfinity.Testing.Otlp;

/// <summary>A span as it arrived.</summary>
/// <param name="Service">The service.name of its resource.</param>
/// <param name="Source">The name of its activity source.</param>
/// <param name="Name">Its display name.</param>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentId">Like the span's own; empty for a root.</param>
/// <param name="StartNanoseconds">Since 1970 in UTC.</param>
/// <param name="EndNanoseconds">Since 1970 in UTC.</param>
/// <param name="Attributes">Values as text.</param>
public sealed record OtlpSpan(
    string Service,
    string Source,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    ulong StartNanoseconds,
    ulong EndNanoseconds,
    ImmutableDictionary<string, string> Attributes);

/// <summary>A metric as it arrived; the value is that of the last point, null for a histogram.</summary>
public sealed record OtlpMetric(string Service, string Meter, string Name, double? Value);

/// <summary>A log record as it arrived; the identifiers are empty where it was written outside any span.</summary>
public sealed record OtlpLog(
    string Service, string Category, string Severity, string Body, string TraceId, string SpanId);
