namespace Pathfinity.Cli.Tests;

public sealed class DiagnosisTests
{
    private static readonly string[] All =
    [
        Examination.DotNet, Examination.PostgreSql, Examination.Npm, Examination.Chromium, Examination.DataFolder,
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(true, Examination.PostgreSql)]
    [InlineData(true, Examination.Npm)]
    [InlineData(true, Examination.Chromium)]
    [InlineData(true, Examination.Npm, Examination.Chromium)]
    [InlineData(false, Examination.PostgreSql, Examination.Npm)]
    [InlineData(false, Examination.DotNet)]
    [InlineData(false, Examination.DataFolder)]
    public void A_machine_will_do_with_what_it_needs_and_one_way_to_a_database(bool ok, params string[] lacking)
    {
        var diagnosis = Diagnosis.Of([.. All.Select(name => Found(name, !lacking.Contains(name)))]);

        Assert.Equal(ok, diagnosis.Ok);
    }

    private static Finding Found(string name, bool ok) => new(name, ok, "detail", ok ? null : "fix");
}
