using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;

namespace Pathfinity.Content.Figures;

/// <summary>Draws SVG. Sizes are in units of the view box; y grows downwards.</summary>
internal sealed class Drawing(int width, int height)
{
    public const string Ink = "#1f2933";
    public const string Blue = "#2f6fde";
    public const string Red = "#d64545";
    public const string Green = "#2f9e5b";
    public const string Yellow = "#f2b632";
    public const string Purple = "#8250c4";
    public const string Grey = "#9aa5b1";
    public const string Pale = "#e4e9f0";
    private static readonly string[] Tenths = [.. Enumerable.Range(0, 10_000).Select(Tenth)]; // most coordinates are among them
    private const int BodyLength = 4096; // usual, in characters
    private char[] body = ArrayPool<char>.Shared.Rent(BodyLength); // given back with the figure
    private int length;

    public Drawing Line(double x1, double y1, double x2, double y2, string stroke = Ink, double width = 2, bool dashed = false) =>
        Add($"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}" stroke="{stroke}" stroke-width="{N(width)}"{(dashed ? " stroke-dasharray=\"5 4\"" : "")}/>""");

    /// <param name="mark">Names what is drawn, so that a check can count it.</param>
    public Drawing Circle(double x, double y, double r, string fill = Blue, string stroke = Ink, string? mark = null) =>
        Add($"""<circle{Mark(mark)} cx="{N(x)}" cy="{N(y)}" r="{N(r)}" fill="{fill}" stroke="{stroke}"/>""");

    public Drawing Rect(double x, double y, double w, double h, string fill = "none", string stroke = Ink, string? mark = null, double round = 0) =>
        Add($"""<rect{Mark(mark)} x="{N(x)}" y="{N(y)}" width="{N(w)}" height="{N(h)}" rx="{N(round)}" fill="{fill}" stroke="{stroke}"/>""");

    public Drawing Polygon(IEnumerable<(double X, double Y)> points, string fill = "none", string stroke = Ink, string? mark = null) =>
        Add($"""<polygon{Mark(mark)} points="{Points(points)}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>""");

    public Drawing Polyline(IEnumerable<(double X, double Y)> points, string stroke = Blue, double width = 2.5) =>
        Add($"""<polyline points="{Points(points)}" fill="none" stroke="{stroke}" stroke-width="{N(width)}"/>""");

    /// <param name="d">SVG path data.</param>
    public Drawing Path(string d, string fill = "none", string stroke = Ink, string? mark = null) =>
        Add($"""<path{Mark(mark)} d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>""");

    /// <param name="anchor">start, middle or end.</param>
    public Drawing Text(double x, double y, string text, int size = 14, string anchor = "middle", string fill = Ink, bool bold = false) =>
        Add($"""<text x="{N(x)}" y="{N(y)}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>""");

    /// <summary>The drawing; nothing can be added to it any more.</summary>
    public Figure ToFigure(string alt)
    {
        var head = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif"><title>{SecurityElement.Escape(alt)}</title>""";
        var figure = new Figure(string.Concat(head, body.AsSpan(0, length), "</svg>"), alt);
        ArrayPool<char>.Shared.Return(body);
        body = [];
        return figure;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (length + text.Length > body.Length)
        {
            var longer = ArrayPool<char>.Shared.Rent(Math.Max(length + text.Length, 2 * body.Length));
            body.AsSpan(0, length).CopyTo(longer);
            ArrayPool<char>.Shared.Return(body);
            body = longer;
        }
        text.CopyTo(body.AsSpan(length));
        length += text.Length;
    }

    /// <summary>The parts go into the body as they are written; nothing is left to do but to go on.</summary>
    private Drawing Add([InterpolatedStringHandlerArgument("")] Part element)
    {
        _ = element;
        return this;
    }

    private static string Mark(string? mark) => mark is null ? "" : $" data-mark=\"{SecurityElement.Escape(mark)}\"";

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    /// <summary>To a tenth.</summary>
    private static string N(double value)
    {
        value = Math.Round(value, 1);
        var tenths = Math.Round(value * 10);
        return tenths > 0 && tenths < Tenths.Length ? Tenths[(int)tenths] : value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Tenth(int tenths) => (tenths / 10.0).ToString(CultureInfo.InvariantCulture);

    /// <summary>An element on its way into a drawing's body.</summary>
    [InterpolatedStringHandler]
    private readonly ref struct Part
    {
        private readonly Drawing drawing;

        public Part(int literalLength, int formattedCount, Drawing drawing) =>
            (this.drawing, _) = (drawing, literalLength + formattedCount);

        public void AppendLiteral(string value) => drawing.Append(value);

        public void AppendFormatted(string? value) => drawing.Append(value);

        public void AppendFormatted(int value) => drawing.Append(value.ToString(CultureInfo.InvariantCulture));
    }
}
