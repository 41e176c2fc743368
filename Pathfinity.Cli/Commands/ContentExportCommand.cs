using System.CommandLine;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content export`: the catalogue as files.</summary>
internal static class ContentExportCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var format = Flag.Word("--format", "What to write; qti: a QTI 3.0 package for each subject and grade", "csv", "jsonl", "qti");
        format.Required = true;
        var folder = ExportCommand.Out();
        var command = new Command("export", "Write skills, content items and questions to files") { format, folder };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var chosen = parsed.GetValue(format);
            var to = parsed.GetValue(folder)!;
            await ExportCommand.RunAsync(settings, terminal, to, (database, progress) => chosen == "qti"
                ? new QtiExport(database, to, progress).WriteAsync(ct)
                : new TableExport(database, to, progress).CatalogueAsync(chosen == "csv" ? TableFormat.Csv : TableFormat.JsonLines, ct), ct);
            return ExitCode.Done;
        });
        return command;
    }
}
