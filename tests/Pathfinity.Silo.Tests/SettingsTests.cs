using Microsoft.Extensions.Configuration;
using Pathfinity.Contracts;

namespace Pathfinity.Silo.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_environment_names_the_cluster_and_the_database_and_nothing_else()
    {
        using var configuration = new ConfigurationManager();
        configuration["Orleans:ClusterId"] = "north";

        configuration.AddCluster("Host=db;Database=p", "orleans");

        Assert.Equal("north", configuration["Orleans:ClusterId"]);
        Assert.Equal("pathfinity", configuration["Orleans:ServiceId"]);
        Assert.Equal("AdoNet", configuration["Orleans:Clustering:ProviderType"]);
        Assert.Contains("Search Path=orleans", configuration["Orleans:GrainStorage:Default:ConnectionString"],
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_client_is_told_of_nothing_that_only_silos_have()
    {
        using var configuration = new ConfigurationManager();

        configuration.AddCluster("Host=db;Database=p", "orleans", client: true);

        Assert.Equal("AdoNet", configuration["Orleans:Clustering:ProviderType"]);
        Assert.False(configuration.GetSection("Orleans:Reminders").Exists());
        Assert.False(configuration.GetSection("Orleans:GrainStorage").Exists());
    }
}
