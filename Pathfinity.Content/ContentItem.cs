using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>A lesson, a workplace experience or a discovery station on one skill.</summary>
public sealed record ContentItem
{
    /// <summary>Permanent: skill, container and number, such as <c>math.2.A.3/learn/1</c>.</summary>
    public required string Id { get; init; }

    public required string Skill { get; init; }
    public required Container Container { get; init; }

    /// <summary>Key of its work context; null for a lesson that fits every career.</summary>
    public string? Context { get; init; }

    public required string Title { get; init; }
    public required ItemBody Body { get; init; }

    /// <summary>Practice questions, then the assessment.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    public Status Status { get; init; } = Status.Checked;
    public string Author { get; init; } = "procedural";

    /// <summary>The body as JSON, for storage and export.</summary>
    public string BodyJson() => Json.Of(Body);

    /// <summary>Words to read before its first question.</summary>
    public int Words() => Body switch
    {
        LearnBody learn => Content.Words.In(learn.Greeting) + Content.Words.In(learn.Concept) + learn.Examples.Sum(
            e => Content.Words.In(e.Question) + Content.Words.In(e.Answer) + Content.Words.In(e.Explanation)),
        ExperienceBody experience => Content.Words.In(experience.Setup),
        DiscoverBody discover => Content.Words.In(discover.Setup) + Content.Words.In(discover.Challenge)
            + Content.Words.In(discover.CareerConnection),
        _ => throw new InvalidOperationException($"{Id} has a body of no container."),
    };
}

/// <summary>What a container shows besides the questions.</summary>
[JsonDerivedType(typeof(LearnBody), "learn")]
[JsonDerivedType(typeof(ExperienceBody), "experience")]
[JsonDerivedType(typeof(DiscoverBody), "discover")]
public abstract record ItemBody;

/// <summary>A lesson.</summary>
public sealed record LearnBody(string Greeting, string Concept, ImmutableArray<WorkedExample> Examples) : ItemBody;

/// <summary>A question with its answer worked out.</summary>
public sealed record WorkedExample(string Question, Figure? Figure, string Answer, string Explanation);

/// <summary>Scenarios at work; each question of the item is one of them.</summary>
/// <param name="Setup">Who you are and what the day brings.</param>
/// <param name="Decision">What has to be decided.</param>
public sealed record ExperienceBody(string Role, string Setup, string Decision) : ItemBody;

/// <summary>A station within a scenario that all subjects share.</summary>
public sealed record DiscoverBody(
    string Scenario, string Setup, string Challenge, string CareerConnection, string Station, Activity Activity) : ItemBody;

/// <summary>Something to do at a station.</summary>
public sealed record Activity(string Type, string Description, string Prompt);
