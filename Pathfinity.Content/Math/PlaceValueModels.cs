using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Place value, rounding and decimals.</summary>
internal static class PlaceValueModels
{
    private static readonly string[] Places =
    [
        "ones",
        "tens",
        "hundreds",
        "thousands",
        "ten thousands",
        "hundred thousands",
        "millions",
    ];

    public static IEnumerable<ItemModel> All =>
        [
            new Family("math.digit-value", DigitValue, works: true),
            new Family("math.tens-and-ones", TensAndOnes, works: true),
            new Family("math.round", RoundNumber, works: true),
            new Family("math.expanded-form", ExpandedForm),
            new Family("math.decimal-compare", DecimalCompare),
            new Family("math.decimal-calculate", DecimalCalculate),
            new Family("math.decimal-money", DecimalMoney, works: true),
            new Family("math.powers-of-ten", PowersOfTen),
        ];

    private static long Power(int n) => n == 0 ? 1 : 10 * Power(n - 1);

    /// <summary>What a digit stands for. Params: range.</summary>
    private static Draft? DigitValue(Commission c)
    {
        var span = c.Params.Range("range");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var n = s.Amount();
        var digits = Words.Number(n);
        var at = c.Rolls.Below(digits.Length - 1);
        var digit = digits[at] - '0';
        if (digit is 0 || digits.Count(d => d == digits[at]) > 1)
        {
            return null;
        }
        var place = digits.Length - 1 - at;
        var key = digit * Power(place);
        var shown = Words.Grouped(n);
        return Number(
                c.Say(
                    $"{s.Lead}There are {shown} {s.Many}. What is the value of the digit {digit} in {shown}?",
                    $"{s.Lead}{s.Who.Name} writes {shown} {s.Many} in the {c.Document("notebook")}. How much does the {digit} stand for?",
                    $"{s.Lead}In the number {shown}, how much is the {digit} worth?",
                    $"{s.Lead}{s.Other.Name} reads {shown} {s.Many}. How many of them does the digit {digit} stand for?"),
                Words.Grouped(key),
                Proof.Such("{n}", $"n = digit({n}, {Power(place)}) * {Power(place)}"),
                "In which place does the digit stand?",
                $"The {digit} stands in the {Places[place]} place: {digit} × {Words.Grouped(Power(place))} = {Words.Grouped(key)}.")
            .Maybe("math.digit-without-place", digit)
            .Maybe("math.one-place-off", Words.Grouped(place > 0 && key > 9 ? key / 10 : key * 10))
            .Maybe("math.one-place-off", Words.Grouped(key * 10))
            .Maybe("math.reads-the-rest-along", Words.Grouped(n % (Power(place) * 10)));
    }

    /// <summary>A number from its hundreds, tens and ones, regrouped or not. Params: tens, ones, hundreds (0 for none).</summary>
    private static Draft? TensAndOnes(Commission c)
    {
        if (c.Scene(1, 100000) is not { } s)
        {
            return null;
        }
        var (h, t, o) = (c.Draw("hundreds", 0, 0), c.Draw("tens"), c.Draw("ones"));
        if (t == o || h == t)
        {
            return null;
        }
        var key = (100 * h) + (10 * t) + o;
        Phrase amount = h switch
        {
            0 => $"{Words.Count(t, "pack", "packs")} of ten {s.Many} and {Words.Count(o, "single one", "single ones")}",
            _ =>
                $"{Words.Count(h, "box", "boxes")} of one hundred {s.Many}, {Words.Count(t, "pack", "packs")} of ten and {Words.Count(o, "single one", "single ones")}",
        };
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} has {amount}. How many {s.Many} is that?",
                    $"{s.Lead}A delivery brings {amount}. How many {s.Many} are there?",
                    $"{s.Lead}{s.Who.Name} counts {amount}. Which number does {s.Who.They} write down?",
                    $"{s.Lead}On the table {s.Who.Name} finds {amount}. How many {s.Many} are there in all?"),
                key,
                Proof.Replay(
                    [$"n := {o}", .. Enumerable.Repeat("n := n + 10", t), .. Enumerable.Repeat("n := n + 100", h)],
                    "n"),
                "Ten ones make a ten, ten tens make a hundred.",
                $"{(h > 0 ? $"{100 * h} + " : "")}{10 * t} + {o} = {key}.",
                level: o > 9 || t > 9 ? 0.4 : 0)
            .Maybe("math.swaps-tens-and-ones", (100 * h) + (10 * o) + t)
            .Maybe("math.adds-the-digits", h + t + o)
            .Maybe(
                "math.writes-number-as-heard",
                long.Parse($"{(h > 0 ? $"{h}" : "")}{t}{o}", System.Globalization.CultureInfo.InvariantCulture)
                    is var glued
                && glued == key
                    ? (10 * t) + (100 * h)
                    : glued)
            .Maybe("math.reads-the-rest-along", (10 * t) + o)
            .Maybe("math.one-place-off", key * 10);
    }

    /// <summary>Rounding. Params: range; to (10, 100 ...).</summary>
    private static Draft? RoundNumber(Commission c)
    {
        var span = c.Params.Range("range");
        if (c.Scene(span.Low, span.High) is not { } s)
        {
            return null;
        }
        var to = int.Parse(c.Rolls.Pick(c.Params.List("to")), System.Globalization.CultureInfo.InvariantCulture);
        var n = s.Amount();
        var down = n / to * to;
        var key = (n - down) * 2 >= to ? down + to : down;
        if (n % to == 0 || n < to)
        {
            return null;
        }
        var shown = Words.Grouped(n);
        return Number(
                c.Say(
                    $"{s.Lead}Round {shown} {s.Many} to the nearest {Unit(to)}.",
                    $"{s.Lead}{s.Who.Name} counts {shown} {s.Many}. To the nearest {Unit(to)}, how many is that?",
                    $"{s.Lead}The {c.Document("report")} wants amounts to the nearest {Unit(to)}. What does {s.Who.Name} write for {shown} {s.Many}?",
                    $"{s.Lead}Which {Unit(to)} is {shown} closest to?"),
                Words.Grouped(key),
                Proof.Such("{n}", $"whole(n / {to})", $"abs(n - {n}) <= {to} / 2", $"n + {to} / 2 > {n}"),
                $"Between which two {Unit(to)}s does it lie, and which is nearer?",
                $"{shown} lies between {Words.Grouped(down)} and {Words.Grouped(down + to)}; {Words.Grouped(key)} is nearer{((n - down) * 2 == to ? ", as halves go up" : "")}.")
            .Maybe("math.always-rounds-down", Words.Grouped(down))
            .Maybe("math.always-rounds-up", Words.Grouped(down + to))
            .Maybe("math.drops-digits", Words.Grouped(n / to))
            .Maybe("math.rounds-to-another-place", Words.Grouped((n + (to * 5)) / (to * 10) * to * 10))
            .Maybe(
                "math.rounds-to-another-place",
                Words.Grouped(to == 10 ? n + 1 : (n + (to / 20)) / (to / 10) * (to / 10)));
    }

    private static string Unit(int to) =>
        to switch
        {
            10 => "ten",
            100 => "hundred",
            1000 => "thousand",
            10000 => "ten thousand",
            _ => "hundred thousand",
        };

    /// <summary>Expanded form. Params: range.</summary>
    private static Draft? ExpandedForm(Commission c)
    {
        var n = c.Draw("range");
        var digits = Words.Number(n);
        if (digits.Distinct().Count() < digits.Length || digits[^1] == '0')
        {
            return null;
        }
        string Form(Func<int, int, long> value) =>
            string.Join(
                " + ",
                digits.Select((d, i) => value(d - '0', digits.Length - 1 - i)).Where(v => v > 0).Select(Words.Grouped));
        var key = Form((d, p) => d * Power(p));
        return Choice(
                c.Say(
                    $"Which sum shows {Words.Grouped(n)} in expanded form?",
                    $"{c.Person().Name} takes {Words.Grouped(n)} apart by place. Which sum is right?",
                    $"Which of these has the same value as {Words.Grouped(n)}?",
                    $"Write {Words.Grouped(n)} as a sum of its places. Which is it?"),
                key,
                Proof.Value(Words.Number(n)),
                "Say the number aloud: how much is each digit?",
                $"{key} = {Words.Grouped(n)}.")
            .Maybe("math.digit-without-place", Form((d, _) => d))
            .Maybe("math.one-place-off", Form((d, p) => p == 0 ? d : d * Power(p) * 10))
            .Maybe("math.one-place-off", Form((d, p) => p == 0 ? d : d * Power(Math.Max(1, p - 1))))
            .Maybe(
                "math.reverses-digits",
                string.Join(
                    " + ",
                    digits
                        .Reverse()
                        .Select((d, i) => (d - '0') * Power(digits.Length - 1 - i))
                        .Where(v => v > 0)
                        .Select(Words.Grouped)));
    }

    private static string Dec(long scaled, int places) => Words.Number(scaled / (decimal)Power(places));

    /// <summary>The largest decimal, where longer is not larger. Params: places.</summary>
    private static Draft? DecimalCompare(Commission c)
    {
        var whole = c.Rolls.Between(0, 9);
        var a = c.Rolls.Between(4, 9);
        var b = (10 * c.Rolls.Between(1, a - 2)) + c.Rolls.Between(1, 9);
        var d = (100 * c.Rolls.Between(1, a - 2)) + (10 * c.Rolls.Between(0, 9)) + c.Rolls.Between(1, 9);
        var (x, y, z) = ($"{whole}.{a}", $"{whole}.{b}", $"{whole}.{d}");
        var most = c.Rolls.Chance(0.5);
        if (d / 10 == b)
        {
            return null;
        }
        var smallest = b * 10 < d ? y : z;
        var key = most ? x : smallest;
        var who = c.Person();
        return Choice(
                c.Say(
                    $"Which number is the {(most ? "greatest" : "least")}: {x}, {y} or {z}?",
                    $"{who.Name} compares {x}, {y} and {z}. Which is the {(most ? "greatest" : "least")}?",
                    $"Three runners are timed at {x}, {y} and {z} seconds. Which time is the {(most ? "longest" : "shortest")}?",
                    $"Three jars hold {x}, {y} and {z} liters. What does the {(most ? "fullest" : "emptiest")} jar hold?"),
                key,
                Proof.Such("{n}", $"n = {(most ? "max" : "min")}({x}, {y}, {z})"),
                "Write all three with three places after the point.",
                $"With three places they are {x}00, {y}0 and {z}; the {(most ? "greatest" : "least")} is {key}.")
            .Maybe(most ? "math.longer-decimal-is-larger" : "math.shorter-decimal-is-larger", z)
            .Maybe(most ? "math.longer-decimal-is-larger" : "math.shorter-decimal-is-larger", y)
            .Maybe("math.longer-decimal-is-larger", x);
    }

    /// <summary>Decimal calculation. Params: op; a, b (scaled); places.</summary>
    private static Draft? DecimalCalculate(Commission c)
    {
        var op = c.Params.Text("op");
        var (pa, pb) = (c.Params.Int("places"), c.Params.Int("places_b", c.Params.Int("places")));
        long a = c.Draw("a"),
            b = c.Draw("b");
        if (a % 10 == 0 || b % 10 == 0 || (op == "−" && a * Power(pb) <= b * Power(pa)))
        {
            return null;
        }
        var p = Math.Max(pa, pb);
        var (x, y) = (Dec(a, pa), Dec(b, pb));
        var (sa, sb) = (a * Power(p - pa), b * Power(p - pb));
        if (op == "÷")
        {
            (x, sa) = (Dec(a * b, pa + pb), a * b); // the quotient is a
        }
        var key = op switch
        {
            "+" => Dec(sa + sb, p),
            "−" => Dec(sa - sb, p),
            "×" => Dec(a * b, pa + pb),
            _ => Dec(a, pa),
        };
        var keyed = op switch
        {
            "+" => sa + sb,
            "−" => sa - sb,
            "×" => a * b,
            _ => a,
        };
        var kp = op switch
        {
            "×" => pa + pb,
            "÷" => pa,
            _ => p,
        };
        var inverse = op switch
        {
            "+" => $"n - {y} = {x}",
            "−" => $"n + {y} = {x}",
            "×" => $"n / {y} = {x}",
            _ => $"n * {y} = {x}",
        };
        return Number(
                c.Say(
                    $"What is {x} {op} {y}?",
                    $"Calculate {x} {op} {y}.",
                    $"{x} {op} {y} = ___",
                    $"{c.Person().Name} enters {x} {op} {y}. What should the calculator show?",
                    $"Find the value of {x} {op} {y}."),
                key,
                Proof.Such("{n}", inverse),
                op is "+" or "−" ? "Write the numbers point under point." : "Estimate first: where must the point go?",
                $"{x} {op} {y} = {key}.",
                level: 0.1)
            .Maybe("math.misplaces-the-point", Dec(keyed, kp + 1))
            .Maybe("math.misplaces-the-point", Dec(keyed * 10, kp))
            .Maybe(
                "math.lines-up-last-digits",
                op switch
                {
                    "+" => Dec(a + b, p),
                    "−" => Dec(Math.Abs(a - b), p),
                    "×" => Dec(a * b, p),
                    _ => Dec(a * 10, pa + 2),
                }
            )
            .Maybe(
                "math.decimal-parts-apart",
                Dec((sa / Power(p) * Power(p)) + (((sa % Power(p)) + (sb % Power(p))) % Power(p)), p));
    }

    /// <summary>Prices. Params: count; op (times, change).</summary>
    private static Draft? DecimalMoney(Commission c)
    {
        if (c.Scene(1, 100000) is not { IsMoney: false } s)
        {
            return null;
        }
        var n = c.Draw("count");
        var price = s.PriceCents((c.Rolls.Between(3, 60) * 25) + c.Rolls.Pick([0, 10, 15, 24]));
        long total = (long)n * price;
        if (n < 2 || price < 10 || total > 900_00)
        {
            return null;
        }
        if (c.Params.Text("op") == "times")
        {
            return Number(
                    c.Say(
                        $"{s.Lead}One {s.One} costs ${Words.Dollars(price)}. What do {n} {s.Many} cost?",
                        $"{s.Lead}{s.Who.Name} orders {n} {s.Many} at ${Words.Dollars(price)} each. How much is the bill?",
                        $"{s.Lead}{Words.Cap(s.Many)} are sold for ${Words.Dollars(price)} apiece. How much money do {n} bring in?"),
                    Words.Dollars(total),
                    Proof.Such("{n}", $"n / {n} = {price} / 100"),
                    "Work in cents, then put the point back.",
                    $"{n} × ${Words.Dollars(price)} = ${Words.Dollars(total)}.",
                    frame: "${}")
                .Maybe("math.misplaces-the-point", Words.Dollars(total * 10))
                .Maybe("math.adds-instead-of-multiplying", Words.Dollars(price + (100 * n)))
                .Maybe("math.one-group-too-few", Words.Dollars(total - price))
                .Maybe("math.one-group-too-many", Words.Dollars(total + price));
        }
        var paid = ((total / 2000) + 1) * 2000;
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} buys {n} {s.Many} at ${Words.Dollars(price)} each and pays with ${Words.Dollars(paid)}. How much change comes back?",
                    $"{s.Lead}A customer takes {n} {s.Many} for ${Words.Dollars(price)} each and hands over ${Words.Dollars(paid)}. What change does {s.Who.Name} give?",
                    $"{s.Lead}There are ${Words.Dollars(paid)} in the cash box. {s.Who.Name} spends part of it on {n} {s.Many} at ${Words.Dollars(price)} each. How much is left?"),
                Words.Dollars(paid - total),
                Proof.Such("{n}", $"n + {n} * {price} / 100 = {paid} / 100"),
                "First find what everything costs.",
                $"{n} × ${Words.Dollars(price)} = ${Words.Dollars(total)}; ${Words.Dollars(paid)} − ${Words.Dollars(total)} = ${Words.Dollars(paid - total)}.",
                Demand.Reason,
                0.2,
                "${}")
            .Maybe("math.stops-after-one-step", Words.Dollars(total))
            .Maybe("math.forgets-the-quantity", Words.Dollars(paid - price))
            .Maybe("math.forgets-to-lower-next", Words.Dollars(paid - total + 100))
            .Maybe("math.adds-given-numbers", Words.Dollars(paid + total));
    }

    /// <summary>Multiplying and dividing by powers of ten. Params: op; n (scaled); places; power.</summary>
    private static Draft? PowersOfTen(Commission c)
    {
        var (n, places, power) = (c.Draw("n"), c.Params.Int("places"), c.Draw("power"));
        if (n % 10 == 0)
        {
            return null;
        }
        var times = c.Params.Text("op") == "×";
        var x = Dec(n, places);
        string Moved(int by) => by >= 0 ? Words.Number(n * Power(by) / (decimal)Power(places)) : Dec(n, places - by);
        var key = Moved(times ? power : -power);
        var op = times ? "×" : "÷";
        var ten = Words.Grouped(Power(power));
        return Number(
                c.Say(
                    $"What is {x} {op} {ten}?",
                    $"Calculate {x} {op} {ten}.",
                    $"{x} {op} {ten} = ___",
                    $"{c.Person().Name} moves the digits to find {x} {op} {ten}. What is the result?"),
                key,
                Proof.Such("{n}", times ? $"n / {Power(power)} = {x}" : $"n * {Power(power)} = {x}"),
                "Each factor of ten moves every digit by one place.",
                $"{x} {op} {ten} = {key}.")
            .Maybe("math.moves-the-wrong-way", Moved(times ? -power : power))
            .Maybe("math.one-place-off", Moved((times ? power : -power) + 1))
            .Maybe("math.one-place-off", Moved((times ? power : -power) - 1))
            .Maybe(
                "math.appends-zeros",
                times
                    ? $"{x}{new string('0', power)}" == key
                        ? x
                        : $"{x}{new string('0', power)}"
                    : x);
    }
}
