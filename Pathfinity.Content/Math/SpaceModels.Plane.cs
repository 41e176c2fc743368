using Pathfinity.Content.Figures;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Points and moves of the coordinate plane.</summary>
internal static partial class SpaceModels
{
    /// <summary>Reads a point of the coordinate plane. Params: size (negative for four quadrants).</summary>
    private static Draft? ReadPoint(Commission c)
    {
        var range = c.Params.Range("size");
        int x = range.Draw(c.Rolls),
            y = range.Draw(c.Rolls);
        if (x == y || x == -y)
        {
            return null;
        }
        var low = Math.Min(0, range.Low);
        var cells = range.High - low;
        var drawing = new Drawing((cells * 20) + 40, (cells * 20) + 40);
        double X(double v) => 20 + ((v - low) * 20);
        double Y(double v) => 20 + ((range.High - v) * 20);
        for (var i = low; i <= range.High; i++)
        {
            drawing
                .Line(X(i), Y(low), X(i), Y(range.High), i == 0 ? Drawing.Ink : Drawing.Pale, i == 0 ? 2 : 1)
                .Line(X(low), Y(i), X(range.High), Y(i), i == 0 ? Drawing.Ink : Drawing.Pale, i == 0 ? 2 : 1);
            drawing
                .Text(X(i), Y(0) + 14, Words.Number(i), 9)
                .Text(X(0) - 6, Y(i) + 4, i == 0 ? "" : Words.Number(i), 9, "end");
        }
        drawing.Circle(X(x), Y(y), 5, Drawing.Red, Drawing.Ink, "P").Text(X(x) + 10, Y(y) - 6, "P", 14, bold: true);
        var walk = $"{Math.Abs(x)} steps {(x < 0 ? "left" : "right")} and {Math.Abs(y)} {(y < 0 ? "down" : "up")}";
        return Choice(
                c.Say(
                    $"What are the coordinates of point P?",
                    $"Read the point P from the grid.",
                    $"{c.Person().Name} marks P on the grid. Which pair of numbers names it?",
                    $"Where is P?"),
                Point(x, y),
                Proof.Such("({a}, {b})", $"a + ({-x}) = 0", $"b + ({-y}) = 0"),
                "First across, then up or down.",
                $"From the origin P is {walk}.",
                figure: drawing.ToFigure($"A coordinate grid. From the origin, point P is {walk}."))
            .Maybe("math.swaps-coordinates", Point(y, x))
            .Maybe("math.wrong-sign", Point(-x, y))
            .Maybe("math.slips-by-one", Point(x + 1, y))
            .Maybe("math.wrong-sign", Point(x, -y));
    }

    /// <summary>Steps on a street grid. Params: none.</summary>
    private static Draft? GridWalk(Commission c)
    {
        int x = c.Rolls.Between(0, 4),
            y = c.Rolls.Between(0, 4),
            e = c.Rolls.Between(1, 5),
            n = c.Rolls.Between(1, 5);
        if (e == n)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        string who = c.Work is null
            ? c.Person().Name
            : $"{Words.Cap(Words.A(c.Rolls.Pick(c.Work.Roles)))} from {c.Work.Setting}";
        return Choice(
                c.Say(
                    $"{who} is at {Point(x, y)} on a street map and goes {Words.Count(e, "block", "blocks")} east and {Words.Count(n, "block", "blocks")} north. Where is that?",
                    $"{who} starts at {Point(x, y)}, drives {Words.Count(e, "unit", "units")} right and {Words.Count(n, "unit", "units")} up. At which point is the end?",
                    $"From {Point(x, y)} a cart goes {Words.Count(n, "block", "blocks")} north and then {Words.Count(e, "block", "blocks")} east. Where does it end?"),
                Point(x + e, y + n),
                Proof.Walk(
                    x,
                    y,
                    [
                        [e, 0],
                        [0, n],
                    ],
                    new[] { (x + e, y + n), (x + n, y + e), (x - e, y + n), (x + e, y - n), (y + n, x + e) }
                        .Distinct()
                        .ToDictionary(p => Point(p.Item1, p.Item2), p => new[] { p.Item1, p.Item2 })),
                "East changes the first number, north the second.",
                $"({x} + {e}, {y} + {n}) = {Point(x + e, y + n)}.")
            .Maybe("math.swaps-coordinates", Point(x + n, y + e))
            .Maybe("math.moves-the-wrong-way", Point(x - e, y + n))
            .Maybe("math.moves-the-wrong-way", Point(x + e, y - n));
    }

    /// <summary>Distance or midpoint. Params: size; ask.</summary>
    private static Draft? DistanceMidpoint(Commission c)
    {
        long x = c.Draw("size"),
            y = c.Draw("size");
        var t = c.Rolls.Pick(Triples);
        if (c.Params.Text("ask") == "distance")
        {
            var (x2, y2) = (x + t.A, y + t.B);
            return Number(
                    c.Say(
                        $"How far is it from {Point(x, y)} to {Point(x2, y2)}?",
                        $"What is the distance between {Point(x, y)} and {Point(x2, y2)}?",
                        $"{c.Person().Name} joins {Point(x, y)} and {Point(x2, y2)}. How long is the segment?",
                        $"Find the length of the segment from {Point(x, y)} to {Point(x2, y2)}."),
                    t.C,
                    Proof.Search("n", 0, 500, $"n * n = ({x2} - ({x}))^2 + ({y2} - ({y}))^2"),
                    "Draw the right triangle below the segment.",
                    $"√({t.A}² + {t.B}²) = {t.C}.")
                .Maybe("math.adds-two-sides", t.A + t.B)
                .Maybe("math.forgets-the-root", t.C * t.C)
                .Maybe("math.finds-the-difference", t.B - t.A)
                .Maybe("math.adds-coordinates", Math.Abs(x + x2) + Math.Abs(y + y2));
        }
        long a = 2 * c.Rolls.Between(1, 5),
            b = 2 * c.Rolls.Between(1, 5);
        if (x == y || a == b || x + (a / 2) == y + (b / 2))
        {
            return null;
        }
        return Choice(
                c.Say(
                    $"What is the midpoint between {Point(x, y)} and {Point(x + a, y + b)}?",
                    $"Which point lies halfway from {Point(x, y)} to {Point(x + a, y + b)}?",
                    $"{c.Person().Name} cuts the segment from {Point(x, y)} to {Point(x + a, y + b)} in half. Where?",
                    $"Find the middle of the segment from {Point(x, y)} to {Point(x + a, y + b)}."),
                Point(x + (a / 2), y + (b / 2)),
                Proof.Such("({p}, {q})", $"p - ({x}) = {x + a} - p", $"q - ({y}) = {y + b} - q"),
                "Take the mean of the first and of the second numbers.",
                $"Halfway is {Point(x + (a / 2), y + (b / 2))}.")
            .Maybe("math.half-the-difference", Point(a / 2, b / 2))
            .Maybe("math.adds-coordinates", Point((2 * x) + a, (2 * y) + b))
            .Maybe("math.swaps-coordinates", Point(y + (b / 2), x + (a / 2)));
    }

    /// <summary>Reflections, rotations, translations, dilations of a point. Params: move (list).</summary>
    private static Draft? MovePoint(Commission c)
    {
        long x = c.Rolls.Between(-8, 8),
            y = c.Rolls.Between(-8, 8);
        if (x == 0 || y == 0 || x == y || x == -y)
        {
            return null;
        }
        long dx = c.Rolls.Between(2, 6),
            dy = c.Rolls.Between(2, 6),
            k = c.Rolls.Between(2, 4);
        var (words, key, proof) = c.Rolls.Pick(c.Params.List("move")) switch
        {
            "reflect-x" => ("is reflected across the x-axis", (x, -y), new[] { $"p = {x}", $"q + ({y}) = 0" }),
            "reflect-y" => ("is reflected across the y-axis", (-x, y), [$"p + ({x}) = 0", $"q = {y}"]),
            "rotate-90" => (
                "is turned by 90° counterclockwise about the origin",
                (-y, x),
                [$"p * ({x}) + q * ({y}) = 0", $"({x}) * q - ({y}) * p > 0", $"p^2 + q^2 = ({x})^2 + ({y})^2"]),
            "rotate-180" => ("is turned by 180° about the origin", (-x, -y), [$"p + ({x}) = 0", $"q + ({y}) = 0"]),
            "dilate" => (
                $"is stretched from the origin by the factor {k}",
                (k * x, k * y),
                [$"p / {k} = {x}", $"q / {k} = {y}"]),
            _ => (
                $"is moved {dx} to the right and {dy} down",
                (x + dx, y - dy),
                [$"p - {dx} = {x}", $"q + {dy} = {y}"]),
        };
        var (p, q) = key;
        return Choice(
                c.Say(
                    $"Point {Point(x, y)} {words}. Where is its image?",
                    $"{c.Person().Name} draws {Point(x, y)}. It {words}. Which point is that?",
                    $"The corner {Point(x, y)} of a figure {words}. What are its new coordinates?"),
                Point(p, q),
                Proof.Such("({p}, {q})", proof),
                "Sketch it: which coordinate changes, and how?",
                $"{Point(x, y)} goes to {Point(p, q)}.")
            .Maybe("math.reflects-in-the-other-axis", Point(-x, y))
            .Maybe("math.reflects-in-the-other-axis", Point(x, -y))
            .Maybe("math.swaps-coordinates", Point(q, p))
            .Maybe("math.moves-the-wrong-way", Point(y, -x))
            .Maybe("math.moves-the-wrong-way", Point(x - dx, y + dy));
    }
}
