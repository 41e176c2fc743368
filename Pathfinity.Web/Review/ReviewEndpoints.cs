using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pathfinity.Content;
using Pathfinity.Storage;

namespace Pathfinity.Web;

/// <summary>The queue of content that the review page shows.</summary>
internal sealed class ReviewQueue(Database database)
{
    public ReviewStore Store { get; } = new(database);
}

/// <summary>The form of the review page: one decision, then the next question.</summary>
internal static class ReviewEndpoints
{
    private const string Reviewer = "reviewer";

    public static void MapReview(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/review/{number:int}", DecideAsync).ExcludeFromDescription();

    private static async Task<IResult> DecideAsync(
        int number, HttpContext context, ReviewQueue queue, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (who, why) = (form["who"].ToString().Trim(), form["why"].ToString().Trim());
        context.Response.Cookies.Append(
            Reviewer, who, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
        try
        {
            var fault = form["action"].ToString() switch
            {
                "approve" => await DecidedAsync(Decision.Approved),
                "reject" => await DecidedAsync(Decision.Rejected),
                "retire" => await DecidedAsync(Decision.Retired),
                "edit" => await EditAsync(queue.Store, number, form, new Verdict(Decision.Edited, who, why), cancellation),
                _ => "no such decision",
            };
            return fault is null ? TypedResults.LocalRedirect($"~/review?after={number}") : Again(number, fault);
        }
        catch (BadInputException e)
        {
            return Again(number, e.Message);
        }

        async Task<string?> DecidedAsync(Decision decision)
        {
            await queue.Store.DecideAsync(number, new Verdict(decision, who, why), cancellation);
            return null;
        }
    }

    private static async Task<string?> EditAsync(
        ReviewStore store, int number, IFormCollection form, Verdict verdict, CancellationToken cancellation)
    {
        if (await store.ReadAsync(number, cancellation) is not { } item)
        {
            return $"there is no question {number}";
        }
        var edited = item.Question with
        {
            Stem = Text(form, "stem"), Hint = Text(form, "hint"), Rationale = Text(form, "rationale"),
        };
        return await store.EditAsync(number, edited, verdict, ContentLibrary.Default, cancellation) is { } fault
            ? $"{fault.Check}: {fault.Reason}"
            : null;
    }

    /// <summary>A text area sends its line breaks as two characters.</summary>
    private static string Text(IFormCollection form, string field) => form[field].ToString().ReplaceLineEndings("\n").Trim();

    private static IResult Again(int number, string problem) =>
        TypedResults.LocalRedirect($"~/review?number={number}&problem={Uri.EscapeDataString(problem)}");
}
