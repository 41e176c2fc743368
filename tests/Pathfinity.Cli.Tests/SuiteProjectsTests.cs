using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Tests;

public sealed class SuiteProjectsTests
{
    private static readonly string[] Cluster = ["Contracts", "Silo", "Api", "AppHost"];
    private static readonly string Root = SuiteProjects.OfCheckout(AppContext.BaseDirectory).Root;

    [Fact]
    public void The_local_solution_lists_all_projects_but_those_of_the_cluster()
    {
        var all = SuiteProjects.AllProjects(Read("Pathfinity.sln"));
        var local = SuiteProjects.LocalProjects(Read(SuiteProjects.LocalSolution));

        Assert.Empty(local.Except(all));
        Assert.All(all.Except(local), project => Assert.True(
            Cluster.Contains(RoomOf(project)), $"{project} is to be added to {SuiteProjects.LocalSolution}"));
        Assert.All(local, project => Assert.DoesNotContain(RoomOf(project), Cluster));
    }

    [Fact]
    public void Outside_a_checkout_there_is_nothing_to_run()
    {
        using var elsewhere = new TemporaryFolder();

        var refusal = Assert.Throws<CommandException>(() => SuiteProjects.OfCheckout(elsewhere.Root));

        Assert.Equal(ExitCode.EnvironmentLacks, refusal.ExitCode);
    }

    private static string RoomOf(string project) => Path.GetFileNameWithoutExtension(project).Split('.')[1];

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));
}
