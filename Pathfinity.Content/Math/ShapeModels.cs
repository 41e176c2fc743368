using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Shapes, patterns and positions for the young; angles, area and volume later.</summary>
internal static class ShapeModels
{
    private static readonly (string Name, int Sides)[] Shapes =
        [("circle", 0), ("triangle", 3), ("square", 4), ("rectangle", 4), ("pentagon", 5), ("hexagon", 6), ("octagon", 8)];

    private static readonly string[] Tags = ["red", "blue", "green"];
    private static readonly string[] Sizes = ["big", "middle", "small"];

    private static readonly double[][] Rings =
    [
        [], [], [], [0, -40, 38, 28, -38, 28], [-32, -32, 32, -32, 32, 32, -32, 32], [0, -40, 38, -12, 24, 32, -24, 32, -38, -12], [-20, -35, 20, -35, 40, 0, 20, 35, -20, 35, -40, 0], [],
        [-16, -38, 16, -38, 38, -16, 38, 16, 16, 38, -16, 38, -38, 16, -38, -16],
    ];

    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.shape-name", ShapeName, works: true), new Family("math.shape-sides", ShapeSides, works: true), new Family("math.pattern-next", PatternNext, works: true),
        new Family("math.position", Position, works: true), new Family("math.odd-one", OddOne, works: true), new Family("math.area-perimeter", AreaPerimeter, works: true),
        new Family("math.rectangle-picture", RectanglePicture, works: true), new Family("math.volume-box", VolumeBox, works: true), new Family("math.angle-kind", AngleKind, works: true), new Family("math.missing-angle", MissingAngle),
        new Family("math.sort-count", SortCount, works: true),
    ];

    internal static void Draw(Drawing d, string name, double x, double y, string colour)
    {
        switch (name)
        {
            case "circle":
                d.Circle(x, y, 36, colour, Drawing.Ink, name);
                break;
            case "rectangle":
                d.Rect(x - 44, y - 24, 88, 48, colour, Drawing.Ink, name);
                break;
            default:
                var ring = Rings[Shapes.First(s => s.Name == name).Sides];
                d.Polygon(Enumerable.Range(0, ring.Length / 2).Select(i => (x + ring[2 * i], y + ring[(2 * i) + 1])), colour, Drawing.Ink, name);
                break;
        }
    }

    /// <summary>Which panel shows the named shape. Params: shapes.</summary>
    private static Draft? ShapeName(Commission c)
    {
        var names = c.Rolls.Shuffle(c.Params.List("shapes")).Take(3).ToArray();
        var at = c.Rolls.Below(3);
        if (names[at] == "rectangle" && names.Contains("square")) // a square is a rectangle too
        {
            return null;
        }
        var colours = c.Rolls.Shuffle(Pictures.Colours);
        var figure = Pictures.Panels([.. names.Select<string, Action<Drawing, double, double>>((n, i) => (d, x, y) => Draw(d, n, x, y, colours[i]))], string.Join(" ", names.Select((n, i) => $"Picture {(char)('A' + i)}: {Describe(n)}.")));
        string[] letters = ["A", "B", "C"];
        var draft = Choice(SayAt(c, $"Which picture shows {Words.A(names[at])}?", $"Find the {names[at]}.", $"{c.Person().Name} is looking for {Words.A(names[at])}. Which one is it?", $"Point to the {names[at]}.", $"One of these is {Words.A(names[at])}. Which picture?"),
            letters[at], Proof.Rows(names.Select((n, i) => new { name = letters[i], sides = Shapes.First(s => s.Name == n).Sides, even = n is not "rectangle" }), $"sides = {Shapes.First(s => s.Name == names[at]).Sides} and even = {(names[at] is not "rectangle" ? "true" : "false")}"),
            "Count the sides and the corners.", $"Picture {letters[at]} is {Describe(names[at])}: {Words.A(names[at])}.", Demand.Recall, figure: figure, shown: letters);
        var wrong = Enumerable.Range(0, 3).Where(i => i != at).ToArray();
        return draft.Wrong("math.names-by-looks", letters[wrong[0]]).Wrong("math.confuses-shape-names", letters[wrong[1]]);
    }

    private static string Describe(string name) => name switch
    {
        "circle" => "a round shape without corners",
        "square" => "a shape with four equal sides and four square corners",
        "rectangle" => "a shape with four square corners, two sides long and two short",
        _ => $"a shape with {Words.Spelled(Shapes.First(s => s.Name == name).Sides)} straight sides",
    };

    /// <summary>Sides or corners of a drawn shape. Params: shapes.</summary>
    private static Draft? ShapeSides(Commission c)
    {
        var name = c.Rolls.Pick(c.Params.List("shapes"));
        var sides = Shapes.First(s => s.Name == name).Sides;
        if (sides == 0)
        {
            return null;
        }
        var drawing = new Drawing(120, 110);
        Draw(drawing, name, 60, 55, c.Rolls.Pick(Pictures.Colours));
        var word = c.Rolls.Chance(0.5) ? "sides" : "corners";
        return Number(SayAt(c, $"How many {word} does this shape have?", $"Count the {word} of the shape.", $"{c.Person().Name} builds this shape with sticks{(word == "corners" ? " and puts a ball at each corner" : "")}. How many {(word == "corners" ? "balls" : "sticks")} are needed?", $"Trace the shape with a finger. How many {word} do you find?"),
                sides, Proof.Tally(Enumerable.Range(1, sides).Select(i => new { i }), "count", "i > 0"), "Start at one mark and go around one time.", $"The shape has {sides} {word}.", figure: drawing.ToFigure($"A drawing of {Describe(name)}."))
            .Maybe("math.skips-one", sides - 1).Maybe("math.counts-one-twice", sides + 1).Maybe("math.counts-sides-and-corners", 2 * sides);
    }

    /// <summary>What comes next in a repeating pattern. Params: units (AB, ABB, AAB, ABC ...).</summary>
    private static Draft? PatternNext(Commission c)
    {
        var unit = c.Rolls.Pick(c.Params.List("units"));
        var letters = unit.Distinct().ToArray();
        var names = (c.Work is null ? c.Rolls.Shuffle([ "red", "blue", "green", "yellow", "purple"]) : c.Rolls.Shuffle(Goods(c.Work).Select(o => o.Singular).Distinct().ToArray())).Take(3).ToArray();
        if (names.Length < 3)
        {
            return null;
        }
        if (c.Work is not null)
        {
            c.Use(WorkUse.Quantity);
        }
        var length = (unit.Length * 2) + c.Rolls.Below(unit.Length);
        string At(int i) => names[Array.IndexOf(letters, unit[i % unit.Length])];
        var row = string.Join(", ", Enumerable.Range(0, length).Select(At));
        var key = At(length);
        string[] colours = ["red", "blue", "green", "yellow", "purple"];
        string[] fills = [Drawing.Red, Drawing.Blue, Drawing.Green, Drawing.Yellow, Drawing.Purple];
        Figure? figure = null;
        if (c.Work is null)
        {
            var drawing = new Drawing(20 + (length * 34) + 40, 50);
            for (var i = 0; i < length; i++)
            {
                drawing.Circle(26 + (i * 34), 25, 13, fills[Array.IndexOf(colours, At(i))], Drawing.Ink, At(i));
            }
            figure = drawing.Text(30 + (length * 34), 32, "?", 20).ToFigure($"A row of circles: {row}.");
        }
        var place = c.Work?.Setting;
        var stem = place is null
            ? c.Say($"The row goes {row}. What comes next?", $"Say the colors aloud: {row}. Which color is next?", $"{c.Person().Name} lays beads: {row}. Which bead comes next?", $"A pattern repeats: {row}. What follows?")
            : c.Say($"At {place}, things are set out in a pattern: {row}. What comes next?", $"Somebody at {place} lines up {row}. The pattern goes on. What is next?", $"Keep the row at {place} going: {row}. Which thing follows?");
        return Choice(stem, key, Proof.Rows(Enumerable.Range(0, unit.Length).Select(i => new { name = At(i), place = i }), $"place = mod({length}, {unit.Length})"),
                "Find the part that repeats.", $"The part that repeats is {string.Join(", ", Enumerable.Range(0, unit.Length).Select(At))}. After {At(length - 1)} comes {key}.", figure: figure)
            .Maybe("math.repeats-the-last", At(length - 1)).Maybe("math.starts-the-pattern-again", At(0)).Maybe("math.alternates-two", At(length - 2)).Maybe("math.guesses-a-new-element", names.First(n => n != key && n != At(length - 1)));
    }

    /// <summary>Above, below, left, right in a small grid. Params: none.</summary>
    private static Draft? Position(Commission c)
    {
        var icons = c.Rolls.Shuffle(Pictures.Icons.Where(i => i != "dot").ToArray());
        (int X, int Y)[] spots = [(1, 1), (1, 0), (1, 2), (0, 1), (2, 1)];
        string[] words = ["", "above", "below", "left of", "right of"];
        var drawing = new Drawing(170, 170);
        for (var i = 0; i < 5; i++)
        {
            drawing.Rect(10 + (spots[i].X * 50), 10 + (spots[i].Y * 50), 50, 50, "#ffffff", Drawing.Grey);
            Pictures.Icon(drawing, icons[i], 35 + (spots[i].X * 50), 35 + (spots[i].Y * 50), 14, Pictures.Colours[i], icons[i]);
        }
        var at = c.Rolls.Between(1, 4);
        var opposite = at switch { 1 => 2, 2 => 1, 3 => 4, _ => 3 };
        var word = at is 3 or 4 ? "to the " + words[at] : words[at];
        var alt = $"A {icons[0]} in the middle; around it a {icons[1]} on top, a {icons[2]} at the bottom, a {icons[3]} on the left side and a {icons[4]} on the right side.";
        return Choice(SayAt(c, $"Which shape is {word} the {icons[0]}?", $"Look at the {icons[0]}. What is {word} it?", $"{c.Person().Name} puts a finger on the {icons[0]}. Which shape is {word} it?", $"Find the shape that is {word} the {icons[0]}."),
                icons[at], Proof.Walk(1, 1, [[at == 3 ? -1 : at == 4 ? 1 : 0, at == 1 ? -1 : at == 2 ? 1 : 0]], Enumerable.Range(0, 5).ToDictionary(i => icons[i], i => new[] { spots[i].X, spots[i].Y })),
                "Start at the shape in the middle and move your finger.", $"The {icons[at]} is {word} the {icons[0]}.", Demand.Recall, figure: drawing.ToFigure(alt))
            .Wrong("math.confuses-opposite-positions", icons[opposite]).Wrong("math.confuses-left-and-up", icons[at <= 2 ? 3 : 1]).Wrong("math.names-the-reference", icons[0]);
    }

    /// <summary>Which panel breaks the stated rule. Params: rule (shape, color, size).</summary>
    private static Draft? OddOne(Commission c)
    {
        var rule = c.Rolls.Pick(c.Params.List("rule"));
        var odd = c.Rolls.Below(4);
        var shapes = c.Rolls.Shuffle(Pictures.Icons);
        var colours = c.Rolls.Shuffle([ ("blue", Drawing.Blue), ("red", Drawing.Red), ("green", Drawing.Green), ("yellow", Drawing.Yellow)]);
        var decoy = (odd + 1 + c.Rolls.Below(3)) % 4; // differs in something that does not matter
        var things = Enumerable.Range(0, 4).Select(i => (
            Shape: (rule == "shape" && i == odd) || (rule != "shape" && i == decoy) ? shapes[1] : shapes[0],
            Colour: (rule == "color" && i == odd) || (rule == "shape" && i == decoy) ? colours[1] : colours[0],
            Big: !(rule == "size" && i == odd))).ToArray();
        string[] letters = ["A", "B", "C", "D"];
        var figure = Pictures.Panels([.. things.Select<(string Shape, (string Name, string Fill) Colour, bool Big), Action<Drawing, double, double>>(t => (d, x, y) => Pictures.Icon(d, t.Shape, x, y, t.Big ? 32 : 14, t.Colour.Fill, t.Shape))],
            string.Join(" ", things.Select((t, i) => $"Picture {letters[i]}: a {(t.Big ? "big" : "small")} {t.Colour.Item1} {t.Shape}.")));
        var draft = Choice(SayAt(c, $"One picture has a different {rule}. Which one?", $"Look only at the {rule}. Which picture does not belong?", $"{c.Person().Name} sorts by {rule}. Which picture goes in another box?", $"Three pictures have the same {rule}. Which one does not?"),
            letters[odd], Proof.Rows(things.Select((t, i) => new { name = letters[i], shape = t.Shape, color = t.Colour.Item1, size = t.Big ? "big" : "small" }),
                $"{rule} = '{(rule switch { "shape" => shapes[1], "color" => colours[1].Item1, _ => "small" })}'"), $"Say the {rule} of each picture aloud.",
            $"Picture {letters[odd]} has another {rule} than the other three.", Demand.Reason, figure: figure, shown: letters);
        draft.Wrong("math.sorts-by-another-feature", letters[decoy]);
        var (first, second) = (Enumerable.Range(0, 4).First(i => i != odd && i != decoy), Enumerable.Range(0, 4).Last(i => i != odd && i != decoy));
        return draft.Wrong("math.judges-by-looks", letters[first]).Wrong("math.judges-by-looks", letters[second], "Takes the picture that catches the eye.");
    }

    /// <summary>Sorts a list of things and counts one kind. Params: count.</summary>
    private static Draft? SortCount(Commission c)
    {
        if (c.Scene(1, 12) is not { } s)
        {
            return null;
        }
        var (a, b, d) = (c.Draw("count"), c.Draw("count"), c.Draw("count"));
        if (a == b || b == d || a == d)
        {
            return null;
        }
        var (kinds, by) = c.Rolls.Chance(0.5) ? (Tags, "the color of the tag") : (Sizes, "size");
        var all = c.Rolls.Shuffle(Enumerable.Repeat(kinds[0], a).Concat(Enumerable.Repeat(kinds[1], b)).Concat(Enumerable.Repeat(kinds[2], d)).ToArray());
        var row = string.Join(", ", all);
        return Number(c.Say($"{s.Lead}{s.Who.Name} sorts {s.Many} by {by}: {row}. How many are {kinds[0]}?", $"{s.Lead}The {s.Many} on the table are sorted by {by}: {row}. How many go in the {kinds[0]} group?", $"{s.Lead}Here are {s.Many} by {by}: {row}. Count the {kinds[0]} ones."),
                a, Proof.Tally(all.Select(kind => new { kind }), "count", $"kind = '{kinds[0]}'"), "Cross out each one that you have counted.", $"{Words.Cap(kinds[0])} stands in the list {a} times.")
            .Maybe("math.sorts-by-another-feature", b).Maybe("math.sorts-by-another-feature", d).Maybe("math.counts-everything", a + b + d).Maybe("math.skips-one", a - 1);
    }

    /// <summary>Area or perimeter of a rectangle in a story. Params: side; ask (area, perimeter, side).</summary>
    private static Draft? AreaPerimeter(Commission c)
    {
        var (w, h) = (c.Draw("side"), c.Draw("side"));
        if (w <= h || 2 * (w + h) == w * h)
        {
            return null;
        }
        var unit = c.Rolls.Pick(["feet", "meters", "yards"]);
        var place = c.Work is null ? c.Rolls.Pick(["a garden bed", "a play corner", "a rug", "a class mural", "a dog run"]) : "a " + c.Rolls.Pick(["work area", "storage floor", "display wall", "sign board"]) + $" at {c.Work.Setting}";
        if (c.Work is not null)
        {
            c.Use(WorkUse.Constraint);
        }
        var who = c.Person();
        return c.Params.Text("ask") switch
        {
            "area" => Number(c.Say($"{who.Name} covers {place} with square tiles, one for each square of side one. It is {w} {unit} long and {h} {unit} wide. What is its area?", $"The floor plan shows {place}, {w} by {h} {unit}. What is the area?", $"Paint for {place} is bought by the area. It measures {w} {unit} by {h} {unit}. How large is the area?"),
                    (long)w * h, Proof.Replay([$"n := 0", .. Enumerable.Repeat($"n := n + {w}", h)], "n"), "How many squares are in one row, and how many rows are there?", $"{w} × {h} = {w * h} square {unit}.", frame: $"{{}} square {unit}")
                .Maybe("math.perimeter-for-area", 2 * (w + h)).Maybe("math.adds-two-sides", w + h).Maybe("math.doubles-the-area", 2 * w * h).Maybe("math.one-group-too-few", (w * h) - h),
            "perimeter" => Number(c.Say($"{who.Name} puts a rope around {place}. It is {w} {unit} long and {h} {unit} wide. How long must the rope be?", $"A border goes all around {place}, which measures {w} by {h} {unit}. How long is the border?", $"{who.Name} walks once around {place}. It is {w} {unit} by {h} {unit}. How far is that?"),
                    2 * (w + h), Proof.Replay(["n := 0", $"n := n + {w}", $"n := n + {h}", $"n := n + {w}", $"n := n + {h}"], "n"), "Walk along all four sides.", $"{w} + {h} + {w} + {h} = {2 * (w + h)} {unit}.", frame: $"{{}} {unit}")
                .Maybe("math.area-for-perimeter", w * h).Maybe("math.adds-two-sides", w + h).Maybe("math.adds-three-sides", (2 * w) + h).Maybe("math.adds-three-sides", w + (2 * h)),
            _ => Number(c.Say($"The area of {place} is {w * h} square {unit}. It is {w} {unit} long. How wide is it?", $"{who.Name} has {w * h} square tiles for {place} and makes rows of {w}. How many rows are there?", $"A plan of {place} gives the length, {w} {unit}, and the area, {w * h} square {unit}. What is the width?"),
                    h, Proof.Such("{n}", $"n * {w} = {w * h}"), "Which number times the length gives the area?", $"{w} × {h} = {w * h}.", Demand.Reason)
                .Maybe("math.subtracts-instead-of-dividing", (w * h) - w).Maybe("math.perimeter-for-area", (w * h / 2) - w > 0 ? (w * h / 2) - w : w).Maybe("math.one-group-too-many", h + 1).Maybe("math.repeats-given-number", w),
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
        var drawing = new Drawing(270, (int)(h * scale) + 50).Rect(40, 10, w * scale, h * scale, Drawing.Pale).Text(40 + (w * scale / 2), (h * scale) + 32, $"{w} cm").Text(20, 14 + (h * scale / 2), $"{h} cm", 12);
        var figure = drawing.ToFigure($"A rectangle, {w} cm long and {h} cm wide.");
        return c.Params.Text("ask") == "area"
            ? Number(SayAt(c, $"What is the area of the rectangle?", $"How many square centimeters cover the rectangle?", $"Find the area of the figure.", $"{c.Person().Name} cuts out this rectangle. What is its area?"), (long)w * h, Proof.Such("{n}", $"n / {w} = {h}"), "Think of rows of squares.", $"{w} × {h} = {w * h} square centimeters.", frame: "{} cm²", figure: figure)
                .Maybe("math.perimeter-for-area", 2 * (w + h)).Maybe("math.adds-two-sides", w + h).Maybe("math.doubles-the-area", 2 * w * h)
                .Maybe("math.one-group-too-many", (w * h) + w).Maybe("math.one-group-too-few", (w * h) - w)
            : Number(SayAt(c, $"What is the perimeter of the rectangle?", $"How far is it once around the rectangle?", $"Find the distance around the figure.", $"{c.Person().Name} glues a ribbon all around this rectangle. How long is the ribbon?"), 2 * (w + h), Proof.Such("{n}", $"n - {w} - {w} - {h} = {h}"), "Add all four sides.", $"{w} + {h} + {w} + {h} = {2 * (w + h)} cm.", frame: "{} cm", figure: figure)
                .Maybe("math.area-for-perimeter", w * h).Maybe("math.adds-two-sides", w + h).Maybe("math.adds-three-sides", (2 * w) + h)
                .Maybe("math.counts-one-twice", (3 * w) + (2 * h)).Maybe("math.counts-one-twice", (2 * w) + (3 * h));
    }

    /// <summary>Volume of a box. Params: side.</summary>
    private static Draft? VolumeBox(Commission c)
    {
        var (l, w, h) = (c.Draw("side"), c.Draw("side"), c.Draw("side"));
        if (l == w || w == h || l == h)
        {
            return null;
        }
        var box = c.Work is null ? "A box" : $"A {c.Rolls.Pick(Goods(c.Work)).Container ?? "box"} at {c.Work.Setting}";
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Constraint);
        var surface = 2 * ((l * w) + (w * h) + (l * h));
        return Number(c.Say($"{box} is {l} units long, {w} units wide and {h} units high. How many unit cubes fill it?", $"{box} measures {l} by {w} by {h} units. What is its volume?", $"{box} has a floor of {l} by {w} units. It is filled with {h} layers of unit cubes. How many cubes is that?"),
                (long)l * w * h, Proof.Replay(["n := 0", .. Enumerable.Repeat($"n := n + {l} * {w}", h)], "n"), "How many cubes make one layer?", $"{l} × {w} × {h} = {l * w * h} cubes.", frame: "{} cubic units")
            .Maybe("math.adds-the-edges", l + w + h).Maybe("math.area-for-volume", l * w).Maybe("math.surface-for-volume", surface).Maybe("math.one-group-too-few", (l * w * h) - (l * w));
    }

    /// <summary>Acute, right, obtuse. Params: none.</summary>
    private static Draft? AngleKind(Commission c)
    {
        var degrees = c.Rolls.Pick([c.Rolls.Between(20, 75), 90, c.Rolls.Between(105, 165)]);
        var kind = degrees < 90 ? "acute" : degrees == 90 ? "right" : "obtuse";
        var drawing = new Drawing(200, 130);
        var (cos, sin) = Turn(degrees);
        drawing.Line(100, 115, 190, 115).Line(100, 115, 100 + (90 * cos), 115 - (90 * sin));
        if (degrees == 90)
        {
            drawing.Rect(100, 103, 12, 12);
        }
        return Choice(SayAt(c, $"Which kind of angle is drawn?", $"{c.Person().Name} compares the angle with the corner of a page. What kind is it?", $"Name the kind of the angle in the picture.", $"The angle measures {degrees}°. Which kind of angle is it?"),
                kind, Proof.Rows(new[] { new { name = "acute", low = 0, high = 90 }, new { name = "right", low = 89, high = 91 }, new { name = "obtuse", low = 90, high = 180 } }, degrees == 90 ? "low < 90 < high and low > 0" : $"low < {degrees} < high and high - low > 2"),
                "Is it smaller or larger than the corner of a page?", $"{degrees}° makes {Words.A(kind)} angle.", Demand.Recall, figure: drawing.ToFigure($"Two rays from one point that open by {degrees} degrees."), shown: ["acute", "right", "obtuse"])
            .Maybe("math.swaps-acute-and-obtuse", kind == "acute" ? "obtuse" : "acute").Maybe("math.swaps-acute-and-obtuse", kind == "right" ? "obtuse" : "right");
    }

    /// <summary>Cosine and sine of whole degrees by turning one degree at a time from exact quarter turns.</summary>
    internal static (double Cos, double Sin) Turn(int degrees)
    {
        const double C1 = 0.99984769515639124, S1 = 0.01745240643728351; // cosine and sine of one degree
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
        var makes = c.Params.Text("figure") is "triangle" or "quadrilateral" ? $"{place} has" : $"{place} is split into";
        return Number(c.Say($"{Words.Cap(makes)} angles of {list} and one more. How large is the missing angle?", $"{c.Person().Name} knows the angle{plural} {list} of {place}. One angle is left. What does it measure?", $"One angle of {place} is unknown. The rest: {list}. Find the unknown one."),
                key, Proof.Search("n", 1, whole, $"{string.Join(" + ", known)} + n = {whole}"), $"Remember: {rule}.", $"{whole}° − {string.Join("° − ", known)}° = {key}°.", frame: "{}°")
            .Maybe("math.wrong-angle-total", whole == 180 ? 360 - known.Sum() : 180 - known.Sum() > 0 ? 180 - known.Sum() : 360 - key).Maybe("math.adds-given-numbers", known.Sum()).Maybe("math.stops-after-one-step", whole - known[0]).Maybe("math.wrong-angle-total", whole == 90 ? 180 - known.Sum() : Math.Abs(90 - known[0]));
    }
}
