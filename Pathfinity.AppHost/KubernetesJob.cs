using System.Globalization;
using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace Pathfinity.AppHost;

/// <summary>A workload that ends: the pod of what would have been a deployment, run by Helm once its chart is in.</summary>
internal sealed class KubernetesJob() : Workload("batch/v1", "Job")
{
    private const string Hook = "helm.sh/hook";

    [YamlMember(Alias = "spec")]
    public JobSpec Spec { get; init; } = new();

    [YamlIgnore]
    public override PodTemplateSpecV1 PodTemplate => Spec.Template;

    public static KubernetesJob Of(Workload deployment, int order)
    {
        deployment.PodTemplate.Spec.RestartPolicy = "OnFailure";
        return new KubernetesJob
        {
            Metadata = new()
            {
                Name = deployment.Metadata.Name.Replace("-deployment", "-job", StringComparison.Ordinal),
                Labels = deployment.Metadata.Labels,
                Annotations =
                {
                    [Hook] = "post-install,post-upgrade",
                    [$"{Hook}-weight"] = order.ToString(CultureInfo.InvariantCulture),
                    [$"{Hook}-delete-policy"] = "before-hook-creation",
                },
            },
            Spec = new() { Template = deployment.PodTemplate },
        };
    }
}

internal sealed class JobSpec
{
    [YamlMember(Alias = "backoffLimit")]
    public int BackoffLimit { get; init; } = 20;

    [YamlMember(Alias = "template")]
    public PodTemplateSpecV1 Template { get; init; } = new();
}
