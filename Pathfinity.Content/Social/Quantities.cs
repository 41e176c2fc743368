using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Named amounts that data declare: drawn from a range ("3~9", "3~9*100") or derived from earlier ones.</summary>
internal static class Quantities
{
    public static Dictionary<string, Fraction> Draw(Commission c, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var drawn = new Dictionary<string, Fraction>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.ContainsKey("var")))
        {
            drawn[row["var"]] = row.TryGetValue("is", out var expression)
                ? Arithmetic.Evaluate(expression, drawn)
                : Drawn(c, row["range"]);
        }
        return drawn;
    }

    /// <summary>"12,500", "2.5"; null when it has no finite decimal.</summary>
    public static string? Show(Fraction value) => value.IsWhole ? Words.Grouped(value.Num) : value.Decimal();

    /// <summary>
    /// Fills "{x}" with numbers or words of the question, as slots; "{x$}" as whole dollars, "{x¢}" as dollars and
    /// cents of an amount in cents.
    /// </summary>
    public static Phrase Fill(string template, IReadOnlyDictionary<string, Fraction> numbers, IReadOnlyDictionary<string, string> texts)
    {
        var phrase = new Phrase(template.Length, 8);
        var at = 0;
        var one = false;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var literal = open < 0 ? template[at..] : template[at..open];
            phrase.AppendLiteral(one ? Words.AfterOne(literal) : literal);
            if (open < 0)
            {
                break;
            }
            var close = template.IndexOf('}', open);
            var value = Value(template[(open + 1)..close], numbers, texts);
            phrase.AppendFormatted(value);
            one = value == "1";
            at = close + 1;
        }
        return phrase;
    }

    /// <summary>Names for "{place1}", "{place2}": different ones of each list.</summary>
    public static Dictionary<string, string> Names(Commission c, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.ContainsKey("pick")))
        {
            var values = c.Rolls.Shuffle(row["from"].Split('/'));
            for (var i = 0; i < Math.Min(4, values.Length); i++)
            {
                names[row["pick"] + (i + 1)] = values[i];
            }
        }
        var people = Roster.Draw(c, 2);
        names["who1"] = people[0];
        names["who2"] = people[1];
        return names;
    }

    /// <summary>"3~9", both included; a table's cell with two dots would read as a broken number.</summary>
    public static Span Range(string text) => Span.Parse(text.Replace("~", "..", StringComparison.Ordinal));

    private static Fraction Drawn(Commission c, string range)
    {
        var star = range.IndexOf('*', StringComparison.Ordinal);
        var step = star < 0 ? 1 : int.Parse(range[(star + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return Range(star < 0 ? range : range[..star]).Draw(c.Rolls) * (long)step;
    }

    private static string Value(string place, IReadOnlyDictionary<string, Fraction> numbers, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.TryGetValue(place, out var text))
        {
            return text;
        }
        return place[^1] switch
        {
            '$' => "$" + Show(numbers[place[..^1]]),
            '¢' => "$" + Words.Dollars(numbers[place[..^1]].Num),
            'y' when place.EndsWith(":y", StringComparison.Ordinal) => Words.Number(numbers[place[..^2]].Num),
            _ => Show(numbers[place]) ?? numbers[place].ToString(),
        };
    }

    /// <summary>The rows that belong to one formula or table.</summary>
    public static ImmutableArray<IReadOnlyDictionary<string, string>> Of(Commission c, string name) =>
        [.. c.Library.Table(c.Skill.Id).Where(row => row.GetValueOrDefault("in") == name)];
}
