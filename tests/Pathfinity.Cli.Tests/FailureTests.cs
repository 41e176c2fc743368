using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Tests;

public sealed class FailureTests
{
    public static TheoryData<Exception, int> Expected => new()
    {
        { CommandException.CheckFailed("a count differs", "report it"), ExitCode.CheckFailed },
        { CommandException.BadInput("there is no world x", "see world list"), ExitCode.BadInput },
        { CommandException.EnvironmentLacks("port 5080 is in use", "choose another"), ExitCode.EnvironmentLacks },
        { new DataFolderException("the folder is in use; choose another"), ExitCode.BadInput },
        { new EnvironmentException("no PostgreSQL was found; install it"), ExitCode.EnvironmentLacks },
        { new NpgsqlException("Failed to connect\nto 127.0.0.1"), ExitCode.EnvironmentLacks },
        { new PostgresException("no such database", "FATAL", "FATAL", "3D000"), ExitCode.EnvironmentLacks },
        { new PostgresException("too many connections for role", "FATAL", "FATAL", "53300"), ExitCode.EnvironmentLacks },
        { new PostgresException("could not extend file", "ERROR", "ERROR", "53100"), ExitCode.EnvironmentLacks },
        { new PostgresException("canceling statement due to statement timeout", "ERROR", "ERROR", "57014"), ExitCode.EnvironmentLacks },
        { new LeaseLostException("the world 'x' is now held by another (epoch 3); this engine stops"), ExitCode.BadInput },
        { new UnauthorizedAccessException("Access to /x is denied."), ExitCode.EnvironmentLacks },
        { new IOException("No space left on device"), ExitCode.EnvironmentLacks },
        { new OperationCanceledException(), ExitCode.Interrupted },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void What_a_user_can_mend_is_one_line_that_says_how(Exception exception, int exitCode)
    {
        var failure = Failure.Of(exception);

        Assert.Equal(exitCode, failure.ExitCode);
        Assert.Matches("^[^\n]+; [^\n]+$", failure.Line);
    }

    [Fact]
    public void A_defect_shows_where_it_is()
    {
        var failure = Failure.Of(new InvalidOperationException("not expected"));

        Assert.Equal(ExitCode.CheckFailed, failure.ExitCode);
        Assert.Contains("System.InvalidOperationException: not expected", failure.Line, StringComparison.Ordinal);
    }
}
