using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Length, time, money, units and reading of data.</summary>
internal static partial class MeasureModels
{
    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.compare-lengths", CompareLengths, works: true),
            new Family("math.measure-length", MeasureLength, works: true),
            new Family("math.compare-measures", CompareMeasures, works: true),
            new Family("math.clock", Clock, works: true),
            new Family("math.elapsed-time", ElapsedTime, works: true),
            new Family("math.coins", Coins, works: true),
            new Family("math.bar-chart", BarChart, works: true),
            new Family("math.convert-units", ConvertUnits, works: true),
            new Family("math.data-table", DataTable, works: true),
            new Family("math.line-up", LineUp, works: true),
        ];

    /// <summary>Which of three strips is longest or shortest. Params: none.</summary>
    private static Draft? CompareLengths(Commission c)
    {
        var lengths = c.Rolls.Shuffle(Enumerable.Range(3, 9).ToArray()).Take(3).ToArray();
        var names = new[] { "red", "blue", "green" };
        string[] fills = [Drawing.Red, Drawing.Blue, Drawing.Green];
        var longest = c.Rolls.Chance(0.5);
        var drawing = new Drawing(300, 130);
        var starts = lengths.Select(_ => c.Rolls.Between(0, 3)).ToArray();
        for (var i = 0; i < 3; i++)
        {
            drawing.Rect(10 + (starts[i] * 18), 12 + (i * 38), lengths[i] * 18, 24, fills[i], Drawing.Ink, names[i]);
        }
        var ranked = Enumerable.Range(0, 3).OrderBy(i => longest ? -lengths[i] : lengths[i]).ToArray();
        var word = longest ? "longest" : "shortest";
        return Choice(
                SayAt(
                    c,
                    $"Which strip is the {word}?",
                    $"{c.Person().Name} needs the {word} strip. Which one is it?",
                    $"Compare the three strips. Find the {word} one.",
                    $"Look at both ends of each strip. Which strip is {word}?"),
                names[ranked[0]],
                Proof.Rows(
                    names.Select((n, i) => new { name = n, length = lengths[i] }),
                    $"length = {(longest ? "max" : "min")}({string.Join(", ", lengths)})"),
                "Line the strips up at one end in your mind.",
                $"The {names[ranked[0]]} strip is {lengths[ranked[0]]} steps long, the others are {lengths[ranked[1]]} and {lengths[ranked[2]]}.",
                figure: drawing.ToFigure(
                    string.Join(
                        " ",
                        names.Select((n, i) => $"The {n} strip runs from {starts[i]} to {starts[i] + lengths[i]}."))))
            .Wrong("math.looks-at-one-end-only", names[ranked[1]])
            .Wrong("math.confuses-long-and-short", names[ranked[2]]);
    }

    /// <summary>A length in cubes or centimeters, not always from zero. Params: from (0 or more), length.</summary>
    private static Draft? MeasureLength(Commission c)
    {
        var (from, length) = (c.Draw("from"), c.Draw("length"));
        var unit = c.Params.Text("unit", "cm");
        if (from == length)
        {
            return null;
        }
        var ticks = Math.Max(from + length + 1, 10);
        var drawing = new Drawing(40 + (ticks * 24), 100)
            .Rect(20 + (from * 24), 12, length * 24, 18, Drawing.Yellow, Drawing.Ink, "pencil")
            .Rect(20, 44, ticks * 24, 40, "#fff7e0");
        for (var i = 0; i <= ticks; i++)
        {
            drawing.Line(20 + (i * 24), 44, 20 + (i * 24), 58).Text(20 + (i * 24), 76, Words.Number(i), 12);
        }
        var who = c.Person();
        return Number(
                SayAt(
                    c,
                    $"How long is the yellow strip?",
                    $"{who.Name} holds a ruler under a strip. How long is the strip?",
                    $"Read the ruler. What is the length of the strip?",
                    $"The strip starts at {from} and ends at {from + length}. How long is it?"),
                length,
                Proof.Such("{n}", $"{from} + n = {from + length}"),
                "Count the spaces between the two ends, not the marks.",
                $"From {from} to {from + length} there are {length} spaces.",
                frame: $"{{}} {unit}",
                level: from > 0 ? 0.4 : -0.2,
                figure: drawing.ToFigure(
                    $"A strip above a ruler; it reaches from the mark {from} to the mark {from + length}."))
            .Maybe("math.reads-the-end-mark", from + length)
            .Maybe("math.counts-marks-not-spaces", length + 1)
            .Maybe("math.skips-one", length - 1)
            .Maybe("math.counts-the-other-part", ticks - length);
    }

    /// <summary>Compares two measured things of the work or of everyday life. Params: amount; unit list.</summary>
    private static Draft? CompareMeasures(Commission c)
    {
        var (a, b) = (c.Draw("amount"), c.Draw("amount"));
        var unit = c.Rolls.Pick(c.Params.List("units"));
        if (a == b || Math.Min(a, b) == Math.Abs(a - b))
        {
            return null;
        }
        (string, string)[] pairs = unit is "inches" or "centimeters"
            ? [("a stick", "a pole"), ("a bench", "a table"), ("a ribbon", "a scarf"), ("a shelf", "a board")]
            : [("a rope", "a hose"), ("a path", "a fence"), ("a wire", "a cable"), ("a wall", "a hedge")];
        var (x, y) = c.Rolls.Pick(pairs);
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Constraint);
        var thing = c.Work is null ? "" : c.Rolls.Pick(Goods(c.Work)).Plural;
        var (big, small) = (Math.Max(a, b), Math.Min(a, b));
        Phrase lead = c.Work switch
        {
            null => $"",
            _ => $"At {c.Work.Setting}, two ropes hang by the {thing}. ",
        };
        (x, y) = c.Work is null ? (x, y) : ("the first rope", "the second rope");
        return Number(
                c.Say(
                    $"{lead}{Words.Cap(x)} is {big} {unit} long and {y} is {small} {unit} long. How much longer is {x}?",
                    $"{lead}{Words.Cap(y)} measures {small} {unit}, {x} measures {big} {unit}. What is the difference?",
                    $"{lead}{Words.Cap(x)} is {big} {unit} long, {y} only {small} {unit}. How much shorter is {y}?"),
                big - small,
                Proof.Search("n", 0, big + small, $"{small} + n = {big}"),
                "How far is it from the shorter to the longer?",
                $"{big} − {small} = {big - small} {unit}.",
                frame: $"{{}} {unit}")
            .Maybe("math.adds-given-numbers", a + b)
            .Maybe("math.counts-the-start", big - small + 1)
            .Maybe("math.repeats-given-number", big)
            .Maybe("math.repeats-given-number", small);
    }

    private static string Time(int minutes) => $"{(((minutes / 60) + 11) % 12) + 1}:{minutes % 60:00}";

    /// <summary>Reads a clock. Params: step (minutes: 60, 30, 15, 5, 1).</summary>
    private static Draft? Clock(Commission c)
    {
        var step = c.Params.Int("step");
        var minutes = c.Rolls.Below(720 / step) * step;
        var (h, m) = (minutes / 60, minutes % 60);
        if (h * 5 == m)
        {
            return null;
        }
        var drawing = new Drawing(180, 180).Circle(90, 90, 80, "#ffffff");
        for (var i = 1; i <= 12; i++)
        {
            var (x, y) = ShapeModels.Turn(90 - (30 * i));
            drawing.Text(90 + (66 * x), 95 - (66 * y), Words.Number(i), 14);
        }
        var (hx, hy) = ShapeModels.Turn(90 - (minutes / 2));
        var (mx, my) = ShapeModels.Turn(90 - (6 * m));
        drawing
            .Line(90, 90, 90 + (36 * hx), 90 - (36 * hy), Drawing.Ink, 6)
            .Line(90, 90, 90 + (58 * mx), 90 - (58 * my), Drawing.Blue, 3);
        var swapped = (((m / 5) + 11) % 12 * 60) + 60 + ((h == 0 ? 12 : h) * 5 % 60);
        return Text(
                SayAt(
                    c,
                    $"What time does the clock show?",
                    $"{c.Person().Name} looks at the clock. What time is it?",
                    $"Read the clock.",
                    $"The short hand tells the hour, the long hand the minutes. What time is it?"),
                Time(minutes),
                Proof.Such("{h}:{m}", $"60 * mod(h, 12) + m = {minutes}", "0 <= m < 60"),
                "Read the short hand first: which number did it pass last?",
                $"The short hand has passed {(h == 0 ? 12 : h)}, the long hand shows {m} minutes: {Time(minutes)}.",
                level: step >= 30 ? -0.3 : 0.2,
                figure: drawing.ToFigure(
                    $"A round clock. The short hand is {(m == 0 ? "at" : "past")} {(h == 0 ? 12 : h)}, the long hand points to minute {m}."))
            .Maybe("math.swaps-clock-hands", Time(swapped))
            .Maybe("math.reads-the-next-hour", Time(minutes + 60))
            .Maybe("math.reads-minute-hand-as-number", $"{(h == 0 ? 12 : h)}:{(m == 0 ? 12 : m / 5):00}")
            .Maybe("math.misses-the-half-hour", Time((minutes + 30) % 720));
    }

    /// <summary>Duration, start or end. Params: step; length; ask (length, end, start).</summary>
    private static Draft? ElapsedTime(Commission c)
    {
        var step = c.Params.Int("step");
        var start = (7 * 60) + (c.Rolls.Below(12 * 60 / step) * step);
        var length = c.Draw("length") / step * step;
        if (length == 0 || length % 60 == 0 || start % 60 == 0)
        {
            return null;
        }
        var end = start + length;
        var what = c.Work is null
            ? c.Rolls.Pick(["A film", "A swim class", "A bus ride", "Band practice", "A picnic"])
            : Words.Cap(Words.A(c.Rolls.Pick(["shift", "training", "delivery round", "safety check"])))
                + $" at {c.Work.Setting}";
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Constraint);
        string Long(int m) => m < 60 ? $"{m} minutes" : $"{m / 60} h {m % 60} min";
        if (c.Params.Text("ask") == "length")
        {
            var naive = Math.Abs(((end / 60) - (start / 60)) * 60 + Math.Abs((end % 60) - (start % 60)));
            return Number(
                    c.Say(
                        $"{what} starts at {Time(start)} and ends at {Time(end)}. How many minutes does it last?",
                        $"{what} runs from {Time(start)} to {Time(end)}. How long is that in minutes?",
                        $"{what} begins at {Time(start)}. It is over at {Time(end)}. How many minutes went by?"),
                    length,
                    Proof.Such("{n}", $"{start} + n = {end}"),
                    "Go to the next full hour first.",
                    $"From {Time(start)} to {Time(end)} it is {length} minutes.",
                    frame: "{} minutes")
                .Maybe(
                    "math.subtracts-clock-as-decimal",
                    Math.Abs((end / 60 * 100) + (end % 60) - (start / 60 * 100) - (start % 60)))
                .Maybe("math.smaller-from-larger", naive)
                .Maybe("math.forgets-to-lower-next", length + 60)
                .Maybe("math.gives-the-wrong-part", end % 60)
                .Maybe("math.forgets-to-lower-next", length > 60 ? length - 60 : length + 40);
        }
        var forward = c.Params.Text("ask") == "end";
        var key = forward ? end : start;
        return Text(
                forward
                    ? c.Say(
                        $"{what} starts at {Time(start)} and lasts {Long(length)}. When does it end?",
                        $"{what} begins at {Time(start)}. It takes {Long(length)}. At what time is it over?",
                        $"It is {Time(start)}. {what} takes {Long(length)} from now. When will it be done?")
                    : c.Say(
                        $"{what} ends at {Time(end)}. It lasts {Long(length)}. When does it start?",
                        $"{what} must be over at {Time(end)} and takes {Long(length)}. When must it begin?",
                        $"{what} lasted {Long(length)} and ended at {Time(end)}. At what time did it start?"),
                Time(key),
                Proof.Such("{h}:{m}", $"mod(60 * h + m - {key}, 720) = 0", "0 <= m < 60"),
                "Go to the next full hour first.",
                $"{Long(length)} {(forward ? "after" : "before")} {Time(forward ? start : end)} is {Time(key)}.",
                level: 0.2)
            .Maybe("math.hundred-minutes-an-hour", Time(forward ? end + 40 : start - 40))
            .Maybe("math.moves-the-wrong-way", Time(forward ? start - length : end + length))
            .Maybe("math.forgets-to-lower-next", Time(forward ? end - 60 : start + 60))
            .Maybe("math.adds-hours-only", Time((forward ? start : end) + (forward ? 60 : -60)));
    }

    /// <summary>The worth of some coins. Params: quarters, dimes, nickels, pennies.</summary>
    private static Draft? Coins(Commission c)
    {
        int[] values = [25, 10, 5, 1];
        string[] names = ["quarter", "dime", "nickel", "penny"];
        string[] many = ["quarters", "dimes", "nickels", "pennies"];
        var counts = many.Select(m => c.Draw(m, 0, 0)).ToArray();
        var total = counts.Zip(values, (n, v) => n * v).Sum();
        var kinds = counts.Count(n => n > 0);
        if (total is 0 or > 200 || kinds == 0 || counts.Sum() < 2)
        {
            return null;
        }
        var list = Words.List([
            .. Enumerable.Range(0, 4).Where(i => counts[i] > 0).Select(i => Words.Count(counts[i], names[i], many[i])),
        ]);
        var drawing = new Drawing(20 + (counts.Sum() * 40), 60);
        var x = 26.0;
        for (var i = 0; i < 4; i++)
        {
            for (var k = 0; k < counts[i]; k++, x += 40)
            {
                drawing
                    .Circle(
                        x,
                        30,
                        i switch
                        {
                            0 => 18,
                            2 => 16,
                            3 => 14,
                            _ => 13,
                        },
                        i == 3 ? "#c77b4a" : "#cfd6de",
                        Drawing.Ink,
                        names[i])
                    .Text(x, 35, $"{values[i]}¢", 11);
            }
        }
        return Number(
                SayAt(
                    c,
                    $"How many cents are these coins worth?",
                    $"{c.Person().Name} has {list}. How many cents is that?",
                    $"Count the money: {list}.",
                    $"What is the value of {list} in cents?"),
                total,
                Proof.Replay(
                    [
                        "n := 0",
                        .. Enumerable
                            .Range(0, 4)
                            .SelectMany(i => Enumerable.Repeat($"n := n + {values[i]}", counts[i])),
                    ],
                    "n"),
                "Begin with the coin that is worth most.",
                $"{string.Join(" + ", Enumerable.Range(0, 4).Where(i => counts[i] > 0).Select(i => $"{counts[i]} × {values[i]}"))} = {total} cents.",
                frame: "{}¢",
                figure: drawing.ToFigure($"Coins: {list}."))
            .Maybe("math.counts-coins-not-value", counts.Sum())
            .Maybe("math.swaps-dime-and-nickel", total + (5 * counts[2]) - (5 * counts[1]))
            .Maybe("math.one-group-too-few", total - values[Array.FindIndex(counts, n => n > 0)])
            .Maybe("math.every-coin-is-ten", 10 * counts.Sum());
    }

    /// <summary>Converts units. Params: pairs ("feet inches 12"), amount; back.</summary>
    private static Draft? ConvertUnits(Commission c)
    {
        var pair = c.Rolls.Pick(c.Params.List("pairs")).Split(' ');
        var (big, small, k) = (pair[0], pair[1], int.Parse(pair[2], System.Globalization.CultureInfo.InvariantCulture));
        var n = c.Draw("amount");
        var back = c.Params.Flag("back");
        var (given, from, key, to) = back ? (n * k, small, n, big) : (n, big, n * k, small);
        if (n == k || n < 2)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Document);
        Phrase lead = c.Work switch
        {
            null => $"",
            _ => $"{Words.Cap(Words.A(c.Document("note")))} at {c.Work.Setting} says {given} {from}. ",
        };
        var who = c.Person();
        return Number(
                c.Say(
                    $"{lead}How many {to} are {given} {from}?",
                    $"{lead}{who.Name} needs {given} {from} in {to}. How many {to} is that?",
                    $"{lead}Change {given} {from} into {to}.",
                    $"{lead}Write {given} {from} as {to}."),
                Words.Grouped(key),
                back ? Proof.Such("{n}", $"n * {k} = {given}") : Proof.Such("{n}", $"n / {k} = {given}"),
                $"How many {small} make up one of the {big}? Will there be more or fewer {to}?",
                $"{(back ? $"{given} ÷ {k}" : $"{given} × {k}")} = {Words.Grouped(key)} {to}.",
                frame: $"{{}} {to}")
            .Maybe(
                "math.converts-the-wrong-way",
                back ? Words.Grouped((long)given * k)
                    : given % k == 0 ? Words.Grouped(given / k)
                    : Words.Number(Math.Round((decimal)given / k, 2)))
            .Maybe("math.adds-instead-of-multiplying", Words.Grouped(back ? given - k : given + k))
            .Maybe(
                "math.assumes-factor-ten",
                k == 10 ? Words.Grouped(given * 100L)
                    : back ? Words.Number(given / 10m)
                    : Words.Grouped(given * 10L))
            .Maybe("math.assumes-factor-ten", k == 100 ? Words.Grouped(given * 1000L) : Words.Grouped(given * 100L));
    }

    /// <summary>First, second, third in a line. Params: count.</summary>
    private static Draft? LineUp(Commission c)
    {
        var n = c.Draw("count");
        string[] names = c.Work is null
            ? [.. c.Rolls.Shuffle(["cat", "dog", "hen", "pig", "cow", "fox", "duck", "frog"]).Take(n)]
            : [.. c.Rolls.Shuffle(Goods(c.Work).Select(o => o.Singular).Distinct().ToArray()).Take(n)];
        if (names.Length < 3)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Quantity);
        var at = c.Rolls.Below(names.Length);
        Phrase lead = c.Work switch
        {
            null => $"",
            _ => $"At {c.Work.Setting}, things stand in a row. ",
        };
        var row = string.Join(", ", names);
        var draft = Choice(
            c.Say(
                $"{lead}Listen to the row: {row}. Which is {Words.Ordinal(at + 1)}?",
                $"{lead}They stand in this order: {row}. Which one is {Words.Ordinal(at + 1)}?",
                $"{lead}From first to last, the row is {row}. What is {Words.Ordinal(at + 1)}?",
                $"{lead}Here is a line: {row}. Find the {Words.Ordinal(at + 1)} one."),
            names[at],
            Proof.Rows(names.Select((name, i) => new { name, place = i + 1 }), $"place = {at + 1}"),
            "Start at the first and say first, second, third.",
            $"The {Words.Ordinal(at + 1)} in the row is the {names[at]}.",
            Demand.Recall);
        return draft
            .Maybe("math.counts-from-the-other-end", names[names.Length - 1 - at])
            .Maybe("math.skips-one", names[(at + 1) % names.Length])
            .Maybe("math.counts-the-start", names[(at + names.Length - 1) % names.Length])
            .Maybe("math.names-the-last", names[^1]);
    }
}
