using System.Globalization;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Clocks, angles, number lines, grids of coordinates and dot plots show what is read out: hands, openings and places are
/// measured on the drawing, by the labels that a student sees.
/// </summary>
internal sealed partial class FigureShapeCheck() : Check("figure-shape")
{
    private const double DegreesOff = 1; // coordinates are rounded to tenths
    private const double PlacesOff = 0.1;

    public override string? Fault(Question question, Skill skill, ContentLibrary library) => question.Figure is { } figure
        ? Clock(figure) ?? Angle(figure) ?? NumberLine(figure) ?? DotPlot(figure) ?? Grid(figure)
        : null;

    private static string? Clock(Figure figure)
    {
        if (ClockSaid().Match(figure.Alt) is not { Success: true } said)
        {
            return null;
        }
        var hands = DrawnShapes.Of(figure).Lines.OrderBy(line => line.Length).ToArray();
        var (hour, minute) = (Said(said, 1) % 12, Said(said, 2));
        return hands.Length != 2 ? $"a clock with {hands.Length} hands"
            : Apart(hands[1].Turned, 6 * minute) > DegreesOff ? $"the long hand does not point to minute {minute}"
            : Apart(hands[0].Turned, (30 * hour) + (minute / 2)) > DegreesOff ? $"the short hand does not stand at {hour}:{minute:00}"
            : null;
    }

    private static string? Angle(Figure figure)
    {
        if (AngleSaid().Match(figure.Alt) is not { Success: true } said)
        {
            return null;
        }
        var rays = DrawnShapes.Of(figure).Lines;
        return rays is not [var a, var b] || !DrawnShapes.Close(a.X1, b.X1) || !DrawnShapes.Close(a.Y1, b.Y1) ? "the angle is not two rays from one point"
            : Math.Abs(Apart(a.Turned, b.Turned) - Said(said, 1)) > DegreesOff ? $"the rays do not open by {Said(said, 1)} degrees"
            : null;
    }

    /// <summary>Ticks are the upright lines; the first is 0, and the labels tell where the wholes are.</summary>
    private static string? NumberLine(Figure figure)
    {
        if (LineSaid().Match(figure.Alt) is not { Success: true } said)
        {
            return null;
        }
        var shapes = DrawnShapes.Of(figure);
        var ticks = shapes.Lines.Where(line => line.IsUpright).Select(line => line.X1).Order().ToArray();
        var (parts, steps) = (Said(said, 2), (int)Said(said, 3));
        return shapes.Dots is not [var dot] || ticks.Length != (Said(said, 1) * parts) + 1 ? "the number line does not have its steps and one point"
            : shapes.Axis(upright: false) is not { } axis || Math.Abs(axis(dot.X) - (steps / parts)) > PlacesOff / parts || !DrawnShapes.Close(dot.X, ticks[steps])
                ? $"the point is not {steps} steps from 0" : null;
    }

    /// <summary>Dots that stand above each other belong to the label below them.</summary>
    private static string? DotPlot(Figure figure)
    {
        if (!figure.Alt.StartsWith("Dots above ", StringComparison.Ordinal))
        {
            return null;
        }
        var shapes = DrawnShapes.Of(figure);
        foreach (Match column in ColumnSaid().Matches(figure.Alt))
        {
            var labels = shapes.Texts.Where(text => text.Text == column.Groups[1].Value).ToArray();
            if (labels is not [var label] || shapes.Dots.Count(dot => DrawnShapes.Close(dot.X, label.X) && dot.Y < label.Y) != Said(column, 2))
            {
                return $"above {column.Groups[1].Value} there are not {column.Groups[2].Value} dots";
            }
        }
        return ColumnSaid().Matches(figure.Alt).Sum(column => Said(column, 2)) == shapes.Dots.Count ? null : "dots stand above no label";
    }

    /// <summary>Each dot on a grid stands, by the labels of both axes, at a place that is read out.</summary>
    private static string? Grid(Figure figure)
    {
        var said = PlaceSaid().Matches(figure.Alt).Select(place => (X: DrawnShapes.Number(place.Groups[1].Value)!.Value, Y: DrawnShapes.Number(place.Groups[2].Value)!.Value)).ToArray();
        if (said.Length == 0)
        {
            return null;
        }
        var shapes = DrawnShapes.Of(figure);
        if (shapes.Dots.Count == 0 || shapes.Axis(upright: false) is not { } across || shapes.Axis(upright: true) is not { } up)
        {
            return null;
        }
        return shapes.Dots.Where(dot => !Array.Exists(said, place => Math.Abs(across(dot.X) - place.X) < PlacesOff && Math.Abs(up(dot.Y) - place.Y) < PlacesOff))
            .Select(dot => FormattableString.Invariant($"a point stands at ({across(dot.X):0.#}, {up(dot.Y):0.#}), which is not read out")).FirstOrDefault();
    }

    private static double Said(Match said, int group) => double.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>The lesser angle between two directions, in degrees.</summary>
    private static double Apart(double a, double b) => Math.Abs(a - b) % 360 is var between && between > 180 ? 360 - between : between;

    [GeneratedRegex("^A round clock\\. The short hand is (?:at|past) ([0-9]+), the long hand points to minute ([0-9]+)")]
    private static partial Regex ClockSaid();

    [GeneratedRegex("^Two rays from one point that open by ([0-9]+) degrees")]
    private static partial Regex AngleSaid();

    [GeneratedRegex("^A number line from 0 to ([0-9]+) with ([0-9]+) equal steps in each whole\\. P is ([0-9]+) steps from 0")]
    private static partial Regex LineSaid();

    [GeneratedRegex("([0-9][0-9 /.]*): ([0-9]+)")]
    private static partial Regex ColumnSaid();

    [GeneratedRegex("\\((−?[0-9.]+), (−?[0-9.]+)\\)")]
    private static partial Regex PlaceSaid();
}
