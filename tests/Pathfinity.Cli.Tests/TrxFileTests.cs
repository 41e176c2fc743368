using System.Xml.Linq;
using Pathfinity.Cli.Suite;

namespace Pathfinity.Cli.Tests;

public sealed class TrxFileTests
{
    private const string Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public void Results_are_counted_one_by_one()
    {
        var tally = Read("""
            <Results>
              <UnitTestResult testName="A.One" outcome="Passed" />
              <UnitTestResult testName="A.Two" outcome="Passed"><Output><StdOut>3 kills</StdOut></Output></UnitTestResult>
              <UnitTestResult testName="A.Three" outcome="Failed"><Output><ErrorInfo>
                <Message>expected 1</Message><StackTrace>at A.Three()</StackTrace>
              </ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="A.Four" outcome="NotExecuted"><Output><ErrorInfo>
                <Message>no browser here</Message>
              </ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="A.Five" outcome="Timeout" />
            </Results>
            """);

        Assert.Equal("2 passed, 2 failed, 1 skipped", tally.ToString());
        Assert.Equal(new TestNote("A.Three", "expected 1\nat A.Three()"), tally.Failures[0]);
        Assert.Equal(new TestNote("A.Two", "3 kills"), tally.Said.Single());
        Assert.Equal(new TestNote("A.Five", "no message"), tally.Failures[1]);
        Assert.Equal(new TestNote("A.Four", "no browser here"), tally.Skips.Single());
        Assert.False(tally.Ok);
    }

    [Fact]
    public void A_host_that_died_is_a_failure_even_when_every_result_is_good()
    {
        var tally = Read("""
            <Results><UnitTestResult testName="A.One" outcome="Passed" /></Results>
            <ResultSummary outcome="Failed"><RunInfos>
              <RunInfo outcome="Error"><Text>The active test run was aborted</Text></RunInfo>
            </RunInfos></ResultSummary>
            """);

        Assert.Equal(new TestNote("Pathfinity.A.Tests", "The active test run was aborted"), tally.Failures.Single());
        Assert.False(tally.Ok);
    }

    [Fact]
    public void A_warning_of_the_run_is_no_failure()
    {
        var tally = Read("""
            <Results><UnitTestResult testName="A.One" outcome="Passed" /></Results>
            <ResultSummary outcome="Completed"><RunInfos>
              <RunInfo outcome="Warning"><Text>No test is available</Text></RunInfo>
            </RunInfos></ResultSummary>
            """);

        Assert.True(tally.Ok);
    }

    [Fact]
    public void Nothing_that_ran_is_not_well()
    {
        Assert.False(Read("<Results />").Ok);
        Assert.False(SuiteTally.Skip("Pathfinity.Silo.Tests", "no packages").Ok);
    }

    private static SuiteTally Read(string body) =>
        TrxFile.Read(XDocument.Parse($"<TestRun xmlns=\"{Ns}\">{body}</TestRun>"), "Pathfinity.A.Tests");
}
