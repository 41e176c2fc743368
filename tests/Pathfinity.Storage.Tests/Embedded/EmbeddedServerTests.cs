using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Npgsql;
using Pathfinity.Storage.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Embedded;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    private DirectoryInfo Data => _temp.FolderTo("data");

    private string ClusterFolder => Path.Combine(Data.FullName, "postgres");

    [Fact]
    public async Task A_restarted_server_has_what_it_had()
    {
        await using (var first = await StartAsync())
        {
            var ask = (string sql) => Sql.AskAsync(first.ConnectionString, sql);
            Assert.Equal("pathfinity", await ask("SELECT current_database()"));
            Assert.Equal("UTF8", await ask("SHOW server_encoding"));
            Assert.Equal("UTC", await ask("SHOW timezone"));
            Assert.Equal("on", await ask("SHOW fsync"));
            Assert.Equal("on", await ask("SHOW full_page_writes"));
            Assert.Equal("on", await ask("SHOW synchronous_commit"));
            Assert.Equal("127.0.0.1", await ask("SHOW listen_addresses"));
            Assert.Equal("", await ask("SHOW unix_socket_directories"));
            Assert.Equal("0", await ask("SELECT count(*) FROM pg_file_settings WHERE error IS NOT NULL"));
            await ask("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        await using var second = await StartAsync();
        Assert.Equal("42", await Sql.AskAsync(second.ConnectionString, "SELECT answer FROM kept"));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_can_read_the_password()
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var connection = Path.Combine(Data.FullName, "connection");
        await using (var server = await StartAsync())
        {
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(ClusterFolder, "pathfinity.password")));
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(connection));
            Assert.Equal(server.ConnectionString, File.ReadAllText(connection).Trim());
            var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" };
            var refusal = await Assert.ThrowsAsync<PostgresException>(
                () => Sql.AskAsync(wrong.ConnectionString, "SELECT 1"));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        }
        Assert.False(File.Exists(connection));
    }

    [Fact]
    public async Task A_second_owner_is_told_who_the_first_is()
    {
        await using var first = await StartAsync();
        var refusal = await Assert.ThrowsAsync<DataFolderException>(StartAsync);
        Assert.Contains($"in use by process {Environment.ProcessId} on {Environment.MachineName}", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal("1", await Sql.AskAsync(first.ConnectionString, "SELECT 1"));
    }

    [RootFact]
    public async Task Root_hands_the_server_to_an_unprivileged_user()
    {
        await using var server = await StartAsync();
        var user = await ServerProcess.RunAsync("ps", "-o", "uid=", "-p", $"{PostmasterPid.Read(ClusterFolder)}");
        Assert.NotEqual("0", user.Trim());
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_only_root_may_enter_links_to_a_cluster_elsewhere()
    {
        _temp.Folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            await using (var first = await StartAsync())
                await Sql.AskAsync(first.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS answer");
            Assert.StartsWith(ServerHome.Shared, new DirectoryInfo(ClusterFolder).LinkTarget);
            await using var second = await StartAsync();
            Assert.Equal("42", await Sql.AskAsync(second.ConnectionString, "SELECT answer FROM kept"));
        }
        finally
        {
            if (new DirectoryInfo(ClusterFolder).LinkTarget is { } cluster)
                Directory.GetParent(cluster)!.Delete(recursive: true);
        }
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_home_elsewhere_in_which_nothing_came_to_live_is_removed()
    {
        _temp.Folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var said = new Said();
        await Assert.ThrowsAsync<EnvironmentException>(
            () => EmbeddedServer.StartAsync(Data, new PostgresSearch(null, [], null), said, CancellationToken.None));
        var folder = said.Lines.Single(line => line.Contains(ServerHome.Shared)).Split(' ', ',')
            .Single(word => word.StartsWith(ServerHome.Shared, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists(Data.FullName));
    }

    [Fact]
    public async Task A_port_that_was_taken_meanwhile_is_passed_over()
    {
        var home = new ServerHome(_temp.Folder.FullName, _temp.Folder.FullName);
        var user = await ServerUser.ChooseAsync(null, CancellationToken.None);
        var binaries = await PostgresBinaries.FindAsync(
            PostgresSearch.OfThisMachine(), null, home, user, null, CancellationToken.None);
        await Cluster.CreateAsync(home, binaries, user, null, CancellationToken.None);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var takenPort = ((IPEndPoint)taken.LocalEndpoint).Port;
        var ports = new Queue<int>([takenPort, takenPort]);
        var postmaster = new Postmaster(home, binaries, user, () => ports.TryDequeue(out var p) ? p : null);

        var port = await postmaster.StartAsync(null, CancellationToken.None);

        await postmaster.StopAsync(CancellationToken.None);
        Assert.Empty(ports);
        Assert.NotEqual(takenPort, port);
    }

    [Theory]
    [InlineData(1, "shared_buffers = 64MB")]
    [InlineData(24, "shared_buffers = 1024MB")]
    public void Memory_is_taken_in_measure(int gigabytes, string setting) =>
        Assert.Contains(setting, ServerSettings.Text(5432, (long)gigabytes << 30, 1L << 40));

    private sealed class Said : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }

    private Task<EmbeddedServer> StartAsync() => EmbeddedServer.StartAsync(Data, null, CancellationToken.None);
}
