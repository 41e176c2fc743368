using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

/// <summary>A database with a catalogue, which the tests of the commands share; each makes worlds of its own.</summary>
public sealed class SchoolHouse : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Lazy<Task<Undisturbed>> undisturbed;
    private EmbeddedServer? server;

    public SchoolHouse() => undisturbed = new(() => Cli.Tests.Undisturbed.RunAsync(this));

    public string ConnectionString => server!.ConnectionString;

    /// <summary>What a simulation comes to that nobody disturbs, made once.</summary>
    internal Task<Undisturbed> Undisturbed => undisturbed.Value;

    public async Task InitializeAsync()
    {
        server = await EmbeddedServer.StartAsync(folder.FolderTo("data"), null, CancellationToken.None);
        var made = await RunAsync("world", "create", "--world", "first", "--seed", "1", "--from", "2026-01-05", "--students", "14");
        Assert.True(made.ExitCode == 0, made.ToString());
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server!.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    internal Task<CommandProcess.Ended> RunAsync(params string[] arguments) =>
        CommandProcess.RunAsync([.. arguments, "--db", ConnectionString]);

    /// <summary>Runs a command that must succeed, and reads its JSON.</summary>
    internal async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var ended = await RunAsync([.. arguments, "--json"]);
        Assert.True(ended.ExitCode == 0, ended.ToString());
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    internal async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    internal static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class SchoolHouseCollection : ICollectionFixture<SchoolHouse>
{
    public const string Name = "commands on a database";
}
