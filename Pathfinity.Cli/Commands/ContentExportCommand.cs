using System.CommandLine;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content export`: the catalogue as files.</summary>
internal static class ContentExportCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var format = Flag.Word("--format", "What to write", "csv", "jsonl");
        format.Required = true;
        var folder = ExportCommand.Out();
        var command = new Command("export", "Write skills, content items and questions to files") { format, folder };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var chosen = parsed.GetValue(format) == "csv" ? TableFormat.Csv : TableFormat.JsonLines;
            await ExportCommand.RunAsync(
                settings, terminal, parsed.GetValue(folder)!, export => export.CatalogueAsync(chosen, ct), ct);
            return ExitCode.Done;
        });
        return command;
    }
}
