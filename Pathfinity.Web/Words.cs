using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;
using Pathfinity.Web.Live;

namespace Pathfinity.Web;

/// <summary>How numbers, dates and activity read.</summary>
internal static class Words
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Count(long number) => number.ToString("N0", English);

    /// <summary>A permille as percent; a dash for none.</summary>
    public static string Percent(int? permille) =>
        permille is { } value ? string.Create(English, $"{Math.Round(value / 10.0):0} %") : "–";

    public static string Grade(string grade) => grade switch
    {
        "PK" => "Pre-K",
        "K" => "Kindergarten",
        _ => $"Grade {grade}",
    };

    public static string Subject(string key) => Subjects.Parse(key).Title();

    public static string State(LiveState state) => state.ToString().ToLowerInvariant();

    public static string Day(DateOnly day) => day.ToString("ddd d MMM", English);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", English);

    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", English);

    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", English);

    public static string Time(DateTimeOffset moment, string zone) => WorldTime.At(moment, zone).ToString("HH:mm", English);

    public static string Clock(DateTimeOffset moment, string zone) =>
        WorldTime.At(moment, zone).ToString("ddd d MMM, HH:mm:ss", English);

    public static string Minutes(long milliseconds) => milliseconds switch
    {
        < 60_000 => "under a minute",
        < 3_600_000 => string.Create(English, $"{milliseconds / 60_000} min"),
        _ => string.Create(English, $"{milliseconds / 3_600_000} h {milliseconds / 60_000 % 60} min"),
    };

    /// <summary>The rest of a sentence that begins with the student's name.</summary>
    public static string Of(
        Happening happening, IReadOnlyDictionary<int, string> skills, IReadOnlyDictionary<int, string> careers,
        IReadOnlyDictionary<int, string> classrooms)
    {
        var skill = skills.GetValueOrDefault(happening.Number, "a skill");
        var career = careers.GetValueOrDefault(happening.Number, "a career");
        var place = happening.Number < 0 ? "at home" : $"in {classrooms.GetValueOrDefault(happening.Number, "class")}";
        return happening.Kind switch
        {
            HappeningKind.Right => $"{skill} · right in {Took(happening.Amount)}",
            HappeningKind.Wrong => $"{skill} · wrong after {Took(happening.Amount)}",
            HappeningKind.Mastered => $"{skill} · mastered",
            HappeningKind.WorkBegan => $"begins work {place}",
            HappeningKind.WorkEnded => string.Create(
                English, $"ends work {place} · {happening.Correct} of {happening.Amount} right"),
            HappeningKind.StepBegan => $"begins {happening.Container} · {skill}",
            HappeningKind.CareerChosen => $"chooses a career of the day · {career}",
            HappeningKind.CareerExplored => string.Create(English, $"explored {career} for {happening.Amount} min"),
            HappeningKind.JourneyCompleted => "completes the day's journey",
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Kind, "Not a kind of happening."),
        };
    }

    private static string Took(int milliseconds) => milliseconds < 90_000
        ? string.Create(English, $"{Math.Max(1, milliseconds / 1000)} s")
        : string.Create(English, $"{milliseconds / 60_000} min");
}
