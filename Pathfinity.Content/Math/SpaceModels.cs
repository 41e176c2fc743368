using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Geometry of the middle and high school: triangles, circles, solids, coordinates, similarity, trigonometry.</summary>
internal static partial class SpaceModels
{
    private static readonly string[] Ratios = ["sin", "cos", "tan"];
    private static readonly (int A, int B, int C)[] Triples =
    [
        (3, 4, 5),
        (5, 12, 13),
        (8, 15, 17),
        (7, 24, 25),
        (20, 21, 29),
        (9, 40, 41),
    ];

    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.triangle-area", TriangleArea, works: true),
            new Family("math.circle", Circle, works: true),
            new Family("math.pythagoras", Pythagoras, works: true),
            new Family("math.solid-volume", SolidVolume, works: true),
            new Family("math.read-point", ReadPoint),
            new Family("math.grid-walk", GridWalk, works: true),
            new Family("math.distance-midpoint", DistanceMidpoint),
            new Family("math.move-point", MovePoint),
            new Family("math.angle-pairs", AnglePairs),
            new Family("math.similar", Similar, works: true),
            new Family("math.congruence", Congruence),
            new Family("math.trig-ratio", TrigRatio),
            new Family("math.trig-height", TrigHeight, works: true),
            new Family("math.circle-angle", CircleAngle),
            new Family("math.circle-equation", CircleEquation),
            new Family("math.arc-length", ArcLength, works: true),
            new Family("math.unit-circle", UnitCircle),
            new Family("math.wave", Wave),
            new Family("math.angle-story", AngleStory, works: true),
            new Family("math.polygon-angles", PolygonAngles),
            new Family("math.scale-area", ScaleArea, works: true),
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
        long b = c.Draw("side"),
            h = c.Draw("side"),
            d = c.Draw("side");
        if (b == h || (b * h % 2 != 0) || b == d || h == d)
        {
            return null;
        }
        var place = At(c, "in a park");
        var who = c.Person();
        switch (c.Params.Text("shape"))
        {
            case "parallelogram":
                return Number(
                        c.Say(
                            $"A bed {place} is a parallelogram with a base of {b} feet and a height of {h} feet. What is its area?",
                            $"{who.Name} covers a parallelogram {place}: base {b} feet, height {h} feet, slanted side {h + 2} feet. What is its area?",
                            $"A panel {place} has the form of a parallelogram. Base {b} feet, height {h} feet. How large is it?"),
                        b * h,
                        Proof.Such("{n}", $"n / {b} = {h}"),
                        "Cut off a corner and move it: it becomes a rectangle.",
                        $"{b} × {h} = {b * h}.",
                        frame: "{} square feet")
                    .Maybe("math.halves-the-area", b * h / 2)
                    .Maybe("math.perimeter-for-area", 2 * (b + h))
                    .Maybe("math.slant-for-height", b * (h + 2))
                    .Maybe("math.adds-two-sides", b + h);
            case "trapezoid":
                return (b + d) * h % 2 != 0
                    ? null
                    : Number(
                            c.Say(
                                $"A window {place} is a trapezoid with parallel sides of {b} and {d} feet, {h} feet apart. What is its area?",
                                $"{who.Name} paints a trapezoid {place}: the parallel sides are {b} and {d} feet long, the height is {h} feet. How large is it?",
                                $"A ramp {place} has a side wall in the form of a trapezoid, {b} and {d} feet long and {h} feet high. What is its area?"),
                            (b + d) * h / 2,
                            Proof.Such("{n}", $"n = {Math.Min(b, d)} * {h} + {Math.Abs(b - d)} * {h} / 2"),
                            "Take the mean of the two parallel sides.",
                            $"({b} + {d}) ÷ 2 × {h} = {(b + d) * h / 2}.",
                            frame: "{} square feet")
                        .Maybe("math.forgets-to-halve", (b + d) * h)
                        .Maybe("math.uses-one-base", b * h)
                        .Maybe("math.adds-given-numbers", b + d + h)
                        .Maybe("math.uses-one-base", d * h);
            default:
                return Number(
                        c.Say(
                            $"A sail {place} is a triangle with a base of {b} feet and a height of {h} feet. What is its area?",
                            $"{who.Name} plants a triangle {place}: base {b} feet, height {h} feet. How large is it?",
                            $"A sign {place} is a triangle. Its base is {b} feet, its height {h} feet. What is its area?"),
                        b * h / 2,
                        Proof.Such("{n}", $"n + n = {b} * {h}"),
                        "Two such triangles make a rectangle or parallelogram.",
                        $"{b} × {h} ÷ 2 = {b * h / 2}.",
                        frame: "{} square feet")
                    .Maybe("math.forgets-to-halve", b * h)
                    .Maybe("math.adds-two-sides", b + h)
                    .Maybe("math.perimeter-for-area", 2 * (b + h))
                    .Maybe("math.halves-the-area", new Fraction(b * h, 4));
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
            ? Text(
                    c.Say(
                        $"A round table {place} has a radius of {r} feet. What is the area of its top?",
                        $"{who.Name} covers a circle {place} with a diameter of {2 * r} feet. What is its area?",
                        $"A sprinkler {place} reaches {r} feet in every direction. Which area does it water?"),
                    $"{r * r}π",
                    Proof.Such("{n}", $"n / ({r} * {r}) = pi"),
                    "Area: π times the radius squared.",
                    $"π × {r}² = {r * r}π square feet.",
                    frame: "{} square feet")
                .Maybe("math.circumference-for-area", $"{2 * r}π")
                .Maybe("math.diameter-for-radius", $"{4 * r * r}π")
                .Maybe("math.doubles-for-square", $"{r}π")
                .Maybe("math.forgets-pi", Words.Number(r * r))
            : Text(
                    c.Say(
                        $"A round table {place} has a radius of {r} feet. How long is the edge all around?",
                        $"{who.Name} puts a rope around a circle {place} with a diameter of {2 * r} feet. How long is the rope?",
                        $"A round track {place} is {2 * r} feet across. How far is one lap?"),
                    $"{2 * r}π",
                    Proof.Such("{n}", $"n / (2 * {r}) = pi"),
                    "The way around is π times the diameter.",
                    $"π × {2 * r} = {2 * r}π feet.",
                    frame: "{} feet")
                .Maybe("math.area-for-perimeter", $"{r * r}π")
                .Maybe("math.diameter-for-radius", $"{4 * r}π")
                .Maybe("math.radius-for-diameter", $"{r}π")
                .Maybe("math.forgets-pi", Words.Number(2 * r));
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
            return Number(
                    c.Say(
                        $"A ramp {place} rises {a} inches over a level length of {b} inches. How long is the ramp itself?",
                        $"{who.Name} walks {a} feet north and {b} feet east {place}. How far is the straight way back?",
                        $"A rectangular frame {place} is {b} inches by {a} inches. How long is a brace from corner to corner?"),
                    h,
                    Proof.Search("n", 1, 2000, $"n * n = {a} * {a} + {b} * {b}"),
                    "The two short sides meet at a right angle: add their squares.",
                    $"{a}² + {b}² = {(a * a) + (b * b)} = {h}².")
                .Maybe("math.adds-two-sides", a + b)
                .Maybe("math.forgets-the-root", (a * a) + (b * b))
                .Maybe("math.finds-the-difference", b - a)
                .Maybe("math.halves-for-root", ((a * a) + (b * b)) / 2);
        }
        return Number(
                c.Say(
                    $"A ladder {place} is {h} inches long. Its foot stands {a} inches from the wall. How many inches up the wall does it reach?",
                    $"A wire of {h} feet runs from the top of a pole {place} to a point on the ground {a} feet from its foot. How many feet high is the pole?",
                    $"The diagonal of a rectangle {place} is {h} feet, one side {a} feet. How many feet long is the other side?"),
                b,
                Proof.Search("n", 1, 2000, $"n * n + {a} * {a} = {h} * {h}"),
                "The long side is known: subtract the square of the short one.",
                $"{h}² − {a}² = {(h * h) - (a * a)} = {b}².",
                Demand.Reason)
            .Maybe("math.finds-the-difference", h - a)
            .Maybe("math.adds-given-numbers", h + a)
            .Maybe("math.forgets-the-root", (h * h) - (a * a))
            .Maybe("math.halves-for-root", ((h * h) - (a * a)) / 2);
    }

    /// <summary>Cylinders, cones, spheres and prisms in terms of π. Params: solid; radius; height.</summary>
    private static Draft? SolidVolume(Commission c)
    {
        long r = c.Draw("radius"),
            h = c.Draw("height");
        if (r == h || r < 2)
        {
            return null;
        }
        var place = At(c, "on a farm");
        return c.Params.Text("solid") switch
        {
            "cone" => (r * r * h) % 3 != 0
                ? null
                : Text(
                        c.Say(
                            $"A cone {place} has a radius of {r} inches and a height of {h} inches. What is its volume?",
                            $"A funnel {place} has the form of a cone, {2 * r} inches across and {h} inches high. How much does it hold?",
                            $"A pile of sand {place} is a cone with radius {r} inches and height {h} inches. What is its volume?"),
                        $"{r * r * h / 3}π",
                        Proof.Such("{n}", $"3 * n = pi * {r}^2 * {h}"),
                        "A cone is one third of the cylinder around it.",
                        $"π × {r}² × {h} ÷ 3 = {r * r * h / 3}π cubic inches.",
                        frame: "{} cubic inches")
                    .Maybe("math.forgets-the-third", $"{r * r * h}π")
                    .Maybe("math.doubles-for-square", $"{2 * r * h}π")
                    .Maybe("math.diameter-for-radius", $"{4 * r * r * h / 3}π")
                    .Maybe("math.halves-the-area", $"{r * r * h / 2}π"),
            "sphere" => (4 * r * r * r) % 3 != 0
                ? null
                : Text(
                        c.Say(
                            $"A ball {place} has a radius of {r} inches. What is its volume?",
                            $"A round tank {place} is {2 * r} inches across. How much does it hold?",
                            $"What is the volume of a sphere {place} with radius {r} inches?"),
                        $"{4 * r * r * r / 3}π",
                        Proof.Such("{n}", $"3 * n = 4 * pi * {r}^3"),
                        "Four thirds of π times the radius cubed.",
                        $"4 ÷ 3 × π × {r}³ = {4 * r * r * r / 3}π cubic inches.",
                        frame: "{} cubic inches")
                    .Maybe("math.surface-for-volume", $"{4 * r * r}π")
                    .Maybe("math.forgets-the-third", $"{r * r * r}π")
                    .Maybe("math.diameter-for-radius", $"{32 * r * r * r / 3}π")
                    .Maybe("math.forgets-the-third", $"{4 * r * r * r}π"),
            _ => Text(
                    c.Say(
                        $"A can {place} has a radius of {r} inches and a height of {h} inches. What is its volume?",
                        $"A round tank {place} is {2 * r} inches across and {h} inches high. How much does it hold?",
                        $"A drum {place} has a circular base of radius {r} inches and is {h} inches high. What is its volume?"),
                    $"{r * r * h}π",
                    Proof.Such("{n}", $"n / (pi * {r} * {r}) = {h}"),
                    "Area of the base times the height.",
                    $"π × {r}² × {h} = {r * r * h}π cubic inches.",
                    frame: "{} cubic inches")
                .Maybe("math.doubles-for-square", $"{2 * r * h}π")
                .Maybe("math.diameter-for-radius", $"{4 * r * r * h}π")
                .Maybe("math.forgets-the-third", $"{new Fraction(r * r * h, 3)}π")
                .Maybe("math.surface-for-volume", $"{2 * r * (r + h)}π"),
        };
    }
}
