using Pathfinity.Determinism;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class VerifierTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Days = 8;
    private TestWorld world = null!;

    public async Task InitializeAsync() => world = await TestWorld.NewAsync(postgres);

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Sums_equal_the_rows_after_any_batches_that_overlap(int seed)
    {
        var dice = Dice.Of((ulong)seed).Roll();
        var schools = TestWorld.Roster.Schools.Select(s => new MadeUpSchool(s.Id, (ulong)seed)).ToList();
        var stored = new Dictionary<int, int>();
        for (var day = TestWorld.FirstDay; day < TestWorld.FirstDay + Days; day++)
        {
            schools.ForEach(school => school.Live(day));
            for (var batch = 0; batch < 4; batch++)
            {
                var school = dice.Pick(schools);
                await world.CommitAsync(school.Batch(student =>
                {
                    var from = 1 + dice.Below(stored.GetValueOrDefault(student) + 1);
                    var to = from + dice.Below(school.Last(student) - from + 2) - 1;
                    stored[student] = Math.Max(stored.GetValueOrDefault(student), to);
                    return (from, to);
                }));
            }
            await world.Store.BeginDaysAsync(world.Lease, day, CancellationToken.None);
            Assert.Empty((await world.VerifyAsync()).Failed);
        }
        foreach (var school in schools)
        {
            await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1)));
        }
        Assert.Empty((await world.VerifyAsync()).Failed);
        Assert.NotEqual(0, await world.AskAsync<long>("SELECT sum(students) FROM world.course_day"));
    }

    [Fact]
    public async Task A_day_under_way_is_in_the_sums_but_not_in_the_digest()
    {
        var school = await StoreAsync();
        var digest = (await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None)).Digest;
        var complete = school.Students.ToDictionary(student => student, school.Last);
        school.Live(TestWorld.FirstDay + Days);
        await world.Store.BeginDaysAsync(world.Lease, TestWorld.FirstDay + Days, CancellationToken.None);
        await world.CommitAsync(school.Batch(
            student => (1, complete[student] + ((school.Last(student) - complete[student]) / 2))));
        var verification = await world.VerifyAsync();
        Assert.Empty(verification.Failed);
        Assert.Contains("digest", verification.Checks);
        Assert.Equal(digest, (await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None)).Digest);
    }

    [Theory]
    [InlineData("student_day", "student_day", "SET hints = hints + 1")]
    [InlineData("student_day", "student_day", "DELETE")]
    [InlineData("classroom_day", "classroom_day", "SET students = students - 1")]
    [InlineData("course_day", "course_day", "SET session_ms = session_ms + 1")]
    [InlineData("school_day", "school_day", "SET tardy = tardy + 1")]
    [InlineData("student_skill", "student_skill", "SET mastery = mastery + 1")]
    [InlineData("student_skill", "student_skill", "SET mastered_at = first_practised_at - interval '1 ms'")]
    [InlineData("question_stats", "question_stats", "SET responses[1] = coalesce(responses[1], 0) + 1")]
    [InlineData("question_stats", "question_stats", "SET question_id = 999")]
    [InlineData("career_interest", "career_interest", "SET interest_after = interest_after - 1")]
    [InlineData("marks", "marks", "SET classrooms = '{0}'")]
    [InlineData("sequences", "marks", "SET sequence = sequence + 1")]
    [InlineData("sequences", "attempts", "DELETE")]
    [InlineData("sequences", "visits", "DELETE")]
    [InlineData("sessions", "sessions", "SET correct = correct + 1")]
    [InlineData("visits", "visits", "SET attempts = attempts + 1")]
    [InlineData("journeys", "journeys", "DELETE")]
    [InlineData("student_digests", "attempts", "SET response_ms = response_ms + 1")]
    [InlineData("student_digests", "attempts", "SET answered_at = answered_at + interval '1 ms'")]
    [InlineData("student_digests", "attendance", "SET reason = 4")]
    [InlineData("student_digests", "journeys", "SET companion = 0")]
    [InlineData("student_digests", "sessions", "SET device = 0")]
    [InlineData("student_digests", "visits", "SET item_id = item_id + 1")]
    [InlineData("student_digests", "career_explorations", "SET minutes = minutes + 1")]
    [InlineData("student_digests", "visits", "SET scenario_id = 3")]
    [InlineData("student_digests", "assessments", "SET standard_error = 1")]
    [InlineData("assessments", "assessments", "SET correct = items + 1")]
    [InlineData("assessments", "assessments", "SET retake_of = 7")]
    [InlineData("student_digests", "interventions", "SET minutes = minutes + 1")]
    [InlineData("student_digests", "intervention_outcomes", "SET lessons = lessons + 1")]
    [InlineData("student_digests", "guardian_visits", "SET seconds = seconds + 1")]
    [InlineData("student_digests", "messages", "SET delivered = NOT delivered")]
    [InlineData("student_digests", "message_receipts", "SET kind = 1 - kind")]
    [InlineData("student_digests", "conferences", "SET held = NOT held")]
    [InlineData("student_digests", "report_cards", "SET grade = grade + 1")]
    [InlineData("student_digests", "behaviour_referrals", "SET action = action + 1")]
    [InlineData("student_digests", "awards", "SET value = value + 1")]
    [InlineData("digest", "student_state", "SET digest = sha256('x')")]
    [InlineData("strangers", "attendance", "SET id = 99999::bigint << 32")]
    public async Task A_corrupted_row_is_found(string check, string table, string change)
    {
        await StoreAsync();
        Assert.Empty((await world.VerifyAsync()).Failed);
        var statement = change == "DELETE" ? $"DELETE FROM world.{table}" : $"UPDATE world.{table} {change}";
        Assert.Equal(1, await world.RunAsync($"{statement} WHERE ctid = (SELECT min(ctid) FROM world.{table})"));
        Assert.Contains(check, (await world.VerifyAsync()).Failed.Select(failed => failed.Name));
    }

    [Fact]
    public async Task What_differs_is_shown()
    {
        await StoreAsync();
        await world.RunAsync("UPDATE world.school_day SET journeys = 4711");
        var failed = Assert.Single((await world.VerifyAsync()).Failed);
        Assert.Contains("\"journeys\":4711", failed.Actual, StringComparison.Ordinal);
        Assert.Contains($"the first of {Days} that differ", failed.Actual, StringComparison.Ordinal);
        Assert.Contains("\"journeys\":", failed.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failed.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named()
    {
        var verifier = new Verifier(world.Database, (_, _) => Task.FromResult(TestWorld.Release));
        var e = await Assert.ThrowsAsync<BadInputException>(() => verifier.RunAsync("none", null, CancellationToken.None));
        Assert.Contains("'none'", e.Message, StringComparison.Ordinal);
    }

    private async Task<MadeUpSchool> StoreAsync()
    {
        var school = new MadeUpSchool(0, 5);
        for (var day = 0; day < Days; day++)
        {
            school.Live(TestWorld.FirstDay + day);
        }
        await world.CommitAsync(school.Everything(school.Checkpoint(TestWorld.FirstDay + Days - 1)));
        return school;
    }
}
