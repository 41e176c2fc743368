using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Pathfinity.Testing.Chat;

/// <summary>
/// The Messages and Message Batches API on a free port of this machine: answers like a sound model unless it is told
/// otherwise, and counts what it would charge for.
/// </summary>
public sealed class ClaudeService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, JsonArray> batches = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ServiceReply> next = new();
    private readonly ConcurrentQueue<JsonObject> asked = new();
    private readonly ConcurrentDictionary<string, int> charged = new(StringComparer.Ordinal);
    private int batchCount;

    private ClaudeService(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>The model behind it.</summary>
    public SoundModel Model { get; } = new();

    /// <summary>Bodies of all requests for a message, those within batches included.</summary>
    public IReadOnlyList<JsonObject> Asked => [.. asked];

    /// <summary>Answers it would charge for, refusals and losses excepted.</summary>
    public int Charged => charged.Values.Sum();

    /// <summary>The most often that one and the same request was charged.</summary>
    public int ChargedTwice => charged.Values.Count(times => times > 1);

    public int Batches => batchCount;

    /// <summary>Called with the number of each request for a message, before it is answered.</summary>
    public Func<int, Task>? BeforeAnswer { get; set; }

    /// <summary>Called when somebody looks whether a batch has ended.</summary>
    public Func<Task>? BeforeLook { get; set; }

    /// <summary>Whether the connection breaks after a batch is taken, before its id is told.</summary>
    public bool DropsCreatedBatches { get; set; }

    /// <summary>What becomes of a request of a batch by its place: errored, expired or canceled; null for an answer.</summary>
    public Func<int, string?> Fate { get; set; } = _ => null;

    /// <summary>What to reply to the next requests for a message, instead of an answer of the model.</summary>
    public void Next(params ServiceReply[] replies) => replies.ToList().ForEach(next.Enqueue);

    public static async Task<ClaudeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new ClaudeService(builder.Build());
        service.app.MapPost("/v1/messages", (Delegate)service.MessageAsync);
        service.app.MapPost("/v1/messages/batches", (Delegate)service.CreateAsync);
        service.app.MapGet("/v1/messages/batches", service.List);
        service.app.MapGet("/v1/messages/batches/{id}", service.RetrieveAsync);
        service.app.MapGet("/v1/messages/batches/{id}/results", service.Results);
        await service.app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> MessageAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        asked.Enqueue(body);
        if (BeforeAnswer is { } before)
        {
            await before(asked.Count);
            if (context.RequestAborted.IsCancellationRequested)
            {
                return HttpResults.Empty;
            }
        }
        if (context.Request.Headers["x-api-key"] != "right" && context.Request.Headers.Authorization != "Bearer right")
        {
            return Error(401, "authentication_error", "invalid API key");
        }
        if (!next.TryDequeue(out var reply))
        {
            return Json(Answered(body, new ServiceReply(Model.Answer(body))));
        }
        if (reply.Drops)
        {
            context.Abort();
            return HttpResults.Empty;
        }
        context.Response.Headers.RetryAfter = reply.RetryAfter;
        return reply.Status != 200 ? Error(reply.Status, "overloaded_error", "busy")
            : reply.Raw is { } raw ? HttpResults.Text(raw, "application/json")
            : Json(Answered(body, reply));
    }

    private async Task<IResult> CreateAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var id = string.Create(CultureInfo.InvariantCulture, $"msgbatch_{Interlocked.Increment(ref batchCount)}");
        batches[id] = body["requests"]!.AsArray();
        foreach (var request in batches[id])
        {
            asked.Enqueue(request!["params"]!.AsObject());
        }
        if (DropsCreatedBatches)
        {
            context.Abort();
            return HttpResults.Empty;
        }
        return Json(Batch(id));
    }

    private IResult List() => Json(new JsonObject
    {
        ["data"] = new JsonArray([.. batches.Keys.OrderByDescending(id => id, StringComparer.Ordinal).Select(Batch)]),
        ["has_more"] = false, ["first_id"] = null, ["last_id"] = null,
    });

    private async Task<IResult> RetrieveAsync(string id)
    {
        if (BeforeLook is { } before)
        {
            await before();
        }
        return batches.ContainsKey(id) ? Json(Batch(id)) : Error(404, "not_found_error", "no such batch");
    }

    /// <summary>In another order than they were asked in.</summary>
    private IResult Results(string id) => HttpResults.Text(string.Join('\n', batches[id].Select((request, i) => new JsonObject
    {
        ["custom_id"] = request!["custom_id"]!.GetValue<string>(),
        ["result"] = Fate(i) switch
        {
            null => new JsonObject { ["type"] = "succeeded", ["message"] = Answered(request["params"]!.AsObject(), new ServiceReply(Model.Answer(request["params"]!.AsObject()))) },
            "errored" => new JsonObject { ["type"] = "errored", ["error"] = ErrorBody("invalid_request_error", "no") },
            var other => new JsonObject { ["type"] = other },
        },
    }.ToJsonString()).Reverse()), "application/x-jsonl");

    private static JsonNode Batch(string id) => new JsonObject
    {
        ["id"] = id, ["type"] = "message_batch", ["processing_status"] = "ended", ["results_url"] = $"/v1/messages/batches/{id}/results",
        ["created_at"] = "2026-01-01T00:00:00Z", ["expires_at"] = "2026-01-02T00:00:00Z", ["ended_at"] = "2026-01-01T00:01:00Z",
        ["archived_at"] = null, ["cancel_initiated_at"] = null,
        ["request_counts"] = new JsonObject { ["processing"] = 0, ["succeeded"] = 1, ["errored"] = 0, ["canceled"] = 0, ["expired"] = 0 },
    };

    private JsonObject Answered(JsonObject request, ServiceReply reply)
    {
        charged.AddOrUpdate(request.ToJsonString(), 1, (_, times) => times + 1);
        return new JsonObject
        {
            ["id"] = "msg_1", ["type"] = "message", ["role"] = "assistant", ["model"] = request["model"]!.GetValue<string>(),
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = reply.Text }),
            ["stop_reason"] = reply.Stop, ["stop_sequence"] = null,
            ["usage"] = new JsonObject
            {
                ["input_tokens"] = 200, ["output_tokens"] = 700, ["cache_creation_input_tokens"] = 0, ["cache_read_input_tokens"] = 3000,
            },
        };
    }

    private static IResult Json(JsonNode body) => HttpResults.Text(body.ToJsonString(), "application/json");

    private static IResult Error(int status, string type, string message) =>
        HttpResults.Text(ErrorBody(type, message).ToJsonString(), "application/json", statusCode: status);

    private static JsonObject ErrorBody(string type, string message) => new()
    {
        ["type"] = "error", ["error"] = new JsonObject { ["type"] = type, ["message"] = message },
    };
}

/// <summary>What the service replies to one request for a message.</summary>
/// <param name="Text">Of the answer.</param>
/// <param name="Raw">A whole body in place of a message.</param>
/// <param name="Drops">Whether the connection breaks.</param>
public sealed record ServiceReply(
    string Text = "", string Stop = "end_turn", int Status = 200, string? RetryAfter = null, string? Raw = null, bool Drops = false);
