using Pathfinity.Curriculum;
using static Pathfinity.Content.Mathematics.Kit;

namespace Pathfinity.Content.Mathematics;

/// <summary>Percents and money.</summary>
internal static partial class RatioModels
{
    /// <summary>A percent of an amount. Params: percent (list); total.</summary>
    private static Draft? PercentOf(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var total = c.Draw("total");
        if (
            c.Scene(1, 100000) is not { } s
            || total < s.Low
            || total > s.High
            || total * p % 100 != 0
            || total == 100
            || total * p / 100 == p)
        {
            return null;
        }
        var key = total * p / 100;
        return Number(
                c.Say(
                    $"{s.Lead}{s.Who.Name} has {s.Count(total)}. {p}% of them have a label. How many have a label?",
                    $"{s.Lead}{p}% of the {total} {s.Many} must be checked. How many is that?",
                    $"{s.Lead}Of {total} {s.Many}, {p}% are set aside. How many are set aside?",
                    $"{s.Lead}An order for {total} {s.Many} is {p}% done. How many are done?"),
                key,
                Proof.Such("{n}", $"n / {total} = {p}%"),
                "Percent means out of one hundred. Find 10% or 1% first.",
                $"{p}% of {total} = {total} × {p} ÷ 100 = {key}.")
            .Maybe("math.percent-as-number", total > p ? total - p : p - total)
            .Maybe("math.percent-of-the-rest", total - key)
            .Maybe("math.divides-by-the-percent", new Fraction(total, p))
            .Maybe("math.misplaces-the-point", new Fraction(key, 10))
            .Maybe("math.misplaces-the-point", key * 10);
    }

    /// <summary>Which percent, or the whole from a part. Params: percent (list); total; ask (percent, whole).</summary>
    private static Draft? PercentFind(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var total = c.Draw("total");
        if (
            c.Scene(1, 100000) is not { } s
            || total < s.Low
            || total > s.High
            || total * p % 100 != 0
            || total == 100
            || p == 50)
        {
            return null;
        }
        var part = total * p / 100;
        if (c.Params.Text("ask") == "percent")
        {
            return Number(
                    c.Say(
                        $"{s.Lead}{part} of the {total} {s.Many} have a label. What percent is that?",
                        $"{s.Lead}{s.Who.Name} has checked {part} of {total} {s.Many}. What percent are checked?",
                        $"{s.Lead}Of {total} {s.Many}, {part} are sold. What percent of them are sold?"),
                    p,
                    Proof.Such("{n}", $"n * {total} = 100 * {part}"),
                    "Which part of the whole is it? Turn that fraction into hundredths.",
                    $"{part} ÷ {total} = {p}%.",
                    frame: "{}%")
                .Maybe("math.percent-as-number", part)
                .Maybe("math.percent-of-the-rest", 100 - p)
                .Maybe("math.ratio-reversed", new Fraction(100 * total, part))
                .Maybe("math.percent-as-number", total - part);
        }
        return Number(
                c.Say(
                    $"{s.Lead}{part} {s.Many} are {p}% of all. How many are there in all?",
                    $"{s.Lead}{s.Who.Name} has checked {part} {s.Many}, which is {p}% of them. How many {s.Many} are there?",
                    $"{s.Lead}{p}% of the {s.Many} are sold, that is {part}. How many were there at first?"),
                total,
                Proof.Such("{n}", $"{p}% * n = {part}"),
                "Is the number that you are looking for larger or smaller than the one given?",
                $"{part} ÷ {p} × 100 = {total}.",
                Demand.Reason)
            .Maybe("math.percent-of-the-part", new Fraction(part * p, 100))
            .Maybe("math.percent-as-number", part + p)
            .Maybe("math.misplaces-the-point", total * 10)
            .Maybe("math.percent-as-number", 100 - p);
    }

    /// <summary>Percent of increase or decrease. Params: percent (list); start.</summary>
    private static Draft? PercentChange(Commission c)
    {
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var start = c.Draw("start") * 20;
        var up = c.Rolls.Chance(0.5);
        if (c.Scene(1, 100000) is not { } s || start * p % 100 != 0 || start < s.Low || start > s.High)
        {
            return null;
        }
        var change = start * p / 100;
        var end = up ? start + change : start - change;
        return Number(
                c.Say(
                    $"{s.Lead}Last month there were {start} {s.Many}, this month {end}. By what percent did the number {(up ? "rise" : "fall")}?",
                    $"{s.Lead}{s.Who.Name} sees the number of {s.Many} go from {start} to {end}. What is the percent of {(up ? "increase" : "decrease")}?",
                    $"{s.Lead}The count of {s.Many} {(up ? "grew" : "shrank")} from {start} to {end}. By what percent did it {(up ? "grow" : "shrink")}?"),
                p,
                Proof.Such("{n}", $"{start} * (100 {(up ? "+" : "-")} n) / 100 = {end}"),
                "Compare the change with what there was at first.",
                $"The change is {change}; {change} ÷ {start} = {p}%.",
                Demand.Reason,
                frame: "{}%")
            .Maybe("math.change-as-percent", change)
            .Maybe(
                "math.compares-with-the-end",
                new Fraction(100 * change, end).IsWhole
                    ? new Fraction(100 * change, end)
                    : new Fraction((100 * change) / end))
            .Maybe("math.end-as-percent", 100 * end / start)
            .Maybe("math.misplaces-the-point", p * 10);
    }

    /// <summary>Price after discount, tax or tip. Params: percent (list); kind (discount, tax, both).</summary>
    private static Draft? DiscountTax(Commission c)
    {
        if (c.Scene(1, 100000) is not { IsMoney: false } s)
        {
            return null;
        }
        var p = int.Parse(c.Rolls.Pick(c.Params.List("percent")), System.Globalization.CultureInfo.InvariantCulture);
        var n = c.Rolls.Between(2, 12);
        long price = (long)s.PriceCents(c.Rolls.Between(4, 90) * 50) * n;
        if (price * p % 100 != 0 || price < 400)
        {
            return null;
        }
        var off = c.Params.Text("kind") == "discount";
        var change = price * p / 100;
        var key = off ? price - change : price + change;
        return Number(
                off
                    ? c.Say(
                        $"{s.Lead}{n} {s.Many} cost ${Words.Dollars(price)} together. Today there is {p}% off. What is the sale price?",
                        $"{s.Lead}{s.Who.Name} marks a set of {n} {s.Many} down by {p}%. It was ${Words.Dollars(price)}. What does it cost now?",
                        $"{s.Lead}A coupon takes {p}% off a bill of ${Words.Dollars(price)} for {s.Many}. How much is left to pay?")
                    : c.Say(
                        $"{s.Lead}{n} {s.Many} cost ${Words.Dollars(price)} before a tax of {p}%. What is the price with tax?",
                        $"{s.Lead}{s.Who.Name} adds {p}% tax to a bill of ${Words.Dollars(price)} for {s.Many}. What is the total?",
                        $"{s.Lead}The bill for {s.Many} is ${Words.Dollars(price)}. A tip of {p}% is added. How much is paid?"),
                Words.Dollars(key),
                Proof.Such("{n}", $"n * 10000 = {price} * (100 {(off ? "-" : "+")} {p})"),
                "Find the percent of the price first, then add it or take it off.",
                $"{p}% of ${Words.Dollars(price)} is ${Words.Dollars(change)}; the result is ${Words.Dollars(key)}.",
                frame: "${}")
            .Maybe("math.stops-after-one-step", Words.Dollars(change))
            .Maybe(
                "math.percent-as-number",
                Words.Dollars(
                    off
                        ? price - (100 * p) > 0
                            ? price - (100 * p)
                            : price - p
                        : price + (100 * p)))
            .Maybe("math.moves-the-wrong-way", Words.Dollars(off ? price + change : price - change))
            .Maybe("math.misplaces-the-point", Words.Dollars(off ? price - (change / 10) : price + (change / 10)));
    }

    /// <summary>Simple interest. Params: rate; years; principal (hundreds).</summary>
    private static Draft? SimpleInterest(Commission c)
    {
        var (r, t, p) = (c.Draw("rate"), c.Draw("years"), c.Draw("principal") * 100);
        if (r == t || t < 2)
        {
            return null;
        }
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string one = c.Work is null ? "a bike" : $"{c.Rolls.Pick(Goods(c.Work)).Plural} for {c.Work.Setting}";
        var i = p * r * t / 100;
        return Number(
                c.Say(
                    $"{who.Name} borrows ${Words.Grouped(p)} for {one} at {r}% simple interest a year for {t} years. How much interest is that?",
                    $"A loan of ${Words.Grouped(p)} for {one} costs {r}% simple interest a year. What is the interest after {t} years?",
                    $"To pay for {one}, {who.Name} saves ${Words.Grouped(p)} at {r}% simple interest a year. How much interest comes in {t} years?"),
                Words.Grouped(i),
                Proof.Replay(["n := 0", .. Enumerable.Repeat($"n := n + {p} * {r} / 100", t)], "n"),
                "Find the interest of one year first.",
                $"One year: ${Words.Grouped(p * r / 100)}. {t} years: ${Words.Grouped(i)}.",
                frame: "${}")
            .Maybe("math.forgets-the-years", Words.Grouped(p * r / 100))
            .Maybe("math.adds-the-principal", Words.Grouped(p + i))
            .Maybe("math.misplaces-the-point", Words.Grouped(i * 10))
            .Maybe("math.adds-rate-and-years", Words.Grouped(p * (r + t) / 100));
    }

    /// <summary>Compound interest over whole years. Params: rate (list); years; principal (thousands).</summary>
    private static Draft? CompoundInterest(Commission c)
    {
        var r = int.Parse(c.Rolls.Pick(c.Params.List("rate")), System.Globalization.CultureInfo.InvariantCulture);
        var (t, p) = (c.Draw("years"), c.Draw("principal") * 1000m);
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        string who = c.Work is null ? c.Person().Name : $"{Words.Cap(c.Work.Setting)}";
        decimal value = p;
        for (var i = 0; i < t; i++)
        {
            value += value * r / 100;
        }
        string Cents(decimal d) => Words.Dollars((long)decimal.Round(d * 100, 0, MidpointRounding.AwayFromZero));
        var simple = p + (p * r * t / 100);
        return Number(
                c.Say(
                    $"{who} puts ${Words.Grouped((long)p)} into an account with {r}% interest, compounded once a year. How much is in it after {t} years?",
                    $"A deposit of ${Words.Grouped((long)p)} for {(c.Work is null ? who : c.Work.Setting)} grows by {r}% each year. What is it worth after {t} years?",
                    $"{who} owes ${Words.Grouped((long)p)} and pays nothing back. The debt grows by {r}% a year. How much is owed after {t} years?",
                    $"A bond of ${Words.Grouped((long)p)} pays {r}% a year, and {who} leaves the interest in it. How much is it worth after {t} years?"),
                Cents(value),
                Proof.Such("{n}", $"n = round({p} * (1 + {r}/100)^{t}, 1/100)"),
                "Each year’s interest is on all that is there, earlier interest included.",
                $"{Words.Grouped((long)p)} × {Words.Number(1 + (r / 100m))}{Notation.Raised(t)} = {Cents(value)}.",
                frame: "${}")
            .Maybe("math.simple-for-compound", Cents(simple))
            .Maybe("math.interest-only", Cents(value - p))
            .Maybe("math.one-group-too-few", Cents(value / (1 + (r / 100m))))
            .Maybe("math.one-group-too-many", Cents(value * (1 + (r / 100m))));
    }

    /// <summary>What is left of income after shares of it. Params: income (hundreds).</summary>
    private static Draft? Budget(Commission c)
    {
        var income = c.Draw("income") * 100;
        var (a, b) = (c.Rolls.Between(3, 8) * 5, c.Rolls.Between(2, 5) * 5);
        var fixedCost = c.Rolls.Between(2, 9) * 50;
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string job = c.Work is null ? "" : $", {Words.A(c.Rolls.Pick(c.Work.Roles))} at {c.Work.Setting},";
        var left = income - (income * (a + b) / 100) - fixedCost;
        return left <= 0 || a == b
            ? null
            : Number(
                    c.Say(
                        $"{who.Name}{job} earns ${Words.Grouped(income)} a month. Rent takes {a}%, food {b}%, and travel ${fixedCost}. How much is left?",
                        $"Each month {who.Name}{job} has ${Words.Grouped(income)}. {a}% goes to rent, {b}% to food and ${fixedCost} to travel. What remains?",
                        $"A monthly budget of ${Words.Grouped(income)} for {who.Name}{job} sets aside {a}% for rent, {b}% for food and ${fixedCost} for travel. How much can be saved?"),
                    Words.Grouped(left),
                    Proof.Such("{n}", $"n + {fixedCost} + {a}% * {income} + {b}% * {income} = {income}"),
                    "Turn the percents into dollars first.",
                    $"Rent ${Words.Grouped(income * a / 100)}, food ${Words.Grouped(income * b / 100)}, travel ${fixedCost}: ${Words.Grouped(left)} is left.",
                    Demand.Reason,
                    frame: "${}")
                .Maybe("math.stops-after-one-step", Words.Grouped(income - (income * (a + b) / 100)))
                .Maybe(
                    "math.percent-of-the-rest-again",
                    Words.Grouped((income * (100 - a) / 100 * (100 - b) / 100) - fixedCost))
                .Maybe("math.gives-the-wrong-part", Words.Grouped((income * (a + b) / 100) + fixedCost))
                .Maybe("math.percent-as-number", Words.Grouped(income - a - b - fixedCost));
    }

    /// <summary>What credit costs. Params: payment; months.</summary>
    private static Draft? LoanCost(Commission c)
    {
        var (pay, months) = (c.Draw("payment") * 5, c.Draw("months") * 6);
        var price = pay * months * c.Rolls.Between(80, 95) / 100 / 10 * 10;
        c.Use(c.Work is null ? WorkUse.None : WorkUse.Decision);
        var who = c.Person();
        string[] bought = price switch
        {
            < 700 => ["a bicycle", "a guitar"],
            < 3000 => ["a laptop", "a piano"],
            < 40_000 => ["a car", "a boat"],
            _ => ["a house", "a farm"],
        };
        string what = c.Work is null
            ? c.Rolls.Pick(bought)
            : $"{(price < 40_000 ? "equipment" : "a new building")} for {c.Work.Setting}";
        var total = pay * months;
        return Number(
                c.Say(
                    $"{who.Name} buys {what} for ${Words.Grouped(price)} on credit and pays ${pay} a month for {months} months. How much more than the price is paid?",
                    $"The price of {what} is ${Words.Grouped(price)}. On credit it takes {months} payments of ${pay}. What does the credit cost?",
                    $"For {what}, {who.Name} can pay ${Words.Grouped(price)} now or ${pay} a month for {months} months. How much is saved by paying now?"),
                Words.Grouped(total - price),
                Proof.Such("{n}", $"n + {price} = {pay} * {months}"),
                "Find all payments together first.",
                $"{months} × ${pay} = ${Words.Grouped(total)}; ${Words.Grouped(total)} − ${Words.Grouped(price)} = ${Words.Grouped(total - price)}.",
                Demand.Reason,
                frame: "${}")
            .Maybe("math.stops-after-one-step", Words.Grouped(total))
            .Maybe("math.adds-given-numbers", Words.Grouped(total + price))
            .Maybe("math.forgets-the-quantity", Words.Grouped(price - pay))
            .Maybe(
                "math.one-group-too-few",
                Words.Grouped(total - price - pay > 0 ? total - price - pay : total - price + pay));
    }
}
