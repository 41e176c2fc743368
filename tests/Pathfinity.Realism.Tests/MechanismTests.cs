using System.Collections.Concurrent;
using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Realism.Tests;

/// <summary>
/// Each mechanism of the model, switched off at the same seed and so with the same dice, moves a statistic of its own
/// the way it must. The worlds are small; a statistic that a mechanism alone makes is gone without it.
/// </summary>
public class MechanismTests
{
    private const long Seed = 101;

    // What a world without the mechanism lacks: the statistic that must move, and by how much at least. None: it is gone.
    private static readonly Dictionary<Mechanism, (string Statistic, double? Change, LittleWorld World)> Expected = new()
    {
        [Mechanism.Ability] = ("student.deviation", -0.03, LittleWorld.Weeks),
        [Mechanism.AbsenceSpells] = ("absence.spell", -0.5, LittleWorld.Year),
        [Mechanism.AbsenceTraits] = ("absence.dispersion", -2, LittleWorld.Year),
        [Mechanism.Adoption] = ("practice.gini", -0.06, LittleWorld.Weeks),
        [Mechanism.Assessments] = ("benchmark.error", null, LittleWorld.Weeks),
        [Mechanism.Effort] = ("effort.ability", 0.08, LittleWorld.Weeks),
        [Mechanism.Engagement] = ("effort.ability", 0.04, LittleWorld.Weeks),
        [Mechanism.Fatigue] = ("session.fatigue", 0.012, LittleWorld.Weeks),
        [Mechanism.Forgetting] = ("learning.forgetting", 0.05, LittleWorld.Weeks),
        [Mechanism.Gaming] = ("rapid.share", -0.008, LittleWorld.Weeks),
        [Mechanism.Growth] = ("benchmark.subjects", -0.06, LittleWorld.Year),
        [Mechanism.Guardians] = ("guardians.look", null, LittleWorld.Weeks),
        [Mechanism.Guessing] = ("rapid.accuracy", -0.15, LittleWorld.Weeks),
        [Mechanism.Hints] = ("hints.never", 0.12, LittleWorld.Weeks),
        [Mechanism.Home] = ("time.outside", -0.08, LittleWorld.Weeks),
        [Mechanism.IllnessWaves] = ("absence.winter", -0.08, LittleWorld.Year),
        [Mechanism.Instruction] = ("accuracy.first", -0.02, LittleWorld.Weeks),
        [Mechanism.Interests] = ("career.congruence", -0.08, LittleWorld.Weeks),
        [Mechanism.Interventions] = ("teachers.act", null, LittleWorld.Weeks),
        [Mechanism.ItemDifficulty] = ("question.deviation", -0.04, LittleWorld.Weeks),
        [Mechanism.Learning] = ("accuracy.all", -0.08, LittleWorld.Weeks),
        [Mechanism.Misconceptions] = ("accuracy.first", 0.04, LittleWorld.Weeks),
        [Mechanism.Mobility] = ("roster.mobility", -0.02, LittleWorld.Year),
        [Mechanism.Mood] = ("session.mood", -0.002, LittleWorld.Year),
        [Mechanism.Narrowing] = ("career.congruence", -0.02, LittleWorld.Weeks),
        [Mechanism.OffTask] = ("pause.share", -0.02, LittleWorld.Weeks),
        [Mechanism.Pace] = ("time.pace", -0.03, LittleWorld.Weeks),
        [Mechanism.Prerequisites] = ("accuracy.first", 0.002, LittleWorld.Year),
        [Mechanism.Reading] = ("time.median", -8, LittleWorld.Weeks),
        [Mechanism.Recency] = ("learning.jump", -0.08, LittleWorld.Weeks),
        [Mechanism.Review] = ("practice.below", -0.05, LittleWorld.AmpleWeeks),
        [Mechanism.ShortStays] = ("session.minutes", 0.2, LittleWorld.Weeks),
        [Mechanism.SkillDifficulty] = ("skill.deviation", -0.08, LittleWorld.Weeks),
        [Mechanism.Slipping] = ("known.wrong", -0.008, LittleWorld.Weeks),
        [Mechanism.SnowDays] = ("school.closed", -1, LittleWorld.Year),
        [Mechanism.Spacing] = ("learning.forgetting", -0.004, LittleWorld.Weeks),
        [Mechanism.StudentSkill] = ("student.skill.deviation", -0.015, LittleWorld.Weeks),
        [Mechanism.TimeMemory] = ("time.lag1", -0.2, LittleWorld.Weeks),
        [Mechanism.TimeOfDay] = ("time.of.day", 0.0005, LittleWorld.Weeks),
        [Mechanism.TimeOfWrong] = ("time.wrong", -0.05, LittleWorld.Weeks),
        [Mechanism.WarmUp] = ("session.first.item", 0.1, LittleWorld.Weeks),
        [Mechanism.WheelSpinning] = ("practice.long", -0.01, LittleWorld.Weeks),
    };

    private static readonly Lazy<Task<ConcurrentDictionary<Mechanism, (double? With, double? Without)>>> Measured =
        new(() => MeasureAsync(Seed));

    // How classes are composed shows in hundreds of classes only; those are not lived, below.
    private static IEnumerable<Mechanism> Small => Mechanisms.All.Where(mechanism => mechanism != Mechanism.Sorting);

    public static TheoryData<Mechanism> All => [.. Small];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_a_mechanism_its_statistic_is_another(Mechanism mechanism) =>
        AssertMoved(mechanism, (await Measured.Value)[mechanism], whole: true);

    [Theory]
    [InlineData(Seed)]
    [InlineData(202)]
    public void Without_sorting_the_classes_of_hundreds_are_hardly_more_alike_than_chance(long seed)
    {
        var sorted = Sorted(seed, Mechanism.None);
        var mixed = Sorted(seed, Mechanism.Sorting);
        Assert.True(mixed < sorted - 0.03, string.Create(CultureInfo.InvariantCulture, $"sorted {sorted:0.###}, mixed {mixed:0.###}"));
    }

    /// <summary>What class.benchmark says of scores that show ability, of thousands of students in their classes.</summary>
    private static double Sorted(long seed, Mechanism without)
    {
        var world = LivedWorld.Hidden(LivedWorld.Spec(seed, students: 4200, without: without), weeks: 1);
        var scores = world.Roster.Students.Select(student => new LogBenchmark(
            student.Id, Day: 0, student.GradeIn(world.Roster.Year)!.Value.Ordinal, Subject.Math, Window: 1,
            world.Roster.ClassroomsOf(student.Id)[0], 10 * world.TraitsOf(student.Id).Ability(Subject.Math), Error: 0));
        var statistic = Battery.Statistics.Single(s => s.Name == "class.benchmark");
        return statistic.Value(new Measures(new Log([], [], [], [], [.. scores])))!.Value;
    }

    [Theory]
    [InlineData(202)]
    [InlineData(203)]
    [Trait("Tier", "full")]
    public async Task So_it_is_with_other_dice(long seed)
    {
        var measured = await MeasureAsync(seed);
        var other = Small.Where(m => !Moved(m, measured[m], whole: false)).ToList();
        // Where chance stands against a small effect it may win now and then; a winter may be without snow.
        Assert.True(other.Count <= 6, string.Join("; ", other.Select(m => Told(m, measured[m]))));
    }

    private static async Task<ConcurrentDictionary<Mechanism, (double? With, double? Without)>> MeasureAsync(long seed)
    {
        var found = new ConcurrentDictionary<Mechanism, (double?, double?)>();
        var wholes = new Dictionary<LittleWorld, Log>();
        foreach (var world in Enum.GetValues<LittleWorld>())
        {
            wholes[world] = await LiveAsync(world, seed, Mechanism.None);
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        await Parallel.ForEachAsync(Small, options, async (mechanism, _) =>
        {
            var statistic = Statistic(mechanism);
            var without = await LiveAsync(Expected[mechanism].World, seed, mechanism);
            found[mechanism] = (
                statistic.Value(Cut(wholes[Expected[mechanism].World], statistic)), statistic.Value(Cut(without, statistic)));
        });
        return found;
    }

    private static Statistic Statistic(Mechanism mechanism) =>
        Battery.Statistics.Single(statistic => statistic.Name == Expected[mechanism].Statistic);

    private static Measures Cut(Log log, Statistic statistic) =>
        new(Cell.Cells.Single(cell => cell.Name == statistic.Bands[0].Cell).Cut(log));

    private static Task<Log> LiveAsync(LittleWorld world, long seed, Mechanism without) => world switch
    {
        LittleWorld.Weeks => LivedWorld.WeeksAsync(LivedWorld.Spec(seed, students: 56, without: without), weeks: 8),
        LittleWorld.AmpleWeeks => LivedWorld.AmpleWeeksAsync(LivedWorld.Spec(seed, students: 56, without: without), weeks: 4),
        _ => LivedWorld.WeeksAsync(LivedWorld.Spec(seed, students: 42, without: without), weeks: 38),
    };

    private static void AssertMoved(Mechanism mechanism, (double? With, double? Without) values, bool whole) =>
        Assert.True(Moved(mechanism, values, whole), Told(mechanism, values));

    private static bool Moved(Mechanism mechanism, (double? With, double? Without) values, bool whole)
    {
        var change = Expected[mechanism].Change;
        return values.With is { } with && (change is null
            ? values.Without is null
            : values.Without is { } without && (without - with) / change >= (whole ? 1 : 1e-9));
    }

    private static string Told(Mechanism mechanism, (double? With, double? Without) values) => string.Create(
        CultureInfo.InvariantCulture,
        $"{mechanism}: {Expected[mechanism].Statistic} is {values.With:0.#####}, without it {values.Without:0.#####}, not moved by {Expected[mechanism].Change}");

    /// <summary>How long a world a statistic takes, and whether students may not come to the end of its catalogue.</summary>
    private enum LittleWorld
    {
        Weeks,
        AmpleWeeks,
        Year,
    }
}
