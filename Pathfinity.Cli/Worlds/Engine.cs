using System.Globalization;
using NodaTime;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Worlds;

/// <summary>A world under our lease, and the engines that advance it.</summary>
internal sealed class Engine : IAsyncDisposable
{
    /// <summary>A run that stores so many rows is a bulk load; fewer are left to the server's own counting.</summary>
    private const long BulkRowsMin = 100_000;

    private readonly WorldHouse house;
    private readonly HeldWorld held;

    private Engine(WorldHouse house, HeldWorld held, OpenWorld world)
    {
        this.house = house;
        this.held = held;
        World = world;
    }

    public OpenWorld World { get; }

    /// <summary>Takes a world that exists.</summary>
    /// <param name="tell">Given to an engine that is to outlive its database: told when that is gone and back.</param>
    public static async Task<Engine> TakeAsync(
        WorldHouse house, string name, CancellationToken cancellation, Action<string>? tell = null)
    {
        var holder = string.Create(
            CultureInfo.InvariantCulture, $"pathfinity on {Environment.MachineName}, process {Environment.ProcessId}");
        var held = await house.Worlds.AcquireAsync(name, holder, cancellation);
        try
        {
            IWorldStore store = tell is null ? house.Store : new PatientStore(house.Store, held, TimeProvider.System, tell);
            return new Engine(house, held, await OpenWorld.OpenAsync(store, held.Lease, cancellation));
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Advances the world through a day as fast as possible; returns the rows stored.</summary>
    public async Task<long> SimulateAsync(
        LocalDate throughDate, int threads, Terminal terminal, CancellationToken cancellation)
    {
        var through = SchoolCalendar.Number(throughDate);
        if (World.CompleteThrough >= through)
        {
            return 0;
        }
        var from = Dates.Text(SchoolCalendar.Date(World.CompleteThrough + 1));
        var rows = await terminal.ProgressAsync($"{World.Lease.World} {from} to {Dates.Text(throughDate)}", bar =>
        {
            var progress = new Reporter(bar);
            return new BatchEngine(World, threads).RunToAsync(through, progress, cancellation);
        });
        if (rows >= BulkRowsMin)
        {
            await house.Upkeep.AnalyzeAsync(World.Lease.World, cancellation);
        }
        return rows;
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();

    private sealed class Reporter(ProgressBar bar) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => bar.Report(value.StudentDays, value.Of);
    }
}
