using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pathfinity.Storage.Embedded;

/// <summary>
/// <c>owner.lock</c>: held open exclusively while a process owns a data folder, so that the system lets go of it
/// when the process dies in any way; who holds it stands inside.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);

    private readonly FileStream _file;

    private OwnerLock(FileStream file) => _file = file;

    public static async Task<OwnerLock> TakeAsync(string data, CancellationToken ct)
    {
        var path = PathIn(data);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, Exclusive);
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            var holder = await HolderAsync(path, ct);
            throw new DataFolderException(
                $"{data} is in use by {holder}: stop that one first, choose another --data, or work beside it with "
                + $"--db \"$(cat '{ConnectionFile.PathIn(data)}')\"", e);
        }
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(Self()));
        file.Flush();
        return new OwnerLock(file);
    }

    public static string PathIn(string data) => Path.Combine(data, "owner.lock");

    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    /// <summary>On Unix only <see cref="FileShare.None"/> keeps a second writer out; on Windows readers may come in.</summary>
    private static FileShare Exclusive => OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;

    private static string Self()
    {
        using var process = Process.GetCurrentProcess();
        var started = process.StartTime.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"process {Environment.ProcessId} on {Environment.MachineName}, started {started}\n";
    }

    /// <summary>.NET locks what it reads, so on Unix another program has to read the file while it is held.</summary>
    private static async Task<string> HolderAsync(string path, CancellationToken ct)
    {
        string text;
        if (OperatingSystem.IsWindows())
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            text = await new StreamReader(file).ReadToEndAsync(ct);
        }
        else
        {
            text = (await Command.RunAsync("cat", [path], null, ReadLimit, ct)).Output;
        }
        return text.Trim() is { Length: > 0 } holder ? holder : "another process";
    }
}
