using Npgsql;
using Pathfinity.Content;

namespace Pathfinity.Storage;

/// <summary>The ledger of what language models were asked, in the catalogue's schema.</summary>
public sealed class PurchaseTable(Database database) : ILedger
{
    private static readonly string Table = $"{Identifier.Quote(Migrations.CatalogueSchema)}.purchases";

    private static readonly string Columns = "key, item, skill, model, prompt, prompt_version, batched, batch, state, cost_micros, "
        + "input_tokens, output_tokens, cache_write_tokens, cache_read_tokens, answer, stop";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Purchase>> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellation) =>
        (await ReadAsync("WHERE key = ANY ($1)", [.. keys], cancellation)).ToDictionary(own => own.Key, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Purchase>> WaitingAsync(CancellationToken cancellation) =>
        await ReadAsync("WHERE state = 'asked' AND batched AND $1 IS NOT NULL ORDER BY asked_at, key", [], cancellation);

    /// <inheritdoc/>
    public async Task<bool> KnowsBatchAsync(string batch, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand($"SELECT EXISTS (SELECT FROM {Table} WHERE batch = $1)");
        command.Parameters.Add(new() { Value = batch });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<Purchase> purchases, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        if (purchases.Count == 0)
        {
            return;
        }
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        T[] All<T>(Func<Purchase, T> value) => [.. purchases.Select(value)];
        new BulkRows(purchases.Count)
            .Add("key", "text", All(own => own.Key)).Add("item", "text", All(own => own.Item)).Add("skill", "text", All(own => own.Skill))
            .Add("model", "text", All(own => own.Model)).Add("prompt", "text", All(own => own.Prompt))
            .Add("prompt_version", "int", All(own => own.PromptVersion)).Add("batched", "boolean", All(own => own.Batched))
            .Add("batch", "text", All(own => own.Batch)).Add("state", "text", All(own => own.State.ToString().ToLowerInvariant()))
            .Add("cost_micros", "bigint", All(own => own.CostMicros)).Add("input_tokens", "bigint", All(own => own.Usage.Input))
            .Add("output_tokens", "bigint", All(own => own.Usage.Output))
            .Add("cache_write_tokens", "bigint", All(own => own.Usage.CacheWritten))
            .Add("cache_read_tokens", "bigint", All(own => own.Usage.CacheRead))
            .Add("answer", "text", All(own => own.Answer)).Add("stop", "text", All(own => own.Stop))
            .InsertInto(batch, Table, """
                (key) DO UPDATE SET model = excluded.model, batched = excluded.batched, batch = excluded.batch,
                    state = excluded.state, cost_micros = excluded.cost_micros, input_tokens = excluded.input_tokens,
                    output_tokens = excluded.output_tokens, cache_write_tokens = excluded.cache_write_tokens,
                    cache_read_tokens = excluded.cache_read_tokens, answer = excluded.answer, stop = excluded.stop,
                    changed_at = now() WHERE t.state <> 'answered'
                """);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Who made an item, with which prompts and at what cost; empty where no language model did.</summary>
    internal static async Task<string> OriginAsync(
        NpgsqlConnection connection, string schema, string item, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT string_agg(format('%s by %s with prompt %s, %s tokens in, %s out, $%s', CASE prompt WHEN 'write' THEN 'written' ELSE 'solved' END,
                model, prompt_version, input_tokens + cache_write_tokens + cache_read_tokens, output_tokens,
                to_char(cost_micros / 1000000.0, 'FM0.0000')), '; ' ORDER BY prompt DESC, asked_at, key)
            FROM {schema}.purchases WHERE item = $1 AND state = 'answered'
            """, connection);
        command.Parameters.Add(new() { Value = item });
        return await command.ExecuteScalarAsync(cancellation) as string ?? "";
    }

    private async Task<List<Purchase>> ReadAsync(string where, string[] given, CancellationToken cancellation)
    {
        var found = new List<Purchase>();
        await using var command = database.Source.CreateCommand($"SELECT {Columns} FROM {Table} {where}");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = given });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            found.Add(new Purchase
            {
                Key = row.GetString(0), Item = row.GetString(1), Skill = row.GetString(2), Model = row.GetString(3),
                Prompt = row.GetString(4), PromptVersion = row.GetInt32(5), Batched = row.GetBoolean(6),
                Batch = row.IsDBNull(7) ? null : row.GetString(7),
                State = Enum.Parse<PurchaseState>(row.GetString(8), ignoreCase: true), CostMicros = row.GetInt64(9),
                Usage = new ChatUsage(row.GetInt64(10), row.GetInt64(11), row.GetInt64(12), row.GetInt64(13)),
                Answer = row.GetString(14), Stop = row.IsDBNull(15) ? null : row.GetString(15),
            });
        }
        return found;
    }
}
