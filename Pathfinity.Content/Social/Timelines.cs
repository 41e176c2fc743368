using Pathfinity.Content.Figures;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Draws timelines to scale.</summary>
internal static class Timelines
{
    private const int Width = 560;
    private const int Left = 85; // half of the longest label
    private const int Right = 475;

    /// <summary>Named points at their years, labels above and below in turn so that they do not touch.</summary>
    public static Figure Of(IReadOnlyList<(string Name, int Year)> points, string alt)
    {
        var (low, high) = (points.Min(p => p.Year), points.Max(p => p.Year));
        var drawing = new Drawing(Width, 110).Line(10, 55, Width - 10, 55);
        drawing.Polygon([(Width - 10, 55), (Width - 20, 49), (Width - 20, 61)], Drawing.Ink);
        for (var i = 0; i < points.Count; i++)
        {
            var x = Left + ((Right - Left) * (double)(points[i].Year - low) / Math.Max(1, high - low));
            var up = i % 2 == 0;
            drawing.Circle(x, 55, 5, Drawing.Red, Drawing.Ink, points[i].Name)
                .Text(x, up ? 22 : 84, points[i].Name, 14, bold: true)
                .Text(x, up ? 40 : 102, Dated.Era(points[i].Year), 12);
        }
        return drawing.ToFigure(alt);
    }
}
