using System.Globalization;
using System.Text.Json;
using System.Xml;
using Pathfinity.Curriculum;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>
/// A log from xAPI statements, one a line: those whose verb is answered. The skill is the objective among the activities
/// of its context, else their parent, grouping or category, else the activity itself; the session is its registration.
/// Kind and number of options come from the interaction, hints and grade from extensions that end with these words.
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
                var (kind, options) = Interaction(root.GetProperty("object"));
                builder.Attempts.Add(new LogAttempt
                {
                    Student = students.Of(Actor(root.GetProperty("actor"))),
                    Skill = skills.Of(Skill(root) ?? question),
                    Question = questions.Of(question),
                    Session = Registration(root) is { } session ? sessions.Of(session) : -1,
                    Classroom = -1, Response = -1, Subject = Subject.Math, Kind = kind, Options = options,
                    Grade = Extension(root, "context", "grade") is { } grade ? Grade.Parse(grade.ToString()).Ordinal : byte.MaxValue,
                    Hints = Extension(root, "result", "hints") is { } hints ? hints.GetByte() : (byte)0,
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
        if (!root.TryGetProperty("context", out var context) || !context.TryGetProperty("contextActivities", out var activities))
        {
            return null;
        }
        var around = new List<JsonElement>();
        foreach (var kind in (ReadOnlySpan<string>)["parent", "grouping", "category"])
        {
            if (activities.TryGetProperty(kind, out var own))
            {
                around.AddRange(own.ValueKind == JsonValueKind.Array ? own.EnumerateArray() : [own]);
            }
        }
        var objective = around.FindIndex(IsObjective);
        return around.Count == 0 ? null : around[Math.Max(0, objective)].GetProperty("id").GetString();
    }

    private static bool IsObjective(JsonElement activity) =>
        activity.TryGetProperty("definition", out var definition) && definition.TryGetProperty("type", out var type)
        && type.GetString()!.EndsWith("/objective", StringComparison.Ordinal);

    /// <summary>Kind of question and number of options that the activity's definition names (xAPI 1.0.3, appendix C).</summary>
    private static (QuestionKind? Kind, byte Options) Interaction(JsonElement activity)
    {
        if (!activity.TryGetProperty("definition", out var definition)
            || !definition.TryGetProperty("interactionType", out var type))
        {
            return (null, 0);
        }
        var choices = definition.TryGetProperty("choices", out var list) ? (byte)Math.Min(list.GetArrayLength(), byte.MaxValue) : (byte)0;
        var several = definition.TryGetProperty("correctResponsesPattern", out var right) && right.GetArrayLength() > 0
            && right[0].GetString()!.Contains("[,]", StringComparison.Ordinal);
        return type.GetString() switch
        {
            "true-false" => (QuestionKind.Choice, 2),
            "choice" or "likert" => (several ? QuestionKind.Multi : QuestionKind.Choice, choices),
            "numeric" => (QuestionKind.Numeric, 0),
            "sequencing" => (QuestionKind.Order, choices),
            "matching" => (QuestionKind.Match, 0),
            _ => (QuestionKind.Text, 0),
        };
    }

    private static JsonElement? Extension(JsonElement root, string part, string name)
    {
        if (root.TryGetProperty(part, out var own) && own.TryGetProperty("extensions", out var extensions))
        {
            foreach (var extension in extensions.EnumerateObject())
            {
                if (extension.Name.EndsWith("/" + name, StringComparison.Ordinal))
                {
                    return extension.Value;
                }
            }
        }
        return null;
    }

    private static string? Registration(JsonElement root) =>
        root.TryGetProperty("context", out var context) && context.TryGetProperty("registration", out var registration)
            ? registration.GetString() : null;
}
