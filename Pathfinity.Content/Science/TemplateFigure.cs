using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;

namespace Pathfinity.Content.Science;

/// <summary>Draws the figure of a template.</summary>
internal sealed class TemplateFigure
{
    private readonly string kind;
    private readonly Places axis;
    private readonly Places across;
    private readonly int step;
    private readonly Places alt;
    private readonly ImmutableArray<ImmutableArray<Places>> cells;

    public TemplateFigure(FigureEntry entry)
    {
        kind = entry.Kind;
        axis = new Places(entry.Axis);
        across = new Places(entry.Across);
        step = entry.Step;
        alt = new Places(entry.Alt);
        cells = [.. entry.Cells.Select(row => row.Select(cell => new Places(cell)).ToImmutableArray())];
    }

    public Figure Draw(Scope scope)
    {
        var rows = cells.Select(row => row.Select(cell => cell.Text(scope)).ToList()).ToList();
        var words = alt.Text(scope);
        return kind switch
        {
            "bars" => Pictures.Bars([.. rows.Select(r => (r[0], (int)Value(r[1])))], step, axis.Text(scope), words),
            "line" => SciencePictures.Line([.. rows.Select(r => (r[0], Value(r[1])))], step, axis.Text(scope), across.Text(scope), words),
            "thermometers" => SciencePictures.Thermometers([.. rows.Select(r => (r[0], Value(r[1])))], words),
            "groups" => Pictures.Groups([.. rows.Select((r, i) => (r[0], (int)Value(r[1]), r[2], Pictures.Colours[i]))], words),
            "balance" => SciencePictures.Balance(rows[0][0], Value(rows[0][1]), rows[1][0], Value(rows[1][1]), words),
            "table" => Pictures.Table(rows[0], [.. rows.Skip(1)], words),
            "layers" => SciencePictures.Layers([.. rows.Select(r => r[0])], words),
            "forces" => SciencePictures.Forces(Value(rows[0][1]), Value(rows[1][1]), rows[0][0], rows[1][0], words),
            "circuit" => SciencePictures.Circuit([.. rows.Select(r => (r[0], r[1] == "closed" || r[1] == "true"))], words),
            "square" => SciencePictures.Punnett(rows[0][0], rows[0][1], words),
            "moon" => SciencePictures.Moon(Value(rows[0][0]), words),
            "web" => SciencePictures.Web([.. rows.Select(r => (r[0], (IReadOnlyList<string>)r[1..]))], words),
            _ => throw new FormatException($"No figure '{kind}'."),
        };
    }

    private static decimal Value(string text) =>
        decimal.Parse(text.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);
}
