using System.Buffers.Binary;
using Npgsql;

namespace Pathfinity.Benchmarks;

/// <summary>The activity of a world in COPY's binary format, cut into pieces that make up transactions.</summary>
internal sealed class RawCopy
{
    private const int RowsPerPiece = 20_000;
    private const int HeaderBytes = 19;
    private static readonly string[] Tables =
    [
        "attendance", "journeys", "sessions", "visits", "attempts", "career_explorations", "assessments", "interventions",
        "intervention_outcomes", "guardian_visits", "messages", "message_receipts", "conferences", "report_cards",
        "behaviour_referrals", "awards",
    ];
    private static readonly byte[] End = [0xFF, 0xFF];
    private readonly List<Piece> pieces = [];

    public long Rows { get; private set; }

    public long Attempts { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Reads a world's rows in the order in which they were stored.</summary>
    public static async Task<RawCopy> ReadAsync(BenchWorlds worlds, string world)
    {
        var copy = new RawCopy();
        await using var connection = await worlds.Source.OpenConnectionAsync(worlds.Cancellation);
        foreach (var table in Tables)
        {
            await using var source = await connection.BeginRawBinaryCopyAsync(
                $"COPY (SELECT * FROM world_{world}.{table}) TO STDOUT (FORMAT BINARY)", worlds.Cancellation);
            using var all = new MemoryStream();
            await source.CopyToAsync(all, worlds.Cancellation);
            copy.Cut(table, all.ToArray());
        }
        return copy;
    }

    /// <summary>
    /// Writes them all into the tables of another world over some connections, each with a share of every table.
    /// </summary>
    /// <param name="rowsPerTransaction">After how many rows a connection commits and begins anew.</param>
    public Task<Stage> WriteAsync(BenchWorlds worlds, string world, int connections, int rowsPerTransaction) =>
        worlds.MeasureAsync(async () =>
        {
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
            {
                await using var connection = await worlds.Source.OpenConnectionAsync(worlds.Cancellation);
                for (var some = Some(); some.Count > 0; some = Some())
                {
                    await using var transaction = await connection.BeginTransactionAsync(worlds.Cancellation);
                    foreach (var piece in some)
                    {
                        await piece.WriteAsync(connection, world, worlds.Cancellation);
                    }
                    await transaction.CommitAsync(worlds.Cancellation);
                }
            })));

            List<Piece> Some()
            {
                var (some, rows) = (new List<Piece>(), 0);
                while (rows < rowsPerTransaction && Interlocked.Increment(ref next) is var i && i < pieces.Count)
                {
                    some.Add(pieces[i]);
                    rows += pieces[i].Rows;
                }
                return some;
            }
        });

    private void Cut(string table, byte[] all)
    {
        var (start, rows, at) = (HeaderBytes, 0, HeaderBytes);
        while (BinaryPrimitives.ReadInt16BigEndian(all.AsSpan(at)) is var fields and >= 0)
        {
            at += sizeof(short);
            for (var field = 0; field < fields; field++)
            {
                at += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(all.AsSpan(at)));
            }
            if (++rows == RowsPerPiece)
            {
                Add(table, all, start, at, rows);
                (start, rows) = (at, 0);
            }
        }
        Add(table, all, start, at, rows);
    }

    private void Add(string table, byte[] all, int start, int end, int rows)
    {
        if (rows == 0)
        {
            return;
        }
        pieces.Add(new Piece(table, [.. all.AsSpan(0, HeaderBytes), .. all.AsSpan(start..end), .. End], rows));
        Rows += rows;
        Attempts += table == "attempts" ? rows : 0;
        Bytes += end - start;
    }

    private sealed record Piece(string Table, byte[] Data, int Rows)
    {
        public async Task WriteAsync(NpgsqlConnection connection, string world, CancellationToken cancellation)
        {
            await using var target = await connection.BeginRawBinaryCopyAsync(
                $"COPY world_{world}.{Table} FROM STDIN (FORMAT BINARY)", cancellation);
            await target.WriteAsync(Data, cancellation);
        }
    }
}
