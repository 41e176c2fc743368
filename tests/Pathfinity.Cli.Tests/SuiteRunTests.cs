using Pathfinity.Cli.Commands;
using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Tests;

/// <summary>A small checkout of its own, built and run by the real `dotnet`.</summary>
public sealed class SuiteRunTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.10.1" />
            <PackageReference Include="xunit" Version="2.9.3" />
            <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
          </ItemGroup>
        </Project>
        """;

    private const string Tests = """
        using Xunit;
        public class Small
        {
            [Fact] public void Good() { }
            [Fact] public void Bad() => Assert.Equal("left", "right");
            [Fact(Skip = "no browser here")] public void Not_here() { }
            [Fact, Trait("Tier", "full")] public void Long() { }
            [Fact, Trait("Kind", "crash")] public void Crash() =>
                Assert.NotEqual("13", System.Environment.GetEnvironmentVariable("PATHFINITY_CRASH_KILLS"));
        }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter notes = new();

    public SuiteRunTests()
    {
        folder.Write(Project, "Here.Tests", "Here.Tests.csproj");
        folder.Write(Tests, "Here.Tests", "Small.cs");
        folder.Write(
            Project.Replace("\"xunit\" Version", "\"Pathfinity.Is.Not.A.Package\" Version", StringComparison.Ordinal),
            "Away.Tests", "Away.Tests.csproj");
        folder.Write(
            """{"solution": {"path": "Pathfinity.sln", "projects": ["Here.Tests\\Here.Tests.csproj"]}}""",
            "Pathfinity.Local.slnf");
        folder.Write(
            """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("TYPE") = "Here.Tests", "Here.Tests\Here.Tests.csproj", "HERE"
            EndProject
            Project("TYPE") = "Away.Tests", "Away.Tests\Away.Tests.csproj", "AWAY"
            EndProject
            Global
              GlobalSection(SolutionConfigurationPlatforms) = preSolution
                Release|Any CPU = Release|Any CPU
              EndGlobalSection
              GlobalSection(ProjectConfigurationPlatforms) = postSolution
                HERE.Release|Any CPU.ActiveCfg = Release|Any CPU
                HERE.Release|Any CPU.Build.0 = Release|Any CPU
              EndGlobalSection
            EndGlobal
            """
                .Replace("TYPE", "{9A19103F-16F7-4668-BE54-9A1E7A4F7556}", StringComparison.Ordinal)
                .Replace("HERE", "{00000000-0000-0000-0000-000000000001}", StringComparison.Ordinal)
                .Replace("AWAY", "{00000000-0000-0000-0000-000000000002}", StringComparison.Ordinal),
            "Pathfinity.sln");
    }

    public void Dispose()
    {
        folder.Dispose();
        notes.Dispose();
    }

    [Fact]
    public async Task Real_results_are_counted_and_what_cannot_be_restored_is_skipped()
    {
        var usual = await RunAsync(new(null, Full: false, null, ClusterOnly: false));
        Assert.Equal("2 passed, 1 failed, 2 skipped", usual.ToString());
        Assert.Equal("Small.Bad", usual.Failures.Single().Test);
        Assert.Contains("Expected: \"left\"", usual.Failures.Single().Message, StringComparison.Ordinal);
        Assert.Contains(new TestNote("Small.Not_here", "no browser here"), usual.Skips);
        var away = usual.Skips.Single(skip => skip.Test == "Away.Tests");
        Assert.Contains("cannot be restored here", away.Message, StringComparison.Ordinal);
        Assert.Contains("Here.Tests: 2 passed, 1 failed, 1 skipped", notes.ToString(), StringComparison.Ordinal);

        var some = await RunAsync(new("Long|Good", Full: true, null, ClusterOnly: false));
        Assert.Equal("2 passed, 0 failed, 1 skipped", some.ToString());

        var crash = await RunAsync(new(null, Full: false, 13, ClusterOnly: false));
        Assert.Equal("Small.Crash", crash.Failures.Single().Test);

        var cluster = await RunAsync(new(null, Full: false, null, ClusterOnly: true));
        Assert.Equal("0 passed, 0 failed, 1 skipped", cluster.ToString());
        Assert.Equal(ExitCode.EnvironmentLacks, TestCommand.Code(cluster, new(null, Full: false, null, ClusterOnly: true)));

        folder.Write("public class Small {", "Here.Tests", "Small.cs");
        var broken = await RunAsync(new(null, Full: false, null, ClusterOnly: false));
        Assert.Contains("error CS1513", broken.Failures.Single().Message, StringComparison.Ordinal);
    }

    private Task<SuiteTally> RunAsync(SuiteWish wish)
    {
        var terminal = new Terminal(TextWriter.Null, notes, interactive: false);
        return SuiteRun.RunAsync(SuiteProjects.OfCheckout(folder.Root), wish, terminal, CancellationToken.None);
    }
}
