namespace Pathfinity.Content;

/// <summary>How much to author for each skill: items a container, questions an item.</summary>
/// <param name="Learn">Learn items a skill.</param>
/// <param name="LearnQuestions">Practice and one assessment question of a Learn item (the platform shows 5 + 1).</param>
/// <param name="Examples">Worked examples of a Learn item.</param>
/// <param name="Experience">Experience items a skill, each of a work context of its own.</param>
/// <param name="ExperienceQuestions">Practice and one assessment scenario (the platform shows 2 + 1).</param>
/// <param name="Discover">Discover stations a skill, one question each.</param>
public sealed record Volume(
    int Learn = 3, int LearnQuestions = 6, int Examples = 3, int Experience = 3, int ExperienceQuestions = 3, int Discover = 3);
