using Pathfinity.Content.Figures;

namespace Pathfinity.Content.Science;

/// <summary>Pictures that science needs: line charts, thermometers, balances, layers, forces, circuits, squares, webs.</summary>
internal static class SciencePictures
{
    private const int Plot = 170;

    public static Figure Line(IReadOnlyList<(string Label, decimal Value)> points, int step, string axis, string across, string alt)
    {
        var low = Math.Min(0, (int)Math.Floor(points.Min(p => p.Value) / step) * step);
        var high = Math.Max(low + step, (int)Math.Ceiling(points.Max(p => p.Value) / step) * step);
        var gap = points.Count > 8 ? 40 : 56;
        var width = 76 + (points.Count * gap);
        var drawing = new Drawing(width, Plot + 66);
        double Y(decimal v) => 20 + Plot - (Plot * (double)(v - low) / (high - low));
        for (var v = low; v <= high; v += step)
        {
            drawing.Line(54, Y(v), width - 8, Y(v), Drawing.Pale, 1).Text(48, Y(v) + 4, Words.Number(v), 12, "end");
        }
        drawing.Polyline(points.Select((p, i) => (76.0 + (i * gap), Y(p.Value))));
        for (var i = 0; i < points.Count; i++)
        {
            drawing.Circle(76 + (i * gap), Y(points[i].Value), 4, Drawing.Red, Drawing.Ink, points[i].Label);
            drawing.Text(76 + (i * gap), Plot + 38, points[i].Label, 12);
        }
        drawing.Line(54, 20, 54, 20 + Plot).Line(54, Y(0), width - 8, Y(0));
        return drawing.Text(54, 12, axis, 12, "start").Text(width / 2.0, Plot + 58, across, 12).ToFigure(alt);
    }

    public static Figure Thermometers(IReadOnlyList<(string Label, decimal Value)> readings, string alt)
    {
        var low = Math.Min(0, (int)Math.Floor(readings.Min(r => r.Value) / 10) * 10);
        var high = Math.Max(low + 30, (int)Math.Ceiling((readings.Max(r => r.Value) + 1) / 10) * 10);
        var drawing = new Drawing(20 + (readings.Count * 96), 240);
        for (var i = 0; i < readings.Count; i++)
        {
            var x = 60 + (i * 96);
            double Y(decimal v) => 190 - (165 * (double)(v - low) / (high - low));
            drawing.Rect(x - 8, 18, 16, 180, "#ffffff", Drawing.Ink, null, 8);
            drawing.Rect(x - 4, Y(readings[i].Value), 8, 198 - Y(readings[i].Value), Drawing.Red, Drawing.Red, readings[i].Label);
            drawing.Circle(x, 200, 12, Drawing.Red);
            for (var v = low; v <= high; v += 10)
            {
                drawing.Line(x - 20, Y(v), x - 8, Y(v)).Text(x - 24, Y(v) + 4, Words.Number(v), 11, "end");
            }
            for (var v = low; v <= high; v += 2)
            {
                drawing.Line(x - 13, Y(v), x - 8, Y(v), Drawing.Ink, 1);
            }
            drawing.Text(x, 232, readings[i].Label, 13);
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>A beam balance; the heavier side is down.</summary>
    public static Figure Balance(string left, decimal leftMass, string right, decimal rightMass, string alt)
    {
        var tilt = 14.0 * Math.Sign(leftMass - rightMass);
        var drawing = new Drawing(300, 150).Polygon([(150, 60), (135, 135), (165, 135)], Drawing.Grey);
        drawing.Line(60, 60 + tilt, 240, 60 - tilt, Drawing.Ink, 4);
        drawing.Line(60, 60 + tilt, 60, 84 + tilt).Line(240, 60 - tilt, 240, 84 - tilt);
        drawing.Rect(25, 84 + tilt, 70, 8, Drawing.Blue).Rect(205, 84 - tilt, 70, 8, Drawing.Blue);
        return drawing.Text(60, 78 + tilt - 24, left, 14, bold: true).Text(240, 78 - tilt - 24, right, 14, bold: true).ToFigure(alt);
    }

    /// <summary>Layers of rock, the first one on top.</summary>
    public static Figure Layers(IReadOnlyList<string> layers, string alt)
    {
        string[] colours = ["#d9b382", "#c4c9cf", "#b5d3a1", "#d7a6a6", "#a9bfd9", "#e0d38f"];
        var drawing = new Drawing(300, 14 + (layers.Count * 38));
        for (var i = 0; i < layers.Count; i++)
        {
            drawing.Rect(6, 6 + (i * 38), 288, 38, colours[i % colours.Length], Drawing.Ink, layers[i]);
            drawing.Text(150, 30 + (i * 38), layers[i], 14);
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>Two forces on a box along a line, arrows as long as the forces.</summary>
    public static Figure Forces(decimal left, decimal right, string leftLabel, string rightLabel, string alt)
    {
        var scale = 90 / (double)Math.Max(1, Math.Max(left, right));
        var drawing = new Drawing(320, 110).Rect(135, 40, 50, 40, Drawing.Pale).Line(20, 80, 300, 80, Drawing.Grey);
        Arrow(drawing, 135, 60, 135 - (scale * (double)left), Drawing.Blue);
        Arrow(drawing, 185, 60, 185 + (scale * (double)right), Drawing.Red);
        return drawing.Text(70, 30, leftLabel, 14).Text(250, 30, rightLabel, 14).ToFigure(alt);
    }

    /// <summary>A battery, a loop, and in it one after another the named parts; open ones leave a gap.</summary>
    public static Figure Circuit(IReadOnlyList<(string Label, bool Closed)> parts, string alt)
    {
        var width = 80 + (parts.Count * 90);
        var drawing = new Drawing(width, 150).Line(30, 40, 30, 62).Line(30, 86, 30, 120).Line(18, 62, 42, 62, Drawing.Ink, 3);
        drawing.Line(23, 74, 37, 74, Drawing.Ink, 6).Line(18, 86, 42, 86, Drawing.Ink, 3).Text(48, 80, "battery", 12, "start");
        drawing.Line(30, 120, width - 20, 120).Line(width - 20, 120, width - 20, 40).Line(30, 40, 50, 40);
        for (var i = 0; i < parts.Count; i++)
        {
            var x = 50.0 + (i * 90);
            drawing.Line(x, 40, x + 20, 40).Line(x + 60, 40, x + 90, 40).Text(x + 40, 22, parts[i].Label, 12);
            if (!parts[i].Closed)
            {
                drawing.Line(x + 20, 40, x + 52, 24, Drawing.Ink, 3);
            }
            else if (parts[i].Label.StartsWith("bulb", StringComparison.Ordinal))
            {
                drawing.Line(x + 20, 40, x + 60, 40).Circle(x + 40, 40, 11, "#ffffff").Line(x + 32, 32, x + 48, 48).Line(x + 48, 32, x + 32, 48);
            }
            else
            {
                drawing.Line(x + 20, 40, x + 60, 40, Drawing.Ink, 3);
            }
        }
        return drawing.Line(50 + (parts.Count * 90), 40, width - 20, 40).ToFigure(alt);
    }

    /// <summary>A Punnett square with its margins filled and its cells empty.</summary>
    public static Figure Punnett(string across, string down, string alt)
    {
        var drawing = new Drawing(180, 180);
        for (var i = 0; i < 2; i++)
        {
            drawing.Text(80 + (i * 60), 36, across[i].ToString(), 20, bold: true).Text(32, 86 + (i * 60), down[i].ToString(), 20, bold: true);
            drawing.Rect(50, 50 + (i * 60), 60, 60).Rect(110, 50 + (i * 60), 60, 60);
        }
        return drawing.ToFigure(alt);
    }

    /// <summary>The Moon as the northern half of Earth sees it; part is the age in eighths of a cycle, 0 new, 4 full.</summary>
    public static Figure Moon(decimal part, string alt)
    {
        var drawing = new Drawing(130, 130).Rect(0, 0, 130, 130, "#10182b").Circle(65, 65, 45, "#3a4256", "#3a4256");
        var age = (int)part % 8;
        const string Lit = "#f4f1de";
        var outer = age is > 0 and < 4 ? 1 : 0;
        var path = age switch
        {
            0 => "",
            4 => "M65 20 A45 45 0 0 1 65 110 A45 45 0 0 1 65 20 Z",
            2 or 6 => $"M65 20 A45 45 0 0 {outer} 65 110 Z",
            1 => "M65 20 A45 45 0 0 1 65 110 A24 45 0 0 0 65 20 Z",
            3 => "M65 20 A45 45 0 0 1 65 110 A24 45 0 0 1 65 20 Z",
            5 => "M65 20 A45 45 0 0 0 65 110 A24 45 0 0 0 65 20 Z",
            _ => "M65 20 A45 45 0 0 0 65 110 A24 45 0 0 1 65 20 Z",
        };
        return (path.Length > 0 ? drawing.Path(path, Lit, Lit, "lit") : drawing).ToFigure(alt);
    }

    /// <summary>Who is eaten by whom: each row is an organism, its level from below, and its eaters.</summary>
    public static Figure Web(IReadOnlyList<(string Name, IReadOnlyList<string> Facts)> organisms, string alt)
    {
        var levels = organisms.GroupBy(o => int.Parse(o.Facts[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var top = levels.Max(l => l.Key);
        var width = Math.Max(260, levels.Max(l => l.Count()) * 120);
        var drawing = new Drawing(width, 50 + (top * 70));
        var places = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        foreach (var level in levels)
        {
            var all = level.ToList();
            for (var i = 0; i < all.Count; i++)
            {
                places[all[i].Name] = (width * (i + 0.5) / all.Count, 24 + ((top - level.Key) * 70));
            }
        }
        foreach (var (name, facts) in organisms)
        {
            foreach (var eater in facts.Skip(1).Where(places.ContainsKey))
            {
                var (x1, y1) = places[name];
                var (x2, y2) = places[eater];
                Arrow(drawing, x1, y1 - 14, x2, y2 + 14, Drawing.Green);
            }
        }
        foreach (var (name, (x, y)) in places)
        {
            drawing.Rect(x - 52, y - 14, 104, 28, "#ffffff", Drawing.Ink, name, 6).Text(x, y + 5, name, 13);
        }
        return drawing.ToFigure(alt);
    }

    private static void Arrow(Drawing drawing, double x1, double y, double x2, string colour)
    {
        if (Math.Abs(x2 - x1) > 1)
        {
            Arrow(drawing, x1, y, x2, y, colour);
        }
    }

    private static void Arrow(Drawing drawing, double x1, double y1, double x2, double y2, string colour)
    {
        var length = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        var (dx, dy) = ((x2 - x1) / length, (y2 - y1) / length);
        drawing.Line(x1, y1, x2 - (6 * dx), y2 - (6 * dy), colour, 3);
        drawing.Polygon(
            [(x2, y2), (x2 - (10 * dx) - (5 * dy), y2 - (10 * dy) + (5 * dx)), (x2 - (10 * dx) + (5 * dy), y2 - (10 * dy) - (5 * dx))],
            colour, colour);
    }
}
