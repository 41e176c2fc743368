using System.Net.Http.Json;
using System.Text.Json;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Tests;

/// <summary>Silos and API as processes without anything but environment variables.</summary>
[Collection(Towns.Name)]
public sealed class ProcessTests(Town town)
{
    /// <summary>Long past, so that the world catches up with the wall's time as fast as the cluster can.</summary>
    private static readonly WorldSpec Spec = new() { Seed = 41, From = TownDatabase.Monday, Students = 56 };

    [Fact]
    public async Task Two_silos_and_an_api_lose_nothing_when_a_silo_is_killed()
    {
        await using var there = await town.NewAsync(Spec);
        using var first = HostProcess.Silo(there.ConnectionString, "killed");
        using var second = HostProcess.Silo(there.ConnectionString, "killed");
        await first.ReadyAsync();
        await second.ReadyAsync();
        using var api = await HostProcess.Api(there.ConnectionString, "killed", $"{Town.World}:wall").ReadyAsync();
        await api.UntilAsync(async () => await there.AskAsync<long>("SELECT count(*) FROM world.attempts") > 2_000);

        first.Kill();
        var stored = await there.AskAsync<long>("SELECT count(*) FROM world.attempts");
        await api.UntilAsync(async () => await there.AskAsync<long>("SELECT count(*) FROM world.attempts") > stored + 4_000);

        await api.UntilAsync(
            async () => await there.AskAsync<long>("SELECT count(*) FROM world.student_state") == Spec.Students);
        var standing = await api.Client.GetFromJsonAsync<JsonElement>($"/api/worlds/{Town.World}/live");
        Assert.True(standing.GetProperty("live").GetBoolean(), standing.ToString());
        second.Kill();
        api.Kill();
        var complete = await there.AskAsync<int>("SELECT min(day) - DATE '1970-01-01' FROM world.school_state");
        await there.DigestAsync();
        // The days that every school has completed are those of one process, to the last bit.
        await using var here = await town.NewAsync(Spec);
        await here.LiveHereAsync(complete - here.FirstDay + 1);
        var sums = $"SELECT md5(string_agg(a::text, ',' ORDER BY id)) FROM world.attempts a WHERE day <= DATE '1970-01-01' + {complete}";
        Assert.Equal(await here.AskAsync<string>(sums), await there.AskAsync<string>(sums));
    }

    [Fact]
    public async Task A_silo_says_in_one_line_why_it_does_not_start()
    {
        await using var there = await town.NewAsync(Spec);
        await there.AskAsync<int>("INSERT INTO orleans.schema_version (version, name) VALUES (99, 'later') RETURNING version");
        using var newer = HostProcess.Silo(there.ConnectionString, "refused");
        var (code, error) = await newer.EndAsync();

        Assert.Equal(3, code);
        Assert.Contains("the schema orleans was made by a newer Pathfinity", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}
