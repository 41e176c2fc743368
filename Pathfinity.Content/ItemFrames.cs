using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Writes what stands around an item's questions.</summary>
internal static class ItemFrames
{
    private static readonly ImmutableArray<string> Greetings =
        ["Hello! Today you work on this: {0}.", "Good to see you. Today’s skill: {0}.", "Ready? This is what you will learn: {0}.",
         "Welcome back. Next on your way: {0}."];

    private static readonly ImmutableArray<string> Setups =
    [
        "You are {0} at {1}. Later today you have to decide {2}. Before that, people come to you with these questions.",
        "This morning at {1} you start your shift as {0}. People count on you to decide {2}. Others have questions first.",
        "At {1} you are {0}. Before the day ends, somebody has to decide {2}, and that is you. It begins with these questions.",
        "You work as {0} at {1}. Your team asks you {2}. Until then, look closely at each situation.",
    ];

    public static ContentItem Learn(
        string id, Skill skill, Teaching teaching, IReadOnlyList<Question> examples, IReadOnlyList<Question> questions, Dice dice)
    {
        var greeting = string.Format(null, dice.Fork("greeting").Pick(Greetings), Words.Topic(skill.Name));
        var concept = teaching.Concept.Length > 0 ? teaching.Concept : skill.Description;
        return new ContentItem
        {
            Id = id,
            Skill = skill.Id,
            Container = Container.Learn,
            Title = skill.Name,
            Body = new LearnBody(greeting, concept, [.. examples.Select(Worked)]),
            Questions = Placed(id, questions),
        };
    }

    public static ContentItem AtWork(
        string id, Container container, Skill skill, WorkContext context, IReadOnlyList<Question> questions, Dice dice)
    {
        var role = dice.Fork("role").Pick(context.Roles);
        ItemBody body = container is Container.Experience
            ? Experience(role, context, dice)
            : Discover(role, skill, context, dice);
        return new ContentItem
        {
            Id = id,
            Skill = skill.Id,
            Container = container,
            Context = context.Key,
            Title = $"{skill.Name} at {context.Setting}",
            Body = body,
            Questions = Placed(id, questions),
        };
    }

    private static ExperienceBody Experience(string role, WorkContext context, Dice dice)
    {
        var (setup, decision) = Told(role, context, dice);
        return new ExperienceBody(role, setup, decision);
    }

    /// <summary>The skill in its subject's socket of the work context's shell; a plain day there where it has none.</summary>
    private static DiscoverBody Discover(string role, Skill skill, WorkContext context, Dice dice)
    {
        var connection = $"{Words.Cap(Words.A(role))} {Work(skill.Subject)}. Here you practice a part of that: {Words.Topic(skill.Name)}.";
        var activity = Station(skill, context, dice.Fork("activity"));
        if (CareerScenarios.Default.ShellOrNone(context.Key, skill.Grade) is { } shell)
        {
            return new DiscoverBody(
                shell.Title, $"You are {Words.A(role)} at {context.Setting}. {shell.Setup}", shell.Challenge, connection,
                $"{shell.For(skill.Subject).Station}: {Words.Topic(skill.Name)}", activity);
        }
        var (setup, decision) = Told(role, context, dice);
        return new DiscoverBody(
            $"A day at {context.Setting}", setup, $"Together, the four stations help you decide {decision}.", connection,
            $"{Words.Cap(context.Setting)}: {Words.Topic(skill.Name)}", activity);
    }

    /// <summary>What of a subject is part of everybody's work.</summary>
    private static string Work(Subject subject) => subject switch
    {
        Subject.Math => "counts, measures and compares",
        Subject.Ela => "reads, listens and writes to others",
        Subject.Science => "asks how things work and checks the answers",
        _ => "works with people, places and rules",
    };

    private static (string Setup, string Decision) Told(string role, WorkContext context, Dice dice)
    {
        var decision = context.Decisions.IsEmpty ? "what to do next" : dice.Fork("decision").Pick(context.Decisions);
        return (string.Format(null, dice.Fork("setup").Pick(Setups), Words.A(role), context.Setting, decision), decision);
    }

    private static Activity Station(Skill skill, WorkContext context, Dice dice)
    {
        var thing = dice.Fork("thing").Pick(context.Objects);
        var paper = context.Documents.IsEmpty ? "note" : dice.Fork("paper").Pick(context.Documents);
        return dice.Fork("type").Below(3) switch
        {
            0 => new Activity("explain", $"Show a partner how you worked it out.",
                $"Draw or write down each step, and let your partner ask one question."),
            1 => new Activity("make", $"Make {Words.A(paper)} of your own.",
                $"Write one more task of this kind, with {thing.Plural} in it, and solve it."),
            _ when skill.Subject is not Subject.Math => new Activity("check", "Show how you know.",
                $"Choose one of your answers. Note on {Words.A(paper)} which words or facts prove it."),
            _ => new Activity("check", "Find a second way.",
                $"Work the task out again in another way. Note on {Words.A(paper)} whether both agree."),
        };
    }

    private static WorkedExample Worked(Question q) => new(
        q.Stem, q.Figure, string.Join(q.Kind is QuestionKind.Match or QuestionKind.Order or QuestionKind.Multi ? "; " : ", ", Answers(q)), q.Rationale);

    /// <summary>The answer as it is shown; of a match, each left side with its right side.</summary>
    private static IEnumerable<string> Answers(Question q) => q.Key.Given.Select((text, i) =>
        i < q.Prompts.Length ? $"{q.Prompts[i]} – {text}" : Assembler.Framed(text, q.Frame));

    private static ImmutableArray<Question> Placed(string item, IReadOnlyList<Question> questions) =>
    [
        .. questions.Select((q, i) => q with
        {
            Item = item,
            Part = i == questions.Count - 1 ? QuestionPart.Assessment : QuestionPart.Practice,
        }),
    ];
}
