using NodaTime;
using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests;

[Collection(SimulatedWorldCollection.Name)]
public sealed class AnalyticsTests(SimulatedWorld world)
{
    private const string Schema = "\"world_" + SimulatedWorld.Name + "\"";

    // What does not follow from activity has tests of its own.
    private static readonly string[] Given = ["benchmark_norms", "pacing_guide"];

    /// <summary>A change of one row that each view rests on.</summary>
    public static TheoryData<string, string> Corruptions { get; } = new()
    {
        { "daily_active_students", "school_day SET students = students + 1" },
        { "weekly_active_students", "school_active SET retained = retained + 1 WHERE grain = 'week'" },
        { "monthly_active_students", "school_active SET newcomers = newcomers + 1 WHERE grain = 'month'" },
        { "engagement_week", "school_day SET session_ms = session_ms + 60000000 WHERE attempts > 0" },
        { "classroom_week", "classroom_day SET hints = hints + 1000 WHERE attempts > 0" },
        { "attendance_week", "school_day SET tardy = tardy + 1 WHERE present > 0" },
        { "student_attendance", "student_totals SET absent = absent + 1" },
        { "chronic_absence", "student_totals SET absent = absent + present, present = 0 WHERE absent = 0" },
        { "subgroup_year", "student_totals SET session_ms = session_ms + 600000000" },
        { "cohort_year", "student_totals SET year = 1" },
        { "benchmark_growth", "student_benchmark SET winter = winter + 1" },
        { "benchmark_proficiency", "student_benchmark SET winter = 3000" },
        { "growth_summary", "student_benchmark SET autumn = winter - 20" },
        { "test_results", "classroom_tests SET correct = 0 WHERE correct > 0" },
        { "skill_mastery", "classroom_skill SET met = met + 1" },
        { "standard_mastery", "classroom_skill SET mastered = mastered + 1 WHERE skill_id IN (SELECT number FROM catalogue.skills WHERE standards <> '{}')" },
        { "struggle", "classroom_skill SET stuck = stuck + 1" },
        { "wheel_spinning", "student_skill SET mastered_at = last_practised_at WHERE mastered_at IS NULL AND mastery < 800 AND attempts >= 15" },
        { "intervention_effect", "intervention_week SET mastery_after = mastery_after + 100000 WHERE measured > 0" },
        { "teacher_week", "intervention_week SET minutes = minutes + 1 WHERE begun > 0" },
        { "career_week", "career_interest SET browsed = browsed + 1" },
        { "career_exploration", "student_career SET minutes = minutes + 1" },
        { "question_quality", "question_stats SET rest_correct = rest_correct / 2 WHERE rated_correct > 1 AND rated > rated_correct" },
        { "distractor_use", "question_stats SET responses[1] = responses[1] + 1 WHERE responses[1] > 0" },
        { "item_quality", "question_stats SET shown = shown + 1" },
        { "stories", "student_career SET interest_first = 0, interest_last = 9999, chosen = 9999" },
        { "student_mastery", "student_skill SET mastery = mastery - 1" },
        { "classroom_rates", "classroom_day SET response_ms = response_ms * 2 WHERE attempts > 0" },
        { "question_totals", "question_stats SET other = other + 1" },
        { "career_totals", "career_interest SET chosen = chosen + 1" },
        { "pace_week", "classroom_pace SET places = places + 1000" },
        { "school_flow", "student_years SET school_id = 1 - school_id WHERE school_id < 2" },
        { "guardian_week", "guardian_day SET answered = answered + 1" },
        { "guardian_month", "guardian_groups SET guardians = guardians + 20" },
    };

    [Fact]
    public async Task Every_view_has_a_check_and_a_corruption()
    {
        await using var command = world.Database.Source.CreateCommand(
            $"SELECT relname::text FROM pg_class WHERE relnamespace = '{Schema}'::regnamespace AND relkind = 'v' ORDER BY relname");
        var views = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            views.Add(reader.GetString(0));
        }
        views.RemoveAll(Given.Contains);
        Assert.Empty(views.Except(RollupCheck.Tables));
        Assert.Equal(views.Order(StringComparer.Ordinal), Corruptions.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_world_that_was_lived_has_the_figures_of_its_activity() =>
        Assert.Empty(await FailedAsync(RollupCheck.Tables, null));

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task A_corrupted_sum_is_seen_in_the_view_that_rests_on_it(string view, string change) =>
        Assert.Contains(view, await FailedAsync(RollupCheck.Under(view), change));

    [Fact]
    public async Task Norms_are_those_of_the_student_model()
    {
        await using var command = world.Database.Source.CreateCommand(
            $"SELECT subject, grade, window_number, mean, deviation FROM {Schema}.{Given[0]}");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        for (; await reader.ReadAsync(); rows++)
        {
            var week = reader.GetInt16(2) switch { 1 => 4, 2 => 20, _ => 32 };
            var (mean, deviation) = Learning.Norms.At((Subject)reader.GetInt16(0), Grade.Parse(reader.GetString(1)), week);
            Assert.InRange(reader.GetInt32(3) - (10 * mean), -0.51, 0.51);
            Assert.InRange(reader.GetInt32(4) - (10 * deviation), -0.51, 0.51);
        }
        Assert.Equal(2 * 13 * 3, rows);
    }

    [Fact]
    public async Task The_pacing_guide_is_that_of_the_teachers()
    {
        var start = SchoolCalendar.Number(new LocalDate(2025, 8, 18));
        await using var command = world.Database.Source.CreateCommand(
            $"SELECT place, skills, first_day - DATE '1970-01-01', last_day - DATE '1970-01-01' FROM {Schema}.pacing_guide");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        for (; await reader.ReadAsync(); rows++)
        {
            var (place, skills, first, last) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
            var next = place + 1 < skills ? PacingGuide.FirstWeek(place + 1, skills, 41) : 41;
            Assert.Equal(start + (7 * PacingGuide.FirstWeek(place, skills, 41)), first);
            Assert.Equal(start + (7 * Math.Max(PacingGuide.FirstWeek(place, skills, 41) + 1, next)) - 1, last);
        }
        Assert.True(rows > 14 * 4, $"{rows} skills are planned.");
    }

    [Fact]
    public async Task A_students_stories_are_found_without_ranking_classes()
    {
        Assert.Contains("classroom_day", await PlanAsync("SELECT * FROM {0}.stories"), StringComparison.Ordinal);
        var plan = await PlanAsync("SELECT * FROM {0}.stories WHERE student_id = 5");
        Assert.Contains("student_career", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("classroom_day", plan, StringComparison.Ordinal);

        async Task<string> PlanAsync(string query)
        {
            await using var command = world.Database.Source.CreateCommand(
                "EXPLAIN (FORMAT JSON) " + query.Replace("{0}", Schema, StringComparison.Ordinal));
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }

    [Fact]
    public async Task Groups_of_fewer_than_ten_are_not_shown()
    {
        Assert.Equal(0L, await SqlText.AskAsync<long>(world.Database.Source, $"""
            SELECT count(*) FROM (
                SELECT students FROM {Schema}.subgroup_year WHERE students < 10 OR suppressed AND num_nonnulls(students, attempts, accuracy) > 0
                UNION ALL SELECT students FROM {Schema}.cohort_year WHERE students < 10 OR suppressed AND num_nonnulls(students, attempts) > 0
                UNION ALL SELECT count(*) FROM {Schema}.subgroup_year GROUP BY year, kind HAVING count(*) FILTER (WHERE suppressed) = 1
                UNION ALL SELECT guardians FROM {Schema}.guardian_month
                WHERE guardians < 10 OR suppressed AND num_nonnulls(guardians, visiting, digests_opened, delivered, conferences) > 0
                UNION ALL SELECT count(*) FROM {Schema}.guardian_month
                GROUP BY year, month, kind HAVING count(*) FILTER (WHERE suppressed) = 1
            ) AS shown
            """));
        Assert.NotEqual(0L, await SqlText.AskAsync<long>(
            world.Database.Source, $"SELECT count(*) FROM {Schema}.subgroup_year WHERE suppressed"));
    }

    /// <summary>Which of some checks fail after a change of one row, which is undone.</summary>
    private async Task<List<string>> FailedAsync(string[] tables, string? change)
    {
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (change is not null)
        {
            await using var command = new NpgsqlCommand(OfOneRow(change), connection);
            Assert.True(await command.ExecuteNonQueryAsync() == 1, "There is nothing to corrupt.");
        }
        var findings = new Findings(tables);
        foreach (var table in tables)
        {
            await RollupCheck.RunAsync(connection, Schema, table, findings, CancellationToken.None);
        }
        return [.. findings.Result().Failed.Select(failed => failed.Name)];
    }

    private static string OfOneRow(string change)
    {
        var table = change[..change.IndexOf(' ', StringComparison.Ordinal)];
        var parts = change.Split(" WHERE ", 2);
        var condition = parts.Length > 1 ? parts[1] : "true";
        return $"UPDATE {Schema}.{parts[0]} WHERE ctid = (SELECT min(ctid) FROM {Schema}.{table} WHERE {condition})";
    }
}
