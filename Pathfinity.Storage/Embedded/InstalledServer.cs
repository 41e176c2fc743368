using Pathfinity.Storage.Embedded;

namespace Pathfinity.Storage;

/// <summary>The programs that an embedded server would run here. To look for them fetches and changes nothing.</summary>
public sealed record InstalledServer(string Version, string Folder)
{
    public static string HowToInstall => PostgresBinaries.HowToInstall;

    /// <summary>The highest version found, or that of PATHFINITY_PG_BIN; null when there is none that can run.</summary>
    /// <exception cref="EnvironmentException">We are root, and cannot run it as another user.</exception>
    public static async Task<InstalledServer?> FindAsync(CancellationToken ct)
    {
        var search = PostgresSearch.OfThisMachine();
        var user = await ServerUser.ChooseAsync(null, ct);
        PostgresBinaries? best = null;
        foreach (var folder in search.Named is { } named ? [named] : search.Folders)
        {
            if (await PostgresBinaries.ProbeAsync(folder, user, ct) is { } found && found.Major > (best?.Major ?? 0))
            {
                best = found;
            }
        }
        return best is null ? null : new(best.Version, best.Folder);
    }
}
