using System.Globalization;
using System.Text.Json;
using System.Xml;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>
/// A log from xAPI statements, one a line: those whose verb is answered. The skill is the statement's parent or group
/// of activities, else the activity itself; the session is its registration.
/// </summary>
public static class XapiLog
{
    /// <param name="zone">IANA name of the zone whose time of day the log's instants are.</param>
    /// <exception cref="BadInputException">What is no statement; the message names file, line and reason.</exception>
    public static Log Read(FileInfo file, string zone)
    {
        ArgumentNullException.ThrowIfNull(file);
        var local = new LocalTimes(zone);
        var builder = new LogBuilder();
        var (students, skills, questions, sessions) = (new ForeignIds(), new ForeignIds(), new ForeignIds(), new ForeignIds());
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }
            try
            {
                using var statement = JsonDocument.Parse(line);
                var root = statement.RootElement;
                if (!root.GetProperty("verb").GetProperty("id").GetString()!.EndsWith("/answered", StringComparison.Ordinal))
                {
                    continue;
                }
                var question = root.GetProperty("object").GetProperty("id").GetString()!;
                var result = root.GetProperty("result");
                builder.Attempts.Add(new LogAttempt
                {
                    Student = students.Of(Actor(root.GetProperty("actor"))),
                    Skill = skills.Of(Skill(root) ?? question),
                    Question = questions.Of(question),
                    Session = Registration(root) is { } session ? sessions.Of(session) : -1,
                    Classroom = -1, Grade = byte.MaxValue, Response = -1, Subject = Subject.Math,
                    AnsweredAt = local.Of(DateTimeOffset.Parse(
                        root.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()),
                    ResponseMs = result.TryGetProperty("duration", out var duration)
                        ? (int)Math.Clamp(XmlConvert.ToTimeSpan(duration.GetString()!).TotalMilliseconds, 0, int.MaxValue) : 0,
                    Correct = result.GetProperty("success").GetBoolean(),
                });
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
            {
                throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture, $"{file.Name}, line {number}: no statement of an answer: {e.Message}"));
            }
        }
        return builder.Attempts.Count > 0
            ? builder.Build()
            : throw new BadInputException($"{file.Name}: no statement in it has the verb answered");
    }

    private static string Actor(JsonElement actor) => actor.TryGetProperty("account", out var account)
        ? account.GetProperty("homePage").GetString() + " " + account.GetProperty("name").GetString()
        : actor.TryGetProperty("mbox", out var mbox) ? mbox.GetString()! : actor.GetProperty("mbox_sha1sum").GetString()!;

    private static string? Skill(JsonElement root)
    {
        if (root.TryGetProperty("context", out var context) && context.TryGetProperty("contextActivities", out var activities))
        {
            foreach (var kind in (ReadOnlySpan<string>)["grouping", "parent", "category"])
            {
                if (activities.TryGetProperty(kind, out var own))
                {
                    var first = own.ValueKind == JsonValueKind.Array ? own.EnumerateArray().FirstOrDefault() : own;
                    return first.GetProperty("id").GetString();
                }
            }
        }
        return null;
    }

    private static string? Registration(JsonElement root) =>
        root.TryGetProperty("context", out var context) && context.TryGetProperty("registration", out var registration)
            ? registration.GetString() : null;
}
