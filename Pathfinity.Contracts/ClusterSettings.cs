using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Pathfinity.Contracts;

/// <summary>How silos and clients of one cluster are configured: by the environment alone, the same names for all.</summary>
public static class ClusterSettings
{
    /// <summary>Name of the connection string of the database that holds worlds and cluster alike.</summary>
    public const string Connection = "pathfinity";

    private const string Service = "pathfinity";
    private const string Provider = "AdoNet";
    private const string Invariant = "Npgsql";

    /// <summary>
    /// Gives Orleans what it asks for in its section of the configuration: identifiers where none are given, and
    /// clustering, grain storage and reminders in the schema that is theirs.
    /// </summary>
    /// <param name="connectionString">Of the database.</param>
    /// <param name="schema">The schema that holds Orleans' tables.</param>
    /// <param name="client">Whether a client is configured, which knows neither storage nor reminders.</param>
    public static void AddCluster(
        this IConfigurationManager configuration, string connectionString, string schema, bool client = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = new DbConnectionStringBuilder { ConnectionString = connectionString, ["Search Path"] = schema }.ConnectionString;
        var values = new Dictionary<string, string?>
        {
            ["Orleans:ClusterId"] = configuration["Orleans:ClusterId"] ?? Service,
            ["Orleans:ServiceId"] = configuration["Orleans:ServiceId"] ?? Service,
            ["Orleans:EnableDistributedTracing"] = "true",
        };
        string[] sections = client ? ["Clustering"] : ["Clustering", "GrainStorage:Default", "Reminders"];
        foreach (var section in sections)
        {
            values[$"Orleans:{section}:ProviderType"] = Provider;
            values[$"Orleans:{section}:Invariant"] = Invariant;
            values[$"Orleans:{section}:ConnectionString"] = text;
        }
        configuration.AddInMemoryCollection(values);
    }

    /// <summary>
    /// The source of the hosts' connections; a host is healthy while it answers. Its spans and figures are among those that
    /// every host sends anyway.
    /// </summary>
    /// <param name="connectionString">Of the database.</param>
    /// <param name="configure">What the rooms that use it want of it.</param>
    public static void AddDataSource(
        this IHostApplicationBuilder builder, string connectionString, Action<NpgsqlDataSourceBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddNpgsqlDataSource(connectionString, configure);
        builder.Services.AddHealthChecks().AddNpgSql(services => services.GetRequiredService<NpgsqlDataSource>());
    }
}
