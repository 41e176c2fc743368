using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Tests;

[Collection(Towns.Name)]
public sealed class FaultTests(Town town)
{
    private static readonly WorldSpec Spec = new() { Seed = 31, From = TownDatabase.Monday, Students = 56 };

    [Fact]
    public async Task A_student_whose_checkpoint_is_corrupt_is_quarantined_and_the_class_goes_on()
    {
        const int Poisoned = 5;
        await using var there = await town.NewAsync(Spec);
        await there.LiveHereAsync(2);
        await there.AskAsync<byte[]>(
            $"UPDATE world.student_state SET mind = '\\x0102' WHERE student_id = {Poisoned} RETURNING mind");
        var before = await there.AskAsync<long>("SELECT count(*) FROM world.attempts");
        var own = await there.AskAsync<long>($"SELECT count(*) FROM world.attempts WHERE (id >> 32) = {Poisoned}");
        await using var cluster = await Cluster.StartAsync(there, 1);

        await cluster.RunToAsync(there.Dawn(4));

        Assert.Contains("these are 2", await there.AskAsync<string>(
            $"SELECT reason FROM world.journal WHERE kind = 'quarantine' AND value = {Poisoned}"), StringComparison.Ordinal);
        Assert.True(await there.AskAsync<long>("SELECT count(*) FROM world.attempts") > before);
        Assert.Equal(own, await there.AskAsync<long>($"SELECT count(*) FROM world.attempts WHERE (id >> 32) = {Poisoned}"));
        await there.DigestAsync();
        await cluster.DisposeAsync();
        // The journal holds for every engine.
        await there.LiveHereAsync(5);
    }

    [Fact]
    public async Task While_the_database_is_away_students_wait_and_go_on_after()
    {
        const int Days = 3;
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 2);
        await cluster.LiveAsync(there.Dawn(1) + Duration.FromMinutes(435), speed: 60);
        await cluster.UntilAsync(report => report.AtWork > 0);

        await town.CutAsync(there);
        var standing = await cluster.World.ReportAsync();
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        await town.MendAsync(there);

        await cluster.UntilAsync(report => report.Error is null && report.StoredMs > standing.StoredMs + 60_000);
        await cluster.TellAsync(WorldAct.Follow, (double)ClockKind.Told);
        await cluster.RunToAsync(there.Dawn(Days));
        await using var here = await town.NewAsync(Spec);
        Assert.Equal(await here.LiveHereAsync(Days), await there.DigestAsync());
    }

    [Fact]
    public async Task A_schema_of_another_version_is_named_and_refused()
    {
        await using var there = await town.NewAsync(Spec);
        await SchemaVersions.RequireAsync(there.Database, CancellationToken.None);
        await there.AskAsync<int>("INSERT INTO orleans.schema_version (version, name) VALUES (99, 'later') RETURNING version");

        var newer = await Assert.ThrowsAsync<EnvironmentException>(
            () => SchemaVersions.RequireAsync(there.Database, CancellationToken.None));
        Assert.Contains("orleans was made by a newer Pathfinity (version 99", newer.Message, StringComparison.Ordinal);

        await there.AskAsync<int>("DELETE FROM orleans.schema_version WHERE version = 99 RETURNING version");
        await there.AskAsync<int>("DELETE FROM world.schema_version WHERE version = 1 RETURNING version");
        await there.AskAsync<int>("UPDATE world.schema_version SET version = 1 WHERE version = (SELECT max(version) FROM world.schema_version) RETURNING version");
        var older = await Assert.ThrowsAsync<EnvironmentException>(
            () => SchemaVersions.RequireAsync(there.Database, CancellationToken.None));
        Assert.Contains("does not join", older.Message, StringComparison.Ordinal);
    }
}
