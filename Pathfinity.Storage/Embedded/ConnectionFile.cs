namespace Pathfinity.Storage.Embedded;

/// <summary>
/// <c>connection</c>: how to reach the running server, for a second command beside its owner. Readable by the owner
/// alone, and gone when the server is.
/// </summary>
internal static class ConnectionFile
{
    public static string PathIn(string data) => Path.Combine(data, "connection");

    public static void Write(string data, string connectionString) =>
        SecretFile.Write(PathIn(data), connectionString);

    public static void Remove(string data) => File.Delete(PathIn(data));
}
