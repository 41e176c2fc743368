using System.Globalization;
using Npgsql;

namespace Pathfinity.Benchmarks;

/// <summary>Processor time of a PostgreSQL server on this machine, from /proc; none elsewhere.</summary>
internal sealed class ServerCpu : IAsyncDisposable
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on
    private readonly NpgsqlConnection connection;
    private readonly int postmaster;

    private ServerCpu(NpgsqlConnection connection, int postmaster)
    {
        this.connection = connection;
        this.postmaster = postmaster;
    }

    public static async Task<ServerCpu> OpenAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        var backend = (int)(await command.ExecuteScalarAsync(cancellation))!;
        var stat = Stat(backend);
        return new ServerCpu(connection, stat is null ? 0 : int.Parse(stat[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Of the postmaster, of its children and of those that have ended.</summary>
    public double Seconds() => postmaster == 0 ? 0 : Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _))
        .Select(name => (Id: int.Parse(name!, CultureInfo.InvariantCulture), Stat: Stat(int.Parse(name!, CultureInfo.InvariantCulture))))
        .Sum(process => process.Id == postmaster ? Ticks(process.Stat, 11, 12, 13, 14)
            : process.Stat?[1] == postmaster.ToString(CultureInfo.InvariantCulture) ? Ticks(process.Stat, 11, 12)
            : 0) / TicksPerSecond;

    /// <summary>Processor time of one process on this machine, far finer than ticks; null where it cannot be seen.</summary>
    public static double? OfBackend(int process)
    {
        const double NanosecondsPerSecond = 1e9;
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/schedstat"));
            return long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) / NanosecondsPerSecond;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static double Ticks(string[]? stat, params int[] fields) =>
        stat is null ? 0 : fields.Sum(field => double.Parse(stat[field], CultureInfo.InvariantCulture));

    /// <summary>The fields of /proc/ID/stat from the state on; null when there is no such process.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
