using Microsoft.AspNetCore.Http;

namespace Pathfinity.Web;

/// <summary>Pages load nothing from elsewhere, and no page from elsewhere changes anything here.</summary>
internal sealed class PageSafety(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && !IsOwn(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    /// <summary>Browsers name the origin of every POST; a program that names none is no page.</summary>
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || origin == $"{request.Scheme}://{request.Host}";
}
