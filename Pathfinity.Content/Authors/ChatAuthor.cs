using System.Globalization;
using Microsoft.Extensions.AI;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>How a <see cref="ChatAuthor"/> works.</summary>
/// <param name="BudgetMicros">Millionths of a dollar that one run may cost at most.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Price">Of its tokens.</param>
public sealed record ChatAuthorOptions(long BudgetMicros, string Model, Price Price)
{
    /// <summary>As content names its author.</summary>
    public string Name { get; init; } = Claude.Author;

    /// <summary>The number of items from which batches are worth the wait.</summary>
    public int BatchFrom { get; init; } = 12;
}

/// <summary>
/// Has drafts written by a language model, any that is an <see cref="IChatClient"/>, and answered by it a second time
/// without the key. What passes every check is in review, what the two disagree on a draft with both answers; nothing is
/// published before a person has seen it.
/// </summary>
public sealed class ChatAuthor : IAuthor
{
    private const int AttemptsMax = 2; // answers to one request that may be off the schema
    private readonly CurriculumSet curriculum;
    private readonly ContentLibrary library;
    private readonly ChatAuthorOptions options;
    private readonly Meter meter;
    private readonly Buyer buyer;
    private readonly List<Rejection> rejections = [];
    private readonly List<Shortage> shortages = [];

    /// <param name="chat">Any client; where it gives an Anthropic client as a service, much is asked in batches.</param>
    /// <param name="ledger">Keeps what was bought.</param>
    /// <param name="clock">Paces waiting for batches.</param>
    public ChatAuthor(
        CurriculumSet curriculum, ContentLibrary library, IChatClient chat, ILedger ledger, ChatAuthorOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.curriculum, this.library, this.options) = (curriculum, library, options);
        meter = new Meter(options.BudgetMicros);
        buyer = new Buyer(chat, ledger, meter, options.Price, clock);
    }

    public string Name => options.Name;

    /// <summary>What the runs of this author cost so far, and why they ended early.</summary>
    public Bill Bill => new(meter.SpentMicros, buyer.Bought, buyer.Kept, Halt, Problem);

    private bool Halt { get; set; }

    private ChatException? Problem { get; set; }

    /// <inheritdoc/>
    public async Task<Catalogue> WriteAsync(
        Assignment assignment, IProgress<AuthorProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        var orders = Orders(assignment).Select(order => new DraftEditor(order, curriculum, library, options)).ToArray();
        var batch = buyer.HasBatches && orders.Length >= options.BatchFrom;
        var items = new List<ContentItem>();
        try
        {
            await buyer.ResumeAsync(cancellation);
            for (var done = 0; done < orders.Length && !Halt;)
            {
                var next = orders.AsMemory(done, await AffordableAsync(orders.AsMemory(done), batch, cancellation));
                items.AddRange(await WriteAsync(next.ToArray(), batch, cancellation));
                done += next.Length;
                Halt = next.IsEmpty;
                progress?.Report(new AuthorProgress(done, orders.Length));
            }
        }
        catch (ChatException e)
        {
            Problem = e; // what was made until then is kept
        }
        return new Catalogue(
            [.. items], [.. items.SelectMany(item => item.Questions)], [.. rejections], [.. shortages]);
    }

    private IEnumerable<DraftOrder> Orders(Assignment assignment)
    {
        var dice = Dice.Of(assignment.Seed).Fork(options.Name);
        foreach (var skill in curriculum.Skills.Where(own => library.TeachingOrNone(own.Id) is not null
            && (assignment.Skills is null || assignment.Skills.Contains(own.Id))))
        {
            var (volume, own) = (assignment.Volume(skill), dice.Fork(skill.Id));
            var contexts = own.Fork("contexts").Shuffle([.. curriculum.WorkContexts.Where(c => c.MinGrade <= skill.Grade)]);
            for (var i = 0; i < volume.Learn; i++)
            {
                yield return new DraftOrder(skill, Container.Learn, i, volume.LearnQuestions, null, assignment.Seed, own);
            }
            for (var i = 0; i < volume.Experience; i++)
            {
                yield return new DraftOrder(skill, Container.Experience, i, volume.ExperienceQuestions, contexts[i % contexts.Length], assignment.Seed, own);
            }
            for (var i = 0; i < volume.Discover; i++)
            {
                yield return new DraftOrder(skill, Container.Discover, i, 1, contexts[(i + (contexts.Length / 2)) % contexts.Length], assignment.Seed, own);
            }
        }
    }

    /// <summary>How many of these, from the first on, the budget allows to be written and solved at once.</summary>
    private async Task<int> AffordableAsync(ReadOnlyMemory<DraftEditor> editors, bool batch, CancellationToken cancellation)
    {
        var next = editors[..Math.Min(editors.Length, batch ? ClaudeBatches.RequestsMax : 1)].ToArray();
        var kept = await buyer.KeptAsync(next.Select(own => own.AskWrite(1)), cancellation);
        var most = 0L;
        return next.TakeWhile(own => meter.Allows(most += kept.Contains(own.AskWrite(1).Key) ? 0 : own.Most(own.AskWrite(1), batch))).Count();
    }

    private async Task<IEnumerable<ContentItem>> WriteAsync(DraftEditor[] editors, bool batch, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            await RoundAsync(editors, own => own.IsWritten ? null : own.AskWrite(attempt), (own, answer) => own.TakeWritten(answer), batch, cancellation);
        }
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            await RoundAsync(editors, own => own.IsWritten && !own.IsSolved ? own.AskSolve(attempt) : null, (own, answer) => own.TakeSolved(answer), batch, cancellation);
        }
        ContentItem[] items = [.. editors.Select(Finished).OfType<ContentItem>()];
        rejections.AddRange(editors.SelectMany(own => own.Rejections));
        return items;
    }

    /// <summary>Asks for as many as the budget allows, what is to be solved yet being kept back, and hands out the answers.</summary>
    private async Task RoundAsync(
        DraftEditor[] editors, Func<DraftEditor, ChatAsk?> ask, Action<DraftEditor, ChatAnswer> take, bool batch,
        CancellationToken cancellation)
    {
        var wanted = editors.Select(own => (Editor: own, Ask: ask(own)!)).Where(own => own.Ask is not null).ToArray();
        var kept = await buyer.KeptAsync(wanted.Select(own => own.Ask), cancellation);
        var most = editors.Except(wanted.Select(own => own.Editor)).Where(own => own.IsWritten && !own.IsSolved)
            .Sum(own => own.Most(own.AskSolve(1), batch));
        ChatAsk[] asks = [.. wanted.Where(own => kept.Contains(own.Ask.Key) || meter.Allows(most += own.Editor.Most(own.Ask, batch))).Select(own => own.Ask)];
        var answers = await buyer.AskAsync(asks, batch, cancellation);
        foreach (var (editor, own) in wanted)
        {
            if (answers.TryGetValue(own.Key, out var answer))
            {
                take(editor, answer);
            }
        }
    }

    private ContentItem? Finished(DraftEditor editor)
    {
        var item = editor.Item(shortages);
        return item is null ? null : item with { Author = Name, Status = Status.Draft };
    }
}

/// <summary>What drafting cost, and why it ended early.</summary>
/// <param name="SpentMicros">Millionths of a dollar; where a request got no answer, what it may have cost.</param>
/// <param name="Bought">Requests that were sent.</param>
/// <param name="Kept">Requests that were answered from what was bought before.</param>
/// <param name="BudgetReached">Whether more was asked for than the budget allows.</param>
/// <param name="Problem">Why the model could not be asked any more; null where it could.</param>
public sealed record Bill(long SpentMicros, int Bought, int Kept, bool BudgetReached, ChatException? Problem)
{
    public string Dollars => (SpentMicros / 1_000_000m).ToString("0.0000", CultureInfo.InvariantCulture);
}
