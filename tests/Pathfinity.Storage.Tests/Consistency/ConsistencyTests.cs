using System.Collections.Immutable;
using Npgsql;

namespace Pathfinity.Storage.Tests;

[Collection(SimulatedWorldCollection.Name)]
public sealed class ConsistencyTests(SimulatedWorld world)
{
    private const int RulesLeast = 60;
    private const string Schema = "\"world_" + SimulatedWorld.Name + "\"";

    public static TheoryData<string> Rules { get; } = new(ConsistencyCheck.Rules.Select(rule => rule.Name));

    [Fact]
    public void Every_rule_has_a_name_of_its_own_a_sentence_and_a_corruption()
    {
        Assert.True(ConsistencyCheck.Rules.Length >= RulesLeast);
        Assert.Distinct(ConsistencyCheck.Rules.Select(rule => rule.Name));
        Assert.All(ConsistencyCheck.Rules, rule => Assert.EndsWith(".", rule.Says, StringComparison.Ordinal));
        Assert.Equal(ConsistencyCheck.Rules.Select(rule => rule.Name).Order(), Corruptions.All.Keys.Order());
    }

    [Fact]
    public async Task A_world_that_was_lived_contradicts_nothing_and_is_looked_at_once()
    {
        var check = new ConsistencyCheck(world.Database);
        var first = await check.RunAsync(SimulatedWorld.Name, whole: true, null, CancellationToken.None);
        var again = await check.RunAsync(SimulatedWorld.Name, whole: false, null, CancellationToken.None);

        Assert.Empty(first.Broken);
        Assert.True(first.Rows > 20_000, $"{first.Rows} rows");
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 13)), (first.From, first.Through));
        Assert.Equal((null, null), (again.From, again.Through));
        Assert.True(again.Rows < first.Rows / 10, $"{again.Rows} of {first.Rows}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public Task A_corrupted_row_breaks_its_rule_and_no_other_of_its_scan(string rule) => CorruptAsync(
        rule, [RuleScan.All.Single(scan => scan.Rules.Any(own => own.Name == rule))]);

    [Theory]
    [MemberData(nameof(Rules))]
    [Trait("Tier", "full")]
    public Task A_corrupted_row_breaks_its_rule_and_no_other(string rule) => CorruptAsync(rule, RuleScan.All);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task A_check_of_few_days_finds_what_a_whole_one_finds(string rule) => CorruptAsync(
        rule, [RuleScan.All.Single(scan => scan.Rules.Any(own => own.Name == rule))], fewDays: int.MaxValue);

    [Fact]
    public async Task A_check_of_the_last_days_counts_their_rows_and_leaves_nothing_behind()
    {
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var command = new NpgsqlCommand($"UPDATE {Schema}.progress SET checked_day = '2026-02-08'", connection);
            await command.ExecuteNonQueryAsync();
            var taken = await ConsistencyCheck.RunAsync(connection, Schema, RuleScan.All, false, null, CancellationToken.None);
            Assert.Equal((new DateOnly(2026, 2, 9), new DateOnly(2026, 2, 13)), (taken.From, taken.Through));
            var read = await ConsistencyCheck.RunAsync(
                connection, Schema, RuleScan.All, false, null, CancellationToken.None, fewDays: 0);
            Assert.Equal((true, read.Rows), (taken.Ok, taken.Rows));
            await transaction.RollbackAsync();
        }
        Assert.Equal(0, await SqlText.AskAsync<long>(
            world.Database.Source, "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"));
    }

    [Theory]
    [InlineData("2026-02-10", false, true)]
    [InlineData("2026-02-03", false, false)]
    [InlineData("2026-02-03", true, true)]
    public async Task What_was_checked_is_looked_at_again_only_on_request(string corrupted, bool whole, bool found)
    {
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"""
            UPDATE {Schema}.progress SET checked_day = '2026-02-08';
            UPDATE {Schema}.attempts SET hints = 1 WHERE id = (
                SELECT min(id) FROM {Schema}.attempts WHERE correct AND day = '{corrupted}')
            """, connection);
        await command.ExecuteNonQueryAsync();
        var report = await ConsistencyCheck.RunAsync(connection, Schema, RuleScan.All, whole, null, CancellationToken.None);
        Assert.Equal(found ? ["hinted_answer_counted_right"] : [], report.Broken.Select(broken => broken.Rule.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task An_answer_is_held_against_the_release_of_its_day(int fewDays)
    {
        ImmutableArray<RuleScan> scans = [RuleScan.All.Single(scan => scan.Rules.Any(rule => rule.Name == "question_unknown"))];
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync("INSERT INTO catalogue.releases (number, hash, seed, made_by) VALUES (2, 'the same', 1, 'tests')");
        foreach (var table in new[] { "release_skills", "release_items", "release_questions" })
        {
            await ExecuteAsync($"""
                CREATE TEMPORARY TABLE copied ON COMMIT DROP AS SELECT * FROM catalogue.{table} WHERE release = 1;
                UPDATE copied SET release = 2; INSERT INTO catalogue.{table} TABLE copied; DROP TABLE copied
                """);
        }
        await ExecuteAsync($"INSERT INTO {Schema}.journal (number, day, kind, value, reason) VALUES (2, '2026-02-04', 'release', 2, '')");
        await ExecuteAsync($"""
            DELETE FROM catalogue.release_questions AS q USING (
                SELECT question_id, min(day) AS first, max(day) AS last FROM {Schema}.attempts GROUP BY question_id
            ) AS a
            WHERE q.number = a.question_id AND (q.release = 1 AND a.first >= '2026-02-04' OR q.release = 2 AND a.last < '2026-02-04')
            """);
        Assert.Empty((await CheckAsync()).Broken);

        await ExecuteAsync($"""
            DELETE FROM catalogue.release_questions WHERE release = 2
            AND number = (SELECT min(question_id) FROM {Schema}.attempts WHERE day = '2026-02-04')
            """);
        Assert.Equal(["question_unknown"], (await CheckAsync()).Broken.Select(broken => broken.Rule.Name));

        async Task<ConsistencyReport> CheckAsync()
        {
            await transaction.SaveAsync("unread");
            var report = await ConsistencyCheck.RunAsync(connection, Schema, scans, true, null, CancellationToken.None, fewDays);
            await transaction.RollbackAsync("unread"); // what it took out of the months
            return report;
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
        }
    }

    private async Task CorruptAsync(string rule, ImmutableArray<RuleScan> scans, int fewDays = CheckRun.FewDays)
    {
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(Corruptions.All[rule]
            .Replace("{w}", Schema, StringComparison.Ordinal).Replace("{c}", "catalogue", StringComparison.Ordinal), connection);
        Assert.True(await command.ExecuteNonQueryAsync() > 0, "There is nothing to corrupt.");

        var report = await ConsistencyCheck.RunAsync(connection, Schema, scans, whole: true, null, CancellationToken.None, fewDays);

        Assert.Equal([rule], report.Broken.Select(broken => broken.Rule.Name));
    }
}
