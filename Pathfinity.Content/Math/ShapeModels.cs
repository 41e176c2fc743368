using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Shapes, patterns and positions for the young; angles, area and volume later.</summary>
internal static partial class ShapeModels
{
    private static readonly (string Name, int Sides)[] Shapes =
    [
        ("circle", 0),
        ("triangle", 3),
        ("square", 4),
        ("rectangle", 4),
        ("pentagon", 5),
        ("hexagon", 6),
        ("octagon", 8),
    ];

    private static readonly string[] Tags = ["red", "blue", "green"];
    private static readonly string[] Sizes = ["big", "middle", "small"];

    private static readonly double[][] Rings =
    [
        [],
        [],
        [],
        [0, -40, 38, 28, -38, 28],
        [-32, -32, 32, -32, 32, 32, -32, 32],
        [0, -40, 38, -12, 24, 32, -24, 32, -38, -12],
        [-20, -35, 20, -35, 40, 0, 20, 35, -20, 35, -40, 0],
        [],
        [-16, -38, 16, -38, 38, -16, 38, 16, 16, 38, -16, 38, -38, 16, -38, -16],
    ];

    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.shape-name", ShapeName, works: true),
            new Family("math.shape-sides", ShapeSides, works: true),
            new Family("math.pattern-next", PatternNext, works: true),
            new Family("math.position", Position, works: true),
            new Family("math.odd-one", OddOne, works: true),
            new Family("math.area-perimeter", AreaPerimeter, works: true),
            new Family("math.rectangle-picture", RectanglePicture, works: true),
            new Family("math.volume-box", VolumeBox, works: true),
            new Family("math.angle-kind", AngleKind, works: true),
            new Family("math.missing-angle", MissingAngle),
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
                d.Polygon(
                    Enumerable.Range(0, ring.Length / 2).Select(i => (x + ring[2 * i], y + ring[(2 * i) + 1])),
                    colour,
                    Drawing.Ink,
                    name);
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
        var figure = Pictures.Panels(
            [
                .. names.Select<string, Action<Drawing, double, double>>(
                    (n, i) => (d, x, y) => Draw(d, n, x, y, colours[i])),
            ],
            string.Join(" ", names.Select((n, i) => $"Picture {(char)('A' + i)}: {Describe(n)}.")));
        string[] letters = ["A", "B", "C"];
        var draft = Choice(
            SayAt(
                c,
                $"Which picture shows {Words.A(names[at])}?",
                $"Find the {names[at]}.",
                $"{c.Person().Name} is looking for {Words.A(names[at])}. Which one is it?",
                $"Point to the {names[at]}.",
                $"One of these is {Words.A(names[at])}. Which picture?"),
            letters[at],
            Proof.Rows(
                names.Select(
                    (n, i) =>
                        new
                        {
                            name = letters[i],
                            sides = Shapes.First(s => s.Name == n).Sides,
                            even = n is not "rectangle",
                        }
                ),
                $"sides = {Shapes.First(s => s.Name == names[at]).Sides} and even = {(names[at] is not "rectangle" ? "true" : "false")}"),
            "Count the sides and the corners.",
            $"Picture {letters[at]} is {Describe(names[at])}: {Words.A(names[at])}.",
            Demand.Recall,
            figure: figure,
            shown: letters);
        var wrong = Enumerable.Range(0, 3).Where(i => i != at).ToArray();
        return draft
            .Wrong("math.names-by-looks", letters[wrong[0]])
            .Wrong("math.confuses-shape-names", letters[wrong[1]]);
    }

    private static string Describe(string name) =>
        name switch
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
        return Number(
                SayAt(
                    c,
                    $"How many {word} does this shape have?",
                    $"Count the {word} of the shape.",
                    $"{c.Person().Name} builds this shape with sticks{(word == "corners" ? " and puts a ball at each corner" : "")}. How many {(word == "corners" ? "balls" : "sticks")} are needed?",
                    $"Trace the shape with a finger. How many {word} do you find?"),
                sides,
                Proof.Tally(Enumerable.Range(1, sides).Select(i => new { i }), "count", "i > 0"),
                "Start at one mark and go around one time.",
                $"The shape has {sides} {word}.",
                figure: drawing.ToFigure($"A drawing of {Describe(name)}."))
            .Maybe("math.skips-one", sides - 1)
            .Maybe("math.counts-one-twice", sides + 1)
            .Maybe("math.counts-sides-and-corners", 2 * sides);
    }

    /// <summary>What comes next in a repeating pattern. Params: units (AB, ABB, AAB, ABC ...).</summary>
    private static Draft? PatternNext(Commission c)
    {
        var unit = c.Rolls.Pick(c.Params.List("units"));
        var letters = unit.Distinct().ToArray();
        var names = (
            c.Work is null
                ? c.Rolls.Shuffle(["red", "blue", "green", "yellow", "purple"])
                : c.Rolls.Shuffle(Goods(c.Work).Select(o => o.Singular).Distinct().ToArray()))
            .Take(3)
            .ToArray();
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
            ? c.Say(
                $"The row goes {row}. What comes next?",
                $"Say the colors aloud: {row}. Which color is next?",
                $"{c.Person().Name} lays beads: {row}. Which bead comes next?",
                $"A pattern repeats: {row}. What follows?")
            : c.Say(
                $"At {place}, things are set out in a pattern: {row}. What comes next?",
                $"Somebody at {place} lines up {row}. The pattern goes on. What is next?",
                $"Keep the row at {place} going: {row}. Which thing follows?");
        return Choice(
                stem,
                key,
                Proof.Rows(
                    Enumerable.Range(0, unit.Length).Select(i => new { name = At(i), place = i }),
                    $"place = mod({length}, {unit.Length})"),
                "Find the part that repeats.",
                $"The part that repeats is {string.Join(", ", Enumerable.Range(0, unit.Length).Select(At))}. After {At(length - 1)} comes {key}.",
                figure: figure)
            .Maybe("math.repeats-the-last", At(length - 1))
            .Maybe("math.starts-the-pattern-again", At(0))
            .Maybe("math.alternates-two", At(length - 2))
            .Maybe("math.guesses-a-new-element", names.First(n => n != key && n != At(length - 1)));
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
            Pictures.Icon(
                drawing,
                icons[i],
                35 + (spots[i].X * 50),
                35 + (spots[i].Y * 50),
                14,
                Pictures.Colours[i],
                icons[i]);
        }
        var at = c.Rolls.Between(1, 4);
        var opposite = at switch
        {
            1 => 2,
            2 => 1,
            3 => 4,
            _ => 3,
        };
        var word = at is 3 or 4 ? "to the " + words[at] : words[at];
        var alt =
            $"A {icons[0]} in the middle; around it a {icons[1]} on top, a {icons[2]} at the bottom, a {icons[3]} on the left side and a {icons[4]} on the right side.";
        return Choice(
                SayAt(
                    c,
                    $"Which shape is {word} the {icons[0]}?",
                    $"Look at the {icons[0]}. What is {word} it?",
                    $"{c.Person().Name} puts a finger on the {icons[0]}. Which shape is {word} it?",
                    $"Find the shape that is {word} the {icons[0]}."),
                icons[at],
                Proof.Walk(
                    1,
                    1,
                    [
                        [
                            at == 3 ? -1
                            : at == 4 ? 1
                            : 0,
                            at == 1 ? -1
                            : at == 2 ? 1
                            : 0,
                        ],
                    ],
                    Enumerable.Range(0, 5).ToDictionary(i => icons[i], i => new[] { spots[i].X, spots[i].Y })),
                "Start at the shape in the middle and move your finger.",
                $"The {icons[at]} is {word} the {icons[0]}.",
                Demand.Recall,
                figure: drawing.ToFigure(alt))
            .Wrong("math.confuses-opposite-positions", icons[opposite])
            .Wrong("math.confuses-left-and-up", icons[at <= 2 ? 3 : 1])
            .Wrong("math.names-the-reference", icons[0]);
    }

    /// <summary>Which panel breaks the stated rule. Params: rule (shape, color, size).</summary>
    private static Draft? OddOne(Commission c)
    {
        var rule = c.Rolls.Pick(c.Params.List("rule"));
        var odd = c.Rolls.Below(4);
        var shapes = c.Rolls.Shuffle(Pictures.Icons);
        var colours = c.Rolls.Shuffle([
            ("blue", Drawing.Blue),
            ("red", Drawing.Red),
            ("green", Drawing.Green),
            ("yellow", Drawing.Yellow),
        ]);
        var decoy = (odd + 1 + c.Rolls.Below(3)) % 4; // differs in something that does not matter
        var things = Enumerable
            .Range(0, 4)
            .Select(i =>
                (
                    Shape: (rule == "shape" && i == odd) || (rule != "shape" && i == decoy) ? shapes[1] : shapes[0],
                    Colour: (rule == "color" && i == odd) || (rule == "shape" && i == decoy) ? colours[1] : colours[0],
                    Big: !(rule == "size" && i == odd)))
            .ToArray();
        string[] letters = ["A", "B", "C", "D"];
        var figure = Pictures.Panels(
            [
                .. things.Select<
                    (string Shape, (string Name, string Fill) Colour, bool Big),
                    Action<Drawing, double, double>
                >(t => (d, x, y) => Pictures.Icon(d, t.Shape, x, y, t.Big ? 32 : 14, t.Colour.Fill, t.Shape)),
            ],
            string.Join(
                " ",
                things.Select(
                    (t, i) => $"Picture {letters[i]}: a {(t.Big ? "big" : "small")} {t.Colour.Item1} {t.Shape}.")));
        var draft = Choice(
            SayAt(
                c,
                $"One picture has a different {rule}. Which one?",
                $"Look only at the {rule}. Which picture does not belong?",
                $"{c.Person().Name} sorts by {rule}. Which picture goes in another box?",
                $"Three pictures have the same {rule}. Which one does not?"),
            letters[odd],
            Proof.Rows(
                things.Select(
                    (t, i) =>
                        new
                        {
                            name = letters[i],
                            shape = t.Shape,
                            color = t.Colour.Item1,
                            size = t.Big ? "big" : "small",
                        }
                ),
                $"{rule} = '{(rule switch { "shape" => shapes[1], "color" => colours[1].Item1, _ => "small" })}'"),
            $"Say the {rule} of each picture aloud.",
            $"Picture {letters[odd]} has another {rule} than the other three.",
            Demand.Reason,
            figure: figure,
            shown: letters);
        draft.Wrong("math.sorts-by-another-feature", letters[decoy]);
        var (first, second) = (
            Enumerable.Range(0, 4).First(i => i != odd && i != decoy),
            Enumerable.Range(0, 4).Last(i => i != odd && i != decoy));
        return draft
            .Wrong("math.judges-by-looks", letters[first])
            .Wrong("math.judges-by-looks", letters[second], "Takes the picture that catches the eye.");
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
        var all = c.Rolls.Shuffle(
            Enumerable
                .Repeat(kinds[0], a)
                .Concat(Enumerable.Repeat(kinds[1], b))
                .Concat(Enumerable.Repeat(kinds[2], d))
                .ToArray());
        var row = string.Join(", ", all);
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} sorts {s.Many} by {by}: {row}. How many are {kinds[0]}?",
                    $"{s.Lead}The {s.Many} on the table are sorted by {by}: {row}. How many go in the {kinds[0]} group?",
                    $"{s.Lead}Here are {s.Many} by {by}: {row}. Count the {kinds[0]} ones."),
                a,
                Proof.Tally(all.Select(kind => new { kind }), "count", $"kind = '{kinds[0]}'"),
                "Cross out each one that you have counted.",
                $"{Words.Cap(kinds[0])} stands in the list {a} times.")
            .Maybe("math.sorts-by-another-feature", b)
            .Maybe("math.sorts-by-another-feature", d)
            .Maybe("math.counts-everything", a + b + d)
            .Maybe("math.skips-one", a - 1);
    }
}
