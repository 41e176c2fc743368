using System.CommandLine;

namespace Pathfinity.Cli.Commands;

/// <summary>`doctor`: what this machine has and lacks.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var command = new Command("doctor", "Say what this machine has and lacks");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var diagnosis = Diagnosis.Of(await Examination.RunAsync(settings.DataFolder, ct));
            if (settings.Json)
            {
                terminal.Json(diagnosis);
            }
            else
            {
                Print(diagnosis, terminal);
            }
            return diagnosis.Ok ? ExitCode.Done : ExitCode.EnvironmentLacks;
        });
        return command;
    }

    private static void Print(Diagnosis diagnosis, Terminal terminal)
    {
        var width = diagnosis.Findings.Max(finding => finding.Name.Length);
        foreach (var finding in diagnosis.Findings)
        {
            terminal.Result($"{(finding.Ok ? "ok   " : "lacks")}  {finding.Name.PadRight(width)}  {finding.Detail}");
            if (finding.Fix is not null)
            {
                terminal.Result($"       {string.Empty.PadRight(width)}  {finding.Fix}");
            }
        }
        terminal.Result(diagnosis.Ok ? "Pathfinity can run here." : "Pathfinity cannot run here yet.");
    }
}
