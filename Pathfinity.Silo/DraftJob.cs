using System.Globalization;
using Microsoft.Extensions.AI;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Contracts;
using Pathfinity.ServiceDefaults;
using Pathfinity.Storage;
using Telemetry = Pathfinity.ServiceDefaults.Telemetry;

namespace Pathfinity.Silo;

/// <summary>
/// The process as a job that has a language model write drafts for review, within a budget: what `content generate
/// --author claude` does, with the host's telemetry and cache around the model.
/// </summary>
internal static class DraftJob
{
    /// <summary>The first argument; then the budget in US dollars, and skills where not all are meant.</summary>
    public const string Argument = "draft";

    private const string Source = "Pathfinity.Content.Author";
    private const ulong Seed = 1;
    private const int MicrosADollar = 1_000_000;

    /// <returns>The exit code: 0 done, 3 when the model could not be asked.</returns>
    public static async Task<int> RunAsync(
        WebApplicationBuilder builder, string connectionString, Telemetry? telemetry, string[] arguments)
    {
        var options = new ChatAuthorOptions(Budget(arguments), Claude.DefaultModel, Price.Of(Claude.DefaultModel)!);
        var key = builder.Configuration[Claude.KeyVariable] is { Length: > 0 } given ? given
            : throw new EnvironmentException($"no API key is set; set {Claude.KeyVariable} to a key of the Claude API");
        builder.AddServiceDefaults(telemetry);
        builder.AddDataSource(connectionString, Database.Configure);
        builder.Services.AddSingleton(
            services => Database.Of(services.GetRequiredService<NpgsqlDataSource>(), connectionString));
        builder.Services.AddAuthor(key, options.Model);
        await using var app = builder.Build();
        var database = app.Services.GetRequiredService<Database>();
        await SchemaVersions.RequireAsync(database, CancellationToken.None);
        var made = await Drafting.RunAsync(
            database, app.Services.GetRequiredService<IChatClient>(), options, Assigned(arguments), TimeProvider.System, null,
            CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{made.Drafts.Questions.Length} drafts ({made.Stored} new), {made.Agreed} solved as their key says; ${made.Bill.Dollars} spent"));
        return made.Bill.Problem is { } problem ? throw new EnvironmentException($"{problem.Message}; what was drafted before is kept") : 0;
    }

    /// <summary>
    /// The author's model behind telemetry and whatever distributed cache the host has, its own memory where it has none.
    /// </summary>
    internal static IServiceCollection AddAuthor(this IServiceCollection services, string key, string model)
    {
        services.AddDistributedMemoryCache();
        services.AddChatClient(_ => Claude.Open(key, model, TimeProvider.System))
            .UseDistributedCache()
            .UseOpenTelemetry(sourceName: Source);
        return services;
    }

    private static long Budget(string[] arguments) =>
        arguments is [var text, ..] && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)
        && dollars is > 0 and <= 100_000
            ? (long)(dollars * MicrosADollar)
            : throw new BadInputException($"say how much may be spent: {Argument} DOLLARS [SKILL ...], such as {Argument} 2.50 math.5.A.1");

    private static Assignment Assigned(string[] arguments) =>
        new(Seed, _ => Volume.Drafts(items: 1), arguments.Length == 1 ? null : arguments[1..].ToHashSet(StringComparer.Ordinal));
}
