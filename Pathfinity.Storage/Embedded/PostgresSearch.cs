namespace Pathfinity.Storage.Embedded;

/// <summary>Where to look for PostgreSQL: a folder that was named, else many folders, and npm when they hold none.</summary>
internal sealed record PostgresSearch(string? Named, IReadOnlyList<string> Folders, string? Npm)
{
    public const string Variable = "PATHFINITY_PG_BIN";

    /// <summary>Patterns of the folders that installers use; a star stands for one version.</summary>
    private static readonly string[] Usual =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/usr/libexec/postgresql*",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/usr/local/pgsql/bin",
    ];

    public static PostgresSearch OfThisMachine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] usual = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
            : Usual;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        return new PostgresSearch(
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? Path.GetFullPath(named) : null,
            [.. path.Concat(usual.SelectMany(Expand)).Distinct(StringComparer.Ordinal)],
            path.Select(folder => Path.Combine(folder, npm)).FirstOrDefault(File.Exists));
    }

    private static string[] Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return [pattern];
        var parent = Path.GetDirectoryName(pattern[..star])!;
        if (!Directory.Exists(parent))
            return [];
        var rest = pattern[(parent.Length + 1)..].Split('/', '\\');
        return [.. Directory.EnumerateDirectories(parent, rest[0])
            .Order(StringComparer.Ordinal)
            .Select(folder => Path.Combine([folder, .. rest[1..]]))];
    }
}
