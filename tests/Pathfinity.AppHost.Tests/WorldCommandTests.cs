using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pathfinity.AppHost.Tests;

public sealed class WorldCommandTests
{
    [Fact]
    public async Task The_dashboard_controls_the_world()
    {
        await using var model = await Model.OfAsync("--database", "container");
        var commands = Commands(model["api"]);
        Assert.Superset(
            new HashSet<string> { "start-world", "pause-world", "speed", "scale-students", "reset-world" },
            commands.Keys.ToHashSet());
        Assert.NotNull(commands["reset-world"].ConfirmationMessage);
        Assert.Equal("students", Assert.Single(commands["scale-students"].Arguments).Name);
    }

    [Theory]
    [InlineData("start-world", null, "POST /api/worlds/spring/live/start ")]
    [InlineData("pause-world", null, "POST /api/worlds/spring/live/pause ")]
    [InlineData("speed", "2.5", """POST /api/worlds/spring/live/speed {"speed":2.5}""")]
    public async Task Start_pause_and_speed_ask_the_api(string command, string? argument, string expected)
    {
        await using var model = await Model.OfAsync("--database", "container", "--Parameters:world", "spring");
        await using var stub = await Stub.StartAsync();
        var api = model.Of<ProjectResource>("api");
        var endpoint = api.Annotations.OfType<EndpointAnnotation>().Single(each => each.UriScheme == "http");
        endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, stub.Address.Host, stub.Address.Port);
        var arguments = argument is null ? [] : new InteractionInput[]
        {
            new() { Name = "speed", InputType = InputType.Number, Value = argument },
        };
        var result = await Commands(api)[command].ExecuteCommand(Context(arguments));
        Assert.True(result.Success, result.Message);
        Assert.Equal(expected, stub.Seen);
    }

    [Theory]
    [InlineData(false, null, "--students=300")]
    [InlineData(true, null, "--students=300", "--anew")]
    [InlineData(true, 1200, "--students=1200", "--anew")]
    public async Task A_world_made_anew_has_as_many_students_as_the_command_says(
        bool anew, int? students, string option, string? flag = null)
    {
        var builder = DistributedApplication.CreateBuilder();
        var job = builder.AddProject<Projects.Pathfinity_Cli>("job");
        var preparation = WorldPreparation.Of(
            job, builder.AddParameter("students", "300"), builder.AddParameter("world", "demo"), builder.AddParameter("seed", "7"));
        preparation.Anew = anew ? new(students) : null;
        await using var application = builder.Build();
        var arguments = await Model.ArgumentsAsync(application, job.Resource);
        Assert.Equal(["world", "prepare", "--world=demo", "--seed=7", option], arguments.Take(5));
        Assert.Equal(flag, arguments.ElementAtOrDefault(5));
    }

    private static Dictionary<string, ResourceCommandAnnotation> Commands(IResource resource) =>
        resource.Annotations.OfType<ResourceCommandAnnotation>().ToDictionary(command => command.Name);

    private static ExecuteCommandContext Context(InteractionInput[] arguments) => new()
    {
        Services = new ServiceCollection().AddHttpClient().BuildServiceProvider(),
        ResourceName = "api",
        CancellationToken = CancellationToken.None,
        Logger = NullLogger.Instance,
        Arguments = new InteractionInputCollection(arguments),
    };

    /// <summary>A server that remembers the last request and answers 200.</summary>
    private sealed class Stub(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.Single());

        public string? Seen { get; private set; }

        public static async Task<Stub> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var stub = new Stub(app);
            app.Run(async context =>
            {
                using var body = new StreamReader(context.Request.Body);
                stub.Seen = $"{context.Request.Method} {context.Request.Path} {await body.ReadToEndAsync()}";
            });
            await app.StartAsync();
            return stub;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
