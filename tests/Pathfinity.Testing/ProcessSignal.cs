using System.Runtime.InteropServices;

namespace Pathfinity.Testing;

/// <summary>Signals to a process of ours, on Unix: each takes effect before the call returns or a moment after.</summary>
public static class ProcessSignal
{
    private const int Killed = 9;
    private const int Terminated = 15;
    private const int NoSuchProcess = 3;

    private static int Stopped => OperatingSystem.IsMacOS() ? 17 : 19;

    private static int Continued => OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>Freezes it where it is; false when it has ended by itself.</summary>
    public static bool Stop(int process) => Reaches(process, Stopped);

    /// <summary>Lets a frozen one go on.</summary>
    public static void Continue(int process) => Send(process, Continued);

    /// <summary>Asks it to end, as Ctrl-C does; that itself is not heard by what a shell has started in the background.</summary>
    public static void Terminate(int process) => Send(process, Terminated);

    /// <summary>Ends it as a power cut would.</summary>
    public static void Kill(int process) => Send(process, Killed);

    private static void Send(int process, int signal)
    {
        if (!Reaches(process, signal))
        {
            throw new InvalidOperationException($"Signal {signal} does not reach process {process}: there is none.");
        }
    }

    /// <summary>False when there is no such process any more.</summary>
    private static bool Reaches(int process, int signal)
    {
        if (kill(process, signal) == 0)
        {
            return true;
        }
        var error = Marshal.GetLastPInvokeError();
        return error == NoSuchProcess
            ? false
            : throw new InvalidOperationException($"Signal {signal} does not reach process {process}: error {error}.");
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
