using Npgsql;
using NpgsqlTypes;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Content.Review;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>Sampling inspection of what item models wrote, and what failed before it came so far.</summary>
internal sealed class LotTable(NpgsqlConnection connection, string schema)
{
    private readonly Dictionary<(string Model, int Version), LotDraw> draws = [];

    /// <summary>Counts questions to their lots and draws of them what may be inspected.</summary>
    public void Add(IEnumerable<Question> questions)
    {
        foreach (var question in questions.Where(question => question.Author == CatalogueAuthor.Author))
        {
            var lot = (question.Model, question.ModelVersion);
            if (!draws.TryGetValue(lot, out var draw))
            {
                draws.Add(lot, draw = new LotDraw(SamplingPlan.Default));
            }
            draw.Add(question);
        }
    }

    /// <summary>Inspects the lots that were not inspected yet.</summary>
    /// <param name="inspect">What is wrong with a question, or null.</param>
    public async Task<Inspection> InspectAsync(Func<Question, Finding?> inspect, CancellationToken cancellation)
    {
        var known = new HashSet<(string, int, int)>();
        var refused = new HashSet<(string, int)>();
        await using (var command = new NpgsqlCommand($"SELECT model, model_version, size, accepted FROM {schema}.lots", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                known.Add((row.GetString(0), row.GetInt32(1), row.GetInt32(2)));
                if (!row.GetBoolean(3))
                {
                    refused.Add((row.GetString(0), row.GetInt32(1)));
                }
            }
        }
        Lot[] lots =
        [
            .. draws.Where(lot => !known.Contains((lot.Key.Model, lot.Key.Version, lot.Value.Size)))
                .AsParallel().AsOrdered().Select(lot => lot.Value.Inspect(inspect)),
        ];
        refused.UnionWith(lots.Where(lot => !lot.Accepted).Select(lot => (lot.Model, lot.ModelVersion)));
        return new Inspection(lots, refused, known.Count);
    }

    /// <param name="questions">Among them those of the samples.</param>
    public async Task WriteAsync(
        Inspection inspection, IEnumerable<ReleaseQuestion> questions, CancellationToken cancellation)
    {
        var sampled = inspection.New.SelectMany(lot => lot.Sample).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(sampled.Count, StringComparer.Ordinal);
        foreach (var question in questions.Where(question => sampled.Contains(question.Id)))
        {
            numbers[question.Id] = question.Number;
        }
        await using var target = await connection.BeginBinaryImportAsync(
            $"COPY {schema}.lots (number, model, model_version, size, accepted, reason, sample) FROM STDIN (FORMAT binary)", cancellation);
        for (var i = 0; i < inspection.New.Count; i++)
        {
            var lot = inspection.New[i];
            target.StartRow();
            target.Write(inspection.Known + i + 1, NpgsqlDbType.Integer);
            target.Write(lot.Model, NpgsqlDbType.Text);
            target.Write(lot.ModelVersion, NpgsqlDbType.Integer);
            target.Write(lot.Size, NpgsqlDbType.Integer);
            target.Write(lot.Accepted, NpgsqlDbType.Boolean);
            target.Write(lot.Reason, NpgsqlDbType.Text);
            target.Write(lot.Sample.Select(question => numbers[question.Id]).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        }
        await target.CompleteAsync(cancellation);
    }

    /// <summary>Notes what was written and refused; each once.</summary>
    public async Task NoteAsync(IReadOnlyList<Rejection> rejections, CancellationToken cancellation)
    {
        var rows = rejections.DistinctBy(Key).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        new BulkRows(rows.Length)
            .Add("key", "bigint", [.. rows.Select(Key)])
            .Add("skill", "text", [.. rows.Select(own => own.Skill)])
            .Add("model", "text", [.. rows.Select(own => own.Model)])
            .Add("failed", "text", [.. rows.Select(own => own.Check)])
            .Add("reason", "text", [.. rows.Select(own => own.Reason)])
            .Add("stem", "text", [.. rows.Select(own => own.Stem)])
            .InsertInto(batch, $"{schema}.rejections", "(key) DO NOTHING");
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static long Key(Rejection own) =>
        unchecked((long)Dice.Key(string.Join('\n', own.Skill, own.Model, own.Check, own.Reason, own.Stem)));
}

/// <param name="New">Lots that were inspected just now.</param>
/// <param name="Refused">Versions of item models whose questions stay out of releases.</param>
/// <param name="Known">Lots that were inspected before.</param>
internal sealed record Inspection(IReadOnlyList<Lot> New, HashSet<(string Model, int Version)> Refused, int Known)
{
    public bool Refuses(ReleaseQuestion question) => Refused.Contains((question.Model, question.ModelVersion));
}
