using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>
/// The queue of content that people look at, and their decisions: drafts and refused lots item by item, of accepted lots
/// the sample. Decisions show in the next release; releases themselves never change.
/// </summary>
public sealed class ReviewStore(Database database)
{
    private static readonly string Schema = Identifier.Quote(Migrations.CatalogueSchema);

    // First what waits for a decision, then the samples of accepted lots at which nobody has looked.
    private static readonly string Queue = $"""
        WITH waiting AS (
            SELECT number, 0 AS turn FROM {Schema}.questions
            WHERE {Standing.Decided} AND status IN ('draft', 'inreview')
            UNION ALL
            SELECT unnest(sample), 1 FROM {Schema}.lots WHERE accepted)
        SELECT number, min(turn) AS turn FROM waiting JOIN {Schema}.questions q USING (number)
        WHERE NOT EXISTS (
            SELECT FROM {Schema}.decisions d JOIN {Schema}.questions o ON o.number = d.question
            WHERE o.id = q.id AND o.model_version = q.model_version)
        GROUP BY number
        """;

    /// <summary>How many questions wait.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT count(*)::int FROM ({Queue}) q", connection);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The next question of the queue, or null at its end.</summary>
    /// <param name="after">The number after which to look; 0 for the front.</param>
    public async Task<ReviewItem?> NextAsync(int after, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var number = await FindAsync(connection, after, cancellation) ?? (after > 0 ? await FindAsync(connection, 0, cancellation) : null);
        return number is { } found ? await ReadAsync(connection, found, cancellation) : null;
    }

    /// <summary>A question with all that was decided about it; null where there is none.</summary>
    public async Task<ReviewItem?> ReadAsync(int number, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return await ReadAsync(connection, number, cancellation);
    }

    /// <summary>The newest version of a question.</summary>
    public async Task<ReviewItem?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            $"SELECT number FROM {Schema}.questions WHERE id = $1 ORDER BY version DESC LIMIT 1", connection);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancellation) is int number ? await ReadAsync(connection, number, cancellation) : null;
    }

    /// <summary>
    /// Notes a decision. To refuse one of a lot is to refuse the lot; to approve an unproven draft is to vouch for its key.
    /// </summary>
    /// <exception cref="BadInputException">There is no such question, or a rejection gives no reason.</exception>
    public async Task DecideAsync(int number, Verdict verdict, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        verdict.Require();
        await using var connection = await OpenAsync(cancellation);
        var item = await ReadAsync(connection, number, cancellation)
            ?? throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"there is no question {number}"));
        if (verdict.Decision is Decision.Approved && item.Question.Status is Status.Draft)
        {
            await VouchAsync(connection, item.Question, verdict, cancellation);
            return;
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var status = verdict.Decision switch
        {
            Decision.Approved => item.Question.Status is Status.Published ? Status.Published : Status.Approved,
            Decision.Retired => Status.Retired,
            _ => Status.Rejected,
        };
        await RunAsync(connection, $"UPDATE {Schema}.questions SET status = $2 WHERE number = $1", cancellation, number, Key(status));
        if (verdict.Decision is Decision.Rejected && item.Question.Author == "procedural")
        {
            await RefuseLotAsync(connection, item.Question, verdict, cancellation);
        }
        await NoteAsync(connection, number, verdict, null, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A draft whose proof does not hold becomes a version for whose key a person answers.</summary>
    private static Task VouchAsync(NpgsqlConnection connection, Question draft, Verdict verdict, CancellationToken cancellation)
    {
        var vouched = Vouched(draft, verdict);
        return StoreAsync(connection, [new Edit(vouched, Difference(draft, vouched))], verdict, cancellation);
    }

    private static Question Vouched(Question draft, Verdict verdict) => draft with
    {
        Proof = new Proof("vouched", JsonSerializer.Serialize(
            new { by = verdict.Who, answer = draft.Key.Given.ToArray() }, QuestionJson.Plain)),
    };

    /// <summary>Stores what a person made of a question as its next version, approved; or says what is wrong with it.</summary>
    public async Task<Finding?> EditAsync(
        int number, Question edited, Verdict verdict, ContentLibrary library, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edited);
        ArgumentNullException.ThrowIfNull(verdict);
        verdict.Require();
        await using var connection = await OpenAsync(cancellation);
        var item = await ReadAsync(connection, number, cancellation)
            ?? throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"there is no question {number}"));
        if (item.Question.Status is Status.Draft)
        {
            edited = Vouched(edited, verdict);
        }
        var difference = Difference(item.Question, edited);
        if (QuestionChecks.FirstFault(edited, item.Skill, library) is { } fault)
        {
            return fault;
        }
        if (difference.Count > 0)
        {
            await StoreAsync(connection, [new Edit(edited, difference)], verdict, cancellation);
        }
        return null;
    }

    /// <summary>Appends edited questions as the next versions, approved, with who changed what; all or none.</summary>
    internal static async Task StoreAsync(
        NpgsqlConnection connection, IReadOnlyList<Edit> edits, Verdict verdict, CancellationToken cancellation)
    {
        if (edits.Count == 0)
        {
            return;
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, "SELECT pg_advisory_xact_lock($1)", cancellation, unchecked((long)Dice.Key("publish")));
        var authored = HashedQuestion.Of(edits.Select(edit => edit.After with { Author = verdict.Who, Status = Status.Approved }));
        var written = await new ContentTables(connection, Schema).WriteAsync(authored, question => question.Status, cancellation);
        for (var i = 0; i < edits.Count; i++)
        {
            await NoteAsync(
                connection, written.Numbers[i], verdict with { Decision = Decision.Edited },
                JsonSerializer.Serialize(edits[i].Difference, QuestionJson.Plain), cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What an edit changes: field, then before and after.</summary>
    public static IReadOnlyDictionary<string, string[]> Difference(Question before, Question after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Fields(before).Zip(Fields(after)).Where(pair => pair.First.Value != pair.Second.Value)
            .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value }, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, string Value)> Fields(Question q) =>
    [
        ("stem", q.Stem), ("figure", q.Figure?.Svg ?? ""), ("figure_alt", q.Figure?.Alt ?? ""), ("hint", q.Hint),
        ("rationale", q.Rationale), ("choices", QuestionJson.Texts(q.Choices)), ("prompts", QuestionJson.Texts(q.Prompts)),
        ("frame", q.Frame), ("responses", QuestionJson.Responses(q)), ("proof", QuestionJson.Proof(q.Proof)),
        ("difficulty", q.Difficulty.ToString(CultureInfo.InvariantCulture)), ("demand", q.Demand.Key()),
    ];

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellation);
        await CatalogueStore.RequireAsync(connection, cancellation);
        return connection;
    }

    private static async Task<int?> FindAsync(NpgsqlConnection connection, int after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT number FROM ({Queue}) q WHERE number > $1 ORDER BY turn, number LIMIT 1", connection);
        command.Parameters.Add(new() { Value = after });
        return await command.ExecuteScalarAsync(cancellation) as int?;
    }

    private static async Task<ReviewItem?> ReadAsync(NpgsqlConnection connection, int number, CancellationToken cancellation)
    {
        StoredQuestion? found = null;
        await foreach (var stored in StoredQuestion.ReadAsync(
            connection, Schema, string.Create(CultureInfo.InvariantCulture, $"WHERE number = {number}"), cancellation))
        {
            found = stored;
        }
        return found is null ? null : new ReviewItem(
            found.Number, found.Version, found.Question, found.Skill, await LotAsync(connection, found.Question, cancellation),
            await PurchaseTable.OriginAsync(connection, Schema, found.Question.Item, cancellation),
            await DecisionsAsync(connection, found.Question.Id, cancellation));
    }

    private static async Task<string?> LotAsync(NpgsqlConnection connection, Question question, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT reason FROM {Schema}.lots WHERE model = $1 AND model_version = $2 ORDER BY number DESC LIMIT 1", connection);
        command.Parameters.Add(new() { Value = question.Model });
        command.Parameters.Add(new() { Value = question.ModelVersion });
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static async Task<ImmutableArray<PastDecision>> DecisionsAsync(
        NpgsqlConnection connection, string id, CancellationToken cancellation)
    {
        var past = ImmutableArray.CreateBuilder<PastDecision>();
        await using var command = new NpgsqlCommand($"""
            SELECT d.decision, d.who, d.why, d.difference::text, d.decided_at FROM {Schema}.decisions d
            JOIN {Schema}.questions q ON q.number = d.question WHERE q.id = $1 ORDER BY d.number
            """, connection);
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            past.Add(new PastDecision(
                Enum.Parse<Decision>(row.GetString(0), ignoreCase: true), row.GetString(1), row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)));
        }
        return past.ToImmutable();
    }

    private static async Task RefuseLotAsync(
        NpgsqlConnection connection, Question question, Verdict verdict, CancellationToken cancellation)
    {
        await RunAsync(
            connection, $"UPDATE {Schema}.lots SET accepted = false, reason = $3 WHERE model = $1 AND model_version = $2", cancellation,
            question.Model, question.ModelVersion, $"{verdict.Who} found {question.Id} wrong: {verdict.Why}");
        await RunAsync(
            connection,
            $"""
            UPDATE {Schema}.questions SET status = 'inreview'
            WHERE model = $1 AND model_version = $2 AND author = 'procedural' AND status IN ('checked', 'approved', 'published')
            """,
            cancellation, question.Model, question.ModelVersion);
    }

    private static Task NoteAsync(
        NpgsqlConnection connection, int number, Verdict verdict, string? difference, CancellationToken cancellation) =>
        RunAsync(
            connection,
            $"INSERT INTO {Schema}.decisions (question, decision, who, why, difference) VALUES ($1, $2, $3, $4, $5::jsonb)",
            cancellation, number, verdict.Decision.ToString().ToLowerInvariant(), verdict.Who, verdict.Why, difference);

    private static async Task RunAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
                : new NpgsqlParameter { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Key(Status status) => status.ToString().ToLowerInvariant();
}

/// <summary>What a person made of a question, and what that changes.</summary>
internal sealed record Edit(Question After, IReadOnlyDictionary<string, string[]> Difference);

/// <summary>A question to be decided, with where it comes from.</summary>
/// <param name="Lot">What sampling inspection said of its lot; null for a draft.</param>
/// <param name="Origin">Which language model wrote and solved it, with which prompts and at what cost; else empty.</param>
public sealed record ReviewItem(
    int Number, int Version, Question Question, Skill Skill, string? Lot, string Origin, ImmutableArray<PastDecision> Decisions);

/// <summary>What a reviewer decides.</summary>
public enum Decision : byte
{
    Approved,
    Rejected,
    Edited,
    Retired,
}

/// <summary>A decision, who takes it and why.</summary>
public sealed record Verdict(Decision Decision, string Who, string Why)
{
    private const int TextMax = 2000;

    internal void Require()
    {
        if (string.IsNullOrWhiteSpace(Who) || Who.Length > TextMax || Who == "procedural")
        {
            throw new BadInputException("a decision needs the name of who takes it");
        }
        if (Decision is Decision.Rejected or Decision.Retired && string.IsNullOrWhiteSpace(Why))
        {
            throw new BadInputException("to reject or retire a question, say why");
        }
        if (Why.Length > TextMax)
        {
            throw new BadInputException($"the reason is longer than {TextMax} characters");
        }
    }
}

/// <param name="Difference">What an edit changed, as JSON; null otherwise.</param>
public sealed record PastDecision(Decision Decision, string Who, string Why, string? Difference, DateTimeOffset At);
