using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>The career of the day and the companion that a student picks.</summary>
/// <param name="Career">Ordinal of the career.</param>
/// <param name="ListPosition">0 to 2 recommended, 3 the last one again, above that browsed.</param>
internal readonly record struct CareerChoice(short Career, byte ListPosition, Companion Companion)
{
    private const int Shown = 12;
    private const int Recommended = 3;
    private const int BrowsedFrom = 4;

    // The young repeat favourites.
    private static ReadOnlySpan<double> RepeatShare => [0.45, 0.35, 0.25, 0.20];

    public static CareerChoice Make(Traits traits, Mind mind, DayBrief brief, Dice dice)
    {
        var offered = brief.Syllabus.CareersOf(brief.Grade);
        var die = dice.Fork(Purpose.Career);
        var companion = dice.Fork(Purpose.Companion).Chance(0.8)
            ? (Companion)traits.Dice.Fork(Purpose.FavouriteCompanion).Below(4)
            : (Companion)dice.Fork(Purpose.Companion).Fork(1).Below(4);
        if (mind.LastCareer >= 0 && mind.LastCareerMood >= 0
            && die.Fork(1).Chance(RepeatShare[(int)brief.Grade.Band]))
        {
            return new CareerChoice(mind.LastCareer, Recommended, companion);
        }
        Span<int> shown = stackalloc int[Shown];
        Span<double> fits = stackalloc double[Shown];
        for (var i = 0; i < Shown; i++)
        {
            shown[i] = offered[die.Fork(2).Fork(i).Below(offered.Length)];
            fits[i] = -Fit(traits, mind, brief.Syllabus.Careers[shown[i]]);
        }
        MemoryExtensions.Sort(fits[..], shown, static (a, b) => a.CompareTo(b));
        var place = die.Fork(3).Weighted([0.42, 0.26, 0.17, 0.15]);
        if (place == Recommended)
        {
            place = BrowsedFrom + die.Fork(4).Below(Shown - BrowsedFrom);
        }
        return new CareerChoice((short)shown[place], (byte)place, companion);
    }

    /// <summary>Moves the student's interests by how the work went; returns the fit before and after, in permille.</summary>
    public (short Before, short After) Experience(Traits traits, Mind mind, Syllabus syllabus, int correct, int attempts)
    {
        var career = syllabus.Careers[Career];
        var before = Permille(Fit(traits, mind, career));
        var success = (200 * correct / attempts) - 120; // in percent above 60, doubled: −120 to 80
        foreach (var interest in career.Interests)
        {
            mind.ShiftInterest(interest, success / 4);
        }
        mind.LastCareer = Career;
        mind.LastCareerMood = (sbyte)Math.Clamp(success, -100, 100);
        return (before, Permille(Fit(traits, mind, career)));
    }

    /// <summary>How well a career fits a student's interests: their mean, the career's strongest counting most.</summary>
    private static double Fit(Traits traits, Mind mind, CareerNode career)
    {
        var sum = 0.0;
        var weights = 0.0;
        for (var i = 0; i < career.Interests.Length; i++)
        {
            var weight = career.Interests.Length - i;
            var interest = career.Interests[i];
            sum += weight * (traits.Interest(interest) + (mind.InterestShift(interest) / 1000.0));
            weights += weight;
        }
        return sum / weights;
    }

    private static short Permille(double fit) => (short)(1000 * PortableMath.Logistic(fit));
}
