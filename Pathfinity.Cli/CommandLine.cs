using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Pathfinity.Cli.Commands;
using Pathfinity.ServiceDefaults;

namespace Pathfinity.Cli;

/// <summary>The root command: all commands, the options they share, and one place for what goes wrong.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to stop after Ctrl-C; an embedded server writes a checkpoint.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            using var telemetry = StartTelemetry();
            var parsed = Create(terminal, telemetry).Parse(args.Length == 0 ? ["--help"] : args);
            return parsed.Action is ParseErrorAction
                ? Refuse(parsed, terminal)
                : await parsed.InvokeAsync(new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = StopLimit,
                    Output = terminal.Output,
                    Error = terminal.ErrorOutput,
                });
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            terminal.Error(failure.Line);
            return failure.ExitCode;
        }
    }

    private static Telemetry? StartTelemetry()
    {
        try
        {
            return Telemetry.Start("pathfinity", new ConfigurationBuilder().AddEnvironmentVariables().Build());
        }
        catch (FormatException e)
        {
            throw CommandException.BadInput(e.Message, "correct it or unset it");
        }
    }

    private static RootCommand Create(Terminal terminal, Telemetry? telemetry)
    {
        var common = new CommonOptions();
        var root = new RootCommand("Makes living schools: a world of students from one seed, with history, live.")
        {
            UpCommand.Create(common, terminal, telemetry),
            WorldCommand.Create(common, terminal),
            SimulateCommand.Create(common, terminal),
            LiveCommand.Create(common, terminal),
            VerifyCommand.Create(common, terminal),
            ContentCommand.Create(common, terminal),
            ExportCommand.Create(common, terminal),
            BenchCommand.Create(common, terminal),
            SoakCommand.Create(common, terminal),
            DatabaseCommand.Create(common, terminal),
            RealismCommand.Create(common, terminal),
            DoctorCommand.Create(common, terminal),
            TestCommand.Create(common, terminal),
        };
        root.HelpName = "pathfinity";
        common.AddTo(root);
        return root;
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        var whatIsWrong = parsed.UnmatchedTokens is [var token, ..]
            ? $"there is no command or option {token}"
            : parsed.Errors[0].Message.TrimEnd('.');
        terminal.Error($"{whatIsWrong}; see {CommandPath(parsed)} --help");
        return ExitCode.BadInput;
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }
        return string.Join(' ', names.Prepend("pathfinity"));
    }
}
