namespace Pathfinity.Architecture.Tests;

/// <summary>The files of the checkout that the tests run from, without what builds and runs leave in it.</summary>
internal static class Repository
{
    private static readonly string[] Passed = ["artifacts", "bin", "obj", "node_modules", "TestResults"];

    public static readonly string Root = FindRoot();

    /// <summary>Every text file, as a path from the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Below(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static IEnumerable<string> OfKind(params string[] endings) =>
        Files.Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pathfinity.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("These tests run from a build inside the repository.");
    }

    private static IEnumerable<string> Below(string folder)
    {
        var own = Directory.EnumerateFiles(folder);
        var lower = Directory.EnumerateDirectories(folder)
            .Where(child => !Passed.Contains(Path.GetFileName(child)) && Path.GetFileName(child)[0] != '.'
                || Path.GetFileName(child) == ".ci")
            .SelectMany(Below);
        return own.Concat(lower);
    }
}
