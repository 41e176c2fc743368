using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// What follows from dates: how many events fall into a period, how old somebody was, who can have been a witness,
/// which two neighbors in time are closest. Params: ask.
/// </summary>
internal sealed class YearsReason() : ItemModel("social.years-reason")
{
    private const int AdultAt = 18;
    private const int LivesMax = 85;
    private const int AgesUpTo = 7; // grade 6: later a plain difference of two years is too easy

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = YearTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        return c.Rolls.Pick(c.Params.List("ask", "window", "closest", "age", "witness")) switch
        {
            "window" when c.Work is null => Window(c, table, desk),
            "age" when c.Grade.Ordinal <= AgesUpTo => Age(c, table, desk),
            "witness" => Witness(c, table, desk),
            _ => Closest(c, table, desk),
        };
    }

    /// <summary>A number to be typed: few and small ones would give themselves away as options.</summary>
    private static Draft? Window(Commission c, YearTable table, Desk? desk)
    {
        var events = table.Draw(c, c.Rolls.Between(5, 8), 1);
        if (events.Length < 5)
        {
            return null;
        }
        var from = c.Rolls.Between(0, 2);
        var to = c.Rolls.Between(from + 1, events.Length - 2);
        var (low, high) = (events[from].Year - c.Rolls.Between(1, 4), events[to].Year + c.Rolls.Between(1, 4));
        var inside = events.Count(e => e.Year > low && e.Year < high);
        if (low < 0 != high < 0 || low == 0 || high == 0 || events.Any(e => e.Year == low || e.Year == high))
        {
            return null;
        }
        var list = Dated.List(c.Rolls.Shuffle(events));
        var (first, last) = (Dated.Era(low), Dated.Era(high));
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = Desk.Lead(desk, c.Rolls.Below(3) switch
            {
                0 => $"{list} How many of these events happened after {first} and before {last}?",
                1 => $"A chapter covers only the time from {first} to {last}. {list} How many of these belong in the chapter?",
                _ => $"{list} Count the events that lie between {first} and {last}. How many are there?",
            }),
            Key = [Words.Number(inside)],
            Demand = Demand.Apply,
            Difficulty = low < 0 ? 0.3 : 0.1,
            Hint = low < 0 ? "Years BCE count down: the larger number is the earlier year." : "Check each year: is it later than the first and earlier than the second?",
            Rationale = $"Between {first} and {last}: {string.Join("; ", events.Where(e => e.Year > low && e.Year < high).Select(e => $"{e.Event} ({e.When})"))}.",
            Proof = Proof.Tally(events.Select(e => new { year = e.Year }), "count", $"{low} < year < {high}"),
        }
        .Maybe("social.forgets-the-end", events.Count(e => e.Year > low), $"Counts everything after {first} and forgets the end of the time.")
        .Maybe("social.forgets-the-start", events.Count(e => e.Year < high), $"Counts everything before {last} and forgets its start.");
    }

    private static Draft? Closest(Commission c, YearTable table, Desk? desk)
    {
        var events = table.Draw(c, 5, 2);
        if (events.Length < 5 || (events[0].Year < 0 && events[^1].Year > 0))
        {
            return null;
        }
        var gaps = Enumerable.Range(0, 4).Select(i => (Name: Gap(events[i], events[i + 1]), Years: events[i + 1].Year - events[i].Year)).ToArray();
        var far = c.Rolls.Chance(0.4);
        var ranked = (far ? gaps.OrderByDescending(g => g.Years) : gaps.OrderBy(g => g.Years)).ToArray();
        if (ranked[0].Years == ranked[1].Years)
        {
            return null;
        }
        var list = Dated.List(c.Rolls.Shuffle(events));
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Desk.Lead(desk, (far, c.Rolls.Below(2)) switch
            {
                (false, 0) => $"{list} Put the events on a timeline. Between which two neighbors is the gap shortest?",
                (false, _) => $"{list} Which two events that follow each other lie closest in time?",
                (true, 0) => $"{list} Put the events on a timeline. Between which two neighbors is the gap longest?",
                _ => $"{list} Which two events that follow each other lie farthest apart in time?",
            }),
            Key = [ranked[0].Name],
            Demand = Demand.Reason,
            Difficulty = 0.3,
            Hint = "Order the years first, then subtract each from the next.",
            Rationale = string.Join(" ", gaps.Select(g => $"{g.Name}: {g.Years} years.")),
            Proof = Proof.Rows(gaps.Select(g => new { name = g.Name, years = g.Years }), $"years {(far ? ">=" : "<=")} {(far ? gaps.Max(g => g.Years) : gaps.Min(g => g.Years))}"),
        };
        foreach (var gap in ranked.Skip(1))
        {
            draft.Wrong(
                gap == ranked[^1] ? "social.answers-the-opposite" : "social.mixes-near-dates", gap.Name, $"That gap is {gap.Years} years; the right one is {ranked[0].Years}.");
        }
        return draft;
    }

    private static Draft? Age(Commission c, YearTable table, Desk? desk)
    {
        var one = c.Rolls.Pick(table.Events);
        var age = c.Rolls.Between(6, 79);
        var born = one.Year - age;
        if (born < 1000)
        {
            return null;
        }
        var who = c.Rolls.Pick((string[])["a printer", "a farmer", "a teacher", "a sailor", "a weaver", "a doctor", "a shopkeeper", "a mason", "a letter writer"]);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = Desk.Lead(desk, c.Rolls.Below(3) switch
            {
                0 => $"{Words.Cap(who)} was born in {born}. {Words.Cap(one.Event)}: {one.When}. What age did this person reach in that year?",
                1 => $"{Words.Cap(one.Event)}: {one.When}. {Words.Cap(who)} who tells of it was born in {born}. How old did the teller turn that year?",
                _ => $"An old record gives the birth of {who} as {born}. {Words.Cap(one.Event)}: {one.When}. How old did the person turn in that year?",
            }),
            Key = [Words.Number(age)],
            Frame = "{} years",
            Demand = Demand.Apply,
            Hint = "Subtract the year of birth from the year of the event.",
            Rationale = $"{one.Year} − {born} = {age}.",
            Proof = Proof.Search("n", 0, 200, $"{born} + n = {one.Year}"),
        }
        .Wrong("social.counts-both-ends", age + 1)
        .Maybe("social.borrows-wrongly", age + 10)
        .Maybe("social.misses-one", age - 1)
        .Maybe("social.borrows-wrongly", age - 10 > 0 ? age - 10 : age + 20);
    }

    private static Draft? Witness(Commission c, YearTable table, Desk? desk)
    {
        var one = c.Rolls.Pick(table.Events);
        if (one.Year < 1000)
        {
            return null;
        }
        var names = Roster.Draw(c, 4);
        var age = c.Rolls.Between(AdultAt + 2, 50);
        var child = c.Rolls.Between(2, AdultAt - 5);
        (string Name, int Born, int Died, string Bug, string Why)[] lives =
        [
            (names[0], one.Year - age, Died(one.Year - age, one.Year + c.Rolls.Between(3, 20)), "", ""),
            (names[1], one.Year - child, one.Year - child + c.Rolls.Between(50, 75), "social.overlooks-the-age", $"{names[1]} was a child of {child} then."),
            (names[2], one.Year - c.Rolls.Between(40, 75), one.Year - c.Rolls.Between(2, 12), "social.overlooks-the-death", $"{names[2]} had died before."),
            (names[3], one.Year + c.Rolls.Between(2, 12), one.Year + c.Rolls.Between(50, 75), "social.overlooks-the-birth", $"{names[3]} was born after it."),
        ];
        var shown = c.Rolls.Shuffle(lives);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Desk.Lead(desk, c.Rolls.Below(3) switch
            {
                0 => $"{Words.Cap(one.Event)}: {one.When}. The table gives four made-up lives. Who was an adult of {AdultAt} or more at that time?",
                1 => $"Someone claims to have lived through this as a grown person of at least {AdultAt} years: {one.Event}, {one.When}. For whom in the table can that be true?",
                _ => $"Which of these made-up people can have been an adult witness, {AdultAt} or older? The event: {one.Event}, {one.When}.",
            }),
            Figure = Pictures.Table(
                ["person", "born", "died"],
                [.. shown.Select(life => (string[])[life.Name, life.Born.ToString(CultureInfo.InvariantCulture), life.Died.ToString(CultureInfo.InvariantCulture)])],
                "A table. " + string.Join(" ", shown.Select(life => $"{life.Name}: born {life.Born}, died {life.Died}."))),
            Key = [names[0]],
            Demand = Demand.Reason,
            Difficulty = 0.1,
            Hint = "Check for each person: born early enough, and still alive?",
            Rationale = $"{names[0]} was {age} in {one.When}.",
            Proof = Proof.Rows(
                shown.Select(life => new { name = life.Name, born = life.Born, died = life.Died }), $"born + {AdultAt} <= {one.Year} and died >= {one.Year}"),
        };
        foreach (var life in lives.Skip(1))
        {
            draft.Wrong(life.Bug, life.Name, life.Why);
        }
        return draft;
    }

    private static int Died(int born, int wish) => Math.Min(wish, born + LivesMax);

    private static string Gap(Dated a, Dated b) => $"{Words.Cap(a.Event)} – {b.Event}";
}
