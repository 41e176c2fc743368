using Pathfinity.Storage.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Embedded;

public sealed class EmbeddedTroubleTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    private DirectoryInfo Data => _temp.FolderTo("data");

    private string ClusterFolder => Path.Combine(Data.FullName, "postgres");

    [LinuxFact]
    public async Task The_server_of_a_killed_owner_shuts_itself_down()
    {
        using var owner = await ServerProcess.StartAsync(Data);
        var postmaster = PostmasterPid.Read(ClusterFolder)!.Value;
        await owner.KillAsync();
        await ServerProcess.EndOfAsync(postmaster);
        Assert.Null(PostmasterPid.Read(ClusterFolder));
    }

    [LinuxFact]
    public async Task An_orphaned_server_is_stopped_and_its_rows_are_kept()
    {
        using var owner = await ServerProcess.StartAsync(Data);
        await Sql.AskAsync(owner.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS answer");
        var orphan = PostmasterPid.Read(ClusterFolder)!.Value;
        await ServerProcess.KillWatchAsync(ClusterFolder);
        await owner.KillAsync();
        Assert.Equal(PidOwner.Ours, await PostmasterPid.WhoseAsync(orphan, ClusterFolder, CancellationToken.None));

        await using var server = await StartAsync(Data);

        Assert.Equal("42", await Sql.AskAsync(server.ConnectionString, "SELECT answer FROM kept"));
        Assert.NotEqual(PidOwner.Ours, await PostmasterPid.WhoseAsync(orphan, ClusterFolder, CancellationToken.None));
    }

    [LinuxFact]
    public async Task A_killed_server_recovers_even_when_its_number_was_given_to_another_program()
    {
        using (var owner = await ServerProcess.StartAsync(Data))
        {
            await Sql.AskAsync(owner.ConnectionString, "CREATE TABLE kept AS SELECT 42 AS answer");
            await ServerProcess.KillWatchAsync(ClusterFolder);
            await owner.KillAsync();
            var postmaster = PostmasterPid.Read(ClusterFolder)!.Value;
            await ServerProcess.RunAsync("kill", "-9", $"{postmaster}");
            await ServerProcess.EndOfAsync(postmaster);
        }
        var stale = PostmasterPid.FileIn(ClusterFolder);
        var lines = await File.ReadAllLinesAsync(stale);
        await File.WriteAllLinesAsync(stale, [$"{Environment.ProcessId}", .. lines[1..]]);

        await using var server = await StartAsync(Data);

        Assert.Equal("42", await Sql.AskAsync(server.ConnectionString, "SELECT answer FROM kept"));
    }

    [LinuxFact]
    public async Task Another_process_that_owns_the_folder_is_named()
    {
        using var owner = await ServerProcess.StartAsync(Data);
        var refusal = await Assert.ThrowsAsync<DataFolderException>(() => StartAsync(Data));
        Assert.Contains($"process {owner.Id} on {Environment.MachineName}", refusal.Message);
    }

    [LinuxFact]
    public async Task Ctrl_C_leaves_the_server_to_its_owner()
    {
        using var owner = await ServerProcess.StartAsync(Data);
        Assert.Equal(("alive", 0), await owner.InterruptAsync());
        Assert.Null(PostmasterPid.Read(ClusterFolder));
    }

    [UnixFact]
    public async Task A_copied_folder_is_refused_and_a_moved_one_is_not()
    {
        await (await StartAsync(Data)).DisposeAsync();
        var copy = _temp.FolderTo("copy");
        await ServerProcess.RunAsync("cp", "-a", Data.FullName, copy.FullName);
        var before = await ServerProcess.RunAsync("ls", "-lR", copy.FullName + "/postgres");

        var refusal = await Assert.ThrowsAsync<DataFolderException>(() => StartAsync(copy));

        Assert.Contains($"was copied from {Data.FullName}", refusal.Message);
        Assert.Equal(before, await ServerProcess.RunAsync("ls", "-lR", copy.FullName + "/postgres"));
        Data.Delete(recursive: true);
        await using var moved = await StartAsync(copy);
        Assert.Equal("1", await Sql.AskAsync(moved.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_cluster_of_another_version_asks_for_that_version()
    {
        await (await StartAsync(Data)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder, "PG_VERSION"), "9\n");
        var lack = await Assert.ThrowsAsync<EnvironmentException>(() => StartAsync(Data));
        Assert.Contains("made by PostgreSQL 9", lack.Message);
        Assert.DoesNotContain('\n', lack.Message);
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(ClusterFolder);
        var file = Path.Combine(ClusterFolder, "PG_VERSION");
        await File.WriteAllTextAsync(file, "15\n");
        await Assert.ThrowsAsync<DataFolderException>(() => StartAsync(Data));
        Assert.Equal([file], Directory.GetFileSystemEntries(ClusterFolder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_refused_in_one_line()
    {
        await File.WriteAllTextAsync(_temp.PathTo("file"), "");
        var refusal = await Assert.ThrowsAsync<DataFolderException>(
            () => StartAsync(new DirectoryInfo(_temp.PathTo("file", "data"))));
        Assert.Contains("choose another --data", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static Task<EmbeddedServer> StartAsync(DirectoryInfo data) =>
        EmbeddedServer.StartAsync(data, null, CancellationToken.None);
}
