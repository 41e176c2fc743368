namespace Pathfinity.Realism;

/// <summary>Who asks for hints, and when.</summary>
internal static class HelpStatistics
{
    private const int AttemptsMin = 50;

    public static readonly Statistic[] All =
    [
        new("hints.share", "Answers with a hint", "Share of attempts with a hint.",
            m => Hinted(m.Log) == 0 ? null : (double)Hinted(m.Log) / m.Log.Attempts.Length, Breakdown.All,
            new(Cell.Older, 0.01, 0.20, Sources.HelpSeeking), new(Cell.Youngest, 0, 0.01, null)),
        new("hints.never", "Students who never ask", "Share of students with 50 attempts who never took a hint.",
            m => Students(m.Log) is { Count: >= 20 } own ? own.Count(s => s.Hinted == 0) / (double)own.Count : null,
            Breakdown.Grades, new Band(Cell.Older, 0.25, 0.70, "ASSISTments 2009; " + Sources.HelpSeeking)),
        new("hints.concentration", "Few ask for most", "Share of hinted attempts that the tenth with the most has.",
            m => Hinted(m.Log) < 100 ? null : Moments.TopTenth(Students(m.Log).Select(s => s.Hinted)),
            Breakdown.Grades, new Band(Cell.Older, 0.30, 0.95, "ASSISTments 2009; " + Sources.HelpSeeking)),
        new("hints.bottom", "To the bottom hint", "Share of hinted attempts that took as many hints as anyone did.",
            Bottom, Breakdown.Grades, new Band(Cell.Older, 0.40, 0.90, Sources.HelpSeeking)),
        new("hints.after.wrong", "Asked after a mistake", "Rate of hints after a wrong, unhinted answer over that after a "
            + "right one, in the same session.",
            AfterWrong, Breakdown.Regime, new Band(Cell.Older, 1.3, 12, Sources.HelpSeeking)),
        new("hints.ability", "The weaker ask", "Correlation over students of share of hints and share right of unhinted "
            + "answers, those who ask.",
            Ability, Breakdown.None, new Band(Cell.Older, -0.75, -0.02, Sources.HelpSeeking)),
    ];

    private static int Hinted(Log log) => log.Attempts.Count(a => a.Hints > 0);

    private static List<(double Hinted, double Share, double Right)> Students(Log log) =>
    [
        .. log.Attempts.GroupBy(a => a.Student).Where(own => own.Count() >= AttemptsMin).Select(own => (
            (double)own.Count(a => a.Hints > 0), own.Average(a => a.Hints > 0 ? 1.0 : 0),
            own.Where(a => a.Hints == 0).Select(a => a.Correct ? 1.0 : 0).DefaultIfEmpty(0).Average())),
    ];

    private static double? Bottom(Measures measures)
    {
        var hints = measures.Log.Attempts.Where(a => a.Hints > 0).Select(a => a.Hints).ToList();
        return hints.Count < 100 || hints.Max() < 2 ? null : hints.Count(h => h == hints.Max()) / (double)hints.Count;
    }

    private static double? AfterWrong(Measures measures)
    {
        var attempts = measures.Log.Attempts;
        var (wrong, wrongHints, right, rightHints) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 1; i < attempts.Length; i++)
        {
            var (last, next) = (attempts[i - 1], attempts[i]);
            if (last.Session != next.Session || last.Student != next.Student || last.Hints > 0)
            {
                continue;
            }
            var hinted = next.Hints > 0 ? 1 : 0;
            (wrong, wrongHints) = last.Correct ? (wrong, wrongHints) : (wrong + 1, wrongHints + hinted);
            (right, rightHints) = last.Correct ? (right + 1, rightHints + hinted) : (right, rightHints);
        }
        return rightHints < 20 || wrongHints < 20 ? null : wrongHints / wrong / (rightHints / right);
    }

    private static double? Ability(Measures measures)
    {
        var askers = Students(measures.Log).Where(s => s.Hinted > 0).Select(s => (s.Share, s.Right)).ToList();
        return askers.Count < 30 ? null : Moments.Correlation(askers);
    }
}
