using System.Globalization;

namespace Pathfinity.Contracts;

/// <summary>
/// Keys of grains: prefixed, so that no storage takes one for a number; those of a school's grains begin alike, so that
/// they can be placed together.
/// </summary>
public static class GrainKeys
{
    public static string World(string world) => $"world-{world}";

    public static string School(string world, int school) =>
        string.Create(CultureInfo.InvariantCulture, $"school-{world}/{school:D5}");

    public static string Classroom(string world, int school, int classroom) =>
        string.Create(CultureInfo.InvariantCulture, $"classroom-{world}/{school:D5}/{classroom:D6}");

    public static string Student(string world, int school, int student) =>
        string.Create(CultureInfo.InvariantCulture, $"student-{world}/{school:D5}/{student:D7}");

    public static string Course(string world, int course) =>
        string.Create(CultureInfo.InvariantCulture, $"course-{world}/{course:D5}");

    /// <summary>The parts of a key: the world, and the ordinals after it.</summary>
    /// <param name="key">A key that one of the others made.</param>
    /// <returns>The ordinals are -1 where the key has none; a course's own is in the place of the school's.</returns>
    public static (string World, int School, int Own) Parts(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..].Split('/');
        return (parts[0], Number(parts, 1), Number(parts, 2));
    }

    private static int Number(string[] parts, int place) =>
        parts.Length > place ? int.Parse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture) : -1;
}
