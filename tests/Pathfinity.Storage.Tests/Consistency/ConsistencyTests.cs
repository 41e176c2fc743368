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

    private async Task CorruptAsync(string rule, ImmutableArray<RuleScan> scans)
    {
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(Corruptions.All[rule]
            .Replace("{w}", Schema, StringComparison.Ordinal).Replace("{c}", "catalogue", StringComparison.Ordinal), connection);
        Assert.True(await command.ExecuteNonQueryAsync() > 0, "There is nothing to corrupt.");

        var report = await ConsistencyCheck.RunAsync(connection, Schema, scans, whole: true, null, CancellationToken.None);

        Assert.Equal([rule], report.Broken.Select(broken => broken.Rule.Name));
    }
}
