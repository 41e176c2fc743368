using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>
/// The append-only steps that make a kind of schema: embedded files <c>Schema/KIND/0001_name.sql</c>, 0002, ... in which
/// <c>{schema}</c> stands for the schema as an identifier and <c>{name}</c> for its name inside a string. Forward only; the
/// table <c>schema_version</c> keeps which were taken.
/// </summary>
public sealed class Migrations
{
    private readonly ImmutableArray<Step> steps;
    private readonly Migrations? catalogue;

    /// <param name="catalogue">The catalogue's own, where steps read its tables.</param>
    internal Migrations(ImmutableArray<Step> steps, Migrations? catalogue = null) =>
        (this.steps, this.catalogue) = (steps, catalogue);

    /// <summary>Name of the one schema that holds the catalogue.</summary>
    public const string CatalogueSchema = "catalogue";

    public static Migrations Catalogue { get; } = OfFolder("catalogue");

    /// <summary>Name of the one schema in which the silos of clusters find each other and grains keep their state.</summary>
    public const string ClusterSchema = "orleans";

    public static Migrations Cluster { get; } = OfFolder("cluster");

    public static Migrations World { get; } = OfFolder("world", Catalogue);

    /// <summary>The version that a schema has after all steps.</summary>
    public int Current => steps.Length;

    /// <summary>Names of the steps' files, in order.</summary>
    internal ImmutableArray<string> Names => [.. steps.Select(step => step.Name)];

    /// <summary>What a program knew that had only the first steps.</summary>
    internal Migrations Until(int version) => new(steps[..version], catalogue);

    /// <summary>The version of a schema; 0 when there is none.</summary>
    public static async Task<int> VersionAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var table = $"{Identifier.Quote(schema)}.schema_version";
        await using var look = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection);
        look.Parameters.Add(new() { Value = table });
        if (await look.ExecuteScalarAsync(cancellation) is not true)
        {
            return 0;
        }
        await using var read = new NpgsqlCommand($"SELECT coalesce(max(version), 0) FROM {table}", connection);
        return (int)(await read.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// Takes the steps that are missing, in the transaction that is under way on the connection; says whether the schema
    /// had none.
    /// </summary>
    /// <exception cref="EnvironmentException">The schema was made by a newer Pathfinity.</exception>
    internal async Task<bool> ApplyAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await RunAsync(connection, string.Create(
            CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({(long)Dice.Key("migrate " + schema)})"), cancellation);
        var version = await VersionAsync(connection, schema, cancellation);
        if (version > Current)
        {
            throw Newer(schema, version);
        }
        if (catalogue is not null && await VersionAsync(connection, CatalogueSchema, cancellation) < catalogue.Current)
        {
            await catalogue.ApplyAsync(connection, CatalogueSchema, cancellation);
        }
        if (version == 0)
        {
            await BeginAsync(connection, schema, cancellation);
        }
        for (var i = version; i < Current; i++)
        {
            await RunAsync(connection, InSchema(steps[i].Sql, schema), cancellation);
            await using var note = new NpgsqlCommand(
                $"INSERT INTO {Identifier.Quote(schema)}.schema_version (version, name) VALUES ($1, $2)", connection);
            note.Parameters.Add(new() { Value = i + 1 });
            note.Parameters.Add(new() { Value = steps[i].Name });
            await note.ExecuteNonQueryAsync(cancellation);
        }
        return version == 0;
    }

    internal EnvironmentException Newer(string schema, int version) => new(string.Create(CultureInfo.InvariantCulture,
        $"the schema {schema} was made by a newer Pathfinity (version {version}, this one knows {Current}); update this one"));

    // "IF NOT EXISTS" would ask for the right to create even where the database's owner has made the schema for us.
    private static async Task BeginAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var look = new NpgsqlCommand("""
            SELECT count(*), count(c.oid) FROM pg_namespace n
            LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v') AND c.relname <> 'schema_version'
            WHERE n.nspname = $1
            """, connection);
        look.Parameters.Add(new() { Value = schema });
        bool isThere;
        await using (var reader = await look.ExecuteReaderAsync(cancellation))
        {
            await reader.ReadAsync(cancellation);
            isThere = reader.GetInt64(0) > 0;
            if (reader.GetInt64(1) > 0)
            {
                throw new EnvironmentException(
                    $"the schema {schema} holds tables that are not Pathfinity's; rename it or use another name or database");
            }
        }
        if (!isThere)
        {
            await RunAsync(connection, $"CREATE SCHEMA {Identifier.Quote(schema)}", cancellation);
        }
        await RunAsync(connection, InSchema(VersionTable, schema), cancellation);
    }

    private const string VersionTable = """
        CREATE TABLE IF NOT EXISTS {schema}.schema_version (version int PRIMARY KEY, name text NOT NULL);
        COMMENT ON TABLE {schema}.schema_version IS 'Steps by which this schema was made, one row each.';
        COMMENT ON COLUMN {schema}.schema_version.version IS 'Number of the step, from 1.';
        COMMENT ON COLUMN {schema}.schema_version.name IS 'Name of the step''s file.';
        """;

    private static string InSchema(string sql, string schema) => sql
        .Replace("{schema}", Identifier.Quote(schema), StringComparison.Ordinal)
        .Replace("{name}", schema.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        // A step may count all that a world has.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Migrations OfFolder(string kind, Migrations? catalogue = null)
    {
        var files = EmbeddedSql.Folder(kind);
        return new Migrations([.. files.Select(file => new Step(file.Name, file.Text))], catalogue);
    }

    /// <param name="Name">Of its file, which begins with its number in four digits.</param>
    internal readonly record struct Step(string Name, string Sql);
}
