using System.Collections.Immutable;

namespace Pathfinity.Content.Figures;

/// <summary>Pictures that several subjects need: groups to count, tables, bar charts, number lines, labelled panels.</summary>
internal static class Pictures
{
    public static readonly ImmutableArray<string> Colours = [Drawing.Blue, Drawing.Red, Drawing.Green, Drawing.Yellow, Drawing.Purple];
    public static readonly ImmutableArray<string> Icons = ["dot", "square", "triangle", "star", "heart", "diamond"];

    /// <summary>Groups of equal things in rows of five or ten, each group with a label to its left ("" for none).</summary>
    public static Figure Groups(IReadOnlyList<(string Label, int Count, string Icon, string Colour)> groups, string alt, int perRow = 10)
    {
        const int Cell = 26;
        var margin = groups.Any(g => g.Label.Length > 0) ? 20 + (8 * groups.Max(g => g.Label.Length)) : 10;
        var rows = groups.Sum(g => Math.Max(1, (g.Count + perRow - 1) / perRow));
        var height = (rows * Cell) + (groups.Count * 14) + 6;
        var drawing = new Drawing(margin + (perRow * Cell) + 10, height);
        var y = 8.0;
        foreach (var (label, count, icon, colour) in groups)
        {
            drawing.Text(margin - 8, y + 18, label, 14, "end");
            for (var i = 0; i < count; i++)
            {
                Icon(drawing, icon, margin + (i % perRow * Cell) + 13, y + (i / perRow * Cell) + 13, 9, colour, label.Length > 0 ? label : icon);
            }
            y += (Math.Max(1, (count + perRow - 1) / perRow) * Cell) + 14;
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>Things scattered over a fixed field without touching.</summary>
    public static Figure Scatter(int count, string icon, string colour, Pathfinity.Determinism.Rolls rolls, string alt)
    {
        const int Columns = 6;
        var cells = rolls.Shuffle(Enumerable.Range(0, Columns * Math.Max(3, ((count * 3 / 2) + Columns - 1) / Columns)).ToArray());
        var drawing = new Drawing(260, 10 + (40 * ((cells.Length + Columns - 1) / Columns)));
        foreach (var cell in cells.Take(count))
        {
            Icon(drawing, icon, 30 + (cell % Columns * 40) + rolls.Between(-6, 6), 25 + (cell / Columns * 40) + rolls.Between(-6, 6), 11, colour, icon);
        }
        return drawing.ToFigure(alt);
    }

    public static void Icon(Drawing drawing, string icon, double x, double y, double r, string colour, string? mark = null)
    {
        switch (icon)
        {
            case "square":
                drawing.Rect(x - r, y - r, 2 * r, 2 * r, colour, Drawing.Ink, mark);
                break;
            case "triangle":
                drawing.Polygon([(x, y - r), (x + r, y + r), (x - r, y + r)], colour, Drawing.Ink, mark);
                break;
            case "diamond":
                drawing.Polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)], colour, Drawing.Ink, mark);
                break;
            case "star":
                drawing.Polygon(Star(x, y, r), colour, Drawing.Ink, mark);
                break;
            case "heart":
                drawing.Path(FormattableString.Invariant(
                    $"M{x:0.#} {y + r:0.#} L{x - r:0.#} {y:0.#} A{r / 2:0.#} {r / 2:0.#} 0 0 1 {x:0.#} {y - (r / 2):0.#} A{r / 2:0.#} {r / 2:0.#} 0 0 1 {x + r:0.#} {y:0.#} Z"),
                    colour, Drawing.Ink, mark);
                break;
            default:
                drawing.Circle(x, y, r, colour, Drawing.Ink, mark);
                break;
        }
    }

    /// <summary>A table with a head row; widths follow the longest cell of each column.</summary>
    public static Figure Table(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows, string alt)
    {
        const int Row = 28;
        var widths = head.Select((h, c) => 18 + (8 * Math.Max(h.Length, rows.Max(r => r[c].Length)))).ToList();
        var drawing = new Drawing(widths.Sum() + 2, ((rows.Count + 1) * Row) + 2);
        drawing.Rect(1, 1, widths.Sum(), Row, Drawing.Pale);
        for (var r = 0; r <= rows.Count; r++)
        {
            double x = 1;
            for (var c = 0; c < head.Count; c++)
            {
                drawing.Rect(x, 1 + (r * Row), widths[c], Row);
                drawing.Text(x + (widths[c] / 2.0), (r * Row) + 20, r == 0 ? head[c] : rows[r - 1][c], 13, bold: r == 0);
                x += widths[c];
            }
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>A bar chart; the axis runs from 0 to the first multiple of the step at or above the largest value.</summary>
    public static Figure Bars(IReadOnlyList<(string Label, int Value)> bars, int step, string axis, string alt)
    {
        var top = Math.Max(step, (bars.Max(b => b.Value) + step - 1) / step * step);
        const int Plot = 170;
        var width = 60 + (bars.Count * 64);
        var drawing = new Drawing(width, Plot + 60);
        for (var v = 0; v <= top; v += step)
        {
            var y = 20 + Plot - (Plot * (double)v / top);
            drawing.Line(48, y, width - 8, y, Drawing.Pale, 1).Text(42, y + 4, Words.Number(v), 12, "end");
        }
        for (var i = 0; i < bars.Count; i++)
        {
            var h = Plot * (double)bars[i].Value / top;
            drawing.Rect(60 + (i * 64), 20 + Plot - h, 44, h, Colours[i % Colours.Length], Drawing.Ink, bars[i].Label);
            drawing.Text(82 + (i * 64), Plot + 38, bars[i].Label, 12);
        }
        return drawing.Line(48, 20, 48, 20 + Plot).Line(48, 20 + Plot, width - 8, 20 + Plot).Text(48, 12, axis, 12, "start").ToFigure(alt);
    }

    /// <summary>A number line from low to high with a tick every step; labels only where asked, points above it.</summary>
    public static Figure NumberLine(
        int ticks, Func<int, string> label, IReadOnlyList<(double At, string Name)> points, string alt)
    {
        const int Gap = 36;
        var width = 40 + (ticks * Gap);
        var drawing = new Drawing(width, 76).Line(8, 44, width - 8, 44);
        for (var i = 0; i <= ticks; i++)
        {
            drawing.Line(20 + (i * Gap), 38, 20 + (i * Gap), 50).Text(20 + (i * Gap), 68, label(i), 13);
        }
        foreach (var (at, name) in points)
        {
            drawing.Circle(20 + (at * Gap), 44, 5, Drawing.Red, Drawing.Ink, "point").Text(20 + (at * Gap), 26, name, 14, bold: true);
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>Panels A, B, C ... side by side, each drawn by its own hand around the given centre.</summary>
    public static Figure Panels(IReadOnlyList<Action<Drawing, double, double>> panels, string alt)
    {
        const int Side = 110;
        var drawing = new Drawing((panels.Count * (Side + 10)) + 10, Side + 40);
        for (var i = 0; i < panels.Count; i++)
        {
            var x = 10 + (i * (Side + 10));
            drawing.Rect(x, 6, Side, Side, "#ffffff", Drawing.Grey, null, 6);
            panels[i](drawing, x + (Side / 2.0), 6 + (Side / 2.0));
            drawing.Text(x + (Side / 2.0), Side + 28, ((char)('A' + i)).ToString(), 16, bold: true);
        }
        return drawing.ToFigure(alt);
    }

    private static IEnumerable<(double X, double Y)> Star(double x, double y, double r)
    {
        ReadOnlySpan<(double X, double Y)> unit =
        [
            (0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0, 0.4), (-0.59, 0.81), (-0.38, 0.12),
            (-0.95, -0.31), (-0.24, -0.32),
        ];
        var points = new (double, double)[unit.Length];
        for (var i = 0; i < unit.Length; i++)
        {
            points[i] = (x + (r * unit[i].X), y + (r * unit[i].Y));
        }
        return points;
    }
}
