using Npgsql;
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
        PostgresException e => Lacks($"the database refused: {e.MessageText}", TryAnotherDatabase),
        NpgsqlException e => Lacks($"the database cannot be reached: {e.Message}", TryAnotherDatabase),
        UnauthorizedAccessException e => Lacks(e.Message, "make it accessible, or choose another folder"),
        IOException e => Lacks(e.Message, "see that the path is right and the disk has room"),
        _ => new(Cli.ExitCode.CheckFailed, $"a defect of pathfinity, please report it: {exception}"),
    };

    private static Failure Lacks(string whatIsWrong, string whatToDo) =>
        new(Cli.ExitCode.EnvironmentLacks, $"{OneLine(whatIsWrong)}; {whatToDo}");

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r')).TrimEnd('.', ' ');
}
