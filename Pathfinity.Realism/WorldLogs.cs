using System.Globalization;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>The log of a stored world.</summary>
public static class WorldLogs
{
    /// <summary>A larger world is read in part: whole teams, about so many students.</summary>
    public const int StudentsMax = 1_200;

    /// <summary>Reads a world's raw activity.</summary>
    /// <exception cref="BadInputException">There is no such world, or nobody has done anything in it.</exception>
    public static async Task<(Log Log, WorldHistory History)> ReadAsync(
        Database database, string world, CancellationToken cancellation)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, cancellation);
        var history = await WorldHistory.ReadAsync(database, world, catalogue.LoadReleaseAsync, StudentsMax, cancellation);
        return history.Rows.Attempts.Count > 0
            ? (WorldLog.Of(history.Spec, history.Releases, history.Rows), history)
            : throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"nobody has done anything in the world '{world}' yet; simulate some days first"));
    }
}
