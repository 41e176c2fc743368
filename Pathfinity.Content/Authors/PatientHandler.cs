using System.Globalization;
using System.Net;

namespace Pathfinity.Content;

/// <summary>
/// Asks again when a service is overloaded or limits the rate (408, 429, 5xx and so 529): after as long as it says in
/// retry-after, otherwise after 1, 2, 4 ... seconds. A lost connection is not tried again: what was sent may be charged.
/// </summary>
internal sealed class PatientHandler(TimeProvider clock) : DelegatingHandler
{
    public const int TriesMax = 6;
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(2); // who is told to wait longer gives up

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        for (var tries = 1; ; tries++)
        {
            using var copy = Copy(request, body);
            var response = await base.SendAsync(copy, cancellationToken);
            var wait = Wait(response, tries);
            if (tries == TriesMax || !Passes(response) || wait > WaitMax)
            {
                return response;
            }
            response.Dispose();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>A message can be sent but once.</summary>
    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }
        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            foreach (var (name, values) in request.Content!.Headers.NonValidated)
            {
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }
        return copy;
    }

    /// <summary>Whether it may go by itself.</summary>
    private static bool Passes(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private TimeSpan Wait(HttpResponseMessage response, int tries)
    {
        var said = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => Milliseconds(response) ?? TimeSpan.FromSeconds(1 << (tries - 1)),
        };
        return said < TimeSpan.Zero ? TimeSpan.Zero : said;
    }

    private static TimeSpan? Milliseconds(HttpResponseMessage response) =>
        response.Headers.TryGetValues("retry-after-ms", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? TimeSpan.FromMilliseconds(ms) : null;
}
