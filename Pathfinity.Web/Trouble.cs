using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Pathfinity.Web;

/// <summary>What is answered when something fails: a sentence, while the log has the rest.</summary>
internal static class Trouble
{
    private const string Database = "The database does not answer.";
    private const string Other = "Something went wrong; the log of the program that serves this page says what.";

    public static Task AnswerAsync(HttpContext context)
    {
        var isDatabase = context.Features.Get<IExceptionHandlerFeature>()?.Error is NpgsqlException or TimeoutException;
        var (status, said) = isDatabase
            ? (StatusCodes.Status503ServiceUnavailable, Database)
            : (StatusCodes.Status500InternalServerError, Other);
        context.Response.StatusCode = status;
        if (Audience.IsProgram(context.Request.Path))
        {
            return context.Response.WriteAsJsonAsync(new { status, title = said });
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pathfinity</title></head>
            <body style="font:16px system-ui;margin:3em"><h1>This page cannot be shown now</h1>
            <p>{said}</p><p><a href="/">All worlds</a></p></body></html>
            """);
    }
}

/// <summary>Who asks for an address: a program, or a person with a browser.</summary>
internal static class Audience
{
    private static readonly string[] ForPrograms = ["/api", "/health", "/live", "/openapi", "/_content"];

    public static bool IsProgram(PathString path) => ForPrograms.Any(prefix => path.StartsWithSegments(prefix));
}
