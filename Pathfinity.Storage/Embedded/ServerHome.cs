using System.Security.Cryptography;

namespace Pathfinity.Storage.Embedded;

/// <summary>
/// The folder with the cluster and, if fetched, PostgreSQL itself. That is the data folder; but where the server runs
/// under another account that may not enter it (root's own home), a folder below <see cref="Shared"/>, and
/// <c>postgres</c> in the data folder is a link to the cluster there.
/// </summary>
internal sealed record ServerHome(string Data, string Folder)
{
    public const string Shared = "/var/lib/pathfinity";
    private const int NameBytes = 6;

    public string Cluster => Path.Combine(Folder, "postgres");

    public string Npm => Path.Combine(Folder, "npm");

    public bool IsElsewhere => Folder != Data;

    /// <summary>The path by which the data folder knows its cluster, a folder or a link.</summary>
    public static string ClusterPathIn(string data) => Path.Combine(data, "postgres");

    /// <summary>Null when the data folder has no cluster yet.</summary>
    public static ServerHome? OfExisting(string data)
    {
        var path = ClusterPathIn(data);
        var link = new DirectoryInfo(path).LinkTarget;
        if (link is null)
            return Directory.Exists(path) ? new ServerHome(data, data) : null;
        return Directory.Exists(link)
            ? new ServerHome(data, Path.GetDirectoryName(Path.GetFullPath(link, data))!)
            : throw new DataFolderException(
                $"{path} points to {link}, which is gone or not ours to see: bring it back or choose another --data");
    }

    public static async Task<ServerHome> ForNewAsync(
        string data, ServerUser user, IProgress<string>? progress, CancellationToken ct)
    {
        if (!user.IsOther || await CanLiveInAsync(data, user, ct))
            return new ServerHome(data, data);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        var folder = Path.Combine(Shared, name);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotEnter(data, user, e);
        }
        if (!await CanLiveInAsync(folder, user, ct))
        {
            Directory.Delete(folder);
            throw CannotEnter(data, user, null);
        }
        progress?.Report($"The database lives in {folder}, since user {user.Name} may not enter {data}");
        return new ServerHome(data, folder);
    }

    /// <summary>Leaves no trace of a home elsewhere in which nothing came to live.</summary>
    public void RemoveIfEmpty()
    {
        if (IsElsewhere && !Directory.EnumerateFileSystemEntries(Folder).Any())
            Directory.Delete(Folder);
    }

    private static EnvironmentException CannotEnter(string data, ServerUser user, Exception? inner) =>
        new($"PostgreSQL refuses to run as root, and user {user.Name} may enter neither {data} nor {Shared}: "
            + "choose a --data that every user may enter, or start as another user", inner);

    private static async Task<bool> CanLiveInAsync(string folder, ServerUser user, CancellationToken ct)
    {
        var probe = Path.Combine(folder, "postgres.new");
        Directory.CreateDirectory(probe);
        var can = await user.OwnAsync(probe, ct) && await user.CanWriteInAsync(probe, ct);
        Directory.Delete(probe, recursive: true);
        return can;
    }
}
