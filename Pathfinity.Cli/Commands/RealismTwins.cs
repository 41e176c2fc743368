using NodaTime;
using Pathfinity.Cli.Worlds;
using Pathfinity.Realism;
using Pathfinity.Simulation;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`realism --twin`: what interventions do, by worlds that differ in nothing else.</summary>
internal static class RealismTwins
{
    private const int Seeds = 5;
    private const int Students = 140;
    private static readonly LocalDate From = new(2025, 8, 18);
    private static readonly LocalDate Through = new(2026, 5, 8);

    /// <summary>Lives the pairs on the newest release.</summary>
    public static async Task<TwinReport> LiveAsync(Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
        var house = await WorldHouse.OpenAsync(session, terminal, cancellation);
        var number = await CatalogueHouse.EnsureAsync(house.Catalogue, settings.Threads, terminal, cancellation);
        var release = await house.Catalogue.LoadReleaseAsync(number, cancellation);
        var pairs = new List<TwinPair>();
        for (var seed = settings.Seed ?? 1; pairs.Count < Seeds; seed++)
        {
            var spec = new WorldSpec { Seed = seed, From = From, Students = Students };
            pairs.Add(await terminal.ProgressAsync($"twin worlds of seed {seed}", _ => Task.Run(
                () => Twins.CompareAsync(spec, release, SchoolCalendar.Number(Through), settings.Threads, cancellation), cancellation)));
        }
        return TwinReport.Of(pairs);
    }

    public static async Task<int> RunAsync(Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        var report = await LiveAsync(settings, terminal, cancellation);
        if (settings.Json)
        {
            terminal.Json(new
            {
                ok = true, effect = report.Effect, low = report.Low, high = report.High, naive = report.Naive,
                naiveLevel = report.NaiveLevel, pairs = report.Pairs,
            });
        }
        else
        {
            PrintPairs(report, terminal);
            Print(report, terminal);
        }
        return ExitCode.Done;
    }

    /// <summary>The effect, and the comparison that misleads beside it.</summary>
    public static void Print(TwinReport report, Terminal terminal)
    {
        terminal.Result($"Points that interventions added from the first benchmark to the last, by pairs of worlds that differ in nothing else: "
            + $"{RealismCommand.Number(report.Effect)} ({RealismCommand.Number(report.Low)} to {RealismCommand.Number(report.High)}, 95 %).");
        terminal.Result($"The treated against the untreated of the same world: {RealismCommand.Number(report.Naive)} points of growth, "
            + $"{RealismCommand.Number(report.NaiveLevel)} points in the last scores, because teachers act on those who struggle.");
    }

    private static void PrintPairs(TwinReport report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in (string[])["seed", "treated", "others", "against twins", "against others", "last scores"])
        {
            table.AddColumn(name, column => column.RightAligned());
        }
        foreach (var pair in report.Pairs)
        {
            table.AddRow(
                $"{pair.Seed}", $"{pair.Treated}", $"{pair.Untreated}", RealismCommand.Number(pair.Effect),
                RealismCommand.Number(pair.Naive), RealismCommand.Number(pair.NaiveLevel));
        }
        terminal.Table(table);
    }
}
