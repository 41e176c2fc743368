using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Counting, comparing and ordering whole numbers.</summary>
internal static class CountingModels
{
    private const string Miscounts = "math.skips-one";

    public static IEnumerable<ItemModel> All =>
        [
            new CountPicture(),
            new CompareAmounts(),
            new Family("math.which-group", WhichGroup, works: true),
            new Family("math.number-path", NumberPath, works: true),
            new Family("math.ten-frame", TenFrame, works: true),
            new Family("math.compare-numbers", CompareNumbers, works: true),
            new Family("math.order-numbers", OrderNumbers),
            new Family("math.number-word", NumberWord),
            new Family("math.one-more", OneMore, works: true),
        ];

    /// <summary>Three rows of things; which has most, fewest, or as many as another. Params: count, ask.</summary>
    private static Draft? WhichGroup(Commission c)
    {
        var span = c.Params.Range("count");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var (a, b, d) = (s.Amount(), s.Amount(), s.Amount());
        if (a == b || b == d || a == d)
        {
            return null;
        }
        var most = c.Params.Text("ask") == "most";
        var rows = new[] { ("red", a), ("blue", b), ("green", d) };
        var ranked = rows.OrderBy(r => most ? -r.Item2 : r.Item2).ToArray();
        string[] colours = [Drawing.Red, Drawing.Blue, Drawing.Green];
        var icon = c.Rolls.Pick(Pictures.Icons);
        var figure = Pictures.Groups(
            [.. rows.Select((r, i) => (r.Item1, r.Item2, icon, colours[i]))],
            $"A red row of {string.Join(' ', Enumerable.Repeat("x", a))}, a blue row of {string.Join(' ', Enumerable.Repeat("x", b))}, a green row of {string.Join(' ', Enumerable.Repeat("x", d))}.");
        var word = most ? "most" : "fewest";
        var stem = c.Say(
            $"{s.Lead}Each shape is one of the {s.Many}. Which row has the {word}?",
            $"{s.Lead}{s.Who.Name} wants the row with the {word} {s.Many}. Which row is it?",
            $"{s.Lead}Look at the rows. Each shape stands for one of the {s.Many}. Where are the {word}?",
            $"{s.Lead}The picture shows three rows of {s.Many}. Find the row with the {word}.");
        return Choice(
                stem,
                ranked[0].Item1,
                Proof.Rows(
                    rows.Select(r => new { name = r.Item1, n = r.Item2 }),
                    most ? $"n = max({a}, {b}, {d})" : $"n = min({a}, {b}, {d})"),
                "Match the rows one to one. Which row goes on the longest?",
                $"The {ranked[0].Item1} row has {ranked[0].Item2}, the others have {ranked[1].Item2} and {ranked[2].Item2}.",
                figure: figure)
            .Wrong(most ? "math.confuses-more-and-fewer" : "math.confuses-more-and-fewer", ranked[2].Item1)
            .Wrong("math.judges-by-looks", ranked[1].Item1);
    }

    /// <summary>A gap in a row of numbers. Params: from, step, down (true for backwards).</summary>
    private static Draft? NumberPath(Commission c)
    {
        var step = int.Parse(c.Rolls.Pick(c.Params.List("step")), System.Globalization.CultureInfo.InvariantCulture);
        var start = c.Draw("from");
        var down = c.Params.Flag("down");
        if (down && start - (4 * step) < 0)
        {
            return null;
        }
        var sign = down ? -1 : 1;
        var gap = c.Rolls.Between(1, 4);
        var numbers = Enumerable.Range(0, 5).Select(i => start + (sign * step * i)).ToArray();
        var shown = string.Join(", ", numbers.Select((n, i) => i == gap ? "___" : Words.Number(n)));
        var key = numbers[gap];
        Phrase stem;
        if (c.Work is null)
        {
            stem = c.Say(
                $"Which number is missing? {shown}",
                $"Fill the gap: {shown}",
                $"{c.Person().Name} counts {shown}. Which number belongs in the gap?",
                $"A row of numbers has a gap. {shown}. Find the number.");
        }
        else
        {
            var one = c.Rolls.Pick(Goods(c.Work));
            c.Use(WorkUse.Document);
            var paper = c.Document("list");
            var place = c.Work.Setting;
            stem = c.Say(
                $"At {place}, tags are numbered in order. They read {shown}. Which number is on the tag in the gap?",
                $"The {paper} at {place} has numbered lines: {shown}. One number cannot be read. Which is it?",
                $"Somebody at {place} counts {one.Plural} {(step == 1 ? "one by one" : $"by {Words.Spelled(step)}{(step == 6 ? "es" : "s")}")} and writes {shown}. Which number was left out?");
        }
        var draft = Number(
                stem,
                key,
                Proof.Such("{n}", $"n - {numbers[gap - 1]} = {sign * step}"),
                $"How far is it from one number to the next?",
                $"Each number is {step} {(down ? "less" : "more")} than the one before: {numbers[gap - 1]}, then {key}.",
                level: (step > 1 ? 0.2 : -0.2) + (down ? 0.3 : 0))
            .Maybe("math.counts-by-one-instead", numbers[gap - 1] + sign);
        var back = numbers[gap - 1] - (sign * step);
        return (back < 0 ? draft : draft.Maybe("math.counts-in-the-other-direction", back))
            .Maybe("math.skips-a-number", key + (sign * (step == 1 ? 1 : step)))
            .Maybe("math.counts-on-from-wrong-decade", key + (key < 20 ? 3 : 10));
    }

    /// <summary>A ten-frame: how many, or how many more make ten. Params: count, ask (count, to-ten).</summary>
    private static Draft? TenFrame(Commission c)
    {
        var n = c.Draw("count");
        var ask = c.Params.Text("ask");
        var drawing = new Drawing(220, 94);
        for (var i = 0; i < 10; i++)
        {
            drawing.Rect(10 + (i % 5 * 40), 6 + (i / 5 * 40), 40, 40, "#ffffff");
            if (i < n)
            {
                drawing.Circle(30 + (i % 5 * 40), 26 + (i / 5 * 40), 14, Drawing.Red, Drawing.Ink, "dot");
            }
        }
        var figure = drawing.ToFigure($"A frame of two rows of five boxes. {Words.Count(n, "box holds", "boxes hold")} a dot, {Words.Count(10 - n, "is", "are")} empty.");
        var who = c.Person();
        if (ask == "count")
        {
            return Number(
                    SayAt(
                        c,
                        $"How many dots are in the ten-frame?",
                        $"{who.Name} put dots in a ten-frame. How many dots are there?",
                        $"Look at the frame. Count the dots.",
                        $"Each row holds five. How many dots do you see?"),
                    n,
                    Proof.Such("{k}", $"k + {10 - n} = 10"),
                    "A full row is five. Count on from there.",
                    $"{Words.Count(10 - n, "box is", "boxes are")} empty, so {n} of the ten hold a dot.",
                    figure: figure)
                .Maybe("math.counts-the-empty-boxes", 10 - n)
                .Maybe(Miscounts, n - 1)
                .Maybe("math.counts-one-twice", n + 1);
        }
        return Number(
                SayAt(
                    c,
                    $"How many more dots make ten?",
                    $"{who.Name} wants to fill the ten-frame. How many more dots does {who.They} need?",
                    $"Here {(n == 1 ? "is 1 dot" : $"are {n} dots")}. How many must be added to have 10?",
                    $"{n} + ___ = 10. Use the frame to find the missing number."),
                10 - n,
                Proof.Search("k", 0, 20, $"{n} + k = 10"),
                "Count the empty boxes.",
                $"{Words.Count(n, "box is", "boxes are")} full, {Words.Count(10 - n, "is", "are")} empty, and {n} + {10 - n} = 10.",
                level: 0.1,
                figure: figure)
            .Maybe("math.counts-the-dots-not-the-gap", n)
            .Maybe("math.counts-the-start", 11 - n)
            .Maybe("math.skips-one", 9 - n);
    }

    /// <summary>The sign between two numbers. Params: range; close (true to share the leading digit).</summary>
    private static Draft? CompareNumbers(Commission c)
    {
        var range = c.Params.Range("range");
        long a = range.Draw(c.Rolls),
            b = range.Draw(c.Rolls);
        if (c.Rolls.Chance(0.5) && range.High > 20)
        {
            b = Swapped(a); // the same digits in another order: the numbers that place value is for
        }
        if (a == b || !range.Has(b))
        {
            return null;
        }
        var key = a < b ? "<" : ">";
        string[] signs = ["<", "=", ">"];
        if (c.Work is null && range.High <= 10)
        {
            var (more, fewer) = a > b ? (a, b) : (b, a);
            return Choice(
                    c.Say(
                        $"Which number is greater, {a} or {b}?",
                        $"{c.Person().Name} may take {a} or {b} grapes and wants more. Which number is more?",
                        $"Say both numbers: {a} and {b}. Which one comes later when you count?",
                        $"Which is more: {a} blocks or {b} blocks?"),
                    Words.Number(more),
                    Proof.Such("{n}", $"n >= {a}", $"n >= {b}", $"(n - {a}) * (n - {b}) = 0"),
                    "Count from one. Which number do you say later?",
                    $"When you count, {more} comes after {fewer}, so it is more.")
                .Wrong("math.confuses-more-and-fewer", fewer == 0 ? "0" : Words.Number(fewer))
                .Maybe("math.adds-given-numbers", a + b);
        }
        if (c.Work is null)
        {
            return Choice(
                    c.Say(
                        $"Which sign belongs between the numbers? {Words.Grouped(a)} ___ {Words.Grouped(b)}",
                        $"Compare {Words.Grouped(a)} and {Words.Grouped(b)}. Which sign makes {Words.Grouped(a)} ___ {Words.Grouped(b)} true?",
                        $"{c.Person().Name} writes {Words.Grouped(a)} ___ {Words.Grouped(b)}. Which sign is right?",
                        $"Make it true: {Words.Grouped(a)} ___ {Words.Grouped(b)}"),
                    key,
                    Proof.Rows(
                        new[]
                        {
                            new { name = "<", holds = a - b < 0 },
                            new { name = "=", holds = a - b == 0 },
                            new { name = ">", holds = a - b > 0 },
                        },
                        "holds"),
                    "Compare the digits from the left, place by place.",
                    $"{Words.Grouped(a)} is {(a < b ? "less" : "greater")} than {Words.Grouped(b)}.",
                    shown: signs)
                .Wrong("math.reads-the-sign-backwards", a < b ? ">" : "<")
                .Wrong("math.same-digits-same-number", "=");
        }
        if (
            c.Scene(range.Low, range.High) is not { } s
            || !new Span(s.Low, s.High).Has(a)
            || !new Span(s.Low, s.High).Has(b))
        {
            return null;
        }
        var (big, small) = a > b ? (a, b) : (b, a);
        var sum = Words.Grouped(a + b);
        return Choice(
                c.Say(
                    $"{s.Lead}One list says {Words.Grouped(a)} {s.Many}, another says {Words.Grouped(b)}. {s.Who.Name} needs the list with more. Which number is it?",
                    $"{s.Lead}On Monday there were {Words.Grouped(a)} {s.Many}, on Tuesday {Words.Grouped(b)}. What was the greater number?",
                    $"{s.Lead}{s.Who.Name} must report the larger of {Words.Grouped(a)} and {Words.Grouped(b)} {s.Many}. Which is it?"),
                Words.Grouped(big),
                Proof.Such("{n}", $"n >= {a}", $"n >= {b}", $"(n - {a}) * (n - {b}) = 0"),
                "Compare the digits from the left, place by place.",
                $"{Words.Grouped(big)} is greater than {Words.Grouped(small)}.")
            .Wrong("math.reads-the-sign-backwards", Words.Grouped(small))
            .Maybe("math.adds-given-numbers", sum)
            .Maybe("math.finds-the-difference", Words.Grouped(big - small));
    }

    private static long Swapped(long n) =>
        long.Parse(string.Concat(Words.Number(n).Reverse()), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Four numbers into order. Params: range; falling.</summary>
    private static Draft? OrderNumbers(Commission c)
    {
        var range = c.Params.Range("range");
        var numbers = Enumerable.Range(0, 4).Select(_ => range.Draw(c.Rolls)).Distinct().ToArray();
        if (numbers.Length < 4)
        {
            return null;
        }
        var falling = c.Params.Flag("falling");
        var sorted = numbers.OrderBy(n => falling ? -n : n).Select(n => Words.Grouped(n)).ToArray();
        var byLast = numbers.OrderBy(n => (falling ? -1 : 1) * (n % 10)).Select(n => Words.Grouped(n)).ToArray();
        var draft = new Draft
        {
            Kind = QuestionKind.Order,
            Stem = c.Say(
                $"Put the numbers in order, {(falling ? "greatest" : "least")} first.",
                $"Order these numbers. Begin with the {(falling ? "greatest" : "least")}.",
                $"{c.Person().Name} sorts number cards from {(falling ? "greatest to least" : "least to greatest")}. What is the order?",
                $"Line the numbers up from {(falling ? "greatest to least" : "least to greatest")}."),
            Key = [.. sorted],
            Demand = Demand.Apply,
            Hint = "Compare the number of digits first, then the digits from the left.",
            Rationale = $"In order: {string.Join(", ", sorted)}.",
            Proof = Proof.Sorted(sorted.ToDictionary(t => t, t => t), !falling),
        }.Wrong("math.orders-the-wrong-way", [.. sorted.Reverse()]);
        return byLast.SequenceEqual(sorted) || byLast.SequenceEqual(sorted.Reverse())
            ? draft
            : draft.Wrong("math.compares-last-digits", [.. byLast]);
    }

    /// <summary>Number words and numerals. Params: range; ask (numeral, word).</summary>
    private static Draft? NumberWord(Commission c)
    {
        var n = c.Draw("range");
        var word = Words.Spelled(n);
        var who = c.Person();
        (int Number, string Bug)[] near =
        [
            (Reversed(n), "math.reverses-digits"),
            (TeenForTy(n), "math.confuses-teen-and-ty"),
            (AsHeard(n), "math.writes-number-as-heard"),
            (n < 10 ? n * 10 : n - 10, n < 10 ? "math.confuses-teen-and-ty" : "math.counts-on-from-wrong-decade"),
            (n + 10, "math.changes-the-wrong-place"),
            (n + 1, "math.skips-a-number"),
        ];
        var others = near.Where(m => m.Number is > 0 and <= 9999 && m.Number != n)
            .DistinctBy(m => m.Number)
            .Take(3)
            .ToArray();
        var ask = c.Params.Text("ask");
        var draft =
            ask == "numeral"
                ? Choice(
                    c.Say(
                        $"Which numeral is “{word}”?",
                        $"{who.Name} says “{word}.” Which number is that?",
                        $"Find the numeral for {word}.",
                        $"How do you write {word} with digits?"),
                    Words.Number(n),
                    Proof.Such("{k}", $"k = {Spell(n)}"),
                    "Say the tens first, then the ones.",
                    $"{Words.Cap(word)} is written {n}.",
                    Demand.Recall)
                : Choice(
                    c.Say(
                        $"How do you read the number {n}?",
                        $"{who.Name} sees {n} on a door. What does {who.They} say?",
                        $"Which words name {n}?",
                        $"Pick the name of the number {n}."),
                    word,
                    Proof.Rows(
                        others.Select(m => m.Number).Append(n).Select(m => new { name = Words.Spelled(m), n = m }),
                        $"n = {n}"),
                    "Say the tens first, then the ones.",
                    $"{n} is read {word}.",
                    Demand.Recall);
        foreach (var (number, bug) in others)
        {
            draft.Maybe(bug, ask == "numeral" ? Words.Number(number) : Words.Spelled(number));
        }
        return draft.Wrongs.Count < 3 ? null : draft;
    }

    private static string Spell(int n) => $"{n / 1000} * 1000 + {n / 100 % 10} * 100 + {n / 10 % 10} * 10 + {n % 10}";

    private static int Reversed(int n) => (int)Swapped(n);

    /// <summary>What sounds alike: seventeen for seven, thirty for thirteen, fourteen for forty.</summary>
    private static int TeenForTy(int n) =>
        n < 10 ? n + 10
        : n is > 12 and < 20 ? (n - 10) * 10
        : n is > 20 and < 100 && n % 10 == 0 ? (n / 10) + 10
        : n;

    /// <summary>Part after part: 405 for forty-five, 30045 for three hundred forty-five.</summary>
    private static int AsHeard(int n) =>
        n is < 21 or > 999 || n % 10 == 0 ? n
        : n < 100 ? (n / 10 * 100) + (n % 10)
        : (n / 100 * 10000) + (n % 100);

    /// <summary>One (ten, hundred) more or less. Params: from; by; less.</summary>
    private static Draft? OneMore(Commission c)
    {
        var span = c.Params.Range("from");
        var by = c.Params.Int("by", 1);
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var n = s.Amount();
        var less = c.Params.Has("less") ? c.Params.Flag("less") : c.Rolls.Chance(0.5);
        var key = less ? n - by : n + by;
        if (key < 0)
        {
            return null;
        }
        var word = Words.Spelled(by);
        var stem = c.Say(
            $"{s.Lead}There are {s.Count(n)}. {Words.Cap(word)} {(by == 1 ? "is" : "are")} {(less ? "taken away" : "added")}. How many {s.Many} are there now?",
            $"{s.Lead}{s.Who.Name} has {s.Count(n)}. {s.Other.Name} has {word} {(less ? "fewer" : "more")}. How many does {s.Other.Name} have?",
            $"{s.Lead}How many is {word} {(less ? "less" : "more")} than {s.Count(n)}?",
            $"{s.Lead}{s.Who.Name} counts {s.Count(n)}. Then {word} {(by == 1 ? s.One : s.Many)} {(less ? "go" : "come")}{(by == 1 ? (less ? "es" : "s") : "")}. How many is that?");
        return Number(
                stem,
                key,
                Proof.Such("{k}", less ? $"k + {by} = {n}" : $"k - {by} = {n}"),
                by == 1
                    ? "Say the number that comes just before or just after."
                    : $"Only the {(by == 10 ? "tens" : "hundreds")} digit has to change.",
                $"{by} {(less ? "less" : "more")} than {n} is {key}.",
                level: -0.2)
            .Maybe("math.counts-in-the-other-direction", less ? n + by : n - by)
            .Maybe("math.repeats-given-number", n)
            .Maybe("math.changes-the-wrong-place", by == 1 ? n + (less && n >= 10 ? -10 : 10) : n + (less ? -1 : 1))
            .Maybe("math.skips-a-number", key + (less ? -by : by));
    }
}
