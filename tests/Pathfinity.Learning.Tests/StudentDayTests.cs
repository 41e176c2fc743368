using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning.Tests;

public sealed class StudentDayTests
{
    private static readonly Grade Four = Grade.Parse("4");

    [Theory]
    [InlineData(1, "4", "d22f4e23e490f8fae739456a2abbf301e6d9eb1e3")]
    [InlineData(2, "PK", "ab718cf79726651bb9c59e4bda4065dfbc630a0d2")]
    [InlineData(3, "11", "c159a65608c9466521e450ec539068fe3aaa7e634")]
    public void A_student_lives_the_four_weeks_it_always_lived(ulong seed, string grade, string digest)
    {
        var chain = new byte[DigestChain.Length];
        foreach (var (day, activity) in Fixture.Weeks(seed, Grade.Parse(grade), 4).Log)
        {
            var line = $"{day} {activity.At} {activity.Sequence} {activity.Payload}";
            DigestChain.Append(chain, System.Text.Encoding.UTF8.GetBytes(line));
        }
        Assert.StartsWith(digest, Convert.ToHexStringLower(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_no_field_of_the_payload_reads_do_not_tell_activities_apart()
    {
        var taken = new AttendanceTaken(AttendanceStatus.Absent, AbsenceReason.Illness);
        Span<Activity> pair = [new(1, 2, taken), new(1, 2, taken)];
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(pair)[^1] ^= 1;
        Assert.Equal(pair[0], pair[1]);
        Assert.Equal(pair[0].GetHashCode(), pair[1].GetHashCode());
        Assert.NotEqual(pair[0], new Activity(1, 2, taken with { Reason = AbsenceReason.Family }));
        Assert.Equal($"2 at 1: {taken}", pair[0].ToString());
    }

    [Fact]
    public void Taking_a_day_bit_by_bit_or_at_once_is_the_same_and_leaves_the_dawn_as_it_was()
    {
        var traits = Fixture.Student(5);
        var dawn = Fixture.Weeks(5, Four, 1).Mind;
        var before = Bytes(dawn);
        var brief = Fixture.Brief(Fixture.Monday + 7, Four);
        var (whole, run) = Fixture.Live(traits, dawn, brief);
        var lazy = StudentDay.Begin(0, traits, dawn, brief, traits.Dice.Fork("days").Fork(brief.Day.Number));
        for (var i = 0; i < 5; i++)
        {
            Assert.True(lazy.TryNext(out _));
        }
        Assert.Throws<InvalidOperationException>(() => lazy.Dusk);
        Assert.Throws<InvalidOperationException>(() => lazy.Report);
        var (again, _) = Fixture.Live(traits, dawn, brief);
        Assert.Equal(whole, again);
        Assert.Equal(before, Bytes(dawn));
        Assert.NotEqual(before, Bytes(run.Dusk));
    }

    [Fact]
    public void Time_and_sequence_go_on_and_identifiers_name_what_began_before()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var (log, mind) = Fixture.Weeks(seed, Grade.FromOrdinal((int)seed % Grade.Count), 2);
            var begun = new HashSet<int>();
            var (at, day) = (0, 0);
            for (var i = 0; i < log.Count; i++)
            {
                var activity = log[i].Activity;
                Assert.Equal(i + 1, activity.Sequence);
                Assert.True(log[i].Day > day || activity.At >= at, $"Seed {seed}: {activity.Kind} goes back in time.");
                (day, at) = (log[i].Day, activity.At);
                Assert.All(References(activity), reference => Assert.Contains(reference, begun));
                begun.Add(activity.Sequence);
            }
            Assert.Equal(log.Count + 1, mind.NextSequence);
        }
    }

    [Fact]
    public void What_ends_adds_up_to_what_happened_in_it()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var log = Fixture.Weeks(seed, Four, 2).Log.Select(entry => entry.Activity).ToList();
            var attempts = log.Where(a => a.Kind == ActivityKind.Attempted).Select(a => a.Attempt).ToList();
            var sessions = log.Where(a => a.Kind == ActivityKind.SessionEnded).Select(a => a.SessionEnd).ToList();
            var visits = log.Where(a => a.Kind == ActivityKind.VisitEnded).Select(a => a.VisitEnd).ToList();
            Assert.All(sessions, s => Assert.Equal(s.Attempts, attempts.Count(a => a.Session == s.Session)));
            Assert.All(visits, v => Assert.Equal(v.Correct, attempts.Count(a => a.Visit == v.Visit && a.Correct)));
            Assert.Equal(attempts.Count, sessions.Sum(s => s.Attempts));
            Assert.Equal(attempts.Count, visits.Sum(v => v.Attempts));
            Assert.Equal(log.Count(a => a.Kind == ActivityKind.VisitStarted), visits.Count);
            Assert.Equal(log.Count(a => a.Kind == ActivityKind.SessionStarted), sessions.Count);
            Assert.Equal(log.Count(a => a.Kind == ActivityKind.JourneyStarted), log.Count(a => a.Kind == ActivityKind.JourneyEnded));
        }
    }

    [Fact]
    public void Nothing_happens_after_the_bell()
    {
        const int EndMs = (5 * 3_600_000) + (45 * 60_000);
        for (var seed = 1UL; seed <= 60; seed++)
        {
            foreach (var (_, activity) in Fixture.Weeks(seed, Four, 1).Log)
            {
                if (activity.Kind == ActivityKind.SessionEnded && activity.SessionEnd.Place == Place.School)
                {
                    Assert.True(activity.At <= EndMs);
                }
            }
        }
    }

    [Theory]
    [InlineData("K", 20 * 60)]
    [InlineData("4", (20 * 60) + 45)]
    [InlineData("7", (21 * 60) + 45)]
    [InlineData("11", (22 * 60) + 30)]
    public void The_young_are_done_with_work_at_home_before_they_go_to_bed(string grade, int latestMinute)
    {
        var ends = Enumerable.Range(1, 150).SelectMany(seed => Fixture.Weeks((ulong)seed, Grade.Parse(grade), 2).Log)
            .Where(e => e.Activity.Kind is ActivityKind.SessionEnded && e.Activity.SessionEnd.Place == Place.Home)
            .Select(e => (4 * 60) + (e.Activity.At / 60_000)).ToList();
        Assert.True(ends.Count > 50);
        Assert.All(ends, end => Assert.True(end <= latestMinute));
        Assert.Contains(ends, end => end > latestMinute - 60);
    }

    [Fact]
    public void An_absent_student_does_nothing_that_day()
    {
        var absences = 0;
        for (var seed = 1UL; seed <= 60; seed++)
        {
            foreach (var day in Fixture.Weeks(seed, Four, 2).Log.GroupBy(entry => entry.Day))
            {
                var activities = day.Select(entry => entry.Activity).ToList();
                if (activities[0].Kind == ActivityKind.AttendanceTaken
                    && activities[0].Attendance.Status == AttendanceStatus.Absent)
                {
                    absences++;
                    Assert.Single(activities);
                }
            }
        }
        Assert.True(absences > 10);
    }

    [Fact]
    public void Practice_stops_after_three_right_in_a_row_and_ends_with_the_assessment()
    {
        var visits = Enumerable.Range(1, 30).SelectMany(seed => Fixture.Weeks((ulong)seed, Four, 2).Log
                .Where(entry => entry.Activity.Kind == ActivityKind.Attempted)
                .GroupBy(entry => (seed, entry.Activity.Attempt.Visit)))
            .Select(visit => visit.Select(entry => entry.Activity.Attempt).ToList()).ToList();
        Assert.Contains(visits, visit => visit.Count == 4 && visit.Take(3).All(a => a.Correct));
        Assert.All(visits, visit => Assert.DoesNotContain(
            visit.SkipLast(1), a => (a.Flags & AttemptFlags.Assessment) != 0));
        Assert.All(visits, visit => Assert.InRange(visit.Count, 1, 6));
    }

    [Fact]
    public void What_a_classroom_asks_for_comes_before_the_pathway()
    {
        var skill = Fixture.Syllabus.Cell(Subject.Math, Four).First + 2;
        var directive = new Directive(
            0, 0, 0, skill, Fixture.Monday + 7, 10, DirectiveKind.Practise, DirectiveTrigger.Struggle);
        var first = Enumerable.Range(1, 200).Select(seed =>
        {
            var brief = Fixture.Brief(Fixture.Monday, Four, DayKind.School, 45, directive);
            return Fixture.Live(Fixture.Student((ulong)seed), new Mind(), brief).Activities
                .Where(a => a.Kind == ActivityKind.VisitStarted && a.VisitStart.Subject == Subject.Math)
                .Select(a => a.VisitStart.Skill == skill).Take(1).ToArray();
        }).SelectMany(asked => asked).ToList();
        Assert.InRange(first.Average(asked => asked ? 1.0 : 0), 0.15, 0.55);
    }

    [Fact]
    public void Better_students_answer_more_and_practice_makes_better()
    {
        var students = Enumerable.Range(1, 120).Select(seed => (
            Ability: Fixture.Student((ulong)seed).Ability(Subject.Math),
            Attempts: Fixture.Weeks((ulong)seed, Four, 3).Log.Where(e => e.Activity.Kind == ActivityKind.Attempted)
                .Select(e => e.Activity.Attempt).ToList())).OrderBy(s => s.Ability).ToList();
        Assert.True(Accuracy(students.Take(40)) + 0.05 < Accuracy(students.Skip(80)));
        var all = students.SelectMany(s => s.Attempts).ToList();
        var first = all.Where(a => a.Opportunity == 1).Average(a => a.Correct ? 1.0 : 0);
        var tenth = all.Where(a => a.Opportunity is >= 9 and <= 12).Average(a => a.Correct ? 1.0 : 0);
        Assert.InRange(first, 0.50, 0.72);
        Assert.True(first + 0.05 < tenth, $"first {first:F3}, tenth {tenth:F3}");

        static double Accuracy(IEnumerable<(double Ability, List<Attempted> Attempts)> group) =>
            group.SelectMany(s => s.Attempts).Average(a => a.Correct ? 1.0 : 0);
    }

    private static byte[] Bytes(Mind mind)
    {
        var bytes = new byte[mind.Size];
        mind.Write(bytes);
        return bytes;
    }

    private static int[] References(Activity activity) => activity.Kind switch
    {
        ActivityKind.VisitStarted => [activity.VisitStart.Journey, activity.VisitStart.Session],
        ActivityKind.Attempted => [activity.Attempt.Session, activity.Attempt.Visit],
        ActivityKind.VisitEnded => [activity.VisitEnd.Journey, activity.VisitEnd.Visit],
        ActivityKind.SessionEnded => [activity.SessionEnd.Session],
        ActivityKind.CareerExplored => [activity.Exploration.Journey],
        ActivityKind.JourneyEnded => [activity.JourneyEnd.Journey],
        _ => [],
    };
}
