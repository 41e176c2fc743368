using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Pathfinity.Cli.Worlds;

/// <summary>Options and texts of civil dates.</summary>
internal static class Dates
{
    public static Option<LocalDate?> Option(string name, string description) =>
        Flag.Of<LocalDate>(name, description, "a date such as 2026-01-05", TryParse);

    public static string Text(LocalDate date) => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    private static bool TryParse(string text, out LocalDate date)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        date = parsed.Success ? parsed.Value : default;
        return parsed.Success;
    }
}
