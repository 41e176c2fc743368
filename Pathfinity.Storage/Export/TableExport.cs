using System.Data;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>Writes tables to files, all as they were at one moment; memory does not grow with them.</summary>
public sealed class TableExport(Database database, DirectoryInfo folder, IProgress<string>? progress)
{
    private static readonly string Catalogue = Identifier.Quote(Migrations.CatalogueSchema);

    /// <summary>Skills, content items, questions and career scenarios.</summary>
    /// <exception cref="BadInputException">There is no catalogue yet.</exception>
    public async Task<IReadOnlyList<ExportedFile>> CatalogueAsync(TableFormat format, CancellationToken cancellation)
    {
        await CatalogueStore.OpenAsync(database, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await CatalogueStore.RequireAsync(connection, cancellation);
        return await WriteAsync(connection, "export.catalogue", "", format, cancellation);
    }

    /// <summary>The people of a world and what they did.</summary>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public async Task<IReadOnlyList<ExportedFile>> WorldAsync(string world, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        await CatalogueStore.RequireAsync(connection, cancellation);
        return await WriteAsync(connection, "export.world", WorldName.Quoted(world), TableFormat.Csv, cancellation);
    }

    private async Task<IReadOnlyList<ExportedFile>> WriteAsync(
        NpgsqlConnection connection, string queries, string world, TableFormat format, CancellationToken cancellation)
    {
        folder.Create();
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var file = new TableFile(connection, folder, format);
        var written = new List<ExportedFile>();
        foreach (var (name, query) in EmbeddedSql.Folder(queries))
        {
            var table = Path.GetFileNameWithoutExtension(name);
            progress?.Report(table);
            var sql = query.Replace("{world}", world, StringComparison.Ordinal)
                .Replace("{catalogue}", Catalogue, StringComparison.Ordinal);
            written.Add(await file.WriteAsync(table, sql, cancellation));
        }
        return written;
    }
}
