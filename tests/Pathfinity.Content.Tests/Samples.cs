using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

/// <summary>A catalogue of the whole built-in content, authored once for all tests that only look at it.</summary>
internal static class Samples
{
    public static readonly Volume Volume = new();

    /// <summary>Every twentieth skill, enough for tests that author several times.</summary>
    public static readonly IReadOnlySet<string> SomeSkills =
        CurriculumLoader.Default.Skills.Where((_, i) => i % 20 == 0).Select(skill => skill.Id).ToHashSet();

    private static readonly Lazy<Catalogue> Authored = new(() => Author().Write(1, Volume));

    public static Catalogue Catalogue => Authored.Value;

    public static CatalogueAuthor Author() => new(CurriculumLoader.Default, ContentLibrary.Default);
}
