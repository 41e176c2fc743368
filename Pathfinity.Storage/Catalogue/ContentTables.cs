using System.Buffers.Binary;
using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>Appends items and questions that the catalogue does not have, as they are now, and numbers them all.</summary>
internal sealed class ContentTables(NpgsqlConnection connection, string schema)
{
    private const string ItemColumns =
        "number, id, version, skill, container, context, title, body, words, status, author, hash";

    private const string QuestionColumns =
        "number, id, version, item, skill, facet, container, part, kind, stem, figure, figure_alt, choices, prompts, frame, "
        + "responses, hint, rationale, demand, difficulty, words, mask, model, model_version, context, proof, status, author, hash";

    private readonly Dictionary<string, Known> stored = new(StringComparer.Ordinal);

    /// <summary>Numbers in the order given, and how many are new.</summary>
    public Task<(int[] Numbers, int New)> WriteAsync(
        ImmutableArray<HashedItem> items, Func<ContentItem, Status> status, CancellationToken cancellation) =>
        AppendAsync("items", ItemColumns, items, item => (item.Item.Id, item.Hash), (target, own) =>
        {
            var item = own.Item;
            target.Write(item.Skill, NpgsqlDbType.Text);
            target.Write(item.Container.Key(), NpgsqlDbType.Text);
            TextOrNull(target, item.Context);
            target.Write(item.Title, NpgsqlDbType.Text);
            target.Write(item.BodyJson(), NpgsqlDbType.Json);
            target.Write(item.Words(), NpgsqlDbType.Integer);
            target.Write(Key(status(item)), NpgsqlDbType.Text);
            target.Write(item.Author, NpgsqlDbType.Text);
        }, cancellation);

    /// <inheritdoc cref="WriteAsync(ImmutableArray{HashedItem}, Func{ContentItem, Status}, CancellationToken)"/>
    public Task<(int[] Numbers, int New)> WriteAsync(
        ImmutableArray<HashedQuestion> questions, Func<Question, Status> status, CancellationToken cancellation) =>
        AppendAsync("questions", QuestionColumns, questions, question => (question.Question.Id, question.Hash), (target, own) =>
        {
            var q = own.Question;
            target.Write(q.Item, NpgsqlDbType.Text);
            target.Write(q.Skill, NpgsqlDbType.Text);
            target.Write(q.Facet, NpgsqlDbType.Text);
            target.Write(q.Container.Key(), NpgsqlDbType.Text);
            target.Write(q.Part is QuestionPart.Practice ? "practice" : "assessment", NpgsqlDbType.Text);
            target.Write(q.Kind.Key(), NpgsqlDbType.Text);
            target.Write(q.Stem, NpgsqlDbType.Text);
            TextOrNull(target, q.Figure?.Svg);
            TextOrNull(target, q.Figure?.Alt);
            target.Write(QuestionJson.Texts(q.Choices), NpgsqlDbType.Jsonb);
            target.Write(QuestionJson.Texts(q.Prompts), NpgsqlDbType.Jsonb);
            target.Write(q.Frame, NpgsqlDbType.Text);
            target.Write(QuestionJson.Responses(q), NpgsqlDbType.Jsonb);
            target.Write(q.Hint, NpgsqlDbType.Text);
            target.Write(q.Rationale, NpgsqlDbType.Text);
            target.Write(q.Demand.Key(), NpgsqlDbType.Text);
            target.Write(QuestionJson.Thousandths(q.Difficulty), NpgsqlDbType.Smallint);
            target.Write(q.Words, NpgsqlDbType.Integer);
            target.Write(q.Mask, NpgsqlDbType.Text);
            target.Write(q.Model, NpgsqlDbType.Text);
            target.Write(q.ModelVersion, NpgsqlDbType.Integer);
            TextOrNull(target, q.Context);
            target.Write(QuestionJson.Proof(q.Proof), NpgsqlDbType.Json);
            target.Write(Key(status(q)), NpgsqlDbType.Text);
            target.Write(q.Author, NpgsqlDbType.Text);
        }, cancellation);

    /// <summary>What was added here as published and is in no release stands as it did, or is in review.</summary>
    /// <param name="refused">Whether inspection refused a question.</param>
    public async Task WithholdAsync(
        IEnumerable<ReleaseItem> items, Func<ReleaseQuestion, bool> refused, CancellationToken cancellation)
    {
        var withheld = items.ToArray();
        await StandAsync("items", withheld.Select(item => (item.Number, item.Status)), cancellation);
        await StandAsync("questions", withheld.SelectMany(item => item.Questions).Select(
            question => (question.Number, refused(question) ? Status.InReview : question.Status)), cancellation);
    }

    /// <summary>What was stored before and enters a release only now is published.</summary>
    public async Task EnterAsync(int release, CancellationToken cancellation)
    {
        foreach (var table in (string[])["items", "questions"])
        {
            await RunAsync($"""
                UPDATE {schema}.{table} SET status = 'published' WHERE status <> 'published'
                    AND number IN (SELECT number FROM {schema}.release_{table} WHERE release = $1)
                """, cancellation, release);
        }
    }

    private async Task StandAsync(string table, IEnumerable<(int Number, Status Status)> rows, CancellationToken cancellation)
    {
        var before = (await KnownAsync(table, cancellation)).LastBefore;
        var added = rows.Where(row => row.Number > before).ToArray();
        if (added.Length > 0)
        {
            await RunAsync($"""
                UPDATE {schema}.{table} own SET status = other.status
                FROM unnest($1::int[], $2::text[]) AS other (number, status) WHERE own.number = other.number
                """, cancellation, added.Select(row => row.Number).ToArray(), added.Select(row => Key(row.Status)).ToArray());
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellation, params object[] given)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in given)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Key(Status status) => status.ToString().ToLowerInvariant();

    private static void TextOrNull(NpgsqlBinaryImporter target, string? text)
    {
        if (text is null)
        {
            target.WriteNull();
        }
        else
        {
            target.Write(text, NpgsqlDbType.Text);
        }
    }

    private async Task<(int[] Numbers, int New)> AppendAsync<T>(
        string table, string columns, ImmutableArray<T> rows, Func<T, (string Id, byte[] Hash)> identity,
        Action<NpgsqlBinaryImporter, T> write, CancellationToken cancellation)
    {
        var known = await KnownAsync(table, cancellation);
        var last = known.Last;
        var numbers = new int[rows.Length];
        var added = 0;
        await using var target = await connection.BeginBinaryImportAsync(
            $"COPY {schema}.{table} ({columns}) FROM STDIN (FORMAT binary)", cancellation);
        for (var i = 0; i < rows.Length; i++)
        {
            var (id, hash) = identity(rows[i]);
            if (known.Numbers.TryGetValue(Short(hash), out numbers[i]))
            {
                continue;
            }
            cancellation.ThrowIfCancellationRequested();
            numbers[i] = last + ++added;
            var version = known.Versions[id] = known.Versions.GetValueOrDefault(id) + 1;
            target.StartRow();
            target.Write(numbers[i], NpgsqlDbType.Integer);
            target.Write(id, NpgsqlDbType.Text);
            target.Write(version, NpgsqlDbType.Integer);
            write(target, rows[i]);
            target.Write(hash, NpgsqlDbType.Bytea);
        }
        var copied = await target.CompleteAsync(cancellation);
        if (copied != (ulong)added)
        {
            throw new InvalidOperationException($"COPY of {table} took {copied} rows of {added}.");
        }
        known.Last += added;
        return (numbers, added);
    }

    private async Task<Known> KnownAsync(string table, CancellationToken cancellation)
    {
        if (stored.TryGetValue(table, out var known))
        {
            return known;
        }
        stored.Add(table, known = new Known());
        await using var command = new NpgsqlCommand(
            $"SELECT number, id, version, hash FROM {schema}.{table} ORDER BY number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (number, id) = (reader.GetInt32(0), reader.GetString(1));
            known.Numbers[Short(reader.GetFieldValue<byte[]>(3))] = number;
            known.Versions[id] = Math.Max(known.Versions.GetValueOrDefault(id), reader.GetInt32(2));
            (known.Last, known.LastBefore) = (number, number);
        }
        return known;
    }

    /// <summary>The first half of a hash, enough to tell all content of a catalogue apart.</summary>
    private static UInt128 Short(byte[] hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    /// <summary>What a table holds; read once.</summary>
    private sealed class Known
    {
        /// <summary>By hash.</summary>
        public Dictionary<UInt128, int> Numbers { get; } = [];

        /// <summary>Newest version by id.</summary>
        public Dictionary<string, int> Versions { get; } = new(StringComparer.Ordinal);

        /// <summary>Largest number.</summary>
        public int Last { get; set; }

        /// <summary>Likewise before anything was added here.</summary>
        public int LastBefore { get; set; }
    }
}
