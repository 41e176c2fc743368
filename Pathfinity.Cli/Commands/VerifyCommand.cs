using System.CommandLine;
using Pathfinity.Cli.Worlds;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`verify`: recompute analytics and digest from the raw activity and compare.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var command = new Command("verify", "Recompute every analytics figure and the digest from the raw activity");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var verification = await (await WorldHouse.OpenAsync(session, terminal, ct)).VerifyAsync(settings.World, ct);
            if (settings.Json)
            {
                terminal.Json(new
                {
                    ok = verification.Ok,
                    checks = verification.Checks.Length,
                    failed = verification.Failed.Select(f => new { name = f.Name, expected = f.Expected, actual = f.Actual }),
                });
            }
            else
            {
                Print(verification, settings.World, terminal.Result);
            }
            return verification.Ok ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    public static void Print(Verification verification, string world, Action<string> say)
    {
        foreach (var failed in verification.Failed)
        {
            say($"FAILED  {failed.Name}: the activity says {failed.Expected}; stored is {failed.Actual}");
        }
        say(verification.Ok
            ? $"{world}: all {verification.Checks.Length} checks hold."
            : $"{world}: {verification.Failed.Length} of {verification.Checks.Length} checks do not hold.");
    }
}
