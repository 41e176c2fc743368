using System.Globalization;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The worlds of a database: made, listed and dropped.</summary>
public sealed class Worlds(Database database)
{
    /// <summary>Makes a world with the people of its first school year.</summary>
    /// <param name="release">Number of the release that it follows from its first day on.</param>
    /// <param name="roster">The first school year, drawn from the spec or imported.</param>
    /// <param name="imported">Whether its people come from a customer's export.</param>
    /// <exception cref="BadInputException">The name is not allowed or taken; nothing was changed.</exception>
    public async Task CreateAsync(
        string name, WorldSpec spec, int release, Roster roster, bool imported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(roster);
        var schema = WorldName.Schema(name);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await Database.MigrateAsync(connection, Migrations.World, schema, cancellation))
        {
            throw new BadInputException($"there is a world '{name}' already; choose another name or drop it first");
        }
        var quoted = Identifier.Quote(schema);
        await WriteAsync(connection, quoted, name, spec, imported, cancellation);
        await Journal.WriteAsync(connection, quoted, new JournalEntry(
            1, SchoolCalendar.Number(spec.From), JournalKind.Release, release, "the world's first release"), cancellation);
        await using var people = new NpgsqlBatch(connection, transaction);
        PeopleTables.Write(people, quoted, roster);
        await people.ExecuteNonQueryAsync(cancellation);
        if (imported)
        {
            await MarkImportedAsync(connection, quoted, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Every world, by name.</summary>
    public async Task<IReadOnlyList<WorldSummary>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        var found = new List<WorldSummary>();
        foreach (var name in await NamesAsync(connection, cancellation))
        {
            found.Add(await WorldSummary.ReadAsync(connection, name, cancellation));
        }
        return found;
    }

    /// <summary>The names of all worlds, whatever their version, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        return await NamesAsync(connection, cancellation);
    }

    /// <summary>Whether there is such a world.</summary>
    /// <exception cref="BadInputException">This is no world's name.</exception>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        return await Migrations.VersionAsync(connection, WorldName.Schema(name), cancellation) > 0;
    }

    /// <summary>Whether an engine holds this world now.</summary>
    public async Task<bool> IsHeldAsync(string name, CancellationToken cancellation)
    {
        await using var connection = database.NewUnpooled();
        await connection.OpenAsync(cancellation);
        return !await HeldWorld.TryLockAsync(connection, name, cancellation);
    }

    /// <summary>Brings every world that an older program made to what this one knows; returns their names.</summary>
    /// <exception cref="BadInputException">An engine holds an older world.</exception>
    /// <exception cref="EnvironmentException">A newer program made a world.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        var older = new List<string>();
        await using (var connection = await database.Source.OpenConnectionAsync(cancellation))
        {
            foreach (var name in await NamesAsync(connection, cancellation))
            {
                var version = await Migrations.VersionAsync(connection, WorldName.Schema(name), cancellation);
                if (version > Migrations.World.Current)
                {
                    throw Migrations.World.Newer(WorldName.Schema(name), version);
                }
                if (version < Migrations.World.Current)
                {
                    older.Add(name);
                }
            }
        }
        foreach (var name in older)
        {
            await (await AcquireAsync(name, "migration", cancellation)).DisposeAsync();
        }
        return older;
    }

    /// <summary>Brings an older world to what this program knows, and takes it for an engine.</summary>
    /// <inheritdoc cref="HeldWorld.AcquireAsync"/>
    public async Task<HeldWorld> AcquireAsync(string name, string holder, CancellationToken cancellation)
    {
        var held = await HeldWorld.AcquireAsync(database, name, holder, cancellation);
        try
        {
            await database.MigrateAsync(Migrations.World, WorldName.Schema(name), cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything that is counted of a world.</summary>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public Task<WorldStats> StatsAsync(string name, CancellationToken cancellation) =>
        WorldStats.ReadAsync(database, name, cancellation);

    /// <summary>Removes a world and all that is in it.</summary>
    /// <exception cref="BadInputException">There is no such world, or an engine holds it.</exception>
    public async Task DropAsync(string name, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(name);
        await using var connection = database.NewUnpooled();
        await connection.OpenAsync(cancellation);
        if (await Migrations.VersionAsync(connection, WorldName.Schema(name), cancellation) == 0)
        {
            throw HeldWorld.Unknown(name);
        }
        if (!await HeldWorld.TryLockAsync(connection, name, cancellation))
        {
            throw await HeldWorld.TakenAsync(connection, name, cancellation);
        }
        await using var command = new NpgsqlCommand($"DROP SCHEMA {schema} CASCADE", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, string schema, string name, WorldSpec spec, bool imported, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {schema}.world (name, spec, seed, first_day, roster) VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = WorldSpecYaml.Write(spec) });
        command.Parameters.Add(new() { Value = spec.Seed });
        command.Parameters.Add(new() { Value = spec.From.ToDateOnly() });
        command.Parameters.Add(new() { Value = imported ? "import" : "spec" });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task MarkImportedAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(string.Concat(
            PeopleTables.WithOrigin.Select(table => string.Create(
                CultureInfo.InvariantCulture, $"UPDATE {schema}.{table} SET origin = 'import';"))), connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> NamesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'schema_version'
            ORDER BY n.nspname COLLATE "C"
            """, connection);
        var names = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (WorldName.OfSchema(reader.GetString(0)) is { } name)
            {
                names.Add(name);
            }
        }
        return names;
    }
}
