using System.Buffers;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>Rows that can be written by their numbers.</summary>
internal interface IBinaryRows
{
    /// <summary>Table and columns, as COPY names them: "world.attempts (id, day)".</summary>
    string Target { get; }

    /// <summary>Number of the columns.</summary>
    int Fields { get; }

    int Count { get; }

    void Write(ref BinaryRow target, int row);
}

/// <summary>
/// A binary COPY whose bytes we make ourselves, a buffer at a time: the server takes exactly the rows that are in them, or
/// fails the transaction, without which none of this is to be done.
/// </summary>
internal static class BinaryCopy
{
    private const int BufferBytes = 128 * 1024;

    // Signature, no flags, no extension; and at the end the number of fields that no row has.
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    public static async Task WriteAsync<TRows>(NpgsqlConnection connection, TRows rows, CancellationToken cancellation)
        where TRows : struct, IBinaryRows
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        await using (var stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY {rows.Target} FROM STDIN (FORMAT BINARY)", cancellation))
        {
            await stream.WriteAsync(Header, cancellation);
            for (var row = 0; row < rows.Count;)
            {
                var length = Fill(buffer, rows, ref row);
                await stream.WriteAsync(buffer.AsMemory(0, length), cancellation);
            }
            await stream.WriteAsync(Trailer, cancellation);
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Writes rows from one on as long as there is room; returns the bytes.</summary>
    private static int Fill<TRows>(byte[] buffer, TRows rows, ref int row)
        where TRows : struct, IBinaryRows
    {
        var target = new BinaryRow(buffer, rows.Fields);
        for (var count = rows.Count; row < count && target.Length <= buffer.Length - BinaryRow.LongestRow; row++)
        {
            target.Start();
            rows.Write(ref target, row);
        }
        return target.Length;
    }
}
