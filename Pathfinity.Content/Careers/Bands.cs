using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>How scenario files write grades, and what their verbs ask for.</summary>
internal static partial class Bands
{
    /// <summary>Reads PK-2, 3-5, 6-8 or 9-12: the band and its grades.</summary>
    /// <exception cref="FormatException">The text is no band.</exception>
    public static (GradeBand Band, ImmutableArray<Grade> Grades) Parse(string text)
    {
        var (low, high) = Span(text);
        ImmutableArray<Grade> grades = [.. Grade.All.Where(grade => grade.Band == low.Band)];
        return grades[0] == low && grades[^1] == high
            ? (low.Band, grades)
            : throw new FormatException($"'{text}' is no grade band: write PK-2, 3-5, 6-8 or 9-12.");
    }

    /// <summary>Reads two grades with a hyphen between them, both included.</summary>
    /// <exception cref="FormatException">The text is no span of grades.</exception>
    public static (Grade Low, Grade High) Span(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2
            ? (Grade.Parse(ends[0]), Grade.Parse(ends[1]))
            : throw new FormatException($"'{text}' is no span of grades: write it as 3-5.");
    }

    /// <summary>Whether the task is to make something rather than to find it.</summary>
    public static bool Makes(string task) => Making().IsMatch(task);

    /// <summary>Whether the task needs another person.</summary>
    public static bool NeedsCompany(string task) => Company().IsMatch(task);

    [GeneratedRegex("^(Write|Draw|Build|Design|Draft|Make|Plan|Rewrite|Redraw|Test|Practice|Act|Ask)\\b")]
    private static partial Regex Making();

    [GeneratedRegex("\\b(partner|friend|friends|reader|readers|someone|ask (five|ten|two) \\w+|a user)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Company();
}
