using System.Diagnostics;

namespace Pathfinity.Cli;

/// <summary>A program that was run to its end.</summary>
internal sealed record ChildProcess(int ExitCode, string Output)
{
    /// <summary>Runs a program without input; both its streams are collected as they come.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<ChildProcess> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken ct,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? string.Empty,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var lines = new List<string>();
        void Collect(string? line)
        {
            lock (lines)
            {
                lines.Add(line ?? string.Empty);
            }
        }
        process.OutputDataReceived += (_, e) => Collect(e.Data);
        process.ErrorDataReceived += (_, e) => Collect(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new(process.ExitCode, string.Join('\n', lines).Trim());
    }
}
