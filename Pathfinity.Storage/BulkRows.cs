using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Pathfinity.Storage;

/// <summary>Rows that go to the server as one array a column, for an INSERT that COPY cannot do.</summary>
internal sealed class BulkRows(int count)
{
    public const string Instant = "timestamptz";

    private readonly List<string> names = [];
    private readonly List<string> types = [];
    private readonly List<string> reads = [];
    private readonly List<NpgsqlParameter> parameters = [];

    public int Count => count;

    public IReadOnlyList<string> Names => names;

    /// <summary>The columns, separated by commas.</summary>
    public string Columns => string.Join(", ", names);

    /// <summary>A query of the rows, for a FROM.</summary>
    public string Query => $"SELECT {string.Join(", ", reads)} FROM unnest({string.Join(", ", types)}) AS given ({Columns})";

    /// <param name="type">Of the column in SQL.</param>
    /// <param name="sent">Of the values sent, when it is not the column's.</param>
    public BulkRows Add<T>(string column, string type, T[] values, string? sent = null)
    {
        if (values.Length != count)
        {
            throw new ArgumentException($"{column} has {values.Length} values, not {count}.", nameof(values));
        }
        names.Add(column);
        reads.Add(sent is null ? column : $"{column}::{type}");
        types.Add(string.Create(CultureInfo.InvariantCulture, $"${parameters.Count + 1}::{sent ?? type}[]"));
        var parameter = new NpgsqlParameter<T[]> { TypedValue = values };
        if (type == Instant)
        {
            // Else the kind of the first value would decide, which may be a null.
            parameter.NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;
        }
        parameters.Add(parameter);
        return this;
    }

    /// <summary>Inserts the rows; what happens to those that are there is said in SQL, in which they are <c>t</c>.</summary>
    public void InsertInto(NpgsqlBatch batch, string table, string onConflict) =>
        Run(batch, $"INSERT INTO {table} AS t ({Columns}) {Query} ON CONFLICT {onConflict}");

    /// <summary>Runs SQL that uses <see cref="Query"/>; not at all when there are no rows.</summary>
    public void Run(NpgsqlBatch batch, string sql)
    {
        if (count == 0)
        {
            return;
        }
        var command = new NpgsqlBatchCommand(sql);
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        batch.BatchCommands.Add(command);
    }
}
