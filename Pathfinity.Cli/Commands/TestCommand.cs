using System.CommandLine;
using System.Security.Cryptography;
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
        var crash = Flag.Whole("--crash", "Only the crash tests, with so many kills at moments of --seed or of chance", 1, CrashKillsMax);
        var cluster = new Option<bool>("--cluster") { Description = "Only what needs Orleans or Aspire" };
        var command = new Command("test", "Run the whole test suite") { filter, full, crash, cluster };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var kills = parsed.GetValue(crash);
            var wish = new SuiteWish(parsed.GetValue(filter), parsed.GetValue(full), kills, parsed.GetValue(cluster))
            {
                CrashSeed = kills is null ? null : settings.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue),
            };
            var tally = await SuiteRun.RunAsync(SuiteProjects.OfCheckout(AppContext.BaseDirectory), wish, terminal, ct);
            if (settings.Json)
            {
                terminal.Json(new
                {
                    tally.Ok, tally.Passed, tally.Failed, tally.Skipped, tally.Failures, tally.Skips,
                    Said = kills is null ? null : tally.Said.Select(said => said.Message),
                });
            }
            else
            {
                if (kills is not null)
                {
                    tally.Said.ToList().ForEach(said => terminal.Result(said.Message));
                }
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
