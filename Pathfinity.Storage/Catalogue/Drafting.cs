using System.Globalization;
using Microsoft.Extensions.AI;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>
/// The one place where a language model enters: give it any <see cref="IChatClient"/>, and drafts come into the queue of
/// review. Clients of the hosts' own making (with caching, telemetry, another provider) are plugged in here.
/// </summary>
public static class Drafting
{
    /// <summary>
    /// Has drafts written within the budget, solved without their keys and checked, and stores them for review. What was
    /// paid for by an earlier run is not bought again. Nothing is published.
    /// </summary>
    /// <param name="chat">
    /// Answers in JSON by the schema of <see cref="ChatOptions.ResponseFormat"/> and tells its usage; throws where it
    /// cannot be asked. Where it gives an Anthropic client as a service, much is asked in batches. Not disposed.
    /// </param>
    /// <exception cref="BadInputException">There is no catalogue yet.</exception>
    public static async Task<Drafted> RunAsync(
        Database database, IChatClient chat, ChatAuthorOptions options, Assignment assignment, TimeProvider clock,
        IProgress<AuthorProgress>? progress, CancellationToken cancellation)
    {
        var store = await CatalogueStore.OpenAsync(database, cancellation);
        if (await store.NewestReleaseAsync(cancellation) is null)
        {
            throw new BadInputException("there is no catalogue yet; content generate makes one");
        }
        var author = new ChatAuthor(
            CurriculumLoader.Default, ContentLibrary.Default, chat, new PurchaseTable(database), options, clock);
        var drafts = await author.WriteAsync(assignment, progress, cancellation);
        return new Drafted(drafts, await StoreAsync(database, drafts, cancellation), author.Bill);
    }

    /// <summary>Stores drafts as they are, those that are stored already excepted; returns how many were new.</summary>
    private static async Task<int> StoreAsync(Database database, Catalogue drafts, CancellationToken cancellation)
    {
        var schema = Identifier.Quote(Migrations.CatalogueSchema);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var turn = connection.CreateCommand())
        {
            turn.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({unchecked((long)Dice.Key("publish"))})");
            await turn.ExecuteNonQueryAsync(cancellation);
        }
        var tables = new ContentTables(connection, schema);
        await tables.WriteAsync(HashedItem.Of(drafts.Items), item => item.Status, cancellation);
        var (_, added) = await tables.WriteAsync(HashedQuestion.Of(drafts.Questions), question => question.Status, cancellation);
        await new LotTable(connection, schema).NoteAsync(drafts.Rejections, cancellation);
        await transaction.CommitAsync(cancellation);
        return added;
    }
}

/// <summary>What drafting made and what it cost.</summary>
/// <param name="Drafts">All that the assignment has by now, earlier runs included.</param>
/// <param name="Stored">Questions that were not stored before.</param>
public sealed record Drafted(Catalogue Drafts, int Stored, Bill Bill)
{
    /// <summary>Questions on which author and blind solver agree, and which pass every other check.</summary>
    public int Agreed => Drafts.Questions.Count(question => question.Status is Status.InReview);

    /// <summary>Questions on which they do not: a person sees both answers.</summary>
    public int Disagreed => Drafts.Questions.Length - Agreed;
}
