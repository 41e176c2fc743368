using Npgsql;
using Pathfinity.Content.Qti;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>Writes the newest release as QTI 3.0 packages, one for each subject and grade.</summary>
public sealed class QtiExport(Database database, DirectoryInfo folder, IProgress<string>? progress)
{
    private static readonly string Schema = Identifier.Quote(Migrations.CatalogueSchema);

    /// <exception cref="BadInputException">There is no catalogue yet.</exception>
    public async Task<IReadOnlyList<ExportedFile>> WriteAsync(CancellationToken cancellation)
    {
        await CatalogueStore.OpenAsync(database, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await CatalogueStore.RequireAsync(connection, cancellation);
        folder.Create();
        var written = new List<ExportedFile>();
        foreach (var subject in Subjects.All)
        {
            foreach (var grade in Grade.All)
            {
                progress?.Report($"{subject.Key()} {grade}");
                if (await PackageAsync(connection, subject, grade, cancellation) is { Rows: > 0 } file)
                {
                    written.Add(file);
                }
            }
        }
        return written;
    }

    private async Task<ExportedFile> PackageAsync(
        NpgsqlConnection connection, Subject subject, Grade grade, CancellationToken cancellation)
    {
        var name = $"{subject.Key()}-{grade}";
        var whole = Path.Combine(folder.FullName, $"{name}.zip");
        var partial = whole + ".partial";
        var items = 0;
        try
        {
            await using (var stream = File.Create(partial))
            {
                using var package = new QtiPackage(stream, $"pathfinity-{name}");
                await foreach (var stored in StoredQuestion.ReadAsync(connection, Schema, Where(subject, grade), cancellation))
                {
                    package.Add(stored.Question, stored.Skill.Name);
                }
                items = package.Items;
            }
            if (items > 0)
            {
                File.Move(partial, whole, overwrite: true);
            }
            return new ExportedFile($"{name}.zip", items);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static string Where(Subject subject, Grade grade) => $"""
        WHERE number IN (
            SELECT r.number FROM {Schema}.release_questions r
            JOIN {Schema}.release_skills k ON k.release = r.release AND k.ordinal = r.skill
            JOIN {Schema}.skills s ON s.number = k.number
            WHERE r.release = (SELECT max(number) FROM {Schema}.releases)
                AND s.subject = '{subject.Key()}' AND s.grade = '{grade}')
        """;
}
