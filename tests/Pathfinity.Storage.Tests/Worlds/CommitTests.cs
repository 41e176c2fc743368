using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class CommitTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestWorld world = null!;

    public async Task InitializeAsync() => world = await TestWorld.NewAsync(postgres);

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task All_rows_of_a_batch_are_stored()
    {
        var batch = Lived(3).Everything();
        Assert.Equal(new Committed(batch.Rows.Count, 0), await world.CommitAsync(batch));
        Assert.Equal(batch.Rows.Attempts.Count, await world.AskAsync<long>("SELECT count(*) FROM world.attempts"));
        Assert.Equal(batch.Rows.Visits.Count, await world.AskAsync<long>("SELECT count(*) FROM world.visits"));
        Assert.Equal(batch.Rows.Attendance.Count, await world.AskAsync<long>("SELECT count(*) FROM world.attendance"));
    }

    [Fact]
    public async Task A_batch_again_changes_nothing()
    {
        var school = Lived(3);
        var batch = school.Everything(school.Checkpoint(TestWorld.FirstDay + 2));
        await world.CommitAsync(batch);
        var before = await PrintAsync();
        Assert.Equal(new Committed(0, batch.Rows.Count), await world.CommitAsync(batch));
        Assert.Equal(before, await PrintAsync());
    }

    [Fact]
    public async Task Rows_that_are_stored_already_are_dropped_from_a_batch()
    {
        var school = Lived(4);
        var some = school.Batch(student => (1, school.Last(student) / 2));
        var all = school.Everything();
        await world.CommitAsync(some);
        Assert.Equal(new Committed(all.Rows.Count - some.Rows.Count, some.Rows.Count), await world.CommitAsync(all));
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Fact]
    public async Task Sums_of_which_some_are_there_and_some_are_new_agree_with_the_rows()
    {
        var school = Lived(40);
        await world.CommitAsync(school.Batch(student => (1, school.Last(student) / 3)));
        await world.CommitAsync(school.Batch(student => (1 + (school.Last(student) / 3), null)));
        school.Live(TestWorld.FirstDay + 40);
        await world.CommitAsync(school.Everything());
        Assert.True(await world.AskAsync<long>("SELECT count(*) FROM world.student_day") > 500);
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Fact]
    public async Task A_gap_is_refused_and_nothing_is_written()
    {
        var school = Lived(2);
        var e = await Assert.ThrowsAsync<SequenceGapException>(() => world.CommitAsync(school.Batch(_ => (2, null))));
        Assert.Contains("those from 2 on do not follow", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.AskAsync<long>("SELECT count(*) FROM world.attendance"));
    }

    [Fact]
    public async Task A_student_who_has_not_entered_is_refused()
    {
        var batch = new ActivityBatch(0, new Rows(), [new Advance(4711, 1, 1)], null);
        var e = await Assert.ThrowsAsync<ArgumentException>(() => world.CommitAsync(batch));
        Assert.Contains("4711", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_beyond_the_end_that_a_batch_names_are_refused()
    {
        var batch = Lived(1).Everything();
        var shorter = batch with { Students = [.. batch.Students.Select(s => s with { ToSequence = s.ToSequence - 1 })] };
        await Assert.ThrowsAsync<ArgumentException>(() => world.CommitAsync(shorter));
        Assert.Equal(0, await world.AskAsync<long>("SELECT count(*) FROM world.journeys"));
    }

    [Fact]
    public async Task A_copy_whose_transaction_is_not_committed_leaves_nothing()
    {
        await world.CommitAsync(Lived(1).Everything());
        var before = await PrintAsync();
        await using (var connection = await world.Source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            List<AttemptRow> rows = [default(AttemptRow) with { Id = 1, Day = TestWorld.FirstDay }];
            await BinaryCopy.WriteAsync(
                connection, new ActivityRows<AttemptTable, AttemptRow>(TestWorld.Schema, rows), CancellationToken.None);
        }
        Assert.Equal(before, await PrintAsync());
    }

    [Fact]
    public async Task A_batch_that_fails_at_its_end_leaves_nothing()
    {
        await world.RunAsync("ALTER TABLE world.career_interest ADD CHECK (chosen < 0)");
        await Assert.ThrowsAsync<PostgresException>(() => world.CommitAsync(Lived(2).Everything()));
        Assert.Equal(0, await world.AskAsync<long>("SELECT count(*) FROM world.attempts"));
        Assert.Equal(0, await world.AskAsync<long>("SELECT count(*) FROM world.student_day"));
        Assert.Equal(0, await world.AskAsync<int>("SELECT max(sequence) FROM world.marks"));
    }

    [Fact]
    public async Task Who_lost_the_lease_can_commit_nothing()
    {
        await world.Held.DisposeAsync();
        await using var next = await world.Worlds.AcquireAsync(TestWorld.Name, "the next one", CancellationToken.None);
        var e = await Assert.ThrowsAsync<LeaseLostException>(() => world.CommitAsync(Lived(1).Everything()));
        Assert.Contains("the next one", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, await world.AskAsync<long>("SELECT count(*) FROM world.attendance"));
        Assert.Equal(1 + world.Lease.Epoch, next.Lease.Epoch);
    }

    [Fact]
    public async Task Months_get_partitions_as_they_come()
    {
        var school = new MadeUpSchool(0, 1);
        foreach (var day in new[] { 0, 30, 400 })
        {
            school.Live(TestWorld.FirstDay + day);
        }
        await world.CommitAsync(school.Everything());
        Assert.Equal("attempts_2026_01,attempts_2026_02,attempts_2027_02", await world.AskAsync<string>("""
            SELECT string_agg(relname, ',' ORDER BY relname)
            FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'world.attempts'::regclass
            """));
    }

    [Fact]
    public async Task Schools_may_commit_at_once()
    {
        var schools = TestWorld.Roster.Schools.Select(s => Lived(5, s.Id)).ToArray();
        var batches = schools.Select(s => s.Everything()).ToArray();
        var committed = await Task.WhenAll(batches.Select(world.CommitAsync));
        Assert.Equal(batches.Sum(batch => batch.Rows.Count), committed.Sum(c => c.Written));
        Assert.Empty((await world.VerifyAsync()).Failed);
    }

    [Fact]
    public async Task A_commit_and_each_of_its_copies_are_spans_of_who_asked()
    {
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Telemetry.Name or "tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var own = new ActivitySource("tests");
        using var day = own.StartActivity("school day");
        await world.CommitAsync(Lived(1).Everything());
        var commit = Assert.Single(seen, a => a.OperationName == "commit" && a.TraceId == day!.TraceId);
        var copy = Assert.Single(seen, a => a.OperationName == "copy attempts" && a.TraceId == day!.TraceId);
        Assert.Equal(day!.SpanId, commit.ParentSpanId);
        Assert.Equal(commit.SpanId, copy.ParentSpanId);
    }

    private static MadeUpSchool Lived(int days, int school = 0)
    {
        var lived = new MadeUpSchool(school, 1);
        for (var day = 0; day < days; day++)
        {
            lived.Live(TestWorld.FirstDay + day);
        }
        return lived;
    }

    /// <summary>All that is stored of activity, analytics, marks and checkpoints, in one line.</summary>
    private async Task<string> PrintAsync()
    {
        string[] tables =
        [
            .. RollupCheck.Tables, "attempts", "visits", "sessions", "journeys", "attendance", "career_explorations",
            "assessments", "interventions", "intervention_outcomes", "guardian_visits", "messages", "message_receipts", "conferences", "report_cards", "behaviour_referrals",
            "awards", "marks", "student_state", "classroom_state", "school_state",
        ];
        var prints = tables.Select(table =>
            $"(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM world.{table} AS t)");
        return await world.AskAsync<string>($"SELECT concat_ws(',', {string.Join(", ", prints)})");
    }
}
