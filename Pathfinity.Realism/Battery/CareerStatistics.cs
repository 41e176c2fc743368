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
            m => Focus(m.Log, 0, 13),
            Breakdown.Grades, new Band(Cell.Everything, 0.15, 0.75, null)),
        new("career.variety", "Different careers", "Median number of different careers of a student with twenty choices.",
            m => Students(m.Log) is { Count: >= 20 } own ? Moments.Median(own.Select(s => (double)s.Distinct().Count())) : null,
            Breakdown.Grades, new Band(Cell.Everything, 8, 80, null)),
        new("career.congruence", "Careers fit interests", "Mean fit of the careers chosen, 0 to 1; one half by chance alone.",
            m => Fit(m.Log, 0, 13), Breakdown.Grades, new Band(Cell.Everything, 0.55, 0.85, null)),
        new("career.congruence.age", "The older choose what fits", "The same in grades 9 to 12 less that in Pre-K to 2.",
            m => Fit(m.Log, 10, 13) - Fit(m.Log, 0, 3), Breakdown.None, new Band(Cell.Everything, 0.005, 0.30, null)),
        new("career.narrowing", "Exploration narrows", "Share of choices that a student's three most chosen careers have, median, "
            + "in grades 9 to 12 less that in grades 3 to 5.",
            m => Focus(m.Log, 10, 13) - Focus(m.Log, 4, 6), Breakdown.None, new Band(Cell.Everything, 0.02, 0.50, null)),
        new("career.favourite", "Back to what was liked", "Share of choices that took a favourite again.",
            m => Moments.Ratio(m.Log.Careers.Count(c => c.Position == 3), m.Log.Careers.Length), Breakdown.Grades,
            new Band(Cell.Everything, 0.15, 0.60, null)),
        new("career.place.order", "The list is read from the top", "Share of choices, repeats apart, of the second place over "
            + "that of the first.",
            m => Moments.Ratio(m.Log.Careers.Count(c => c.Position == 1), m.Log.Careers.Count(c => c.Position == 0)), Breakdown.None,
            new Band(Cell.Everything, 0.35, 0.90, null)),
        new("career.concentration", "Popular careers", "Gini coefficient of choices by career.",
            m => Moments.Gini(m.Log.Careers.GroupBy(c => c.Career).Select(own => (double)own.Count())), Breakdown.Grades,
            new Band(Cell.Everything, 0.15, 0.75, null)),
    ];

    private static List<List<int>> Students(Log log) =>
        [.. log.Careers.GroupBy(c => c.Student).Select(own => own.Select(c => c.Career).ToList()).Where(own => own.Count >= DaysMin)];

    private static double? Focus(Log log, byte from, byte to) =>
        Students(log.Where(_ => true, grade => grade >= from && grade <= to, _ => true)) is { Count: >= 20 } own
            ? Moments.Median(own.Select(s => s.GroupBy(c => c).OrderByDescending(c => c.Count()).Take(3).Sum(c => c.Count()) / (double)s.Count))
            : null;

    private static double? Fit(Log log, byte from, byte to) =>
        log.Careers.Where(c => c.Fit is not null && c.Grade >= from && c.Grade <= to).Select(c => c.Fit!.Value).ToList() is { Count: >= 200 } fits
            ? fits.Average() : null;

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
