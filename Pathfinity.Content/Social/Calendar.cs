using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Days of the week, months of the year and dates of a month. Params: of (days, months, dates), ask (tomorrow,
/// yesterday, between; for dates: weekday, count).
/// </summary>
internal sealed class Calendar() : ItemModel("social.calendar", version: 2)
{
    private static readonly ImmutableArray<string> Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly ImmutableArray<string> Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly ImmutableArray<string> Plans =
        ["a trip", "a visit", "a party", "a show", "a game", "a walk", "a picnic", "a swim", "a story hour", "a painting day"];

    public override bool Works => true;

    public override Draft? Write(Commission c) => c.Params.Text("of") == "dates" ? Dates(c) : Cycle(c, c.Params.Text("of") == "days");

    private static Draft Cycle(Commission c, bool days)
    {
        var names = days ? Days : Months;
        var at = c.Rolls.Below(names.Length);
        var ask = c.Rolls.Pick(c.Params.List("ask"));
        string Name(int steps) => names[(at + steps + names.Length) % names.Length];
        var step = ask switch { "tomorrow" => 1, "yesterday" => -1, _ => 1 };
        var plan = Plan(c, out var where);
        Phrase stem = (days, ask, c.Rolls.Below(4)) switch
        {
            (true, "tomorrow", 0) => $"Today is {Name(0)}. What day is tomorrow?",
            (true, "tomorrow", 1) => $"{where}Today is {Name(0)}. There is {plan} tomorrow. On which day is it?",
            (true, "tomorrow", 2) => $"{where}{Words.Cap(plan)} comes on the day right after {Name(0)}. Which day is that?",
            (true, "tomorrow", _) => $"{c.Person().Name} says, “Today is {Name(0)}.” Which day comes next?",
            (true, "yesterday", 0) => $"Today is {Name(0)}. What day was yesterday?",
            (true, "yesterday", 1) => $"{where}Today is {Name(0)}. There was {plan} yesterday. On which day was it?",
            (true, "yesterday", 2) => $"{where}{Words.Cap(plan)} was on the day right before {Name(0)}. Which day was that?",
            (true, "yesterday", _) => $"{c.Person().Name} says, “Today is {Name(0)}.” Which day came just before?",
            (true, _, _) => $"Which day is between {Name(0)} and {Name(2)}?",
            (false, "tomorrow", 0) => $"Which month comes right after {Name(0)}?",
            (false, "tomorrow", 1) => $"{where}It is {Name(0)} now. There is {plan} next month. Which month is that?",
            (false, "tomorrow", 2) => $"Say the months in order. {Name(0)} ends. Which month starts?",
            (false, "tomorrow", _) => $"{where}{Words.Cap(plan)} comes one month after {Name(0)}. In which month is it?",
            (false, "yesterday", 0) => $"Which month comes right before {Name(0)}?",
            (false, "yesterday", 1) => $"{where}It is {Name(0)} now. There was {plan} last month. Which month was that?",
            (false, "yesterday", 2) => $"{Name(0)} has just begun. Which month has just ended?",
            (false, "yesterday", _) => $"{where}{Words.Cap(plan)} was one month before {Name(0)}. In which month was it?",
            (_, _, 0) => $"Which month is between {Name(0)} and {Name(2)}?",
            (_, _, 1) => $"One month lies between {Name(0)} and {Name(2)}. Which one?",
            (_, _, 2) => $"A list of months goes: {Name(0)}, ___, {Name(2)}. Which month is missing?",
            _ => $"First comes {Name(0)}. Later comes {Name(2)}. Which month comes between them?",
        };
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Name(step)],
            Demand = Demand.Apply,
            Hint = days ? "Say the days of the week in order." : "Say the months of the year in order.",
            Rationale = ask == "between" ? $"The order is {Name(0)}, {Name(1)}, {Name(2)}." : step > 0 ? $"After {Name(0)} comes {Name(1)}." : $"Before {Name(0)} comes {Name(-1)}.",
            Proof = Proof.Rows(
                names.Select((name, i) => new { name, at = i }), $"mod(at - {at} - ({step}), {names.Length}) = 0"),
        }
        .Wrong("social.turns-time-around", ask == "between" ? Name(3) : Name(-step))
        .Wrong("social.skips-one-in-a-row", ask == "between" ? Name(-1) : Name(2 * step))
        .Wrong("social.repeats-what-is-told", ask == "between" ? Name(4) : Name(0), ask == "between" ? "That comes later in the order." : "That is the one that is named already.");
    }

    private static Draft? Dates(Commission c)
    {
        var first = c.Rolls.Below(7);
        var length = c.Rolls.Pick((int[])[30, 31]);
        var day = c.Rolls.Between(2, 22);
        var weekday = Days[(first + day - 1) % 7];
        var figure = Month(first, length);
        var plan = Plan(c, out var where);
        if (c.Rolls.Pick(c.Params.List("ask")) == "weekday")
        {
            var draft = new Draft
            {
                Kind = QuestionKind.Choice,
                Stem = c.Rolls.Below(4) switch
                {
                    0 => $"{where}{Words.Cap(plan)} is on the {day}{End(day)}. Look at the calendar. Which day of the week is that?",
                    1 => $"Find the number {day} on the calendar. Which day of the week is it?",
                    2 => $"{c.Person().Name} has a birthday on the {day}{End(day)} of this month. On which day of the week is it?",
                    _ => $"Put a finger on the {day}{End(day)} and look up to the top of the calendar. Which day of the week is it?",
                },
                Figure = figure,
                Key = [weekday],
                Demand = Demand.Apply,
                Hint = "Find the number. Then look at the name at the top of its column.",
                Rationale = $"The {day}{End(day)} stands under {weekday}.",
                Proof = Proof.Rows(Days.Select((name, i) => new { name, at = i }), $"mod({first} + {day} - 1 - at, 7) = 0"),
            };
            return draft.Wrong("social.reads-another-column", Days[(first + day) % 7])
                .Wrong("social.reads-another-column", Days[(first + day + 5) % 7])
                .Wrong("social.starts-week-at-one", Days[(first + day + 1) % 7]);
        }
        var days = c.Rolls.Between(3, 7);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(4) switch
            {
                0 => $"{where}Today is the {day}{End(day)}. {Words.Cap(plan)} is on the {day + days}{End(day + days)}. In how many days is that?",
                1 => $"Look at the calendar. How many days is it from the {day}{End(day)} to the {day + days}{End(day + days)}?",
                2 => $"{c.Person().Name} waits for the {day + days}{End(day + days)}. Today is the {day}{End(day)}. How many more sleeps is that?",
                _ => $"{where}It is the {day}{End(day)} of the month. How many days are left until the {day + days}{End(day + days)}, the day of {plan}?",
            },
            Figure = figure,
            Key = [Words.Number(days)],
            Demand = Demand.Apply,
            Hint = "Start after today and count each day.",
            Rationale = $"From {day} to {day + days} there are {days} steps.",
            Proof = Proof.Search("n", 0, 31, $"{day} + n = {day + days}"),
        }
        .Wrong("social.counts-both-ends", days + 1).Wrong("social.misses-one", days - 1).Maybe("social.gives-one-count", day + days);
    }

    private static string Plan(Commission c, out Phrase where)
    {
        where = c.Work is null ? Wording.Of("") : $"Someone at {c.Work.Setting} looks at the {c.Document("wall calendar")}. ";
        return c.Rolls.Pick(Plans);
    }

    private static string End(int day) => day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };

    private static Figure Month(int first, int length)
    {
        const int Cell = 44;
        var drawing = new Drawing((7 * Cell) + 4, (7 * 30) + 4);
        for (var d = 0; d < 7; d++)
        {
            drawing.Rect(2 + (d * Cell), 2, Cell, 30, Drawing.Pale).Text(24 + (d * Cell), 22, Days[d][..3], 13, bold: true);
        }
        for (var day = 1; day <= length; day++)
        {
            var at = first + day - 1;
            drawing.Rect(2 + (at % 7 * Cell), 32 + (at / 7 * 30), Cell, 30).Text(24 + (at % 7 * Cell), 52 + (at / 7 * 30), day.ToString(CultureInfo.InvariantCulture), 13);
        }
        return drawing.ToFigure($"A calendar of a month of {length} days. The 1st is a {Days[first]}.");
    }
}
