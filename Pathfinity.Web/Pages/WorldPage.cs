using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Pathfinity.Web.Live;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Pages;

/// <summary>A page of one world: finds the world, then what the page shows of it.</summary>
public abstract class WorldPage : ComponentBase
{
    [Parameter]
    public string World { get; set; } = "";

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    [Inject]
    private protected WorldQueries Worlds { get; set; } = null!;

    [Inject]
    private protected LivePictures Live { get; set; } = null!;

    /// <summary>Null when there is no such world, or not what the page is about.</summary>
    protected WorldTotals? Totals { get; private set; }

    protected LiveStanding Standing { get; private set; } = null!;

    /// <summary>The world's day.</summary>
    protected DateOnly Today { get; private set; }

    protected string Base => $"/w/{Uri.EscapeDataString(World)}";

    protected sealed override async Task OnInitializedAsync()
    {
        var cancellation = Context.RequestAborted;
        // A page is drawn once on the way; until everything is there it has no totals.
        if (await Worlds.FindAsync(World, cancellation) is { } found)
        {
            Standing = await Live.StandingAsync(World, found);
            Today = Live.Today(found);
            Totals = await LoadAsync(found, cancellation) ? found : null;
        }
        if (Totals is null)
        {
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Reads what the page shows; false when there is no such thing in the world.</summary>
    protected abstract Task<bool> LoadAsync(WorldTotals totals, CancellationToken cancellation);}
