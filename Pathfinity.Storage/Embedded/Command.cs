using System.ComponentModel;
using System.Diagnostics;

namespace Pathfinity.Storage.Embedded;

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The most telling line of what the command said, for a one-line message.</summary>
    public string Complaint =>
        $"{Error}\n{Output}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .OrderByDescending(line => line.Contains("FATAL") || line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault() ?? $"exit code {ExitCode}";
}

/// <summary>Runs other programs to their end.</summary>
internal static class Command
{
    private const int NotFound = 127;
    private const int NotExecutable = 126;

    /// <summary>Exit codes 126 and 127 stand for a program that cannot be started, as in a shell.</summary>
    public static async Task<CommandResult> RunAsync(
        string file, IEnumerable<string> arguments, string? folder, TimeSpan limit, CancellationToken ct,
        bool readOutput = true)
    {
        using var process = new Process { StartInfo = Describe(file, arguments, folder) };
        process.StartInfo.RedirectStandardOutput = readOutput;
        process.StartInfo.RedirectStandardError = readOutput;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandResult(e.NativeErrorCode == 2 ? NotFound : NotExecutable, "", e.Message);
        }
        process.StandardInput.Close();
        var output = readOutput ? process.StandardOutput.ReadToEndAsync(CancellationToken.None) : Task.FromResult("");
        var error = readOutput ? process.StandardError.ReadToEndAsync(CancellationToken.None) : Task.FromResult("");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            throw new EnvironmentException($"{file} did not end within {limit.TotalSeconds:0} seconds");
        }
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Without a console of its own a program on Windows would get our Ctrl-C; messages are asked for in English.
    /// </summary>
    public static ProcessStartInfo Describe(string file, IEnumerable<string> arguments, string? folder)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder ?? "",
            CreateNoWindow = true,
            RedirectStandardInput = true,
        };
        info.Environment["LC_ALL"] = "C";
        return info;
    }
}
