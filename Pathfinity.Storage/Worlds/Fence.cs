using System.Globalization;
using Npgsql;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>
/// Keeps a world's next holder and the transactions of the last one apart. Who waits longest is next, so a holder whose
/// session is gone cannot go on storing before its successor's turn comes, as it could with locks of the lease's row.
/// </summary>
internal static class Fence
{
    /// <summary>Lets no later holder in until the transaction ends; returns the lease as it then is.</summary>
    public static async Task<(long Epoch, string Holder)> EnterAsync(
        NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        // Two statements, so that the second sees what was committed while the first waited.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock_shared({Key(world)})")),
                new($"SELECT epoch, holder FROM {WorldName.Quoted(world)}.lease"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetString(1));
    }

    /// <summary>Makes a new holder, once the transactions under way have ended; returns its epoch.</summary>
    public static async Task<long> PassAsync(
        NpgsqlConnection connection, string world, string holder, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var turn = new NpgsqlCommand(string.Create(
            CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({Key(world)})"), connection) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync(cancellation);
        await using var command = new NpgsqlCommand(
            $"UPDATE {WorldName.Quoted(world)}.lease SET epoch = epoch + 1, holder = $1, acquired_at = now() RETURNING epoch",
            connection);
        command.Parameters.Add(new() { Value = holder });
        var epoch = (long)(await command.ExecuteScalarAsync(cancellation))!;
        await transaction.CommitAsync(cancellation);
        return epoch;
    }

    private static long Key(string world) => (long)Dice.Key("fence " + world);
}
