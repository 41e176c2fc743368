using System.Security.Cryptography;

namespace Pathfinity.Storage.Embedded;

/// <summary>A file that only its owner may read.</summary>
internal static class SecretFile
{
    private const int PasswordBytes = 24;

    public static void Write(string path, string secret)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(secret);
    }

    public static string Read(string path) => File.ReadAllText(path).Trim();

    public static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
}
