using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

/// <summary>A catalogue of the whole built-in content, authored once for all tests that only look at it.</summary>
internal static class Samples
{
    public static readonly Volume Volume = new();
    private static readonly Lazy<Catalogue> Authored = new(() => Author().Write(1, Volume));

    public static Catalogue Catalogue => Authored.Value;

    public static CatalogueAuthor Author() => new(CurriculumLoader.Default, ContentLibrary.Default);
}
