using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// What a figure draws, what its text alternative says and what the proof works on agree: marks are as many as is said and
/// as the rows have, bars are as high as their rows, cells and labels are those that are read out, and no number of a
/// proof comes from nowhere.
/// </summary>
internal sealed partial class FigureDataCheck() : Check("figure-data")
{
    private const double HeightError = 0.01; // of a bar: coordinates are rounded to tenths

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if (question.Figure is not { } figure)
        {
            return null;
        }
        var drawn = FigureData.Of(figure);
        return Counts(drawn, figure.Alt) ?? Cells(drawn, figure.Alt) ?? Proven(drawn, figure.Alt, question);
    }

    /// <summary>Marks that are alike are as many as the text says, in digits or one word for each.</summary>
    private static string? Counts(FigureData drawn, string alt)
    {
        var said = Numbers(alt);
        foreach (var (mark, count) in drawn.Marks)
        {
            if (count > 1 && !Follows(said, count) && !Repeats(alt, count))
            {
                return $"{count} {mark} are drawn, of which the text alternative says nothing";
            }
        }
        return null;
    }

    /// <summary>Of a figure that is all cells, every number that is read out stands in a cell.</summary>
    private static string? Cells(FigureData drawn, string alt)
    {
        if (!drawn.IsTable)
        {
            return null;
        }
        var cells = drawn.Texts.SelectMany(Numbers).ToHashSet();
        return Numbers(alt).Where(own => !cells.Contains(own)).Select(own => Said(own)).FirstOrDefault() is { } missing
            ? $"the text alternative says {missing}, which no cell shows"
            : null;
    }

    private static string? Proven(FigureData drawn, string alt, Question question)
    {
        using var data = JsonDocument.Parse(question.Proof.Data);
        var root = question.Proof.Method == "framed" ? data.RootElement.GetProperty("data") : data.RootElement;
        var method = question.Proof.Method == "framed" ? data.RootElement.GetProperty("method").GetString() : question.Proof.Method;
        return method switch
        {
            "tally" or "rows" when root.TryGetProperty("rows", out var rows) => Rows(drawn, alt, rows),
            "replay" => Replayed(drawn, root.GetProperty("events")),
            "such" => Derived(drawn, alt, question.Stem, root.GetProperty("such")),
            _ => null,
        };
    }

    /// <summary>Rows that name marks: one row a mark, or a number that says how many marks or how high a bar.</summary>
    private static string? Rows(FigureData drawn, string alt, JsonElement rows)
    {
        var own = rows.EnumerateArray().ToArray();
        if (own.Length > 0 && own.All(row => row.TryGetProperty("mark", out _)))
        {
            foreach (var mark in own.GroupBy(row => row.GetProperty("mark").GetString()!))
            {
                if (drawn.Marks.GetValueOrDefault(mark.Key) != mark.Count())
                {
                    return $"{drawn.Marks.GetValueOrDefault(mark.Key)} {mark.Key} are drawn, the proof counts {mark.Count()}";
                }
            }
            return null;
        }
        var named = own.Where(row => row.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String)
            .Select(row => (Name: row.GetProperty("name").GetString()!, Numbers: row.EnumerateObject()
                .Where(cell => cell.Value.ValueKind is JsonValueKind.Number && cell.Name != "number").Select(cell => cell.Value.GetDecimal()).ToArray()))
            .Where(row => row.Numbers.Length == 1 && drawn.Marks.ContainsKey(row.Name)).Select(row => (row.Name, N: row.Numbers[0])).ToArray();
        return named.Length < 2 ? null : Bars(drawn, named) ?? Pieces(drawn, named) ?? Spoken(alt, named);
    }

    private static string? Bars(FigureData drawn, (string Name, decimal N)[] rows)
    {
        if (!drawn.IsBars)
        {
            return null;
        }
        var scale = rows.Max(row => drawn.Heights[row.Name]) / (double)rows.Max(row => row.N);
        var odd = rows.FirstOrDefault(row => Math.Abs(drawn.Heights[row.Name] - (scale * (double)row.N)) > 0.1 + (HeightError * scale * (double)row.N));
        return odd.Name is null ? null : $"the bar of {odd.Name} is not as high as its {Said(odd.N)} among the others";
    }

    private static string? Pieces(FigureData drawn, (string Name, decimal N)[] rows)
    {
        if (drawn.IsBars || rows.All(row => drawn.Marks[row.Name] == 1) || rows.Any(row => row.N == 0)) // 0: flags, not counts
        {
            return null;
        }
        var odd = rows.FirstOrDefault(row => drawn.Marks[row.Name] != row.N);
        return odd.Name is null ? null : $"{drawn.Marks[odd.Name]} of {odd.Name} are drawn, the proof has {Said(odd.N)}";
    }

    private static string? Spoken(string alt, (string Name, decimal N)[] rows)
    {
        var said = Numbers(alt);
        return said.Count < rows.Length ? null
            : rows.Where(row => !Follows(said, row.N)).Select(row => $"the text alternative does not say {Said(row.N)} of {row.Name}").FirstOrDefault();
    }

    /// <summary>A count that is added up again: as many steps as marks, or marks as many as it comes to.</summary>
    private static string? Replayed(FigureData drawn, JsonElement events)
    {
        var total = drawn.Marks.Values.Sum();
        decimal[] steps = [.. events.EnumerateArray().Select(own => Step().Match(own.GetString()!)).Where(own => own.Success)
            .Select(own => decimal.Parse(own.Groups[1].Value, CultureInfo.InvariantCulture))];
        return total > 1 && steps.Length > 0 && steps.Length != total && steps.Sum() != total
            ? $"{total} marks are drawn, the proof adds up {steps.Length} steps to {Said(steps.Sum())}"
            : null;
    }

    /// <summary>
    /// Where marks are counted, each number of the conditions is one of the figure or stem, or a sum or difference of such.
    /// </summary>
    private static string? Derived(FigureData drawn, string alt, string stem, JsonElement such)
    {
        if (drawn.Marks.Count == 0 || drawn.Marks.Values.All(count => count == 1))
        {
            return null;
        }
        var given = Numbers(alt).Concat(Numbers(stem)).Concat(drawn.Marks.Values.Select(own => (decimal)own)).ToHashSet();
        var known = Sums([.. drawn.Marks.Values.Select(own => (decimal)own)]).Concat(given).ToHashSet();
        foreach (var number in such.EnumerateArray().SelectMany(own => Numbers(own.GetString()!)))
        {
            if (number > 2 && !known.Contains(number) && !Follows(given, number))
            {
                return $"the proof works on {Said(number)}, which the figure does not show";
            }
        }
        return null;
    }

    /// <summary>Given, or the sum, difference or product of two that are: four rows of three, three of seven not shaded.</summary>
    private static bool Follows(HashSet<decimal> given, decimal number) => given.Contains(number)
        || given.Any(a => given.Any(b => a - b == number || a * b == number || a + b == number));

    private static IEnumerable<decimal> Sums(decimal[] values)
    {
        const int Most = 12;
        var few = values.Length > Most ? values[..Most] : values;
        for (var bits = 1; bits < 1 << few.Length; bits++)
        {
            yield return few.Where((_, i) => (bits & (1 << i)) != 0).Sum();
        }
    }

    private static bool Repeats(string alt, int count) =>
        alt.Count(c => c == '(') == count || alt.Split((char[])[' ', '.', ',', ':', ';'], StringSplitOptions.RemoveEmptyEntries).GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .Any(word => word.Count() >= count);

    /// <summary>Runs of digits with at most one point inside; thousands may be grouped by commas.</summary>
    private static HashSet<decimal> Numbers(string text)
    {
        var numbers = new HashSet<decimal>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }
            var (value, unit) = (0m, 1m);
            for (; i < text.Length; i++)
            {
                var more = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
                if (char.IsAsciiDigit(text[i]))
                {
                    (value, unit) = unit == 1m ? ((value * 10) + (text[i] - '0'), unit) : (value + ((text[i] - '0') * unit), unit / 10);
                }
                else if (text[i] == '.' && more && unit == 1m)
                {
                    unit = 0.1m;
                }
                else if (text[i] != ',' || !more)
                {
                    break;
                }
            }
            numbers.Add(value);
        }
        return numbers;
    }

    private static string Said(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\+ ([0-9]+)$")]
    private static partial Regex Step();
}

/// <summary>What can be read back from a drawing.</summary>
/// <param name="Marks">How often each thing is drawn that carries its name.</param>
/// <param name="Heights">Of named rectangles.</param>
/// <param name="Others">Shapes that are neither rectangles nor texts.</param>
internal sealed record FigureData(
    IReadOnlyDictionary<string, int> Marks, IReadOnlyDictionary<string, double> Heights, IReadOnlyList<string> Texts,
    int Others, int Cells)
{
    /// <summary>Rectangles and texts alone, no rectangle of a name.</summary>
    public bool IsTable => Others == 0 && Marks.Count == 0 && Cells > 1 && Texts.Count > 1;

    /// <summary>Each name once, as a rectangle, over an axis.</summary>
    public bool IsBars => Others > 2 && Heights.Count > 1 && Heights.Count == Marks.Count && Marks.Values.All(count => count == 1);

    public static FigureData Of(Figure figure)
    {
        var (marks, heights, texts) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal), new List<string>());
        var (others, cells) = (0, 0);
        foreach (var element in FigureXml.Of(figure).Where(element => element.Depth > 0))
        {
            switch (element.Name)
            {
                case "title":
                    break;
                case "text":
                    texts.Add(element.Text);
                    break;
                case "rect":
                    cells++;
                    break;
                default:
                    others++;
                    break;
            }
            if (element["data-mark"] is { } mark)
            {
                marks[mark] = marks.GetValueOrDefault(mark) + 1;
                if (element["height"] is { } height)
                {
                    heights[mark] = double.Parse(height, CultureInfo.InvariantCulture);
                }
            }
        }
        return new FigureData(marks, heights, texts, others, cells);
    }
}
