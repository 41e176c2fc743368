using System.Globalization;

namespace Pathfinity.Storage;

/// <summary>Gathers what differs, check by check; of each the first place and how many there are.</summary>
internal sealed class Findings(params ReadOnlySpan<string> checks)
{
    private readonly Dictionary<string, Finding?> found = checks.ToArray().ToDictionary(check => check, _ => (Finding?)null);

    public void Differ(string check, string expected, string actual, long places = 1)
    {
        var first = found[check] ?? new Finding(expected, actual, 0);
        found[check] = first with { Places = first.Places + places };
    }

    public Verification Result() => new(
        [.. found.Keys.Order(StringComparer.Ordinal)],
        [.. from pair in found
            where pair.Value is not null
            orderby pair.Key
            select new FailedCheck(pair.Key, pair.Value.Expected, pair.Value.Text)]);

    private sealed record Finding(string Expected, string Actual, long Places)
    {
        public string Text => Places == 1
            ? Actual
            : string.Create(CultureInfo.InvariantCulture, $"{Actual} (the first of {Places} that differ)");
    }
}
