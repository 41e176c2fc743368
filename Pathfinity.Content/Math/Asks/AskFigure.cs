using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Content.Science;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>Draws the figure of an ask.</summary>
internal sealed class AskFigure
{
    private readonly AskFigureEntry entry;
    private readonly Places alt;
    private readonly Places axis;
    private readonly ImmutableArray<ImmutableArray<Places>> cells;

    public AskFigure(AskFigureEntry entry)
    {
        this.entry = entry;
        alt = new Places(entry.Alt);
        axis = new Places(entry.Axis);
        cells = [.. entry.Cells.Select(row => row.Select(cell => new Places(cell)).ToImmutableArray())];
    }

    public Figure Draw(Scope scope)
    {
        var words = alt.Text(scope);
        var rows = cells.Select(row => row.Select(cell => cell.Text(scope)).ToList()).ToList();
        return entry.Kind switch
        {
            "table" => Pictures.Table(rows[0], [.. rows.Skip(1)], words),
            "groups" => Pictures.Groups([.. rows.Select((r, i) => (r[0], (int)Value(r[1]), r[2], Pictures.Colours[i % 5]))], words),
            "dots" => MathPictures.Dots([.. rows.Select(r => (r[0], (int)Value(r[1])))], axis.Text(scope), words),
            "box" => MathPictures.Box([.. rows[0].Select(cell => (double)Value(cell))], words),
            "strip" => MathPictures.Strips([.. rows.Select(r => (r[0], (int)Value(r[1]), (int)Value(r[2])))], words),
            "plane" => MathPictures.Plane(rows, words),
            "polygon" => MathPictures.Polygon(rows, words),
            _ => throw new FormatException($"No figure '{entry.Kind}'."),
        };
    }

    internal static decimal Value(string text) =>
        decimal.Parse(text.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);
}
