using Npgsql;
using Pathfinity.Storage;

namespace Pathfinity.Testing;

/// <summary>One embedded server for a test assembly, in a folder of its own; each test asks it for a database.</summary>
public sealed class PostgresFixture : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private EmbeddedServer? _server;
    private int _databases;

    /// <summary>To the server's first database, which all tests share.</summary>
    public string ConnectionString => Server.ConnectionString;

    private EmbeddedServer Server => _server ?? throw new InvalidOperationException("The fixture has not started");

    public async Task InitializeAsync() =>
        _server = await EmbeddedServer.StartAsync(_folder.Folder, null, CancellationToken.None);

    /// <summary>The connection string of a new, empty database, dropped with the server.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}
