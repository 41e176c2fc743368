using Npgsql;
using Pathfinity.Storage.Embedded;

namespace Pathfinity.Storage;

/// <summary>
/// A PostgreSQL of our own, kept in a data folder that one process owns at a time. It listens on the loopback only, on a
/// port the system chose, and ends with us: at once when disposed, soon after when we are killed.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private const string DatabaseName = "pathfinity";

    private readonly string _data;
    private readonly OwnerLock _lock;
    private readonly Postmaster _postmaster;
    private bool _disposed;

    private EmbeddedServer(string data, OwnerLock ownerLock, Postmaster postmaster, string connectionString) =>
        (_data, _lock, _postmaster, ConnectionString) = (data, ownerLock, postmaster, connectionString);

    /// <summary>To the database <c>pathfinity</c>, as its superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes the data folder and the database where they are missing, and starts the server.</summary>
    /// <exception cref="EnvironmentException">PostgreSQL is missing or does not start here.</exception>
    /// <exception cref="DataFolderException">The folder is in use, not writable, or made elsewhere.</exception>
    public static Task<EmbeddedServer> StartAsync(
        DirectoryInfo dataFolder, IProgress<string>? progress, CancellationToken ct) =>
        StartAsync(dataFolder, PostgresSearch.OfThisMachine(), progress, ct);

    internal static async Task<EmbeddedServer> StartAsync(
        DirectoryInfo dataFolder, PostgresSearch search, IProgress<string>? progress, CancellationToken ct)
    {
        var data = Path.TrimEndingDirectorySeparator(dataFolder.FullName);
        var isNew = !Directory.Exists(data);
        var ownerLock = await ClaimAsync(data, ct);
        try
        {
            return await StartAsync(data, ownerLock, search, progress, ct);
        }
        catch
        {
            ownerLock.Dispose();
            if (isNew)
                RemoveUnused(data);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        ConnectionFile.Remove(_data);
        await _postmaster.StopAsync(CancellationToken.None);
        _lock.Dispose();
    }

    private static async Task<EmbeddedServer> StartAsync(
        string data, OwnerLock ownerLock, PostgresSearch search, IProgress<string>? progress, CancellationToken ct)
    {
        var home = ServerHome.OfExisting(data);
        int? major = home is null ? null : Cluster.MajorOf(home);
        if (home is not null)
            ClusterIdentity.Check(home);
        var user = await ServerUser.ChooseAsync(home?.Cluster, ct);
        home ??= await ServerHome.ForNewAsync(data, user, progress, ct);
        PostgresBinaries binaries;
        try
        {
            binaries = await PostgresBinaries.FindAsync(search, major, home, user, progress, ct);
            if (major is null)
                await Cluster.CreateAsync(home, binaries, user, progress, ct);
        }
        catch
        {
            home.RemoveIfEmpty();
            throw;
        }

        var postmaster = new Postmaster(home, binaries, user);
        try
        {
            var port = await postmaster.StartAsync(progress, ct);
            var connection = ConnectionTo(port, SecretFile.Read(Cluster.PasswordFileIn(home.Cluster)));
            await CreateDatabaseAsync(connection, ct);
            ConnectionFile.Write(data, connection.ConnectionString);
            return new EmbeddedServer(data, ownerLock, postmaster, connection.ConnectionString);
        }
        catch
        {
            await postmaster.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<OwnerLock> ClaimAsync(string data, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(data);
            return await OwnerLock.TakeAsync(data, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"{data} is not a folder that user {Environment.UserName} can write to: "
                + "correct its rights or choose another --data", e);
        }
    }

    private static void RemoveUnused(string data)
    {
        File.Delete(OwnerLock.PathIn(data));
        if (!Directory.EnumerateFileSystemEntries(data).Any())
            Directory.Delete(data);
    }

    private static NpgsqlConnectionStringBuilder ConnectionTo(int port, string password) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Cluster.Superuser,
        Password = password,
        Database = DatabaseName,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    private static async Task CreateDatabaseAsync(NpgsqlConnectionStringBuilder target, CancellationToken ct)
    {
        var first = new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(first.ConnectionString);
        await connection.OpenAsync(ct);
        await using var look = new NpgsqlCommand(
            $"SELECT 1 FROM pg_database WHERE datname = '{DatabaseName}'", connection);
        if (await look.ExecuteScalarAsync(ct) is not null)
            return;
        await using var create = new NpgsqlCommand(
            $"CREATE DATABASE {DatabaseName} ENCODING 'UTF8' TEMPLATE template0", connection);
        await create.ExecuteNonQueryAsync(ct);
    }
}
