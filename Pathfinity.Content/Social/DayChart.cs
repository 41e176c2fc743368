using System.Collections.Immutable;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A card a day on the chart of a week, drawn anew each time: on how many days the card is of the class, or on which
/// day the first or last of them comes. Params: kinds.
/// </summary>
internal sealed class DayChart() : ItemModel("social.day-chart")
{
    private const int CardLettersMax = 40; // longer ones do not stand in a drawn table
    private static readonly ImmutableArray<string> Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = SortTable.Of(c);
        var kind = table.Asked(c);
        var size = c.Young ? 4 : 5;
        var ask = c.Rolls.Pick<string>(["count", "first", "last"]);
        var fits = Fits(c, size, ask);
        var own = SortTable.Some(c, kind, fits.Count(fit => fit));
        var others = table.Others(c, kind, fits.Count(fit => !fit));
        if (Desk.Missing(c, out var desk) || own.Count + others.Count < size)
        {
            return null;
        }
        var (mine, rest) = (new Queue<Sorted>(own), new Queue<Sorted>(others));
        var week = new Week(c, table, kind, [.. fits.Select(fit => fit ? mine.Dequeue() : rest.Dequeue())], desk);
        return ask == "count" ? Count(c, week) : End(c, week, first: ask == "first");
    }

    /// <summary>
    /// On which days the card is of the class: two at least where the first or last is asked for, any day being it as
    /// often.
    /// </summary>
    private static bool[] Fits(Commission c, int size, string ask)
    {
        var fits = new bool[size];
        if (ask == "count")
        {
            var many = c.Rolls.Between(1, size - 1);
            return c.Rolls.Shuffle(fits.Select((_, i) => i < many).ToArray());
        }
        var end = c.Rolls.Below(size - 1);
        var another = c.Rolls.Between(end + 1, size - 1);
        for (var i = end; i < size; i++)
        {
            fits[i] = i == end || i == another || c.Rolls.Chance(0.3);
        }
        return ask == "first" ? fits : [.. Enumerable.Reverse(fits)];
    }

    private static Draft Count(Commission c, Week week)
    {
        var right = week.Cards.Count(card => card.Kind == week.Kind);
        var all = week.Cards.Length;
        var draft = new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = $"{week.Told}{c.Say($"How many of the cards belong to {week.Heading}?", $"On how many days does the card belong to {week.Heading}?", $"Count the days with a card for {week.Heading}. How many are there?")}",
            Figure = week.Figure,
            Key = [Words.Number(right)],
            Demand = Demand.Apply,
            Hint = week.Table.Hint,
            Rationale = week.Because,
            Proof = Proof.Tally(week.Rows, "count", $"goes = '{week.Kind.Key}'"),
        };
        draft.Maybe("social.counts-the-others", all - right, "Counts the cards that do not belong there.")
            .Maybe("social.counts-all", all, "Counts every card.");
        return draft.Maybe("social.misses-one", right - 1)
            .Maybe(week.Table.Bug, right + 1, "Takes one card more for one that belongs there.");
    }

    private static Draft End(Commission c, Week week, bool first)
    {
        var word = Wording.Of(first ? "first" : "last");
        var fits = Enumerable.Range(0, week.Cards.Length).Where(i => week.Cards[i].Kind == week.Kind).ToArray();
        var key = first ? fits[0] : fits[^1];
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{week.Told}{c.Say($"Which day has the {word} card that belongs to {week.Heading}?", $"On which day does the {word} card for {week.Heading} come?", $"Look for cards that belong to {week.Heading}. On which day is the {word} one?")}",
            Figure = week.Figure,
            Key = [Days[key]],
            Demand = Demand.Apply,
            Hint = first ? "Start on Monday. Go on until a card fits."
                : "Start at the end of the chart. Go back until a card fits.",
            Rationale = week.Because,
            Proof = Proof.Rows(week.Rows, $"goes = '{week.Kind.Key}' and {(first ? "before" : "after")} = 0"),
        };
        var other = first ? fits[^1] : fits[0];
        draft.Wrong("social.reverses-order", Days[other], first ? "That is the last one." : "That is the first one.");
        foreach (var day in c.Rolls.Shuffle(Enumerable.Range(0, week.Cards.Length).Where(i => i != key && i != other)
            .ToArray()).Take(c.Young ? 1 : 2))
        {
            var card = week.Cards[day];
            draft.Wrong(card.Kind == week.Kind ? "social.skips-one-in-a-row" : week.Table.Bug, Days[day],
                SortTable.Place(card));
        }
        return draft;
    }

    private sealed class Week
    {
        public Week(Commission c, SortTable table, Kind kind, ImmutableArray<Sorted> cards, Desk? desk)
        {
            (Table, Kind, Cards) = (table, kind, cards);
            Heading = SortExample.Heading(kind);
            var texts = cards.Select(card => Words.Cap(Wording.Open(card.Text))).ToArray();
            Phrase lead = c.Rolls.Below(3) switch
            {
                _ when desk is not null => $"{desk.Named} hangs up one card each day.",
                0 => $"{c.Person().Name} hangs up one card each day.",
                1 => $"A class puts one card on the wall each day.",
                _ => $"Each day of the week has a card. {c.Person().Name} reads the cards.",
            };
            if (texts.All(text => text.Length <= CardLettersMax))
            {
                Told = $"{lead} ";
                Figure = Pictures.Table(["day", "card"], [.. texts.Select((text, i) => (string[])[Days[i], text])],
                    "A chart of the week. " + string.Join(" ",
                        texts.Select((text, i) => $"{Days[i]}: {Wording.Stop(text)}")));
            }
            else
            {
                Told = $"{lead}\n{Wording.Join(texts.Select((text, i) => Wording.Say($"{Days[i]}: {Wording.Stop(text)}")), "\n")}\n";
            }
            var goes = cards.Select(card => table.ClassOf(card.Text)).ToArray();
            Rows = [.. cards.Select((card, i) => new
            {
                name = Days[i],
                goes = goes[i],
                before = goes[..i].Count(other => other == kind.Key),
                after = goes[(i + 1)..].Count(other => other == kind.Key),
            })];
        }

        public SortTable Table { get; }

        public Kind Kind { get; }

        public ImmutableArray<Sorted> Cards { get; }

        public Phrase Heading { get; }

        public Phrase Told { get; }

        public Figure? Figure { get; }

        /// <summary>What proofs work on: each day with the class that the table of data gives its card.</summary>
        public ImmutableArray<object> Rows { get; }

        public string Because => string.Join(" ", Cards.Select((card, i) => $"{Days[i]}: {card.Kind.Many}."));
    }
}
