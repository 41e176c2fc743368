using System.Collections.Immutable;
using System.Globalization;

namespace Pathfinity.Content.SocialStudies;

/// <summary>An event with its year; years before the common era are negative.</summary>
internal sealed record Dated(string Event, int Year)
{
    public string When => Era(Year);

    /// <summary>"Magna Carta: 1215. The battle of Hastings: 1066."</summary>
    public static string List(IEnumerable<Dated> events) => string.Join(" ", events.Select(e => $"{Words.Cap(e.Event)}: {e.When}."));

    /// <summary>"1066", "44 BCE".</summary>
    public static string Era(int year) => year < 0 ? $"{(-year).ToString(CultureInfo.InvariantCulture)} BCE" : year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Dated events of a skill.</summary>
internal sealed class YearTable
{
    private YearTable(Commission c)
    {
        Name = c.Skill.Id;
        var rows = c.Library.Table(Name);
        Events = [.. rows.Where(row => row.ContainsKey("event")).Select(row => new Dated(
            row["event"], int.Parse(row["year"], CultureInfo.InvariantCulture)))];
    }

    public string Name { get; }

    public ImmutableArray<Dated> Events { get; }

    public static YearTable Of(Commission c) => Tables.Of(c, c.Skill.Id, () => new YearTable(c));

    /// <summary>Different events, every two at least so many years apart, earliest first.</summary>
    public Dated[] Draw(Commission c, int count, int apart)
    {
        var drawn = new List<Dated>();
        foreach (var one in c.Rolls.Shuffle(Events))
        {
            if (drawn.Count < count && drawn.All(other => Math.Abs(other.Year - one.Year) >= apart))
            {
                drawn.Add(one);
            }
        }
        return [.. drawn.OrderBy(one => one.Year)];
    }
}
