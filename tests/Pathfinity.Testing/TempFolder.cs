namespace Pathfinity.Testing;

/// <summary>A new empty folder that every user may enter, deleted with all in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    private const UnixFileMode Everyone = UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("pathfinity-");

    public TempFolder()
    {
        if (!OperatingSystem.IsWindows())
            Folder.UnixFileMode |= Everyone;
    }

    public string PathTo(params string[] names) => Path.Combine([Folder.FullName, .. names]);

    public DirectoryInfo FolderTo(string name) => new(PathTo(name));

    public void Dispose() => Folder.Delete(recursive: true);
}
