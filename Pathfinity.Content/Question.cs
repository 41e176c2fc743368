using System.Collections.Immutable;
using System.Text.Json;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>One answerable, proven question. Its place in the catalogue is the ordinal that worlds store.</summary>
public sealed record Question
{
    /// <summary>Permanent: skill, item model, facet, context and the number of the place for which it was drawn.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the content item that shows it.</summary>
    public required string Item { get; init; }

    public required string Skill { get; init; }
    public required string Facet { get; init; }
    public required Container Container { get; init; }
    public required QuestionPart Part { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Stem { get; init; }
    public Figure? Figure { get; init; }

    /// <summary>Options as shown for choice and multi; the shuffled sequence for order; the right column for match.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The left column of a match, else empty.</summary>
    public ImmutableArray<string> Prompts { get; init; } = [];

    /// <summary>What stands around a typed answer, such as "{} cm"; "{}" for nothing.</summary>
    public string Frame { get; init; } = "{}";

    /// <summary>Position 0 is the right response, 1 .. n the wrong ones. Logs store this position.</summary>
    public required ImmutableArray<Response> Responses { get; init; }

    public required string Hint { get; init; }
    public required string Rationale { get; init; }
    public required Demand Demand { get; init; }

    /// <summary>Expected difficulty on the logit scale; 0 is usual for the skill.</summary>
    public required double Difficulty { get; init; }

    /// <summary>Words of stem and choices.</summary>
    public required int Words { get; init; }

    /// <summary>The stem with everything that varies masked.</summary>
    public required string Mask { get; init; }

    public required string Model { get; init; }
    public required int ModelVersion { get; init; }

    /// <summary>Key of the work context that its quantities or documents come from, or null.</summary>
    public string? Context { get; init; }

    public required Proof Proof { get; init; }
    public Status Status { get; init; } = Status.Checked;
    public string Author { get; init; } = "procedural";

    public Response Key => Responses[0];

    /// <summary>What a student gave, as JSON: an index, indices, a number or a text by the question's kind.</summary>
    public string AnswerJson(int response)
    {
        var given = Responses[response].Given;
        return Kind switch
        {
            QuestionKind.Choice => JsonSerializer.Serialize(Choices.IndexOf(given[0])),
            QuestionKind.Multi => JsonSerializer.Serialize(given.Select(text => Choices.IndexOf(text)).Order()),
            QuestionKind.Order or QuestionKind.Match => JsonSerializer.Serialize(given.Select(text => Choices.IndexOf(text))),
            QuestionKind.Numeric when IsJsonNumber(given[0]) => given[0],
            _ => JsonSerializer.Serialize(given[0], Json.Plain),
        };
    }

    private static bool IsJsonNumber(string text) =>
        text.Length is > 0 and <= 15 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')
        && (text[0] != '0' || text.Length == 1 || text[1] == '.')
        && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) && text[^1] != '.' && text[0] != '.';
}

/// <summary>One answer that students give.</summary>
/// <param name="Given">
/// The chosen texts, in order: one for choice, numeric and text; the set for multi; the sequence for order; for match
/// the right-hand text of each prompt.
/// </param>
/// <param name="Bug">Id of the bug that yields it; null for the right response.</param>
/// <param name="Reason">Why somebody would answer so; empty for the right response.</param>
public sealed record Response(ImmutableArray<string> Given, string? Bug, string Reason);

/// <summary>Whether a question is for practice or assesses.</summary>
public enum QuestionPart : byte
{
    Practice,
    Assessment,
}

/// <summary>Where a question stands on its way to students.</summary>
public enum Status : byte
{
    Draft,
    Checked,
    InReview,
    Approved,
    Published,
    Rejected,
    Retired,
}
