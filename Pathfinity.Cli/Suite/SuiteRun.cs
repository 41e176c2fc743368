using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Pathfinity.Cli.Suite;

/// <summary>Builds and runs test projects one after another, so that none disturbs what another measures.</summary>
internal static class SuiteRun
{
    /// <summary>A single test that takes longer has hung.</summary>
    private const string TestLimit = "15m";
    private const int OutputLinesMax = 40;

    private static readonly Dictionary<string, string> Quiet = new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    public static async Task<SuiteTally> RunAsync(
        SuiteProjects projects, SuiteWish wish, Terminal terminal, CancellationToken ct)
    {
        var results = Directory.CreateTempSubdirectory("pathfinity-test-");
        try
        {
            var run = new ProjectRun(projects.Root, results.FullName, wish, terminal);
            var local = wish.ClusterOnly ? SuiteTally.Empty : await LocalAsync(projects, run, terminal, ct);
            return local + await ElsewhereAsync(projects, run, ct);
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static async Task<SuiteTally> LocalAsync(
        SuiteProjects projects, ProjectRun run, Terminal terminal, CancellationToken ct)
    {
        terminal.Note("building the tests");
        var build = await run.DotNetAsync(["build", SuiteProjects.LocalSolution, .. ProjectRun.Release], ct);
        if (build.ExitCode != 0)
        {
            return SuiteTally.Failure(SuiteProjects.LocalSolution, "it does not build:\n" + build.LastLines());
        }
        var tally = SuiteTally.Empty;
        foreach (var project in projects.Local)
        {
            tally += await run.TestAsync(project, ct);
        }
        return tally;
    }

    private static async Task<SuiteTally> ElsewhereAsync(
        SuiteProjects projects, ProjectRun run, CancellationToken ct)
    {
        var tally = SuiteTally.Empty;
        foreach (var project in projects.Elsewhere)
        {
            var restore = await run.DotNetAsync(["restore", project], ct);
            if (restore.ExitCode != 0)
            {
                var why = $"its packages cannot be restored here: {restore.FirstError()}";
                tally += SuiteTally.Skip(Path.GetFileNameWithoutExtension(project), why);
                continue;
            }
            var build = await run.DotNetAsync(["build", project, .. ProjectRun.Release], ct);
            tally += build.ExitCode == 0
                ? await run.TestAsync(project, ct)
                : SuiteTally.Failure(project, "it does not build:\n" + build.LastLines());
        }
        return tally;
    }

    private static string LastLines(this ChildProcess process) =>
        string.Join('\n', process.Output.Split('\n').TakeLast(OutputLinesMax));

    private static string FirstError(this ChildProcess process) =>
        process.Output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim()
            ?? "no reason given";

    private sealed class ProjectRun(string root, string results, SuiteWish wish, Terminal terminal)
    {
        public static readonly string[] Release = ["--configuration", "Release", "--verbosity", "quiet"];

        private readonly Dictionary<string, string> environment = new(Quiet.Concat(wish.Environment));

        public Task<ChildProcess> DotNetAsync(string[] arguments, CancellationToken ct) =>
            ChildProcess.RunAsync("dotnet", arguments, ct, root, environment);

        public async Task<SuiteTally> TestAsync(string project, CancellationToken ct)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var trx = Path.Combine(results, name + ".trx");
            string[] filter = wish.Expression is { } expression ? ["--filter", expression] : [];
            var stopwatch = Stopwatch.StartNew();
            var test = await DotNetAsync(
                [
                    "test", project, "--no-build", .. Release, .. filter, "--logger", $"trx;LogFileName={name}.trx",
                    "--results-directory", results, "--blame-hang-timeout", TestLimit, "--blame-hang-dump-type", "none",
                ],
                ct);
            var tally = File.Exists(trx) ? TrxFile.Read(XDocument.Load(trx), name) : SuiteTally.Empty;
            if (test.ExitCode != 0 && tally.Failed == 0)
            {
                tally += SuiteTally.Failure(name, "the run ended early:\n" + test.LastLines());
            }
            var seconds = stopwatch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            terminal.Note($"{name}: {tally} ({seconds} s)");
            return tally;
        }
    }
}
