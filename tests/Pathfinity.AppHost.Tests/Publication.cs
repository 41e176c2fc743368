using System.Diagnostics;
using Pathfinity.Testing;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.AppHost.Tests;

/// <summary>What the program publishes, by running it as a user does.</summary>
public sealed class Publication : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly TempFolder folder = new();

    public string Compose => folder.PathTo("compose");

    public string Kubernetes => folder.PathTo("kubernetes");

    /// <summary>Published for a PostgreSQL that is there, whose password is <see cref="Password"/>.</summary>
    public string Existing => folder.PathTo("existing");

    internal const string Password = "correct-horse";

    public Task InitializeAsync() => Task.WhenAll(
        PublishAsync("compose", Compose),
        PublishAsync("kubernetes", Kubernetes),
        PublishAsync("kubernetes", Existing, $"Host=db.example;Password={Password}"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>Published files by their path from the folder, with forward slashes.</summary>
    internal static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>A file's one document; where Helm would put a number, there is the expression as text.</summary>
    internal static YamlMappingNode Yaml(string folder, string file)
    {
        var yaml = new YamlStream();
        var text = File.ReadAllText(Path.Combine(folder, file)).Replace("port: {{", "port: #{{", StringComparison.Ordinal);
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static async Task PublishAsync(string target, string output, string? connection = null)
    {
        var info = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Pathfinity.AppHost.dll"),
            "--operation", "publish", "--step", "publish", "--target", target, "--output-path", output,
            // Else what was given to one publication would be remembered, and used in the next.
            "--clear-cache", "true",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ConnectionStrings__pathfinity"] = connection;
        using var process = Process.Start(info)!;
        using var limit = new CancellationTokenSource(Limit);
        var said = process.StandardOutput.ReadToEndAsync(limit.Token);
        var complained = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await said + await complained);
    }
}
