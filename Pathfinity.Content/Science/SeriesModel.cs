using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// Draws measurements and asks for a value, the largest, a difference, a total, a count above a limit, a trend, the
/// biggest change or the claim that the data support. At work the numbers are amounts of the work. Params: series,
/// ask, points.
/// </summary>
internal sealed class ReadSeries() : ScienceModel("science.read-series")
{
    protected override Draft? Ask(Commission c)
    {
        var world = Worlds.Default.Series(c.Rolls.Pick(c.Params.List("series")));
        var n = Math.Min(world.Labels.Count, c.Params.Int("points", c.Young ? 4 : 5));
        var from = c.Rolls.Below(world.Labels.Count - n + 1);
        var labels = world.Labels.Skip(from).Take(n).ToList();
        var values = Values(c, world, from, n);
        if (values.Distinct().Count() < n || values.Min() < 0 || (world.Steady && !Follows(values, world.Base.Skip(from).ToList())))
        {
            return null;
        }
        var data = new Reading(c, world, labels, values);
        return c.Rolls.Pick(c.Params.List("ask", "value", "most", "difference")) switch
        {
            "value" => data.Value(),
            "most" => data.Most(),
            "difference" => data.Difference(),
            "total" => data.Total(),
            "above" => data.Above(),
            "change" => data.Change(),
            "trend" => data.Trend(),
            "mean" => data.Mean(),
            _ => data.Claim(),
        };
    }

    private static List<int> Values(Commission c, SeriesWorld world, int from, int n)
    {
        if (world.Shapes.Count > 0)
        {
            return [.. c.Rolls.Pick(world.Shapes).Skip(from).Take(n)];
        }
        if (world.Base.Count == 0)
        {
            var span = Span.Parse(world.Range);
            return [.. Enumerable.Range(0, n).Select(_ => span.Low + (world.Step * c.Rolls.Below(((span.High - span.Low) / world.Step) + 1)))];
        }
        var shift = c.Rolls.Between(-1, 2);
        return [.. world.Base.Skip(from).Take(n).Select(usual => usual + (world.Step * (shift + c.Rolls.Between(-1, 1))))];
    }

    /// <summary>True when each step goes the way it goes in the base.</summary>
    private static bool Follows(List<int> values, List<int> usual) =>
        Enumerable.Range(1, values.Count - 1).All(i => Math.Sign(values[i] - values[i - 1]) == Math.Sign(usual[i] - usual[i - 1]));

    /// <summary>A label with the word that goes before it: "in 2018", "on Monday", "at 8 AM", "for ramp A".</summary>
    private static string At(string label) => label.Split(' ') switch
    {
        [var year] when year.All(char.IsAsciiDigit) => $"in {label}",
        [var month] when CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(month) => $"in {label}",
        [var month, _] when CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(month) => $"on {label}",
        [var day] when CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Contains(day) => $"on {label}",
        ["day", _] => $"on {label}",
        ["week" or "month" or "hour" or "minute", _] => $"in {label}",
        [_, "AM" or "PM"] or ["noon" or "midnight"] => $"at {label}",
        _ => $"for {label}",
    };

    private sealed class Reading(Commission c, SeriesWorld world, List<string> labels, List<int> values)
    {
        private readonly Phrase lead = Asking.Lead(c);
        private readonly Phrase intro = Asking.Wording(c.Rolls.Pick(world.Intro));
        private readonly Phrase quantity = Asking.Wording(world.Quantity);
        private readonly Phrase item = Asking.Wording(world.Item);

        private string Frame => world.Unit.Length > 0 ? "{} " + world.Unit : "{}";

        private List<Row> Rows => [.. labels.Select((label, i) => new Row(label, values[i], i))];

        public Draft? Value()
        {
            var at = c.Rolls.Below(values.Count);
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} What was the {quantity} {At(labels[at])}?",
                1 => $"{lead}{intro} Read the value for {labels[at]}. What is the {quantity} there?",
                _ => $"{lead}{intro} Find {labels[at]}. What was the {quantity}?",
            };
            var near = at == 0 ? 1 : at - 1;
            var far = Enumerable.Range(0, values.Count).First(i => i != at && i != near);
            return Number(stem, values[at], Demand.Apply, $"The mark for {labels[at]} stands at {values[at]}.",
                    Proof.Rows(Rows, $"place = {at}", "value"), "Put a finger on the label and follow it to the top of the bar or the point.")
                .Wrong("science.reads-wrong-bar", values[near])
                .Maybe("science.reads-wrong-label", values[far])
                .Maybe("science.reads-next-line", values[at] + world.Step);
        }

        public Draft? Most()
        {
            var most = c.Rolls.Chance(0.6);
            var key = labels[values.IndexOf(most ? values.Max() : values.Min())];
            var word = Asking.Wording(most ? world.Most : world.Least);
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} For which {item} was the {quantity} the {word}?",
                1 => $"{lead}{intro} Which {item} shows the {word} {quantity}?",
                _ => $"{lead}{intro} Find the {item} with the {word} {quantity}. Which is it?",
            };
            var proof = Proof.Rows(Rows, $"value = {(most ? "max" : "min")}({string.Join(", ", values)})");
            return Choice(stem, key, Demand.Apply, $"{key} has {(most ? values.Max() : values.Min())}, the {(most ? "largest" : "smallest")} value.", proof,
                labels.Where(l => l != key).OrderBy(l => most ? -values[labels.IndexOf(l)] : values[labels.IndexOf(l)]),
                most ? "science.compares-wrong-way" : "science.least-means-most");
        }

        public Draft? Difference()
        {
            var (i, j) = Pair();
            var (big, small) = values[i] > values[j] ? (i, j) : (j, i);
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} How much more was the {quantity} {At(labels[big])} than {At(labels[small])}?",
                1 => $"{lead}{intro} Compare {labels[big]} and {labels[small]}. By how much do they differ?",
                _ => $"{lead}{intro} How much less was the {quantity} {At(labels[small])} than {At(labels[big])}?",
            };
            var key = values[big] - values[small];
            return Number(stem, key, Demand.Apply, $"{values[big]} − {values[small]} = {key}.",
                    Proof.Such("{n}", $"n + {values[small]} = {values[big]}"), "Read both values first. Then find how far apart they are.")
                .Maybe("science.adds-for-difference", values[big] + values[small])
                .Maybe("science.gives-one-value", values[big])
                .Maybe("science.gives-one-value", values[small])
                .Maybe("science.counts-lines-not-scale", key / world.Step);
        }

        public Draft? Total()
        {
            if (!world.Adds)
            {
                return null;
            }
            var total = values.Sum();
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} What is the total {quantity} for all {values.Count} together?",
                1 => $"{lead}{intro} Add up the {quantity} of every {item}. What is the sum?",
                _ => $"{lead}{intro} Put all {values.Count} together. What is the {quantity} then?",
            };
            return Number(stem, total, Demand.Apply, $"{string.Join(" + ", values)} = {total}.",
                    Proof.Tally(Rows, "sum", "value >= 0", "value"), "Read each value and add it to the ones before.")
                .Maybe("science.leaves-out-last", total - values[^1])
                .Maybe("science.gives-one-value", values.Max())
                .Maybe("science.counts-bars", values.Count)
                .Maybe("science.leaves-out-first", total - values[0]);
        }

        public Draft? Above()
        {
            var limit = values.Order().ElementAt(c.Rolls.Between(1, values.Count - 2));
            var key = values.Count(v => v > limit);
            Phrase stem = c.Rolls.Below(2) switch
            {
                0 => $"{lead}{intro} For how many was the {quantity} more than {limit} {Asking.Wording(world.Unit)}?",
                _ => $"{lead}{intro} Count each {item} where the {quantity} was above {limit} {Asking.Wording(world.Unit)}. How many are there?",
            };
            return Counted(stem, key, $"More than {limit}: {string.Join(", ", labels.Where((_, i) => values[i] > limit))}.",
                    Proof.Tally(Rows, "count", $"value > {limit}"))
                .Maybe("science.counts-equal-too", key + 1)
                .Maybe("science.compares-wrong-way", values.Count(v => v < limit))
                .Maybe("science.counts-bars", values.Count)
                .Maybe("science.gives-one-value", limit);
        }

        public Draft? Change()
        {
            var steps = Enumerable.Range(1, values.Count - 1).Select(i => (I: i, Rise: values[i] - values[i - 1])).ToList();
            var best = steps.MaxBy(s => s.Rise);
            if (best.Rise <= 0 || steps.Count(s => s.Rise == best.Rise) > 1)
            {
                return null;
            }
            string Name(int i) => $"from {labels[i - 1]} to {labels[i]}";
            Phrase stem = c.Rolls.Below(2) switch
            {
                0 => $"{lead}{intro} Between which two did the {quantity} rise the most?",
                _ => $"{lead}{intro} Find the steepest rise. When did the {quantity} grow the most?",
            };
            var proof = Proof.Rows(steps.Select(s => new { name = Name(s.I), before = values[s.I - 1], after = values[s.I] }).ToList(),
                $"after - before = {best.Rise}");
            return Choice(stem, Name(best.I), Demand.Reason, $"There it rose by {best.Rise}, more than anywhere else.", proof,
                steps.Where(s => s.I != best.I).OrderByDescending(s => values[s.I]).Select(s => Name(s.I)), "science.highest-means-fastest");
        }

        public Draft? Trend()
        {
            if (world.Base.Count > 0 || world.Shapes.Count > 0)
            {
                return TrendOf();
            }
            var rising = c.Rolls.Chance(0.5);
            var sorted = rising ? values.Order().ToList() : values.OrderDescending().ToList();
            var bump = c.Rolls.Chance(0.4);
            if (bump)
            {
                var at = c.Rolls.Between(1, sorted.Count - 2);
                (sorted[at], sorted[^1]) = (sorted[^1], sorted[at]);
            }
            return new Reading(c, world, labels, sorted).TrendOf();
        }

        public Draft? Mean()
        {
            if (values.Sum() % values.Count != 0)
            {
                return null;
            }
            var mean = values.Sum() / values.Count;
            var middle = values.Order().ElementAt(values.Count / 2);
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} What is the mean {quantity}?",
                1 => $"{lead}{intro} If the {quantity} had been the same for each {item} with the same total, what would it have been?",
                _ => $"{lead}{intro} Find the average {quantity} of the {values.Count} values.",
            };
            return Number(stem, mean, Demand.Apply, $"({string.Join(" + ", values)}) ÷ {values.Count} = {mean}.",
                    Proof.Tally(Rows, "mean", "value >= 0", "value"), "Add all values and divide by how many there are.")
                .Maybe("science.total-for-mean", values.Sum())
                .Maybe("science.middle-for-mean", middle)
                .Maybe("science.ends-for-mean", (values.Max() + values.Min()) / 2)
                .Maybe("science.gives-one-value", values.Max());
        }

        public Draft? Claim()
        {
            var (i, j) = Pair();
            var (k, l) = Pair();
            if ((i, j) == (k, l) || (i, j) == (l, k))
            {
                return null;
            }
            var (big, small) = values[i] > values[j] ? (i, j) : (j, i);
            var (other, less) = values[k] > values[l] ? (k, l) : (l, k);
            var (high, low) = (values.IndexOf(values.Max()), values.IndexOf(values.Min()));
            var kind = c.Rolls.Below(3);
            var key = kind == 0 ? More(big, small) : kind == 1 ? Greatest(high) : Least(low);
            var wrongs = new[]
            {
                (Claim: More(less, other), Bug: "science.compares-wrong-way"),
                (Claim: Greatest(Other(high)), Bug: "science.reads-wrong-bar"),
                (Claim: Least(Other(low)), Bug: "science.least-means-most"),
            };
            if (c.Rolls.Chance(0.5)) // any kind of claim may be right, and the ones beyond the data are not always there
            {
                wrongs[c.Rolls.Below(2) + (kind == 0 ? 1 : 0)] = (Beyond(), "science.claims-beyond-data");
            }
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} Which claim do these data support?",
                1 => $"{lead}{intro} Only one statement can be backed up by the data. Which one?",
                _ => $"{lead}{intro} Which conclusion follows from the figure alone?",
            };
            var draft = new Draft
            {
                Kind = QuestionKind.Choice,
                Stem = stem,
                Figure = Draw(),
                Key = [key.Text],
                Demand = Demand.Reason,
                Hint = "Check each statement against the values. Can the figure show it at all?",
                Rationale = (kind == 0 ? $"{labels[big]}: {values[big]}; {labels[small]}: {values[small]}." : $"The values go from {values[low]} to {values[high]}.")
                    + " The others are false, or the figure does not show them.",
                Proof = Proof.Rows(wrongs.Select(wrong => wrong.Claim).Prepend(key).Select(claim => new { name = claim.Text, a = claim.A, b = claim.B }), "a > b"),
            };
            return wrongs.Aggregate(draft, (own, wrong) => own.Wrong(wrong.Bug, wrong.Claim.Text));

            (string Text, long A, long B) More(int x, int y) =>
                ($"The {world.Quantity} {At(labels[x])} was more than {At(labels[y])}.", values[x], values[y]);
            (string Text, long A, long B) Greatest(int x) =>
                ($"The {world.Quantity} was greatest {At(labels[x])}.", values[x], values.Where((_, at) => at != x).Max());
            (string Text, long A, long B) Least(int x) =>
                ($"The {world.Quantity} was least {At(labels[x])}.", values.Where((_, at) => at != x).Min(), values[x]);
            int Other(int than) => c.Rolls.Pick(Enumerable.Range(0, values.Count).Where(at => at != than).ToList());
            (string Text, long A, long B) Beyond() => (c.Rolls.Below(3) switch
            {
                0 => "The differences come from the weather.",
                1 => $"The {world.Quantity} will be the same next time.",
                _ => $"The largest {world.Quantity} is the best.",
            }, 0, 0);
        }

        private Draft? TrendOf()
        {
            var rises = Enumerable.Range(1, values.Count - 1).Count(i => values[i] > values[i - 1]);
            var steps = values.Count - 1;
            string[] names = ["It rose the whole time.", "It fell the whole time.", "It rose at some times and fell at others."];
            var key = names[rises == steps ? 0 : rises == 0 ? 1 : 2];
            Phrase stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}{intro} How did the {quantity} change from {labels[0]} to {labels[^1]}?",
                1 => $"{lead}{intro} Which sentence describes the {quantity}?",
                _ => $"{lead}{intro} Look at the whole figure. What happened to the {quantity}?",
            };
            var proof = Proof.Rows(
                names.Select((name, kind) => new { name, kind, r = rises, f = steps - rises }).ToList(),
                "(kind = 0 and f = 0) or (kind = 1 and r = 0) or (kind = 2 and r > 0 and f > 0)");
            var draft = new Draft
            {
                Kind = QuestionKind.Choice,
                Stem = stem,
                Figure = Draw(),
                Key = [key],
                Demand = Demand.Apply,
                Hint = "Go from one value to the next. Up or down each time?",
                Rationale = $"The values in order are {string.Join(", ", values)}.",
                Proof = proof,
            };
            foreach (var wrong in names.Where(name => name != key))
            {
                draft.Wrong("science.compares-only-ends", wrong);
            }
            return draft;
        }

        private (int, int) Pair()
        {
            var i = c.Rolls.Below(values.Count);
            return (i, (i + c.Rolls.Between(1, values.Count - 1)) % values.Count);
        }

        private Draft Number(Phrase stem, int key, Demand demand, string why, Proof proof, string hint) => new()
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Figure = Draw(),
            Key = [Words.Number(key)],
            Frame = Frame,
            Demand = demand,
            Hint = hint,
            Rationale = why,
            Proof = proof,
        };

        private Draft Counted(Phrase stem, int key, string why, Proof proof) => new()
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Figure = Draw(),
            Key = [Words.Number(key)],
            Demand = Demand.Apply,
            Hint = "Draw a line across the figure at the limit.",
            Rationale = why,
            Proof = proof,
        };

        private Draft Choice(Phrase stem, string key, Demand demand, string why, Proof proof, IEnumerable<string> wrongs, string bug)
        {
            var draft = new Draft
            {
                Kind = QuestionKind.Choice,
                Stem = stem,
                Figure = Draw(),
                Key = [key],
                Demand = demand,
                Hint = "Compare the heights one by one.",
                Rationale = why,
                Proof = proof,
            };
            foreach (var wrong in wrongs.Take(3))
            {
                draft.Wrong(bug, wrong);
            }
            return draft;
        }

        private Figure Draw()
        {
            var counted = world.Unit.Length == 0 || world.Quantity.StartsWith("number", StringComparison.Ordinal);
            var axis = counted ? Words.Cap(world.Quantity) : $"{Words.Cap(world.Quantity)} ({world.Unit})";
            var alt = $"{(world.Kind == "line" ? "Line graph" : "Bar graph")} of the {world.Quantity}. "
                + string.Join(", ", labels.Select((label, i) => $"{label}: {values[i]}{(counted ? "" : " " + world.Unit)}")) + ".";
            var step = Math.Max(world.Step, (values.Max() / 8 / world.Step * world.Step) + (values.Max() / 8 % world.Step == 0 ? 0 : world.Step));
            return world.Kind == "line"
                ? SciencePictures.Line([.. labels.Select((label, i) => (label, (decimal)values[i]))], step, axis, "", alt)
                : Pictures.Bars([.. labels.Select((label, i) => (label, values[i]))], step, axis, alt);
        }
    }

    private sealed record Row(string name, int value, int place);
}
