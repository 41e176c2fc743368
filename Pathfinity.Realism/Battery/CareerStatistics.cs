namespace Pathfinity.Realism;

/// <summary>Which careers students look at; nothing public measures such choices day by day, so every band is assumed.</summary>
internal static class CareerStatistics
{
    private const int DaysMin = 20;

    public static readonly Statistic[] All =
    [
        new("career.first.place", "The first of the list is taken most", "Share of choices, repeats apart, that took the "
            + "first career shown.",
            m => Moments.Ratio(m.Log.Careers.Count(c => c.Position == 0), m.Log.Careers.Count(c => c.Position != 3)),
            Breakdown.Grades, new Band(Cell.Everything, 0.30, 0.60, null)),
        new("career.repeat", "The same again", "Share of a student's choices that are that of the day before.",
            m => Repeat(m.Log), Breakdown.Grades, new Band(Cell.Everything, 0.10, 0.50, null)),
        new("career.focus", "Favourites", "Share of choices that a student's three most chosen careers have; median over "
            + "students with twenty.",
            m => Students(m.Log) is { Count: >= 20 } own
                ? Moments.Median(own.Select(s => s.GroupBy(c => c).OrderByDescending(c => c.Count()).Take(3).Sum(c => c.Count()) / (double)s.Count))
                : null,
            Breakdown.Grades, new Band(Cell.Everything, 0.15, 0.75, null)),
        new("career.variety", "Different careers", "Median number of different careers of a student with twenty choices.",
            m => Students(m.Log) is { Count: >= 20 } own ? Moments.Median(own.Select(s => (double)s.Distinct().Count())) : null,
            Breakdown.Grades, new Band(Cell.Everything, 8, 80, null)),
        new("career.concentration", "Popular careers", "Gini coefficient of choices by career.",
            m => Moments.Gini(m.Log.Careers.GroupBy(c => c.Career).Select(own => (double)own.Count())), Breakdown.Grades,
            new Band(Cell.Everything, 0.15, 0.75, null)),
    ];

    private static List<List<int>> Students(Log log) =>
        [.. log.Careers.GroupBy(c => c.Student).Select(own => own.Select(c => c.Career).ToList()).Where(own => own.Count >= DaysMin)];

    private static double? Repeat(Log log)
    {
        var (same, all) = (0, 0);
        for (var i = 1; i < log.Careers.Length; i++)
        {
            if (log.Careers[i].Student == log.Careers[i - 1].Student)
            {
                all++;
                same += log.Careers[i].Career == log.Careers[i - 1].Career ? 1 : 0;
            }
        }
        return all < 100 ? null : (double)same / all;
    }
}
