using System.CommandLine;
using NodaTime;
using NodaTime.Extensions;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Worlds;

/// <summary>A world whose history ends today, as `up` and `world prepare` make it.</summary>
/// <param name="Students">Null for those of the preset demo, or for as many as the world has.</param>
/// <param name="History">Days before today on which it begins; null for those of the preset demo.</param>
/// <param name="Clock">demo, wall, or null for the default.</param>
internal sealed record NewWorld(int? Students, int? History, string? Clock)
{
    private const int HistoryMax = 3660;
    private static readonly WorldSpec Demo = Presets.Spec(Presets.Demo);

    public static Option<int?> StudentsOption() => SpecOptions.Students(Demo.Students);

    public static Option<int?> HistoryOption() =>
        Flag.Whole("--history", $"Days of history of a new world (default {Demo.History})", 1, HistoryMax);

    /// <summary>Makes the world where there is none; says whether it did.</summary>
    public async Task<bool> EnsureAsync(WorldHouse house, Settings settings, CancellationToken cancellation)
    {
        if (await house.Worlds.ExistsAsync(settings.World, cancellation))
        {
            return false;
        }
        var spec = Anchored(Demo with
        {
            Seed = settings.Seed ?? Demo.Seed,
            Students = Students ?? Demo.Students,
            History = History ?? Demo.History,
            Calendar = ClockOption.CalendarOf(Clock),
        });
        await house.CreateAsync(settings.World, spec with { To = null }, settings.Threads, cancellation);
        return true;
    }

    /// <summary>The spec with dates: days of history count back from the civil date that the world's clock shows now.</summary>
    public static WorldSpec Anchored(WorldSpec spec)
    {
        if (spec.History is not { } history)
        {
            return spec;
        }
        var zone = DateTimeZoneProviders.Tzdb[spec.Zone];
        var now = TimeProvider.System.GetUtcNow().ToInstant();
        var today = ClockOption.Clock(spec.Calendar, zone).WorldAt(now).InZone(zone).Date;
        return spec with { From = today.PlusDays(-history), To = today.PlusDays(-1), History = null };
    }

    /// <summary>Refuses options that contradict the world that is there.</summary>
    public void Check(WorldSpec spec, Settings settings)
    {
        if (Students is { } students && students != spec.Students)
        {
            throw CommandException.BadInput(
                $"the world {settings.World} has {spec.Students} students", "leave --students out, or choose another --world");
        }
        if (settings.Seed is { } seed && seed != spec.Seed)
        {
            throw CommandException.BadInput(
                $"the world {settings.World} has the seed {spec.Seed}", "leave --seed out, or choose another --world");
        }
    }
}
