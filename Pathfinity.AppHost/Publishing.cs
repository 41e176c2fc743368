using System.Globalization;
using Aspire.Hosting.Docker;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes.Swarm;
using Aspire.Hosting.Kubernetes;
using Microsoft.Extensions.Configuration;

namespace Pathfinity.AppHost;

/// <summary>What a published cluster has beyond its picture: where to, jobs that end, replicas, probes.</summary>
internal static class Publishing
{
    private const string Name = "cluster";
    private const int ContainerPort = 8080;
    private const string Compose = "compose";
    private const string Kubernetes = "kubernetes";

    /// <summary>The setting <c>target</c> says what is published: a Docker Compose file (the default) or a Helm chart.</summary>
    public static void AddTarget(this IDistributedApplicationBuilder builder)
    {
        switch (builder.Configuration["target"])
        {
            case null or "" or Compose:
                builder.AddDockerComposeEnvironment(Name).ConfigureComposeFile(
                    file => ComposeDefaults.Fill(file, builder.Resources.OfType<ParameterResource>()));
                break;
            case Kubernetes:
                builder.AddKubernetesEnvironment(Name).WithHelm(chart => chart
                    .WithChartName("pathfinity")
                    .WithChartDescription("Living schools on a cluster of silos"));
                break;
            case var other:
                throw new DistributedApplicationException($"the setting 'target' is {other}; use {Compose} or {Kubernetes}");
        }
    }

    /// <summary>A parameter that configuration may give (<c>Parameters:NAME</c>) and that is published as it is here.</summary>
    public static IResourceBuilder<ParameterResource> AddParameterOr(
        this IDistributedApplicationBuilder builder, string name, string otherwise) => builder.AddParameter(
            name, builder.Configuration[$"Parameters:{name}"] ?? otherwise, publishValueAsDefault: true);

    /// <summary>A number that a setting gives, above 0.</summary>
    public static int Whole(this IConfiguration configuration, string setting, int otherwise) =>
        configuration[setting] is not { Length: > 0 } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new DistributedApplicationException($"the setting '{setting}' is {text}; use a whole number above 0");

    /// <summary>A process that does its work and ends, tried again when it fails.</summary>
    /// <param name="order">Jobs of a Helm chart run in this order, each when the one before has succeeded.</param>
    public static IResourceBuilder<ProjectResource> PublishAsJob(this IResourceBuilder<ProjectResource> job, int order) => job
        .InCompose(service =>
        {
            service.Restart = "on-failure:5";
            if (service.DependsOn.TryGetValue("postgres", out var server))
            {
                server.Condition = "service_healthy";
            }
        })
        .InKubernetes(resource => resource.Workload = KubernetesJob.Of(resource.Workload!, order));

    /// <summary>An HTTP endpoint: on one machine wherever there is room, in a container always on the same port.</summary>
    /// <param name="port">By which it is reached; null for any.</param>
    public static IResourceBuilder<ProjectResource> WithHttp(this IResourceBuilder<ProjectResource> host, int? port = null) =>
        host.ApplicationBuilder.ExecutionContext.IsRunMode
            ? host.WithHttpEndpoint(port)
            : host.WithHttpEndpoint(port, ContainerPort).WithEnvironment("ASPNETCORE_URLS", "http://*:8080");

    /// <summary>So many silos, wherever the cluster runs.</summary>
    public static IResourceBuilder<ProjectResource> WithSilos(this IResourceBuilder<ProjectResource> silo, int count)
    {
        // On one machine silos find each other over the loopback; on several each gives the address of its own.
        if (silo.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            silo.WithEnvironment("Orleans__Endpoints__AdvertisedIPAddress", "127.0.0.1");
        }
        return silo
            .WithReplicas(count)
            .InCompose(service => service.Deploy = new Deploy { Replicas = count });
    }

    /// <summary>Health as every host answers it: what others wait for here, and the probes of a published cluster.</summary>
    public static IResourceBuilder<ProjectResource> WithHealth(this IResourceBuilder<ProjectResource> host) => host
        .WithHttpProbe(ProbeType.Liveness, "/health/live", periodSeconds: 10, failureThreshold: 6)
        .WithHttpProbe(ProbeType.Readiness, "/health/ready")
        .InCompose(service => service.Restart = "unless-stopped")
        .InKubernetes(resource =>
        {
            var container = resource.Workload!.PodTemplate.Spec.Containers[0];
            foreach (var probe in new[] { container.LivenessProbe, container.ReadinessProbe })
            {
                // Kubernetes knows no scheme "http".
                probe!.HttpGet!.Scheme = "HTTP";
            }
        });

    /// <summary>Changes a service of the Docker Compose file, where that is what is published.</summary>
    public static IResourceBuilder<T> InCompose<T>(this IResourceBuilder<T> resource, Action<Service> configure)
        where T : IComputeResource => resource.ApplicationBuilder.PublishesTo<DockerComposeEnvironmentResource>()
            ? resource.PublishAsDockerComposeService((_, service) => configure(service))
            : resource;

    /// <summary>Changes the parts of a resource in the Helm chart, where that is what is published.</summary>
    public static IResourceBuilder<T> InKubernetes<T>(this IResourceBuilder<T> resource, Action<KubernetesResource> configure)
        where T : IComputeResource => resource.ApplicationBuilder.PublishesTo<KubernetesEnvironmentResource>()
            ? resource.PublishAsKubernetesService(configure)
            : resource;

    private static bool PublishesTo<TEnvironment>(this IDistributedApplicationBuilder builder) =>
        builder.Resources.OfType<TEnvironment>().Any();
}
