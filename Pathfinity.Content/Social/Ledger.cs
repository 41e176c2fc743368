using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A drawn list of amounts, each at a case of a class: a family's spending, answers of a class. Cases must be sorted
/// before anything can be added. What is listed is a row "log" of the skill's table; without one, it is answers to a
/// task that are counted. Params: kinds.
/// </summary>
internal sealed class Ledger() : ItemModel("social.ledger")
{
    private const int LettersMax = 34; // of a case that stands in a drawn table

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        Desk? desk = null;
        if ((c.Work is not null && (desk = Desk.Of(c)) is null)
            || LedgerPage.Draw(c, SortTable.Of(c), desk) is not { } page)
        {
            return null;
        }
        return c.Rolls.Below(c.Young ? 2 : 4) switch
        {
            0 or 1 => Sum(c, page),
            2 => Lead(c, page),
            _ => Top(c, page),
        };
    }

    private static Draft Sum(Commission c, LedgerPage page)
    {
        var own = page.Own.Sum(line => line.Amount);
        var rest = page.Rest.Sum(line => line.Amount);
        var (strange, missed) = (c.Rolls.Shuffle([.. page.Rest]), c.Rolls.Shuffle([.. page.Own]));
        var draft = new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = $"{page.Told}{page.Asked(c)}",
            Figure = page.Figure,
            Key = [Words.Number(own)],
            Demand = Demand.Apply,
            Difficulty = 0.1,
            Hint = page.Table.Hint,
            Rationale = $"{Words.Cap(page.Kind.Many)}: {LedgerPage.Listed(page.Own)}. {string.Join(" + ", page.Own.Select(line => line.Amount))} = {own}.",
            Proof = Proof.Tally(page.Rows, "sum", $"goes = '{page.Kind.Key}'", "n"),
        }
        .Maybe("social.counts-the-others", rest, "Adds the lines that do not fit.");
        // Of four small numbers, sums of one line or of all would be known as too small or too large to be right.
        if (!c.Young || c.Rolls.Chance(0.3))
        {
            draft.Maybe("social.leaves-one-out", own - missed[0].Amount, $"Leaves this out: {SortTable.Place(missed[0].Case)}");
        }
        if (!c.Young || c.Rolls.Chance(0.3))
        {
            draft.Maybe("social.counts-all", own + rest, "Adds every line, whether it fits or not.");
        }
        foreach (var (other, one) in strange.SelectMany(other => missed.Select(one => (other, one))))
        {
            draft.Maybe(page.Table.Bug, own + other.Amount - one.Amount,
                $"Counts this in for another line: {SortTable.Place(other.Case)}");
        }
        if (c.Young && !c.Rolls.Chance(0.3))
        {
            return draft;
        }
        return draft.Maybe(page.Table.Bug, own + strange[0].Amount,
            $"Counts this in: {SortTable.Place(strange[0].Case)}");
    }

    private static Draft? Lead(Commission c, LedgerPage page)
    {
        var (own, rest) = (page.Own.Sum(line => line.Amount), page.Rest.Sum(line => line.Amount));
        if (own <= rest)
        {
            return null;
        }
        var strange = c.Rolls.Pick(page.Rest);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = $"{page.Told}{page.Compared(c)}",
            Figure = page.Figure,
            Key = [Words.Number(own - rest)],
            Demand = Demand.Apply,
            Difficulty = 0.3,
            Hint = page.Table.Hint,
            Rationale = $"{Words.Cap(page.Kind.Many)}: {LedgerPage.Listed(page.Own)}, together {own}. The rest: {rest}. {own} − {rest} = {own - rest}.",
            Proof = Proof.Tally(page.Rows, "sum", "true", $"if(goes = '{page.Kind.Key}', n, 0 - n)"),
        }
        .Wrong("social.adds-both", own + rest)
        .Maybe("social.gives-one-count", own, "That is one of the two sums; how far are they apart?")
        .Maybe("social.counts-the-others", rest, "That is the other sum; how far are they apart?")
        .Maybe(page.Table.Bug, own - rest + (2 * strange.Amount),
            $"Moves this to the wrong side: {SortTable.Place(strange.Case)}");
    }

    private static Draft Top(Commission c, LedgerPage page)
    {
        var fits = c.Rolls.Chance(0.5);
        var among = (fits ? page.Own : page.Rest).OrderByDescending(line => line.Amount).ToArray();
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{page.Told}{page.Highest(c, fits)}",
            Figure = page.Figure,
            Key = [among[0].Case.Text],
            Demand = Demand.Reason,
            Difficulty = 0.2,
            Hint = page.Table.Hint,
            Rationale = $"{(fits ? "Lines that fit" : "Lines that do not fit")}: {LedgerPage.Listed(among)}. {SortTable.Place(among[0].Case)}",
            Proof = Proof.Rows(
                page.Rows, $"goes {(fits ? "=" : "!=")} '{page.Kind.Key}' and n >= {among.Max(line => line.Amount)}"),
        };
        foreach (var other in (fits ? page.Rest : page.Own).OrderByDescending(line => line.Amount).Take(2))
        {
            draft.Wrong(page.Table.Bug, other.Case.Text, SortTable.Place(other.Case));
        }
        return draft.Wrong("social.answers-the-opposite", among[^1].Case.Text,
            $"Its number, {among[^1].Amount}, is lower than {among[0].Amount}.");
    }

    /// <summary>True when all cases are short enough for a drawn table.</summary>
    public static bool Fits(IEnumerable<LedgerLine> lines) => lines.All(line => line.Case.Text.Length <= LettersMax);
}
