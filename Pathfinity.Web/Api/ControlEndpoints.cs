using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pathfinity.Simulation;
using Pathfinity.Web.Live;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Api;

/// <param name="Speed">World seconds a wall second, above 0.</param>
public sealed record SpeedWish(double Speed);

/// <summary>How a world stands, and the control of one that is live in this process.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder worlds)
    {
        var live = worlds.MapGroup("{world}/live").WithTags("Live");
        live.MapGet("", StandingAsync).WithSummary("How the world stands: its clock, and who is at work.");
        live.MapPost("start", (string world, LivePictures pictures, WorldQueries queries, CancellationToken cancellation) =>
                ControlAsync(world, pictures, queries, s => s.StartAsync(cancellation), cancellation))
            .WithSummary("Goes on after a pause.");
        live.MapPost("pause", (string world, LivePictures pictures, WorldQueries queries, CancellationToken cancellation) =>
                ControlAsync(world, pictures, queries, s => s.PauseAsync(cancellation), cancellation))
            .WithSummary("Lets no further activity out.");
        live.MapPost("speed", SpeedAsync).WithSummary("Sets the pace until the world has caught up with its clock.");
    }

    private static async Task<Results<Ok<LiveStanding>, NotFound>> StandingAsync(
        string world, LivePictures live, WorldQueries worlds, CancellationToken cancellation) =>
        await worlds.FindAsync(world, cancellation) is { } totals
            ? TypedResults.Ok(await live.StandingAsync(world, totals))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<LiveStanding>, BadRequest, NotFound>> SpeedAsync(
        string world, SpeedWish wish, LivePictures live, WorldQueries worlds, CancellationToken cancellation)
    {
        if (!LiveEndpoints.IsSpeed(wish.Speed))
        {
            return TypedResults.BadRequest();
        }
        var done = await ControlAsync(world, live, worlds, s => s.SetSpeedAsync(wish.Speed, cancellation), cancellation);
        return done.Result is Ok<LiveStanding> ok ? ok : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<LiveStanding>, NotFound>> ControlAsync(
        string world, LivePictures live, WorldQueries worlds, Func<ISimulation, Task> control, CancellationToken cancellation)
    {
        if (live.Simulation(world) is not { } simulation || await worlds.FindAsync(world, cancellation) is not { } totals)
        {
            return TypedResults.NotFound();
        }
        await control(simulation);
        return TypedResults.Ok(await live.StandingAsync(world, totals));
    }
}
