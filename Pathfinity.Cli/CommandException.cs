namespace Pathfinity.Cli;

/// <summary>Ends a command with one line for its user: what is wrong, and what to do.</summary>
internal sealed class CommandException : Exception
{
    private CommandException(int exitCode, string whatIsWrong, string whatToDo)
        : base($"{whatIsWrong}; {whatToDo}") => ExitCode = exitCode;

    public int ExitCode { get; }

    public static CommandException CheckFailed(string whatIsWrong, string whatToDo) =>
        new(Cli.ExitCode.CheckFailed, whatIsWrong, whatToDo);

    public static CommandException BadInput(string whatIsWrong, string whatToDo) =>
        new(Cli.ExitCode.BadInput, whatIsWrong, whatToDo);

    public static CommandException EnvironmentLacks(string whatIsWrong, string whatToDo) =>
        new(Cli.ExitCode.EnvironmentLacks, whatIsWrong, whatToDo);
}
