namespace Pathfinity.Cli.Tests;

/// <summary>An empty folder whose name has a space, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("pathfinity cli ").FullName;

    public string PathTo(params string[] names) => Path.Combine([Root, .. names]);

    public string Write(string text, params string[] names)
    {
        var path = PathTo(names);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A file that its owner may run.</summary>
    public string WriteProgram(string text, params string[] names)
    {
        var path = Write(text, names);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
