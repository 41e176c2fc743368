using Npgsql;
using NpgsqlTypes;

namespace Pathfinity.Storage;

/// <summary>Typed writes of one COPY, with our days and instants.</summary>
internal readonly struct BinaryRow(NpgsqlBinaryImporter target)
{
    public void Start() => target.StartRow();

    public void Int64(long value) => target.Write(value, NpgsqlDbType.Bigint);

    public void Int32(int value) => target.Write(value, NpgsqlDbType.Integer);

    public void Int16(short value) => target.Write(value, NpgsqlDbType.Smallint);

    public void Boolean(bool value) => target.Write(value, NpgsqlDbType.Boolean);

    /// <param name="ms">Milliseconds since 1970-01-01 UTC.</param>
    public void Instant(long ms) => target.Write(PgTime.Instant(ms), NpgsqlDbType.TimestampTz);

    /// <param name="day">Days since 1970-01-01.</param>
    public void Day(int day) => target.Write(PgTime.Day(day), NpgsqlDbType.Date);

    /// <param name="day">Days since 1970-01-01; null when negative.</param>
    public void OptionalDay(int day)
    {
        if (day < 0)
        {
            target.WriteNull();
        }
        else
        {
            Day(day);
        }
    }

    /// <param name="value">Null when negative.</param>
    public void OptionalInt16(short value)
    {
        if (value < 0)
        {
            target.WriteNull();
        }
        else
        {
            Int16(value);
        }
    }

    /// <summary>The key of an activity; null when negative.</summary>
    public void Reference(long value)
    {
        if (value < 0)
        {
            target.WriteNull();
        }
        else
        {
            Int64(value);
        }
    }

    /// <summary>An ordinal; null when negative.</summary>
    public void Ordinal(int value)
    {
        if (value < 0)
        {
            target.WriteNull();
        }
        else
        {
            Int32(value);
        }
    }
}

/// <summary>The same values back.</summary>
internal static class BinaryRowReading
{
    public static long Instant(this NpgsqlDataReader source, int column) =>
        PgTime.FromInstant(source.GetFieldValue<long>(column));

    public static int Day(this NpgsqlDataReader source, int column) =>
        PgTime.FromDay(source.GetFieldValue<int>(column));

    public static int Ordinal(this NpgsqlDataReader source, int column) =>
        source.IsDBNull(column) ? -1 : source.GetInt32(column);
}
