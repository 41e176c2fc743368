using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Tests;

/// <summary>The launcher for shells, beside a `dotnet` that only notes what it was asked for.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string FakeDotNet = """
        #!/bin/sh
        case $1 in
            --version)
                echo "${FAKE_SDK:-10.0.100}" ;;
            publish)
                echo "$*" >>"$FAKE_LOG"
                while [ "$1" != --output ]; do shift; done
                sleep "${FAKE_BUILD_SECONDS:-0}"
                [ -z "${FAKE_ERROR:-}" ] || { echo "$FAKE_ERROR"; exit 1; }
                mkdir -p "$2" && echo built >"$2/pathfinity.dll" ;;
            *.dll)
                [ -f "$1" ] || { echo "no such build"; exit 9; }
                shift
                for argument; do echo "[$argument]"; done
                pwd
                exit "${FAKE_EXIT:-0}" ;;
        esac
        """;

    /// <summary>What the launcher may use: no other program is on its path.</summary>
    private static readonly string[] Programs =
    [
        "cat", "cksum", "dirname", "find", "ln", "ls", "mkdir", "mv", "readlink", "rm", "sh", "sleep", "sort", "tail",
        "tr",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment = [];
    private readonly string log;

    public LauncherTests()
    {
        var source = SuiteProjects.OfCheckout(AppContext.BaseDirectory).Root;
        var script = File.ReadAllText(Path.Combine(source, "pathfinity"))
            .Replace("/usr/", "/nowhere/", StringComparison.Ordinal);
        folder.WriteProgram(script, "root", "pathfinity");
        foreach (var rules in new[] { "global.json", "Directory.Build.props", ".editorconfig", "BannedSymbols.txt" })
        {
            folder.Write("rules", "root", rules);
        }
        folder.Write("class A;", "root", "Pathfinity.Cli", "A.cs");
        folder.Write("class B;", "root", "Pathfinity.Cli", "Deep", "B.cs");
        folder.Write("class D;", "root", "bench", "D.cs");
        folder.WriteProgram(FakeDotNet, "bin", "dotnet");
        foreach (var program in Programs)
        {
            var found = new[] { "/usr/bin", "/bin" }.Select(bin => Path.Combine(bin, program)).First(File.Exists);
            File.CreateSymbolicLink(folder.PathTo("bin", program), found);
        }
        log = folder.PathTo("log");
        environment["PATH"] = folder.PathTo("bin");
        environment["HOME"] = folder.Root;
        environment["DOTNET_ROOT"] = string.Empty;
        environment["FAKE_LOG"] = log;
    }

    private int Builds => File.Exists(log) ? File.ReadAllLines(log).Length : 0;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_builds_once_and_then_only_starts()
    {
        await LaunchAsync("one");
        var second = await LaunchAsync("two");

        Assert.Equal(1, Builds);
        Assert.StartsWith("[two]", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor", "-p:RunAnalyzers=false")]
    [InlineData("test", "-p:RunAnalyzers=true")]
    public async Task Analyzers_run_for_the_suite_alone(string command, string expected)
    {
        await LaunchAsync(command);

        Assert.Contains(expected, File.ReadAllText(log).Split(' ', '\n'));
    }

    [Fact]
    public async Task Any_change_of_a_source_makes_a_new_build_and_a_change_back_does_not()
    {
        await LaunchAsync();
        folder.Write("class A2;", "root", "Pathfinity.Cli", "A.cs");
        await LaunchAsync();
        Assert.Equal(2, Builds);
        File.Delete(folder.PathTo("root", "Pathfinity.Cli", "Deep", "B.cs"));
        await LaunchAsync();
        Assert.Equal(3, Builds);
        File.Move(folder.PathTo("root", "Pathfinity.Cli", "A.cs"), folder.PathTo("root", "Pathfinity.Cli", "C.cs"));
        await LaunchAsync();
        Assert.Equal(4, Builds);

        folder.Write("class A;", "root", "Pathfinity.Cli", "A.cs");
        folder.Write("class B;", "root", "Pathfinity.Cli", "Deep", "B.cs");
        File.Delete(folder.PathTo("root", "Pathfinity.Cli", "C.cs"));
        await LaunchAsync();
        Assert.Equal(4, Builds);
    }

    [Fact]
    public async Task What_is_no_source_makes_no_new_build()
    {
        await LaunchAsync();
        folder.Write("1", "root", "Pathfinity.Cli", "obj", "x");
        folder.Write("1", "root", ".pathfinity", "data");
        folder.Write("1", "root", "docs", "guide.md");
        await LaunchAsync();

        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task It_keeps_a_few_builds_and_removes_older_ones()
    {
        for (var change = 0; change < 7; change++)
        {
            folder.Write($"class A{change};", "root", "Pathfinity.Cli", "A.cs");
            await LaunchAsync();
        }

        Assert.Equal(5, Directory.GetDirectories(folder.PathTo("root", "artifacts", "run")).Length);
    }

    [Fact]
    public async Task Launchers_at_the_same_time_build_once()
    {
        environment["FAKE_BUILD_SECONDS"] = "1";

        var runs = await Task.WhenAll(LaunchAsync("a"), LaunchAsync("b"), LaunchAsync("c"));

        Assert.Equal(1, Builds);
        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
    }

    [Fact]
    public async Task A_lock_that_a_dead_process_left_holds_nobody_up()
    {
        Directory.CreateDirectory(folder.PathTo("root", "artifacts", "run"));
        var dead = await ChildProcess.RunAsync("/bin/sh", ["-c", "echo $$"], CancellationToken.None);
        File.CreateSymbolicLink(folder.PathTo("root", "artifacts", "run", "lock"), dead.Output);

        Assert.Equal(0, (await LaunchAsync()).ExitCode);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task Arguments_the_current_folder_and_the_exit_code_pass_through()
    {
        environment["FAKE_EXIT"] = "2";
        var elsewhere = Directory.CreateDirectory(folder.PathTo("else where")).FullName;

        var run = await ChildProcess.RunAsync(
            folder.PathTo("root", "pathfinity"), ["live", "a b", "$HOME", ""], CancellationToken.None, elsewhere,
            environment);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["[live]", "[a b]", "[$HOME]", "[]", elsewhere], run.Output.Split('\n').Where(line => line != ""));
    }

    [Fact]
    public async Task A_link_to_it_works_too()
    {
        Directory.CreateSymbolicLink(folder.PathTo("link"), folder.PathTo("root"));
        File.CreateSymbolicLink(folder.PathTo("short"), "link/pathfinity");

        var run = await ChildProcess.RunAsync(
            folder.PathTo("short"), ["x"], CancellationToken.None, environment: environment);

        Assert.StartsWith("[x]", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task A_build_that_fails_is_shown_and_tried_again()
    {
        environment["FAKE_ERROR"] = "A.cs(1,1): error CS1001";
        var failed = await LaunchAsync();
        environment["FAKE_ERROR"] = string.Empty;
        var mended = await LaunchAsync();

        Assert.Equal(3, failed.ExitCode);
        Assert.StartsWith("A.cs(1,1): error CS1001\npathfinity: the build", failed.Output, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task Without_the_sdk_it_says_where_to_get_it()
    {
        File.Delete(folder.PathTo("bin", "dotnet"));

        var run = await LaunchAsync();

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "pathfinity: the .NET 10 SDK is not installed; install it from "
            + "https://dotnet.microsoft.com/download/dotnet/10.0",
            run.Output);
    }

    [Theory]
    [InlineData("8.0.400")]
    [InlineData("not a version")]
    public async Task An_older_sdk_will_not_do(string version)
    {
        environment["FAKE_SDK"] = version;

        var run = await LaunchAsync();

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("pathfinity: the .NET 10 SDK is needed", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Builds);
    }

    private Task<ChildProcess> LaunchAsync(params string[] arguments) => ChildProcess.RunAsync(
        folder.PathTo("root", "pathfinity"), arguments, CancellationToken.None, folder.Root, environment);
}
