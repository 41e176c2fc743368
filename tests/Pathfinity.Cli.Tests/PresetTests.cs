using System.Text.RegularExpressions;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

[Collection(SchoolHouseCollection.Name)]
public sealed partial class PresetTests(SchoolHouse house)
{
    private const string Dates = "from: 2025-08-18\nto: 2026-02-08";

    [Fact]
    public async Task A_small_demo_fills_every_analytics_table_in_every_week()
    {
        using var folder = new TempFolder();
        var spec = folder.PathTo("small.yaml");
        var demo = History().Replace(Presets.Text(Presets.Demo), Dates);
        await File.WriteAllTextAsync(spec, Students().Replace(demo, "students: 56"));
        await house.JsonAsync("world", "create", "--world", "small", "--spec", spec);
        Assert.Equal(25, await house.CountAsync("SELECT count(DISTINCT date_trunc('week', day)) FROM world_small.attendance"));
        Assert.Empty(await FilledAnalytics.LackingAsync(house, "small"));

        Assert.NotEqual(0, await house.CountAsync(
            "WITH gone AS (DELETE FROM world_small.intervention_week WHERE week = '2025-11-03' RETURNING 1) SELECT count(*) FROM gone"));
        Assert.Equal(["intervention_week has nothing in 1 weeks"], await FilledAnalytics.LackingAsync(house, "small"));
    }

    [GeneratedRegex("^history: .*$", RegexOptions.Multiline)]
    private static partial Regex History();

    [GeneratedRegex("^students: .*$", RegexOptions.Multiline)]
    private static partial Regex Students();
}

/// <summary>The presets with all their students, but for those that would take hours, in a database of their own.</summary>
[Trait("Tier", "full")]
public sealed class WholePresetTests(SchoolHouse house) : IClassFixture<SchoolHouse>
{
    private const int StudentsMost = 1000;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(40);

    public static TheoryData<string> Names { get; } = new(Presets.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_preset_fills_every_analytics_table_in_every_week(string preset)
    {
        var students = Math.Min(StudentsMost, Presets.Spec(preset).Students);
        using var create = CommandProcess.Start(
            "world", "create", "--world", preset, "--preset", preset, "--students", $"{students}", "--db", house.ConnectionString);
        var ended = await create.EndAsync(Within);
        Assert.True(ended.ExitCode == 0, ended.ToString());
        Assert.Empty(await FilledAnalytics.LackingAsync(house, preset));
    }
}
