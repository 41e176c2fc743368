using System.Collections.Immutable;

namespace Pathfinity.Cli;

/// <summary>One thing that was looked for; a fix where it is lacking.</summary>
internal sealed record Finding(string Name, bool Ok, string Detail, string? Fix);

internal sealed record Diagnosis(bool Ok, ImmutableArray<Finding> Findings)
{
    /// <summary>Only tests use a browser, and either of PostgreSQL and npm is enough; the rest is needed.</summary>
    public static Diagnosis Of(ImmutableArray<Finding> findings)
    {
        bool Has(string name) => findings.Any(finding => finding.Name == name && finding.Ok);
        bool Optional(string name) => name is Examination.Chromium or Examination.PostgreSql or Examination.Npm;
        var server = Has(Examination.PostgreSql) || Has(Examination.Npm);
        return new(server && findings.All(finding => finding.Ok || Optional(finding.Name)), findings);
    }
}
