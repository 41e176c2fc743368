using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NodaTime.Extensions;
using Pathfinity.Cli.Soak;
using Pathfinity.Cli.Worlds;
using Pathfinity.Simulation;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`soak`: a live world for hours, and whether what it takes stays the same.</summary>
internal static class SoakCommand
{
    /// <summary>A school day in a minute.</summary>
    private const double DefaultSpeed = 1440;
    private const double HoursMost = 24 * 90;
    private const int Samples = 240;
    private static readonly TimeSpan OftenMost = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SeldomMost = TimeSpan.FromMinutes(1);

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var hours = Flag.Of<double>(
            "--hours", "How long; 0.05 is three minutes", $"a number above 0, at most {HoursMost}",
            (string text, out double value) => double.TryParse(text, CultureInfo.InvariantCulture, out value)
                && value > 0 && value <= HoursMost);
        hours.Required = true;
        var speed = Flag.Of<double>(
            "--speed", $"World seconds a second (default {DefaultSpeed}: a school day in a minute)", "a number above 0",
            (string text, out double value) => double.TryParse(text, CultureInfo.InvariantCulture, out value)
                && value > 0 && double.IsFinite(value));
        var students = NewWorld.StudentsOption();
        var command = new Command("soak", "Live for hours: memory, handles, lag and WAL, flat or not") { hours, speed, students };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var house = await WorldHouse.OpenAsync(session, terminal, ct);
            var wish = new NewWorld(parsed.GetValue(students), History: 1, Clock: null);
            await wish.EnsureAsync(house, settings, ct);
            await using var engine = await Engine.TakeAsync(house, settings.World, ct);
            wish.Check(engine.World.Spec, settings);
            var length = TimeSpan.FromHours(parsed.GetValue(hours)!.Value);
            var samples = await RunAsync(session, engine.World, length, parsed.GetValue(speed) ?? DefaultSpeed, terminal, ct);
            return Print(SoakReport.Of(samples), samples.Count, settings, terminal);
        });
        return command;
    }

    private static async Task<List<SoakSample>> RunAsync(
        DatabaseSession session, OpenWorld world, TimeSpan length, double speed, Terminal terminal, CancellationToken ct)
    {
        var start = world.Calendar.Dawn(world.CompleteThrough + 1);
        var pace = new PacedClock(null, start, TimeProvider.System.GetUtcNow().ToInstant(), speed);
        var live = new LiveEngine(world, pace, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var living = live.RunAsync(null, stop.Token);
        var clock = Stopwatch.StartNew();
        var probe = new SoakProbe(live, session.Database.Source, clock);
        var often = length / Samples;
        using var tick = new PeriodicTimer(often < OftenMost ? OftenMost : often > SeldomMost ? SeldomMost : often);
        var samples = new List<SoakSample>();
        await terminal.ProgressAsync($"{world.Lease.World} soaks", async bar =>
        {
            while ((clock.Elapsed < length || samples.Count < SoakReport.SamplesLeast) && !living.IsCompleted)
            {
                await tick.WaitForNextTickAsync(ct);
                samples.Add(await probe.SampleAsync(ct));
                bar.Report((long)clock.Elapsed.TotalSeconds, (long)length.TotalSeconds);
            }
            return samples.Count;
        });
        await stop.CancelAsync();
        await living;
        return samples;
    }

    private static int Print(
        IReadOnlyCollection<SoakMeasure> measures, int samples, Settings settings, Terminal terminal)
    {
        var ok = measures.All(measure => measure.Flat);
        if (settings.Json)
        {
            terminal.Json(new { ok, world = settings.World, samples, measures });
            return ok ? ExitCode.Done : ExitCode.CheckFailed;
        }
        var table = new Table().AddColumns("after warm-up", "unit");
        foreach (var column in new[] { "early", "late", "most" })
        {
            table.AddColumn(column, own => own.RightAligned());
        }
        table.AddColumn("");
        foreach (var measure in measures)
        {
            table.AddRow(
                measure.Name, measure.Unit, Number(measure.Early), Number(measure.Late), Number(measure.Most),
                measure.Flat ? "flat" : "GROWS");
        }
        terminal.Table(table);
        terminal.Result(ok ? $"{settings.World} is flat after warm-up, by {samples} samples." : $"{settings.World} is not flat.");
        return ok ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static string Number(double value) => value.ToString("N1", CultureInfo.InvariantCulture);
}
