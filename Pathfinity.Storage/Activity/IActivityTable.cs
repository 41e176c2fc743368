using Npgsql;

namespace Pathfinity.Storage;

/// <summary>A table of activity: its COPY text and its rows in that order, to the server and back.</summary>
internal interface IActivityTable<TRow>
    where TRow : struct
{
    static abstract string Name { get; }

    /// <summary>Columns in the order in which <see cref="Write"/> and <see cref="Read"/> have them.</summary>
    static abstract string Columns { get; }

    static abstract void Write(ref BinaryRow target, in TRow row);

    static abstract TRow Read(NpgsqlDataReader source);

    static abstract long Id(in TRow row);

    /// <summary>Sequence number of the activity that completed the row.</summary>
    static abstract int Sequence(in TRow row);

    static abstract int Day(in TRow row);
}
