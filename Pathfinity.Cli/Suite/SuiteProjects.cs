using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pathfinity.Cli.Suite;

/// <summary>The test projects of a checkout, as its solution and the local part of it list them.</summary>
/// <param name="Root">The folder of the checkout.</param>
/// <param name="Local">Paths under the root, in the order of the solution.</param>
/// <param name="Elsewhere">Those that only the whole solution lists: their packages may not be to be had here.</param>
internal sealed partial record SuiteProjects(
    string Root, ImmutableArray<string> Local, ImmutableArray<string> Elsewhere)
{
    public const string LocalSolution = "Pathfinity.Local.slnf";
    private const string Solution = "Pathfinity.sln";

    /// <summary>Looks upward from a folder inside the checkout, such as that of the running build.</summary>
    public static SuiteProjects OfCheckout(string inside)
    {
        for (var folder = new DirectoryInfo(inside); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, LocalSolution)))
            {
                return Of(folder.FullName);
            }
        }
        throw CommandException.EnvironmentLacks(
            "the tests are not here", "run ./pathfinity test in a checkout of the sources");
    }

    private static SuiteProjects Of(string root)
    {
        var local = LocalProjects(File.ReadAllText(Path.Combine(root, LocalSolution)));
        var all = AllProjects(File.ReadAllText(Path.Combine(root, Solution)));
        return new(root, [.. local.Where(IsTest)], [.. all.Except(local).Where(IsTest)]);
    }

    public static ImmutableArray<string> LocalProjects(string solutionFilter)
    {
        using var json = JsonDocument.Parse(solutionFilter);
        var projects = json.RootElement.GetProperty("solution").GetProperty("projects");
        return [.. projects.EnumerateArray().Select(project => Slashed(project.GetString()!))];
    }

    public static ImmutableArray<string> AllProjects(string solution) =>
        [.. ProjectLine().Matches(solution).Select(match => Slashed(match.Groups[1].Value))];

    private static bool IsTest(string project) => project.EndsWith(".Tests.csproj", StringComparison.Ordinal);

    private static string Slashed(string path) => path.Replace('\\', '/');

    [GeneratedRegex("""^Project\(.*\) = ".*", "(.*\.csproj)"\s*,""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
