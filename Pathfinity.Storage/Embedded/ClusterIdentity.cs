using System.Text.Json;

namespace Pathfinity.Storage.Embedded;

/// <summary>Which cluster this is and where it was made, kept inside it; tells a copied folder from one at home.</summary>
internal sealed record ClusterIdentity(ulong SystemIdentifier, string Path, string Host)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string FileIn(string cluster) => System.IO.Path.Combine(cluster, "pathfinity.json");

    public static ClusterIdentity Of(ServerHome home, string cluster) =>
        new(SystemIdentifierOf(cluster), home.Data, Environment.MachineName);

    public void Write(string cluster) => File.WriteAllText(FileIn(cluster), JsonSerializer.Serialize(this, Readable));

    /// <summary>Returns when the cluster is at home in the folder, or has plainly been moved there.</summary>
    public static void Check(ServerHome home)
    {
        var file = FileIn(home.Cluster);
        var now = Of(home, home.Cluster);
        if (!File.Exists(file))
        {
            now.Write(home.Cluster);
            return;
        }
        var made = Read(file);
        if (made.SystemIdentifier != now.SystemIdentifier)
        {
            throw new DataFolderException(
                $"{home.Cluster} is not the database that {file} describes: restore the whole folder, "
                + "or choose another --data");
        }
        if (made.Path == now.Path)
            return;
        if (made.Host != now.Host || File.Exists(FileIn(ServerHome.ClusterPathIn(made.Path))))
        {
            var way = home.IsElsewhere ? "" : $", or delete {file} to take this copy over as it is";
            throw new DataFolderException(
                $"{home.Data} was copied from {made.Path} on {made.Host}: choose another --data{way}");
        }
        now.Write(home.Cluster);
    }

    private static ClusterIdentity Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterIdentity>(File.ReadAllText(file), Readable)
                ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new DataFolderException($"{file} cannot be read: restore it, or choose another --data", e);
        }
    }

    /// <summary>The first field of PostgreSQL's control file, in every version.</summary>
    private static ulong SystemIdentifierOf(string cluster)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(cluster, "global", "pg_control"));
        return new BinaryReader(file).ReadUInt64();
    }
}
