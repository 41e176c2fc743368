using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Pathfinity.Storage;
using Pathfinity.Web.Api;
using Pathfinity.Web.Live;
using Pathfinity.Web.Pages;
using Pathfinity.Web.Queries;
using Radzen;

namespace Pathfinity.Web;

/// <summary>The dashboard and the HTTP API, which a host serves beside what else it does.</summary>
public static class WebHost
{
    /// <summary>Everything but serving: the host adds what it has of its own, then calls <see cref="ServeAsync"/>.</summary>
    /// <param name="database">Stays the caller's, as the simulations do.</param>
    /// <param name="configure">What the host adds before the application is built, such as telemetry.</param>
    /// <exception cref="BadInputException">Host or port is none.</exception>
    public static WebApplication Build(
        WebSettings settings, Database database, SimulationDirectory simulations, Readiness readiness,
        Action<WebApplicationBuilder>? configure = null) => Build(settings, simulations, readiness, builder =>
        {
            builder.Services.AddSingleton(database);
            configure?.Invoke(builder);
        });

    /// <summary>The same for a host whose <paramref name="configure"/> adds the <see cref="Database"/> among its services.</summary>
    public static WebApplication Build(
        WebSettings settings, SimulationDirectory simulations, Readiness readiness, Action<WebApplicationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = settings.Application,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(settings.Url());
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        Log(builder.Logging);
        builder.Services.AddSingleton(simulations).AddSingleton(readiness);
        Add(builder.Services);
        configure(builder);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Sees that the address can be served, before anything else is done.</summary>
    /// <exception cref="BadInputException">Host or port is none.</exception>
    /// <exception cref="EnvironmentException">The port is in use, or may not be used.</exception>
    public static void RequireFree(WebSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var url = settings.Url();
        var address = IPAddress.TryParse(settings.Host, out var given) ? given
            : settings.Host == "*" ? IPAddress.Any : IPAddress.Loopback;
        using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            probe.Bind(new IPEndPoint(address, settings.Port));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new EnvironmentException($"{url} is in use by another program; choose another with --port", e);
        }
        catch (SocketException e)
        {
            throw new EnvironmentException($"{url} cannot be served: {e.Message}; choose another with --host and --port", e);
        }
    }

    /// <summary>Serves until the application is stopped; returns once it listens.</summary>
    /// <exception cref="EnvironmentException">The port is in use, or may not be used.</exception>
    public static async Task ServeAsync(WebApplication app, WebSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new EnvironmentException($"{settings.Url()} is in use by another program; choose another with --port", e);
        }
        catch (SocketException e)
        {
            throw new EnvironmentException(
                $"{settings.Url()} cannot be served: {e.Message}; choose another address with --host and --port", e);
        }
    }

    private static void Log(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning)
        // What these say, the host says itself: in one line, or in the answer to who asked.
        .AddFilter<ConsoleLoggerProvider>("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddFilter<ConsoleLoggerProvider>("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
        // The keys of forms lie in the user's own folder; that they are not encrypted there is no news.
        .AddFilter<ConsoleLoggerProvider>("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void Add(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostLifetime, OwnedLifetime>();
        services.AddMemoryCache();
        services.AddSingleton<Recent>();
        services.AddSingleton<WorldReader>().AddSingleton<WorldQueries>().AddSingleton<ClassroomQueries>();
        services.AddSingleton<StudentQueries>().AddSingleton<StoryQueries>().AddSingleton<CatalogueQueries>().AddSingleton<ActivityQueries>();
        services.AddSingleton<RealismDesk>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<LivePictures>().AddSingleton<LiveEvents>();
        services.AddHealthChecks().AddCheck<ReadinessCheck>("worlds").AddCheck<DatabaseCheck>("database");
        services.AddApi();
        services.AddRazorComponents();
        services.AddRadzenComponents();
    }

    private static void Map(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Trouble.AnswerAsync });
        app.UseMiddleware<PageSafety>();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(PlainStatusForPrograms);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        app.MapLive();
        app.MapReview();
        app.MapOpenApi();
        app.MapRazorComponents<App>();
    }

    private static Task PlainStatusForPrograms(HttpContext context, RequestDelegate next)
    {
        if (Audience.IsProgram(context.Request.Path))
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
        }
        return next(context);
    }

    /// <summary>Whoever hosts the application hears signals and stops it.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
