using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>One thing that happens at work in one career, told to one grade band, in which one subject is put to work.</summary>
public sealed record CareerScenario
{
    /// <summary>Permanent: career, grade band and subject, such as <c>baker/PK-2/math</c>.</summary>
    public required string Id { get; init; }

    public required Career Career { get; init; }

    /// <summary>The work context in which it happens: the career's own.</summary>
    public required WorkContext Context { get; init; }

    public required GradeBand Band { get; init; }

    /// <summary>The youngest grade of the band to which the career is offered.</summary>
    public required Grade Lowest { get; init; }

    public required Subject Subject { get; init; }
    public required string Title { get; init; }

    /// <summary>Who the student is in it, one sentence.</summary>
    public required string Who { get; init; }

    public required string Situation { get; init; }

    /// <summary>The skill put to work, ready to follow "to".</summary>
    public required string Skill { get; init; }

    /// <summary>Ids of skills of the curriculum, closest first, that practise it in these grades; empty where it has none.</summary>
    public required ImmutableArray<string> Skills { get; init; }

    public required ImmutableArray<ScenarioTask> Tasks { get; init; }

    /// <summary>Whether a task needs another person.</summary>
    public bool Together { get; init; }

    public int Minutes => Tasks.Sum(task => task.Minutes);
}

/// <summary>A step of a scenario.</summary>
public sealed record ScenarioTask(string Text, int Minutes);

/// <summary>How closely content fits a chosen career; recorded with every choice.</summary>
public enum CareerFit : byte
{
    /// <summary>It was written for the career.</summary>
    Career,

    /// <summary>For another career at the same place of work.</summary>
    Context,

    /// <summary>For another career of the cluster.</summary>
    Cluster,

    /// <summary>For any career.</summary>
    Generic,
}
