using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Realism;

/// <summary>What one pair of worlds shows, in points of the benchmarks' scale.</summary>
/// <param name="Treated">
/// Students and subjects that were taught beside their class, given an assignment, moved on, or put into another group.
/// </param>
/// <param name="Effect">Mean gain of the treated less that of the same students in the twin world.</param>
/// <param name="Naive">Mean gain of the treated less that of those who were not, within the one world.</param>
/// <param name="NaiveLevel">The same of the last scores: who is treated was behind.</param>
public sealed record TwinPair(long Seed, int Treated, int Untreated, double Effect, double Naive, double NaiveLevel);

/// <summary>The effect of interventions by pairs of worlds, beside what a comparison within one world says.</summary>
/// <param name="Low">Lower end of the 95 % interval of the mean effect over seeds (Student's t).</param>
public sealed record TwinReport(ImmutableArray<TwinPair> Pairs, double Effect, double Low, double High, double Naive, double NaiveLevel)
{
    // Two-sided 95 % points of Student's t, for one degree of freedom and more.
    private static readonly double[] Points = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

    /// <exception cref="ArgumentException">Fewer than two pairs, or more than ten.</exception>
    public static TwinReport Of(IReadOnlyList<TwinPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 2 || pairs.Count - 2 >= Points.Length)
        {
            throw new ArgumentException("An interval takes from two to ten pairs.", nameof(pairs));
        }
        var mean = pairs.Average(pair => pair.Effect);
        var variance = pairs.Sum(pair => (pair.Effect - mean) * (pair.Effect - mean)) / (pairs.Count - 1);
        var half = Points[pairs.Count - 2] * Math.Sqrt(variance / pairs.Count);
        return new TwinReport(
            [.. pairs], mean, mean - half, mean + half, pairs.Average(pair => pair.Naive), pairs.Average(pair => pair.NaiveLevel));
    }
}

/// <summary>
/// Twin worlds: the same seed, and so the same students with the same dice, once with teachers' interventions and once
/// without. What the treated gain beyond their own twins is what interventions did; what they gain beyond others is not,
/// because teachers act on those who struggle.
/// </summary>
public static class Twins
{
    /// <summary>Lives both worlds of a seed and compares them.</summary>
    /// <param name="throughDay">A day after the last benchmarks that are to count.</param>
    public static async Task<TwinPair> CompareAsync(
        WorldSpec spec, Release release, int throughDay, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var with = await MemoryWorld.LiveAsync(spec, release, throughDay, threads, cancellation);
        var without = await MemoryWorld.LiveAsync(
            spec with { Without = spec.Without | Mechanism.Interventions }, release, throughDay, threads, cancellation);
        return Compare(spec.Seed, release, with, without);
    }

    /// <summary>Compares what students did with interventions and without.</summary>
    public static TwinPair Compare(long seed, Release release, Rows with, Rows without)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        var treated = Treated(release, with);
        var (here, there) = (Scores(with), Scores(without));
        var (effects, gains, others, levels, otherLevels) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var (key, (first, last)) in here.OrderBy(pair => pair.Key))
        {
            if (treated.Contains(key))
            {
                gains.Add(last - first);
                levels.Add(last);
                if (there.TryGetValue(key, out var twin))
                {
                    effects.Add(last - first - (twin.Last - twin.First));
                }
            }
            else
            {
                others.Add(last - first);
                otherLevels.Add(last);
            }
        }
        return new TwinPair(
            seed, gains.Count, others.Count, Mean(effects), Mean(gains) - Mean(others), Mean(levels) - Mean(otherLevels));
    }

    /// <summary>Students and subjects of which a teacher changed the work: messages and praise alone are no treatment.</summary>
    private static HashSet<(int Student, Subject Subject)> Treated(Release release, Rows rows)
    {
        var subjects = new Dictionary<int, Subject>();
        for (var i = 0; i < release.Skills.Length; i++)
        {
            subjects[release.Skills[i].Number] = release.Syllabus.Skills[i].Subject;
        }
        return [.. rows.Interventions
            .Where(row => row.Skill >= 0 && row.Kind is not (DirectiveKind.MessageHome or DirectiveKind.Praise))
            .Select(row => (ActivityId.Student(row.Id), subjects[row.Skill]))];
    }

    /// <summary>First and last benchmark of those who have two.</summary>
    private static Dictionary<(int Student, Subject Subject), (double First, double Last)> Scores(Rows rows) => rows.Assessments
        .Where(row => row.Kind == AssessmentKind.Benchmark)
        .GroupBy(row => (ActivityId.Student(row.Id), row.Subject))
        .Select(group => (group.Key, Rows: group.OrderBy(row => row.Id).ToList()))
        .Where(group => group.Rows[0].Window != group.Rows[^1].Window)
        .ToDictionary(group => group.Key, group => (group.Rows[0].Score / 10.0, group.Rows[^1].Score / 10.0));

    private static double Mean(List<double> values) => values.Count == 0 ? double.NaN : values.Average();
}
