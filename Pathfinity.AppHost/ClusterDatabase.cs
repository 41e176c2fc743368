using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pathfinity.AppHost;

/// <summary>
/// The PostgreSQL of the cluster: a container with a volume, a local server where there is no container engine, or one
/// that is there already. The setting <c>database</c> chooses; without it, what the machine has.
/// </summary>
internal static class ClusterDatabase
{
    private const string Container = "container";
    private const string Local = "local";
    private const string Existing = "existing";
    private const string Volume = "pathfinity-data";
    private const string VolumeSize = "50Gi";
    private static readonly string[] Engines = ["docker", "podman"];

    /// <param name="name">Of the connection string that the hosts read.</param>
    public static IResourceBuilder<IResourceWithConnectionString> AddDatabase(
        this IDistributedApplicationBuilder builder, string name) => Choose(builder, name) switch
        {
            Container => AddContainer(builder, name),
            Local => AddLocal(builder, name),
            Existing => AddExisting(builder, name),
            var other => throw new DistributedApplicationException(
                $"the setting 'database' is {other}; use {Container}, {Local} or {Existing}"),
        };

    /// <summary>Gives a host the connection string, and nothing else that says the same in other words.</summary>
    public static IResourceBuilder<T> Uses<T>(
        this IResourceBuilder<T> host, IResourceBuilder<IResourceWithConnectionString> database)
        where T : IResourceWithEnvironment => host
        .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString)
        .WithReference(database);

    private static string Choose(IDistributedApplicationBuilder builder, string name)
    {
        if (builder.Configuration["database"] is { Length: > 0 } chosen)
        {
            return chosen;
        }
        if (builder.Configuration.GetConnectionString(name) is { Length: > 0 })
        {
            return Existing;
        }
        return builder.ExecutionContext.IsPublishMode || Engines.Any(IsOnPath) ? Container : Local;
    }

    private static IResourceBuilder<IResourceWithConnectionString> AddContainer(
        IDistributedApplicationBuilder builder, string name)
    {
        var password = builder.AddParameter(
            "postgres-password", new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
        var server = builder.AddPostgres("postgres", password: password)
            .WithDataVolume(Volume)
            .WithEnvironment("POSTGRES_DB", name)
            .InCompose(service =>
            {
                service.Restart = "unless-stopped";
                service.Healthcheck = new Healthcheck
                {
                    Test = ["CMD", .. IsReady(name)],
                    Interval = "5s",
                    Timeout = "3s",
                    Retries = 20,
                    StartPeriod = "5s",
                };
            })
            .InKubernetes(resource =>
            {
                var probe = new ProbeV1 { Exec = new(), PeriodSeconds = 5, TimeoutSeconds = 3 };
                probe.Exec.Command.AddRange(IsReady(name));
                resource.Workload!.PodTemplate.Spec.Containers[0].ReadinessProbe = probe;
            });
        if (builder.Resources.OfType<KubernetesEnvironmentResource>().SingleOrDefault() is { } kubernetes)
        {
            var volume = builder.CreateResourceBuilder(kubernetes).AddPersistentVolume(Volume).WithCapacity(VolumeSize);
            server.WithPersistentVolume(volume);
        }
        return server.AddDatabase(name);
    }

    private static string[] IsReady(string name) => ["pg_isready", "--username", "postgres", "--dbname", name];

    private static IResourceBuilder<IResourceWithConnectionString> AddLocal(
        IDistributedApplicationBuilder builder, string name)
    {
        var connection = new ConnectionFile(Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".pathfinity")));
        builder.Services.AddHealthChecks().AddCheck("local-postgres", connection);
        var server = builder.AddProject<Projects.Pathfinity_Cli>("postgres")
            .WithArgs("database", "--data", connection.Folder)
            .WithHealthCheck("local-postgres");
        return builder.AddConnectionString(name, ReferenceExpression.Create($"{connection}")).WaitFor(server);
    }

    private static IResourceBuilder<IResourceWithConnectionString> AddExisting(
        IDistributedApplicationBuilder builder, string name)
    {
        var given = builder.AddParameterFromConfiguration($"{name}-connection", $"ConnectionStrings:{name}", secret: true);
        return builder.AddConnectionString(name, ReferenceExpression.Create($"{given}"));
    }

    private static bool IsOnPath(string program)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        var folders = Environment.GetEnvironmentVariable("PATH") ?? "";
        return folders.Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, file)));
    }
}
