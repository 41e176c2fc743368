using Microsoft.Extensions.DependencyInjection;

namespace Pathfinity.AppHost;

/// <summary>Makes the world anew: silos stop, which frees the world; the job drops and makes it; silos start.</summary>
internal sealed class WorldRemake(WorldPreparation preparation, ProjectResource silos)
{
    public async Task<ExecuteCommandResult> RunAsync(ExecuteCommandContext context, int? students)
    {
        var commands = context.Services.GetRequiredService<ResourceCommandService>();
        var states = context.Services.GetRequiredService<ResourceNotificationService>();
        var job = preparation.Job.Resource;
        var stopped = await commands.ExecuteCommandAsync(silos, KnownResourceCommands.StopCommand, context.CancellationToken);
        if (!stopped.Success)
        {
            return stopped;
        }
        preparation.Anew = new(students);
        try
        {
            var started = await commands.ExecuteCommandAsync(job, KnownResourceCommands.StartCommand, context.CancellationToken);
            if (!started.Success)
            {
                return started;
            }
            await states.WaitForResourceAsync(job.Name, KnownResourceStates.Running, context.CancellationToken);
            var ended = await states.WaitForResourceAsync(
                job.Name, e => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text), context.CancellationToken);
            if (ended.Snapshot.ExitCode is not 0)
            {
                return CommandResults.Failure($"{job.Name} ended with exit code {ended.Snapshot.ExitCode}; its log says why.");
            }
        }
        finally
        {
            preparation.Anew = null;
        }
        return await commands.ExecuteCommandAsync(silos, KnownResourceCommands.StartCommand, context.CancellationToken);
    }
}
