using Npgsql;
using Pathfinity.Storage;

namespace Pathfinity.Web.Queries;

/// <summary>Reads tables of worlds. In SQL, <c>{w}</c> stands for the world's schema and $1, $2, ... for the values.</summary>
internal sealed class WorldReader(Database database)
{
    /// <summary>The most rows that one question may bring.</summary>
    private const int RowsMax = 100_000;

    public async Task<List<T>> RowsAsync<T>(
        string world, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            sql.Replace("{w}", $"\"{WorldName.Schema(world)}\"", StringComparison.Ordinal), connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (rows.Count < RowsMax && await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    /// <summary>The first row; null when there is none.</summary>
    public async Task<T?> RowAsync<T>(
        string world, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values)
        where T : class =>
        (await RowsAsync(world, sql, read, cancellation, values)).FirstOrDefault();
}

internal static class ReaderExtensions
{
    public static T? Maybe<T>(this NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    public static string? Text(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateOnly Date(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public static DateTimeOffset Moment(this NpgsqlDataReader reader, int column) =>
        new(reader.GetFieldValue<DateTime>(column), TimeSpan.Zero);
}
