using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Pathfinity.Storage;

/// <summary>Rows by columns: for a COPY, or as one array a column for an INSERT that COPY cannot do.</summary>
internal sealed class BulkRows(int count)
{
    public const string Instant = "timestamptz";

    private readonly List<Column> columns = [];

    public int Count => count;

    public IReadOnlyList<string> Names => columns.ConvertAll(column => column.Name);

    /// <summary>The columns, separated by commas.</summary>
    public string Columns => string.Join(", ", Names);

    /// <summary>A query of the rows, for a FROM.</summary>
    public string Query => $"SELECT {string.Join(", ", columns.Select(column => column.Read))} FROM {Sent} AS given ({Columns})";

    /// <summary>The values sent, for a FROM: "given", with each row's number from 1 on.</summary>
    public string Numbered => $"{Sent} WITH ORDINALITY AS given ({Columns}, number)";

    /// <param name="type">Of the column in SQL.</param>
    /// <param name="sent">Of the values sent, when it is not the column's.</param>
    public BulkRows Add<T>(string column, string type, T[] values, string? sent = null) =>
        Add(new Column<T, T>(column, type, sent, Checked(column, values), static value => value));

    /// <summary>A column that has a list of numbers in each row.</summary>
    public BulkRows AddLists(string column, int[][] values) =>
        Add(new Column<int[], string>(column, "int[]", "text", Checked(column, values), static list => SqlArray.Of(list)));

    /// <summary>Some of the rows, by their numbers.</summary>
    public BulkRows Those(int[] rows)
    {
        var those = new BulkRows(rows.Length);
        columns.ForEach(column => those.Add(column.Those(rows)));
        return those;
    }

    /// <summary>The first columns alone.</summary>
    public BulkRows First(int number)
    {
        var first = new BulkRows(count);
        columns[..number].ForEach(column => first.Add(column));
        return first;
    }

    /// <summary>Inserts the rows; what happens to those that are there is said in SQL, in which they are <c>t</c>.</summary>
    public void InsertInto(NpgsqlBatch batch, string table, string onConflict) =>
        Run(batch, $"INSERT INTO {table} AS t ({Columns}) {Query} ON CONFLICT {onConflict}");

    /// <summary>Runs SQL that uses <see cref="Query"/> or <see cref="Numbered"/>; not at all when there are no rows.</summary>
    public void Run(NpgsqlBatch batch, string sql)
    {
        if (count == 0)
        {
            return;
        }
        var command = new NpgsqlBatchCommand(sql);
        columns.ForEach(column => command.Parameters.Add(column.Values()));
        batch.BatchCommands.Add(command);
    }

    /// <summary>Inserts by COPY rows of which none is there.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        if (count > 0)
        {
            await BinaryCopy.WriteAsync(connection, new Copied($"{table} ({Columns})", columns, count), cancellation);
        }
    }

    private string Sent => $"unnest({string.Join(", ", columns.Select((column, place) => column.Parameter(place)))})";

    private BulkRows Add(Column column)
    {
        columns.Add(column);
        return this;
    }

    private T[] Checked<T>(string column, T[] values) => values.Length == count
        ? values
        : throw new ArgumentException($"{column} has {values.Length} values, not {count}.", nameof(values));

    private readonly struct Copied(string target, List<Column> columns, int count) : IBinaryRows
    {
        public string Target => target;

        public int Fields => columns.Count;

        public int Count => count;

        public void Write(ref BinaryRow target, int row)
        {
            foreach (var column in columns)
            {
                column.Write(ref target, row);
            }
        }
    }

    private abstract class Column(string name, string type, string? sent)
    {
        public string Name { get; } = name;

        public string Type { get; } = type;

        public string? Sent { get; } = sent;

        public string Read => Sent is null ? Name : $"{Name}::{Type}";

        public string Parameter(int place) =>
            string.Create(CultureInfo.InvariantCulture, $"${place + 1}::{Sent ?? Type}[]");

        public abstract Column Those(int[] rows);

        public abstract NpgsqlParameter Values();

        public abstract void Write(ref BinaryRow target, int row);
    }

    private sealed class Column<T, TSent>(string name, string type, string? sent, T[] values, Converter<T, TSent> toSent)
        : Column(name, type, sent)
    {
        private readonly BinaryField<T>? field = BinaryField.Of<T>();

        public override Column Those(int[] rows) =>
            new Column<T, TSent>(Name, Type, Sent, Array.ConvertAll(rows, row => values[row]), toSent);

        public override NpgsqlParameter Values()
        {
            var parameter = new NpgsqlParameter<TSent[]>
            {
                TypedValue = values as TSent[] ?? Array.ConvertAll(values, toSent),
            };
            if (Type == Instant)
            {
                // Else the kind of the first value would decide, which may be a null.
                parameter.NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;
            }
            return parameter;
        }

        public override void Write(ref BinaryRow target, int row) =>
            (field ?? throw new NotSupportedException($"{Name} cannot go by COPY."))(ref target, values[row]);
    }
}

/// <summary>Writes one value into a row of a COPY.</summary>
internal delegate void BinaryField<in T>(ref BinaryRow target, T value);

internal static class BinaryField
{
    private static readonly Delegate[] Known =
    [
        (BinaryField<int>)((ref BinaryRow target, int value) => target.Int32(value)),
        (BinaryField<long>)((ref BinaryRow target, long value) => target.Int64(value)),
        (BinaryField<short>)((ref BinaryRow target, short value) => target.Int16(value)),
        (BinaryField<short?>)((ref BinaryRow target, short? value) => target.OptionalInt16(value ?? -1)),
        (BinaryField<DateOnly>)((ref BinaryRow target, DateOnly value) => target.Day(PgTime.FromDate(value))),
        (BinaryField<DateTime>)((ref BinaryRow target, DateTime value) => target.Instant(PgTime.FromMoment(value))),
        (BinaryField<DateTime?>)((ref BinaryRow target, DateTime? value) =>
        {
            if (value is { } moment)
            {
                target.Instant(PgTime.FromMoment(moment));
            }
            else
            {
                target.Null();
            }
        }),
        (BinaryField<int[]>)((ref BinaryRow target, int[] value) => target.Int32List(value)),
    ];

    /// <summary>The writer of a type; null for a type that no COPY of ours has.</summary>
    public static BinaryField<T>? Of<T>() => Known.OfType<BinaryField<T>>().FirstOrDefault();
}
