using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Simulation;

/// <summary>
/// Which classrooms have a co-teacher, and whom: one team in five of a grade, in its homeroom or, later, in mathematics
/// and language arts. A school's co-teachers go from room to room, so that each has a few. The share is assumed.
/// </summary>
internal sealed class CoTeaching(Dice world, int school, int year)
{
    /// <summary>Their ordinals begin here, a thousand for each school.</summary>
    public const int FirstOrdinal = 1_000_000;

    private const int OrdinalsOfSchool = 1000;
    private const double TeamShare = 0.20;
    private const int RoomsOfOne = 3;

    private int rooms;

    /// <summary>Ordinal of the co-teacher of the school's next classroom; null for none.</summary>
    public int? Next(Course course, int team)
    {
        var shared = course.Subject is null or Subject.Math or Subject.Ela
            && world.Fork("co-taught").Fork(school).Fork(year).Fork(course.Grade.Ordinal).Fork(team).Chance(TeamShare);
        return shared ? FirstOrdinal + (school * OrdinalsOfSchool) + (rooms++ / RoomsOfOne) : null;
    }
}
