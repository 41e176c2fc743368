using System.Net;
using Pathfinity.Storage;

namespace Pathfinity.Web.Tests;

[Collection(LivingSchools.Name)]
public sealed class HostTests(LivingSchool school)
{
    [Fact]
    public async Task It_is_alive_at_once_and_ready_when_the_host_says_so()
    {
        school.Readiness.Await("history of demo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        Assert.Contains("history of demo", await (await school.Client.GetAsync("/health/ready")).Content.ReadAsStringAsync());
        school.Readiness.Complete();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
    }

    [Fact]
    public async Task It_is_not_ready_without_its_database()
    {
        var readiness = new Readiness();
        readiness.Complete();
        var gone = await Database.OpenAsync(school.ConnectionString, CancellationToken.None);
        await using var app = WebHost.Build(LivingSchool.Settings, gone, new SimulationDirectory(), readiness, host =>
            ServiceDefaults.HostDefaults.AddServiceDefaults(host, null));
        ServiceDefaults.HostDefaults.MapHealth(app);
        await WebHost.ServeAsync(app, LivingSchool.Settings, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await gone.DisposeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        var page = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("cannot be shown now", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", (await client.GetAsync("/api/worlds")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var settings = LivingSchool.Settings with { Port = school.Address.Port };
        await using var app = school.NewApplication(settings, new Readiness());
        var refused = await Assert.ThrowsAsync<EnvironmentException>(
            () => WebHost.ServeAsync(app, settings, CancellationToken.None));
        Assert.Contains($":{settings.Port} is in use", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("somewhere", 80)]
    [InlineData("localhost", 70000)]
    [InlineData("localhost", -1)]
    public void An_address_that_is_none_is_refused(string host, int port) => Assert.Throws<BadInputException>(
        () => school.NewApplication(LivingSchool.Settings with { Host = host, Port = port }, new Readiness()));

    [Theory]
    [InlineData("/_content/Pathfinity.Web/live.js", "text/javascript")]
    [InlineData("/_content/Pathfinity.Web/pathfinity.css", "text/css")]
    [InlineData("/_content/Radzen.Blazor/css/standard-base.css", "text/css")]
    public async Task Assets_come_from_the_host_itself(string path, string type)
    {
        using var answer = await school.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await school.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
