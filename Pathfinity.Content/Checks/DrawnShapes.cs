using System.Globalization;

namespace Pathfinity.Content.Checks;

/// <summary>The lines, dots and texts of a drawing by their coordinates alone; y grows downwards.</summary>
internal sealed class DrawnShapes
{
    private const double Near = 1.5; // units of the view box within which two places are the same

    private DrawnShapes(IEnumerable<FigureElement> drawing)
    {
        foreach (var element in drawing.Where(element => element.Depth == 1))
        {
            switch (element.Name)
            {
                case "line":
                    Lines.Add(new Stroke(Of(element, "x1"), Of(element, "y1"), Of(element, "x2"), Of(element, "y2")));
                    break;
                case "circle":
                    Dots.Add((Of(element, "cx"), Of(element, "cy"), Of(element, "r")));
                    break;
                case "text":
                    Texts.Add((Of(element, "x"), Of(element, "y"), element["text-anchor"] ?? "start", element.Text));
                    break;
            }
        }
    }

    public List<Stroke> Lines { get; } = [];

    public List<(double X, double Y, double R)> Dots { get; } = [];

    public List<(double X, double Y, string Anchor, string Text)> Texts { get; } = [];

    public static DrawnShapes Of(Figure figure) => new(FigureXml.Of(figure));

    public static bool Close(double a, double b) => Math.Abs(a - b) < Near;

    /// <summary>What the labels below (or, upright, left of) an axis say of a place on it; null without two of them.</summary>
    public Func<double, double>? Axis(bool upright)
    {
        var labels = Texts.Where(text => (text.Anchor == "end") == upright)
            .Select(text => (At: upright ? text.Y - 4 : text.X, Across: upright ? text.X : text.Y, Number: Number(text.Text)))
            .Where(label => label.Number is not null).GroupBy(label => Math.Round(label.Across)).MaxBy(group => group.Count())?.ToArray();
        if (labels is not { Length: > 1 })
        {
            return null;
        }
        var (first, last) = (labels.MinBy(label => label.At), labels.MaxBy(label => label.At));
        var unit = (last.Number!.Value - first.Number!.Value) / (last.At - first.At);
        return Array.TrueForAll(labels, label => Math.Abs(first.Number.Value + ((label.At - first.At) * unit) - label.Number!.Value) < 0.05)
            ? at => first.Number.Value + ((at - first.At) * unit)
            : null;
    }

    public static double? Number(string text) =>
        double.TryParse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double Of(FigureElement element, string name) => double.Parse(element[name]!, CultureInfo.InvariantCulture);

    /// <summary>A straight line.</summary>
    internal readonly record struct Stroke(double X1, double Y1, double X2, double Y2)
    {
        public double Length => Math.Sqrt(((X2 - X1) * (X2 - X1)) + ((Y2 - Y1) * (Y2 - Y1)));

        public bool IsUpright => Close(X1, X2);

        /// <summary>Degrees from straight up, with the hands of a clock, 0 to 360.</summary>
        public double Turned => ((Math.Atan2(X2 - X1, Y1 - Y2) * 180 / Math.PI) + 360) % 360;
    }
}
