using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// What a batch adds to one table of sums: rows whose key the table lacks go by COPY, the others are added to what is
/// there. A few rows are not worth a COPY, and are all added.
/// </summary>
/// <param name="keys">How many of the first columns are the key.</param>
/// <param name="sum">How a row is added to the one that is there, after SET; the latter is <c>t</c>.</param>
internal sealed class SumRows(string table, BulkRows rows, int keys, string sum)
{
    private const int CopiedLeast = 32;
    private readonly bool[] there = new bool[rows.Count];
    private BulkRows? others;

    public string Table => table;

    /// <summary>Says of each row whether the table surely lacks its key; without it, all are asked for.</summary>
    public bool[]? Lacking { get; init; }

    /// <summary>Whether there are enough rows for a COPY.</summary>
    public bool IsLarge => rows.Count >= CopiedLeast;

    /// <summary>The rows that the table may have.</summary>
    private int[] Asked => Lacking is null ? [.. Enumerable.Range(0, rows.Count)] : Numbers(Lacking, false);

    /// <summary>Asks which of the rows are there; false when that is known.</summary>
    public bool Ask(NpgsqlBatch batch)
    {
        var asked = rows.First(keys).Those(Asked);
        var same = asked.Names.Select(name => $"t.{name} = given.{name}");
        asked.Run(batch, $"""
            SELECT (number - 1)::int FROM {asked.Numbered}
            WHERE EXISTS (SELECT FROM {table} AS t WHERE {string.Join(" AND ", same)})
            """);
        return asked.Count > 0;
    }

    public async Task HearAsync(NpgsqlDataReader answer, CancellationToken cancellation)
    {
        var asked = Asked;
        while (await answer.ReadAsync(cancellation))
        {
            there[asked[answer.GetInt32(0)]] = true;
        }
    }

    /// <summary>The rows that are not there, for a COPY.</summary>
    public BulkRows Copied()
    {
        var copied = Numbers(there, false);
        if (copied.Length < CopiedLeast)
        {
            return rows.Those([]);
        }
        others = rows.Those(Numbers(there, true));
        return copied.Length == rows.Count ? rows : rows.Those(copied);
    }

    /// <summary>Adds the rows that have not gone by COPY.</summary>
    public void AddTo(NpgsqlBatch batch) =>
        (others ?? rows).InsertInto(batch, table, $"({string.Join(", ", rows.Names.Take(keys))}) DO UPDATE SET {sum}");

    private static int[] Numbers(bool[] of, bool value) => [.. Enumerable.Range(0, of.Length).Where(i => of[i] == value)];
}
