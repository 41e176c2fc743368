using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>A world's dated changes, to the server and back.</summary>
internal static class Journal
{
    /// <summary>Entries in force up to a day, by number; all of them when none is given.</summary>
    public static async Task<ImmutableArray<JournalEntry>> ReadAsync(
        NpgsqlConnection connection, string schema, int? throughDay, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT number, day, kind, value, reason FROM {schema}.journal WHERE $1::date IS NULL OR day <= $1 "
            + "ORDER BY number", connection);
        command.Parameters.Add(new() { Value = throughDay is { } day ? PgTime.Date(day) : DBNull.Value });
        var entries = ImmutableArray.CreateBuilder<JournalEntry>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(new JournalEntry(
                reader.GetInt32(0), reader.Day(1), Kind(reader.GetString(2)), reader.GetInt32(3), reader.GetString(4)));
        }
        return entries.ToImmutable();
    }

    public static async Task WriteAsync(
        NpgsqlConnection connection, string schema, JournalEntry entry, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {schema}.journal (number, day, kind, value, reason) VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new() { Value = entry.Number });
        command.Parameters.Add(new() { Value = PgTime.Date(entry.Day) });
        command.Parameters.Add(new() { Value = Key(entry.Kind) });
        command.Parameters.Add(new() { Value = entry.Value });
        command.Parameters.Add(new() { Value = entry.Reason });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Key(JournalKind kind) => kind switch
    {
        JournalKind.Release => "release",
        JournalKind.Quarantine => "quarantine",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of journal entry."),
    };

    private static JournalKind Kind(string key) => key switch
    {
        "release" => JournalKind.Release,
        "quarantine" => JournalKind.Quarantine,
        _ => throw new InvalidDataException($"The journal has an entry of the unknown kind '{key}'."),
    };
}
