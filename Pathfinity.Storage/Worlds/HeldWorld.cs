using System.Globalization;
using Npgsql;
using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// A world that is ours to advance, until it is disposed or the process ends: a lock of a connection that is kept open.
/// </summary>
public sealed class HeldWorld : IAsyncDisposable
{
    private const int AnswerSecondsMax = 5;
    private readonly Database database;
    private NpgsqlConnection connection;

    private HeldWorld(Database database, NpgsqlConnection connection, WorldLease lease)
    {
        this.database = database;
        this.connection = connection;
        Lease = lease;
    }

    public WorldLease Lease { get; }

    /// <summary>Takes a world.</summary>
    /// <param name="holder">Who takes it, for people: program, machine and process.</param>
    /// <exception cref="BadInputException">There is no such world, or another engine holds it.</exception>
    public static async Task<HeldWorld> AcquireAsync(
        Database database, string world, string holder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = database.NewUnpooled();
        try
        {
            await connection.OpenAsync(cancellation);
            await CheckAsync(connection, world, cancellation);
            if (!await TryLockAsync(connection, world, cancellation))
            {
                throw await TakenAsync(connection, world, cancellation);
            }
            var epoch = await Fence.PassAsync(connection, world, holder, cancellation);
            return new HeldWorld(database, connection, new WorldLease(world, epoch, holder));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the world is still ours: the connection that holds the lock answers.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = AnswerSecondsMax };
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Takes the lock anew when the connection that had it is gone, unless another engine has come meanwhile.</summary>
    /// <exception cref="LeaseLostException">Another engine holds the world, or has held it.</exception>
    /// <exception cref="TimeoutException">The server has not let go of the old connection yet.</exception>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        if (await IsHeldAsync(cancellation))
        {
            return;
        }
        var next = database.NewUnpooled();
        try
        {
            await next.OpenAsync(cancellation);
            var isOurs = await TryLockAsync(next, Lease.World, cancellation);
            await using var ask = new NpgsqlCommand($"SELECT epoch, holder FROM {WorldName.Quoted(Lease.World)}.lease", next);
            await using var reader = await ask.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            if (reader.GetInt64(0) != Lease.Epoch)
            {
                throw new LeaseLostException(string.Create(CultureInfo.InvariantCulture,
                    $"the world '{Lease.World}' is now held by {reader.GetString(1)} (epoch {reader.GetInt64(0)}); this engine stops"));
            }
            if (!isOurs)
            {
                throw new TimeoutException("the server still keeps the last session");
            }
        }
        catch
        {
            await next.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        connection = next;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <exception cref="BadInputException">There is no such world.</exception>
    /// <exception cref="EnvironmentException">A newer Pathfinity made it.</exception>
    internal static async Task CheckAsync(NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        var schema = WorldName.Schema(world);
        switch (await Migrations.VersionAsync(connection, schema, cancellation))
        {
            case 0:
                throw Unknown(world);
            case var version when version > Migrations.World.Current:
                throw Migrations.World.Newer(schema, version);
        }
    }

    internal static BadInputException Unknown(string world) =>
        new($"there is no world '{world}'; world list shows those there are");

    /// <summary>Takes the lock of a world for the connection's life; false when another connection has it.</summary>
    internal static async Task<bool> TryLockAsync(
        NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(string.Create(
            CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock({(long)Dice.Key("lease " + world)})"), connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    internal static async Task<BadInputException> TakenAsync(
        NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT holder FROM {WorldName.Quoted(world)}.lease", connection);
        return new BadInputException(
            $"the world '{world}' is held by {await command.ExecuteScalarAsync(cancellation)}; stop that first");
    }
}
