using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pathfinity.Storage.Embedded;

/// <summary>The running server of one cluster: starts it, stops it, and clears away what a killed predecessor left.</summary>
internal sealed class Postmaster(
    ServerHome home, PostgresBinaries binaries, ServerUser user, Func<int?>? choosePort = null)
{
    private const int MaxAttempts = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan WatchLimit = TimeSpan.FromSeconds(5);

    private readonly string _log = Path.Combine(home.Cluster, "server.log");
    private Process? _watch;

    /// <summary>
    /// Starts the server on a free port and returns it. The port may be taken between the question and the start,
    /// and a predecessor's last children may still be letting go of its memory; both pass.
    /// </summary>
    public async Task<int> StartAsync(IProgress<string>? progress, CancellationToken ct)
    {
        await StopPredecessorAsync(progress, ct);
        progress?.Report($"Starting PostgreSQL {binaries.Version}");
        for (var attempt = 1; ; attempt++)
        {
            var port = choosePort?.Invoke() ?? FreePort();
            ServerSettings.Write(home, port);
            KeepOneLog();
            var result = await user.RunAsync(
                binaries.PgCtl,
                ["start", "-D", home.Cluster, "-l", _log, "-w", "-t", Seconds(StartLimit), "-s"],
                home.Folder, StartLimit + StopLimit, ct, readOutput: !OperatingSystem.IsWindows());
            if (result.Succeeded)
            {
                _watch = Watch();
                return port;
            }
            ct.ThrowIfCancellationRequested();
            var log = File.Exists(_log) ? await File.ReadAllTextAsync(_log, ct) : "";
            if (attempt == MaxAttempts || !Passes(log))
                throw DidNotStart(result, log);
            await Task.Delay(BetweenAttempts, TimeProvider.System, ct);
        }
    }

    /// <summary>Fast: sessions are ended, a checkpoint is written. Immediate when that takes too long; nothing is lost.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (!await PgCtlStopAsync("fast", ct) && PostmasterPid.Read(home.Cluster) is not null)
            await PgCtlStopAsync("immediate", ct);
        await DismissWatchAsync(ct);
    }

    /// <summary>
    /// A process that waits for the end of ours, however it comes, and then asks the server to shut down; it passes over
    /// Ctrl-C. Ended by a line on its input. Null on Windows, where the next start stops the orphan.
    /// </summary>
    private Process? Watch()
    {
        if (OperatingSystem.IsWindows() || PostmasterPid.Read(home.Cluster) is not { } pid)
            return null;
        const string Script = """
            trap '' INT TERM HUP QUIT
            exec >/dev/null 2>&1
            read -r line && exit
            read -r now <"$1/postmaster.pid" && [ "$now" = "$2" ] && kill -INT "$2"
            """;
        var (file, arguments) = user.Wrap("/bin/sh", ["-c", Script, "pathfinity-watch", home.Cluster, $"{pid}"]);
        return Process.Start(Command.Describe(file, arguments, home.Folder));
    }

    private async Task DismissWatchAsync(CancellationToken ct)
    {
        if (_watch is null)
            return;
        try
        {
            await _watch.StandardInput.WriteLineAsync("done");
            _watch.StandardInput.Close();
            await _watch.WaitForExitAsync(ct).WaitAsync(WatchLimit, ct);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // It died before us; there is nothing left for it to do.
        }
        _watch.Dispose();
        _watch = null;
    }

    private async Task StopPredecessorAsync(IProgress<string>? progress, CancellationToken ct)
    {
        if (PostmasterPid.Read(home.Cluster) is not { } pid)
            return;
        progress?.Report("Recovering from a run that ended without shutting down");
        switch (await PostmasterPid.WhoseAsync(pid, home.Cluster, ct))
        {
            case PidOwner.Ours:
                await StopAsync(ct);
                break;
            case PidOwner.Another:
                // The number was given to another program since; PostgreSQL would refuse to start beside it.
                File.Delete(PostmasterPid.FileIn(home.Cluster));
                break;
        }
    }

    private async Task<bool> PgCtlStopAsync(string mode, CancellationToken ct)
    {
        var result = await user.RunAsync(
            binaries.PgCtl, ["stop", "-D", home.Cluster, "-m", mode, "-w", "-t", Seconds(StopLimit / 2), "-s"],
            home.Folder, StopLimit, ct);
        return result.Succeeded;
    }

    private EnvironmentException DidNotStart(CommandResult result, string log)
    {
        var complaint = new CommandResult(result.ExitCode, result.Output, log.Length > 0 ? log : result.Error).Complaint;
        return new EnvironmentException($"PostgreSQL did not start ({complaint}): see {_log}");
    }

    private static bool Passes(string log) =>
        log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
        || log.Contains("pre-existing shared memory block", StringComparison.Ordinal);

    private void KeepOneLog()
    {
        if (File.Exists(_log))
            File.Move(_log, Path.ChangeExtension(_log, ".previous.log"), overwrite: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Seconds(TimeSpan span) => $"{(int)span.TotalSeconds}";
}
