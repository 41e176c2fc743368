using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Cli;

/// <summary>What the user of a command is told of an exception: one line and an exit code.</summary>
internal sealed record Failure(int ExitCode, string Line)
{
    private const string TryAnotherDatabase =
        "see that it runs and that --db is right, or leave --db out to use the embedded server";

    private const string Stopped = "stopped before it was done; the same command continues";

    public static Failure Of(Exception exception) => exception switch
    {
        CommandException e => new(e.ExitCode, e.Message),
        BadInputException or DataFolderException => new(Cli.ExitCode.BadInput, OneLine(exception.Message)),
        EnvironmentException => new(Cli.ExitCode.EnvironmentLacks, OneLine(exception.Message)),
        OperationCanceledException => new(Cli.ExitCode.Interrupted, Stopped),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } e => Lacks(
            $"the database has no connection left: {e.MessageText}",
            "end other programs, raise max_connections, or need fewer: add 'Maximum Pool Size=4' to the connection string"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } e => Lacks(
            $"the database's machine is full: {e.MessageText}", "make room; the same command continues"),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } e => Lacks(
            $"the database ended a statement: {e.MessageText}",
            "raise statement_timeout, or add 'Options=-c statement_timeout=0' to the connection string; the same command continues"),
        PostgresException e => Lacks($"the database refused: {e.MessageText}", TryAnotherDatabase),
        LeaseLostException => new(Cli.ExitCode.BadInput, OneLine(exception.Message)),
        NpgsqlException e => Lacks($"the database cannot be reached: {e.Message}", TryAnotherDatabase),
        UnauthorizedAccessException e => Lacks(e.Message, "make it accessible, or choose another folder"),
        IOException e => Lacks(e.Message, "see that the path is right and the disk has room"),
        _ => new(Cli.ExitCode.CheckFailed, $"a defect of pathfinity, please report it: {exception}"),
    };

    private static Failure Lacks(string whatIsWrong, string whatToDo) =>
        new(Cli.ExitCode.EnvironmentLacks, $"{OneLine(whatIsWrong)}; {whatToDo}");

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r')).TrimEnd('.', ' ');
}
