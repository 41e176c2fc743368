using System.Globalization;
using Pathfinity.Learning;
using Pathfinity.Storage;

namespace Pathfinity.Realism.Tests;

public class WorldTests
{
    private const int Weeks = 8;

    [Fact]
    [Trait("Tier", "full")]
    public async Task A_lived_world_shows_what_a_naive_generator_does_not()
    {
        var lived = Battery.Run(await LivedWorld.WeeksAsync(LivedWorld.Spec(seed: 7, students: 98), Weeks));
        var naive = Battery.Run(NaiveLog.Make(seed: 7, students: 98));
        Assert.True(lived.Passed >= 2 * naive.Passed, $"It passes {lived.Passed}, the naive one {naive.Passed}.");
        Assert.All(
            (string[])["time.pace", "time.lag1", "time.wrong", "hints.after.wrong", "session.wave", "week.weekend"],
            name => Assert.True(lived.Statistics.Single(s => s.Name == name).Passed, Told(lived, name)));
        Assert.NotEmpty(lived.Pictures);
    }

    [Fact]
    public Task A_school_year_of_400_students_lies_in_every_band() => LiesInEveryBandAsync(101);

    [Theory]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    [InlineData(105)]
    [Trait("Tier", "full")]
    public Task And_so_does_one_of_other_dice(long seed) => LiesInEveryBandAsync(seed);

    private static async Task LiesInEveryBandAsync(long seed)
    {
        var report = Battery.Run(await LivedWorld.YearAsync(seed));
        Assert.True(report.Ok, string.Join("; ", report.Statistics.Where(s => !s.Passed).Select(s => Told(report, s.Name))));
    }

    [Fact]
    [Trait("Tier", "full")]
    public async Task A_rate_of_learning_twice_as_high_is_found_twice_as_high()
    {
        var model = ModelParameters.Default;
        var once = await RecoverAsync(model);
        var twice = await RecoverAsync(model with { SkillRateMedian = 2 * model.SkillRateMedian });
        Assert.InRange(Rate(twice).Found / Rate(once).Found, 1.6, 2.4);
        Assert.InRange(Rate(twice).Truth / Rate(once).Truth, 1.9, 2.1);
        Assert.All(once.Parameters, p => Assert.True(p.Holds, $"{p.Name}: made with {p.Truth}, found {p.Found}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Tier", "full")]
    public async Task What_a_demo_was_made_with_comes_back(long seed)
    {
        var spec = LivedWorld.Demo(seed);
        var report = Recovery.Run(await LivedWorld.DemoAsync(spec), LivedWorld.HiddenDemo(spec));
        Assert.Contains(report.Parameters, p => p.Name == "misconceptions.held");
        Assert.All(report.Parameters, p => Assert.True(p.Holds, $"{p.Name}: made with {p.Truth}, found {p.Found}"));
    }

    [Fact]
    [Trait("Tier", "full")]
    public async Task A_world_made_from_a_log_shows_the_logs_own_statistics()
    {
        var model = ModelParameters.Default with
        {
            ResponseLogMean = ModelParameters.Default.ResponseLogMean - 0.5, HintAbstainerShare = 0.2, PaceDeviation = 0.25,
        };
        var log = await LivedWorld.WeeksAsync(LivedWorld.Spec(seed: 31, students: 140, model), Weeks);
        var fitted = await LogFit.RunAsync(log, LivedWorld.SmallRelease, "America/Chicago", 2, null, CancellationToken.None);
        Near(fitted, "response_log_mean", 0.15);
        Near(fitted, "hint_abstainer_share", 0.15);
        Near(fitted, "pace_deviation", 0.10);
        Near(fitted, "intercept", 0.30);
        Assert.Equal(fitted.Spec, Pathfinity.Simulation.WorldSpecYaml.Read(fitted.Yaml()));
        Assert.All(fitted.Cells, cell => Assert.True(cell.Students >= LogFit.CellMin));
    }

    [Fact]
    public async Task A_log_of_too_few_students_is_refused()
    {
        var log = NaiveLog.Make(seed: 1, students: 14);
        var refused = await Assert.ThrowsAsync<BadInputException>(
            () => LogFit.RunAsync(log, LivedWorld.SmallRelease, "America/Chicago", 1, null, CancellationToken.None));
        Assert.Contains("14 students", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<RecoveryReport> RecoverAsync(ModelParameters model)
    {
        var spec = LivedWorld.Spec(seed: 21, students: 140, model);
        return Recovery.Run(await LivedWorld.WeeksAsync(spec, 14), LivedWorld.Hidden(spec, 14));
    }

    private static Recovered Rate(RecoveryReport report) => report.Parameters.Single(p => p.Name == "learning.rate");

    private static void Near(FitReport report, string key, double tolerance)
    {
        var own = report.Constants.Single(c => c.Key == key);
        Assert.True(own.Determined);
        Assert.InRange(own.Made!.Value, own.Log!.Value - tolerance, own.Log.Value + tolerance);
    }

    private static string Told(RealismReport report, string name)
    {
        var own = report.Statistics.Single(s => s.Name == name);
        return string.Create(CultureInfo.InvariantCulture, $"{name} is {own.Value}, not {own.Low} to {own.High}");
    }
}
