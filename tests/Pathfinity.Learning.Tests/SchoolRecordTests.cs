using Pathfinity.Curriculum;

namespace Pathfinity.Learning.Tests;

public sealed class SchoolRecordTests
{
    private const int Students = 60;
    private const int DaysOfTerm = 67; // Monday to the Thursday of the tenth week
    private static readonly Grade Four = Grade.FromOrdinal(5);

    [Fact]
    public void A_grade_equals_its_parts_and_they_are_the_terms_own()
    {
        var cards = 0;
        foreach (var log in Terms())
        {
            var answers = log.Where(a => a.Kind == ActivityKind.Attempted).Select(a => a.Attempt).ToList();
            var tests = log.Where(a => a.Kind == ActivityKind.AssessmentTaken).Select(a => a.Assessment).ToList();
            foreach (var card in log.Where(a => a.Kind == ActivityKind.ReportCardPosted).Select(a => a.ReportCard))
            {
                var own = answers.Where(a => Fixture.Syllabus.Skills[a.Skill].Subject == card.Subject).ToList();
                var checks = tests.Where(t => t.Kind == AssessmentKind.UnitCheck && t.Subject == card.Subject).ToList();
                var benchmark = tests.LastOrDefault(t => t.Kind == AssessmentKind.Benchmark && t.Subject == card.Subject);
                Assert.Equal((own.Count, own.Count(a => a.Correct)), (card.Attempts, card.Correct));
                Assert.Equal((checks.Count, checks.Sum(c => c.Score)), (card.Checks, card.ChecksScore));
                Assert.Equal(benchmark.Score, card.Benchmark);
                Assert.Equal(Percent(card), card.Grade / 10.0, 0.3);
                Assert.Equal(1, card.Term);
                cards++;
            }
        }
        Assert.True(cards > Students * 3, $"{cards} cards");
    }

    [Fact]
    public void Perfect_attendance_is_honoured_and_nothing_less()
    {
        var (given, missed) = (0, 0);
        foreach (var log in Terms())
        {
            var perfect = log.Where(a => a.Kind == ActivityKind.AttendanceTaken)
                .All(a => a.Attendance.Status == AttendanceStatus.Present);
            var awards = log.Count(a => a is { Kind: ActivityKind.AwardGiven, Award.Kind: AwardKind.Attendance });
            Assert.Equal(perfect ? 1 : 0, awards);
            given += awards;
            missed += perfect ? 0 : 1;
        }
        Assert.True(given > 0 && missed > 0, $"{given} and {missed}");
    }

    [Fact]
    public void Each_twenty_fifth_exploration_earns_an_award()
    {
        foreach (var log in Terms())
        {
            var explored = 0;
            foreach (var activity in log)
            {
                explored += activity.Kind == ActivityKind.CareerExplored ? 1 : 0;
                if (activity is { Kind: ActivityKind.AwardGiven, Award.Kind: AwardKind.Explorer })
                {
                    Assert.Equal((explored, 0), (activity.Award.Value, explored % 25));
                }
            }
        }
    }

    /// <summary>The grade by the formula that docs/teaching.md states, in percent.</summary>
    private static double Percent(ReportCardPosted card)
    {
        var parts = new List<(double Points, int Weight)>();
        if (card.Attempts > 0)
        {
            parts.Add((50 + (50.0 * card.Correct / card.Attempts), 40));
        }
        if (card.Checks > 0)
        {
            parts.Add((40 + (0.06 * card.ChecksScore / card.Checks), 40));
        }
        if (card.Norm > 0)
        {
            parts.Add((Math.Clamp(80 + ((card.Benchmark - card.Norm) / 15.0), 40, 100), 20));
        }
        return parts.Sum(part => part.Points * part.Weight) / parts.Sum(part => part.Weight);
    }

    /// <summary>The first term of some students, to its last day.</summary>
    private static IEnumerable<List<Activity>> Terms()
    {
        for (var seed = 1UL; seed <= Students; seed++)
        {
            var (traits, mind) = (Fixture.Student(seed), new Mind());
            var log = new List<Activity>();
            for (var day = 0; day < DaysOfTerm; day++)
            {
                var brief = Fixture.Brief(Fixture.Monday + day, Four, day % 7 < 5 ? DayKind.School : DayKind.Weekend, 12)
                    with { Place = new PlaceInYear(0, day / 7, 41) };
                var (activities, run) = Fixture.Live(traits, mind, brief);
                log.AddRange(activities);
                mind = run.Dusk;
            }
            yield return log;
        }
    }
}
