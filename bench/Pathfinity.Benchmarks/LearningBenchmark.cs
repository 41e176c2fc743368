using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Benchmarks;

/// <summary>
/// The student model alone: days of students on one thread, their activities counted and thrown away. Seconds are those
/// of a core, the collection of garbage included, so that what else the machine does is not counted.
/// </summary>
internal sealed class LearningBenchmark() : Benchmark(
    "learning", "attempts a second of the model on one core beside the dice and exponentials that it draws")
{
    private const double AttemptsPerSecond = 2_000_000;
    private const int Students = 40;
    private const int Days = 90;

    // Until the hot methods have been compiled for good.
    private const int WarmUps = 30;
    private const int Monday = 20458; // 2026-01-05
    private const int HourMs = 3_600_000;

    // As many as an attempt takes: draws for chance, response, rapid guess, hint, time and attention, and logits.
    private const int DrawsPerAttempt = 12;
    private const int ExponentialsPerAttempt = 5;

    public override Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var room = new MadeUpClass();
        var attempts = 0;
        for (var warm = 0; warm < WarmUps; warm++)
        {
            attempts = room.Live();
        }
        var seconds = Measure.CpuTurns(
            run.Rounds,
            () => room.Live(),
            () => Draw((long)attempts * DrawsPerAttempt, (long)attempts * ExponentialsPerAttempt));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("learning.step", "attempts/s", attempts / seconds[0])
            {
                Baseline = new("the same number of dice draws and exponentials", attempts / seconds[1]),
                Limit = Limit.AtLeast(AttemptsPerSecond),
            },
            new("learning.step.cpu", "ns/attempt", 1e9 * seconds[0] / attempts)
            {
                Baseline = new("the same number of dice draws and exponentials", 1e9 * seconds[1] / attempts),
            },
        ]);
    }

    private static void Draw(long draws, long exponentials)
    {
        var dice = Dice.Of(7);
        var sum = 0.0;
        for (var i = 0L; i < draws; i++)
        {
            sum += dice.Fork(i).Unit;
        }
        for (var i = 0L; i < exponentials; i++)
        {
            sum += PortableMath.Exp(-(i & 7));
        }
        if (sum <= 0)
        {
            throw new InvalidOperationException("The dice gave nothing.");
        }
    }

    /// <summary>Students of grade 4 with a turn of 45 minutes each weekday, over a syllabus of usual size.</summary>
    private sealed class MadeUpClass
    {
        private readonly DayBrief[] briefs;
        private readonly Traits[] students;

        public MadeUpClass()
        {
            var p = ModelParameters.Default;
            var syllabus = MadeUpSyllabus();
            var effects = new ItemEffects(Dice.Of(1), syllabus, p, Keys(syllabus.Skills.Length), Keys(syllabus.Items.Length));
            var slot = new ClassSlot(0, 0b1111, 5 * HourMs, (5 * HourMs) + (45 * 60_000), 12);
            briefs = [.. Enumerable.Range(0, Days).Select(day => new DayBrief(
                new SchoolDay(Monday + day, day % 7 < 5 ? DayKind.School : DayKind.Weekend), Grade.Parse("4"), 4 * HourMs,
                day % 7 < 5 ? [slot] : [], [], syllabus, effects, p)
            {
                Place = new PlaceInYear(0, day / 7, 36),
            })];
            students = [.. Enumerable.Range(0, Students).Select(i => Traits.Draw(Dice.Of(7).Fork(i), default, p))];
        }

        /// <summary>Lives it all; returns the attempts.</summary>
        public int Live()
        {
            var attempts = 0;
            foreach (var traits in students)
            {
                var mind = new Mind();
                foreach (var brief in briefs)
                {
                    var day = StudentDay.Begin(0, traits, mind, brief, traits.Dice.Fork("days").Fork(brief.Day.Number));
                    while (day.TryNext(out var activity))
                    {
                        attempts += activity.Kind == ActivityKind.Attempted ? 1 : 0;
                    }
                    mind = day.Dusk;
                }
            }
            return attempts;
        }

        private static ulong[] Keys(int count) => [.. Enumerable.Range(1, count).Select(i => (ulong)i)];

        private static Syllabus MadeUpSyllabus()
        {
            const int SkillsPerCell = 38;
            var (skills, items, materials) = (new List<SkillNode>(), new List<Item>(), new List<Material>());
            var wrongBugs = new List<short>();
            foreach (var subject in Subjects.All)
            {
                foreach (var grade in (ReadOnlySpan<string>)["3", "4", "5"])
                {
                    for (var i = 0; i < SkillsPerCell; i++)
                    {
                        ImmutableArray<ushort> requires = i == 0 ? [] : [(ushort)(skills.Count - 1)];
                        skills.Add(new SkillNode(subject, Grade.Parse(grade), 3, requires));
                        foreach (var container in Enum.GetValues<Container>())
                        {
                            Add(materials, items, wrongBugs, skills.Count - 1, container);
                        }
                    }
                }
            }
            var careers = Enumerable.Range(0, 150).Select(i => new CareerNode(
                Grade.PreK, [(Interest)(i % 6), (Interest)((i + 1) % 6), (Interest)((i + 3) % 6)], (short)(i % 16), [(short)(i % 20)]));
            return new Syllabus(
                [.. skills], [.. items], [.. materials], [.. careers], [.. Enumerable.Range(0, 20).Select(i => (short)(i % 16))],
                [.. Enumerable.Range(0, 200).Select(i => new BugNode((ulong)i, Grade.PreK, Grade.Parse("4"), Grade.Twelve))],
                [.. wrongBugs]);
        }

        private static void Add(
            List<Material> materials, List<Item> items, List<short> wrongBugs, int skill, Container container)
        {
            for (var facet = 0; facet < 3; facet++)
            {
                var count = container switch { Container.Learn => 6, Container.Experience => 3, _ => 1 };
                var context = container == Container.Learn ? -1 : (skill + facet) % 20;
                materials.Add(new Material((ushort)skill, container, (byte)facet, (short)context, 40, items.Count, (byte)count));
                for (var question = 0; question < count; question++)
                {
                    items.Add(new Item((ushort)skill, QuestionKind.Choice, 4, 3, 20, 0, wrongBugs.Count));
                    wrongBugs.AddRange([(short)(skill % 200), (short)((skill + 7) % 200), -1]);
                }
            }
        }
    }
}
