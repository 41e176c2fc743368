using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>How much to author for a skill: items a container, questions an item.</summary>
/// <param name="Learn">Learn items a skill.</param>
/// <param name="LearnQuestions">Practice and one assessment question of a Learn item (the platform shows 5 + 1).</param>
/// <param name="Examples">Worked examples of a Learn item.</param>
/// <param name="Experience">Experience items a skill, each of a work context of its own.</param>
/// <param name="ExperienceQuestions">Practice and one assessment scenario (the platform shows 2 + 1).</param>
/// <param name="Discover">Discover stations a skill, one question each.</param>
public sealed record Volume(
    int Learn = 3, int LearnQuestions = 6, int Examples = 3, int Experience = 3, int ExperienceQuestions = 3, int Discover = 3)
{
    /// <summary>A few items of each container: what a quick start and tests make do with.</summary>
    public const string SampleName = "sample";

    public const string FullName = "full";

    private static readonly Volume Math = new(Learn: 15, Experience: 14, Discover: 18);
    private static readonly Volume Ela = new(Learn: 12, Experience: 10, Discover: 12);
    private static readonly Volume Science = new(Learn: 10, Experience: 8, Discover: 10);
    private static readonly Volume SocialStudies = new(Learn: 10, Experience: 8, Discover: 10);

    /// <summary>What a language model is asked for: few questions an item, since each is bought twice.</summary>
    public static Volume Drafts(int items) =>
        new(Learn: items, LearnQuestions: 4, Experience: items, ExperienceQuestions: 3, Discover: items);

    /// <summary>What the whole catalogue asks for; where facts are few, a skill gets as much of it as they give.</summary>
    public static Volume Full(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return skill.Subject switch
        {
            Subject.Math => Math,
            Subject.Ela => Ela,
            Subject.Science => Science,
            _ => SocialStudies,
        };
    }
}
