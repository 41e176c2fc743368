using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Pathfinity.Cli.Suite;

/// <summary>Builds the test projects, then runs some at a time, but the long tier, which measures, one by one.</summary>
internal static class SuiteRun
{
    private const int OutputLinesMax = 40;

    /// <summary>
    /// Quiet tools, and code compiled once: most tests run a piece of code only a few times, and counting for the compiler
    /// and compiling a second time took the content's tests 66 s of processor time for 38, others a third.
    /// </summary>
    private static readonly Dictionary<string, string> ToolSettings = new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_QuickJit"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    public static async Task<SuiteTally> RunAsync(
        SuiteProjects projects, SuiteWish wish, Terminal terminal, CancellationToken ct)
    {
        var results = Directory.CreateTempSubdirectory("pathfinity-test-");
        try
        {
            var run = new ProjectRun(projects.Root, results.FullName, wish, terminal);
            var local = wish.ClusterOnly ? Built.None : await BuildLocalAsync(projects, run, terminal, ct);
            var elsewhere = await BuildElsewhereAsync(projects, run, ct);
            var tallies = await TestAsync([.. local.Projects, .. elsewhere.Projects], run, wish.Lanes, ct);
            return tallies.Aggregate(local.Unbuilt + elsewhere.Unbuilt, (sum, tally) => sum + tally);
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    /// <summary>Tallies in the order of the projects; those with most to run begin first, to end with the others.</summary>
    private static async Task<SuiteTally[]> TestAsync(
        string[] projects, ProjectRun run, int lanes, CancellationToken ct)
    {
        int[] order = [.. Enumerable.Range(0, projects.Length).OrderByDescending(at => run.SourceBytes(projects[at]))];
        var tallies = new SuiteTally[projects.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = ct };
        await Parallel.ForAsync(0, projects.Length, options, async (turn, stop) =>
            tallies[order[turn]] = await run.TestAsync(projects[order[turn]], stop));
        return tallies;
    }

    private static async Task<Built> BuildLocalAsync(
        SuiteProjects projects, ProjectRun run, Terminal terminal, CancellationToken ct)
    {
        terminal.Note("building the tests");
        var build = await run.DotNetAsync(["build", SuiteProjects.LocalSolution, .. ProjectRun.Build], ct);
        return build.ExitCode == 0
            ? new(projects.Local, SuiteTally.Empty)
            : new([], SuiteTally.Failure(SuiteProjects.LocalSolution, "it does not build:\n" + build.LastLines()));
    }

    private static async Task<Built> BuildElsewhereAsync(
        SuiteProjects projects, ProjectRun run, CancellationToken ct)
    {
        var built = Built.None;
        foreach (var project in projects.Elsewhere)
        {
            var restore = await run.DotNetAsync(["restore", project], ct);
            if (restore.ExitCode != 0)
            {
                var why = $"its packages cannot be restored here: {restore.FirstError()}";
                built += SuiteTally.Skip(Path.GetFileNameWithoutExtension(project), why);
                continue;
            }
            var build = await run.DotNetAsync(["build", project, .. ProjectRun.Build], ct);
            built = build.ExitCode == 0
                ? built with { Projects = built.Projects.Add(project) }
                : built + SuiteTally.Failure(project, "it does not build:\n" + build.LastLines());
        }
        return built;
    }

    private static string LastLines(this ChildProcess process) =>
        string.Join('\n', process.Output.Split('\n').TakeLast(OutputLinesMax));

    private static string FirstError(this ChildProcess process) =>
        process.Output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))?.Trim()
            ?? "no reason given";

    /// <summary>What can be run, and a note on each that cannot.</summary>
    private sealed record Built(ImmutableArray<string> Projects, SuiteTally Unbuilt)
    {
        public static readonly Built None = new([], SuiteTally.Empty);

        public static Built operator +(Built built, SuiteTally unbuilt) =>
            built with { Unbuilt = built.Unbuilt + unbuilt };
    }

    private sealed class ProjectRun(string root, string results, SuiteWish wish, Terminal terminal)
    {
        public static readonly string[] Release = ["--configuration", "Release", "--verbosity", "quiet"];

        /// <summary>With one warm compiler for all projects, also where MSBuild may leave none of its own processes.</summary>
        public static readonly string[] Build = [.. Release, "-p:UseSharedCompilation=true"];

        private readonly Dictionary<string, string> environment = new(ToolSettings.Concat(wish.Environment));

        public Task<ChildProcess> DotNetAsync(string[] arguments, CancellationToken ct) =>
            ChildProcess.RunAsync("dotnet", arguments, ct, root, environment);

        /// <summary>How much a project has to run, as its sources tell.</summary>
        public long SourceBytes(string project) =>
            new DirectoryInfo(Path.Combine(root, Path.GetDirectoryName(project)!))
                .EnumerateFiles("*.cs", SearchOption.AllDirectories)
                .Sum(file => file.Length);

        public async Task<SuiteTally> TestAsync(string project, CancellationToken ct)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var trx = Path.Combine(results, name + ".trx");
            string[] filter = wish.Expression is { } expression ? ["--filter", expression] : [];
            var stopwatch = Stopwatch.StartNew();
            var test = await DotNetAsync(
                [
                    "test", project, "--no-build", .. Release, .. filter, "--logger", $"trx;LogFileName={name}.trx",
                    "--results-directory", results, "--blame-hang-timeout", $"{wish.TestMinutesMax}m", "--blame-hang-dump-type", "none",
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
