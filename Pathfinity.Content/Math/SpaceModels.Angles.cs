using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Angles, similar and congruent figures.</summary>
internal static partial class SpaceModels
{
    /// <summary>Vertical, supplementary and parallel-line angles. Params: relation (list).</summary>
    private static Draft? AnglePairs(Commission c)
    {
        var a = c.Rolls.Between(25, 85);
        var relation = c.Rolls.Pick(c.Params.List("relation"));
        var (text, equal) = relation switch
        {
            "vertical" => (
                "Two straight lines cross. One angle is {0}°. What is the angle straight across from it?",
                true),
            "linear" => ("Two straight lines cross. One angle is {0}°. What is the angle beside it?", false),
            "corresponding" => (
                "A line crosses two parallel lines. At the upper one it makes an angle of {0}°. How large is the angle in the same place at the lower one?",
                true),
            "alternate" => (
                "A line crosses two parallel lines. An inner angle on its left is {0}°. How large is the inner angle on its right at the other parallel?",
                true),
            _ => (
                "A line crosses two parallel lines. An inner angle on its right is {0}°. How large is the other inner angle on its right?",
                false),
        };
        var key = equal ? a : 180 - a;
        var who = c.Person();
        var full = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, a);
        Phrase told = relation switch
        {
            "vertical" => $"Two straight lines cross. One angle is {a}°. What is the angle straight across from it?",
            "linear" => $"Two straight lines cross. One angle is {a}°. What is the angle beside it?",
            _ => $"{full}",
        };
        return Number(
                c.Say(
                    told,
                    $"{who.Name} measures angles in a drawing. {told}",
                    $"Think of a road map. {told}",
                    $"Look for equal angles. {told}"),
                key,
                Proof.Such("{n}", equal ? $"n - {a} = 0" : $"n + {a} = 180"),
                equal ? "These two angles are equal." : "These two angles make a straight line together.",
                equal ? $"They are equal: {a}°." : $"180° − {a}° = {180 - a}°.",
                frame: "{}°")
            .Maybe("math.equal-for-supplementary", equal ? 180 - a : a)
            .Maybe("math.wrong-angle-total", 90 - a)
            .Maybe("math.wrong-angle-total", 360 - a)
            .Maybe("math.wrong-angle-total", 2 * a);
    }

    /// <summary>Similar figures and shadows. Params: part; scale.</summary>
    private static Draft? Similar(Commission c)
    {
        long a = c.Draw("part"),
            b = c.Draw("part"),
            k = c.Draw("scale");
        if (a == b || k < 2)
        {
            return null;
        }
        var place = At(c, "on the playground");
        return Number(
                c.Say(
                    $"A post {place} is {a} feet high and casts a shadow of {b} feet. A tree beside it casts a shadow of {b * k} feet. How high is the tree?",
                    $"Two triangles {place} are similar. The small one has sides of {a} and {b} feet. The side that belongs to {b} is {b * k} feet long in the large one. How long is the side that belongs to {a}?",
                    $"A model {place} is {a} inches high and {b} inches wide. The real thing has the same form and is {b * k} inches wide. How high is it?"),
                a * k,
                Proof.Such("{n}", $"n * {b} = {a} * {b * k}"),
                "By what factor did the known side grow?",
                $"{b * k} ÷ {b} = {k}; {a} × {k} = {a * k}.",
                Demand.Reason)
            .Maybe("math.additive-not-multiplicative", a + (b * k) - b)
            .Maybe("math.ratio-reversed", new Fraction(b * b * k, a))
            .Maybe("math.gives-the-wrong-part", k)
            .Maybe("math.one-group-too-few", a * (k - 1));
    }

    /// <summary>Which rule proves two triangles congruent. Params: none.</summary>
    private static Draft? Congruence(Commission c)
    {
        var cases = new (string Name, int Sides, int Angles, string Order, string Told)[]
        {
            ("SSS", 3, 0, "sss", "all three pairs of sides are equal"),
            ("SAS", 2, 1, "sas", "two pairs of sides and the angles between them are equal"),
            ("ASA", 1, 2, "asa", "two pairs of angles and the sides between them are equal"),
            ("AAS", 1, 2, "aas", "two pairs of angles and a pair of sides not between them are equal"),
        };
        var at = c.Rolls.Below(4);
        var (name, sides, angles, order, told) = cases[at];
        var (m, n) = (c.Rolls.Between(4, 20), c.Rolls.Between(30, 80));
        return Choice(
                c.Say(
                    $"In two triangles {told}. One of those sides is {m} cm long. Which rule shows that they are congruent?",
                    $"{c.Person().Name} knows that in two triangles with a side of {m} cm, {told}. Which rule applies?",
                    $"Two triangles share a side length of {m} cm, and {told}. By which rule are they congruent?",
                    $"Of two triangles it is known that {told} (one side: {m} cm). Which congruence rule fits?"),
                name,
                Proof.Rows(
                    cases.Select(k => new
                    {
                        name = k.Name,
                        sides = k.Sides,
                        angles = k.Angles,
                        order = k.Order,
                    }),
                    $"sides = {sides} and angles = {angles} and order = '{order}'"),
                "Count sides and angles, then ask which lies between which.",
                $"{Words.Cap(told)}: that is {name}.",
                Demand.Reason)
            .Wrong(
                "math.ignores-included-part",
                cases[
                    at switch
                    {
                        0 => 1,
                        1 => 0,
                        2 => 3,
                        _ => 2,
                    }
                ].Name)
            .Wrong(
                "math.counts-parts-only",
                cases[
                    at switch
                    {
                        0 => 2,
                        1 => 2,
                        2 => 1,
                        _ => 1,
                    }
                ].Name)
            .Wrong(
                "math.counts-parts-only",
                cases[
                    at switch
                    {
                        0 => 3,
                        1 => 3,
                        2 => 0,
                        _ => 0,
                    }
                ].Name,
                "Picks a rule without checking which parts are known.");
    }

    /// <summary>Angle sums of polygons. Params: n.</summary>
    private static Draft? PolygonAngles(Commission c)
    {
        var n = c.Draw("n");
        var regular = c.Rolls.Chance(0.5) && 180 * (n - 2) % n == 0;
        var key = regular ? 180 * (n - 2) / n : 180 * (n - 2);
        return Number(
                regular
                    ? c.Say(
                        $"How large is each angle of a regular polygon with {n} sides?",
                        $"{c.Person().Name} draws a regular shape with {n} sides. What is each inner angle?",
                        $"All {n} angles of a polygon are equal. How large is one?")
                    : c.Say(
                        $"What do the inner angles of a polygon with {n} sides add up to?",
                        $"{c.Person().Name} cuts a figure of {n} sides into triangles. What is the sum of its angles?",
                        $"Find the sum of the angles of a figure with {n} corners."),
                key,
                regular
                    ? Proof.Such("{a}", $"{n} * (180 - a) = 360")
                    : Proof.Replay(["s := 0", .. Enumerable.Repeat("s := s + 180", n - 2)], "s"),
                "Cut it into triangles from one corner.",
                $"{n - 2} triangles: {n - 2} × 180° = {180 * (n - 2)}°{(regular ? $", divided by {n}: {key}°" : "")}.",
                frame: "{}°")
            .Maybe("math.wrong-angle-total", regular ? 180 : 180 * n)
            .Maybe("math.wrong-angle-total", regular ? new Fraction(360, n) : (Fraction)(180 * (n - 1)))
            .Maybe("math.wrong-angle-total", 360)
            .Maybe("math.stops-after-one-step", regular ? 180 * (n - 2) : n * 90);
    }

    /// <summary>How area and volume grow with a scale factor. Params: scale; dimension.</summary>
    private static Draft? ScaleArea(Commission c)
    {
        long k = c.Draw("scale"),
            a = c.Draw("amount");
        var volume = c.Params.Text("dimension") == "volume";
        var key = volume ? a * k * k * k : a * k * k;
        var place = At(c, "in a workshop");
        return k < 2
            ? null
            : Number(
                    volume
                        ? c.Say(
                            $"A small tank {place} holds {a} liters. A larger one has the same form and is {k} times as long, wide and high. How many liters does it hold?",
                            $"A model {place} has a volume of {a} cubic inches. It is built {k} times as large in every direction. What is the volume then?",
                            $"All edges of a box {place} with {a} liters are made {k} times as long. How many liters fit in?")
                        : c.Say(
                            $"A poster {place} covers {a} square feet. A copy is {k} times as long and wide. How many square feet does it cover?",
                            $"A floor plan {place} is enlarged so that each length is {k} times as long. The plan covers {a} square inches. How many does the copy cover?",
                            $"A tile {place} has an area of {a} square inches. Another has sides {k} times as long. What is its area?"),
                    key,
                    volume ? Proof.Such("{n}", $"n / {a} = {k}^3") : Proof.Such("{n}", $"n / {a} = {k}^2"),
                    "Each direction brings the factor once.",
                    $"{a} × {k}{(volume ? "³" : "²")} = {key}.",
                    Demand.Reason)
                .Maybe("math.length-factor-for-area", a * k)
                .Maybe("math.length-factor-for-area", volume ? a * k * k : a * 2 * k)
                .Maybe("math.additive-not-multiplicative", a + k)
                .Maybe("math.length-factor-for-area", volume ? a * 3 * k : a * k * k * k);
    }

    /// <summary>Angles at ramps, roofs and crossings. Params: none.</summary>
    private static Draft? AngleStory(Commission c)
    {
        var a = c.Rolls.Between(12, 78);
        var place = At(c, "behind the school");
        var who = c.Person();
        var (stem, whole, why) = c.Rolls.Below(3) switch
        {
            0 => (
                c.Say(
                    $"A ramp {place} rises at {a}° to the level floor and leans against an upright wall. What is the angle between ramp and wall?",
                    $"{who.Name} leans a board against an upright wall {place}. It makes {a}° with the floor. Which angle does it make with the wall?"),
                90,
                "floor and wall make a right angle"),
            1 => (
                c.Say(
                    $"Two straight paths cross {place}. One angle at the crossing is {a}°. How large is the angle next to it?",
                    $"A gate arm {place} makes an angle of {a}° with the road on one side. What is the angle on the other side of the same straight road?"),
                180,
                "both angles together make a straight line"),
            _ => (
                c.Say(
                    $"A roof {place} has two equal slopes, each rising at {a}° to the level beam. What is the angle at the top?",
                    $"{who.Name} builds a triangular frame {place} with two base angles of {a}° each. How large is the third angle?"),
                0,
                "the three angles add to 180°"),
        };
        var key = whole == 0 ? 180 - (2 * a) : whole - a;
        return Number(
                stem,
                key,
                whole == 0 ? Proof.Such("{n}", $"n + {a} + {a} = 180") : Proof.Such("{n}", $"n + {a} = {whole}"),
                "Which angles make a corner, a straight line or a triangle together?",
                $"{Words.Cap(why)}: {(whole == 0 ? $"180° − 2 × {a}°" : $"{whole}° − {a}°")} = {key}°.",
                Demand.Reason,
                frame: "{}°")
            .Maybe("math.wrong-angle-total", whole == 90 ? 180 - a : 90 - a)
            .Maybe("math.equal-for-supplementary", a)
            .Maybe("math.wrong-angle-total", whole == 0 ? 180 - a : 360 - a)
            .Maybe("math.adds-given-numbers", 180 + a);
    }
}
