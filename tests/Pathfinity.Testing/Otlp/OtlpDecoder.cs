using System.Collections.Immutable;
using System.Globalization;

namespace Pathfinity.Testing.Otlp;

/// <summary>Reads export requests; field numbers are those of opentelemetry-proto 1.x.</summary>
internal static class OtlpDecoder
{
    private delegate T Leaf<T>(string service, string scope, ProtobufReader message);

    public static List<OtlpSpan> Spans(byte[] request) => Leaves(request, Span);

    public static List<OtlpMetric> Metrics(byte[] request) => Leaves(request, Metric);

    public static List<OtlpLog> Logs(byte[] request) => Leaves(request, Log);

    /// <summary>All three requests have one shape: resources hold scopes, and scopes hold what was recorded.</summary>
    private static List<T> Leaves<T>(byte[] request, Leaf<T> leaf)
    {
        var found = new List<T>();
        var resources = new ProtobufReader(request);
        while (resources.TryNext())
        {
            var service = string.Empty;
            var resource = resources.Message;
            while (resource.TryNext())
            {
                if (resource.Field == 1)
                {
                    service = Attributes(resource.Message, 1).GetValueOrDefault("service.name", string.Empty);
                }
                else if (resource.Field == 2)
                {
                    AddScope(service, resource.Message, leaf, found);
                }
            }
        }
        return found;
    }

    private static void AddScope<T>(string service, ProtobufReader scope, Leaf<T> leaf, List<T> found)
    {
        var name = string.Empty;
        while (scope.TryNext())
        {
            if (scope.Field == 1)
            {
                name = TextOf(scope.Message, 1);
            }
            else if (scope.Field == 2)
            {
                found.Add(leaf(service, name, scope.Message));
            }
        }
    }

    private static OtlpSpan Span(string service, string scope, ProtobufReader message)
    {
        var span = new OtlpSpan(
            service, scope, string.Empty, string.Empty, string.Empty, string.Empty, 0, 0, Attributes(message, 9));
        while (message.TryNext())
        {
            span = message.Field switch
            {
                1 => span with { TraceId = message.Hex },
                2 => span with { SpanId = message.Hex },
                4 => span with { ParentId = message.Hex },
                5 => span with { Name = message.Text },
                7 => span with { StartNanoseconds = message.Number },
                8 => span with { EndNanoseconds = message.Number },
                _ => span,
            };
        }
        return span;
    }

    private static OtlpMetric Metric(string service, string scope, ProtobufReader message)
    {
        const int Gauge = 5, Sum = 7;
        var metric = new OtlpMetric(service, scope, string.Empty, null);
        while (message.TryNext())
        {
            metric = message.Field switch
            {
                1 => metric with { Name = message.Text },
                Gauge or Sum => metric with { Value = LastValue(message.Message) },
                _ => metric,
            };
        }
        return metric;
    }

    private static double? LastValue(ProtobufReader points)
    {
        double? value = null;
        while (points.TryNext())
        {
            if (points.Field == 1)
            {
                var point = points.Message;
                while (point.TryNext())
                {
                    value = point.Field switch { 4 => point.Double, 6 => (long)point.Number, _ => value };
                }
            }
        }
        return value;
    }

    private static OtlpLog Log(string service, string scope, ProtobufReader message)
    {
        var log = new OtlpLog(service, scope, string.Empty, string.Empty, string.Empty, string.Empty);
        while (message.TryNext())
        {
            log = message.Field switch
            {
                3 => log with { Severity = message.Text },
                5 => log with { Body = Value(message.Message) },
                9 => log with { TraceId = message.Hex },
                10 => log with { SpanId = message.Hex },
                _ => log,
            };
        }
        return log;
    }

    private static ImmutableDictionary<string, string> Attributes(ProtobufReader message, int field)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (message.TryNext())
        {
            if (message.Field == field)
            {
                var value = string.Empty;
                var pair = message.Message;
                while (pair.TryNext())
                {
                    value = pair.Field == 2 ? Value(pair.Message) : value;
                }
                attributes[TextOf(message.Message, 1)] = value;
            }
        }
        return attributes.ToImmutable();
    }

    private static string Value(ProtobufReader any)
    {
        var value = string.Empty;
        while (any.TryNext())
        {
            value = any.Field switch
            {
                1 => any.Text,
                2 => any.Number == 0 ? "false" : "true",
                3 => ((long)any.Number).ToString(CultureInfo.InvariantCulture),
                4 => any.Double.ToString(CultureInfo.InvariantCulture),
                _ => value,
            };
        }
        return value;
    }

    private static string TextOf(ProtobufReader message, int field)
    {
        var text = string.Empty;
        while (message.TryNext())
        {
            text = message.Field == field ? message.Text : text;
        }
        return text;
    }
}
