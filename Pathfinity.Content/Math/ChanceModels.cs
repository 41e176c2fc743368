using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Probability, counting and statistics.</summary>
internal static partial class ChanceModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.chance-draw", ChanceDraw, works: true),
            new Family("math.chance-expect", ChanceExpect, works: true),
            new Family("math.chance-two", ChanceTwo, works: true),
            new Family("math.count-ways", CountWays, works: true),
            new Family("math.choose-arrange", ChooseArrange, works: true),
            new Family("math.two-way-table", TwoWayTable, works: true),
            new Family("math.expected-value", ExpectedValue, works: true),
            new Family("math.z-score", ZScore, works: true),
            new Family("math.normal-share", NormalShare, works: true),
            new Family("math.weighted-mean", WeightedMean, works: true),
            new Family("math.outlier-effect", OutlierEffect, works: true),
            new Family("math.sample-estimate", SampleEstimate, works: true),
            new Family("math.trend-predict", TrendPredict, works: true),
        ];

    /// <summary>One draw. Params: count; not (true for the complement).</summary>
    private static Draft? ChanceDraw(Commission c)
    {
        long a = c.Draw("count"),
            b = c.Draw("count"),
            d = c.Draw("count");
        if (c.Scene(1, 5000) is not { } s || a == b || b == d || a == d)
        {
            return null;
        }
        var not = c.Params.Flag("not");
        var total = a + b + d;
        var key = new Fraction(not ? b + d : a, total);
        var rows = new[] { new { kind = "red", n = a }, new { kind = "blue", n = b }, new { kind = "green", n = d } };
        return Text(
                c.Say(
                    $"{s.Lead}In a box, {a} {s.Many} have a red tag, {b} a blue tag and {d} a green tag. {s.Who.Name} takes one without looking. What is the probability that its tag is {(not ? "not red" : "red")}?",
                    $"{s.Lead}Of the {s.Many} on a table, {a} have a red label, {b} a blue one and {d} a green one. One is picked at random. How likely is it that its label is {(not ? "not red" : "red")}?",
                    $"{s.Lead}{s.Who.Name} checks one of {total} {s.Many} at random: {a} carry a red dot, {b} a blue dot and {d} a green dot. What is the probability that the dot is {(not ? "some other color than red" : "red")}?"),
                key.ToString(),
                Proof.Such(
                    "{p}",
                    $"p * ({string.Join(" + ", rows.Select(r => r.n))}) = {string.Join(" + ", rows.Where(r => r.kind == "red" != not).Select(r => r.n))}"),
                "Wanted outcomes over all outcomes.",
                $"{(not ? b + d : a)} of {total}: {key}.")
            .Maybe("math.part-to-part", new Fraction(not ? b + d : a, not ? a : b + d))
            .Maybe("math.counts-the-other-part", new Fraction(not ? a : b + d, total))
            .Maybe("math.equal-chance-for-all", new Fraction(not ? 2 : 1, 3))
            .Maybe("math.fraction-upside-down", 1 / key);
    }

    /// <summary>Expected count from a probability. Params: count; trials.</summary>
    private static Draft? ChanceExpect(Commission c)
    {
        long a = c.Draw("count"),
            total = a + c.Draw("count"),
            k = c.Draw("trials");
        var n = total * k;
        if (c.Scene(1, 100000) is not { } s || a * 2 == total || Fraction.Gcd(a, total) > 1 || a == k)
        {
            return null;
        }
        return Number(
                c.Say(
                    $"{s.Lead}In a test, {a} of {total} {s.Many} had a scratch. How many of {n} {s.Many} can be expected to have one?",
                    $"{s.Lead}The chance that {Words.A(s.One)} passes the check at once is {a}/{total}. About how many of {n} {s.Many} should pass at once?",
                    $"{s.Lead}On average, {a} of every {total} {s.Many} have to be replaced. How many of {n} {s.Many} should {s.Who.Name} expect to replace?"),
                a * k,
                Proof.Such("{n}", $"n / {n} = {a}/{total}"),
                "The same share of the larger number.",
                $"{a}/{total} of {n} is {a * k}.")
            .Maybe("math.counts-the-other-part", n - (a * k))
            .Maybe("math.gives-the-wrong-part", k)
            .Maybe("math.additive-not-multiplicative", n - (total - a))
            .Maybe("math.half-chance-always", n / 2);
    }

    /// <summary>Two draws. Params: count; back (true with replacement).</summary>
    private static Draft? ChanceTwo(Commission c)
    {
        long a = c.Draw("count"),
            b = c.Draw("count");
        if (c.Scene(1, 5000) is not { } s || a == b || a < 2)
        {
            return null;
        }
        var total = a + b;
        var back = c.Params.Flag("back");
        var key = back ? new Fraction(a * a, total * total) : new Fraction(a * (a - 1), total * (total - 1));
        var other = back ? new Fraction(a * (a - 1), total * (total - 1)) : new Fraction(a * a, total * total);
        return Text(
                c.Say(
                    $"{s.Lead}A box has {a} {s.Many} with a mark and {b} without. {s.Who.Name} takes one without looking, {(back ? "puts it back" : "keeps it")} and takes another. What is the probability that both have a mark?",
                    $"{s.Lead}Of {total} {s.Many}, {a} have a mark. Two are picked at random, {(back ? "and the first is put back before the second is picked" : "one after the other, and neither is put back")}. How likely is it that both have a mark?",
                    $"{s.Lead}{s.Who.Name} picks two of {total} {s.Many} at random, one after the other, {(back ? "and puts the first one back in between" : "without putting the first one back")}. Of the {total}, {a} have a mark. What is the probability that both of those picked have one?"),
                key.ToString(),
                back
                    ? Proof.Such("{p}", $"p * {total}^2 = {a}^2")
                    : Proof.Such("{p}", $"p * choose({total}, 2) = choose({a}, 2)"),
                back ? "The second draw is like the first." : "After the first draw one fewer is there.",
                back ? $"{a}/{total} × {a}/{total} = {key}." : $"{a}/{total} × {a - 1}/{total - 1} = {key}.",
                Demand.Reason)
            .Maybe(back ? "math.forgets-the-replacement" : "math.forgets-the-missing-one", other)
            .Maybe("math.adds-probabilities", new Fraction(2 * a, total))
            .Maybe("math.stops-after-one-step", new Fraction(a, total))
            .Maybe("math.part-to-part", new Fraction(a * a, total * b));
    }

    /// <summary>Counting principle. Params: count.</summary>
    private static Draft? CountWays(Commission c)
    {
        long a = c.Draw("count"),
            b = c.Draw("count"),
            d = c.Draw("count");
        if (c.Scene(1, 5000) is not { } s || a == b || b == d)
        {
            return null;
        }
        return Number(
                c.Say(
                    $"{s.Lead}A parcel of {s.Many} goes in one of {a} boxes, with one of {b} labels and one of {d} ribbons. How many different parcels are possible?",
                    $"{s.Lead}{s.Who.Name} plans a gift set of {s.Many} and chooses one of {a} bags, one of {b} bows and one of {d} cards. How many different sets are possible?",
                    $"{s.Lead}An order form for {s.Many} gives {a} choices of pack, {b} of delivery and {d} of payment. How many different ways are there to fill it in?"),
                a * b * d,
                Proof.Tally(
                    Enumerable.Range(1, (int)a).SelectMany(x => Enumerable.Range(1, (int)b).Select(y => new { x, y })),
                    "sum",
                    "x > 0",
                    $"{d}"),
                "For each first choice, how many second ones? For each of those pairs, how many third ones?",
                $"{a} × {b} × {d} = {a * b * d}.")
            .Maybe("math.adds-instead-of-multiplying", a + b + d)
            .Maybe("math.stops-after-one-step", a * b)
            .Maybe("math.adds-last-choice", (a * b) + d)
            .Maybe("math.one-group-too-few", a * b * (d - 1));
    }

    /// <summary>Arrangements and choices. Params: n; k; kind (arrange, choose).</summary>
    private static Draft? ChooseArrange(Commission c)
    {
        long n = c.Draw("n"),
            k = c.Draw("k");
        if (c.Scene(1, 5000) is not { } s || k >= n - 1 || k < 2)
        {
            return null;
        }
        long arranged = 1,
            fact = 1,
            repeated = 1;
        for (long i = 0; i < k; i++)
        {
            arranged *= n - i;
            fact *= i + 1;
            repeated *= n;
        }
        var choose = c.Params.Text("kind") == "choose";
        var key = choose ? arranged / fact : arranged;
        return Number(
                choose
                    ? c.Say(
                        $"{s.Lead}{s.Who.Name} picks {k} of {n} different {s.Many} for a box. The order does not matter. How many choices are there?",
                        $"{s.Lead}A team of {k} is chosen from {n} people to count the {s.Many}. How many teams are possible?",
                        $"{s.Lead}A show case has room for {k} of {n} different {s.Many}. How many different groups of {k} can be shown?")
                    : c.Say(
                        $"{s.Lead}{s.Who.Name} puts {k} of {n} different {s.Many} in a row from left to right. How many different rows are possible?",
                        $"{s.Lead}There are {k} different tasks with the {s.Many}, and each goes to a different one of {n} people. In how many ways can the tasks be given out?",
                        $"{s.Lead}A code on the {s.Many} is {k} letters long. It uses {n} letters, none of them twice. How many codes are there?"),
                Words.Grouped(key),
                choose ? Proof.Value($"choose({n}, {k})") : Proof.Such("{x}", $"x / choose({n}, {k}) = fact({k})"),
                choose
                    ? "First count rows, then note how many rows are the same choice."
                    : "How many can be first, how many second?",
                choose
                    ? $"{Words.Grouped(arranged)} ÷ {fact} = {Words.Grouped(key)}."
                    : $"{string.Join(" × ", Enumerable.Range(0, (int)k).Select(i => n - i))} = {Words.Grouped(key)}.",
                Demand.Reason)
            .Maybe("math.order-counts-or-not", Words.Grouped(choose ? arranged : arranged / fact))
            .Maybe("math.repeats-allowed", Words.Grouped(repeated))
            .Maybe("math.multiplies-n-and-k", Words.Grouped(n * k))
            .Maybe("math.adds-given-numbers", Words.Grouped(n + k));
    }

    /// <summary>Expected value of a small gamble. Params: win; ways.</summary>
    private static Draft? ExpectedValue(Commission c)
    {
        long n = c.Draw("ways"),
            price = c.Draw("price");
        var wins = c.Params.Range("win");
        var win = n * c.Rolls.Between((int)((wins.Low + n - 1) / n), (int)(wins.High / n));
        if (c.Scene(1, 5000) is not { } s || win / n == price)
        {
            return null;
        }
        var key = (win / n) - price;
        return Number(
                c.Say(
                    $"{s.Lead}A raffle ticket costs ${price}. One of {n} tickets wins {s.Many} worth ${win}; the others win nothing. What is the expected gain of one ticket, in dollars, after its cost?",
                    $"{s.Lead}At a fair, {s.Who.Name} pays ${price} to draw one of {n} cards. One card wins {s.Many} worth ${win}; the others win nothing. What is the average gain of a draw in dollars, after its cost?",
                    $"{s.Lead}A test of {s.Many} costs ${price}. In one of {n} tests it saves ${win}, otherwise nothing. How many dollars does a test bring on average, after its cost?"),
                key,
                Proof.Such("{x}", $"x * {n} = ({win} - {price}) + ({n} - 1) * (0 - {price})"),
                "Imagine that every ticket is bought once.",
                $"{win} ÷ {n} − {price} = {Words.Number(key)}.",
                Demand.Reason)
            .Maybe("math.forgets-the-price", win / n)
            .Maybe("math.finds-the-difference", win - price)
            .Maybe("math.wrong-sign", -key)
            .Maybe("math.gives-the-wrong-part", win - (n * price));
    }
}
