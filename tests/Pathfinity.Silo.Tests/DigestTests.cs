using Microsoft.Extensions.DependencyInjection;
using Pathfinity.Contracts;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Tests;

/// <summary>The same world, however many silos live it and whatever happens to them.</summary>
[Collection(Towns.Name)]
public sealed class DigestTests(Town town)
{
    private const int Days = 9;

    /// <summary>Shortly before most students of this world are at work on its second day, after dawn.</summary>
    private static readonly NodaTime.Duration Busy = NodaTime.Duration.FromMinutes(277);

    private static readonly WorldSpec Spec = new() { Seed = 23, From = TownDatabase.Monday, Students = 112 };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Silos_live_the_world_that_one_process_lives(short silos)
    {
        await using var there = await town.NewAsync(Spec);
        // Where nothing is lost, nothing has to be asked for again.
        await using var cluster = await Cluster.StartAsync(there, silos, silo => silo.Services
            .Configure<PathfinitySiloOptions>(options => options.ResumePause = TimeSpan.FromHours(1)));

        await cluster.RunToAsync(there.Dawn(Days));

        Assert.Equal(await HereAsync(Spec, Days), await there.DigestAsync());
        Assert.Equal(there.FirstDay + Days - 1, (await cluster.World.ReportAsync()).CompleteThrough);
    }

    [Fact]
    public async Task A_silo_killed_in_the_middle_of_sessions_and_another_that_joins_change_nothing()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 3);
        await cluster.LiveAsync(there.Dawn(1) + Busy, speed: 30);
        var roster = new PeopleBuilder(Spec).Build(0);
        var held = roster.Students.CountBy(student => cluster.SiloOf(roster.SchoolOf(student.Id))).ToDictionary();
        var (victim, share) = held.MaxBy(pair => pair.Value);
        await cluster.UntilAwakeAsync(students => students.Contains(victim));
        Assert.Equal(3, (await cluster.ActivationsAsync("school")).Count);
        Assert.True(share * 3 >= Spec.Students, $"{share} students on {victim}");

        await cluster.Silos.KillSiloAsync(cluster.Silos.GetSiloForAddress(victim)!);
        await cluster.Silos.StartAdditionalSiloAsync();
        await cluster.TellAsync(WorldAct.Follow, (double)ClockKind.Told);
        await cluster.RunToAsync(there.Dawn(Days));

        Assert.Equal(await HereAsync(Spec, Days), await there.DigestAsync());
        Assert.Equal(3, cluster.Silos.GetActiveSilos().Count());
        Assert.NotEmpty(await cluster.ActivationsAsync("school"));
    }

    [Fact]
    public async Task A_student_whose_grain_is_put_away_at_work_goes_on_identically()
    {
        const int Short = 3;
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 1);
        await cluster.LiveAsync(there.Dawn(1) + Busy, speed: 30);
        var awake = await cluster.UntilAwakeAsync(students => students.Count > 2);

        foreach (var key in await cluster.KeysAsync("student"))
        {
            await cluster.Silos.DeactivateAsync(key);
        }
        await cluster.UntilAwakeAsync(students => students.Count > 0);
        await cluster.TellAsync(WorldAct.Follow, (double)ClockKind.Told);
        await cluster.RunToAsync(there.Dawn(Short));

        Assert.True(awake.Count > 2);
        Assert.Equal(await HereAsync(Spec, Short), await there.DigestAsync());
    }

    private async Task<string> HereAsync(WorldSpec spec, int days)
    {
        await using var here = await town.NewAsync(spec);
        return await here.LiveHereAsync(days);
    }
}
