using System.Globalization;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Spectre.Console;
using Fault = Pathfinity.Content.Checks.Finding;

namespace Pathfinity.Cli.Commands;

/// <summary>What `content check --report` shows: figures of every subject and grade, and which are beyond their bounds.</summary>
internal static class ContentReport
{
    public static object Json(CellReport cell) => new
    {
        subject = cell.Subject.Key(),
        grade = cell.Grade.ToString(),
        cell.Questions,
        cell.MasksMin,
        masksMean = Math.Round(cell.MasksMean, 1),
        maskShare = Math.Round(cell.MaskShare, 4),
        cell.Cue,
        cuePoints = Math.Round(cell.CuePoints, 2),
        passageFreePoints = cell.PassageFree is { } gain ? Math.Round(gain.Points, 2) : (double?)null,
        passageFreeError = cell.PassageFree is { } sampled ? Math.Round(sampled.Error, 2) : (double?)null,
        recallShare = Math.Round(cell.RecallShare, 4),
    };

    public static void Print(CatalogueReport report, IReadOnlyList<Fault> beyond, Terminal terminal)
    {
        var table = new Table().AddColumn("subject").AddColumn("grade");
        foreach (var title in (string[])
            [
                "questions", "wordings a skill (least)", Text($"commonest wording (<= {CatalogueReport.MaskShareMax:P0})"),
                Text($"best cue, points (<= {CatalogueReport.PointsMax})"), Text($"no passage, points (<= {CatalogueReport.PointsMax} ± error)"),
                Text($"recall (<= {CatalogueReport.RecallMax:P0} from grade 3)"),
            ])
        {
            table.AddColumn(title, column => column.RightAligned());
        }
        foreach (var cell in report.Cells)
        {
            table.AddRow(
                cell.Subject.Key(), cell.Grade.ToString(), Text($"{cell.Questions:N0}"), Text($"{cell.MasksMean:0} ({cell.MasksMin})"),
                Text($"{cell.MaskShare:P1}"), Text($"{cell.Cue} {cell.CuePoints:0.0}"), cell.PassageFree is { } gain ? Text($"{gain.Points:0.0} ± {gain.Error:0.0}") : "-", Text($"{cell.RecallShare:P0}"));
        }
        terminal.Table(table);
        foreach (var finding in beyond)
        {
            terminal.Result($"BEYOND  {finding.Question}  {finding.Check}: {finding.Reason}");
        }
        terminal.Result($"{ContentLibrary.Default.OneSourced.Length:N0} skills of science ask all their facets from one source.");
        terminal.Result($"{beyond.Count:N0} figures beyond their bounds.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
