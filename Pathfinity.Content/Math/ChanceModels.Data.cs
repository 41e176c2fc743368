using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Tables, spread and samples.</summary>
internal static partial class ChanceModels
{
    /// <summary>Joint and conditional relative frequency. Params: count; ask (joint, conditional, independent).</summary>
    private static Draft? TwoWayTable(Commission c)
    {
        long a = c.Draw("count"),
            b = c.Draw("count"),
            d = c.Draw("count"),
            e = c.Draw("count");
        if (c.Scene(1, 5000) is not { } s || new[] { a, b, d, e }.Distinct().Count() < 4)
        {
            return null;
        }
        var total = a + b + d + e;
        var figure = Figures.Pictures.Table(
            ["", "Morning", "Evening"],
            [
                ["Mark", $"{a}", $"{b}"],
                ["No mark", $"{d}", $"{e}"],
            ],
            $"A two-way table. Mark: {a} in the morning, {b} in the evening. No mark: {d} in the morning, {e} in the evening.");
        var conditional = c.Params.Text("ask") == "conditional";
        var key = conditional ? new Fraction(a, a + b) : new Fraction(a, total);
        var rows = new[]
        {
            new
            {
                kind = "mark",
                time = "morning",
                n = a,
            },
            new
            {
                kind = "mark",
                time = "evening",
                n = b,
            },
            new
            {
                kind = "none",
                time = "morning",
                n = d,
            },
            new
            {
                kind = "none",
                time = "evening",
                n = e,
            },
        };
        var whole = conditional ? rows.Where(r => r.kind == "mark").Select(r => r.n) : rows.Select(r => r.n);
        return Text(
                conditional
                    ? c.Say(
                        $"{s.Lead}The table counts {s.Many} that were checked. What fraction of the ones with a mark were checked in the morning?",
                        $"{s.Lead}One of the {s.Many} with a mark in the table is picked at random. What is the probability that it was checked in the morning?",
                        $"{s.Lead}The table counts {s.Many}, each checked in the morning or in the evening. Given that one has a mark, how likely is it that it was checked in the morning?")
                    : c.Say(
                        $"{s.Lead}The table counts {s.Many} that were checked. What fraction of all of them has a mark and was checked in the morning?",
                        $"{s.Lead}One of all the {s.Many} in the table is picked at random. What is the probability that it has a mark and was checked in the morning?",
                        $"{s.Lead}The table counts {s.Many}, with a mark or without, by the time of the check. What part of them all both has a mark and was checked in the morning?"),
                key.ToString(),
                Proof.Such("{p}", $"p * ({string.Join(" + ", whole)}) = {a}"),
                conditional
                    ? "Look only at the row of those with a mark."
                    : "Compare with the total of the whole table.",
                $"{a} of {(conditional ? a + b : total)}: {key}.",
                Demand.Reason,
                figure: figure)
            .Maybe("math.wrong-total-of-table", conditional ? new Fraction(a, total) : new Fraction(a, a + b))
            .Maybe("math.reverses-the-condition", new Fraction(a, a + d))
            .Maybe("math.part-to-part", new Fraction(a, b))
            .Maybe("math.wrong-total-of-table", new Fraction(a + b, total));
    }

    /// <summary>Standard scores. Params: mean; sd; z.</summary>
    private static Draft? ZScore(Commission c)
    {
        long mean = c.Draw("mean"),
            sd = c.Draw("sd"),
            half = c.Rolls.Between(-5, 5);
        if (c.Scene(1, 100000) is not { } s || half == 0 || sd % 2 != 0)
        {
            return null;
        }
        var x = mean + (half * sd / 2);
        var key = new Fraction(half, 2);
        return Number(
                c.Say(
                    $"{s.Lead}The daily number of {s.Many} has a mean of {mean} and a standard deviation of {sd}. Today there are {x}. What is the z-score of today?",
                    $"{s.Lead}{s.Who.Name} counts {x} {s.Many} today. The mean of all days is {mean}, and the standard deviation is {sd}. How many standard deviations above (+) or below (−) the mean is today?",
                    $"{s.Lead}Daily counts of {s.Many} have mean {mean} and standard deviation {sd}. What is the standard score of a day with {x}?"),
                key.Decimal()!,
                Proof.Such("{z}", $"{mean} + z * {sd} = {x}"),
                "How far from the mean, measured in standard deviations?",
                $"({x} − {mean}) ÷ {sd} = {key.Decimal()}.")
            .Maybe("math.stops-after-one-step", x - mean)
            .Maybe("math.wrong-sign", (-key).Decimal()!)
            .Maybe("math.ratio-reversed", new Fraction(sd, x - mean))
            .Maybe("math.ratio-reversed", new Fraction(x, sd));
    }

    /// <summary>The 68-95-99.7 rule. Params: mean; sd.</summary>
    private static Draft? NormalShare(Commission c)
    {
        long mean = c.Draw("mean"),
            sd = c.Draw("sd");
        var k = c.Rolls.Between(1, 3);
        if (c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var above = c.Rolls.Chance(0.5);
        string[] within = ["68", "95", "99.7"];
        string[] tail = ["16", "2.5", "0.15"];
        var key = above ? tail[k - 1] : within[k - 1];
        var draft = Choice(
            above
                ? c.Say(
                    $"{s.Lead}The daily number of {s.Many} is about normal with mean {mean} and standard deviation {sd}. On about what percent of days are there more than {mean + (k * sd)}?",
                    $"{s.Lead}Weekly counts of {s.Many} follow a normal curve (mean {mean}, standard deviation {sd}). About what percent of weeks lie above {mean + (k * sd)}?")
                : c.Say(
                    $"{s.Lead}The daily number of {s.Many} is about normal with mean {mean} and standard deviation {sd}. On about what percent of days is it between {mean - (k * sd)} and {mean + (k * sd)}?",
                    $"{s.Lead}Weekly counts of {s.Many} follow a normal curve (mean {mean}, standard deviation {sd}). About what percent of weeks lie between {mean - (k * sd)} and {mean + (k * sd)}?"),
            key + "%",
            Proof.Rows(
                within
                    .Select(
                        (w, i) =>
                            new
                            {
                                name = w + "%",
                                k = i + 1,
                                above = false,
                            }
                    )
                    .Concat(
                        tail.Select(
                            (w, i) =>
                                new
                                {
                                    name = w + "%",
                                    k = i + 1,
                                    above = true,
                                }
                        )),
                $"k = ({mean + (k * sd)} - {mean}) / {sd} and above = {(above ? "true" : "false")}"),
            "About 68% lie within one, 95% within two, 99.7% within three standard deviations.",
            $"{mean + (k * sd)} is {k} standard deviation{(k > 1 ? "s" : "")} above the mean: about {key}%.",
            Demand.Apply);
        return draft
            .Maybe("math.wrong-number-of-deviations", (above ? tail : within)[k % 3] + "%")
            .Maybe("math.wrong-number-of-deviations", (above ? tail : within)[(k + 1) % 3] + "%")
            .Maybe("math.forgets-one-tail", (above ? within : tail)[k - 1] + "%")
            .Maybe(
                "math.forgets-one-tail",
                above ? $"{(k == 1 ? "32" : k == 2 ? "5" : "0.3")}%" : $"{(k == 1 ? "34" : k == 2 ? "47.5" : "49.85")}%");
    }

    /// <summary>Weighted means. Params: value; weight.</summary>
    private static Draft? WeightedMean(Commission c)
    {
        long a = c.Draw("value"),
            m = c.Draw("weight"),
            n = c.Draw("weight");
        var values = c.Params.Range("value");
        var apart = new Fraction(m + n, n).Num; // so that the mean is a whole number
        var b = a + (apart * c.Rolls.Between(-Steps(a - values.Low), Steps(values.High - a)));
        if (c.Scene(1, 100000) is not { } s || a == b || m == n)
        {
            return null;
        }
        var key = ((a * m) + (b * n)) / (m + n);
        return Number(
                c.Say(
                    $"{s.Lead}{m} boxes hold {a} {s.Many} each and {n} boxes {b} each. What is the mean number in a box?",
                    $"{s.Lead}For {m} days {s.Who.Name} uses {a} {s.Many} a day, then for {n} days {b} a day. What is the mean number a day over all these days?",
                    $"{s.Lead}Each of {m} workers packs {a} {s.Many} an hour, and each of {n} others packs {b} an hour. What is the mean for one worker, in {s.Many} an hour?"),
                key,
                Proof.Tally(
                    Enumerable.Repeat(a, (int)m).Concat(Enumerable.Repeat(b, (int)n)).Select(x => new { x }),
                    "mean",
                    "x > 0",
                    "x"),
                "How many are there in all, in how many boxes or days?",
                $"({m} × {a} + {n} × {b}) ÷ {m + n} = {key}.",
                Demand.Reason)
            .Maybe("math.ignores-the-weights", new Fraction(a + b, 2))
            .Maybe("math.stops-after-one-step", (a * m) + (b * n))
            .Maybe("math.divides-by-two-groups", new Fraction((a * m) + (b * n), 2))
            .Maybe("math.repeats-given-number", Math.Max(a, b));

        int Steps(long span) => (int)(span / apart);
    }

    /// <summary>Which measure an outlier changes. Params: value.</summary>
    private static Draft? OutlierEffect(Commission c)
    {
        var start = c.Draw("value");
        if (c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var step = c.Rolls.Between(1, 4);
        var values = Enumerable.Range(0, 4).Select(i => start + (i * step)).ToList();
        var total = values.Sum();
        var outlier = start * c.Rolls.Between(4, 8);
        var all = values.Append(outlier).ToList();
        var sum = all.Sum();
        if (sum % 5 != 0 || total % 4 != 0)
        {
            return null;
        }
        var key = (sum / 5) - (total / 4);
        return Number(
                c.Say(
                    $"{s.Lead}On four days {string.Join(", ", values)} {s.Many} are needed, on the fifth {outlier}. By how much does the fifth day raise the mean?",
                    $"{s.Lead}{s.Who.Name} has the counts {string.Join(", ", values)} for {s.Many} and then an unusual {outlier}. By how much does the mean rise?",
                    $"{s.Lead}The counts of {s.Many} are {string.Join(", ", values)}. A count of {outlier} is added to the list. By how much does the mean change?"),
                key,
                Proof.Such("{n}", $"n = mean({string.Join(", ", all)}) - mean({string.Join(", ", values)})"),
                "Find both means and compare.",
                $"{total} ÷ 4 = {total / 4} and {sum} ÷ 5 = {sum / 5}; the difference is {key}.",
                Demand.Reason)
            .Maybe("math.median-for-mean", all.Order().ElementAt(2) - (int)new Fraction(values[1] + values[2], 2).Value)
            .Maybe("math.stops-after-one-step", sum / 5)
            .Maybe("math.finds-the-difference", outlier - (total / 4))
            .Maybe("math.divides-by-old-count", new Fraction(sum, 4) - new Fraction(total, 4));
    }

    /// <summary>Estimating a population from a sample. Params: count; scale.</summary>
    private static Draft? SampleEstimate(Commission c)
    {
        long marked = c.Draw("count"),
            sample = marked * c.Rolls.Between(3, 8) + c.Rolls.Between(1, 5),
            k = c.Draw("scale");
        var population = sample * k;
        if (c.Scene(1, 1000000) is not { } s || marked == k)
        {
            return null;
        }
        return Number(
                c.Say(
                    $"{s.Lead}In a random sample of {sample} {s.Many}, {marked} are damaged. About how many of all {Words.Grouped(population)} are damaged?",
                    $"{s.Lead}{s.Who.Name} checks {sample} of {Words.Grouped(population)} {s.Many} at random and finds {marked} with a fault. About how many of them all can be expected to have one?",
                    $"{s.Lead}In a random sample of {sample} people, {marked} want more {s.Many}. About how many of all {Words.Grouped(population)} people would that be?"),
                Words.Grouped(marked * k),
                Proof.Such("{n}", $"n / {population} = {marked} / {sample}"),
                "The share in the sample stands for the share of all.",
                $"{Words.Grouped(population)} ÷ {sample} = {k}; {k} × {marked} = {Words.Grouped(marked * k)}.",
                Demand.Reason)
            .Maybe("math.additive-not-multiplicative", Words.Grouped(population - (sample - marked)))
            .Maybe("math.gives-the-wrong-part", Words.Grouped(k))
            .Maybe("math.counts-the-other-part", Words.Grouped(population - (marked * k)))
            .Maybe("math.divides-total-by-price", Words.Grouped(population / marked));
    }

    /// <summary>A prediction from a line of fit, or its residual. Params: rate; start; ask.</summary>
    private static Draft? TrendPredict(Commission c)
    {
        long m = c.Draw("rate"),
            b = c.Draw("start"),
            x = c.Rolls.Between(3, 20),
            off = c.Rolls.Between(-9, 9);
        if (c.Scene(1, 100000) is not { } s || off == 0 || m == b)
        {
            return null;
        }
        var y = (m * x) + b;
        return c.Params.Text("ask") == "residual"
            ? Number(
                    c.Say(
                        $"{s.Lead}The line y = {m}x + {b} predicts the number of {s.Many} in week x. In week {x} there are {y + off}. What is the residual?",
                        $"{s.Lead}For week {x} the model y = {m}x + {b} was used; {y + off} {s.Many} were counted. How far is the count above (+) or below (−) the line?",
                        $"{s.Lead}{s.Who.Name} compares the count of {y + off} {s.Many} in week {x} with the line y = {m}x + {b}. What is the actual minus the predicted number?"),
                    off,
                    Proof.Such("{r}", $"{m} * {x} + {b} + r = {y + off}"),
                    "Actual minus predicted.",
                    $"{y + off} − {y} = {Words.Number(off)}.",
                    Demand.Reason)
                .Maybe("math.wrong-sign", -off)
                .Maybe("math.gives-the-wrong-part", y)
                .Maybe("math.forgets-the-constant", y + off - (m * x))
                .Maybe("math.swaps-rate-and-start", y + off - ((b * x) + m))
            : Number(
                    c.Say(
                        $"{s.Lead}A line of best fit for the number of {s.Many} in week x is y = {m}x + {b}. What does it predict for week {x}?",
                        $"{s.Lead}{s.Who.Name} uses the trend line y = {m}x + {b} for the number of {s.Many} after x weeks. How many {s.Many} does it predict for x = {x}?",
                        $"{s.Lead}Data on {s.Many} lie close to y = {m}x + {b}, where x counts weeks. What is the prediction for week {x}?"),
                    y,
                    Proof.Replay([$"n := {b}", .. Enumerable.Repeat($"n := n + {m}", (int)x)], "n"),
                    "Put the week into the equation.",
                    $"{m} × {x} + {b} = {y}.")
                .Maybe("math.swaps-rate-and-start", (b * x) + m)
                .Maybe("math.forgets-the-constant", m * x)
                .Maybe("math.adds-given-numbers", m + x + b)
                .Maybe("math.adds-all-terms", (m + b) * x);
    }
}
