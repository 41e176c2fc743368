using Pathfinity.Storage;

namespace Pathfinity.Cli;

/// <summary>The database of one command: the one that was named, or the embedded server for as long as it takes.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly EmbeddedServer? server;

    private DatabaseSession(Database database, EmbeddedServer? server)
    {
        Database = database;
        this.server = server;
    }

    public Database Database { get; }

    /// <summary>Opens the database, and starts the embedded server first when none was named.</summary>
    public static async Task<DatabaseSession> OpenAsync(
        Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { } named)
        {
            return new DatabaseSession(await Database.OpenAsync(named, cancellation), null);
        }
        var steps = new Progress<string>(terminal.Note);
        var server = await EmbeddedServer.StartAsync(new DirectoryInfo(settings.DataFolder), steps, cancellation);
        try
        {
            return new DatabaseSession(await Database.OpenAsync(server.ConnectionString, cancellation), server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
