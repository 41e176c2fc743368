using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Mathematics;

/// <summary>
/// How many shapes a picture shows; at work each stands for a thing that somebody counts. Params: count; layout (rows,
/// scattered).
/// </summary>
internal sealed class CountPicture() : ItemModel("math.count-picture", version: 2)
{
    private static readonly string[] Colours = ["blue", "red", "green", "yellow", "purple"]; // as Pictures.Colours has them

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var span = c.Params.Range("count");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var count = c.Work is null ? span.Draw(c.Rolls) : s.Amount();
        var icon = c.Rolls.Pick(Pictures.Icons);
        var (shade, colour) = c.Rolls.Pick(Colours.Zip(Pictures.Colours).ToArray());
        var scattered = c.Params.Text("layout", "rows") == "scattered";
        var alt =
            $"{Words.Cap(shade)} {icon}s {(scattered ? "scattered about" : "in rows of five")}: {string.Join(' ', Enumerable.Repeat(icon, count))}.";
        var stem = c.Work is null ? Plain(c, s, shade, icon) : AtWork(c, s, shade, icon);
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
                Enumerable.Repeat(icon, count).Select(mark => new { mark }),
                "count",
                $"mark = '{icon}'"),
        }
            .Wrong("math.skips-one", count - 1)
            .Wrong("math.counts-one-twice", count + 1)
            .Maybe("math.skips-a-row", scattered || count <= 5 ? count : count - 5)
            .Maybe("math.counts-on-from-wrong-decade", count > 10 ? count - 10 : count + 2);
    }

    private static Phrase Plain(Commission c, Scene s, string shade, string icon) =>
        c.Say(
            $"How many {shade} {icon}s are in the picture?",
            $"Look at the picture. Count the {icon}s. How many are there?",
            $"{s.Who.Name} draws {shade} {icon}s. How many did {s.Who.They} draw?",
            $"Count each {icon} one time. How many {icon}s do you see?",
            $"{s.Other.Name} asks, “How many {shade} {icon}s do you see?” What is the answer?",
            $"Touch and count the {icon}s. What number do you say last?");

    private static Phrase AtWork(Commission c, Scene s, string shade, string icon) =>
        c.Say(
            $"{s.Lead}{s.Who.Name} draws one {icon} for each {s.One}. How many {s.Many} are there?",
            $"{s.Lead}Each {shade} {icon} on the chart stands for one {s.One}. Count the {s.Many}.",
            $"{s.Lead}The chart has one {icon} for each {s.One}. How many {s.Many} does it show?",
            $"{s.Lead}{s.Other.Name} puts up a {shade} {icon} for each {s.One}. How many {s.Many} did {s.Other.They} count?",
            $"{s.Lead}One {icon} means one {s.One}. {s.Other.Name} asks, “How many {s.Many} do we have?” What is the answer?");
}
