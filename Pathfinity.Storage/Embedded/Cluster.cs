using System.Globalization;

namespace Pathfinity.Storage.Embedded;

/// <summary>PostgreSQL's own data folder: made here, or found and checked.</summary>
internal static class Cluster
{
    public const string Superuser = "pathfinity";
    private static readonly TimeSpan InitLimit = TimeSpan.FromMinutes(5);

    public static string PasswordFileIn(string cluster) => Path.Combine(cluster, "pathfinity.password");

    /// <summary>The major version of a cluster that is whole and ours; nothing is changed where it is not.</summary>
    public static int MajorOf(ServerHome home)
    {
        try
        {
            var version = Path.Combine(home.Cluster, "PG_VERSION");
            if (!File.Exists(version) || !File.Exists(PasswordFileIn(home.Cluster)))
            {
                throw new DataFolderException(
                    $"{home.Cluster} is no database made here, or is another user's: choose another --data, "
                    + "or start as the user who owns it");
            }
            _ = SecretFile.Read(PasswordFileIn(home.Cluster));
            return int.Parse(File.ReadAllText(version).Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FormatException)
        {
            throw new DataFolderException(
                $"{home.Cluster} belongs to another user: start as that one, or choose another --data", e);
        }
    }

    /// <summary>Makes the cluster beside its final place and moves it there whole, so a crash leaves none or all of it.</summary>
    public static async Task CreateAsync(
        ServerHome home, PostgresBinaries binaries, ServerUser user, IProgress<string>? progress, CancellationToken ct)
    {
        progress?.Report($"Making a database with PostgreSQL {binaries.Version} in {home.Folder}");
        var stage = home.Cluster + ".new";
        var password = home.Cluster + ".password";
        if (Directory.Exists(stage))
            Directory.Delete(stage, recursive: true);
        Directory.CreateDirectory(stage);
        SecretFile.Write(password, SecretFile.NewPassword());
        if (!await user.OwnAsync(stage, ct) || !await user.OwnAsync(password, ct))
            throw new EnvironmentException($"{home.Folder} cannot be given to user {user.Name}: choose another --data");
        var result = await user.RunAsync(
            binaries.Initdb,
            ["-D", stage, "-U", Superuser, $"--pwfile={password}", "--auth=scram-sha-256", "-E", "UTF8", "--locale=C"],
            home.Folder, InitLimit, ct);
        if (!result.Succeeded)
        {
            Directory.Delete(stage, recursive: true);
            File.Delete(password);
            ct.ThrowIfCancellationRequested();
            throw new EnvironmentException($"initdb could not make a database in {home.Folder}: {result.Complaint}");
        }
        File.Move(password, PasswordFileIn(stage));
        ClusterIdentity.Of(home, stage).Write(stage);
        await user.OwnAsync(stage, ct);
        Directory.Move(stage, home.Cluster);
        if (home.IsElsewhere)
            Directory.CreateSymbolicLink(ServerHome.ClusterPathIn(home.Data), home.Cluster);
    }
}
