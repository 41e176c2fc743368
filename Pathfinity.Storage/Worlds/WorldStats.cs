using System.Data;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>What there is of a world, counted row by row at one moment.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The last day that is complete in all its schools; null before the first.</param>
/// <param name="Digest">Of the world up to its last checkpoints.</param>
/// <param name="Tables">Rows of each table, by name.</param>
public sealed record WorldStats(
    string World, long Seed, long Students, long Classrooms, long Courses, long Schools, DateOnly From, DateOnly? To,
    long Sessions, long Attempts, string Digest, IReadOnlyDictionary<string, long> Tables)
{
    private static readonly string[] Counted =
    [
        "schools", "courses", "teachers", "classrooms", "students", "student_years", "guardians", "enrollments", "journal",
        AttendanceTable.Name, JourneyTable.Name, SessionTable.Name, VisitTable.Name, AttemptTable.Name,
        ExplorationTable.Name, AssessmentTable.Name, InterventionTable.Name, InterventionOutcomeTable.Name,
        GuardianVisitTable.Name, MessageTable.Name, ReceiptTable.Name, ConferenceTable.Name,
        ReportCardTable.Name, ReferralTable.Name, AwardTable.Name, "substitute_days",
        .. RollupCheck.SumTables,
    ];

    internal static async Task<WorldStats> ReadAsync(Database database, string world, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(world);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var summary = await WorldSummary.ReadAsync(connection, world, cancellation);
        var tables = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Counted)
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {schema}.{table}", connection) { CommandTimeout = 0 };
            tables.Add(table, (long)(await command.ExecuteScalarAsync(cancellation))!);
        }
        return new WorldStats(
            world, summary.Seed, tables["students"], tables["classrooms"], tables["courses"], tables["schools"],
            summary.From, summary.To, tables[SessionTable.Name], tables[AttemptTable.Name],
            await Checkpoints.DigestAsync(connection, schema, cancellation), tables);
    }
}
