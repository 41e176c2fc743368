using Pathfinity.Storage.Embedded;

namespace Pathfinity.Storage.Tests.Embedded;

internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix" : null;
}

internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "needs Linux";
}

internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "needs Linux and root";
}

internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute() => Skip = PostgresSearch.OfThisMachine().Npm is null ? "needs npm" : null;
}
