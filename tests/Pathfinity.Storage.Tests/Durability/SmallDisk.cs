using System.Globalization;
using Pathfinity.Storage.Embedded;
using Pathfinity.Storage.Tests.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>A tablespace in memory whose size the test sets.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    public const string Tablespace = "small";
    private const string Roomy = "512m";
    private const long Kilobyte = 1024;
    private readonly TempFolder folder = new();
    private readonly string server;

    private SmallDisk(string server) => this.server = server;

    private string Path => folder.FolderTo("disk").FullName;

    public static async Task<SmallDisk> MountAsync(string server)
    {
        var disk = new SmallDisk(server);
        Directory.CreateDirectory(disk.Path);
        await ServerProcess.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Roomy}", "tmpfs", disk.Path);
        var user = await ServerUser.ChooseAsync(null, CancellationToken.None);
        Assert.True(await user.OwnAsync(disk.Path, CancellationToken.None));
        await SqlText.RunAsync(server, $"CREATE TABLESPACE {Tablespace} LOCATION '{disk.Path}'");
        return disk;
    }

    /// <summary>Leaves room for a few pages more.</summary>
    public Task FillAsync()
    {
        var drive = new DriveInfo(Path);
        var used = (drive.TotalSize - drive.TotalFreeSpace) / Kilobyte;
        return ResizeAsync(string.Create(CultureInfo.InvariantCulture, $"{used + 64}k"));
    }

    public Task GrowAsync() => ResizeAsync(Roomy);

    public async ValueTask DisposeAsync()
    {
        await Embedded.Sql.AskAsync(server, $"DROP TABLESPACE IF EXISTS {Tablespace}");
        await ServerProcess.RunAsync("umount", Path);
        folder.Dispose();
    }

    private Task ResizeAsync(string size) => ServerProcess.RunAsync("mount", "-o", $"remount,size={size}", Path);
}

internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Lacking = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "needs Linux and root, to mount a small disk";
        }
        using var folder = new TempFolder();
        var mounted = Mount("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Folder.FullName);
        if (mounted.Succeeded)
        {
            Mount("umount", folder.Folder.FullName);
        }
        return mounted.Succeeded ? null : $"a small disk cannot be mounted here: {mounted.Complaint}";
    });

    public SmallDiskFactAttribute() => Skip = Lacking.Value;

    private static CommandResult Mount(string program, params string[] arguments) =>
        Command.RunAsync(program, arguments, null, TimeSpan.FromSeconds(10), CancellationToken.None).GetAwaiter().GetResult();
}
