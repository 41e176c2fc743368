using Aspire.Hosting.Orleans;

namespace Pathfinity.AppHost;

/// <summary>
/// Orleans on PostgreSQL. Aspire's own wiring would name the provider after the resource's class, which Orleans does
/// not know; silos and clients take the connection string from the reference, with the schema that is Orleans' own.
/// </summary>
internal sealed class AdoNetProvider(IResourceBuilder<IResourceWithConnectionString> database) : IProviderConfiguration
{
    public void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath)
        where T : IResourceWithEnvironment
    {
        var section = "Orleans__" + configSectionPath.Replace(":", "__", StringComparison.Ordinal);
        resourceBuilder
            .WithEnvironment(section + "__ProviderType", "AdoNet")
            .WithEnvironment(section + "__Invariant", "Npgsql")
            .Uses(database);
    }
}
