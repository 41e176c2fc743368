using System.CommandLine;
using NodaTime;
using NodaTime.Extensions;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Worlds;

/// <summary>A world whose history ends today, as `up` and `world prepare` make it.</summary>
/// <param name="Students">Null for the default, or for as many as the world has.</param>
/// <param name="History">Days before today on which it begins; null for the default.</param>
/// <param name="Clock">demo, wall, or null for the default.</param>
internal sealed record NewWorld(int? Students, int? History, string? Clock)
{
    private const int DefaultHistory = 180;
    private const int HistoryMax = 3660;
    private const long DefaultSeed = 1;

    public static Option<int?> HistoryOption() =>
        Flag.Whole("--history", $"Days of history of a new world (default {DefaultHistory})", 1, HistoryMax);

    /// <summary>Makes the world where there is none; says whether it did.</summary>
    public async Task<bool> EnsureAsync(WorldHouse house, Settings settings, CancellationToken cancellation)
    {
        if (await house.Worlds.ExistsAsync(settings.World, cancellation))
        {
            return false;
        }
        var spec = new WorldSpec
        {
            Seed = settings.Seed ?? DefaultSeed,
            From = default,
            Students = Students ?? SpecOptions.DefaultStudents,
            Calendar = ClockOption.CalendarOf(Clock),
        };
        // The anchor: history begins so many days before the civil date that the clock shows now.
        var zone = DateTimeZoneProviders.Tzdb[spec.Zone];
        var now = TimeProvider.System.GetUtcNow().ToInstant();
        var today = ClockOption.Clock(spec.Calendar, zone).WorldAt(now).InZone(zone).Date;
        var from = today.PlusDays(-(History ?? DefaultHistory));
        await house.CreateAsync(settings.World, spec with { From = from }, settings.Threads, cancellation);
        return true;
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
