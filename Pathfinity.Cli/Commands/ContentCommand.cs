using System.CommandLine;
using System.Diagnostics;
using Pathfinity.Content;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content generate|check|stats|export`: the catalogue.</summary>
internal static class ContentCommand
{
    private const int FailuresShownMax = 20;

    public static Command Create(CommonOptions common, Terminal terminal) =>
        new("content", "Author, check, count and write out the catalogue")
        {
            Generate(common, terminal),
            Check(common, terminal),
            ContentStatsCommand.Create(common, terminal),
            ContentExportCommand.Create(common, terminal),
        };

    private static Command Generate(CommonOptions common, Terminal terminal)
    {
        var command = new Command("generate", "Author, prove, check and publish content; again changes nothing");
        command.SetAction(async (parsed, ct) =>
        {
            var started = Stopwatch.GetTimestamp();
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var seed = settings.Seed is { } given ? (ulong)given : CatalogueHouse.DefaultSeed;
            var store = await CatalogueStore.OpenAsync(session.Database, ct);
            var made = await CatalogueHouse.GenerateAsync(store, seed, settings.Threads, terminal, ct);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (settings.Json)
            {
                PrintJson(made, seed, seconds, terminal);
            }
            else
            {
                Print(made.Publication, seconds, terminal);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintJson(Generation made, ulong seed, double seconds, Terminal terminal)
    {
        var p = made.Publication;
        terminal.Json(new
        {
            p.Release,
            p.Hash,
            seed,
            p.IsNew,
            p.Skills,
            p.Items,
            p.Questions,
            written = new { curriculum = p.CurriculumWritten, items = p.ItemsWritten, questions = p.QuestionsWritten },
            rejected = made.Authored.Rejections.Length,
            shortages = made.Authored.Shortages.Length,
            seconds = Math.Round(seconds, 3),
        });
    }

    private static void Print(Publication p, double seconds, Terminal terminal)
    {
        terminal.Result(
            $"Release {p.Release}{(p.IsNew ? "" : " (as it was)")}: {p.Skills:N0} skills, {p.Items:N0} content items, "
            + $"{p.Questions:N0} questions.");
        terminal.Result(
            $"Written: {p.CurriculumWritten:N0} rows of the curriculum, {p.ItemsWritten:N0} items, "
            + $"{p.QuestionsWritten:N0} questions; {seconds:N1} s.");
    }

    private static Command Check(CommonOptions common, Terminal terminal)
    {
        var command = new Command("check", "Prove every stored question again");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var store = await CatalogueStore.OpenAsync(session.Database, ct);
            var result = await terminal.ProgressAsync("proving again", _ => CatalogueCheck.RunAsync(
                store, ContentLibrary.Default, settings.Threads, ct));
            var ok = result.Failed.IsEmpty;
            if (settings.Json)
            {
                terminal.Json(new
                {
                    ok,
                    result.Checked,
                    failed = result.Failed.Select(f => new { id = f.Question, check = f.Check, reason = f.Reason }),
                });
            }
            else
            {
                Print(result, terminal);
            }
            return ok ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void Print(CheckedCatalogue result, Terminal terminal)
    {
        foreach (var finding in result.Failed.Take(FailuresShownMax))
        {
            terminal.Result($"FAILED  {finding.Question}  {finding.Check}: {finding.Reason}");
        }
        if (result.Failed.Length > FailuresShownMax)
        {
            terminal.Result($"... and {result.Failed.Length - FailuresShownMax:N0} more; --json lists them all");
        }
        terminal.Result($"{result.Checked:N0} questions checked, {result.Failed.Length:N0} failed.");
    }
}
