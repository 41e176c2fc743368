using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>
/// The scale of benchmarks, which spans all grades: mean and deviation of a grade in autumn, and what it gains to
/// spring. Mathematics and reading, K to 12; there are no norms below, nor for other subjects here.
/// </summary>
/// <remarks>
/// NWEA 2025 (MAP Growth) for K, 3, 5, 8 and 10; the grades between follow the shape of its 2020 norms, moved to meet
/// those five. The gap from a spring to the next autumn is what students lose or gain over the summer.
/// </remarks>
public static class Norms
{
    private const int AutumnWeek = 4;
    private const int SpringWeek = 32;

    // Standard deviations grow a little within the year: the fan spreads.
    private const double Fan = 0.04;

    private static ReadOnlySpan<double> MathAutumn =>
        [141.0, 159.5, 172.5, 184.0, 195.8, 206.0, 211.7, 217.2, 222.0, 223.9, 227.0, 229.7, 231.0];

    private static ReadOnlySpan<double> MathDeviation =>
        [12.3, 12.8, 14.0, 15.5, 15.8, 16.2, 16.9, 17.6, 18.3, 18.5, 18.6, 18.7, 18.8];

    private static ReadOnlySpan<double> MathGain =>
        [16.6, 16.8, 16.0, 15.1, 12.3, 9.8, 8.7, 7.7, 6.8, 5.6, 4.6, 3.6, 3.0];

    private static ReadOnlySpan<double> ReadingAutumn =>
        [138.0, 156.3, 171.7, 185.0, 195.6, 204.0, 209.2, 212.7, 216.0, 216.2, 218.0, 219.5, 219.8];

    private static ReadOnlySpan<double> ReadingDeviation =>
        [9.4, 13.0, 16.5, 18.3, 17.9, 17.5, 17.3, 17.1, 17.0, 17.5, 18.0, 18.2, 18.4];

    private static ReadOnlySpan<double> ReadingGain =>
        [13.9, 13.0, 11.3, 9.1, 6.7, 4.7, 3.7, 2.9, 2.1, 1.3, 0.7, 0.6, 0.5];

    /// <summary>Whether a subject has norms in a grade.</summary>
    public static bool Has(Subject subject, Grade grade) => subject is Subject.Math or Subject.Ela && grade >= Grade.K;

    /// <summary>Mean and standard deviation of a grade in a week of the school year, counted from 0.</summary>
    public static (double Mean, double Deviation) At(Subject subject, Grade grade, int week)
    {
        var place = grade.Ordinal - 1;
        var (autumn, deviation, gain) = subject == Subject.Math
            ? (MathAutumn[place], MathDeviation[place], MathGain[place])
            : (ReadingAutumn[place], ReadingDeviation[place], ReadingGain[place]);
        var share = (double)(week - AutumnWeek) / (SpringWeek - AutumnWeek);
        return (autumn + (gain * share), deviation * (1 + (Fan * share)));
    }
}
