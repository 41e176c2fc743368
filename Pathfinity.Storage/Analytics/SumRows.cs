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
    private bool heard;

    public string Table => table;

    /// <summary>Says of each row whether the table surely lacks its key; without it, all are asked for.</summary>
    public bool[]? Lacking { get; init; }

    /// <summary>A column with a list of counts in each row; it is left out of how rows are added.</summary>
    public Counts? Lists { get; init; }

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
            SELECT (number - 1)::int{(Lists is null ? "" : $", t.{Lists.Column}")}
            FROM {asked.Numbered} JOIN {table} AS t ON {string.Join(" AND ", same)}
            """);
        return asked.Count > 0;
    }

    public async Task HearAsync(NpgsqlDataReader answer, CancellationToken cancellation)
    {
        heard = true;
        var asked = Asked;
        while (await answer.ReadAsync(cancellation))
        {
            var row = asked[answer.GetInt32(0)];
            there[row] = true;
            Lists?.Add(row, answer.GetFieldValue<int[]>(1));
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
    public void AddTo(NpgsqlBatch batch)
    {
        var lists = Lists is null ? "" : $", {Lists.Column} = {(heard ? $"excluded.{Lists.Column}" : Lists.Sum)}";
        (others ?? rows).InsertInto(batch, table, $"({string.Join(", ", rows.Names.Take(keys))}) DO UPDATE SET {sum}{lists}");
    }

    private static int[] Numbers(bool[] of, bool value) => [.. Enumerable.Range(0, of.Length).Where(i => of[i] == value)];

    /// <summary>
    /// Lists of counts, one for each row. Those of rows whose old lists are read are added up here, where it takes a small
    /// part of what it takes the server.
    /// </summary>
    /// <param name="Sum">How the server adds a list to the one that is there.</param>
    internal sealed record Counts(string Column, int[][] Lists, string Sum)
    {
        public void Add(int row, int[] before)
        {
            var (sum, less) = Lists[row].Length < before.Length ? (before, Lists[row]) : (Lists[row], before);
            for (var i = 0; i < less.Length; i++)
            {
                sum[i] += less[i];
            }
            Lists[row] = sum;
        }
    }
}
