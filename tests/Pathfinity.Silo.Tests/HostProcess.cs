using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pathfinity.Silo.Tests;

/// <summary>A silo or the API as a process of its own, configured by environment variables alone.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private readonly Process process;
    private readonly Task<string> error;
    private readonly HttpClient client;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client => client;

    public static HostProcess Silo(string connectionString, string cluster, params string[] arguments) => Start(
        "Pathfinity.Silo", connectionString, cluster, new()
        {
            ["Orleans__Endpoints__SiloPort"] = Text(FreePort()),
            ["Orleans__Endpoints__GatewayPort"] = Text(FreePort()),
            ["Orleans__Endpoints__AdvertisedIPAddress"] = "127.0.0.1",
        }, arguments);

    /// <summary>A job of the silo's program, which ends by itself.</summary>
    public static HostProcess Job(string connectionString, Dictionary<string, string> environment, params string[] arguments) =>
        Start("Pathfinity.Silo", connectionString, "job", environment, arguments);

    public static HostProcess Api(string connectionString, string cluster, string worlds) => Start(
        "Pathfinity.Api", connectionString, cluster, new() { ["Pathfinity__Worlds"] = worlds });

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task<HostProcess> ReadyAsync()
    {
        await UntilAsync(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
        return this;
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            Assert.False(process.HasExited, process.HasExited ? await error : "");
            try
            {
                if (await holds())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
        process.Kill();
        Assert.Fail($"It did not come to that: {await error}");
    }

    /// <summary>Waits for its end: the exit code, and what it said.</summary>
    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await error);
    }

    /// <summary>Kills it as a power cut would.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        process.Dispose();
        client.Dispose();
    }

    private static HostProcess Start(
        string project, string connectionString, string cluster, Dictionary<string, string> environment,
        params string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var folder = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
        var info = new ProcessStartInfo("dotnet", [Path.Combine(folder, project + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        environment["ConnectionStrings__pathfinity"] = connectionString;
        environment["Orleans__ClusterId"] = cluster;
        environment["ASPNETCORE_URLS"] = address;
        environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }
        return new HostProcess(Process.Start(info)!, new Uri(address));
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
