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
            Generate("generate", "Author, prove, check and publish content; again changes nothing", common, terminal),
            Generate("publish", "Make a release of what is authored and what review approved", common, terminal),
            ContentReviewCommand.Create(common, terminal),
            Check(common, terminal),
            ContentStatsCommand.Create(common, terminal),
            ContentSampleCommand.Create(common, terminal),
            ContentExportCommand.Create(common, terminal),
            ContentImportCommand.Create(common, terminal),
        };

    private static Command Generate(string name, string about, CommonOptions common, Terminal terminal)
    {
        var volume = Flag.Word("--volume", "How much for each skill (default full)", Volume.SampleName, Volume.FullName);
        var author = Flag.Word(
            "--author", "Who writes: item models, or a language model whose drafts wait for review (default procedural)",
            CatalogueAuthor.Author, Claude.Author);
        var draft = new ContentDraft();
        var command = new Command(name, about) { volume };
        if (name == "generate")
        {
            command.Add(author);
            draft.Options.ToList().ForEach(command.Add);
        }
        command.SetAction(async (parsed, ct) =>
        {
            var started = Stopwatch.GetTimestamp();
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            if (name == "generate" && parsed.GetValue(author) == Claude.Author)
            {
                return await draft.RunAsync(parsed, settings, terminal, ct);
            }
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var seed = settings.Seed is { } given ? (ulong)given : CatalogueHouse.DefaultSeed;
            var store = await CatalogueStore.OpenAsync(session.Database, ct);
            var made = await CatalogueHouse.GenerateAsync(
                store, seed, parsed.GetValue(volume) ?? Volume.FullName, settings.Threads, terminal, ct);
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
            rejected = made.Rejected,
            p.LotsRefused,
            p.SkillsLeftOut,
            shortages = made.Shortages,
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
        if (!p.SkillsLeftOut.IsEmpty)
        {
            terminal.Note($"left out, for they lack content of a kind: {string.Join(", ", p.SkillsLeftOut)}");
        }
    }

    private static Command Check(CommonOptions common, Terminal terminal)
    {
        var report = new Option<bool>("--report") { Description = "Also variety, cues and near-duplicates of every subject and grade" };
        var command = new Command("check", "Prove every stored question again") { report };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var store = await CatalogueStore.OpenAsync(session.Database, ct);
            var result = await terminal.ProgressAsync("proving again", _ => CatalogueCheck.RunAsync(
                store, ContentLibrary.Default, settings.Threads, ct));
            var cells = parsed.GetValue(report)
                ? await terminal.ProgressAsync("comparing", _ => CatalogueCheck.ReportAsync(store, ct)) : null;
            var beyond = cells?.Findings().ToArray() ?? [];
            var ok = result.Failed.IsEmpty && beyond.Length == 0;
            if (settings.Json)
            {
                terminal.Json(new
                {
                    ok,
                    result.Checked,
                    failed = result.Failed.Concat(beyond).Select(f => new { id = f.Question, check = f.Check, reason = f.Reason }),
                    cells = cells?.Cells.Select(ContentReport.Json),
                    oneSourcedSkills = cells is null ? (int?)null : ContentLibrary.Default.OneSourced.Length,
                });
            }
            else
            {
                Print(result, terminal);
                if (cells is not null)
                {
                    ContentReport.Print(cells, beyond, terminal);
                }
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
