using Pathfinity.Curriculum;

namespace Pathfinity.Content.Mathematics;

/// <summary>
/// Two amounts and their difference, one of the three unknown. Params: unknown (difference, bigger, smaller), small,
/// gap.
/// </summary>
internal sealed class CompareAmounts() : ItemModel("math.compare-amounts")
{
    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var gap = c.Draw("gap");
        var span = c.Params.Range("small");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var small = s.Amount();
        var big = small + gap;
        return gap == small || gap == 1
            ? null
            : c.Params.Text("unknown") switch
            {
                "difference" => Difference(c, s, small, big),
                "bigger" => Bigger(c, s, small, gap),
                _ => Smaller(c, s, big, gap),
            };
    }

    private static Draft Difference(Commission c, Scene s, int small, int big)
    {
        var more = c.Rolls.Chance(0.5);
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 =>
                $"{s.Lead}{s.Who.Name} has {s.Count(big)}. {s.Other.Name} has {s.Count(small)}. How many {(more ? "more" : "fewer")} {s.Many} does {(more ? s.Who : s.Other).Name} have than {(more ? s.Other : s.Who).Name}?",
            1 =>
                $"{s.Lead}One {s.Holder} holds {s.Count(big)}. Another {s.Holder} holds {s.Count(small)}. By how many {s.Many} do the two differ?",
            2 =>
                $"{s.Lead}There are {s.Count(small)} on the left and {s.Count(big)} on the right. How many {s.Many} must be added on the left to have as many as on the right?",
            _ =>
                $"{s.Lead}{s.Who.Name} counts {s.Count(big)} in the morning and {s.Count(small)} in the afternoon. How many more were there in the morning?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(big - small)],
            Demand = Demand.Apply,
            Difficulty = big > 20 ? 0.2 : 0,
            Hint = "Line the two groups up, one to one. What is left without a partner?",
            Rationale = $"From {small} up to {big} there are {big - small}: {big} − {small} = {big - small}.",
            Proof = Proof.Search("n", 0, big + small, $"{small} + n = {big}"),
        }
            .Wrong("math.adds-given-numbers", big + small)
            .Maybe("math.repeats-given-number", c.Rolls.Chance(0.5) ? big : small)
            .Maybe("math.counts-the-start", big - small + 1);
    }

    private static Draft? Bigger(Commission c, Scene s, int small, int gap)
    {
        if (small - gap < 0)
        {
            return null;
        }
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 =>
                $"{s.Lead}The red {s.Holder} has {s.Count(small)}. It has {gap} fewer {s.Many} than the blue {s.Holder}. How many {s.Many} does the blue {s.Holder} have?",
            1 =>
                $"{s.Lead}{s.Other.Name} has {s.Count(small)}. That is {gap} fewer than {s.Who.Name} has. How many {s.Many} does {s.Who.Name} have?",
            _ =>
                $"{s.Lead}Today there are {s.Count(small)}. Yesterday there were {gap} more. How many {s.Many} were there yesterday?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(small + gap)],
            Demand = Demand.Reason,
            Hint = "Which of the two has more? Draw a bar for each.",
            Rationale = $"{small} is {gap} less than the number asked for, so it is {small} + {gap} = {small + gap}.",
            Proof = Proof.Search("n", 0, 3 * (small + gap), $"n - {gap} = {small}"),
        }
            .Wrong("math.fewer-means-subtract", small - gap)
            .Wrong("math.counts-the-start", small + gap - 1)
            .Wrong("math.repeats-given-number", small);
    }

    private static Draft Smaller(Commission c, Scene s, int big, int gap)
    {
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 =>
                $"{s.Lead}The blue {s.Holder} has {s.Count(big)}. It has {gap} more {s.Many} than the red {s.Holder}. How many {s.Many} does the red {s.Holder} have?",
            1 =>
                $"{s.Lead}{s.Who.Name} has {s.Count(big)}. That is {gap} more than {s.Other.Name} has. How many {s.Many} does {s.Other.Name} have?",
            _ =>
                $"{s.Lead}Today there are {s.Count(big)}. Yesterday there were {gap} fewer. How many {s.Many} were there yesterday?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(big - gap)],
            Demand = Demand.Reason,
            Hint = "Which of the two has less? Draw a bar for each.",
            Rationale = $"{big} is {gap} more than the number asked for, so it is {big} − {gap} = {big - gap}.",
            Proof = Proof.Search("n", 0, 2 * big, $"n + {gap} = {big}"),
        }
            .Wrong("math.more-means-add", big + gap)
            .Wrong("math.counts-the-start", big - gap + 1)
            .Wrong("math.repeats-given-number", big);
    }
}
