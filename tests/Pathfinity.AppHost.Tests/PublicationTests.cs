using YamlDotNet.RepresentationModel;

namespace Pathfinity.AppHost.Tests;

public sealed class PublicationTests(Publication published) : IClassFixture<Publication>
{
    private static readonly string[] Ours = ["migrations", "seed-world", "silo", "api"];

    [Fact]
    public void The_examples_are_what_is_published_now()
    {
        var examples = Path.Combine(Root(), "docs", "deploy");
        Assert.Equal(Publication.Files(published.Compose), Publication.Files(Path.Combine(examples, "compose")));
        Assert.Equal(Publication.Files(published.Kubernetes), Publication.Files(Path.Combine(examples, "kubernetes")));
    }

    [Fact]
    public void Compose_runs_three_silos_once_the_jobs_are_done()
    {
        Assert.Equal("3", Text(Service("silo"), "deploy", "replicas"));
        Assert.Equal("service_healthy", Text(Service("migrations"), "depends_on", "postgres", "condition"));
        Assert.Equal("service_completed_successfully", Text(Service("seed-world"), "depends_on", "migrations", "condition"));
        Assert.Equal("service_completed_successfully", Text(Service("silo"), "depends_on", "seed-world", "condition"));
        Assert.Equal("service_started", Text(Service("api"), "depends_on", "silo", "condition"));
        Assert.Equal("${WORLD:-demo}", Text(Service("api"), "environment", "Pathfinity__Worlds"));
        Assert.Equal("volume", Text((YamlMappingNode)((YamlSequenceNode)Service("postgres")["volumes"])[0], "type"));
    }

    [Fact]
    public void Compose_says_no_secret_and_does_not_start_without_one()
    {
        Assert.All(Ours, name => Assert.Contains(
            "Password=${POSTGRES_PASSWORD:?};", Text(Service(name), "environment", "ConnectionStrings__pathfinity"),
            StringComparison.Ordinal));
        Assert.Equal("${POSTGRES_PASSWORD:?}", Text(Service("postgres"), "environment", "POSTGRES_PASSWORD"));
        Assert.Contains("\nPOSTGRES_PASSWORD=\n", Publication.Files(published.Compose)[".env"], StringComparison.Ordinal);
    }

    [Fact]
    public void Kubernetes_runs_three_silos_with_probes()
    {
        var silo = Publication.Yaml(published.Kubernetes, "templates/silo/deployment.yaml");
        Assert.Equal("3", Text(silo, "spec", "replicas"));
        foreach (var host in new[] { "silo", "api" })
        {
            var container = Container(Publication.Yaml(published.Kubernetes, $"templates/{host}/deployment.yaml"));
            Assert.Equal("/health/live", Text(container, "livenessProbe", "httpGet", "path"));
            Assert.Equal("/health/ready", Text(container, "readinessProbe", "httpGet", "path"));
            Assert.Equal("HTTP", Text(container, "readinessProbe", "httpGet", "scheme"));
        }
    }

    [Fact]
    public void Kubernetes_runs_the_jobs_in_order()
    {
        foreach (var (name, order) in new[] { ("migrations", "1"), ("seed-world", "2") })
        {
            var job = Publication.Yaml(published.Kubernetes, $"templates/{name}/job.yaml");
            Assert.Equal(("batch/v1", "Job"), (Text(job, "apiVersion"), Text(job, "kind")));
            Assert.Equal("post-install,post-upgrade", Text(job, "metadata", "annotations", "helm.sh/hook"));
            Assert.Equal(order, Text(job, "metadata", "annotations", "helm.sh/hook-weight"));
            Assert.Equal("OnFailure", Text(job, "spec", "template", "spec", "restartPolicy"));
        }
    }

    [Fact]
    public void Kubernetes_keeps_secrets_apart_and_empty()
    {
        foreach (var name in Ours)
        {
            var secret = Publication.Yaml(published.Kubernetes, $"templates/{name}/secrets.yaml");
            Assert.Equal("Secret", Text(secret, "kind"));
            Assert.Contains("ConnectionStrings__pathfinity", ((YamlMappingNode)secret["stringData"]).Children.Keys);
            var open = Publication.Yaml(published.Kubernetes, $"templates/{name}/config.yaml");
            Assert.DoesNotContain("Password", open.ToString(), StringComparison.OrdinalIgnoreCase);
        }
        var values = (YamlMappingNode)Publication.Yaml(published.Kubernetes, "values.yaml")["secrets"];
        Assert.NotEmpty(values);
        Assert.All(values.SelectMany(group => (YamlMappingNode)group.Value), value => Assert.Equal("", (string?)value.Value));
    }

    [Fact]
    public void A_connection_string_that_was_known_when_publishing_is_nowhere_in_what_is_published()
    {
        var files = Publication.Files(published.Existing);
        Assert.DoesNotContain(files.Keys, file => file.Contains("postgres", StringComparison.Ordinal));
        Assert.Contains("pathfinity_connection", files["values.yaml"], StringComparison.Ordinal);
        Assert.All(files.Values, text => Assert.DoesNotContain(Publication.Password, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Everyone_sends_telemetry_to_the_dashboard()
    {
        var values = Publication.Yaml(published.Kubernetes, "values.yaml");
        Assert.All(Ours, name =>
        {
            Assert.Equal("http://cluster-dashboard:18889", Text(Service(name), "environment", "OTEL_EXPORTER_OTLP_ENDPOINT"));
            Assert.Equal(name, Text(Service(name), "environment", "OTEL_SERVICE_NAME"));
            Assert.Equal(
                "http://cluster-dashboard-service:18889",
                Text(values, "config", name.Replace('-', '_'), "OTEL_EXPORTER_OTLP_ENDPOINT"));
        });
    }

    private YamlMappingNode Service(string name) =>
        (YamlMappingNode)Publication.Yaml(published.Compose, "docker-compose.yaml")["services"][name];

    private static YamlMappingNode Container(YamlMappingNode workload) =>
        (YamlMappingNode)workload["spec"]["template"]["spec"]["containers"][0];

    private static string Text(YamlMappingNode node, params string[] path) =>
        (string)path.Aggregate((YamlNode)node, (at, key) => at[key])!;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pathfinity.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("These tests run from a build inside the repository.");
    }
}
