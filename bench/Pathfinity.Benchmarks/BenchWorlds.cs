using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Benchmarks;

/// <summary>What writing some activity took, in seconds.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="OwnCpu">Processor time of this process.</param>
/// <param name="ServerCpu">Processor time of the database server; 0 where it cannot be seen.</param>
/// <param name="Commits">All transactions, one after the other.</param>
/// <param name="Rollups">The part of them that computes and writes sums.</param>
internal sealed record Stage(double Seconds, double OwnCpu, double ServerCpu, double Commits, double Rollups)
{
    /// <summary>Where the server's processor time went, when that was asked for.</summary>
    public ServerParts Parts { get; init; } = new(0, 0, 0, 0);

    public double Cpu => OwnCpu + ServerCpu;
}

/// <summary>Processor time of the server's processes that took parts of a backfill, in seconds.</summary>
/// <param name="Attempts">COPY of attempts.</param>
/// <param name="Activity">COPY of all other activity.</param>
/// <param name="Sums">Sums, marks and checkpoints.</param>
/// <param name="Keys">Building keys after the rows.</param>
internal sealed record ServerParts(double Attempts, double Activity, double Sums, double Keys);

/// <summary>What of a benchmark's activity is stored.</summary>
internal enum Kept
{
    /// <summary>Nothing: commits are counted and thrown away, which leaves the model alone.</summary>
    Nothing,

    /// <summary>The activity with its checkpoints, without any sums.</summary>
    Activity,

    /// <summary>Everything, as a world has it.</summary>
    All,
}

/// <summary>Worlds that a benchmark makes, advances and drops again.</summary>
internal sealed class BenchWorlds
{
    private readonly BenchStore bench;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private readonly Worlds worlds;
    private readonly WorldStore store;
    private Task<Release>? release;

    public BenchWorlds(BenchStore bench, int threads, CancellationToken cancellation)
    {
        (this.bench, this.threads, this.cancellation) = (bench, threads, cancellation);
        worlds = new Worlds(bench.Database);
        store = new WorldStore(bench.Database, ReleaseAsync);
    }

    public NpgsqlDataSource Source => bench.Database.Source;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Makes a world, over one of the same name that an interrupted run left, with the months up to a day, or none.</summary>
    public async Task CreateAsync(string name, WorldSpec spec, int? throughDay = null)
    {
        await DropAsync(name);
        await worlds.CreateAsync(
            name, spec, bench.Release, new PeopleBuilder(spec).Build(0), imported: false, cancellation);
        if (throughDay is { } day)
        {
            await using var held = await worlds.AcquireAsync(name, "bench", cancellation);
            await store.BeginDaysAsync(held.Lease, day, cancellation);
        }
    }

    public async Task DropAsync(string name)
    {
        if (await worlds.ExistsAsync(name, cancellation))
        {
            await worlds.DropAsync(name, cancellation);
        }
    }

    /// <summary>Makes a world and advances it through a day; only the advance is measured.</summary>
    /// <param name="kept">What of it is stored.</param>
    public async Task<Stage> SimulateAsync(string name, WorldSpec spec, int throughDay, Kept kept, int? onThreads = null)
    {
        await CreateAsync(name, spec);
        await using var held = await worlds.AcquireAsync(name, "bench", cancellation);
        IWorldStore target = kept switch
        {
            Kept.All => store,
            Kept.Activity => new WorldStore(bench.Database, ReleaseAsync) { KeepsSums = false },
            _ => new NoStore(store),
        };
        var world = await OpenWorld.OpenAsync(target, held.Lease, cancellation);
        await LoadReleaseAsync();
        return await MeasureAsync(
            () => new BatchEngine(world, onThreads ?? threads).RunToAsync(throughDay, null, cancellation),
            withParts: true);
    }

    /// <summary>Advances a world that is there through a day, with all that it stores.</summary>
    public async Task AdvanceAsync(string name, int throughDay)
    {
        var (held, world) = await TakeAsync(name);
        await using (held)
        {
            await new BatchEngine(world, threads).RunToAsync(throughDay, null, cancellation);
        }
    }

    /// <summary>Loads the catalogue's release, which stays in memory.</summary>
    public Task LoadReleaseAsync() => store.LoadReleaseAsync(bench.Release, cancellation);

    /// <summary>Takes a world and opens it for an engine.</summary>
    public async Task<(HeldWorld Held, OpenWorld World)> TakeAsync(string name)
    {
        var held = await worlds.AcquireAsync(name, "bench", cancellation);
        return (held, await OpenWorld.OpenAsync(store, held.Lease, cancellation));
    }

    /// <summary>Bytes of a world's tables and indexes on disk.</summary>
    public async Task<long> SizeAsync(string name) => await AskAsync(
        $"SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = 'world_{name}'::regnamespace");

    /// <summary>The one number that a query gives.</summary>
    public async Task<long> AskAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>Gives the planner the statistics that the server's own housekeeping would give it a little later.</summary>
    public async Task AnalyzeAsync()
    {
        await using var command = Source.CreateCommand("ANALYZE");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <param name="withParts">Whether to tell parts of the server's work apart, which costs a little with many commits.</param>
    public async Task<Stage> MeasureAsync(Func<Task> work, bool withParts = false)
    {
        using var spans = new SpanSums(Telemetry.Name, withParts);
        await using var server = await ServerCpu.OpenAsync(Source, cancellation);
        var (own, theirs) = (OwnCpu(), server.Seconds());
        var seconds = await Measure.SecondsAsync(work);
        return new Stage(seconds, OwnCpu() - own, server.Seconds() - theirs, spans["commit"], spans["sums"])
        {
            Parts = new ServerParts(
                spans.Server(name => name == "copy attempts"),
                spans.Server(name => name.StartsWith("copy ", StringComparison.Ordinal) && name != "copy attempts"),
                spans.Server(name => name == "sums"), spans.Server(name => name == "keys")),
        };
    }

    /// <summary>The release, which is the same for all worlds and read once.</summary>
    private Task<Release> ReleaseAsync(int number, CancellationToken stop) =>
        release ??= bench.Catalogue.LoadReleaseAsync(number, stop);

    private static double OwnCpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
