using Pathfinity.Content.Figures;
using Pathfinity.Content.Mathematics.Asks;

namespace Pathfinity.Content.Mathematics;

/// <summary>Pictures of mathematics: dot plots, box plots, fraction strips, the coordinate plane, labelled polygons.</summary>
internal static class MathPictures
{
    /// <summary>A dot plot: a column of dots above each label.</summary>
    public static Figure Dots(IReadOnlyList<(string Label, int Count)> columns, string axis, string alt)
    {
        const int Gap = 44;
        var most = Math.Max(3, columns.Max(c => c.Count));
        var floor = 20 + (most * 18);
        var drawing = new Drawing(30 + (columns.Count * Gap), floor + 48).Line(
            8,
            floor,
            22 + (columns.Count * Gap),
            floor);
        for (var i = 0; i < columns.Count; i++)
        {
            var x = 15 + (Gap / 2.0) + (i * Gap);
            drawing.Line(x, floor - 3, x, floor + 3).Text(x, floor + 18, columns[i].Label, 13);
            for (var k = 0; k < columns[i].Count; k++)
            {
                drawing.Circle(x, floor - 11 - (k * 18), 7, Drawing.Blue, Drawing.Ink, columns[i].Label);
            }
        }
        return drawing.Text(15 + (columns.Count * Gap / 2.0), floor + 40, axis, 13).ToFigure(alt);
    }

    /// <summary>A box plot from its five numbers, over an axis from first to last, labelled at the five.</summary>
    public static Figure Box(double[] five, string alt)
    {
        double At(double value) => 30 + (300 * (value - five[0]) / (five[4] - five[0]));
        var drawing = new Drawing(360, 110)
            .Line(20, 84, 340, 84)
            .Line(At(five[0]), 40, At(five[1]), 40)
            .Line(At(five[3]), 40, At(five[4]), 40)
            .Rect(At(five[1]), 22, At(five[3]) - At(five[1]), 36, Drawing.Pale)
            .Line(At(five[2]), 22, At(five[2]), 58, Drawing.Red, 3);
        foreach (var value in five)
        {
            drawing
                .Line(At(value), 80, At(value), 88)
                .Text(At(value), 102, value.ToString(System.Globalization.CultureInfo.InvariantCulture), 13);
        }
        return drawing.Line(At(five[0]), 32, At(five[0]), 48).Line(At(five[4]), 32, At(five[4]), 48).ToFigure(alt);
    }

    /// <summary>Bars of the same length cut in equal parts, some of them shaded.</summary>
    public static Figure Strips(IReadOnlyList<(string Label, int Shaded, int Parts)> strips, string alt)
    {
        const int Length = 240;
        var drawing = new Drawing(Length + 50, (strips.Count * 44) + 8);
        for (var i = 0; i < strips.Count; i++)
        {
            var (label, shaded, parts) = strips[i];
            drawing.Text(18, 34 + (i * 44), label, 15, bold: true);
            for (var k = 0; k < parts; k++)
            {
                drawing.Rect(
                    40 + (Length * (double)k / parts),
                    10 + (i * 44),
                    (double)Length / parts,
                    34,
                    k < shaded ? Pictures.Colours[i % 5] : "#ffffff",
                    Drawing.Ink,
                    k < shaded ? "part" : null);
            }
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>
    /// A coordinate plane. Rows: [size, n] half the width in units, [first, n] for the first quadrant only,
    /// [point, x, y, name], [line, x1, y1, x2, y2], [curve, a, b, c] for ax² + bx + c.
    /// </summary>
    public static Figure Plane(IReadOnlyList<IReadOnlyList<string>> rows, string alt)
    {
        var size = (int)AskFigure.Value(rows[0][1]);
        var low = rows[0][0] == "first" ? 0 : -size;
        var unit = 300.0 / (size - low);
        (double X, double Y) At(double x, double y) => (20 + ((x - low) * unit), 20 + ((size - y) * unit));
        var drawing = new Drawing(340, 340);
        var every = size - low > 12 ? (size - low > 24 ? 5 : 2) : 1;
        for (var i = low; i <= size; i++)
        {
            var axis = i == 0;
            var (x, y) = At(i, i);
            drawing
                .Line(x, 20, x, 320, axis ? Drawing.Ink : Drawing.Pale, axis ? 2 : 1)
                .Line(20, y, 320, y, axis ? Drawing.Ink : Drawing.Pale, axis ? 2 : 1);
            if (i != 0 && i % every == 0)
            {
                drawing
                    .Text(x, At(0, 0).Y + 14, Words.Number(i), 11)
                    .Text(At(0, 0).X - 5, y + 4, Words.Number(i), 11, "end");
            }
        }
        foreach (var row in rows.Skip(1))
        {
            var n = row.Skip(1).Take(row[0] == "point" ? 2 : 4).Select(cell => (double)AskFigure.Value(cell)).ToArray();
            switch (row[0])
            {
                case "point":
                    var (px, py) = At(n[0], n[1]);
                    drawing
                        .Circle(px, py, 5, Drawing.Red, Drawing.Ink, "point")
                        .Text(px + 8, py - 7, row[3], 14, "start", bold: true);
                    break;
                case "line":
                    drawing.Polyline([At(n[0], n[1]), At(n[2], n[3])]);
                    break;
                default:
                    drawing.Polyline(
                        Enumerable
                            .Range(0, ((size - low) * 10) + 1)
                            .Select(i => low + (i / 10.0))
                            .Select(x => (x, y: (n[0] * x * x) + (n[1] * x) + n[2]))
                            .Where(p => p.y >= low && p.y <= size)
                            .Select(p => At(p.x, p.y)));
                    break;
            }
        }
        return drawing.Text(330, At(0, 0).Y - 6, "x", 13).Text(At(0, 0).X + 10, 14, "y", 13).ToFigure(alt);
    }

    /// <summary>
    /// Points joined in order, drawn to fit: [x, y, name] each; [side, i, text] labels the side after point i (from 0),
    /// [angle, i, text] the corner at point i, [cut, i, j] draws a dashed line between two points.
    /// </summary>
    public static Figure Polygon(IReadOnlyList<IReadOnlyList<string>> rows, string alt)
    {
        string[] words = ["side", "angle", "cut"];
        var corners = rows.Where(r => !words.Contains(r[0]))
            .Select(r => (X: (double)AskFigure.Value(r[0]), Y: (double)AskFigure.Value(r[1]), Name: r[2]))
            .ToArray();
        var (left, bottom) = (corners.Min(c => c.X), corners.Min(c => c.Y));
        var scale = Math.Min(240 / (corners.Max(c => c.X) - left), 160 / (corners.Max(c => c.Y) - bottom));
        var height = 80 + ((corners.Max(c => c.Y) - bottom) * scale);
        var at = corners
            .Select(c => (X: 50 + ((c.X - left) * scale), Y: height - 40 - ((c.Y - bottom) * scale)))
            .ToArray();
        var middle = (X: at.Average(p => p.X), Y: at.Average(p => p.Y));
        (double X, double Y) Away(double x, double y, double by)
        {
            var length = Math.Max(1, Math.Sqrt(((x - middle.X) * (x - middle.X)) + ((y - middle.Y) * (y - middle.Y))));
            return (x + (by * (x - middle.X) / length), y + 5 + (by * (y - middle.Y) / length));
        }
        var drawing = new Drawing((int)(100 + ((corners.Max(c => c.X) - left) * scale)), (int)height).Polygon(
            at,
            "#eef4ff");
        for (var i = 0; i < at.Length; i++)
        {
            var (x, y) = Away(at[i].X, at[i].Y, 16);
            drawing.Text(x, y, corners[i].Name, 15, bold: true);
        }
        foreach (var row in rows.Where(r => words.Contains(r[0])))
        {
            var i = (int)AskFigure.Value(row[1]);
            var (p, q) = (at[i], at[(i + 1) % at.Length]);
            switch (row[0])
            {
                case "side":
                    var (outX, outY) = Outward(at, p, q);
                    drawing.Text(((p.X + q.X) / 2) + (20 * outX), ((p.Y + q.Y) / 2) + 5 + (16 * outY), row[2], 14);
                    break;
                case "angle":
                    var (ax, ay) = Away(p.X, p.Y, -34);
                    drawing.Text(ax, ay, row[2], 13, fill: Drawing.Red);
                    break;
                default:
                    var other = at[(int)AskFigure.Value(row[2])];
                    drawing.Line(p.X, p.Y, other.X, other.Y, Drawing.Grey, 2, dashed: true);
                    break;
            }
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>One step at right angles to a side, away from the inside, also where the figure turns inwards.</summary>
    private static (double X, double Y) Outward(
        (double X, double Y)[] corners,
        (double X, double Y) from,
        (double X, double Y) to)
    {
        var area = corners
            .Select((c, i) => (A: c, B: corners[(i + 1) % corners.Length]))
            .Sum(side => (side.A.X * side.B.Y) - (side.B.X * side.A.Y));
        var length = Math.Max(1, Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y))));
        return (Math.Sign(area) * (to.Y - from.Y) / length, -Math.Sign(area) * (to.X - from.X) / length);
    }
}
