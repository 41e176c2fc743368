using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pathfinity.Cli.Suite;

/// <summary>A results file of `dotnet test --logger trx`.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>A run that ended early is a failure, whatever its tests say.</summary>
    public static SuiteTally Read(XDocument document, string project)
    {
        var results = document.Descendants(Ns + "UnitTestResult").ToImmutableArray();
        ImmutableArray<TestNote> With(Func<string, bool> outcome) =>
            [.. results.Where(result => outcome(Outcome(result))).Select(Note)];

        var failures = With(outcome => outcome is not ("Passed" or "NotExecuted"));
        var errors = document.Descendants(Ns + "RunInfo")
            .Where(info => Outcome(info) == "Error" && failures.IsEmpty)
            .Select(info => new TestNote(project, info.Value.Trim()));
        return new(
            results.Count(result => Outcome(result) == "Passed"),
            failures.AddRange(errors),
            With(outcome => outcome == "NotExecuted"))
        {
            Said = [.. results.Where(result => Said(result).Length > 0).Select(result => new TestNote(Name(result), Said(result)))],
        };
    }

    private static string Name(XElement result) => (string?)result.Attribute("testName") ?? "?";

    private static string Said(XElement result) =>
        result.Element(Ns + "Output")?.Element(Ns + "StdOut")?.Value.Trim() ?? string.Empty;


    private static string Outcome(XElement element) => (string?)element.Attribute("outcome") ?? string.Empty;

    private static TestNote Note(XElement result)
    {
        var error = result.Element(Ns + "Output")?.Element(Ns + "ErrorInfo");
        var lines = new[] { error?.Element(Ns + "Message"), error?.Element(Ns + "StackTrace") };
        var text = string.Join('\n', lines.Select(line => line?.Value.Trim()).Where(line => line?.Length > 0));
        return new(Name(result), text.Length > 0 ? text : "no message");
    }
}
