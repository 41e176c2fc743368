using Pathfinity.Content;
using Pathfinity.Storage;
using Spectre.Console;
using Fault = Pathfinity.Content.Checks.Finding;

namespace Pathfinity.Cli.Commands;

/// <summary>Goes through the queue of content with somebody at the keyboard.</summary>
internal sealed class ReviewDialogue(IAnsiConsole console, ReviewStore review, ContentLibrary library, string who)
{
    private const string Keys = "[bold]a[/] approve   [bold]r[/] reject   [bold]e[/] edit   [bold]n[/] next   [bold]q[/] quit";
    private int decided;

    /// <summary>How many were decided.</summary>
    public async Task<int> RunAsync(int waiting, CancellationToken cancellation)
    {
        var at = 0;
        while (await review.NextAsync(at, cancellation) is { } item)
        {
            console.Clear();
            console.Write(new Rule($"{waiting - decided:N0} waiting"));
            console.Write(Sheet(item));
            console.MarkupLine(Keys);
            at = item.Number;
            if (!await AnswerAsync(item, cancellation))
            {
                break;
            }
        }
        return decided;
    }

    /// <summary>The question as a student sees it, then what the reviewer needs to know.</summary>
    public static Table Sheet(ReviewItem item)
    {
        var q = item.Question;
        var table = new Table().Border(TableBorder.Rounded).AddColumn("").AddColumn(Markup.Escape(q.Id)).HideHeaders();
        table.AddRow("question", Markup.Escape(q.Id));
        table.AddRow("skill", Markup.Escape($"{item.Skill.Name} (grade {item.Skill.Grade}; {q.Facet})"));
        table.AddRow("stem", $"[bold]{Markup.Escape(q.Stem)}[/]");
        if (q.Figure is { } figure)
        {
            table.AddRow("figure", Markup.Escape(figure.Alt));
        }
        foreach (var (choice, i) in q.Choices.Select((choice, i) => (choice, i)))
        {
            table.AddRow(i == 0 ? "options" : "", Markup.Escape(choice));
        }
        table.AddRow("key", $"[green]{Markup.Escape(string.Join(" | ", q.Key.Given))}[/]");
        foreach (var (wrong, i) in q.Responses.Skip(1).Select((wrong, i) => (wrong, i)))
        {
            table.AddRow(i == 0 ? "wrong" : "", Markup.Escape($"{string.Join(" | ", wrong.Given)}: {wrong.Reason} ({wrong.Bug})"));
        }
        table.AddRow("hint", Markup.Escape(q.Hint));
        table.AddRow("why", Markup.Escape(q.Rationale));
        table.AddRow("proof", Markup.Escape($"{q.Proof.Method} {q.Proof.Data}"));
        table.AddRow("from", Markup.Escape($"{q.Author}, {q.Model} version {q.ModelVersion}; {q.Status}; {item.Lot ?? "no lot"}"));
        if (item.Origin.Length > 0)
        {
            table.AddRow("made", Markup.Escape(item.Origin));
        }
        foreach (var past in item.Decisions)
        {
            table.AddRow("decided", Markup.Escape($"{past.Decision} by {past.Who} {past.At:yyyy-MM-dd}: {past.Why} {past.Difference}"));
        }
        return table;
    }

    private async Task<bool> AnswerAsync(ReviewItem item, CancellationToken cancellation)
    {
        switch ((await console.Input.ReadKeyAsync(intercept: true, cancellation))?.KeyChar)
        {
            case 'a':
                await review.DecideAsync(item.Number, new Verdict(Decision.Approved, who, ""), cancellation);
                decided++;
                return true;
            case 'r':
                var reason = await new TextPrompt<string>("Why?").ShowAsync(console, cancellation);
                await review.DecideAsync(item.Number, new Verdict(Decision.Rejected, who, reason), cancellation);
                decided++;
                return true;
            case 'e':
                await EditAsync(item, cancellation);
                return true;
            case 'q' or null:
                return false;
            default:
                return true;
        }
    }

    private async Task EditAsync(ReviewItem item, CancellationToken cancellation)
    {
        var q = item.Question;
        var edited = q with
        {
            Stem = await AskAsync("Stem", q.Stem, cancellation),
            Hint = await AskAsync("Hint", q.Hint, cancellation),
            Rationale = await AskAsync("Why", q.Rationale, cancellation),
        };
        var fault = await review.EditAsync(
            item.Number, edited, new Verdict(Decision.Edited, who, "edited in the terminal"), library, cancellation);
        Tell(fault);
        decided += fault is null ? 1 : 0;
    }

    private Task<string> AskAsync(string field, string now, CancellationToken cancellation) =>
        new TextPrompt<string>($"{field}:").DefaultValue(now).ShowAsync(console, cancellation);

    private void Tell(Fault? fault)
    {
        if (fault is not null)
        {
            console.MarkupLine($"[red]Not stored: {Markup.Escape($"{fault.Check}: {fault.Reason}")}[/] Any key goes on.");
            console.Input.ReadKey(intercept: true);
        }
    }
}
