using System.Data;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// Recomputes from a world's raw activity, as it is at one moment, every analytics table and the digest, and compares
/// them exactly with what is stored. Memory is bounded by a few students' rows.
/// </summary>
/// <param name="releases">Loads a release of the catalogue.</param>
public sealed class Verifier(Database database, Func<int, CancellationToken, Task<Release>> releases)
{
    private const int StudentsAtATime = 64;
    private const string Digest = "digest";
    private const string Strangers = "strangers";

    /// <summary>Every table of raw activity.</summary>
    internal static string[] ActivityTables { get; } =
    [
        AttendanceTable.Name, JourneyTable.Name, SessionTable.Name, VisitTable.Name, AttemptTable.Name,
        ExplorationTable.Name, AssessmentTable.Name, InterventionTable.Name, InterventionOutcomeTable.Name,
        GuardianVisitTable.Name, MessageTable.Name, ReceiptTable.Name, ConferenceTable.Name,
        ReportCardTable.Name, ReferralTable.Name, AwardTable.Name,
    ];

    /// <param name="progress">Told of how much is done, from 0 to 1.</param>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public async Task<Verification> RunAsync(
        string world, IProgress<double>? progress, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(world);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await RunAsync(connection, schema, progress, cancellation);
    }

    /// <summary>The same within a transaction that is under way.</summary>
    internal async Task<Verification> RunAsync(
        NpgsqlConnection connection, string schema, IProgress<double>? progress, CancellationToken cancellation)
    {
        var findings = new Findings([.. RollupCheck.Tables, .. StudentCheck.Names, Digest, Strangers]);
        var parts = RollupCheck.Tables.Length + 2.0;
        for (var i = 0; i < RollupCheck.Tables.Length; i++)
        {
            await RollupCheck.RunAsync(connection, schema, RollupCheck.Tables[i], findings, cancellation);
            progress?.Report((i + 1) / parts);
        }
        await CheckStudentsAsync(
            connection, schema, findings, done => progress?.Report((RollupCheck.Tables.Length + (2 * done)) / parts),
            cancellation);
        return findings.Result();
    }

    private async Task CheckStudentsAsync(
        NpgsqlConnection connection, string schema, Findings findings, Action<double> progress,
        CancellationToken cancellation)
    {
        var canonical = new CanonicalDay(await KeysAsync(connection, schema, cancellation));
        var begunDay = await BegunDayAsync(connection, schema, cancellation);
        var count = await CountAsync(connection, $"SELECT count(*) FROM {schema}.marks", cancellation);
        var (chains, done, met) = (new List<byte[]>(), 0L, 0L);
        for (var from = 0; ;)
        {
            var stored = await StoredStudents.ReadAsync(connection, schema, from, StudentsAtATime, cancellation);
            if (stored.Students.Count == 0)
            {
                break;
            }
            met += stored.Rows.Count;
            foreach (var (student, rows) in stored.Students.Zip(StudentRows.Split(stored.Rows, stored.Students.Select(s => s.Id))))
            {
                var chain = new StudentCheck(student, rows, begunDay > student.CompleteDay, findings).Run(canonical);
                if (student.Digest.Length > 0)
                {
                    chains.Add(chain);
                }
            }
            from = stored.Students[^1].Id + 1;
            done += stored.Students.Count;
            progress((double)done / count);
        }
        await CheckStrangersAsync(connection, schema, met, findings, cancellation);
        await CheckDigestAsync(connection, schema, chains, findings, cancellation);
    }

    private async Task<CatalogueKeys> KeysAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var bound = new List<Release>();
        var journal = await Journal.ReadAsync(connection, schema, null, cancellation);
        foreach (var entry in journal.Where(entry => entry.Kind == JournalKind.Release).DistinctBy(entry => entry.Value))
        {
            bound.Add(await releases(entry.Value, cancellation));
        }
        return new CatalogueKeys(bound);
    }

    // Rows of nobody, or beside the students' own, would else be met by no check.
    private static async Task CheckStrangersAsync(
        NpgsqlConnection connection, string schema, long met, Findings findings, CancellationToken cancellation)
    {
        var counts = string.Join(" + ", ActivityTables.Select(table => $"(SELECT count(*) FROM {schema}.{table})"));
        var all = await CountAsync(connection, $"SELECT {counts}", cancellation);
        if (all != met)
        {
            findings.Differ(Strangers, $"{met} rows of students", $"{all} rows");
        }
    }

    private static async Task CheckDigestAsync(
        NpgsqlConnection connection, string schema, List<byte[]> students, Findings findings,
        CancellationToken cancellation)
    {
        var actual = await Checkpoints.DigestAsync(connection, schema, cancellation);
        var expected = await Checkpoints.DigestAsync(connection, schema, students, cancellation);
        if (expected != actual)
        {
            findings.Differ(Digest, expected, actual);
        }
    }

    private static async Task<int> BegunDayAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT begun_day FROM {schema}.progress", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !reader.IsDBNull(0) ? reader.Day(0) : int.MinValue;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
