using System.CommandLine;
using NodaTime;
using Pathfinity.Cli.Worlds;
using Pathfinity.Realism;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`realism fit`: a world's spec learned from a real log.</summary>
internal static class RealismFitCommand
{
    private const string DefaultZone = "America/Chicago";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var log = new Argument<FileInfo>("LOG") { Description = "attempts.csv, or xAPI statements as .json or .jsonl, one a line" };
        var file = new Option<FileInfo>("--out") { Description = "The spec to write", Required = true, HelpName = "FILE" };
        var zone = new Option<string>("--zone")
        {
            Description = "Time zone of the log's schools", HelpName = "IANA NAME", DefaultValueFactory = _ => DefaultZone,
        };
        var command = new Command("fit", "Learn a world's spec from a real log") { log, file, zone };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var read = Read(parsed.GetValue(log)!, parsed.GetValue(zone)!);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var house = await WorldHouse.OpenAsync(session, terminal, ct);
            var number = await CatalogueHouse.EnsureAsync(house.Catalogue, settings.Threads, terminal, ct);
            var release = await house.Catalogue.LoadReleaseAsync(number, ct);
            var report = await terminal.ProgressAsync(
                "making worlds like the log", _ => LogFit.RunAsync(read, release, parsed.GetValue(zone)!, settings.Threads, null, ct));
            await File.WriteAllTextAsync(parsed.GetValue(file)!.FullName, report.Yaml(), ct);
            Tell(report, parsed.GetValue(file)!, settings, terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static Log Read(FileInfo file, string zone)
    {
        if (!file.Exists)
        {
            throw CommandException.BadInput($"there is no file {file.FullName}", "name attempts.csv or a file of xAPI statements");
        }
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            throw CommandException.BadInput($"--zone {zone} is no time zone", "give an IANA name such as America/Chicago");
        }
        return file.Extension is ".json" or ".jsonl" or ".ndjson" ? XapiLog.Read(file, zone) : CsvLog.Read(file, zone);
    }

    private static void Tell(FitReport report, FileInfo file, Settings settings, Terminal terminal)
    {
        if (settings.Json)
        {
            terminal.Json(new
            {
                file = file.FullName,
                students = report.Students,
                attempts = report.Attempts,
                constants = report.Constants.Select(c => new
                {
                    key = c.Key, value = c.Value, determined = c.Determined, log = c.Log, made = c.Made, needs = c.Needs,
                }),
                cells = report.Cells,
            });
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumn("constant").AddColumn("what it is");
        foreach (var name in (string[])["value", "log", "world"])
        {
            table.AddColumn(name, column => column.RightAligned());
        }
        foreach (var c in report.Constants)
        {
            table.AddRow(
                c.Key, Markup.Escape(c.Title), RealismCommand.Number(c.Value), c.Log is { } log ? RealismCommand.Number(log) : $"no {c.Needs}",
                c.Log is not null && c.Made is { } made ? RealismCommand.Number(made) : "");
        }
        terminal.Table(table);
        terminal.Result($"Wrote {file.FullName}: {report.Constants.Count(c => c.Determined)} of {report.Constants.Length} constants are told by "
            + $"the log of {report.Students} students and {report.Attempts:N0} attempts, the others are the model's own.");
    }
}
