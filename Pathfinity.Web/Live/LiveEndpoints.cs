using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pathfinity.Web.Live;

/// <summary>What pages call: their events, and the forms that control a live world.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/live/events", (LiveEvents events, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(events.WatchAsync(null, cancellation))).ExcludeFromDescription();
        endpoints.MapGet("/live/{world}/events", (string world, LiveEvents events, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(events.WatchAsync(world, cancellation))).ExcludeFromDescription();
        endpoints.MapPost("/w/{world}/live", ControlAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ControlAsync(
        string world, HttpRequest request, LivePictures live, CancellationToken cancellation)
    {
        if (live.Simulation(world) is not { } simulation)
        {
            return TypedResults.NotFound();
        }
        var form = await request.ReadFormAsync(cancellation);
        var done = form["action"].ToString() switch
        {
            "start" => simulation.StartAsync(cancellation),
            "pause" => simulation.PauseAsync(cancellation),
            "speed" when Speed(form["speed"]) is { } speed => simulation.SetSpeedAsync(speed, cancellation),
            _ => null,
        };
        if (done is null)
        {
            return TypedResults.BadRequest();
        }
        await done;
        return TypedResults.LocalRedirect($"~/w/{Uri.EscapeDataString(world)}");
    }

    /// <summary>World seconds a wall second; null for what is none.</summary>
    public static double? Speed(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && IsSpeed(speed) ? speed : null;

    public static bool IsSpeed(double speed) => speed is > 0 and <= SpeedMax;

    private const double SpeedMax = 1_000_000;
}
