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
    private BulkRows? others;

    public string Table => table;

    /// <summary>Whether it must be asked which rows are there.</summary>
    public bool IsAsked => rows.Count >= CopiedLeast;

    /// <summary>Asks for the numbers of the rows that are there.</summary>
    public void Ask(NpgsqlBatch batch)
    {
        var asked = rows.First(keys);
        var same = asked.Names.Select(name => $"t.{name} = given.{name}");
        asked.Run(batch, $"""
            SELECT (number - 1)::int FROM {asked.Numbered}
            WHERE EXISTS (SELECT FROM {table} AS t WHERE {string.Join(" AND ", same)})
            """);
    }

    /// <summary>Reads the answer; returns the rows that are not there, for a COPY.</summary>
    public async Task<BulkRows> HearAsync(NpgsqlDataReader answer, CancellationToken cancellation)
    {
        var there = new bool[rows.Count];
        while (await answer.ReadAsync(cancellation))
        {
            there[answer.GetInt32(0)] = true;
        }
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
