using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>
/// How a student's standing within the grade moves: by what the year and its teacher bring, by skills mastered, by days
/// missed, and back towards what the student was born with.
/// </summary>
internal static class Growth
{
    private const double SchoolDays = 180;

    // What the average student masters and misses in a year is part of the norms.
    private const double UsualMastered = 11;
    private const double UsualAbsences = 11.3;

    /// <summary>What a school day adds to growth, in logits.</summary>
    /// <param name="mastered">Skills of the subject that became mastered on it.</param>
    public static double Daily(
        ModelParameters p, Traits traits, Mind mind, Subject subject, int mastered, bool absent) =>
        (traits.Growth(subject) / SchoolDays)
        + (p.GrowthOfMastery * (mastered - (UsualMastered / SchoolDays)))
        - (p.GrowthOfAbsence * ((absent ? 1 : 0) - (UsualAbsences / SchoolDays)))
        - (p.GrowthReversion / SchoolDays * Above(traits, mind, subject));

    /// <summary>What the student has grown beyond the grade, before entering the world and since.</summary>
    public static double Above(Traits traits, Mind mind, Subject subject) =>
        traits.GrowthBefore(subject) + mind.Growth(subject);

    /// <summary>Ability and growth: how far above the grade's mean the student stands, in logits.</summary>
    public static double Standing(Traits traits, Mind mind, Subject subject) =>
        traits.Ability(subject) + Above(traits, mind, subject);
}
