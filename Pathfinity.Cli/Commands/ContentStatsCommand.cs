using System.CommandLine;
using Pathfinity.Storage;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`content stats`: how much the catalogue holds.</summary>
internal static class ContentStatsCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var command = new Command("stats", "Count what the catalogue holds");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var stats = await (await CatalogueStore.OpenAsync(session.Database, ct)).StatsAsync(ct);
            if (settings.Json)
            {
                PrintJson(stats, terminal);
            }
            else
            {
                Print(stats, terminal);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintJson(StoredStats stats, Terminal terminal) => terminal.Json(new
    {
        stats.Skills,
        stats.SkillsPublished,
        stats.Careers,
        stats.CareerScenarios,
        items = new { total = stats.Items, published = stats.ItemsPublished },
        questions = new
        {
            total = stats.Questions,
            proven = stats.QuestionsProven,
            published = stats.QuestionsPublished,
        },
        emptyCells = stats.EmptyCells.Length,
        stats.Release,
        stats.Hash,
        emptyCellNames = stats.EmptyCells,
        by = stats.Counts.GroupBy(count => count.Axis)
            .ToDictionary(axis => axis.Key, axis => axis.ToDictionary(count => count.Value, count => count.Questions)),
    });

    private static void Print(StoredStats stats, Terminal terminal)
    {
        terminal.Result($"Release {stats.Release}: {stats.SkillsPublished:N0} of {stats.Skills:N0} skills, "
            + $"{stats.ItemsPublished:N0} of {stats.Items:N0} content items, {stats.QuestionsPublished:N0} of "
            + $"{stats.Questions:N0} questions, {stats.QuestionsProven:N0} of them proven; {stats.Careers:N0} careers with "
            + $"{stats.CareerScenarios:N0} scenarios.");
        var table = new Table().AddColumn("questions by").AddColumn("").AddColumn("stored", column => column.RightAligned());
        var axis = "";
        foreach (var count in stats.Counts)
        {
            table.AddRow(count.Axis == axis ? "" : count.Axis, Markup.Escape(count.Value), $"{count.Questions:N0}");
            axis = count.Axis;
        }
        terminal.Table(table);
        if (!stats.EmptyCells.IsEmpty)
        {
            terminal.Result($"{stats.EmptyCells.Length} empty cells: {string.Join(", ", stats.EmptyCells)}");
        }
    }
}
