using System.CommandLine;
using System.Text;
using Pathfinity.Content;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content import`: questions that were edited elsewhere, back through the checks.</summary>
internal static class ContentImportCommand
{
    private const int ShownMax = 20;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "questions.jsonl as content export writes it" };
        var by = new Option<string?>("--by") { Description = "Who edited it (default: the name of the signed-in user)", HelpName = "NAME" };
        var why = new Option<string?>("--why") { Description = "The reason", HelpName = "TEXT" };
        var command = new Command("import", "Take edited questions back, through every check") { file, by, why };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                throw CommandException.BadInput($"there is no file {from.FullName}", "content export --format jsonl writes one");
            }
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            await CatalogueStore.OpenAsync(session.Database, ct);
            using var reader = new StreamReader(from.FullName, new UTF8Encoding(false));
            var done = await new CatalogueImport(session.Database, ContentLibrary.Default).RunAsync(
                reader, parsed.GetValue(by) ?? Environment.UserName, parsed.GetValue(why) ?? $"import of {from.Name}", ct);
            if (settings.Json)
            {
                terminal.Json(new { ok = done.Rejected.IsEmpty, done.Rows, done.Unchanged, done.Stored, rejected = done.Rejected });
            }
            else
            {
                Print(done, terminal);
            }
            return done.Rejected.IsEmpty ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void Print(Imported done, Terminal terminal)
    {
        foreach (var row in done.Rejected.Take(ShownMax))
        {
            terminal.Result($"REJECTED  line {row.Line}  {row.Id}  {row.Check}: {row.Reason}");
        }
        if (done.Rejected.Length > ShownMax)
        {
            terminal.Result($"... and {done.Rejected.Length - ShownMax:N0} more; --json lists them all");
        }
        terminal.Result($"{done.Rows:N0} rows: {done.Stored:N0} stored as new versions, {done.Unchanged:N0} as they were, "
            + $"{done.Rejected.Length:N0} rejected.{(done.Stored > 0 ? " content publish makes a release of them." : "")}");
    }
}
