using System.CommandLine;
using System.Globalization;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`content generate --author claude`: drafts of a language model, for review.</summary>
internal sealed class ContentDraft
{
    private const int MicrosADollar = 1_000_000;
    private const int ItemsMax = 20;

    private readonly Option<decimal?> budget = Flag.Of<decimal>(
        "--budget-usd", "What this run of a language model may cost at most, in US dollars", "an amount above 0, such as 2.50",
        (string text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is > 0 and <= 100_000);

    private readonly Option<string[]> skills = new("--skill")
    {
        Description = "Only this skill, such as math.2.A.3; may be given several times", HelpName = "ID", AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> model = new("--model")
    {
        Description = $"The language model (default {Claude.DefaultModel})", HelpName = "NAME",
    };

    private readonly Option<string?> price = new("--price")
    {
        Description = "Its price where it is not listed: US dollars a million tokens in and out, such as 3/15", HelpName = "IN/OUT",
    };

    private readonly Option<int?> items = Flag.Whole("--items", "Items of each container a skill that a language model writes (default 1)", 1, ItemsMax);

    public IEnumerable<Option> Options => [budget, skills, model, price, items];

    public async Task<int> RunAsync(ParseResult parsed, Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        var options = Read(parsed);
        var assignment = Assigned(parsed, settings);
        var key = Environment.GetEnvironmentVariable(Claude.KeyVariable);
        if (string.IsNullOrWhiteSpace(key))
        {
            throw CommandException.EnvironmentLacks(
                "no API key is set", $"set {Claude.KeyVariable} to a key of the Claude API; the default author needs none");
        }
        await using var session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
        using var chat = Claude.Open(key, options.Model, TimeProvider.System);
        var made = await terminal.ProgressAsync("drafting", bar => Drafting.RunAsync(
            session.Database, chat, options, assignment, TimeProvider.System, new Reporter(bar), cancellation));
        Print(made, options, settings, terminal);
        return made.Bill.Problem switch
        {
            null => ExitCode.Done,
            { Fault: ChatFault.Request } e => throw CommandException.BadInput(e.Message, "what was drafted before is kept"),
            { } e => throw CommandException.EnvironmentLacks(e.Message, "what was drafted before is kept"),
        };
    }

    private ChatAuthorOptions Read(ParseResult parsed)
    {
        var micros = parsed.GetValue(budget) is { } dollars ? (long)(dollars * MicrosADollar)
            : throw CommandException.BadInput("a language model costs money and no budget is given", "say --budget-usd 5, or less");
        var name = parsed.GetValue(model) ?? Claude.DefaultModel;
        return new ChatAuthorOptions(micros, name, Given(parsed.GetValue(price)) ?? Price.Of(name)
            ?? throw CommandException.BadInput($"no price is known of {name}", "give --price IN/OUT in US dollars a million tokens"));
    }

    private static Price? Given(string? text)
    {
        if (text is null)
        {
            return null;
        }
        var parts = text.Split('/');
        return parts.Length == 2 && Amount(parts[0]) is { } input && Amount(parts[1]) is { } output
            ? new Price(input, output)
            : throw CommandException.BadInput($"--price {text} is not two amounts", "write IN/OUT, such as 3/15");
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 10_000 ? amount : null;

    private Assignment Assigned(ParseResult parsed, Settings settings)
    {
        var asked = parsed.GetValue(skills) ?? [];
        var known = CurriculumLoader.Default.Skills.Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        if (asked.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw CommandException.BadInput($"there is no skill {unknown}", "skills.csv of content export --format csv lists them");
        }
        var volume = Volume.Drafts(parsed.GetValue(items) ?? 1);
        return new Assignment(
            settings.Seed is { } seed ? (ulong)seed : CatalogueHouse.DefaultSeed, _ => volume,
            asked.Length == 0 ? null : asked.ToHashSet(StringComparer.Ordinal));
    }

    private static void Print(Drafted made, ChatAuthorOptions options, Settings settings, Terminal terminal)
    {
        var bill = made.Bill;
        if (settings.Json)
        {
            terminal.Json(new
            {
                author = options.Name, options.Model, budgetUsd = options.BudgetMicros / (decimal)MicrosADollar,
                spentUsd = bill.SpentMicros / (decimal)MicrosADollar, requests = bill.Bought, requestsKept = bill.Kept, bill.BudgetReached,
                items = made.Drafts.Items.Length, questions = made.Drafts.Questions.Length, made.Agreed, made.Disagreed, made.Stored,
                rejected = made.Drafts.Rejections.Select(own => new { own.Skill, own.Check, own.Reason, own.Stem }),
            });
            return;
        }
        terminal.Result(
            $"{made.Drafts.Questions.Length:N0} drafts ({made.Stored:N0} new): {made.Agreed:N0} solved as their key says, "
            + $"{made.Disagreed:N0} otherwise; {made.Drafts.Rejections.Length:N0} refused by checks. content review shows them.");
        terminal.Result(
            $"${bill.Dollars} spent on {bill.Bought:N0} requests; {bill.Kept:N0} were bought before."
            + (bill.BudgetReached ? " The budget is reached: the same command goes on with the rest." : ""));
    }

    private sealed class Reporter(ProgressBar bar) : IProgress<AuthorProgress>
    {
        public void Report(AuthorProgress value) => bar.Report(value.Skills, value.Of);
    }
}
