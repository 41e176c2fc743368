using Npgsql;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

/// <summary>A stored world of which each test corrupts one row, looks, and takes that back.</summary>
public sealed class CorruptibleWorld(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Days = 8;

    internal TestWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await TestWorld.NewAsync(postgres);
        var school = new MadeUpSchool(0, 5);
        for (var day = 0; day < Days; day++)
        {
            school.Live(TestWorld.FirstDay + day);
        }
        await World.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1)));
        Assert.Empty((await World.VerifyAsync()).Failed);
    }

    public Task DisposeAsync() => World.DisposeAsync().AsTask();
}

/// <summary>Every table that holds more than what a person or a classroom is: a wrong row in it is found.</summary>
[Collection(PostgresTests.Name)]
public sealed class CorruptionTests(CorruptibleWorld house) : IClassFixture<CorruptibleWorld>
{
    /// <summary>Tables of what was put in, from the spec or a customer's export, and what an engine goes on from.</summary>
    private static readonly string[] Given =
    [
        "classroom_state", "classrooms", "courses", "enrollments", "guardians", "journal", "lease", "progress", "schema_version", "school_state",
        "school_years", "schools", "student_years", "students", "substitute_days", "teachers", "world",
    ];

    /// <summary>The check that finds it, the table, and what is done to one of its rows, or which row is put in.</summary>
    public static TheoryData<string, string, string> Corruptions { get; } = new()
    {
        { "student_day", "student_day", "SET hints = hints + 1" },
        { "student_day", "student_day", "DELETE" },
        { "classroom_day", "classroom_day", "SET students = students - 1" },
        { "course_day", "course_day", "SET session_ms = session_ms + 1" },
        { "school_day", "school_day", "SET tardy = tardy + 1" },
        { "student_skill", "student_skill", "SET mastery = mastery + 1" },
        { "student_skill", "student_skill", "SET mastered_at = first_practised_at - interval '1 ms'" },
        { "question_stats", "question_stats", "SET responses[1] = coalesce(responses[1], 0) + 1" },
        { "question_stats", "question_stats", "SET question_id = 999" },
        { "career_interest", "career_interest", "SET interest_after = interest_after - 1" },
        { "marks", "marks", "SET classrooms = '{0}'" },
        { "marks", "marks", "SET looks = '{1,0,0,0}'" },
        { "sequences", "marks", "SET sequence = sequence + 1" },
        { "sequences", "attempts", "DELETE" },
        { "sequences", "visits", "DELETE" },
        { "sessions", "sessions", "SET correct = correct + 1" },
        { "visits", "visits", "SET attempts = attempts + 1" },
        { "journeys", "journeys", "DELETE" },
        { "student_digests", "attempts", "SET response_ms = response_ms + 1" },
        { "student_digests", "attempts", "SET answered_at = answered_at + interval '1 ms'" },
        { "student_digests", "attendance", "SET reason = 4" },
        { "student_digests", "journeys", "SET companion = 0" },
        { "student_digests", "sessions", "SET device = 0" },
        { "student_digests", "visits", "SET item_id = item_id + 1" },
        { "student_digests", "career_explorations", "SET minutes = minutes + 1" },
        { "student_digests", "visits", "SET scenario_id = 3" },
        { "student_digests", "visits", "SET format = 1 - format" },
        { "student_digests", "assessments", "SET standard_error = 1" },
        { "assessments", "assessments", "SET correct = items + 1" },
        { "assessments", "assessments", "SET retake_of = 7" },
        { "student_digests", "interventions", "SET minutes = minutes + 1" },
        { "student_digests", "intervention_outcomes", "SET lessons = lessons + 1" },
        { "student_digests", "guardian_visits", "SET seconds = seconds + 1" },
        { "student_digests", "messages", "SET delivered = NOT delivered" },
        { "student_digests", "message_receipts", "SET kind = 1 - kind" },
        { "student_digests", "conferences", "SET held = NOT held" },
        { "student_digests", "report_cards", "SET grade = grade + 1" },
        { "student_digests", "behaviour_referrals", "SET action = action + 1" },
        { "student_digests", "awards", "SET value = value + 1" },
        { "digest", "student_state", "SET digest = sha256('x')" },
        { "strangers", "attendance", "SET id = 99999::bigint << 32" },
        { "classroom_pace", "classroom_pace", "VALUES (1, '2026-01-05', 0, 1, 0)" },
        { "student_benchmark", "student_benchmark", "SET autumn = autumn + 1" },
        { "student_totals", "student_totals", "SET absent = absent + 1" },
        { "school_active", "school_active", "SET retained = retained + 1" },
        { "classroom_skill", "classroom_skill", "SET met = met + 1" },
        { "classroom_tests", "classroom_tests", "SET correct = correct + 1" },
        { "intervention_week", "intervention_week", "SET minutes = minutes + 1" },
        { "student_career", "student_career", "SET minutes = minutes + 1" },
        { "guardian_day", "guardian_day", "SET visiting = visiting - 1" },
        { "guardian_group_month", "guardian_group_month", "SET read = read + 1" },
        { "guardian_groups", "guardian_groups", "SET guardians = guardians + 1" },
    };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task A_corrupted_row_is_found(string check, string table, string change)
    {
        await using var connection = await house.World.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var target = $"{TestWorld.Schema}.{table}";
        var one = $"WHERE ctid = (SELECT min(ctid) FROM {target})";
        var statement = change == "DELETE" ? $"DELETE FROM {target} {one}"
            : change.StartsWith("VALUES", StringComparison.Ordinal) ? $"INSERT INTO {target} {change}"
            : $"UPDATE {target} {change} {one}";
        await using var command = new NpgsqlCommand(statement, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        var verification = await new Verifier(house.World.Database, TestWorld.LoadAsync)
            .RunAsync(connection, TestWorld.Schema, null, CancellationToken.None);
        Assert.Contains(check, verification.Failed.Select(failed => failed.Name));
    }

    [Fact]
    public async Task Every_table_that_is_worked_out_has_a_corruption()
    {
        var tables = await house.World.AskAsync<string[]>($"""
            SELECT array_agg(relname::text) FROM pg_class
            WHERE relnamespace = '{TestWorld.Schema}'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            """);
        Assert.Equal(
            tables.Except(Given).Order(StringComparer.Ordinal),
            Corruptions.Select(row => (string)row[1]).Distinct().Order(StringComparer.Ordinal));
    }
}
