using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.AppHost.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_container_keeps_its_data_in_a_volume_and_its_password_secret()
    {
        await using var model = await Model.OfAsync("--database", "container");
        var server = model.Of<PostgresServerResource>("postgres");
        var mount = Assert.Single(server.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal((ContainerMountType.Volume, "pathfinity-data"), (mount.Type, mount.Source));
        Assert.True(server.PasswordParameter.Secret);
        Assert.Equal("pathfinity", model.Of<PostgresDatabaseResource>("pathfinity").DatabaseName);
    }

    [Fact]
    public async Task Without_a_container_engine_the_embedded_server_runs_as_a_process()
    {
        await using var model = await Model.OfAsync("--database", "local");
        var server = model.Of<ProjectResource>("postgres");
        Assert.Equal("database", (await model.ArgumentsAsync("postgres"))[0]);
        Assert.NotEmpty(server.Annotations.OfType<HealthCheckAnnotation>());
        Assert.Contains(("postgres", WaitType.WaitUntilHealthy), model.Waits("pathfinity"));
        Assert.Contains(("pathfinity", WaitType.WaitUntilHealthy), model.Waits("migrations"));
        Assert.DoesNotContain(model.Names, name => model[name].IsContainer());
    }

    [Fact]
    public async Task A_server_that_is_there_is_reached_by_its_connection_string_which_is_a_secret()
    {
        const string There = "Host=db.example;Database=schools;Username=u;Password=p";
        await using var model = await Model.OfAsync("--ConnectionStrings:pathfinity", There);
        Assert.DoesNotContain("postgres", model.Names);
        Assert.True(model.Of<ParameterResource>("pathfinity-connection").Secret);
        var database = model.Of<ConnectionStringResource>("pathfinity");
        Assert.Equal(There, await database.ConnectionStringExpression.GetValueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_local_server_is_healthy_once_it_can_be_reached()
    {
        using var folder = new TempFolder();
        var data = folder.FolderTo("data");
        var connection = new ConnectionFile(data.FullName);
        Assert.Equal(HealthStatus.Unhealthy, (await connection.CheckHealthAsync(new())).Status);
        await using (var server = await EmbeddedServer.StartAsync(data, null, CancellationToken.None))
        {
            Assert.Equal(HealthStatus.Healthy, (await connection.CheckHealthAsync(new())).Status);
            Assert.Equal(server.ConnectionString, await connection.GetValueAsync());
        }
        Assert.Equal(HealthStatus.Unhealthy, (await connection.CheckHealthAsync(new())).Status);
    }
}
