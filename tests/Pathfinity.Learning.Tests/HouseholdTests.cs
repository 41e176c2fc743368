using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning.Tests;

public sealed class HouseholdTests
{
    private const int Students = 150;
    private const int Weeks = 8;
    private static readonly Grade Four = Grade.FromOrdinal(5);
    private static readonly Directive Message = new(
        4, 0, 0, -1, Fixture.Monday + 1, 4, DirectiveKind.MessageHome, DirectiveTrigger.Idleness);

    [Fact]
    public void A_message_is_read_after_it_was_sent_and_answered_after_it_was_read_or_never()
    {
        var (sent, read, answered) = (0, 0, 0);
        foreach (var log in Lives(Message))
        {
            var at = log.Select((entry, place) => (entry.Activity, place)).ToList();
            foreach (var (message, place) in at.Where(a => a.Activity.Kind == ActivityKind.MessageSent))
            {
                var receipts = at.Where(a => a.Activity.Kind == ActivityKind.MessageReceived
                    && a.Activity.Receipt.Message == message.Sequence).ToList();
                Assert.All(receipts, receipt => Assert.True(receipt.place > place));
                Assert.Equal(
                    receipts.Select(receipt => receipt.Activity.Receipt.Kind),
                    receipts.Select(receipt => receipt.Activity.Receipt.Kind).Order().Distinct());
                Assert.True(message.Message.Delivered || receipts.Count == 0);
                if (message.Message.Kind == MessageKind.Teacher)
                {
                    sent++;
                    read += receipts.Count > 0 ? 1 : 0;
                    answered += receipts.Count > 1 ? 1 : 0;
                }
            }
        }
        Assert.Equal(Students, sent);
        Assert.InRange(read, (int)(0.5 * sent), (int)(0.9 * sent));
        Assert.InRange(answered, (int)(0.08 * sent), (int)(0.4 * sent));
    }

    [Fact]
    public void A_message_lifts_engagement_only_when_it_is_read()
    {
        var (lifted, left) = (0, 0);
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var brief = Fixture.Brief(Fixture.Monday, Four, DayKind.School, 45, Message);
            var (log, run) = Fixture.Live(Student(seed), new Mind(), brief);
            var without = Fixture.Live(Student(seed), new Mind(), brief with { Directives = [] }).Run.Dusk.Engagement;
            if (log.Any(a => a.Kind == ActivityKind.MessageReceived && a.Receipt.Kind == ReceiptKind.Read))
            {
                Assert.True(run.Dusk.Engagement > without, $"Seed {seed}");
                lifted++;
            }
            else
            {
                Assert.Equal(without, run.Dusk.Engagement);
                left++;
            }
        }
        Assert.True(lifted > 5 && left > 5, $"{lifted} and {left}");
    }

    [Fact]
    public void Letters_tell_of_the_fourth_eighth_and_twelfth_absence_and_of_no_other()
    {
        var letters = 0;
        foreach (var log in Lives())
        {
            var absences = 0;
            foreach (var (_, activity) in log)
            {
                absences += activity is { Kind: ActivityKind.AttendanceTaken, Attendance.Status: AttendanceStatus.Absent } ? 1 : 0;
                if (activity is { Kind: ActivityKind.MessageSent, Message.Kind: MessageKind.AttendanceLetter })
                {
                    letters++;
                    Assert.Equal(absences, activity.Message.Absences);
                    Assert.Contains(absences, new[] { 4, 8, 12, 18 });
                }
            }
        }
        Assert.True(letters > 10, $"{letters} letters");
    }

    [Fact]
    public void Engagement_of_guardians_falls_with_circumstance_and_over_the_year()
    {
        var early = Visits(0);
        Assert.True(Visits(36) < 0.75 * early, "No decline over the year.");
        Assert.True(Visits(0, WorkingHours.Irregular) < 0.85 * Visits(0, WorkingHours.Day), "No gradient by hours.");
    }

    [Fact]
    public void Without_guardians_nobody_is_written_to_and_the_student_lives_the_same_day()
    {
        var parameters = Fixture.Parameters.Without(Mechanism.Guardians);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var brief = Fixture.Brief(Fixture.Monday + 6, Four, DayKind.Weekend) with { Parameters = parameters };
            Assert.Equal(
                Fixture.Live(Fixture.Student(seed), new Mind(), brief).Activities,
                Fixture.Live(Student(seed), new Mind(), brief).Activities);
        }
    }

    private static Traits Student(ulong seed) =>
        Fixture.Student(seed, GuardianHabits.Draw(Dice.Of(seed).Fork("one"), 0), GuardianHabits.Draw(Dice.Of(seed).Fork("two"), 1));

    private static IEnumerable<List<(int Day, Activity Activity)>> Lives(params ImmutableArray<Directive> onMonday)
    {
        for (var seed = 1UL; seed <= Students; seed++)
        {
            var (traits, mind) = (Student(seed), new Mind());
            var log = new List<(int, Activity)>();
            for (var day = 0; day < 7 * Weeks; day++)
            {
                var brief = Fixture.Brief(
                    Fixture.Monday + day, Four, day % 7 < 5 ? DayKind.School : DayKind.Weekend, 5, day == 0 ? onMonday : []);
                var (activities, run) = Fixture.Live(traits, mind, brief);
                log.AddRange(activities.Select(activity => (day, activity)));
                mind = run.Dusk;
            }
            yield return log;
        }
    }

    /// <summary>Looks of many guardians on a Sunday of a week of the year.</summary>
    private static int Visits(int week, WorkingHours? hours = null) => Enumerable.Range(1, 1500)
        .Select(seed => (ulong)seed)
        .Where(seed => hours is null || GuardianHabits.Draw(Dice.Of(seed).Fork("one"), 0).Hours == hours)
        .Select(seed => Fixture.Live(
            Fixture.Student(seed, GuardianHabits.Draw(Dice.Of(seed).Fork("one"), 0)), new Mind(),
            Fixture.Brief(Fixture.Monday + 6, Four, DayKind.Weekend) with { Place = new PlaceInYear(0, week, 41) }).Activities)
        .Sum(log => log.Count(activity => activity.Kind == ActivityKind.GuardianVisited)) * 1500
        / Enumerable.Range(1, 1500).Count(seed => hours is null || GuardianHabits.Draw(Dice.Of((ulong)seed).Fork("one"), 0).Hours == hours);
}
