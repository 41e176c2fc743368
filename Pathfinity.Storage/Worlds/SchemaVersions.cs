using System.Globalization;

namespace Pathfinity.Storage;

/// <summary>
/// The versions of a database's schemas. One process may bring them up to date; many that run together must all know
/// exactly what is there.
/// </summary>
public static class SchemaVersions
{
    /// <summary>Brings the catalogue, the cluster's schema and every world to what this program knows.</summary>
    /// <returns>The worlds that an older program had made.</returns>
    /// <exception cref="BadInputException">An engine holds an older world.</exception>
    /// <exception cref="EnvironmentException">A newer program made one of them.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(Database database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.MigrateAsync(Migrations.Catalogue, Migrations.CatalogueSchema, cancellation);
        await database.MigrateAsync(Migrations.Cluster, Migrations.ClusterSchema, cancellation);
        return await new Worlds(database).MigrateAsync(cancellation);
    }

    /// <summary>Sees that every schema is of the version that this program knows: neither older nor newer.</summary>
    /// <exception cref="EnvironmentException">One is not; the message says which, and what to do.</exception>
    public static async Task RequireAsync(Database database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        var schemas = await SchemasAsync(database, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        foreach (var (schema, known) in schemas)
        {
            var version = await Migrations.VersionAsync(connection, schema, cancellation);
            if (version > known.Current)
            {
                throw known.Newer(schema, version);
            }
            if (version < known.Current)
            {
                throw new EnvironmentException(string.Create(CultureInfo.InvariantCulture,
                    $"the schema {schema} has version {version} and this program knows {known.Current}; it does not join: "
                    + $"stop the others, run pathfinity world migrate, then start this one again"));
            }
        }
    }

    private static async Task<List<(string Schema, Migrations Known)>> SchemasAsync(
        Database database, CancellationToken cancellation)
    {
        List<(string, Migrations)> schemas =
        [
            (Migrations.CatalogueSchema, Migrations.Catalogue), (Migrations.ClusterSchema, Migrations.Cluster),
        ];
        foreach (var world in await new Worlds(database).NamesAsync(cancellation))
        {
            schemas.Add((WorldName.Schema(world), Migrations.World));
        }
        return schemas;
    }
}
