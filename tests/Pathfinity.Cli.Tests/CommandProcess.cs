using System.Collections.Immutable;
using System.Diagnostics;

namespace Pathfinity.Cli.Tests;

/// <summary>The command as a process of its own, as a user runs it.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private CommandProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static CommandProcess Start(params string[] arguments) =>
        Start(ImmutableDictionary<string, string?>.Empty, arguments);

    public static CommandProcess Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "pathfinity.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        info.Environment.Remove("ConnectionStrings__pathfinity");
        info.Environment.Remove("PATHFINITY_DATA");
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }
        return new CommandProcess(Process.Start(info)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var command = Start(arguments);
        return await command.EndAsync();
    }

    /// <param name="within">How long it may take; four minutes when nothing is said.</param>
    public async Task<Ended> EndAsync(TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? Limit);
        await process.WaitForExitAsync(limit.Token);
        return new Ended(process.ExitCode, await output, await error);
    }

    /// <summary>Kills the process as a power cut would.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    internal sealed record Ended(int ExitCode, string Output, string Error)
    {
        public override string ToString() => $"exit {ExitCode}\n{Output}\n{Error}";
    }
}
