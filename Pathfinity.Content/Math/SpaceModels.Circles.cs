using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;
using static Pathfinity.Content.Mathematics.Notation;

namespace Pathfinity.Content.Mathematics;

/// <summary>Trigonometry, and angles and arcs of circles.</summary>
internal static partial class SpaceModels
{
    /// <summary>Sine, cosine, tangent in a right triangle. Params: none.</summary>
    private static Draft? TrigRatio(Commission c)
    {
        var t = c.Rolls.Pick(Triples);
        var f = c.Rolls.Pick(["sin", "cos", "tan"]);
        var (opp, adj) = c.Rolls.Chance(0.5) ? (t.A, t.B) : (t.B, t.A);
        Fraction Of(string n) =>
            n switch
            {
                "sin" => new Fraction(opp, t.C),
                "cos" => new Fraction(adj, t.C),
                _ => new Fraction(opp, adj),
            };
        var key = Of(f);
        var data = f switch
        {
            "sin" => $"n * {t.C} = {opp}",
            "cos" => $"n * {t.C} = {adj}",
            _ => $"n * {adj} = {opp}",
        };
        var draft = Text(
            c.Say(
                $"In a right triangle the side opposite angle A is {opp}, the side beside it {adj} and the longest side {t.C}. What is {f} A?",
                $"A right triangle has legs {opp} and {adj} and hypotenuse {t.C}. Angle A is opposite the leg of {opp}. Find {f} A.",
                $"{c.Person().Name} needs {f} A. Opposite A lies {opp}, next to it {adj}, the hypotenuse is {t.C}. Which ratio is it?"),
            key.ToString(),
            Proof.Such("{n}", data),
            "Sine: opposite over hypotenuse; cosine: adjacent over hypotenuse; tangent: opposite over adjacent.",
            $"{f} A = {key}.");
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
        var (key, wrong) = angle switch
        {
            30 => ($"{d / 2}", $"{d / 2}√3"),
            60 => ($"{d / 2}√3", $"{d / 2}"),
            _ => ($"{d / 2}√2", $"{d}√2"),
        };
        return Choice(
                c.Say(
                    $"A ramp {place} is {d} feet long and rises at {angle}°. How high does it reach?",
                    $"A cable {place} is {d} feet long and makes an angle of {angle}° with the ground. How high is its upper end?",
                    $"A ladder {place} is {d} feet long and leans at {angle}° to the ground. How high up does it reach?"),
                key + " feet",
                Proof.Such("{n} feet", $"n / {d} = sin({angle})"),
                "Height over length is the sine of the angle.",
                $"{d} × sin {angle}° = {key} feet.")
            .Maybe("math.confuses-trig-ratios", wrong + " feet")
            .Maybe("math.confuses-trig-ratios", $"{2 * d} feet")
            .Maybe("math.angle-as-factor", $"{new Fraction(d * angle, 90)} feet")
            .Maybe("math.confuses-trig-ratios", $"{d}√3 feet");
    }

    /// <summary>Central and inscribed angles. Params: none.</summary>
    private static Draft? CircleAngle(Commission c)
    {
        var central = c.Rolls.Between(20, 85) * 2;
        var toInscribed = c.Rolls.Chance(0.5);
        var (given, key) = toInscribed ? (central, central / 2) : (central / 2, central);
        return Number(
                toInscribed
                    ? c.Say(
                        $"A central angle of a circle is {given}°. How large is an inscribed angle over the same arc?",
                        $"Seen from the center of a circle, an arc spans {given}°. {c.Person().Name} looks at it from a point on the circle across from it. What angle does the arc span there?",
                        $"An arc measures {given}°. What does an inscribed angle that cuts it off measure?")
                    : c.Say(
                        $"An inscribed angle of a circle is {given}°. How large is the central angle over the same arc?",
                        $"{c.Person().Name} looks at an arc from a point on the circle across from it and sees it span {given}°. What angle does the arc span, seen from the center?",
                        $"An inscribed angle of {given}° cuts off an arc. How many degrees is the arc?"),
                key,
                toInscribed ? Proof.Such("{n}", $"n + n = {given}") : Proof.Such("{n}", $"n / 2 = {given}"),
                "The inscribed angle is half of the central angle.",
                $"{(toInscribed ? $"{given}° ÷ 2" : $"2 × {given}°")} = {key}°.",
                frame: "{}°")
            .Maybe("math.inscribed-equals-central", given)
            .Maybe(
                toInscribed ? "math.doubles-instead-of-halving" : "math.halves-instead-of-doubling",
                toInscribed ? given * 2 : new Fraction(given, 2))
            .Maybe("math.wrong-angle-total", 180 - given)
            .Maybe("math.wrong-angle-total", 360 - given);
    }

    /// <summary>Equation of a circle. Params: size.</summary>
    private static Draft? CircleEquation(Commission c)
    {
        long h = c.Draw("size"),
            k = c.Draw("size"),
            r = c.Rolls.Between(2, 9);
        if (h == 0 || k == 0 || h == k || h == -k)
        {
            return null;
        }
        string E(long a, long b, long q) => $"(x {Signed(-a)})² + (y {Signed(-b)})² = {q}";
        var ask = c.Rolls.Chance(0.5);
        return ask
            ? Choice(
                    c.Say(
                        $"Which equation has the circle with center {Point(h, k)} and radius {r}?",
                        $"A circle has its center at {Point(h, k)} and the radius {r}. What is its equation?",
                        $"{c.Person().Name} draws all points {r} away from {Point(h, k)}. Which equation fits?"),
                    E(h, k, r * r),
                    Proof.Rows(
                        new[] { (h, k, r * r), (-h, -k, r * r), (h, k, r), (h, k, 2 * r), (k, h, r * r) }
                            .DistinctBy(t => E(t.Item1, t.Item2, t.Item3))
                            .Select(t => new
                            {
                                name = E(t.Item1, t.Item2, t.Item3),
                                a = t.Item1,
                                b = t.Item2,
                                q = t.Item3,
                            }),
                        $"({h + r} - a)^2 + ({k} - b)^2 = q and ({h} - a)^2 + ({k - r} - b)^2 = q and ({h - r} - a)^2 + ({k} - b)^2 = q"),
                    "Every point of the circle has the distance r from the center.",
                    $"Center {Point(h, k)}, radius {r}: {E(h, k, r * r)}.")
                .Maybe("math.wrong-sign", E(-h, -k, r * r))
                .Maybe("math.forgets-to-square", E(h, k, r))
                .Maybe("math.swaps-coordinates", E(k, h, r * r))
            : Choice(
                    c.Say(
                        $"What is the center of the circle {E(h, k, r * r)}?",
                        $"Where is the middle of the circle {E(h, k, r * r)}?",
                        $"{c.Person().Name} reads the center from {E(h, k, r * r)}. Which point is it?"),
                    Point(h, k),
                    Proof.Such("({a}, {b})", $"a - ({h}) = 0", $"b - ({k}) = 0"),
                    "The signs in the parentheses are turned around.",
                    $"The center is {Point(h, k)}.")
                .Maybe("math.wrong-sign", Point(-h, -k))
                .Maybe("math.swaps-coordinates", Point(k, h))
                .Maybe("math.wrong-sign", Point(-h, k));
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
        return Text(
                area
                    ? c.Say(
                        $"A sprinkler {place} turns through {angle}° and reaches {r} feet. Which area does it water?",
                        $"A slice of a circle {place} has a radius of {r} feet and an angle of {angle}°. What is its area?",
                        $"A wiper {place} of length {r} feet swings through {angle}°. Which area does it sweep?")
                    : c.Say(
                        $"A gate {place} is {r} feet wide and swings through {angle}°. How far does its end move?",
                        $"A curve {place} is part of a circle of radius {r} feet with an angle of {angle}°. How long is it?",
                        $"A bent rail {place} follows an arc of {angle}° with radius {r} feet. How long is it?"),
                $"{key}π",
                Proof.Such("{n}", area ? $"n * 360 = {angle} * pi * {r}^2" : $"n * 180 = {angle} * pi * {r}"),
                "Which part of the full circle is it?",
                $"{angle}/360 of the circle: {key}π.",
                frame: area ? "{} square feet" : "{} feet")
            .Maybe(area ? "math.circumference-for-area" : "math.area-for-perimeter", $"{swap}π")
            .Maybe("math.whole-circle-for-part", area ? $"{r * r}π" : $"{2 * r}π")
            .Maybe("math.diameter-for-radius", $"{key * (area ? 4 : 2)}π")
            .Maybe("math.forgets-pi", key.ToString());
    }

    /// <summary>Exact values on the unit circle. Params: none.</summary>
    private static Draft? UnitCircle(Commission c)
    {
        var angle = c.Rolls.Pick([30, 45, 60, 120, 135, 150, 210, 225, 240, 300, 315, 330]);
        var f = c.Rolls.Pick(["sin", "cos"]);
        var turn = c.Rolls.Pick([0, 0, 360]);
        var (cos, sin) = ShapeModels.Turn(angle);
        var value = f == "sin" ? sin : cos;
        string Name(double v) =>
            (v < 0 ? "−" : "")
            + (
                Math.Abs(v) < 0.6 ? "1/2"
                : Math.Abs(v) < 0.8 ? "√2/2"
                : "√3/2");
        var (key, other) = (Name(value), Name(f == "sin" ? cos : sin));
        return Choice(
                c.Say(
                    $"What is {f} {angle + turn}°?",
                    $"Find the exact value of {f} {angle + turn}°.",
                    $"{c.Person().Name} looks at {angle + turn}° on the unit circle. What is its {(f == "sin" ? "sine" : "cosine")}?",
                    $"Which number equals {f} {angle + turn}°?"),
                key,
                Proof.Such("{n}", $"n = {f}({angle + turn})"),
                "Find the reference angle first, then the sign of the quadrant.",
                $"{f} {angle + turn}° = {key}.")
            .Maybe("math.wrong-sign", value < 0 ? key[1..] : "−" + key)
            .Maybe("math.confuses-trig-ratios", other)
            .Maybe("math.confuses-trig-ratios", other[0] == '−' ? other[1..] : "−" + other)
            .Maybe("math.confuses-reference-angles", Math.Abs(value) < 0.6 ? "√3/2" : "1/2")
            .Maybe("math.confuses-reference-angles", "√2/2");
    }

    /// <summary>Amplitude, period and midline of a wave. Params: none.</summary>
    private static Draft? Wave(Commission c)
    {
        long a = c.Rolls.Between(2, 9),
            b = c.Rolls.Between(2, 9),
            d = c.Rolls.Between(1, 12);
        if (a == b || b == d || a == d)
        {
            return null;
        }
        var f = $"y = {a} sin({b}x) + {d}";
        var ask = c.Rolls.Pick(["amplitude", "midline", "maximum"]);
        var key = ask switch
        {
            "amplitude" => a,
            "midline" => d,
            _ => a + d,
        };
        var condition = ask switch
        {
            "amplitude" => $"2 * n = ({d} + {a}) - ({d} - {a})",
            "midline" => $"2 * n = ({d} + {a}) + ({d} - {a})",
            _ => $"n - {d} = {a}",
        };
        return Number(
                c.Say(
                    $"What is the {ask} value of {f}?",
                    $"A wave is given by {f}. Find its {ask}.",
                    $"{c.Person().Name} draws {f}. What is the {ask}?",
                    $"Read the {ask} of {f}."),
                key,
                Proof.Such("{n}", condition),
                "The sine goes between −1 and 1.",
                $"It swings {a} up and down around {d}.",
                Demand.Recall)
            .Maybe("math.confuses-wave-parts", b)
            .Maybe("math.confuses-wave-parts", ask == "amplitude" ? d : a)
            .Maybe("math.confuses-wave-parts", ask == "maximum" ? d : a + d)
            .Maybe("math.confuses-wave-parts", 2 * a);
    }
}
