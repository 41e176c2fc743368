using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;

namespace Pathfinity.AppHost;

/// <summary>The world's controls, as commands on the Aspire dashboard.</summary>
internal static class WorldCommands
{
    public const string Start = "start-world";
    public const string Pause = "pause-world";
    public const string Speed = "speed";
    public const string Scale = "scale-students";
    public const string Reset = "reset-world";
    private const int StudentsMin = 14;

    /// <summary>Start, pause and speed ask the API; to scale or to reset is to make the world anew, with silos at rest.</summary>
    /// <param name="api">What the commands are shown at, and what serves them.</param>
    /// <param name="preparation">Of which the world is made.</param>
    public static IResourceBuilder<ProjectResource> WithWorldCommands(
        this IResourceBuilder<ProjectResource> api, IResourceBuilder<ParameterResource> world, WorldPreparation preparation,
        IResourceBuilder<ProjectResource> silos)
    {
        var remake = new WorldRemake(preparation, silos.Resource);
        return api
            .WithLiveCommand(world, Start, "Start", "Goes on after a pause.", "Play")
            .WithLiveCommand(world, Pause, "Pause", "Lets no further activity out.", "Pause")
            .WithLiveCommand(world, Speed, "Speed", "Sets the pace until the world has caught up with its clock.", "TopSpeed",
                new InteractionInput
                {
                    Name = "speed", Label = "World seconds a second", InputType = InputType.Number, Required = true, Value = "60",
                })
            .WithCommand(Scale, "Scale students", context => remake.RunAsync(context, Students(context)), new CommandOptions
            {
                Description = "Makes the world anew with so many students: a world's people are drawn together.",
                ConfirmationMessage = "Make the world anew, with this many students?",
                IconName = "People",
                Arguments =
                [
                    new() { Name = "students", Label = "Students", InputType = InputType.Number, Required = true, Value = "200" },
                ],
                ValidateArguments = Validate,
            })
            .WithCommand(Reset, "Reset world", context => remake.RunAsync(context, null), new CommandOptions
            {
                Description = "Makes the world anew from its seed.",
                ConfirmationMessage = "Drop the world with all its activity, and make it anew?",
                IconName = "ArrowReset",
            });
    }

    private static IResourceBuilder<ProjectResource> WithLiveCommand(
        this IResourceBuilder<ProjectResource> api, IResourceBuilder<ParameterResource> world, string name, string label,
        string description, string icon, params ImmutableArray<InteractionInput> arguments) => api
        .WithHttpCommand("/", label, commandName: name, commandOptions: new HttpCommandOptions
        {
            Description = description,
            IconName = icon,
            Arguments = arguments,
            PrepareRequest = async context =>
            {
                var verb = name.Replace("-world", "", StringComparison.Ordinal);
                var path = $"/api/worlds/{await world.Resource.GetValueAsync(context.CancellationToken)}/live/{verb}";
                context.Request.RequestUri = new Uri(context.Request.RequestUri!, path);
                if (context.Arguments.TryGetByName(Speed, out var speed))
                {
                    context.Request.Content = JsonContent.Create(
                        new { speed = double.Parse(speed.Value!, CultureInfo.InvariantCulture) });
                }
            },
        });

    private static int Students(ExecuteCommandContext context) =>
        int.Parse(context.Arguments["students"].Value!, CultureInfo.InvariantCulture);

    private static Task Validate(InputsDialogValidationContext context)
    {
        var input = context.Inputs["students"];
        if (!int.TryParse(input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < StudentsMin)
        {
            context.AddValidationError(input, $"Use a whole number from {StudentsMin} on.");
        }
        return Task.CompletedTask;
    }
}
