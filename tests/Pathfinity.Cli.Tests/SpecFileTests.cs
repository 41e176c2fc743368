using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

public sealed class SpecFileTests
{
    [Theory]
    [InlineData("teachers: 9", "line 3: teachers: 300 students in classes of 22 at most make 35 classrooms")]
    [InlineData("teachers: 400", "line 3: teachers: 400 are more than the 300 students")]
    [InlineData("to: 2026-01-04", "line 3: to: 2026-01-04 is before the first day, 2026-01-05")]
    public async Task What_cannot_be_is_refused_with_file_line_and_reason(string line, string reason)
    {
        using var folder = new TempFolder();
        var spec = folder.PathTo("asked.yaml");
        await File.WriteAllTextAsync(spec, $"seed: 7\nfrom: 2026-01-05\n{line}\n");

        var ended = await CommandProcess.RunAsync("world", "create", "--world", "asked", "--spec", spec);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"asked.yaml: {reason}", ended.Error, StringComparison.Ordinal);
    }
}
