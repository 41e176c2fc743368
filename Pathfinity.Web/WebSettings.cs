using System.Globalization;
using System.Net;
using System.Reflection;
using Pathfinity.Storage;

namespace Pathfinity.Web;

/// <summary>Where the dashboard is served.</summary>
public sealed record WebSettings
{
    public const int DefaultPort = 5080;

    /// <summary>An IP address of this machine, localhost, or * for every address.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>0 for any free port, which needs an IP address as host.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The program whose build holds the static assets.</summary>
    public string Application { get; init; } = Assembly.GetEntryAssembly()?.GetName().Name ?? "pathfinity";

    /// <exception cref="BadInputException">Host or port is none.</exception>
    internal string Url()
    {
        if (Port is < 0 or > ushort.MaxValue)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"{Port} is no port; use 1 to {ushort.MaxValue}"));
        }
        if (Host is not ("localhost" or "*") && !IPAddress.TryParse(Host, out _))
        {
            throw new BadInputException($"'{Host}' is no address to serve on; use localhost, an IP address or *");
        }
        var host = Host.Contains(':', StringComparison.Ordinal) && Host[0] != '[' ? $"[{Host}]" : Host;
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port}");
    }
}
