using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning.Tests;

/// <summary>A small syllabus and the days of one student on it.</summary>
internal static class Fixture
{
    public const int Monday = 20458; // 2026-01-05
    private const int HourMs = 3_600_000;
    public static readonly ModelParameters Parameters = ModelParameters.Default;
    public static readonly Syllabus Syllabus = MakeSyllabus();
    public static readonly ItemEffects Effects = new(
        Dice.Of(1), Syllabus, Parameters, Keys(Syllabus.Skills.Length), Keys(Syllabus.Items.Length));

    public static Traits Student(ulong seed, params ImmutableArray<GuardianHabits> guardians) =>
        Traits.Draw(Dice.Of(seed), default, Parameters, null, guardians);

    public static DayBrief Brief(
        int day, Grade grade, DayKind kind = DayKind.School, int minutes = 45, params ImmutableArray<Directive> directives) => new(
        new SchoolDay(day, kind), grade, 4 * HourMs,
        kind == DayKind.School ? [new ClassSlot(0, 0b1111, 5 * HourMs, (5 * HourMs) + (minutes * 60_000))] : [],
        directives.IsDefault ? [] : directives, Syllabus, Effects, Parameters);

    public static (List<Activity> Activities, DayRun Run) Live(Traits traits, Mind mind, DayBrief brief)
    {
        var run = StudentDay.Begin(0, traits, mind, brief, traits.Dice.Fork("days").Fork(brief.Day.Number));
        var activities = new List<Activity>();
        while (run.TryNext(out var activity))
        {
            activities.Add(activity);
        }
        return (activities, run);
    }

    /// <summary>Weeks of a student's life, Monday to Sunday.</summary>
    public static (List<(int Day, Activity Activity)> Log, Mind Mind) Weeks(ulong seed, Grade grade, int weeks)
    {
        var traits = Student(seed);
        var mind = new Mind();
        var log = new List<(int, Activity)>();
        for (var day = Monday; day < Monday + (7 * weeks); day++)
        {
            var kind = (day - Monday) % 7 >= 5 ? DayKind.Weekend : DayKind.School;
            var (activities, run) = Live(traits, mind, Brief(day, grade, kind));
            log.AddRange(activities.Select(activity => (day, activity)));
            mind = run.Dusk;
        }
        return (log, mind);
    }

    private static ulong[] Keys(int count) => [.. Enumerable.Range(1, count).Select(i => (ulong)i)];

    private static Syllabus MakeSyllabus()
    {
        var skills = new List<SkillNode>();
        var items = new List<Item>();
        var materials = new List<Material>();
        foreach (var subject in Subjects.All)
        {
            foreach (var grade in Grade.All)
            {
                for (var i = 0; i < 3; i++)
                {
                    skills.Add(new SkillNode(subject, grade, 2, i == 0 ? [] : [(ushort)(skills.Count - 1)]));
                    foreach (var container in (ReadOnlySpan<Container>)[Container.Learn, Container.Experience, Container.Discover])
                    {
                        for (var facet = 0; facet < 2; facet++)
                        {
                            var count = container switch { Container.Learn => 6, Container.Experience => 3, _ => 1 };
                            materials.Add(new Material(
                                (ushort)(skills.Count - 1), container, (byte)facet, (short)(facet - 1), 30, items.Count, (byte)count));
                            for (var q = 0; q < count; q++)
                            {
                                items.Add(new Item((ushort)(skills.Count - 1), QuestionKind.Choice, 4, 3, 15, 0));
                            }
                        }
                    }
                }
            }
        }
        var careers = Enumerable.Range(0, 12).Select(i =>
            new CareerNode(Grade.PreK, [(Interest)(i % 6)], (short)(i % 2), [(short)(i % 2)]));
        return new Syllabus([.. skills], [.. items], [.. materials], [.. careers], [0, 1]);
    }
}
