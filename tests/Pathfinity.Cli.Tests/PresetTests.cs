using System.Text.RegularExpressions;
using Pathfinity.Cli.Suite;
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
        await AnswersEveryQuestionAsync();
        await TellsStoriesAsync();

        Assert.NotEqual(0, await house.CountAsync(
            "WITH gone AS (DELETE FROM world_small.intervention_week WHERE week = '2025-11-03' RETURNING 1) SELECT count(*) FROM gone"));
        Assert.Equal(["intervention_week has nothing in 1 weeks"], await FilledAnalytics.LackingAsync(house, "small"));
    }

    /// <summary>The queries that docs/questions.md shows have rows.</summary>
    private async Task AnswersEveryQuestionAsync()
    {
        var queries = Query().Matches(await File.ReadAllTextAsync(
            Path.Combine(SuiteProjects.OfCheckout(AppContext.BaseDirectory).Root, "docs", "questions.md")))
            .Select(match => match.Groups["sql"].Value.TrimEnd().TrimEnd(';')).ToList();
        Assert.Equal(20, queries.Count);
        var unanswered = new List<string>();
        foreach (var query in queries)
        {
            if (await house.CountAsync($"SET search_path = world_small; SELECT count(*) FROM ({query}) AS answer") == 0)
            {
                unanswered.Add(query);
            }
        }
        Assert.Empty(unanswered);
    }

    /// <summary>A class has recovered, help was followed by mastery, and a student has found a career that she chose again and again.</summary>
    private async Task TellsStoriesAsync()
    {
        Assert.Equal(1, await house.CountAsync("SELECT count(*) FROM world_small.stories WHERE kind = 'class' AND place = 1 AND after >= before + 50"));
        Assert.Equal(1, await house.CountAsync("SELECT count(*) FROM world_small.stories WHERE kind = 'help' AND place = 1 AND after >= before + 200"));
        Assert.Equal(1, await house.CountAsync("""
            SELECT count(*) FROM world_small.stories AS s JOIN world_small.career_exploration AS e USING (student_id)
            WHERE s.kind = 'career' AND place = 1 AND after >= before + 50 AND e.favourite = s.career_id AND e.journeys >= 20
            """));
    }

    [GeneratedRegex("```sql\n(?<sql>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex("^history: .*$", RegexOptions.Multiline)]
    private static partial Regex History();

    [GeneratedRegex("^students: .*$", RegexOptions.Multiline)]
    private static partial Regex Students();
}

/// <summary>
/// Every preset at five seeds: no analytics table is empty, none lacks a week, nothing contradicts and every figure is right.
/// The two that would take hours have fewer students than their file says, in a database of their own.
/// </summary>
[Trait("Tier", "full")]
public sealed class WholePresetTests(SchoolHouse house) : IClassFixture<SchoolHouse>
{
    private const int StudentsMost = 600;
    private const int Seeds = 5;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(40);

    public static TheoryData<string, long> Worlds
    {
        get
        {
            var worlds = new TheoryData<string, long>();
            foreach (var preset in Presets.Names)
            {
                for (var further = 0; further < Seeds; further++)
                {
                    worlds.Add(preset, Presets.Spec(preset).Seed + further);
                }
            }
            return worlds;
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task A_preset_fills_every_analytics_table_in_every_week_and_holds_together(string preset, long seed)
    {
        var world = $"{preset}_{seed}";
        var students = Math.Min(StudentsMost, Presets.Spec(preset).Students);
        await RunAsync("world", "create", "--world", world, "--preset", preset, "--students", $"{students}", "--seed", $"{seed}");
        Assert.Empty(await FilledAnalytics.LackingAsync(house, world));
        await RunAsync("world", "check", "--whole", "--world", world);
        await RunAsync("verify", "--world", world);
        await RunAsync("world", "drop", "--world", world);
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var command = CommandProcess.Start([.. arguments, "--db", house.ConnectionString]);
        var ended = await command.EndAsync(Within);
        Assert.True(ended.ExitCode == 0, ended.ToString());
    }
}
