using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Cards with the entries of a fact table, drawn so and so often: which card is meant must be known, how often it was
/// drawn stands in a chart that is made anew each time. Params: columns.
/// </summary>
internal sealed class FactTally() : ItemModel("social.fact-tally")
{
    private const int CardLettersMax = 40;

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = FactTable.Of(c);
        var column = c.Rolls.Pick(table.Columns);
        var facts = table.Draw(c, column, c.Young ? 4 : 5);
        if (Desk.Missing(c, out var desk) || facts.Length < 4 || column.Back == "-" || facts.Any(f => f.Entry.Length > CardLettersMax))
        {
            return null;
        }
        var counts = c.Rolls.Shuffle(Enumerable.Range(1, c.Grade.Ordinal switch { 0 or 1 => 5, 2 => 8, _ => 20 }).ToArray());
        var chart = new Chart(table, column, [.. facts.Zip(counts, (fact, count) => new Card(fact, count))], Told(c, desk));
        return c.Rolls.Below(c.Grade.Ordinal == 0 ? 4 : 5) switch
        {
            < 2 => One(c, chart),
            < 4 => Extreme(c, chart),
            _ => Two(c, chart),
        };
    }

    private static Phrase Told(Commission c, Desk? desk) => c.Rolls.Below(3) switch
    {
        _ when desk is not null => $"{desk.Named} makes a card game. The chart shows how often each card was drawn.",
        0 => $"{c.Person().Name} draws cards from a box. The chart shows how often each card came.",
        1 => $"A class plays a card game. The chart shows how often each card was drawn.",
        _ => $"There are cards in a box. {c.Person().Name} keeps a chart of the cards that were drawn.",
    };

    private static Draft One(Commission c, Chart chart)
    {
        var card = chart.Cards[0];
        var draft = chart.Number(
            c, $"{chart.Told} {chart.Back(card)} {c.Say($"How often was that card drawn?", $"Find that card. How many times did it come?", $"Look for that card in the chart. What is its number?")}",
            card.Count, $"{card.Fact.Statement} That card was drawn {Times(card.Count)}.", c.Rolls.Shuffle(chart.Cards), $"fact = {Chart.Asked}", card);
        foreach (var other in c.Rolls.Shuffle(chart.Cards[1..]))
        {
            draft.Wrong(chart.Table.Bug, other.Count, other.Fact.Statement);
        }
        return draft;
    }

    private static Draft Extreme(Commission c, Chart chart)
    {
        var most = c.Rolls.Chance(0.5);
        var ranked = chart.Cards.OrderBy(card => most ? -card.Count : card.Count).ToArray();
        var word = Wording.Of(most ? "most" : "least");
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{chart.Told} {c.Say($"Find the card that was drawn {word} often. Which words go with it?", $"Which words tell about the card that came {word} often?", $"One card came {word} often. What goes with that card?")}",
            Figure = Chart.Drawn(c.Rolls.Shuffle(chart.Cards)),
            Key = [ranked[0].Fact.Value],
            Demand = Demand.Apply,
            Hint = "Look at the numbers first. Then think about the card.",
            Rationale = $"{Words.Cap(ranked[0].Fact.Entry)}: {Times(ranked[0].Count)}. {ranked[0].Fact.Statement}",
            Proof = Proof.Rows(
                chart.Cards.Select(card => new { name = chart.Table.ValueOf(c, card.Fact.Entry, chart.Column), n = card.Count }),
                $"n {(most ? ">=" : "<=")} {(most ? chart.Cards.Max(card => card.Count) : chart.Cards.Min(card => card.Count))}"),
        };
        foreach (var other in c.Rolls.Shuffle(ranked[1..]).Take(c.Young ? 2 : 3))
        {
            draft.Wrong("social.reads-another-row", other.Fact.Value, $"{other.Fact.Statement} That card was drawn {Times(other.Count)}.");
        }
        return draft;
    }

    private static Draft Two(Commission c, Chart chart)
    {
        var (a, b) = (chart.Cards[0], chart.Cards[1]);
        var draft = chart.Number(
            c, $"{chart.Told} {chart.Back(a)} {chart.Back(b)} {c.Say($"How many times were these two cards drawn together?", $"Find both cards. Add their numbers. What do you get?")}",
            a.Count + b.Count, $"{a.Fact.Statement} {b.Fact.Statement} {a.Count} + {b.Count} = {a.Count + b.Count}.", c.Rolls.Shuffle(chart.Cards),
            $"fact = {Chart.Asked} or fact = {Chart.AskedToo}", a, b);
        foreach (var other in c.Rolls.Shuffle(chart.Cards[2..]))
        {
            draft.Maybe(chart.Table.Bug, a.Count + other.Count, $"{other.Fact.Statement}").Maybe(chart.Table.Bug, b.Count + other.Count, $"{other.Fact.Statement}");
        }
        return draft.Maybe("social.gives-one-count", a.Count, "That is one of the two cards.");
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private sealed record Card(Fact Fact, int Count);

    private sealed record Chart(FactTable Table, Column Column, ImmutableArray<Card> Cards, Phrase Told)
    {
        public const int Asked = 1;
        public const int AskedToo = 2;

        public Phrase Back(Card card) => Wording.Of(Column.Back.Replace("{v}", card.Fact.Value, StringComparison.Ordinal));

        public static Figure Drawn(IReadOnlyList<Card> order) => Pictures.Table(
            ["card", "times"],
            [.. order.Select(card => (string[])[Words.Cap(card.Fact.Entry), card.Count.ToString(CultureInfo.InvariantCulture)])],
            "A chart. " + string.Join(" ", order.Select(card => $"{Words.Cap(card.Fact.Entry)}: {card.Count}.")));

        /// <summary>The proof looks each card up in the table of data: which of the values asked for does it have there?</summary>
        public Draft Number(Commission c, Phrase stem, int key, string why, IReadOnlyList<Card> order, string where, params Card[] asked) => new()
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Figure = Drawn(order),
            Key = [Words.Number(key)],
            Demand = Demand.Apply,
            Hint = Table.Hint,
            Rationale = why,
            Proof = Proof.Tally(order.Select(card => new
            {
                name = card.Fact.Entry,
                fact = Array.FindIndex(asked, a => a.Fact.Value == Table.ValueOf(c, card.Fact.Entry, Column)) + 1,
                n = card.Count,
            }), "sum", where, "n"),
        };
    }
}
