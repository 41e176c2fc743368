using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Pathfinity.Contracts;
using Pathfinity.Simulation;
using Xunit.Abstractions;

namespace Pathfinity.Silo.Tests;

[Collection(Towns.Name)]
[Trait("Tier", "full")]
public sealed class LoadTests(Town town, ITestOutputHelper output)
{
    private const int Awake = 20_000;
    private const int BytesEachMax = 8 * 1024;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    /// <summary>More students than are to be awake: some come to the school later in the year.</summary>
    private static readonly WorldSpec Spec = new() { Seed = 61, From = TownDatabase.Monday, Students = 21_400 };

    /// <summary>Every student awake at once, which no school day has: at night nobody is, by day about a tenth.</summary>
    [Fact]
    public async Task Twenty_thousand_live_students_fit_in_little_memory_and_less_than_a_core()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 1, silo => silo.Services.Configure<PathfinitySiloOptions>(
            options => (options.SleepGap, options.SilenceMax) = (TimeSpan.FromDays(30), TimeSpan.FromMinutes(10))));
        // Schools are read, and nobody is awake.
        await cluster.RunToAsync(there.Dawn(0));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await cluster.TellAsync(WorldAct.Speed, 1);
        await cluster.TellAsync(WorldAct.Follow, (double)ClockKind.Wall);
        var live = await cluster.UntilAwakeAsync(Awake);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / live;
        var (cores, steps) = await MeasureAsync();

        output.WriteLine($"{live} student grains, {each} bytes each, {cores:0.00} cores at {steps:0} steps a second");
        Assert.True(each <= BytesEachMax, $"{each} bytes each");
        Assert.True(cores < 1, $"{cores:0.00} cores");
        // Where the machine has no time for all of them, what it has done tells nothing.
        Assert.True(steps > Awake / 2.0, $"{steps:0} steps a second");
    }

    /// <summary>The processor time of this process, and the students' steps, for each second.</summary>
    private static async Task<(double Cores, double Steps)> MeasureAsync()
    {
        var steps = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument == SiloMeter.Steps)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref steps, count));
        listener.Start();
        var (started, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.Delay(Measured, TimeProvider.System);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        return ((Environment.CpuUsage.TotalTime - used).TotalSeconds / seconds, Interlocked.Read(ref steps) / seconds);
    }
}
