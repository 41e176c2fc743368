namespace Pathfinity.Cli;

/// <summary>What a command's end tells a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check did not hold.</summary>
    public const int CheckFailed = 1;

    /// <summary>Bad usage or bad input; nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>The environment lacks something; the message says what and how to get it.</summary>
    public const int EnvironmentLacks = 3;

    /// <summary>Stopped by Ctrl-C before it was done: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
