using System.Globalization;

namespace Pathfinity.Cli.Tests;

/// <summary>How often and where to kill, as `pathfinity test --crash` hands it on.</summary>
internal static class CrashWish
{
    private const int OrdinaryKills = 3;

    public static long Kills { get; } = Wish("PATHFINITY_CRASH_KILLS", OrdinaryKills);

    public static long Seed { get; } = Wish("PATHFINITY_CRASH_SEED", 20260105);

    /// <summary>
    /// Whether the world is a long one, of several schools and months, so that most of a run is writing and kills also
    /// fall on later months, on schools between two others, and on the keys at the end.
    /// </summary>
    public static bool IsThorough => Kills > OrdinaryKills;

    private static long Wish(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var wish) ? wish : otherwise;
}
