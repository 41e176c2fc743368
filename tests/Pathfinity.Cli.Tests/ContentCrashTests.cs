using System.Text.Json;
using Npgsql;

namespace Pathfinity.Cli.Tests;

/// <summary>`content generate`, killed as a power cut would while it stores the catalogue, and started again.</summary>
[Collection(MadeCatalogueTests.Name)]
[Trait("Kind", "crash")]
[Trait("Tier", "full")]
public sealed class ContentCrashTests(MadeCatalogue made)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>What the database does at the moment of each kill: items, questions and the release come in.</summary>
    private static readonly string[] Moments = ["COPY %.items (%", "COPY %.questions (%", "COPY %.release_questions (%"];

    [Fact]
    public async Task A_catalogue_whose_making_was_killed_again_and_again_is_the_one_that_nobody_disturbed()
    {
        var db = await made.EmptyAsync();
        foreach (var moment in Moments)
        {
            using var process = CommandProcess.Start("content", "generate", "--volume", "sample", "--db", db);
            await SeenAsync(db, moment, process);
            Assert.False(process.HasExited, moment);
            process.Kill();
            await process.EndAsync();
        }
        var resumed = (await CommandRun.OfAsync("content", "generate", "--volume", "sample", "--json", "--db", db)).Json();
        Assert.Equal(made.Generated.GetProperty("hash").GetString(), resumed.GetProperty("hash").GetString());
        Assert.Equal(made.Generated.GetProperty("questions").GetInt32(), resumed.GetProperty("questions").GetInt32());
        Assert.True((await CommandRun.OfAsync("content", "check", "--json", "--db", db)).Json().GetProperty("ok").GetBoolean());
        Assert.Equal(await TotalsAsync(made.Db), await TotalsAsync(db));
    }

    /// <summary>Until the database runs such a statement for the process, or it has ended.</summary>
    private static async Task SeenAsync(string db, string statement, CommandProcess process)
    {
        await using var source = NpgsqlDataSource.Create(db);
        using var limit = new CancellationTokenSource(Patience);
        while (!process.HasExited)
        {
            await using var command = source.CreateCommand(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE $1");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = statement });
            if ((long)(await command.ExecuteScalarAsync(limit.Token))! > 0)
            {
                return;
            }
        }
    }

    private static async Task<string> TotalsAsync(string db)
    {
        var stats = (await CommandRun.OfAsync("content", "stats", "--json", "--db", db)).Json();
        return JsonSerializer.Serialize(new { questions = stats.GetProperty("questions"), items = stats.GetProperty("items"), by = stats.GetProperty("by") });
    }
}
