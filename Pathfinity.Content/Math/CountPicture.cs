using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Mathematics;

/// <summary>How many things a picture shows. Params: count; layout (rows, scattered).</summary>
internal sealed class CountPicture() : ItemModel("math.count-picture")
{
    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var span = c.Params.Range("count");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var count = s.Amount();
        var icon = c.Rolls.Pick(Pictures.Icons);
        var colour = c.Rolls.Pick(Pictures.Colours);
        var scattered = c.Params.Text("layout", "rows") == "scattered";
        var alt = $"{(scattered ? "Scattered" : "In rows of five")}: {string.Join(' ', Enumerable.Repeat(s.One, count))}.";
        Phrase stem = c.Rolls.Below(5) switch
        {
            0 => $"{s.Lead}Each shape in the picture is one of the {s.Many}. How many {s.Many} are there?",
            1 => $"{s.Lead}Look at the picture. Each shape stands for one of the {s.Many}. Count the {s.Many}.",
            2 => $"{s.Lead}{s.Who.Name} draws a shape for each of the {s.Many}. How many did {s.Who.They} draw?",
            3 => $"{s.Lead}Count each shape one time. How many {s.Many} does the picture show?",
            _ => $"{s.Lead}Each shape is one of the {s.Many}. {s.Other.Name} asks, “How many do you have?” What is the answer?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Figure = scattered
                ? Pictures.Scatter(count, icon, colour, c.Rolls, alt)
                : Pictures.Groups([("", count, icon, colour)], alt, 5),
            Key = [Words.Number(count)],
            Demand = Demand.Apply,
            Difficulty = (count > 10 ? 0.3 : 0) + (scattered ? 0.2 : -0.1),
            Hint = "Touch each shape one time and say one number for each touch.",
            Rationale = $"Counting each shape one time gives {count}. The last number you say tells how many.",
            Proof = Proof.Tally(
                Enumerable.Repeat(icon, count).Select(mark => new { mark }), "count", $"mark = '{icon}'"),
        }
        .Wrong("math.skips-one", count - 1)
        .Wrong("math.counts-one-twice", count + 1)
        .Maybe("math.skips-a-row", scattered || count <= 5 ? count : count - 5)
        .Maybe("math.counts-on-from-wrong-decade", count > 10 ? count - 10 : count + 2);
    }
}
