using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Pathfinity.Storage;

namespace Pathfinity.Cli;

/// <summary>Looks for what Pathfinity uses on this machine, and changes nothing.</summary>
internal static class Examination
{
    public const string DotNet = ".NET SDK";
    public const string PostgreSql = "PostgreSQL";
    public const string Npm = "npm";
    public const string Chromium = "Chromium";
    public const string DataFolder = "data folder";
    private const double MemoryGiBMin = 2;

    public static async Task<ImmutableArray<Finding>> RunAsync(string dataFolder, CancellationToken ct) =>
    [
        await Program(
            DotNet, ["dotnet"], "install the .NET 10 SDK from https://dotnet.microsoft.com/download/dotnet/10.0", ct),
        await Server(ct),
        await Program(Npm, ["npm", "npm.cmd"], "only needed to fetch PostgreSQL: install Node.js, or PostgreSQL", ct),
        await Program(
            Chromium, ["chromium", "chromium-browser", "google-chrome", "chrome"],
            "only needed by the browser tests (Debian: apt install chromium)", ct),
        Folder(dataFolder),
        Cores(),
        Memory(),
    ];

    private static async Task<Finding> Program(
        string name, IEnumerable<string> programs, string fix, CancellationToken ct)
    {
        foreach (var program in programs)
        {
            try
            {
                var run = await ChildProcess.RunAsync(program, ["--version"], ct);
                if (run.ExitCode == 0)
                {
                    return new(name, true, $"{run.Output.Split('\n')[^1].Trim()} ({program})", null);
                }
            }
            catch (Win32Exception)
            {
                // There is no such program: try the next name.
            }
        }
        return new(name, false, "not found", fix);
    }

    private static async Task<Finding> Server(CancellationToken ct)
    {
        try
        {
            return await InstalledServer.FindAsync(ct) is { } server
                ? new(PostgreSql, true, $"{server.Version} ({server.Folder})", null)
                : new(PostgreSql, false, "not found", InstalledServer.HowToInstall);
        }
        catch (EnvironmentException e)
        {
            return new(PostgreSql, false, "cannot run here", e.Message);
        }
    }

    private static Finding Folder(string dataFolder)
    {
        var existing = dataFolder;
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }
        try
        {
            var probe = Path.Combine(existing, $".pathfinity-probe-{Environment.ProcessId}");
            using var file = new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return new(DataFolder, true, dataFolder, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            const string Fix = "make it writable, or choose another by --data";
            return new(DataFolder, false, $"{existing} cannot be written", Fix);
        }
    }

    private static Finding Cores() =>
        new("cores", true, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), null);

    private static Finding Memory()
    {
        var gib = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{gib:0.0} GiB");
        return gib >= MemoryGiBMin
            ? new("memory", true, detail, null)
            : new("memory", false, detail, $"give it at least {MemoryGiBMin} GiB");
    }
}
