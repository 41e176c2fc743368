using System.Diagnostics;
using System.Globalization;

namespace Pathfinity.Storage.Embedded;

/// <summary>Whose process a number in <c>postmaster.pid</c> is.</summary>
internal enum PidOwner
{
    /// <summary>No such process: PostgreSQL clears the file away itself.</summary>
    Nobody,

    /// <summary>The server of this very cluster.</summary>
    Ours,

    /// <summary>Some other program.</summary>
    Another,
}

/// <summary>The file in which a running server writes its process number.</summary>
internal static class PostmasterPid
{
    private static readonly TimeSpan PsLimit = TimeSpan.FromSeconds(10);

    public static string FileIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    public static int? Read(string cluster)
    {
        try
        {
            var first = File.ReadLines(FileIn(cluster)).FirstOrDefault();
            return int.TryParse(first, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A server works in its cluster's folder and is called postgres; where that cannot be seen, its command line tells.</summary>
    public static async Task<PidOwner> WhoseAsync(int pid, string cluster, CancellationToken ct)
    {
        string name;
        try
        {
            using var process = Process.GetProcessById(pid);
            name = process.ProcessName;
        }
        catch (ArgumentException)
        {
            return PidOwner.Nobody;
        }
        if (!name.StartsWith("postgres", StringComparison.OrdinalIgnoreCase))
            return PidOwner.Another;
        if (OperatingSystem.IsWindows())
            return PidOwner.Ours;
        if (OperatingSystem.IsLinux())
            return IsSameFolder(pid, cluster) ? PidOwner.Ours : PidOwner.Another;
        var answer = await Command.RunAsync("ps", ["-ww", "-o", "command=", "-p", $"{pid}"], null, PsLimit, ct);
        return answer.Output.Contains(cluster, StringComparison.Ordinal) ? PidOwner.Ours : PidOwner.Another;
    }

    private static bool IsSameFolder(int pid, string cluster)
    {
        try
        {
            return new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget == RealPath(cluster);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The path without links in any of its parts.</summary>
    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        var target = new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true);
        return target is null ? here : RealPath(target.FullName);
    }
}
