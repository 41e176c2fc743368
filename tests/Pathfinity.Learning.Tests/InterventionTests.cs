using Pathfinity.Curriculum;

namespace Pathfinity.Learning.Tests;

public sealed class InterventionTests
{
    private static readonly Grade Four = Grade.FromOrdinal(5);
    private static readonly int Skill = Fixture.Syllabus.Cell(Subject.Math, Four).First + 2;

    [Fact]
    public void An_assignment_ends_when_its_skill_was_practised_or_when_it_is_due()
    {
        var outcomes = Enumerable.Range(1, 150).Select(seed => Fortnight((ulong)seed, Ask(DirectiveKind.Practise)))
            .Select(log => (Answers: Between(log), End: Ends(log).SingleOrDefault(), Ended: Ends(log).Count))
            .Where(student => student.Ended == 1).ToList();

        Assert.True(outcomes.Count > 100);
        Assert.All(outcomes, o => Assert.Equal(
            o.Answers >= 5 ? InterventionOutcome.Completed : InterventionOutcome.Unfinished, o.End.Outcome));
        Assert.Contains(outcomes, o => o.End.Outcome == InterventionOutcome.Completed);
        Assert.Contains(outcomes, o => o.End.Outcome == InterventionOutcome.Unfinished);
    }

    [Fact]
    public void Who_has_three_interventions_under_way_is_given_no_fourth()
    {
        var directives = Enumerable.Range(0, 4).Select(i => Ask(DirectiveKind.Practise) with { Number = i }).ToArray();
        var log = Live(3, new Mind(), Fixture.Monday, directives).Activities;

        var displaced = Assert.Single(log, a => a.Kind == ActivityKind.InterventionEnded
            && a.InterventionEnd.Outcome == InterventionOutcome.Displaced);
        var began = log.Where(a => a.Kind == ActivityKind.InterventionBegan).ToList();
        Assert.Equal([0, 1, 2, 3], began.Select(a => a.InterventionBegin.Number));
        Assert.Equal(began[3].Sequence, displaced.InterventionEnd.Intervention);
    }

    [Fact]
    public void The_assignment_that_began_first_is_worked_on_first_whatever_ended_before()
    {
        var mind = new Mind();
        mind.Open(Begun(sequence: 10, Skill));
        mind.Open(Begun(sequence: 11, Skill + 1));
        mind.Interventions[0] = default;
        mind.Open(Begun(sequence: 12, Skill + 2));

        var student = Fixture.Student(1);
        var brief = Fixture.Brief(Fixture.Monday, Four, DayKind.School, 45);
        var asked = Enumerable.Range(0, 400).Select(day => Interventions.AskedFor(
            mind, Subject.Math, brief, student, effort: 0, student.Dice.Fork(day))).Distinct().Order();
        Assert.Equal([-1, Skill + 1], asked);

        static OpenIntervention Begun(int sequence, int skill) =>
            new(sequence, (ushort)skill, (ushort)(Fixture.Monday + 7), 0, DirectiveKind.Practise, 0);
    }

    [Fact]
    public void A_tutor_teaches_eight_times_on_days_with_the_student_and_growth_shows_it()
    {
        var seed = Enumerable.Range(1, 50).First(s => Ends(Fortnight((ulong)s, Ask(DirectiveKind.Tutoring) with { DueDay = Fixture.Monday + 28 })).Count == 1);
        var taught = Fortnight((ulong)seed, Ask(DirectiveKind.Tutoring) with { DueDay = Fixture.Monday + 28 });
        var alone = Fortnight((ulong)seed);

        var end = Assert.Single(Ends(taught));
        Assert.Equal((InterventionOutcome.Completed, (byte)8), (end.Outcome, end.Lessons));
        // Lessons change what is practised, and so what is mastered, by a skill or so.
        var gain = taught.Mind.Growth(Subject.Math) - alone.Mind.Growth(Subject.Math);
        Assert.Equal(8 * Fixture.Parameters.TutoringGain, gain, 2 * Fixture.Parameters.GrowthOfMastery);
    }

    [Fact]
    public void Praise_ends_at_once_and_lifts_engagement()
    {
        var praise = Ask(DirectiveKind.Praise) with { Skill = -1 };
        var (with, without) = (Live(5, new Mind(), Fixture.Monday, praise), Live(5, new Mind(), Fixture.Monday));

        Assert.Equal(
            InterventionOutcome.Completed,
            Assert.Single(with.Activities, a => a.Kind == ActivityKind.InterventionEnded).InterventionEnd.Outcome);
        Assert.True(with.Dusk.Engagement > without.Dusk.Engagement);
    }

    [Fact]
    public void Without_interventions_a_directive_changes_nothing()
    {
        var parameters = Fixture.Parameters.Without(Mechanism.Interventions);
        var brief = Fixture.Brief(Fixture.Monday, Four, DayKind.School, 45, Ask(DirectiveKind.Practise)) with { Parameters = parameters };
        var bare = Fixture.Brief(Fixture.Monday, Four, DayKind.School, 45) with { Parameters = parameters };

        Assert.Equal(
            Fixture.Live(Fixture.Student(9), new Mind(), bare).Activities,
            Fixture.Live(Fixture.Student(9), new Mind(), brief).Activities);
    }

    [Fact]
    public void A_change_of_group_is_done_at_once_and_ends_with_the_grade()
    {
        var (log, dusk) = Live(5, new Mind(), Fixture.Monday, Ask(DirectiveKind.ToSupport) with { Trigger = DirectiveTrigger.Regrouping });

        Assert.Equal(
            InterventionOutcome.Completed,
            Assert.Single(log, a => a.Kind == ActivityKind.InterventionEnded).InterventionEnd.Outcome);
        Assert.Equal((StudyGroup.Support, StudyGroup.Core), (dusk.Group(Subject.Math), dusk.Group(Subject.Ela)));
        Assert.Equal(StudyGroup.Core, dusk.Promoted().Group(Subject.Math));
    }

    [Fact]
    public void The_support_group_goes_more_slowly_and_the_extension_group_faster()
    {
        double Reached(DirectiveKind kind) => Enumerable.Range(1, 60).Average(
            seed => Fortnight((ulong)seed, Ask(kind)).Mind.Position(Subject.Math));

        var core = Reached(DirectiveKind.ToCore);
        Assert.True(Reached(DirectiveKind.ToSupport) < core, $"core reached {core}");
        Assert.True(Reached(DirectiveKind.ToExtension) > core, $"core reached {core}");
    }

    [Fact]
    public void Whoever_is_taken_along_goes_straight_to_where_the_class_is_and_never_back()
    {
        var along = Ask(DirectiveKind.MoveOn) with { Trigger = DirectiveTrigger.Pace };
        var taken = Live(5, new Mind(), Fixture.Monday, along).Dusk;
        Assert.True(taken.Position(Subject.Math) >= 2);

        var back = Live(5, taken, Fixture.Monday + 1, along with { Skill = Skill - 2 }).Dusk;
        Assert.True(back.Position(Subject.Math) >= taken.Position(Subject.Math));
    }

    private static Directive Ask(DirectiveKind kind) =>
        new(0, 0, 0, Skill, Fixture.Monday + 7, 10, kind, DirectiveTrigger.Struggle);

    private static (List<Activity> Activities, Mind Dusk) Live(
        ulong seed, Mind dawn, int day, params Directive[] directives)
    {
        var lived = Fixture.Live(Fixture.Student(seed), dawn, Fixture.Brief(day, Four, Kind(day), 45, [.. directives]));
        return ([.. lived.Activities], lived.Run.Dusk);
    }

    private static DayKind Kind(int day) => (day - Fixture.Monday) % 7 < 5 ? DayKind.School : DayKind.Weekend;

    private static (List<Activity> Log, Mind Mind) Fortnight(ulong seed, params Directive[] onMonday)
    {
        var (log, mind) = (new List<Activity>(), new Mind());
        for (var day = 0; day < 14; day++)
        {
            var lived = Live(seed, mind, Fixture.Monday + day, day == 0 ? onMonday : []);
            log.AddRange(lived.Activities);
            mind = lived.Dusk;
        }
        return (log, mind);
    }

    private static List<InterventionEnded> Ends((List<Activity> Log, Mind Mind) student) =>
        [.. student.Log.Where(a => a.Kind == ActivityKind.InterventionEnded).Select(a => a.InterventionEnd)];

    /// <summary>Answers at the skill before the end.</summary>
    private static int Between((List<Activity> Log, Mind Mind) student) => student.Log
        .TakeWhile(a => a.Kind != ActivityKind.InterventionEnded)
        .Count(a => a.Kind == ActivityKind.Attempted && a.Attempt.Skill == Skill);
}
