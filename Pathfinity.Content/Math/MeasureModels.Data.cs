using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Charts and small data sets.</summary>
internal static partial class MeasureModels
{
    private static (string Title, string[] Labels, string Lead)? Topic(Commission c)
    {
        if (c.Work is null)
        {
            return c.Rolls.Pick<(string, string[], string)>([
                ("Books read", ["Mon", "Tue", "Wed", "Thu"], $"The chart shows how many books a class read. "),
                ("Pets", ["cats", "dogs", "birds", "fish"], $"The chart shows the pets of a class. "),
                ("Fruit", ["pears", "plums", "figs", "limes"], $"The chart shows the fruit in a shop. "),
                ("Votes", ["red", "blue", "green", "gold"], $"The chart shows votes for a team color. "),
            ]);
        }
        var things = Goods(c.Work).Where(o => o.Plural.Length <= 9).Select(o => o.Plural).Distinct().ToArray();
        c.Use(WorkUse.Document);
        return things.Length >= 4
            ? (
                "Amounts",
                c.Rolls.Shuffle(things).Take(4).ToArray(),
                $"The chart shows what was counted at {c.Work.Setting}. ")
            : OnFourDays(c.Rolls.Pick(Goods(c.Work)).Plural, c.Work);
    }

    private static (string, string[], string) OnFourDays(string things, WorkContext work) =>
        (
            things,
            ["Mon", "Tue", "Wed", "Thu"],
            $"The chart shows the {things} counted at {work.Setting} on four days. ");

    /// <summary>Reads a bar chart. Params: value; step; ask (one, difference, total, most).</summary>
    private static Draft? BarChart(Commission c)
    {
        var step = c.Params.Int("step", 1);
        if (Topic(c) is not { } topic)
        {
            return null;
        }
        var values = topic.Labels.Select(_ => c.Draw("value") * step).ToArray();
        if (values.Distinct().Count() < values.Length)
        {
            return null;
        }
        var figure = Pictures.Bars(
            [.. topic.Labels.Zip(values)],
            Math.Max(step, values.Max() / 8 / step * step),
            topic.Title,
            $"A bar chart. {string.Join(", ", topic.Labels.Zip(values, (l, v) => $"{l}: {v}"))}.");
        var order = c.Rolls.Shuffle([0, 1, 2, 3]);
        var (i, j) = (order[0], order[1]);
        var (a, b) = values[i] > values[j] ? (i, j) : (j, i);
        var rows = topic.Labels.Select((l, k) => new { name = l, n = values[k] });
        var lead = topic.Lead;
        return c.Params.Text("ask") switch
        {
            "one" => Number(
                    c.Say(
                        $"{lead}How many are there for {topic.Labels[i]}?",
                        $"{lead}Read the bar of {topic.Labels[i]}. Which number does it reach?",
                        $"{lead}What is the count for {topic.Labels[i]}?"),
                    values[i],
                    Proof.Tally(rows, "sum", $"name = '{topic.Labels[i]}'", "n"),
                    "Follow the top of the bar to the numbers on the left.",
                    $"The bar of {topic.Labels[i]} reaches {values[i]}.",
                    figure: figure)
                .Maybe("math.reads-another-bar", values[j])
                .Maybe("math.ignores-the-scale", values[i] / step == values[i] ? values[i] + 1 : values[i] / step)
                .Maybe("math.reads-another-bar", values[order[2]]),
            "total" => Number(
                    c.Say(
                        $"{lead}How many are there in all?",
                        $"{lead}Add up all the bars. What is the total?",
                        $"{lead}What do the four counts make together?"),
                    values.Sum(),
                    Proof.Tally(rows, "sum", "n > 0", "n"),
                    "Write the four counts down and add them.",
                    $"{string.Join(" + ", values)} = {values.Sum()}.",
                    Demand.Reason,
                    figure: figure)
                .Maybe("math.leaves-one-out", values.Sum() - values[i])
                .Maybe("math.ignores-the-scale", step == 1 ? values.Sum() + 1 : values.Sum() / step)
                .Maybe("math.reads-another-bar", values.Max()),
            "most" => Choice(
                    c.Say(
                        $"{lead}Which has the most?",
                        $"{lead}Which bar is the highest?",
                        $"{lead}What was counted most often?"),
                    topic.Labels[Array.IndexOf(values, values.Max())],
                    Proof.Rows(rows, $"n = max({string.Join(", ", values)})"),
                    "Compare the tops of the bars.",
                    $"The highest bar reaches {values.Max()}.",
                    figure: figure)
                .Maybe("math.confuses-more-and-fewer", topic.Labels[Array.IndexOf(values, values.Min())])
                .Maybe("math.reads-another-bar", topic.Labels[Array.IndexOf(values, values.Order().ElementAt(2))])
                .Maybe("math.reads-another-bar", topic.Labels[Array.IndexOf(values, values.Order().ElementAt(1))]),
            _ => Number(
                    c.Say(
                        $"{lead}How many more are there for {topic.Labels[a]} than for {topic.Labels[b]}?",
                        $"{lead}By how much is the bar of {topic.Labels[a]} higher than that of {topic.Labels[b]}?",
                        $"{lead}What is the difference between {topic.Labels[a]} and {topic.Labels[b]}?"),
                    values[a] - values[b],
                    Proof.Such("{n}", $"{values[b]} + n = {values[a]}"),
                    "Read both bars, then compare.",
                    $"{values[a]} − {values[b]} = {values[a] - values[b]}.",
                    Demand.Reason,
                    figure: figure)
                .Maybe("math.adds-given-numbers", values[a] + values[b])
                .Maybe("math.reads-another-bar", values[a])
                .Maybe(
                    "math.ignores-the-scale",
                    step == 1 ? values[a] - values[b] + 1 : (values[a] - values[b]) / step),
        };
    }

    /// <summary>Measures of a small data set. Params: values; count; ask (mean, median, range, mode).</summary>
    private static Draft? DataTable(Commission c)
    {
        var count = c.Draw("count");
        var span = c.Params.Range("values");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var values = Enumerable.Range(0, count).Select(_ => s.Amount()).ToArray();
        var sorted = values.Order().ToArray();
        var ask = c.Params.Text("ask");
        var list = string.Join(", ", values);
        long sum = values.Sum();
        if (
            values.Distinct().Count() < count
            || (ask == "mean" && sum % count != 0)
            || (ask == "median" && count % 2 == 0 && (sorted[(count / 2) - 1] + sorted[count / 2]) % 2 != 0))
        {
            return null;
        }
        var mean = new Fraction(sum, count);
        var median = count % 2 == 1 ? sorted[count / 2] : (sorted[(count / 2) - 1] + sorted[count / 2]) / 2;
        var range = sorted[^1] - sorted[0];
        var unsorted = values[count / 2];
        var rows = values.Select(n => new { n });
        var key = ask switch
        {
            "mean" => mean,
            "median" => (Fraction)median,
            _ => range,
        };
        var why = ask switch
        {
            "mean" => $"{string.Join(" + ", values)} = {sum}; {sum} ÷ {count} = {mean}.",
            "median" => $"In order: {string.Join(", ", sorted)}. In the middle is {median}.",
            _ => $"{sorted[^1]} − {sorted[0]} = {range}.",
        };
        return mean == median || mean == range || median == range
            ? null
            : Number(
                    c.Say(
                        $"{s.Lead}On {count} days {s.Who.Name} counts these {s.Many}: {list}. What is the {ask}?",
                        $"{s.Lead}The {c.Document("list")} shows {s.Many} a day: {list}. Find the {ask}.",
                        $"{s.Lead}{count} shelves hold {list} {s.Many}. What is the {ask} of these numbers?",
                        $"{s.Lead}{s.Who.Name} writes down {list}. What is the {ask} of the numbers of {s.Many}?"),
                    key,
                    Proof.Tally(rows, ask, "n > 0", "n"),
                    ask switch
                    {
                        "mean" => "Share everything out evenly.",
                        "median" => "Put the numbers in order first.",
                        _ => "Compare the largest with the smallest.",
                    },
                    why,
                    ask == "mean" ? Demand.Apply : Demand.Apply)
                .Maybe(
                    ask == "median" ? "math.median-without-order" : "math.confuses-the-averages",
                    ask == "median" ? (Fraction)unsorted : median)
                .Maybe(
                    "math.confuses-the-averages",
                    ask == "range" ? (mean.IsWhole ? mean : (Fraction)sorted[^1]) : range)
                .Maybe("math.stops-after-one-step", ask == "mean" ? (Fraction)sum : sorted[^1])
                .Maybe("math.confuses-the-averages", (Fraction)sorted[0]);
    }
}
