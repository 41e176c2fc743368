using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Pathfinity.AppHost.Tests;

/// <summary>The model as the program builds it from a command line, with nothing started.</summary>
internal sealed class Model : IAsyncDisposable
{
    private readonly IDistributedApplicationTestingBuilder builder;

    private DistributedApplication? application;

    private Model(IDistributedApplicationTestingBuilder builder) => this.builder = builder;

    private DistributedApplication Application => application ??= builder.Build();

    public static async Task<Model> OfAsync(params string[] arguments) =>
        new(await DistributedApplicationTestingBuilder.CreateAsync<Projects.Pathfinity_AppHost>(arguments));

    public IEnumerable<string> Names => builder.Resources.Select(resource => resource.Name);

    public IResource this[string name] => builder.Resources.Single(resource => resource.Name == name);

    public T Of<T>(string name) where T : IResource => builder.Resources.OfType<T>().Single(resource => resource.Name == name);

    public IEnumerable<(string For, WaitType How)> Waits(string name) =>
        this[name].Annotations.OfType<WaitAnnotation>().Select(wait => (wait.Resource.Name, wait.WaitType));

    /// <summary>What a process would get, with references to others as the manifest writes them.</summary>
    public async Task<Dictionary<string, string>> EnvironmentAsync(string name)
    {
        var configuration = await ExecutionConfigurationBuilder.Create(this[name])
            .WithEnvironmentVariablesConfig()
            .BuildAsync(Context(Application, DistributedApplicationOperation.Publish));
        return configuration.EnvironmentVariables.ToDictionary();
    }

    public Task<string[]> ArgumentsAsync(string name) => ArgumentsAsync(Application, this[name]);

    public static async Task<string[]> ArgumentsAsync(DistributedApplication application, IResource resource)
    {
        var configuration = await ExecutionConfigurationBuilder.Create(resource)
            .WithArgumentsConfig()
            .BuildAsync(Context(application, DistributedApplicationOperation.Run));
        return [.. configuration.Arguments.Select(argument => argument.Value)];
    }

    private static DistributedApplicationExecutionContext Context(
        DistributedApplication application, DistributedApplicationOperation operation) =>
        new(new DistributedApplicationExecutionContextOptions(operation) { Services = application.Services });

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }
        await builder.DisposeAsync();
    }
}
