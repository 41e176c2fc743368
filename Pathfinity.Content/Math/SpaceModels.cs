using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Geometry of the middle and high school: triangles, circles, solids, coordinates, similarity, trigonometry.</summary>
internal static class SpaceModels
{
    private static readonly string[] Ratios = ["sin", "cos", "tan"];
    private static readonly (int A, int B, int C)[] Triples = [(3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41)];

    public static IEnumerable<ItemModel> All =>
    [
        new Family("math.triangle-area", TriangleArea, works: true), new Family("math.circle", Circle, works: true), new Family("math.pythagoras", Pythagoras, works: true), new Family("math.solid-volume", SolidVolume, works: true), new Family("math.read-point", ReadPoint), new Family("math.grid-walk", GridWalk, works: true), new Family("math.distance-midpoint", DistanceMidpoint),
        new Family("math.move-point", MovePoint), new Family("math.angle-pairs", AnglePairs), new Family("math.similar", Similar, works: true), new Family("math.congruence", Congruence), new Family("math.trig-ratio", TrigRatio), new Family("math.trig-height", TrigHeight, works: true), new Family("math.circle-angle", CircleAngle), new Family("math.circle-equation", CircleEquation), new Family("math.arc-length", ArcLength, works: true), new Family("math.unit-circle", UnitCircle), new Family("math.wave", Wave), new Family("math.angle-story", AngleStory, works: true), new Family("math.polygon-angles", PolygonAngles), new Family("math.scale-area", ScaleArea, works: true),
    ];

    private static string At(Commission c, string otherwise)
    {
        if (c.Work is null)
        {
            return otherwise;
        }
        c.Use(WorkUse.Constraint);
        return $"at {c.Work.Setting}";
    }

    /// <summary>Area of triangles, parallelograms, trapezoids. Params: shape; side.</summary>
    private static Draft? TriangleArea(Commission c)
    {
        long b = c.Draw("side"), h = c.Draw("side"), d = c.Draw("side");
        if (b == h || (b * h % 2 != 0) || b == d || h == d)
        {
            return null;
        }
        var place = At(c, "in a park");
        var who = c.Person();
        switch (c.Params.Text("shape"))
        {
            case "parallelogram":
                return Number(c.Say($"A bed {place} is a parallelogram with a base of {b} feet and a height of {h} feet. What is its area?", $"{who.Name} covers a parallelogram {place}: base {b} feet, height {h} feet, slanted side {h + 2} feet. What is its area?", $"A panel {place} has the form of a parallelogram. Base {b} feet, height {h} feet. How large is it?"), b * h, Proof.Such("{n}", $"n / {b} = {h}"), "Cut off a corner and move it: it becomes a rectangle.", $"{b} × {h} = {b * h}.", frame: "{} square feet")
                    .Maybe("math.halves-the-area", b * h / 2).Maybe("math.perimeter-for-area", 2 * (b + h)).Maybe("math.slant-for-height", b * (h + 2)).Maybe("math.adds-two-sides", b + h);
            case "trapezoid":
                return (b + d) * h % 2 != 0 ? null : Number(c.Say($"A window {place} is a trapezoid with parallel sides of {b} and {d} feet, {h} feet apart. What is its area?", $"{who.Name} paints a trapezoid {place}: the parallel sides are {b} and {d} feet long, the height is {h} feet. How large is it?", $"A ramp {place} has a side wall in the form of a trapezoid, {b} and {d} feet long and {h} feet high. What is its area?"), (b + d) * h / 2, Proof.Such("{n}", $"n = {Math.Min(b, d)} * {h} + {Math.Abs(b - d)} * {h} / 2"), "Take the mean of the two parallel sides.", $"({b} + {d}) ÷ 2 × {h} = {(b + d) * h / 2}.", frame: "{} square feet")
                    .Maybe("math.forgets-to-halve", (b + d) * h).Maybe("math.uses-one-base", b * h).Maybe("math.adds-given-numbers", b + d + h).Maybe("math.uses-one-base", d * h);
            default:
                return Number(c.Say($"A sail {place} is a triangle with a base of {b} feet and a height of {h} feet. What is its area?", $"{who.Name} plants a triangle {place}: base {b} feet, height {h} feet. How large is it?", $"A sign {place} is a triangle. Its base is {b} feet, its height {h} feet. What is its area?"), b * h / 2, Proof.Such("{n}", $"n + n = {b} * {h}"), "Two such triangles make a rectangle or parallelogram.", $"{b} × {h} ÷ 2 = {b * h / 2}.", frame: "{} square feet")
                    .Maybe("math.forgets-to-halve", b * h).Maybe("math.adds-two-sides", b + h).Maybe("math.perimeter-for-area", 2 * (b + h)).Maybe("math.halves-the-area", new Fraction(b * h, 4));
        }
    }

    /// <summary>Circumference or area in terms of π. Params: radius; ask.</summary>
    private static Draft? Circle(Commission c)
    {
        var r = c.Draw("radius");
        if (r <= 2)
        {
            return null;
        }
        var place = At(c, "in a park");
        var who = c.Person();
        return c.Params.Text("ask") == "area"
            ? Text(c.Say($"A round table {place} has a radius of {r} feet. What is the area of its top?", $"{who.Name} covers a circle {place} with a diameter of {2 * r} feet. What is its area?", $"A sprinkler {place} reaches {r} feet in every direction. Which area does it water?"), $"{r * r}π", Proof.Such("{n}", $"n / ({r} * {r}) = pi"), "Area: π times the radius squared.", $"π × {r}² = {r * r}π square feet.", frame: "{} square feet")
                .Maybe("math.circumference-for-area", $"{2 * r}π").Maybe("math.diameter-for-radius", $"{4 * r * r}π").Maybe("math.doubles-for-square", $"{r}π").Maybe("math.forgets-pi", Words.Number(r * r))
            : Text(c.Say($"A round table {place} has a radius of {r} feet. How long is the edge all around?", $"{who.Name} puts a rope around a circle {place} with a diameter of {2 * r} feet. How long is the rope?", $"A round track {place} is {2 * r} feet across. How far is one lap?"), $"{2 * r}π", Proof.Such("{n}", $"n / (2 * {r}) = pi"), "The way around is π times the diameter.", $"π × {2 * r} = {2 * r}π feet.", frame: "{} feet")
                .Maybe("math.area-for-perimeter", $"{r * r}π").Maybe("math.diameter-for-radius", $"{4 * r}π").Maybe("math.radius-for-diameter", $"{r}π").Maybe("math.forgets-pi", Words.Number(2 * r));
    }

    /// <summary>Right triangles with whole sides. Params: scale; ask (hypotenuse, leg).</summary>
    private static Draft? Pythagoras(Commission c)
    {
        var t = c.Rolls.Pick(Triples);
        var k = c.Draw("scale");
        var (a, b, h) = (t.A * k, t.B * k, t.C * k);
        var place = At(c, "behind the house");
        var who = c.Person();
        if (c.Params.Text("ask") == "hypotenuse")
        {
            return Number(c.Say($"A ramp {place} rises {a} inches over a level length of {b} inches. How long is the ramp itself?", $"{who.Name} walks {a} feet north and {b} feet east {place}. How far is the straight way back?", $"A rectangular frame {place} is {b} inches by {a} inches. How long is a brace from corner to corner?"), h, Proof.Search("n", 1, 2000, $"n * n = {a} * {a} + {b} * {b}"), "The two short sides meet at a right angle: add their squares.", $"{a}² + {b}² = {(a * a) + (b * b)} = {h}².")
                .Maybe("math.adds-two-sides", a + b).Maybe("math.forgets-the-root", (a * a) + (b * b)).Maybe("math.finds-the-difference", b - a).Maybe("math.halves-for-root", ((a * a) + (b * b)) / 2);
        }
        return Number(c.Say($"A ladder {place} is {h} inches long. Its foot stands {a} inches from the wall. How many inches up the wall does it reach?", $"A wire of {h} feet runs from the top of a pole {place} to a point on the ground {a} feet from its foot. How many feet high is the pole?", $"The diagonal of a rectangle {place} is {h} feet, one side {a} feet. How many feet long is the other side?"), b, Proof.Search("n", 1, 2000, $"n * n + {a} * {a} = {h} * {h}"), "The long side is known: subtract the square of the short one.", $"{h}² − {a}² = {(h * h) - (a * a)} = {b}².", Demand.Reason)
            .Maybe("math.finds-the-difference", h - a).Maybe("math.adds-given-numbers", h + a).Maybe("math.forgets-the-root", (h * h) - (a * a)).Maybe("math.halves-for-root", ((h * h) - (a * a)) / 2);
    }

    /// <summary>Cylinders, cones, spheres and prisms in terms of π. Params: solid; radius; height.</summary>
    private static Draft? SolidVolume(Commission c)
    {
        long r = c.Draw("radius"), h = c.Draw("height");
        if (r == h || r < 2)
        {
            return null;
        }
        var place = At(c, "on a farm");
        return c.Params.Text("solid") switch
        {
            "cone" => (r * r * h) % 3 != 0 ? null : Text(c.Say($"A cone {place} has a radius of {r} inches and a height of {h} inches. What is its volume?", $"A funnel {place} has the form of a cone, {2 * r} inches across and {h} inches high. How much does it hold?", $"A pile of sand {place} is a cone with radius {r} inches and height {h} inches. What is its volume?"), $"{r * r * h / 3}π", Proof.Such("{n}", $"3 * n = pi * {r}^2 * {h}"), "A cone is one third of the cylinder around it.", $"π × {r}² × {h} ÷ 3 = {r * r * h / 3}π cubic inches.", frame: "{} cubic inches")
                .Maybe("math.forgets-the-third", $"{r * r * h}π").Maybe("math.doubles-for-square", $"{2 * r * h}π").Maybe("math.diameter-for-radius", $"{4 * r * r * h / 3}π").Maybe("math.halves-the-area", $"{r * r * h / 2}π"),
            "sphere" => (4 * r * r * r) % 3 != 0 ? null : Text(c.Say($"A ball {place} has a radius of {r} inches. What is its volume?", $"A round tank {place} is {2 * r} inches across. How much does it hold?", $"What is the volume of a sphere {place} with radius {r} inches?"), $"{4 * r * r * r / 3}π", Proof.Such("{n}", $"3 * n = 4 * pi * {r}^3"), "Four thirds of π times the radius cubed.", $"4 ÷ 3 × π × {r}³ = {4 * r * r * r / 3}π cubic inches.", frame: "{} cubic inches")
                .Maybe("math.surface-for-volume", $"{4 * r * r}π").Maybe("math.forgets-the-third", $"{r * r * r}π").Maybe("math.diameter-for-radius", $"{32 * r * r * r / 3}π").Maybe("math.forgets-the-third", $"{4 * r * r * r}π"),
            _ => Text(c.Say($"A can {place} has a radius of {r} inches and a height of {h} inches. What is its volume?", $"A round tank {place} is {2 * r} inches across and {h} inches high. How much does it hold?", $"A drum {place} has a circular base of radius {r} inches and is {h} inches high. What is its volume?"), $"{r * r * h}π", Proof.Such("{n}", $"n / (pi * {r} * {r}) = {h}"), "Area of the base times the height.", $"π × {r}² × {h} = {r * r * h}π cubic inches.", frame: "{} cubic inches")
                .Maybe("math.doubles-for-square", $"{2 * r * h}π").Maybe("math.diameter-for-radius", $"{4 * r * r * h}π").Maybe("math.forgets-the-third", $"{new Fraction(r * r * h, 3)}π").Maybe("math.surface-for-volume", $"{2 * r * (r + h)}π"),
        };
    }

    /// <summary>Reads a point of the coordinate plane. Params: size (negative for four quadrants).</summary>
    private static Draft? ReadPoint(Commission c)
    {
        var range = c.Params.Range("size");
        int x = range.Draw(c.Rolls), y = range.Draw(c.Rolls);
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
            drawing.Line(X(i), Y(low), X(i), Y(range.High), i == 0 ? Drawing.Ink : Drawing.Pale, i == 0 ? 2 : 1).Line(X(low), Y(i), X(range.High), Y(i), i == 0 ? Drawing.Ink : Drawing.Pale, i == 0 ? 2 : 1);
            drawing.Text(X(i), Y(0) + 14, Words.Number(i), 9).Text(X(0) - 6, Y(i) + 4, i == 0 ? "" : Words.Number(i), 9, "end");
        }
        drawing.Circle(X(x), Y(y), 5, Drawing.Red, Drawing.Ink, "P").Text(X(x) + 10, Y(y) - 6, "P", 14, bold: true);
        var walk = $"{Math.Abs(x)} steps {(x < 0 ? "left" : "right")} and {Math.Abs(y)} {(y < 0 ? "down" : "up")}";
        return Choice(c.Say($"What are the coordinates of point P?", $"Read the point P from the grid.", $"{c.Person().Name} marks P on the grid. Which pair of numbers names it?", $"Where is P?"), Point(x, y), Proof.Such("({a}, {b})", $"a + ({-x}) = 0", $"b + ({-y}) = 0"), "First across, then up or down.", $"From the origin P is {walk}.", figure: drawing.ToFigure($"A coordinate grid. From the origin, point P is {walk}."))
            .Maybe("math.swaps-coordinates", Point(y, x)).Maybe("math.wrong-sign", Point(-x, y)).Maybe("math.slips-by-one", Point(x + 1, y)).Maybe("math.wrong-sign", Point(x, -y));
    }

    /// <summary>Steps on a street grid. Params: none.</summary>
    private static Draft? GridWalk(Commission c)
    {
        int x = c.Rolls.Between(0, 4), y = c.Rolls.Between(0, 4), e = c.Rolls.Between(1, 5), n = c.Rolls.Between(1, 5);
        if (e == n)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        string who = c.Work is null ? c.Person().Name : $"{Words.Cap(Words.A(c.Rolls.Pick(c.Work.Roles)))} from {c.Work.Setting}";
        return Choice(c.Say($"{who} is at {Point(x, y)} on a street map and goes {Words.Count(e, "block", "blocks")} east and {Words.Count(n, "block", "blocks")} north. Where is that?", $"{who} starts at {Point(x, y)}, drives {Words.Count(e, "unit", "units")} right and {Words.Count(n, "unit", "units")} up. At which point is the end?", $"From {Point(x, y)} a cart goes {Words.Count(n, "block", "blocks")} north and then {Words.Count(e, "block", "blocks")} east. Where does it end?"), Point(x + e, y + n), Proof.Walk(x, y, [[e, 0], [0, n]], new[] { (x + e, y + n), (x + n, y + e), (x - e, y + n), (x + e, y - n), (y + n, x + e) }.Distinct().ToDictionary(p => Point(p.Item1, p.Item2), p => new[] { p.Item1, p.Item2 })), "East changes the first number, north the second.", $"({x} + {e}, {y} + {n}) = {Point(x + e, y + n)}.")
            .Maybe("math.swaps-coordinates", Point(x + n, y + e)).Maybe("math.moves-the-wrong-way", Point(x - e, y + n)).Maybe("math.moves-the-wrong-way", Point(x + e, y - n));
    }

    /// <summary>Distance or midpoint. Params: size; ask.</summary>
    private static Draft? DistanceMidpoint(Commission c)
    {
        long x = c.Draw("size"), y = c.Draw("size");
        var t = c.Rolls.Pick(Triples);
        if (c.Params.Text("ask") == "distance")
        {
            var (x2, y2) = (x + t.A, y + t.B);
            return Number(c.Say($"How far is it from {Point(x, y)} to {Point(x2, y2)}?", $"What is the distance between {Point(x, y)} and {Point(x2, y2)}?", $"{c.Person().Name} joins {Point(x, y)} and {Point(x2, y2)}. How long is the segment?", $"Find the length of the segment from {Point(x, y)} to {Point(x2, y2)}."), t.C, Proof.Search("n", 0, 500, $"n * n = ({x2} - ({x}))^2 + ({y2} - ({y}))^2"), "Draw the right triangle below the segment.", $"√({t.A}² + {t.B}²) = {t.C}.")
                .Maybe("math.adds-two-sides", t.A + t.B).Maybe("math.forgets-the-root", t.C * t.C).Maybe("math.finds-the-difference", t.B - t.A).Maybe("math.adds-coordinates", Math.Abs(x + x2) + Math.Abs(y + y2));
        }
        long a = 2 * c.Rolls.Between(1, 5), b = 2 * c.Rolls.Between(1, 5);
        if (x == y || a == b || x + (a / 2) == y + (b / 2))
        {
            return null;
        }
        return Choice(c.Say($"What is the midpoint between {Point(x, y)} and {Point(x + a, y + b)}?", $"Which point lies halfway from {Point(x, y)} to {Point(x + a, y + b)}?", $"{c.Person().Name} cuts the segment from {Point(x, y)} to {Point(x + a, y + b)} in half. Where?", $"Find the middle of the segment from {Point(x, y)} to {Point(x + a, y + b)}."), Point(x + (a / 2), y + (b / 2)), Proof.Such("({p}, {q})", $"p - ({x}) = {x + a} - p", $"q - ({y}) = {y + b} - q"), "Take the mean of the first and of the second numbers.", $"Halfway is {Point(x + (a / 2), y + (b / 2))}.")
            .Maybe("math.half-the-difference", Point(a / 2, b / 2)).Maybe("math.adds-coordinates", Point((2 * x) + a, (2 * y) + b)).Maybe("math.swaps-coordinates", Point(y + (b / 2), x + (a / 2)));
    }

    /// <summary>Reflections, rotations, translations, dilations of a point. Params: move (list).</summary>
    private static Draft? MovePoint(Commission c)
    {
        long x = c.Rolls.Between(-8, 8), y = c.Rolls.Between(-8, 8);
        if (x == 0 || y == 0 || x == y || x == -y)
        {
            return null;
        }
        long dx = c.Rolls.Between(2, 6), dy = c.Rolls.Between(2, 6), k = c.Rolls.Between(2, 4);
        var (words, key, proof) = c.Rolls.Pick(c.Params.List("move")) switch
        {
            "reflect-x" => ("is reflected across the x-axis", (x, -y), new[] { $"p = {x}", $"q + ({y}) = 0" }),
            "reflect-y" => ("is reflected across the y-axis", (-x, y), [$"p + ({x}) = 0", $"q = {y}"]),
            "rotate-90" => ("is turned by 90° counterclockwise about the origin", (-y, x), [$"p * ({x}) + q * ({y}) = 0", $"({x}) * q - ({y}) * p > 0", $"p^2 + q^2 = ({x})^2 + ({y})^2"]),
            "rotate-180" => ("is turned by 180° about the origin", (-x, -y), [$"p + ({x}) = 0", $"q + ({y}) = 0"]),
            "dilate" => ($"is stretched from the origin by the factor {k}", (k * x, k * y), [$"p / {k} = {x}", $"q / {k} = {y}"]),
            _ => ($"is moved {dx} to the right and {dy} down", (x + dx, y - dy), [$"p - {dx} = {x}", $"q + {dy} = {y}"]),
        };
        var (p, q) = key;
        return Choice(c.Say($"Point {Point(x, y)} {words}. Where is its image?", $"{c.Person().Name} draws {Point(x, y)}. It {words}. Which point is that?", $"The corner {Point(x, y)} of a figure {words}. What are its new coordinates?"), Point(p, q), Proof.Such("({p}, {q})", proof), "Sketch it: which coordinate changes, and how?", $"{Point(x, y)} goes to {Point(p, q)}.")
            .Maybe("math.reflects-in-the-other-axis", Point(-x, y)).Maybe("math.reflects-in-the-other-axis", Point(x, -y)).Maybe("math.swaps-coordinates", Point(q, p)).Maybe("math.moves-the-wrong-way", Point(y, -x)).Maybe("math.moves-the-wrong-way", Point(x - dx, y + dy));
    }

    /// <summary>Vertical, supplementary and parallel-line angles. Params: relation (list).</summary>
    private static Draft? AnglePairs(Commission c)
    {
        var a = c.Rolls.Between(25, 85);
        var relation = c.Rolls.Pick(c.Params.List("relation"));
        var (text, equal) = relation switch
        {
            "vertical" => ("Two straight lines cross. One angle is {0}°. What is the angle straight across from it?", true),
            "linear" => ("Two straight lines cross. One angle is {0}°. What is the angle beside it?", false),
            "corresponding" => ("A line crosses two parallel lines. At the upper one it makes an angle of {0}°. How large is the angle in the same place at the lower one?", true),
            "alternate" => ("A line crosses two parallel lines. An inner angle on its left is {0}°. How large is the inner angle on its right at the other parallel?", true),
            _ => ("A line crosses two parallel lines. An inner angle on its right is {0}°. How large is the other inner angle on its right?", false),
        };
        var key = equal ? a : 180 - a;
        var who = c.Person();
        var full = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, a);
        Phrase told = relation switch { "vertical" => $"Two straight lines cross. One angle is {a}°. What is the angle straight across from it?", "linear" => $"Two straight lines cross. One angle is {a}°. What is the angle beside it?", _ => $"{full}" };
        return Number(c.Say(told, $"{who.Name} measures angles in a drawing. {told}", $"Think of a road map. {told}", $"Look for equal angles. {told}"), key, Proof.Such("{n}", equal ? $"n - {a} = 0" : $"n + {a} = 180"), equal ? "These two angles are equal." : "These two angles make a straight line together.", equal ? $"They are equal: {a}°." : $"180° − {a}° = {180 - a}°.", frame: "{}°")
            .Maybe("math.equal-for-supplementary", equal ? 180 - a : a).Maybe("math.wrong-angle-total", 90 - a).Maybe("math.wrong-angle-total", 360 - a).Maybe("math.wrong-angle-total", 2 * a);
    }

    /// <summary>Similar figures and shadows. Params: part; scale.</summary>
    private static Draft? Similar(Commission c)
    {
        long a = c.Draw("part"), b = c.Draw("part"), k = c.Draw("scale");
        if (a == b || k < 2)
        {
            return null;
        }
        var place = At(c, "on the playground");
        return Number(c.Say($"A post {place} is {a} feet high and casts a shadow of {b} feet. A tree beside it casts a shadow of {b * k} feet. How high is the tree?", $"Two triangles {place} are similar. The small one has sides of {a} and {b} feet. The side that belongs to {b} is {b * k} feet long in the large one. How long is the side that belongs to {a}?", $"A model {place} is {a} inches high and {b} inches wide. The real thing has the same form and is {b * k} inches wide. How high is it?"), a * k, Proof.Such("{n}", $"n * {b} = {a} * {b * k}"), "By what factor did the known side grow?", $"{b * k} ÷ {b} = {k}; {a} × {k} = {a * k}.", Demand.Reason)
            .Maybe("math.additive-not-multiplicative", a + (b * k) - b).Maybe("math.ratio-reversed", new Fraction(b * b * k, a)).Maybe("math.gives-the-wrong-part", k).Maybe("math.one-group-too-few", a * (k - 1));
    }

    /// <summary>Which rule proves two triangles congruent. Params: none.</summary>
    private static Draft? Congruence(Commission c)
    {
        var cases = new (string Name, int Sides, int Angles, string Order, string Told)[]
        {
            ("SSS", 3, 0, "sss", "all three pairs of sides are equal"), ("SAS", 2, 1, "sas", "two pairs of sides and the angles between them are equal"),
            ("ASA", 1, 2, "asa", "two pairs of angles and the sides between them are equal"), ("AAS", 1, 2, "aas", "two pairs of angles and a pair of sides not between them are equal"),
        };
        var at = c.Rolls.Below(4);
        var (name, sides, angles, order, told) = cases[at];
        var (m, n) = (c.Rolls.Between(4, 20), c.Rolls.Between(30, 80));
        return Choice(c.Say($"In two triangles {told}. One of those sides is {m} cm long. Which rule shows that they are congruent?", $"{c.Person().Name} knows that in two triangles with a side of {m} cm, {told}. Which rule applies?", $"Two triangles share a side length of {m} cm, and {told}. By which rule are they congruent?", $"Of two triangles it is known that {told} (one side: {m} cm). Which congruence rule fits?"), name, Proof.Rows(cases.Select(k => new { name = k.Name, sides = k.Sides, angles = k.Angles, order = k.Order }), $"sides = {sides} and angles = {angles} and order = '{order}'"), "Count sides and angles, then ask which lies between which.", $"{Words.Cap(told)}: that is {name}.", Demand.Reason)
            .Wrong("math.ignores-included-part", cases[at switch { 0 => 1, 1 => 0, 2 => 3, _ => 2 }].Name).Wrong("math.counts-parts-only", cases[at switch { 0 => 2, 1 => 2, 2 => 1, _ => 1 }].Name).Wrong("math.counts-parts-only", cases[at switch { 0 => 3, 1 => 3, 2 => 0, _ => 0 }].Name, "Picks a rule without checking which parts are known.");
    }

    /// <summary>Sine, cosine, tangent in a right triangle. Params: none.</summary>
    private static Draft? TrigRatio(Commission c)
    {
        var t = c.Rolls.Pick(Triples);
        var f = c.Rolls.Pick(["sin", "cos", "tan"]);
        var (opp, adj) = c.Rolls.Chance(0.5) ? (t.A, t.B) : (t.B, t.A);
        Fraction Of(string n) => n switch { "sin" => new Fraction(opp, t.C), "cos" => new Fraction(adj, t.C), _ => new Fraction(opp, adj) };
        var key = Of(f);
        var data = f switch { "sin" => $"n * {t.C} = {opp}", "cos" => $"n * {t.C} = {adj}", _ => $"n * {adj} = {opp}" };
        var draft = Text(c.Say($"In a right triangle the side opposite angle A is {opp}, the side beside it {adj} and the longest side {t.C}. What is {f} A?", $"A right triangle has legs {opp} and {adj} and hypotenuse {t.C}. Angle A is opposite the leg of {opp}. Find {f} A.", $"{c.Person().Name} needs {f} A. Opposite A lies {opp}, next to it {adj}, the hypotenuse is {t.C}. Which ratio is it?"), key.ToString(), Proof.Such("{n}", data), "Sine: opposite over hypotenuse; cosine: adjacent over hypotenuse; tangent: opposite over adjacent.", $"{f} A = {key}.");
        foreach (var other in Ratios.Where(o => o != f))
        {
            draft.Maybe("math.confuses-trig-ratios", Of(other));
        }
        return draft.Maybe("math.fraction-upside-down", 1 / key);
    }

    /// <summary>A height or distance from an angle of 30, 45 or 60 degrees. Params: length.</summary>
    private static Draft? TrigHeight(Commission c)
    {
        var d = c.Draw("length") * 2;
        var angle = c.Rolls.Pick([30, 60, 45]);
        var place = At(c, "in a park");
        var (key, wrong) = angle switch { 30 => ($"{d / 2}", $"{d / 2}√3"), 60 => ($"{d / 2}√3", $"{d / 2}"), _ => ($"{d / 2}√2", $"{d}√2") };
        return Choice(c.Say($"A ramp {place} is {d} feet long and rises at {angle}°. How high does it reach?", $"A cable {place} is {d} feet long and makes an angle of {angle}° with the ground. How high is its upper end?", $"A ladder {place} is {d} feet long and leans at {angle}° to the ground. How high up does it reach?"), key + " feet", Proof.Such("{n} feet", $"n / {d} = sin({angle})"), "Height over length is the sine of the angle.", $"{d} × sin {angle}° = {key} feet.")
            .Maybe("math.confuses-trig-ratios", wrong + " feet").Maybe("math.confuses-trig-ratios", $"{2 * d} feet").Maybe("math.angle-as-factor", $"{new Fraction(d * angle, 90)} feet").Maybe("math.confuses-trig-ratios", $"{d}√3 feet");
    }

    /// <summary>Central and inscribed angles. Params: none.</summary>
    private static Draft? CircleAngle(Commission c)
    {
        var central = c.Rolls.Between(20, 85) * 2;
        var toInscribed = c.Rolls.Chance(0.5);
        var (given, key) = toInscribed ? (central, central / 2) : (central / 2, central);
        return Number(toInscribed ? c.Say($"A central angle of a circle is {given}°. How large is an inscribed angle over the same arc?", $"Seen from the center of a circle, an arc spans {given}°. {c.Person().Name} looks at it from a point on the circle across from it. What angle does the arc span there?", $"An arc measures {given}°. What does an inscribed angle that cuts it off measure?")
                : c.Say($"An inscribed angle of a circle is {given}°. How large is the central angle over the same arc?", $"{c.Person().Name} looks at an arc from a point on the circle across from it and sees it span {given}°. What angle does the arc span, seen from the center?", $"An inscribed angle of {given}° cuts off an arc. How many degrees is the arc?"), key, toInscribed ? Proof.Such("{n}", $"n + n = {given}") : Proof.Such("{n}", $"n / 2 = {given}"), "The inscribed angle is half of the central angle.", $"{(toInscribed ? $"{given}° ÷ 2" : $"2 × {given}°")} = {key}°.", frame: "{}°")
            .Maybe("math.inscribed-equals-central", given).Maybe(toInscribed ? "math.doubles-instead-of-halving" : "math.halves-instead-of-doubling", toInscribed ? given * 2 : new Fraction(given, 2))
            .Maybe("math.wrong-angle-total", 180 - given).Maybe("math.wrong-angle-total", 360 - given);
    }

    /// <summary>Equation of a circle. Params: size.</summary>
    private static Draft? CircleEquation(Commission c)
    {
        long h = c.Draw("size"), k = c.Draw("size"), r = c.Rolls.Between(2, 9);
        if (h == 0 || k == 0 || h == k || h == -k)
        {
            return null;
        }
        string E(long a, long b, long q) => $"(x {Signed(-a)})² + (y {Signed(-b)})² = {q}";
        var ask = c.Rolls.Chance(0.5);
        return ask ? Choice(c.Say($"Which equation has the circle with center {Point(h, k)} and radius {r}?", $"A circle has its center at {Point(h, k)} and the radius {r}. What is its equation?", $"{c.Person().Name} draws all points {r} away from {Point(h, k)}. Which equation fits?"), E(h, k, r * r), Proof.Rows(new[] { (h, k, r * r), (-h, -k, r * r), (h, k, r), (h, k, 2 * r), (k, h, r * r) }.DistinctBy(t => E(t.Item1, t.Item2, t.Item3)).Select(t => new { name = E(t.Item1, t.Item2, t.Item3), a = t.Item1, b = t.Item2, q = t.Item3 }), $"({h + r} - a)^2 + ({k} - b)^2 = q and ({h} - a)^2 + ({k - r} - b)^2 = q and ({h - r} - a)^2 + ({k} - b)^2 = q"), "Every point of the circle has the distance r from the center.", $"Center {Point(h, k)}, radius {r}: {E(h, k, r * r)}.")
                .Maybe("math.wrong-sign", E(-h, -k, r * r)).Maybe("math.forgets-to-square", E(h, k, r)).Maybe("math.swaps-coordinates", E(k, h, r * r))
            : Choice(c.Say($"What is the center of the circle {E(h, k, r * r)}?", $"Where is the middle of the circle {E(h, k, r * r)}?", $"{c.Person().Name} reads the center from {E(h, k, r * r)}. Which point is it?"), Point(h, k), Proof.Such("({a}, {b})", $"a - ({h}) = 0", $"b - ({k}) = 0"), "The signs in the parentheses are turned around.", $"The center is {Point(h, k)}.")
                .Maybe("math.wrong-sign", Point(-h, -k)).Maybe("math.swaps-coordinates", Point(k, h)).Maybe("math.wrong-sign", Point(-h, k));
    }

    /// <summary>Arc length or sector area. Params: radius; ask.</summary>
    private static Draft? ArcLength(Commission c)
    {
        var angle = c.Rolls.Pick([30, 45, 60, 72, 90, 120, 135, 150]);
        long r = c.Draw("radius");
        var place = At(c, "in a park");
        var area = c.Params.Text("ask") == "area";
        var key = area ? new Fraction(r * r * angle, 360) : new Fraction(2 * r * angle, 360);
        var swap = area ? new Fraction(2 * r * angle, 360) : new Fraction(r * r * angle, 360);
        if (!key.IsWhole || key == swap)
        {
            return null;
        }
        return Text(area ? c.Say($"A sprinkler {place} turns through {angle}° and reaches {r} feet. Which area does it water?", $"A slice of a circle {place} has a radius of {r} feet and an angle of {angle}°. What is its area?", $"A wiper {place} of length {r} feet swings through {angle}°. Which area does it sweep?")
                : c.Say($"A gate {place} is {r} feet wide and swings through {angle}°. How far does its end move?", $"A curve {place} is part of a circle of radius {r} feet with an angle of {angle}°. How long is it?", $"A bent rail {place} follows an arc of {angle}° with radius {r} feet. How long is it?"), $"{key}π", Proof.Such("{n}", area ? $"n * 360 = {angle} * pi * {r}^2" : $"n * 180 = {angle} * pi * {r}"), "Which part of the full circle is it?", $"{angle}/360 of the circle: {key}π.", frame: area ? "{} square feet" : "{} feet")
            .Maybe(area ? "math.circumference-for-area" : "math.area-for-perimeter", $"{swap}π").Maybe("math.whole-circle-for-part", area ? $"{r * r}π" : $"{2 * r}π").Maybe("math.diameter-for-radius", $"{key * (area ? 4 : 2)}π").Maybe("math.forgets-pi", key.ToString());
    }

    /// <summary>Exact values on the unit circle. Params: none.</summary>
    private static Draft? UnitCircle(Commission c)
    {
        var angle = c.Rolls.Pick([30, 45, 60, 120, 135, 150, 210, 225, 240, 300, 315, 330]);
        var f = c.Rolls.Pick(["sin", "cos"]);
        var turn = c.Rolls.Pick([0, 0, 360]);
        var (cos, sin) = ShapeModels.Turn(angle);
        var value = f == "sin" ? sin : cos;
        string Name(double v) => (v < 0 ? "−" : "") + (Math.Abs(v) < 0.6 ? "1/2" : Math.Abs(v) < 0.8 ? "√2/2" : "√3/2");
        var (key, other) = (Name(value), Name(f == "sin" ? cos : sin));
        return Choice(c.Say($"What is {f} {angle + turn}°?", $"Find the exact value of {f} {angle + turn}°.", $"{c.Person().Name} looks at {angle + turn}° on the unit circle. What is its {(f == "sin" ? "sine" : "cosine")}?", $"Which number equals {f} {angle + turn}°?"), key, Proof.Such("{n}", $"n = {f}({angle + turn})"), "Find the reference angle first, then the sign of the quadrant.", $"{f} {angle + turn}° = {key}.")
            .Maybe("math.wrong-sign", value < 0 ? key[1..] : "−" + key).Maybe("math.confuses-trig-ratios", other).Maybe("math.confuses-trig-ratios", other[0] == '−' ? other[1..] : "−" + other).Maybe("math.confuses-reference-angles", Math.Abs(value) < 0.6 ? "√3/2" : "1/2").Maybe("math.confuses-reference-angles", "√2/2");
    }

    /// <summary>Amplitude, period and midline of a wave. Params: none.</summary>
    private static Draft? Wave(Commission c)
    {
        long a = c.Rolls.Between(2, 9), b = c.Rolls.Between(2, 9), d = c.Rolls.Between(1, 12);
        if (a == b || b == d || a == d)
        {
            return null;
        }
        var f = $"y = {a} sin({b}x) + {d}";
        var ask = c.Rolls.Pick(["amplitude", "midline", "maximum"]);
        var key = ask switch { "amplitude" => a, "midline" => d, _ => a + d };
        var condition = ask switch { "amplitude" => $"2 * n = ({d} + {a}) - ({d} - {a})", "midline" => $"2 * n = ({d} + {a}) + ({d} - {a})", _ => $"n - {d} = {a}" };
        return Number(c.Say($"What is the {ask} value of {f}?", $"A wave is given by {f}. Find its {ask}.", $"{c.Person().Name} draws {f}. What is the {ask}?", $"Read the {ask} of {f}."), key, Proof.Such("{n}", condition), "The sine goes between −1 and 1.", $"It swings {a} up and down around {d}.", Demand.Recall)
            .Maybe("math.confuses-wave-parts", b).Maybe("math.confuses-wave-parts", ask == "amplitude" ? d : a).Maybe("math.confuses-wave-parts", ask == "maximum" ? d : a + d).Maybe("math.confuses-wave-parts", 2 * a);
    }

    /// <summary>Angle sums of polygons. Params: n.</summary>
    private static Draft? PolygonAngles(Commission c)
    {
        var n = c.Draw("n");
        var regular = c.Rolls.Chance(0.5) && 180 * (n - 2) % n == 0;
        var key = regular ? 180 * (n - 2) / n : 180 * (n - 2);
        return Number(regular ? c.Say($"How large is each angle of a regular polygon with {n} sides?", $"{c.Person().Name} draws a regular shape with {n} sides. What is each inner angle?", $"All {n} angles of a polygon are equal. How large is one?") : c.Say($"What do the inner angles of a polygon with {n} sides add up to?", $"{c.Person().Name} cuts a figure of {n} sides into triangles. What is the sum of its angles?", $"Find the sum of the angles of a figure with {n} corners."), key, regular ? Proof.Such("{a}", $"{n} * (180 - a) = 360") : Proof.Replay(["s := 0", .. Enumerable.Repeat("s := s + 180", n - 2)], "s"), "Cut it into triangles from one corner.", $"{n - 2} triangles: {n - 2} × 180° = {180 * (n - 2)}°{(regular ? $", divided by {n}: {key}°" : "")}.", frame: "{}°")
            .Maybe("math.wrong-angle-total", regular ? 180 : 180 * n).Maybe("math.wrong-angle-total", regular ? new Fraction(360, n) : (Fraction)(180 * (n - 1))).Maybe("math.wrong-angle-total", 360).Maybe("math.stops-after-one-step", regular ? 180 * (n - 2) : n * 90);
    }

    /// <summary>How area and volume grow with a scale factor. Params: scale; dimension.</summary>
    private static Draft? ScaleArea(Commission c)
    {
        long k = c.Draw("scale"), a = c.Draw("amount");
        var volume = c.Params.Text("dimension") == "volume";
        var key = volume ? a * k * k * k : a * k * k;
        var place = At(c, "in a workshop");
        return k < 2 ? null : Number(volume ? c.Say($"A small tank {place} holds {a} liters. A larger one has the same form and is {k} times as long, wide and high. How many liters does it hold?", $"A model {place} has a volume of {a} cubic inches. It is built {k} times as large in every direction. What is the volume then?", $"All edges of a box {place} with {a} liters are made {k} times as long. How many liters fit in?")
                : c.Say($"A poster {place} covers {a} square feet. A copy is {k} times as long and wide. How many square feet does it cover?", $"A floor plan {place} is enlarged so that each length is {k} times as long. The plan covers {a} square inches. How many does the copy cover?", $"A tile {place} has an area of {a} square inches. Another has sides {k} times as long. What is its area?"), key, volume ? Proof.Such("{n}", $"n / {a} = {k}^3") : Proof.Such("{n}", $"n / {a} = {k}^2"), "Each direction brings the factor once.", $"{a} × {k}{(volume ? "³" : "²")} = {key}.", Demand.Reason)
            .Maybe("math.length-factor-for-area", a * k).Maybe("math.length-factor-for-area", volume ? a * k * k : a * 2 * k).Maybe("math.additive-not-multiplicative", a + k).Maybe("math.length-factor-for-area", volume ? a * 3 * k : a * k * k * k);
    }

    /// <summary>Angles at ramps, roofs and crossings. Params: none.</summary>
    private static Draft? AngleStory(Commission c)
    {
        var a = c.Rolls.Between(12, 78);
        var place = At(c, "behind the school");
        var who = c.Person();
        var (stem, whole, why) = c.Rolls.Below(3) switch
        {
            0 => (c.Say($"A ramp {place} rises at {a}° to the level floor and leans against an upright wall. What is the angle between ramp and wall?", $"{who.Name} leans a board against an upright wall {place}. It makes {a}° with the floor. Which angle does it make with the wall?"), 90, "floor and wall make a right angle"),
            1 => (c.Say($"Two straight paths cross {place}. One angle at the crossing is {a}°. How large is the angle next to it?", $"A gate arm {place} makes an angle of {a}° with the road on one side. What is the angle on the other side of the same straight road?"), 180, "both angles together make a straight line"),
            _ => (c.Say($"A roof {place} has two equal slopes, each rising at {a}° to the level beam. What is the angle at the top?", $"{who.Name} builds a triangular frame {place} with two base angles of {a}° each. How large is the third angle?"), 0, "the three angles add to 180°"),
        };
        var key = whole == 0 ? 180 - (2 * a) : whole - a;
        return Number(stem, key, whole == 0 ? Proof.Such("{n}", $"n + {a} + {a} = 180") : Proof.Such("{n}", $"n + {a} = {whole}"), "Which angles make a corner, a straight line or a triangle together?", $"{Words.Cap(why)}: {(whole == 0 ? $"180° − 2 × {a}°" : $"{whole}° − {a}°")} = {key}°.", Demand.Reason, frame: "{}°")
            .Maybe("math.wrong-angle-total", whole == 90 ? 180 - a : 90 - a).Maybe("math.equal-for-supplementary", a).Maybe("math.wrong-angle-total", whole == 0 ? 180 - a : 360 - a).Maybe("math.adds-given-numbers", 180 + a);
    }
}
