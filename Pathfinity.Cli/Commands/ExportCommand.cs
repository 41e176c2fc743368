using System.CommandLine;
using Pathfinity.Realism;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`export`: a world as files.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var format = Flag.Word("--format", "What to write", "csv");
        format.Required = true;
        var folder = Out();
        var command = new Command("export", "Write a world to files") { format, folder };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await RunAsync(
                settings, terminal, parsed.GetValue(folder)!,
                async (database, progress) =>
                [
                    .. await new TableExport(database, parsed.GetValue(folder)!, progress).WorldAsync(settings.World, ct),
                    await TruthFile.WriteAsync(database, settings.World, parsed.GetValue(folder)!, ct),
                ], ct);
            return ExitCode.Done;
        });
        return command;
    }

    public static Option<DirectoryInfo> Out() =>
        new("--out") { Description = "Folder to write to, made when missing", Required = true, HelpName = "DIR" };

    public static async Task RunAsync(
        Settings settings, Terminal terminal, DirectoryInfo folder,
        Func<Database, IProgress<string>, Task<IReadOnlyList<ExportedFile>>> write, CancellationToken cancellation)
    {
        await using var session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
        var files = await terminal.ProgressAsync("exporting", bar => write(session.Database, new Reporter(bar)));
        if (settings.Json)
        {
            terminal.Json(new { folder = folder.FullName, files });
            return;
        }
        foreach (var file in files)
        {
            terminal.Result($"{file.Rows,12:N0}  {file.Name}");
        }
    }

    private sealed class Reporter(ProgressBar bar) : IProgress<string>
    {
        public void Report(string value) => bar.Say($"exporting {value}");
    }
}
