namespace Pathfinity.Simulation;

/// <summary>
/// A course's plan of the year: its skills in canonical order, spread evenly over the weeks with school but for the last
/// few, which are kept free. The same for all sections of a course. The database has the same as a view.
/// </summary>
public static class PacingGuide
{
    /// <summary>Weeks at the year's end for which nothing new is planned.</summary>
    public const int FreeWeeks = 3;

    /// <summary>The first week in which a skill is planned, from 0.</summary>
    /// <param name="place">Of the skill among the course's, from 0.</param>
    public static int FirstWeek(int place, int skills, int weeks) => place * Planned(weeks) / skills;

    /// <summary>The place of the skill that the plan has reached by the end of a week.</summary>
    /// <param name="week">Of the school year, from 0.</param>
    public static int PlaceIn(int week, int skills, int weeks)
    {
        var planned = Planned(weeks);
        return Math.Min(skills - 1, ((((week + 1) * skills) + planned - 1) / planned) - 1);
    }

    private static int Planned(int weeks) => Math.Max(1, weeks - FreeWeeks);
}
