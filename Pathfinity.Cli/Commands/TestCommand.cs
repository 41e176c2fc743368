using System.CommandLine;
using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Commands;

/// <summary>`test`: the whole suite from the checkout that the command was built from.</summary>
internal static class TestCommand
{
    private const int CrashKillsMax = 100_000;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var filter = new Option<string?>("--filter") { Description = "Only tests so named, in part", HelpName = "X" };
        var full = new Option<bool>("--full") { Description = "The long tier too" };
        var crash = Flag.Whole("--crash", "Only the crash tests, with so many kills", 1, CrashKillsMax);
        var cluster = new Option<bool>("--cluster") { Description = "Only what needs Orleans or Aspire" };
        var command = new Command("test", "Run the whole test suite") { filter, full, crash, cluster };
        command.SetAction(async (parsed, ct) =>
        {
            var wish = new SuiteWish(
                parsed.GetValue(filter), parsed.GetValue(full), parsed.GetValue(crash), parsed.GetValue(cluster));
            var tally = await SuiteRun.RunAsync(SuiteProjects.OfCheckout(AppContext.BaseDirectory), wish, terminal, ct);
            if (common.Read(parsed, Environment.GetEnvironmentVariable).Json)
            {
                terminal.Json(new { tally.Ok, tally.Passed, tally.Failed, tally.Skipped, tally.Failures, tally.Skips });
            }
            else
            {
                Print(tally, terminal);
            }
            return Code(tally, wish);
        });
        return command;
    }

    /// <summary>Asked for what needs Orleans or Aspire alone, nothing that ran means that they are not to be had here.</summary>
    internal static int Code(SuiteTally tally, SuiteWish wish) => tally.Ok ? ExitCode.Done
        : wish.ClusterOnly && tally.Failed == 0 && tally.Passed == 0 ? ExitCode.EnvironmentLacks
        : ExitCode.CheckFailed;

    private static void Print(SuiteTally tally, Terminal terminal)
    {
        foreach (var skips in tally.Skips.GroupBy(skip => skip.Message))
        {
            terminal.Result($"skipped {string.Join(", ", skips.Select(skip => skip.Test))}: {skips.Key}");
        }
        foreach (var failure in tally.Failures)
        {
            terminal.Result($"FAILED {failure.Test}");
            terminal.Result(failure.Message);
            terminal.Result(string.Empty);
        }
        terminal.Result($"{tally.Passed} passed, {tally.Failed} failed, {tally.Skipped} skipped");
    }
}
