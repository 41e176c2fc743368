using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class EngineTests
{
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly int LastDay = SchoolCalendar.Number(new LocalDate(2026, 3, 15));
    private static readonly Release Release = SyntheticRelease.Make();

    [Fact]
    public async Task One_thread_and_four_give_the_same_digest_and_the_same_rows()
    {
        var (one, oneStore) = await BatchAsync(7, threads: 1);
        var (four, fourStore) = await BatchAsync(7, threads: 4);
        Assert.Equal(one, four);
        Assert.True(oneStore.Rows.Attempts.Count > 1000);
        Assert.Equal(Sorted(oneStore), Sorted(fourStore));
    }

    [Fact]
    public async Task Another_seed_gives_another_digest() =>
        Assert.NotEqual((await BatchAsync(7, 2)).Digest, (await BatchAsync(8, 2)).Digest);

    [Fact]
    public async Task A_seed_gives_the_digest_it_always_gave() =>
        Assert.StartsWith("f99a690486056078808d7ea178fdba84e40cc722c", (await BatchAsync(7, 2)).Digest, StringComparison.Ordinal);

    [Fact]
    public async Task A_span_in_three_pieces_gives_the_digest_of_one_go()
    {
        var whole = await BatchAsync(7, 2);
        var store = NewStore(7);
        foreach (var piece in (int[])[LastDay - 50, LastDay - 11, LastDay])
        {
            await RunAsync(store, piece, 2);
        }
        Assert.Equal(whole.Digest, (await OpenAsync(store)).Digest);
        Assert.Equal(Sorted(whole.Store), Sorted(store));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_failed_commit_loses_nothing_and_doubles_nothing(int commit)
    {
        var whole = await BatchAsync(7, 2);
        var store = NewStore(7);
        store.FailAt = commit;
        await Assert.ThrowsAsync<IOException>(() => RunAsync(store, LastDay, 2));
        await RunAsync(store, LastDay, 2);
        Assert.Equal(whole.Digest, (await OpenAsync(store)).Digest);
        Assert.Equal(Sorted(whole.Store), Sorted(store));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_school_that_stored_nothing_is_lived_by_the_next_run(int school)
    {
        var whole = await BatchAsync(7, 2);
        var store = NewStore(7);
        store.FailSchool = school;
        await Assert.ThrowsAsync<IOException>(() => RunAsync(store, LastDay, 1));
        store.FailSchool = -1;
        await RunAsync(store, LastDay, 2);
        Assert.Equal(whole.Digest, (await OpenAsync(store)).Digest);
        Assert.Equal(Sorted(whole.Store), Sorted(store));
    }

    [Fact]
    public async Task An_engine_that_lost_its_lease_commits_nothing()
    {
        var store = NewStore(7);
        var world = await OpenWorld.OpenAsync(store, store.Lease, CancellationToken.None);
        store.TakeLease();
        await Assert.ThrowsAsync<LeaseLostException>(
            () => new BatchEngine(world, 2).RunToAsync(LastDay, null, CancellationToken.None));
        Assert.Equal(0, store.Rows.Count);
    }

    [Fact]
    public async Task Live_at_high_speed_gives_the_rows_and_the_digest_of_the_batch()
    {
        var lastDay = SchoolCalendar.Number(From) + 9;
        var batch = NewStore(7);
        await RunAsync(batch, lastDay, 2);
        var live = NewStore(7);
        await LiveAsync(live, lastDay, CancellationToken.None);
        Assert.Equal((await OpenAsync(batch)).Digest, (await OpenAsync(live)).Digest);
        Assert.Equal(Sorted(batch), Sorted(live));
    }

    [Fact]
    public async Task Live_stopped_in_the_middle_of_a_day_goes_on_without_a_seam()
    {
        var lastDay = SchoolCalendar.Number(From) + 3;
        var batch = NewStore(7);
        await RunAsync(batch, lastDay, 2);
        var store = NewStore(7);
        using (var stop = new CancellationTokenSource())
        {
            var seen = 0;
            await LiveAsync(store, lastDay, stop.Token, () =>
            {
                if (++seen == 700)
                {
                    stop.Cancel();
                }
            });
        }
        Assert.InRange(store.Rows.Count, 1, batch.Rows.Count - 1);
        await LiveAsync(store, lastDay, CancellationToken.None);
        Assert.Equal(Sorted(batch), Sorted(store));
    }

    [Fact]
    public async Task What_an_evening_decides_reaches_the_next_day_and_changes_it()
    {
        var quiet = await BatchAsync(7, 2);
        var store = NewStore(7);
        var world = await OpenWorld.OpenAsync(store, store.Lease, CancellationToken.None, DirectingEvening);
        await new BatchEngine(world, 2).RunToAsync(LastDay, null, CancellationToken.None);
        Assert.NotEqual(quiet.Digest, world.Digest);

        var again = NewStore(7);
        foreach (var piece in (int[])[LastDay - 40, LastDay])
        {
            var reopened = await OpenWorld.OpenAsync(again, again.Lease, CancellationToken.None, DirectingEvening);
            await new BatchEngine(reopened, 1).RunToAsync(piece, null, CancellationToken.None);
        }
        Assert.Equal(world.Digest, (await OpenAsync(again)).Digest);
    }

    [Fact]
    public async Task Students_move_up_and_seniors_leave_at_the_turn_of_the_year()
    {
        var store = NewStore(7, new LocalDate(2026, 5, 25));
        var lastDay = SchoolCalendar.Number(new LocalDate(2026, 9, 20));
        await RunAsync(store, lastDay, 2);
        Assert.Equal([0, 1], store.Years.Select(roster => roster.Year).Distinct());
        var september = SchoolCalendar.Number(new LocalDate(2026, 9, 1));
        var later = store.Rows.Attendance.Where(row => row.Day >= september).Select(row => ActivityId.Student(row.Id)).ToHashSet();
        var year1 = store.Years.Last(roster => roster.Year == 1);
        var there = year1.Students.Select(student => student.Id)
            .Where(id => year1.DaysOf(id) is var own && own.FirstDay <= september && own.LastDay >= lastDay);
        Assert.Subset(year1.Students.Select(student => student.Id).ToHashSet(), later);
        Assert.Superset(there.ToHashSet(), later);
        Assert.Contains(later, id => id >= 42);
        var pieces = NewStore(7, new LocalDate(2026, 5, 25));
        await RunAsync(pieces, SchoolCalendar.Number(new LocalDate(2026, 8, 16)), 2);
        await RunAsync(pieces, lastDay, 2);
        Assert.Equal((await OpenAsync(store)).Digest, (await OpenAsync(pieces)).Digest);
    }

    [Fact]
    public async Task Who_comes_late_or_leaves_early_has_activity_only_in_between()
    {
        var spec = Spec(7, From) with { Model = new ModelParameters { Mobility = 0.3 } };
        var store = new MemoryStore(spec, Release);
        await RunAsync(store, LastDay, 2);
        var roster = store.Years.First();
        var days = store.Rows.Attendance.ToLookup(row => ActivityId.Student(row.Id), row => row.Day);
        var movers = 0;
        foreach (var student in roster.Students)
        {
            var (_, first, last) = roster.DaysOf(student.Id);
            movers += first > roster.FirstDay || last < LastDay ? 1 : 0;
            Assert.All(days[student.Id], day => Assert.InRange(day, first, last));
            Assert.Equal(first <= LastDay, days[student.Id].Any());
        }
        Assert.InRange(movers, 6, 36);
    }

    [Fact]
    public async Task A_newer_release_takes_effect_at_its_day_and_keeps_what_students_know()
    {
        var day = SchoolCalendar.Number(From) + 30;
        var spec = Spec(7, From);
        var renewed = SyntheticRelease.Make(2, shift: 1);
        var store = new MemoryStore(spec, Release, renewed);
        store.Journal(new JournalEntry(2, day, JournalKind.Release, 2, "renewed"));
        await RunAsync(store, LastDay, 2);
        var gone = Release.Skills.Select(k => k.Number).Except(renewed.Skills.Select(k => k.Number)).ToHashSet();
        Assert.Contains(store.Rows.Attempts, row => row.Day < day && gone.Contains(row.Skill));
        Assert.DoesNotContain(store.Rows.Attempts, row => row.Day >= day && gone.Contains(row.Skill));
        var kept = store.Rows.Attempts.Where(row => row.Day >= day).GroupBy(row => (ActivityId.Student(row.Id), row.Skill));
        Assert.Contains(kept, group => group.Min(row => row.Opportunity) > 1);
    }

    [Fact]
    public async Task A_quarantined_student_is_still_and_the_class_goes_on()
    {
        var store = NewStore(7);
        var day = SchoolCalendar.Number(From) + 7;
        store.Journal(new JournalEntry(2, day, JournalKind.Quarantine, 20, "corrupt checkpoint"));
        await RunAsync(store, LastDay, 2);
        Assert.DoesNotContain(store.Rows.Attendance, row => row.Day >= day && ActivityId.Student(row.Id) == 20);
        Assert.Contains(store.Rows.Attendance, row => row.Day >= day && ActivityId.Student(row.Id) == 21);
    }

    [Fact]
    public async Task A_world_that_its_store_holds_up_says_so_catches_up_and_skips_nothing()
    {
        var lastDay = SchoolCalendar.Number(From.PlusDays(4));
        var (batch, store) = (NewStore(5), NewStore(5));
        await RunAsync(batch, lastDay, 1);
        store.Stall = TimeSpan.FromSeconds(2.5);
        var world = await OpenAsync(store);
        var wall = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var (late, ahead, caughtUp) = (TimeSpan.Zero, 0, 0);
        LiveEngine? engine = null;
        var clock = new PacedClock(null, world.Calendar.Dawn(world.CompleteThrough + 1), wall, 60_000);
        engine = new LiveEngine(world, clock, TimeProvider.System)
        {
            FellBehind = by => late = late > by ? late : by,
            CaughtUp = () => caughtUp++,
            Sink = live =>
            {
                ahead += engine!.Status.WorldNow > live.At ? 1 : 0;
                return ValueTask.CompletedTask;
            },
        };
        await engine.RunAsync(lastDay, CancellationToken.None);
        Assert.True(late > TimeSpan.FromSeconds(2), $"{late}");
        Assert.True(caughtUp > 0, "It never said that it had caught up.");
        Assert.Equal(0, ahead);
        Assert.Equal(Sorted(batch), Sorted(store));
        Assert.Equal((await OpenAsync(batch)).Digest, (await OpenAsync(store)).Digest);
    }

    private static ImmutableArray<Directive> DirectingEvening(
        int classroom, ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice)
    {
        mind.Evenings++;
        var directives = ImmutableArray.CreateBuilder<Directive>();
        foreach (var report in reports)
        {
            var math = report[Curriculum.Subject.Math];
            if (math.Skill >= 0 && math.Correct * 2 < math.Attempts)
            {
                directives.Add(new Directive(
                    classroom, mind.NextDirective++, report.Student, math.Skill, report.Day + 7, 10, DirectiveKind.Practise,
                    DirectiveTrigger.Struggle));
            }
        }
        return directives.ToImmutable();
    }

    private static WorldSpec Spec(long seed, LocalDate from) => new() { Seed = seed, From = from, Students = 42, ClassSize = 5 };

    private static MemoryStore NewStore(long seed, LocalDate? from = null) => new(Spec(seed, from ?? From), Release);

    private static Task<OpenWorld> OpenAsync(MemoryStore store) =>
        OpenWorld.OpenAsync(store, store.Lease, CancellationToken.None);

    private static async Task RunAsync(MemoryStore store, int lastDay, int threads) =>
        await new BatchEngine(await OpenAsync(store), threads).RunToAsync(lastDay, null, CancellationToken.None);

    private static async Task<(string Digest, MemoryStore Store)> BatchAsync(long seed, int threads)
    {
        var store = NewStore(seed);
        await RunAsync(store, LastDay, threads);
        return ((await OpenAsync(store)).Digest, store);
    }

    private static async Task LiveAsync(
        MemoryStore store, int lastDay, CancellationToken cancellation, Action? seen = null)
    {
        var world = await OpenAsync(store);
        var wall = TimeProvider.System.GetUtcNow();
        var start = world.Calendar.Dawn(world.CompleteThrough + 1);
        var clock = new PacedClock(null, start, Instant.FromDateTimeOffset(wall), 400_000);
        var engine = new LiveEngine(world, clock, TimeProvider.System)
        {
            Sink = _ =>
            {
                seen?.Invoke();
                return ValueTask.CompletedTask;
            },
        };
        await engine.RunAsync(lastDay, cancellation);
    }

    private static List<string> Sorted(MemoryStore store) =>
    [
        .. store.Rows.Attendance.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Journeys.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Sessions.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Visits.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Attempts.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Explorations.Select(row => row.ToString()).Order(StringComparer.Ordinal),
        .. store.Rows.Assessments.Select(row => row.ToString()).Order(StringComparer.Ordinal),
    ];
}
