using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Pathfinity.Testing.Otlp;

/// <summary>
/// Takes OTLP over HTTP on a free port of the loopback and keeps what arrives, for a test to look at.
/// </summary>
/// <remarks>Not on ASP.NET Core, whose own spans would be among those that a test in this process receives.</remarks>
public sealed class OtlpEndpoint : IAsyncDisposable
{
    private const int PortTriesMax = 20;

    private readonly HttpListener listener;
    private readonly Task serving;
    private readonly Lock changing = new();
    private TaskCompletionSource changed = NewSignal();

    private OtlpEndpoint(HttpListener listener, Uri address)
    {
        this.listener = listener;
        Address = address;
        serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The variables that lead a process here, or a configuration in this one.</summary>
    public ImmutableDictionary<string, string?> Environment => ImmutableDictionary<string, string?>.Empty
        .Add("OTEL_EXPORTER_OTLP_ENDPOINT", Address.ToString())
        .Add("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

    public ImmutableArray<OtlpSpan> Spans { get; private set; } = [];

    public ImmutableArray<OtlpMetric> Metrics { get; private set; } = [];

    public ImmutableArray<OtlpLog> Logs { get; private set; } = [];

    public static OtlpEndpoint Start()
    {
        for (var tries = 1; ; tries++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.ToString());
            try
            {
                listener.Start();
                return new(listener, address);
            }
            catch (HttpListenerException) when (tries < PortTriesMax)
            {
                listener.Close();
            }
        }
    }

    /// <summary>The first span that fits, once it has arrived.</summary>
    public async Task<OtlpSpan> SpanAsync(Func<OtlpSpan, bool> fits, TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        while (true)
        {
            Task next;
            lock (changing)
            {
                if (Spans.FirstOrDefault(fits) is { } span)
                {
                    return span;
                }
                next = changed.Task;
            }
            await next.WaitAsync(timeout.Token);
        }
    }

    /// <summary>A span's parents of those that arrived, the nearest first.</summary>
    public IEnumerable<OtlpSpan> ParentsOf(OtlpSpan span)
    {
        var spans = Spans;
        OtlpSpan? Parent(OtlpSpan of) =>
            spans.FirstOrDefault(other => other.TraceId == of.TraceId && other.SpanId == of.ParentId);
        for (var parent = Parent(span); parent is not null; parent = Parent(parent))
        {
            yield return parent;
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // Closed, or a client that went away.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        context.Response.StatusCode = (int)Keep(context.Request.Url!.AbsolutePath, body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Close();
    }

    private HttpStatusCode Keep(string path, byte[] request)
    {
        lock (changing)
        {
            switch (path)
            {
                case "/v1/traces": Spans = Spans.AddRange(OtlpDecoder.Spans(request)); break;
                case "/v1/metrics": Metrics = Metrics.AddRange(OtlpDecoder.Metrics(request)); break;
                case "/v1/logs": Logs = Logs.AddRange(OtlpDecoder.Logs(request)); break;
                default: return HttpStatusCode.NotFound;
            }
            changed.SetResult();
            changed = NewSignal();
            return HttpStatusCode.OK;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
