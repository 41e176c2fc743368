namespace Pathfinity.Cli.Suite;

/// <summary>What of the suite is wanted.</summary>
/// <param name="Filter">A part of a test's full name, or null for all.</param>
/// <param name="Full">Whether the tests of the long tier run too: those with the trait Tier=full.</param>
/// <param name="CrashKills">When given, only the tests with the trait Kind=crash, with so many kills.</param>
/// <param name="ClusterOnly">Whether only the projects outside the local solution run.</param>
internal sealed record SuiteWish(string? Filter, bool Full, int? CrashKills, bool ClusterOnly)
{
    /// <summary>The filter expression of `dotnet test`, or null when every test is wanted.</summary>
    public string? Expression
    {
        get
        {
            string?[] parts =
            [
                Filter is null ? null : $"({Filter})",
                Full || CrashKills is not null ? null : "Tier!=full",
                CrashKills is null ? null : "Kind=crash",
            ];
            return parts.Any(part => part is not null) ? string.Join('&', parts.Where(part => part is not null)) : null;
        }
    }

    /// <summary>
    /// How many test projects run at a time: one where tests measure or kill. Three took two processors longer than two
    /// (980 s for 926).
    /// </summary>
    public int Lanes => Full || CrashKills is not null || System.Environment.ProcessorCount == 1 ? 1 : 2;

    /// <summary>A single test that takes longer has hung: each kill is followed by a whole resumption.</summary>
    public int TestMinutesMax => Math.Max(Full ? 60 : 15, 2 * (CrashKills ?? 0));

    /// <summary>The seed of the moments at which the crash tests kill; null for the tests' own.</summary>
    public long? CrashSeed { get; init; }

    /// <summary>What the tests themselves read.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var read = new Dictionary<string, string>();
            if (CrashKills is { } kills)
            {
                read.Add("PATHFINITY_CRASH_KILLS", $"{kills}");
            }
            if (CrashSeed is { } seed)
            {
                read.Add("PATHFINITY_CRASH_SEED", $"{seed}");
            }
            return read;
        }
    }
}
