using System.Diagnostics;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

public sealed class DatabaseCommandTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_database_runs_by_itself_and_says_in_a_file_how_to_reach_it()
    {
        using var folder = new TempFolder();
        var file = folder.PathTo("data", "connection");
        using var database = CommandProcess.Start("database", "--data", folder.PathTo("data"));
        await WrittenAsync(file, database);

        await using (var reached = await Database.OpenAsync((await File.ReadAllTextAsync(file)).Trim(), CancellationToken.None))
        {
            await using var command = reached.Source.CreateCommand("SELECT current_database()");
            Assert.Equal("pathfinity", await command.ExecuteScalarAsync());
        }
        if (!OperatingSystem.IsWindows())
        {
            using var interrupt = Process.Start("kill", ["-TERM", $"{database.Id}"]);
            var ended = await database.EndAsync();
            Assert.True(ended.ExitCode == 0, ended.ToString());
            Assert.False(File.Exists(file));
        }
    }

    private static async Task WrittenAsync(string file, CommandProcess process)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!File.Exists(file))
        {
            Assert.False(process.HasExited, "the database ended");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }
}
