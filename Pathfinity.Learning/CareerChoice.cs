using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>The career of the day and the companion that a student picks.</summary>
/// <param name="Career">Ordinal of the career.</param>
/// <param name="ListPosition">0 to 2 recommended, 3 a favourite again, above that browsed.</param>
internal readonly record struct CareerChoice(short Career, byte ListPosition, Companion Companion)
{
    private const int Shown = 12;
    private const int Recommended = 3;
    private const int BrowsedFrom = 4;
    private const int LikingOfSuccess = 240;
    private const int LikingFades = 40;

    // Pre-K to 2 come back to what they liked; so do those, in the upper grades, whose interests have settled.
    private static ReadOnlySpan<double> RepeatShare => [0.66, 0.45, 0.42, 0.50];

    // What its place in the list adds to the wish for a career, in logits: the first is looked at first.
    private static ReadOnlySpan<double> PlaceLogits =>
        [1.5, 1.0, 0.55, -0.6, -0.7, -0.8, -0.9, -1.0, -1.05, -1.1, -1.15];

    public static CareerChoice Make(Traits traits, Mind mind, DayBrief brief, Dice dice)
    {
        var die = dice.Fork(Purpose.Career);
        var companion = dice.Fork(Purpose.Companion).Chance(0.8)
            ? (Companion)traits.Dice.Fork(Purpose.FavouriteCompanion).Below(4)
            : (Companion)dice.Fork(Purpose.Companion).Fork(1).Below(4);
        if (Favourite(mind, brief.Grade, die) is var favourite and >= 0)
        {
            return new CareerChoice((short)favourite, Recommended, companion);
        }
        // The older look further for what fits before they choose among what is shown.
        var seen = (int)(Shown * (1 + (brief.Parameters.Narrowing * brief.Grade.Ordinal / (Grade.Count - 1))));
        Span<int> shown = stackalloc int[seen];
        Span<double> fits = stackalloc double[seen];
        var offered = brief.Syllabus.CareersOf(brief.Grade);
        for (var i = 0; i < seen; i++)
        {
            shown[i] = offered[die.Fork(2).Fork(i).Below(offered.Length)];
            fits[i] = -brief.Parameters.InterestWeight * Fit(traits, mind, brief.Syllabus.Careers[shown[i]]);
        }
        fits.Sort(shown);
        // The fourth place shown is a favourite's.
        var place = Pick(brief, fits[..(Shown - 1)], die.Fork(3));
        return new CareerChoice(
            (short)shown[place], (byte)(place < Recommended ? place : BrowsedFrom + place - Recommended), companion);
    }

    /// <summary>
    /// Moves interests and likings by how the work went; the older the student, the less one day moves. Returns the fit
    /// before and after, in permille.
    /// </summary>
    public (short Before, short After) Experience(Traits traits, Mind mind, DayBrief brief, int correct, int attempts)
    {
        var career = brief.Syllabus.Careers[Career];
        var before = Permille(Fit(traits, mind, career));
        var success = (200 * correct / attempts) - 120; // in percent above 60, doubled: −120 to 80
        var settled = 3 + (brief.Grade.Ordinal / 2);
        foreach (var interest in career.Interests)
        {
            mind.ShiftInterest(interest, success / settled);
        }
        mind.Like(Career, success >= 0 ? LikingOfSuccess + success : 3 * success);
        return (before, Permille(Fit(traits, mind, career)));
    }

    /// <summary>How well the career fits the student, 0 to 1.</summary>
    public double FitOf(Traits traits, Mind mind, Syllabus syllabus) =>
        PortableMath.Logistic(Fit(traits, mind, syllabus.Careers[Career]));

    /// <summary>Ordinal of the favourite to which the student returns; -1 for none. Likings fade from day to day.</summary>
    private static int Favourite(Mind mind, Grade grade, Dice die)
    {
        Span<double> likings = stackalloc double[mind.Favourites.Length];
        var known = 0;
        foreach (var favourite in mind.Favourites)
        {
            likings[known] = favourite.Liking;
            known += favourite.Liking > 0 ? 1 : 0;
        }
        if (known == 0 || !die.Fork(1).Chance(RepeatShare[(int)grade.Band]))
        {
            return -1;
        }
        var chosen = mind.Favourites[die.Fork(4).Weighted(likings[..known])].Career;
        mind.Like(chosen, -LikingFades);
        return chosen;
    }

    /// <summary>By place in the list and by fit, which weighs more the older the student.</summary>
    /// <param name="fits">The negative of each, best first.</param>
    private static int Pick(DayBrief brief, ReadOnlySpan<double> fits, Dice die)
    {
        var p = brief.Parameters;
        var weight = 0.35 * (1 + (p.Narrowing * brief.Grade.Ordinal / (Grade.Count - 1)));
        Span<double> wishes = stackalloc double[fits.Length];
        for (var i = 0; i < fits.Length; i++)
        {
            wishes[i] = PortableMath.Exp(PlaceLogits[i] - (weight * fits[i]));
        }
        return die.Weighted(wishes);
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
