namespace Pathfinity.Realism;

/// <summary>Moments and orders of samples; null where the sample is too small to say.</summary>
internal static class Moments
{
    public static double? Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? null : values.Average();

    /// <summary>Of a sample, with n - 1.</summary>
    public static double? Variance(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            return null;
        }
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }

    public static double? Deviation(IReadOnlyCollection<double> values) => Variance(values) is { } v ? Math.Sqrt(v) : null;

    public static double? Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <param name="share">0 the smallest, 1 the largest.</param>
    public static double? Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    public static double? Correlation(IReadOnlyCollection<(double X, double Y)> pairs)
    {
        if (pairs.Count < 3)
        {
            return null;
        }
        var (mx, my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        foreach (var (x, y) in pairs)
        {
            xy += (x - mx) * (y - my);
            xx += (x - mx) * (x - mx);
            yy += (y - my) * (y - my);
        }
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : null;
    }

    /// <summary>
    /// Intraclass correlation by analysis of variance: how much of the variance within groups lies between their classes.
    /// Classes of five and more, groups of two classes and more.
    /// </summary>
    public static double? Intraclass(IReadOnlyCollection<(double Value, long Class, long Group)> values)
    {
        var groups = values.GroupBy(v => (v.Class, v.Group)).Where(own => own.Count() >= 5)
            .GroupBy(own => own.Key.Group, own => own.Select(v => v.Value).ToList()).Where(group => group.Count() >= 2).ToList();
        var (between, within, betweenFree, withinFree, sizes) = (0.0, 0.0, 0, 0, new List<double>());
        foreach (var group in groups)
        {
            var mean = group.SelectMany(own => own).Average();
            betweenFree += group.Count() - 1;
            foreach (var own in group)
            {
                between += own.Count * (own.Average() - mean) * (own.Average() - mean);
                within += Variance(own)!.Value * (own.Count - 1);
                withinFree += own.Count - 1;
                sizes.Add(own.Count);
            }
        }
        if (betweenFree < 6 || withinFree < 30)
        {
            return null;
        }
        var (msb, msw) = (between / betweenFree, within / withinFree);
        return (msb - msw) / (msb + ((sizes.Average() - 1) * msw));
    }

    /// <summary>Slope of y on x by least squares.</summary>
    public static double? Slope(IReadOnlyCollection<(double X, double Y, double Weight)> points)
    {
        var weight = points.Sum(p => p.Weight);
        if (points.Count < 2 || weight <= 0)
        {
            return null;
        }
        var (mx, my) = (points.Sum(p => p.Weight * p.X) / weight, points.Sum(p => p.Weight * p.Y) / weight);
        var xx = points.Sum(p => p.Weight * (p.X - mx) * (p.X - mx));
        return xx > 0 ? points.Sum(p => p.Weight * (p.X - mx) * (p.Y - my)) / xx : null;
    }

    public static double? Skewness(IReadOnlyCollection<double> values)
    {
        if (Deviation(values) is not { } sd || sd == 0)
        {
            return null;
        }
        var mean = values.Average();
        return values.Average(v => Math.Pow((v - mean) / sd, 3));
    }

    /// <summary>0 for equal shares, near 1 for one who has all.</summary>
    public static double? Gini(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var total = sorted.Sum();
        return sorted.Length < 2 || total <= 0
            ? null
            : (2 * sorted.Select((v, i) => (i + 1) * v).Sum() / (sorted.Length * total)) - ((sorted.Length + 1.0) / sorted.Length);
    }

    /// <summary>Share of the total that the largest tenth has.</summary>
    public static double? TopTenth(IEnumerable<double> values)
    {
        var sorted = values.OrderDescending().ToArray();
        var total = sorted.Sum();
        return sorted.Length < 10 || total <= 0 ? null : sorted.Take((sorted.Length + 9) / 10).Sum() / total;
    }

    public static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;

    public static double Logit(double p)
    {
        var inside = Math.Clamp(p, 1e-6, 1 - 1e-6);
        return Math.Log(inside / (1 - inside));
    }

    public static double Logistic(double z) => 1 / (1 + Math.Exp(-z));
}
