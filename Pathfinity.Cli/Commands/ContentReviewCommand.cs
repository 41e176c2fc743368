using System.CommandLine;
using Pathfinity.Content;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content review`: decide what enters the next release, one question after the other, by keyboard.</summary>
internal static class ContentReviewCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var by = new Option<string?>("--by") { Description = "Who decides (default: the name of the signed-in user)", HelpName = "NAME" };
        var approve = new Option<string?>("--approve") { Description = "Approve one question and end", HelpName = "ID" };
        var reject = new Option<string?>("--reject") { Description = "Reject one question and end; of an item model's question the whole lot", HelpName = "ID" };
        var retire = new Option<string?>("--retire") { Description = "Take one question out of later releases and end", HelpName = "ID" };
        var why = new Option<string?>("--why") { Description = "The reason", HelpName = "TEXT" };
        var command = new Command("review", "Look at what waits for a decision: approve, reject, edit") { by, approve, reject, retire, why };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            await CatalogueStore.OpenAsync(session.Database, ct);
            var review = new ReviewStore(session.Database);
            var who = parsed.GetValue(by) ?? Environment.UserName;
            var reason = parsed.GetValue(why) ?? "";
            var decided = false;
            foreach (var (option, decision) in new[] { (approve, Decision.Approved), (reject, Decision.Rejected), (retire, Decision.Retired) })
            {
                if (parsed.GetValue(option) is { } id)
                {
                    await DecideAsync(review, id, new Verdict(decision, who, reason), terminal, ct);
                    decided = true;
                }
            }
            if (!decided)
            {
                await ShowAsync(review, who, settings, terminal, ct);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task DecideAsync(ReviewStore review, string id, Verdict verdict, Terminal terminal, CancellationToken ct)
    {
        var item = await review.FindAsync(id, ct)
            ?? throw CommandException.BadInput($"there is no question {id}", "content review names the ids");
        await review.DecideAsync(item.Number, verdict, ct);
        terminal.Result($"{verdict.Decision} by {verdict.Who}: {id}. content publish makes a release of it.");
    }

    private static async Task ShowAsync(ReviewStore review, string who, Settings settings, Terminal terminal, CancellationToken ct)
    {
        var waiting = await review.CountAsync(ct);
        if (settings.Json || terminal.Dialogue is not { } dialogue)
        {
            await ListAsync(review, waiting, settings, terminal, ct);
            return;
        }
        var decided = await new ReviewDialogue(dialogue, review, ContentLibrary.Default, who).RunAsync(waiting, ct);
        terminal.Result($"{decided:N0} decided, {await review.CountAsync(ct):N0} wait.{(decided > 0 ? " content publish makes a release of it." : "")}");
    }

    private static async Task ListAsync(ReviewStore review, int waiting, Settings settings, Terminal terminal, CancellationToken ct)
    {
        var next = await review.NextAsync(0, ct);
        if (settings.Json)
        {
            terminal.Json(new
            {
                waiting,
                next = next is null ? null : new
                {
                    next.Question.Id, skill = next.Skill.Name, next.Question.Stem, choices = next.Question.Choices.ToArray(),
                    key = next.Question.Key.Given.ToArray(), next.Question.Author, status = next.Question.Status.ToString().ToLowerInvariant(),
                    next.Lot,
                },
            });
            return;
        }
        terminal.Result($"{waiting:N0} questions wait{(next is null ? "." : $"; the first is {next.Question.Id}:")}");
        if (next is not null)
        {
            terminal.Table(ReviewDialogue.Sheet(next));
        }
    }
}
