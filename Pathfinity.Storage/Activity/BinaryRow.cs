using System.Buffers.Binary;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>Rows of one COPY in its binary format, one after the other into some space, with our days and instants.</summary>
/// <param name="space">At least <see cref="LongestRow"/> bytes for each row.</param>
/// <param name="fields">Columns of each row.</param>
internal ref struct BinaryRow(Span<byte> space, int fields)
{
    /// <summary>No row of ours takes more bytes.</summary>
    public const int LongestRow = 4096;

    private const int Int4Oid = 23;
    private readonly Span<byte> space = space;
    private readonly short fields = (short)fields;

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    public void Start()
    {
        BinaryPrimitives.WriteInt16BigEndian(space[Length..], fields);
        Length += sizeof(short);
    }

    public void Int64(long value)
    {
        var field = space.Slice(Length, sizeof(int) + sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(field[sizeof(int)..], value);
        BinaryPrimitives.WriteInt32BigEndian(field, sizeof(long));
        Length += sizeof(int) + sizeof(long);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt64BigEndian(space[Length..], ((long)sizeof(int) << 32) | (uint)value);
        Length += sizeof(int) + sizeof(int);
    }

    public void Int16(short value)
    {
        var field = space.Slice(Length, sizeof(int) + sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(field[sizeof(int)..], value);
        BinaryPrimitives.WriteInt32BigEndian(field, sizeof(short));
        Length += sizeof(int) + sizeof(short);
    }

    public void Boolean(bool value)
    {
        var field = space.Slice(Length, sizeof(int) + sizeof(bool));
        field[sizeof(int)] = value ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(field, sizeof(bool));
        Length += sizeof(int) + sizeof(bool);
    }

    public void Null()
    {
        BinaryPrimitives.WriteInt32BigEndian(space[Length..], -1);
        Length += sizeof(int);
    }

    /// <param name="values">A list with lower bound 1; not too long for <see cref="LongestRow"/>.</param>
    public void Int32List(ReadOnlySpan<int> values)
    {
        var header = values.IsEmpty ? 3 * sizeof(int) : 5 * sizeof(int);
        var at = Length;
        Length += sizeof(int) + header + (values.Length * 2 * sizeof(int));
        foreach (var word in (ReadOnlySpan<int>)[Length - at - sizeof(int), values.IsEmpty ? 0 : 1, 0, Int4Oid])
        {
            Word(ref at, word);
        }
        if (!values.IsEmpty)
        {
            Word(ref at, values.Length);
            Word(ref at, 1);
        }
        foreach (var value in values)
        {
            Word(ref at, sizeof(int));
            Word(ref at, value);
        }
    }

    /// <param name="ms">Milliseconds since 1970-01-01 UTC.</param>
    public void Instant(long ms) => Int64(PgTime.Instant(ms));

    /// <param name="day">Days since 1970-01-01.</param>
    public void Day(int day) => Int32(PgTime.Day(day));

    /// <param name="day">Days since 1970-01-01; null when negative.</param>
    public void OptionalDay(int day)
    {
        if (day < 0)
        {
            Null();
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
            Null();
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
            Null();
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
            Null();
        }
        else
        {
            Int32(value);
        }
    }

    private readonly void Word(ref int at, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(space[at..], value);
        at += sizeof(int);
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
