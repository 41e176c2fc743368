using System.Globalization;

namespace Pathfinity.AppHost;

/// <summary>The job that makes catalogue, world and history where they are missing, or the world anew when asked.</summary>
/// <param name="Job">Started once by itself, and again by <see cref="WorldRemake"/>.</param>
internal sealed record WorldPreparation(IResourceBuilder<ProjectResource> Job)
{
    private volatile Wish? anew;

    /// <summary>While it is not null, the job drops the world first, and makes it with other students if it names any.</summary>
    public Wish? Anew
    {
        get => anew;
        set => anew = value;
    }

    /// <summary>A job of these parameters, each given to the command under its own name.</summary>
    public static WorldPreparation Of(
        IResourceBuilder<ProjectResource> job, IResourceBuilder<ParameterResource> students,
        params IEnumerable<IResourceBuilder<ParameterResource>> parameters)
    {
        var preparation = new WorldPreparation(job);
        foreach (var parameter in parameters.Append(students))
        {
            // The values of a Helm chart are those of the environment; the option below then refers to one that is there.
            job.WithEnvironment($"Pathfinity__{parameter.Resource.Name}", parameter);
        }
        job.WithArgs("world", "prepare").WithArgs(parameters.Select(Option).ToArray<object>()).WithArgs(context =>
        {
            var wish = preparation.Anew;
            context.Args.Add(wish?.Students is { } count
                ? string.Create(CultureInfo.InvariantCulture, $"--students={count}")
                : Option(students));
            if (wish is not null)
            {
                context.Args.Add("--anew");
            }
        });
        return preparation;
    }

    private static ReferenceExpression Option(IResourceBuilder<ParameterResource> parameter)
    {
        var option = new ReferenceExpressionBuilder();
        option.AppendLiteral($"--{parameter.Resource.Name}=");
        option.AppendFormatted(parameter.Resource);
        return option.Build();
    }

    /// <param name="Students">Null for as many as the parameter says.</param>
    internal sealed record Wish(int? Students);
}
