using System.Collections.Immutable;

namespace Pathfinity.Simulation;

/// <summary>Keys of the catalogue by number, for the digest: no database chose them.</summary>
public sealed class CatalogueKeys
{
    private readonly ulong[] skills;
    private readonly ulong[] items;
    private readonly ulong[] questions;
    private readonly ulong[] careers;
    private readonly ulong[] scenarios;

    public CatalogueKeys(IReadOnlyCollection<Release> releases)
    {
        skills = ByNumber(releases.Select(release => release.Skills));
        items = ByNumber(releases.Select(release => release.Items));
        questions = ByNumber(releases.Select(release => release.Questions));
        careers = ByNumber(releases.Select(release => release.Careers));
        scenarios = ByNumber(releases.Select(release => release.Scenarios));
    }

    /// <summary>The key of a skill; 0 for none, which has the number -1.</summary>
    public ulong Skill(int number) => number < 0 ? 0 : skills[number];

    /// <summary>The key of a content item; 0 for none, which has the number -1.</summary>
    public ulong Item(int number) => number < 0 ? 0 : items[number];

    public ulong Question(int number) => questions[number];

    public ulong Career(int number) => careers[number];

    /// <summary>The key of a career scenario; 0 for none, which has the number -1.</summary>
    public ulong Scenario(int number) => number < 0 ? 0 : scenarios[number];

    private static ulong[] ByNumber(IEnumerable<ImmutableArray<CatalogueKey>> lists)
    {
        var all = lists.SelectMany(list => list).ToList();
        var keys = new ulong[all.Count == 0 ? 0 : all.Max(key => key.Number) + 1];
        foreach (var (number, key) in all)
        {
            keys[number] = key;
        }
        return keys;
    }
}
