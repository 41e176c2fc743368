using System.Collections.Immutable;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

/// <summary>
/// The day protocol under a seeded scheduler that reorders, doubles and drops messages and restarts students and
/// classrooms: whatever it does, the same days run with the same directives.
/// </summary>
public sealed class ProtocolTests
{
    private const int Days = 12;

    // Three classrooms; students 0-3 have the first, 2-5 the second, 4-7 the third; student 7 leaves after day 5.
    private static readonly int[][] Classes = [[0, 1, 2, 3], [2, 3, 4, 5], [4, 5, 6, 7]];

    [Fact]
    public void In_order_delivery_runs_every_day_of_everybody()
    {
        var log = new Scheduler(seed: 0, disorder: false).Run();
        Assert.Equal((7 * Days) + 6, log.Count);
    }

    [Fact]
    public void Any_order_loss_doubling_and_restart_gives_the_same_days_and_directives()
    {
        var expected = new Scheduler(seed: 0, disorder: false).Run();
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var log = new Scheduler(seed, disorder: true).Run();
            Assert.True(expected.SequenceEqual(log), $"Seed {seed} gives other days.");
        }
    }

    [Fact]
    public void A_student_never_waits_for_a_classroom_that_is_not_its_own()
    {
        // Students 4 to 7 never report. Student 0 has its first evening all the same and lives day 2; student 2, who
        // is in a class with 4, does not, and so keeps student 0 from day 3.
        var log = new Scheduler(seed: 0, disorder: false) { Silent = [4, 5, 6, 7] }.Run();
        Assert.Contains(log, line => line.StartsWith("2: student 0 ", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.StartsWith("2: student 2 ", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.StartsWith("3: student 0 ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_several_classrooms_ask_comes_by_classroom_and_number_whichever_evening_came_first()
    {
        var effects = new Effects();
        var student = new StudentProtocol(3, [2, 7, 9], 1, Days);
        student.Finish(new DayReport(3, 1, AttendanceStatus.Present), effects);
        student.Hear(new EveningHeld(9, 3, 1, [Ask(9, 1), Ask(9, 0)]), effects);
        student.Hear(new EveningHeld(2, 3, 1, [Ask(2, 5)]), effects);
        student.Hear(new EveningHeld(7, 3, 1, [Ask(7, 0)]), effects);
        Assert.Equal([(2, 5), (7, 0), (9, 0), (9, 1)], Assert.Single(effects.Days).Directives.Select(d => (d.Classroom, d.Number)));

        static Directive Ask(int classroom, int number) =>
            new(classroom, number, 3, -1, 2, 0, DirectiveKind.Praise, DirectiveTrigger.Struggle);
    }

    private sealed class Scheduler(ulong seed, bool disorder)
    {
        private readonly Rolls rolls = Dice.Of(seed).Roll();
        private readonly Effects effects = new();
        private readonly List<DayMessage> inFlight = [];
        private readonly SortedSet<string> log = new(StringComparer.Ordinal);
        private readonly Dictionary<int, StudentProtocol> students = [];
        private readonly Dictionary<int, ClassroomProtocol> classrooms = [];
        private readonly Dictionary<(int Student, int Day), RunDay> running = [];

        public HashSet<int> Silent { get; init; } = [];

        public List<string> Run()
        {
            for (var c = 0; c < Classes.Length; c++)
            {
                var members = Classes[c].Select(s => new Enrollment(s, 1, s == 7 ? 6 : Days)).ToImmutableArray();
                classrooms.Add(c, new ClassroomProtocol(c, members, Dice.Of(99).Classroom(c), Decide, 1));
            }
            for (var s = 0; s < 8; s++)
            {
                var own = Enumerable.Range(0, Classes.Length).Where(c => Classes[c].Contains(s)).ToImmutableArray();
                students.Add(s, new StudentProtocol(s, own, 1, s == 7 ? 6 : Days));
                students[s].Resume(effects);
            }
            const int StepsMax = 200_000;
            for (var step = 0; step < StepsMax && Step(); step++)
            {
            }
            return [.. log];
        }

        private bool Step()
        {
            while (effects.Messages.TryDequeue(out var message))
            {
                Send(message);
            }
            while (effects.Days.TryDequeue(out var day))
            {
                running[(day.Student, day.Day)] = day;
            }
            if (inFlight.Count == 0 && running.Count == 0)
            {
                return disorder && Recover();
            }
            if (running.Count > 0 && (inFlight.Count == 0 || rolls.Chance(0.5)))
            {
                var key = running.Keys.Order().ElementAt(disorder ? rolls.Below(running.Count) : 0);
                Finish(running[key]);
                running.Remove(key);
            }
            else
            {
                var place = disorder ? rolls.Below(inFlight.Count) : 0;
                var message = inFlight[place];
                inFlight.RemoveAt(place);
                Deliver(message);
            }
            return true;
        }

        private void Send(DayMessage message)
        {
            if (disorder && rolls.Chance(0.15))
            {
                return;
            }
            inFlight.Add(message);
            if (disorder && rolls.Chance(0.2))
            {
                inFlight.Add(message);
            }
        }

        /// <summary>Everything is still: who waits says so again, as a host's timer or restart would.</summary>
        private bool Recover()
        {
            foreach (var student in students.Values)
            {
                student.Resume(effects);
            }
            return effects.Messages.Count > 0 || effects.Days.Count > 0;
        }

        private void Deliver(DayMessage message)
        {
            if (message is Reported reported)
            {
                classrooms[reported.Classroom].Hear(reported, effects);
            }
            else if (message is EveningHeld evening)
            {
                students[evening.Student].Hear(evening, effects);
            }
        }

        private void Finish(RunDay day)
        {
            if (Silent.Contains(day.Student))
            {
                return;
            }
            var asked = string.Join(' ', day.Directives.Select(d => $"{d.Classroom}/{d.Number}/{d.Skill}"));
            log.Add($"{day.Day}: student {day.Student} asked {asked}");
            students[day.Student].Finish(new DayReport(day.Student, day.Day, AttendanceStatus.Present), effects);
        }

        private static ImmutableArray<Directive> Decide(
            int classroom, ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice)
        {
            mind.Evenings++;
            var directives = ImmutableArray.CreateBuilder<Directive>();
            foreach (var report in reports)
            {
                var die = dice.Fork(report.Student);
                if (die.Chance(0.5))
                {
                    directives.Add(new Directive(
                        classroom, mind.NextDirective++, report.Student, die.Fork(1).Below(100), report.Day + 7, 10,
                        DirectiveKind.Practise, DirectiveTrigger.Struggle));
                }
            }
            return directives.ToImmutable();
        }
    }
}
