using System.Diagnostics;
using Pathfinity.Storage.Embedded;

namespace Pathfinity.Storage.Tests.Embedded;

/// <summary>Another process that owns a data folder, in a process group of its own that hears Ctrl-C, as in a terminal.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, string connectionString) =>
        (_process, ConnectionString) = (process, connectionString);

    public int Id => _process.Id;

    public string ConnectionString { get; }

    public static async Task<ServerProcess> StartAsync(DirectoryInfo data)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Pathfinity.Storage.Host.dll");
        var process = Process.Start(new ProcessStartInfo("setsid", ["env", "--default-signal=INT", "dotnet", host, data.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        Assert.StartsWith("ready ", line);
        return new ServerProcess(process, line!["ready ".Length..]);
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Limit);
    }

    /// <summary>What Ctrl-C does: the interrupt goes to the whole group. Returns the last line and the exit code.</summary>
    public async Task<(string Said, int ExitCode)> InterruptAsync()
    {
        await RunAsync("kill", "-INT", "--", $"-{Id}");
        var said = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return (said.Trim(), _process.ExitCode);
    }

    /// <summary>Kills the process that would shut the server down after its owner's death.</summary>
    public static async Task KillWatchAsync(string cluster)
    {
        var found = await RunAsync("pgrep", "-f", $"pathfinity-watch {cluster}");
        await RunAsync("kill", "-9", found.Trim());
    }

    public static async Task EndOfAsync(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    public static async Task<string> RunAsync(string file, params string[] arguments)
    {
        var result = await Command.RunAsync(file, arguments, null, Limit, CancellationToken.None);
        Assert.True(result.Succeeded, $"{file}: {result.Complaint}");
        return result.Output;
    }
}
