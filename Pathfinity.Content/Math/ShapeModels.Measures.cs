using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Area, volume and angles.</summary>
internal static partial class ShapeModels
{
    /// <summary>Area or perimeter of a rectangle in a story. Params: side; ask (area, perimeter, side).</summary>
    private static Draft? AreaPerimeter(Commission c)
    {
        var (w, h) = (c.Draw("side"), c.Draw("side"));
        if (w <= h || 2 * (w + h) == w * h)
        {
            return null;
        }
        var unit = c.Rolls.Pick(["feet", "meters", "yards"]);
        var place = c.Work is null
            ? c.Rolls.Pick(["a garden bed", "a play corner", "a rug", "a class mural", "a dog run"])
            : "a "
                + c.Rolls.Pick(["work area", "storage floor", "display wall", "sign board"])
                + $" at {c.Work.Setting}";
        if (c.Work is not null)
        {
            c.Use(WorkUse.Constraint);
        }
        var who = c.Person();
        return c.Params.Text("ask") switch
        {
            "area" => Number(
                    c.Say(
                        $"{who.Name} covers {place} with square tiles, one for each square of side one. It is {w} {unit} long and {h} {unit} wide. What is its area?",
                        $"The floor plan shows {place}, {w} by {h} {unit}. What is the area?",
                        $"Paint for {place} is bought by the area. It measures {w} {unit} by {h} {unit}. How large is the area?"),
                    (long)w * h,
                    Proof.Replay([$"n := 0", .. Enumerable.Repeat($"n := n + {w}", h)], "n"),
                    "How many squares are in one row, and how many rows are there?",
                    $"{w} × {h} = {w * h} square {unit}.",
                    frame: $"{{}} square {unit}")
                .Maybe("math.perimeter-for-area", 2 * (w + h))
                .Maybe("math.adds-two-sides", w + h)
                .Maybe("math.doubles-the-area", 2 * w * h)
                .Maybe("math.one-group-too-few", (w * h) - h),
            "perimeter" => Number(
                    c.Say(
                        $"{who.Name} puts a rope around {place}. It is {w} {unit} long and {h} {unit} wide. How long must the rope be?",
                        $"A border goes all around {place}, which measures {w} by {h} {unit}. How long is the border?",
                        $"{who.Name} walks once around {place}. It is {w} {unit} by {h} {unit}. How far is that?"),
                    2 * (w + h),
                    Proof.Replay(["n := 0", $"n := n + {w}", $"n := n + {h}", $"n := n + {w}", $"n := n + {h}"], "n"),
                    "Walk along all four sides.",
                    $"{w} + {h} + {w} + {h} = {2 * (w + h)} {unit}.",
                    frame: $"{{}} {unit}")
                .Maybe("math.area-for-perimeter", w * h)
                .Maybe("math.adds-two-sides", w + h)
                .Maybe("math.adds-three-sides", (2 * w) + h)
                .Maybe("math.adds-three-sides", w + (2 * h)),
            _ => Number(
                    c.Say(
                        $"The area of {place} is {w * h} square {unit}. It is {w} {unit} long. How wide is it?",
                        $"{who.Name} has {w * h} square tiles for {place} and makes rows of {w}. How many rows are there?",
                        $"A plan of {place} gives the length, {w} {unit}, and the area, {w * h} square {unit}. What is the width?"),
                    h,
                    Proof.Such("{n}", $"n * {w} = {w * h}"),
                    "Which number times the length gives the area?",
                    $"{w} × {h} = {w * h}.",
                    Demand.Reason)
                .Maybe("math.subtracts-instead-of-dividing", (w * h) - w)
                .Maybe("math.perimeter-for-area", (w * h / 2) - w > 0 ? (w * h / 2) - w : w)
                .Maybe("math.one-group-too-many", h + 1)
                .Maybe("math.repeats-given-number", w),
        };
    }

    /// <summary>Area or perimeter of a drawn rectangle. Params: side; ask.</summary>
    private static Draft? RectanglePicture(Commission c)
    {
        var (w, h) = (c.Draw("side"), c.Draw("side"));
        if (w <= h || 2 * (w + h) == w * h)
        {
            return null;
        }
        var scale = 200.0 / w;
        var drawing = new Drawing(270, (int)(h * scale) + 50)
            .Rect(40, 10, w * scale, h * scale, Drawing.Pale)
            .Text(40 + (w * scale / 2), (h * scale) + 32, $"{w} cm")
            .Text(20, 14 + (h * scale / 2), $"{h} cm", 12);
        var figure = drawing.ToFigure($"A rectangle, {w} cm long and {h} cm wide.");
        return c.Params.Text("ask") == "area"
            ? Number(
                    SayAt(
                        c,
                        $"What is the area of the rectangle?",
                        $"How many square centimeters cover the rectangle?",
                        $"Find the area of the figure.",
                        $"{c.Person().Name} cuts out this rectangle. What is its area?"),
                    (long)w * h,
                    Proof.Such("{n}", $"n / {w} = {h}"),
                    "Think of rows of squares.",
                    $"{w} × {h} = {w * h} square centimeters.",
                    frame: "{} cm²",
                    figure: figure)
                .Maybe("math.perimeter-for-area", 2 * (w + h))
                .Maybe("math.adds-two-sides", w + h)
                .Maybe("math.doubles-the-area", 2 * w * h)
                .Maybe("math.one-group-too-many", (w * h) + w)
                .Maybe("math.one-group-too-few", (w * h) - w)
            : Number(
                    SayAt(
                        c,
                        $"What is the perimeter of the rectangle?",
                        $"How far is it once around the rectangle?",
                        $"Find the distance around the figure.",
                        $"{c.Person().Name} glues a ribbon all around this rectangle. How long is the ribbon?"),
                    2 * (w + h),
                    Proof.Such("{n}", $"n - {w} - {w} - {h} = {h}"),
                    "Add all four sides.",
                    $"{w} + {h} + {w} + {h} = {2 * (w + h)} cm.",
                    frame: "{} cm",
                    figure: figure)
                .Maybe("math.area-for-perimeter", w * h)
                .Maybe("math.adds-two-sides", w + h)
                .Maybe("math.adds-three-sides", (2 * w) + h)
                .Maybe("math.counts-one-twice", (3 * w) + (2 * h))
                .Maybe("math.counts-one-twice", (2 * w) + (3 * h));
    }

    /// <summary>Volume of a box. Params: side.</summary>
    private static Draft? VolumeBox(Commission c)
    {
        var (l, w, h) = (c.Draw("side"), c.Draw("side"), c.Draw("side"));
        if (l == w || w == h || l == h)
        {
            return null;
        }
        var box = c.Work is null ? "A box" : $"{Words.Cap(Words.A(c.Rolls.Pick(Goods(c.Work)).Container ?? "box"))} at {c.Work.Setting}";
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Constraint);
        var surface = 2 * ((l * w) + (w * h) + (l * h));
        return Number(
                c.Say(
                    $"{box} is {l} units long, {w} units wide and {h} units high. How many unit cubes fill it?",
                    $"{box} measures {l} by {w} by {h} units. What is its volume?",
                    $"{box} has a floor of {l} by {w} units. It is filled with {h} layers of unit cubes. How many cubes is that?"),
                (long)l * w * h,
                Proof.Replay(["n := 0", .. Enumerable.Repeat($"n := n + {l} * {w}", h)], "n"),
                "How many cubes make one layer?",
                $"{l} × {w} × {h} = {l * w * h} cubes.",
                frame: "{} cubic units")
            .Maybe("math.adds-the-edges", l + w + h)
            .Maybe("math.area-for-volume", l * w)
            .Maybe("math.surface-for-volume", surface)
            .Maybe("math.one-group-too-few", (l * w * h) - (l * w));
    }

    /// <summary>Acute, right, obtuse. Params: none.</summary>
    private static Draft? AngleKind(Commission c)
    {
        var degrees = c.Rolls.Pick([c.Rolls.Between(20, 75), 90, c.Rolls.Between(105, 165)]);
        var kind =
            degrees < 90 ? "acute"
            : degrees == 90 ? "right"
            : "obtuse";
        var drawing = new Drawing(200, 130);
        var (cos, sin) = Turn(degrees);
        drawing.Line(100, 115, 190, 115).Line(100, 115, 100 + (90 * cos), 115 - (90 * sin));
        if (degrees == 90)
        {
            drawing.Rect(100, 103, 12, 12);
        }
        return Choice(
                SayAt(
                    c,
                    $"Which kind of angle is drawn?",
                    $"{c.Person().Name} compares the angle with the corner of a page. What kind is it?",
                    $"Name the kind of the angle in the picture.",
                    $"The angle measures {degrees}°. Which kind of angle is it?"),
                kind,
                Proof.Rows(
                    new[]
                    {
                        new
                        {
                            name = "acute",
                            low = 0,
                            high = 90,
                        },
                        new
                        {
                            name = "right",
                            low = 89,
                            high = 91,
                        },
                        new
                        {
                            name = "obtuse",
                            low = 90,
                            high = 180,
                        },
                    },
                    degrees == 90 ? "low < 90 < high and low > 0" : $"low < {degrees} < high and high - low > 2"),
                "Is it smaller or larger than the corner of a page?",
                $"{degrees}° makes {Words.A(kind)} angle.",
                Demand.Recall,
                figure: drawing.ToFigure($"Two rays from one point that open by {degrees} degrees."),
                shown: ["acute", "right", "obtuse"])
            .Maybe("math.swaps-acute-and-obtuse", kind == "acute" ? "obtuse" : "acute")
            .Maybe("math.swaps-acute-and-obtuse", kind == "right" ? "obtuse" : "right");
    }

    /// <summary>Cosine and sine of whole degrees by turning one degree at a time from exact quarter turns.</summary>
    internal static (double Cos, double Sin) Turn(int degrees)
    {
        const double C1 = 0.99984769515639124,
            S1 = 0.01745240643728351; // cosine and sine of one degree
        var (x, y) = (1.0, 0.0);
        for (var i = 0; i < ((degrees % 90) + 90) % 90; i++)
        {
            (x, y) = ((x * C1) - (y * S1), (x * S1) + (y * C1));
        }
        for (var q = 0; q < ((degrees / 90) + (degrees % 90 < 0 ? -1 : 0) + 8) % 4; q++)
        {
            (x, y) = (-y, x);
        }
        return (x, y);
    }

    /// <summary>An unknown angle: complement, supplement, triangle, quadrilateral, point. Params: whole (90, 180, 360); parts.</summary>
    private static Draft? MissingAngle(Commission c)
    {
        var whole = c.Params.Int("whole");
        var parts = c.Params.Int("parts");
        var known = Enumerable.Range(0, parts - 1).Select(_ => c.Rolls.Between(15, whole * 2 / parts)).ToArray();
        var key = whole - known.Sum();
        if (key < 12 || known.Contains(key))
        {
            return null;
        }
        var list = Words.List([.. known.Select(k => $"{k}°")]);
        var plural = known.Length > 1 ? "s" : "";
        var (place, rule) = c.Params.Text("figure", "point") switch
        {
            "triangle" => ("a triangle", "the angles of a triangle add to 180°"),
            "quadrilateral" => ("a four-sided figure", "the angles of a four-sided figure add to 360°"),
            "line" => ("a straight line", "angles along a straight line add to 180°"),
            "corner" => ("a square corner", "angles that fill a right angle add to 90°"),
            _ => ("a full turn", "angles around a point add to 360°"),
        };
        var makes = c.Params.Text("figure") is "triangle" or "quadrilateral"
            ? $"{place} has"
            : $"{place} is split into";
        return Number(
                c.Say(
                    $"{Words.Cap(makes)} angles of {list} and one more. How large is the missing angle?",
                    $"{c.Person().Name} knows the angle{plural} {list} of {place}. One angle is left. What does it measure?",
                    $"One angle of {place} is unknown. The rest: {list}. Find the unknown one."),
                key,
                Proof.Search("n", 1, whole, $"{string.Join(" + ", known)} + n = {whole}"),
                $"Remember: {rule}.",
                $"{whole}° − {string.Join("° − ", known)}° = {key}°.",
                frame: "{}°")
            .Maybe(
                "math.wrong-angle-total",
                whole == 180 ? 360 - known.Sum()
                    : 180 - known.Sum() > 0 ? 180 - known.Sum()
                    : 360 - key)
            .Maybe("math.adds-given-numbers", known.Sum())
            .Maybe("math.stops-after-one-step", whole - known[0])
            .Maybe("math.wrong-angle-total", whole == 90 ? 180 - known.Sum() : Math.Abs(90 - known[0]));
    }
}
