using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Content.Checks;

namespace Pathfinity.Storage;

/// <summary>
/// Takes questions back that were written out as JSON lines and edited elsewhere. What differs from what is stored passes
/// every check and becomes the question's next version, approved; the next release shows it. What does not pass is
/// named with its reason, and everything else is taken all the same.
/// </summary>
public sealed class CatalogueImport(Database database, ContentLibrary library)
{
    private const int Block = 500; // rows a transaction
    private const int DepthMax = 32;
    private static readonly string Schema = Identifier.Quote(Migrations.CatalogueSchema);

    /// <exception cref="BadInputException">There is no catalogue yet, or nobody is named.</exception>
    public async Task<Imported> RunAsync(TextReader source, string who, string why, CancellationToken cancellation)
    {
        var verdict = new Verdict(Decision.Edited, who, why);
        verdict.Require();
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await CatalogueStore.RequireAsync(connection, cancellation);
        var tally = new Tally();
        var block = new List<Row>(Block);
        await foreach (var (number, text) in BoundedLines.ReadAsync(source, cancellation))
        {
            tally.Rows++;
            if (Parse(number, text, tally) is { } row)
            {
                block.Add(row);
            }
            if (block.Count == Block)
            {
                await TakeAsync(connection, block, verdict, tally, cancellation);
            }
        }
        await TakeAsync(connection, block, verdict, tally, cancellation);
        return new Imported(tally.Rows, tally.Unchanged, tally.Stored, [.. tally.Rejected.OrderBy(row => row.Line)]);
    }

    private static Row? Parse(long number, string? text, Tally tally)
    {
        if (text is null)
        {
            tally.Reject(number, "", "schema", $"a line of more than {BoundedLines.LineMax:N0} characters");
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DepthMax });
            var row = document.RootElement.Clone();
            if (row.ValueKind is JsonValueKind.Object && row.TryGetProperty("question_id", out var id)
                && id.ValueKind is JsonValueKind.String && id.GetString() is { Length: > 0 } named)
            {
                var parts = named.Split('@', 2);
                return new Row(number, parts[0], parts.Length == 1 ? "1" : parts[1], row);
            }
            tally.Reject(number, "", "schema", "no object with a question_id");
        }
        catch (JsonException e)
        {
            tally.Reject(number, "", "schema", $"no JSON: {e.Message}");
        }
        return null;
    }

    private async Task TakeAsync(
        NpgsqlConnection connection, List<Row> block, Verdict verdict, Tally tally, CancellationToken cancellation)
    {
        if (block.Count == 0)
        {
            return;
        }
        var stored = new Dictionary<string, StoredQuestion>(StringComparer.Ordinal);
        await foreach (var question in StoredQuestion.ReadAsync(
            connection, Schema, "WHERE id = ANY ($1)", [.. block.Select(row => row.Id)], cancellation))
        {
            stored[question.Question.Id] = question; // by number: the newest version stands
        }
        var edits = new Dictionary<string, Edit>(StringComparer.Ordinal);
        foreach (var row in block)
        {
            if (!stored.TryGetValue(row.Id, out var before))
            {
                tally.Reject(row.Number, row.Id, "schema", "the catalogue has no such question");
            }
            else if (row.Version != before.Version.ToString(CultureInfo.InvariantCulture))
            {
                tally.Unchanged++; // an older version, which nobody edits any more
            }
            else if (Edited(row, before, tally) is { } edit)
            {
                edits[row.Id] = edit;
            }
        }
        await ReviewStore.StoreAsync(connection, [.. edits.Values], verdict, cancellation);
        tally.Stored += edits.Count;
        block.Clear();
    }

    private Edit? Edited(Row row, StoredQuestion before, Tally tally)
    {
        try
        {
            var after = new QuestionRow(row.Json).Apply(before.Question);
            var difference = ReviewStore.Difference(before.Question, after);
            if (difference.Count == 0)
            {
                tally.Unchanged++;
                return null;
            }
            if (QuestionChecks.FirstFault(after, before.Skill, library) is { } fault)
            {
                tally.Reject(row.Number, row.Id, fault.Check, fault.Reason);
                return null;
            }
            return new Edit(after, difference);
        }
        catch (FormatException e)
        {
            tally.Reject(row.Number, row.Id, "schema", e.Message);
            return null;
        }
    }

    private sealed record Row(long Number, string Id, string Version, JsonElement Json);

    private sealed class Tally
    {
        public long Rows { get; set; }

        public long Unchanged { get; set; }

        public long Stored { get; set; }

        public List<RejectedRow> Rejected { get; } = [];

        public void Reject(long line, string id, string check, string reason) => Rejected.Add(new RejectedRow(line, id, check, reason));
    }
}

/// <summary>What an import did.</summary>
/// <param name="Rejected">By line.</param>
public sealed record Imported(long Rows, long Unchanged, long Stored, ImmutableArray<RejectedRow> Rejected);

/// <param name="Line">From 1.</param>
/// <param name="Id">Of the question; empty where none could be read.</param>
public sealed record RejectedRow(long Line, string Id, string Check, string Reason);
