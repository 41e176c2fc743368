using System.Buffers;
using System.Text;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>Streams a query into a file, which bears its name only when it is whole.</summary>
internal sealed class TableFile(NpgsqlConnection connection, DirectoryInfo folder, TableFormat format)
{
    private const int BlockChars = 1 << 16;

    public async Task<ExportedFile> WriteAsync(string table, string query, CancellationToken cancellation)
    {
        var name = table + (format is TableFormat.Csv ? ".csv" : ".jsonl");
        var whole = Path.Combine(folder.FullName, name);
        var partial = whole + ".partial";
        try
        {
            long rows;
            await using (var target = new StreamWriter(partial, append: false, new UTF8Encoding(false), BlockChars))
            {
                rows = await CopyAsync(query, target, cancellation);
            }
            File.Move(partial, whole, overwrite: true);
            return new ExportedFile(name, rows);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private async Task<long> CopyAsync(string query, StreamWriter target, CancellationToken cancellation)
    {
        using var source = (NpgsqlCopyTextReader)await connection.BeginTextExportAsync(Copy(query), cancellation);
        source.Timeout = Timeout.Infinite; // a large table is sorted before its first row
        var records = new RecordWriter(target, format is TableFormat.Csv);
        var block = ArrayPool<char>.Shared.Rent(BlockChars);
        try
        {
            int read;
            while ((read = await source.ReadBlockAsync(block.AsMemory(), cancellation)) > 0)
            {
                records.Write(block.AsSpan(0, read));
                await target.FlushAsync(cancellation);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(block);
        }
        return format is TableFormat.Csv ? records.Count - 1 : records.Count;
    }

    /// <summary>JSON leaves control characters escaped, so a CSV that quotes by one of them writes it as it is.</summary>
    private string Copy(string query) => format is TableFormat.Csv
        ? $"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)"
        : $"COPY (SELECT row_to_json(t) FROM ({query}) t) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')";
}
