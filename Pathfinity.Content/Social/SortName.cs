using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>To which class a case belongs, or why it belongs there. Params: kinds.</summary>
internal sealed class SortName() : ItemModel("social.sort-name", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = SortTable.Of(c);
        Desk? desk = null;
        if (table.Kinds.Length < (c.Young && c.Work is null ? 2 : 3) || (c.Work is not null && (desk = Desk.Of(c)) is null))
        {
            return null;
        }
        var sorted = SortTable.Some(c, table.Asked(c), 1)[0];
        return table.Which.Length > 0 && c.Rolls.Chance(0.6)
            ? Which(c, table, desk, sorted)
            : Why(c, table, desk, sorted);
    }

    private static Draft Which(Commission c, SortTable table, Desk? desk, Sorted sorted)
    {
        var told = Told(c, table, sorted);
        Phrase stem = desk is null
            ? $"{told} {Wording.Of(table.Which)}"
            : Wording.Say(c.Rolls.Below(2) switch
            {
                _ when c.Young => $"{desk.Intro} {told} {Wording.Of(table.Which)}",
                0 => $"{desk.Intro} The {desk.Paper} says: “{told}” {Wording.Of(table.Which)}",
                _ => $"{desk.Intro} A reader of the {desk.Paper} points at the line “{told}” {Wording.Of(table.Which)}",
            });
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [sorted.Kind.Label],
            Demand = Demand.Apply,
            Hint = table.Hint,
            Rationale = SortTable.Place(sorted),
            Proof = Proof.Table(table.Name, $"key = '{table.ClassOf(sorted.Text)}'", "label"),
        };
        foreach (var other in table.Besides(sorted.Kind))
        {
            draft.Wrong(table.Bug, other.Label, $"{Words.Cap(other.Label)} would be right only if this were true: {other.Why}.");
        }
        return draft;
    }

    private static Draft Why(Commission c, SortTable table, Desk? desk, Sorted sorted)
    {
        var told = Told(c, table, sorted);
        var heading = SortExample.Heading(sorted.Kind);
        Phrase stem = (desk, c.Rolls.Below(2)) switch
        {
            (null, 0) when c.Young => $"{told} This goes with {heading}. Why?",
            (null, _) when c.Young => $"{told} Why does this go with {heading}?",
            (null, 0) => $"“{told}” This goes under {heading}. What is the reason?",
            (null, _) => $"This goes under {heading}: “{told}” Why?",
            (_, _) when c.Young => $"{desk.Intro} {told} This goes with {heading}. Why?",
            _ => $"{desk.Intro} The {desk.Paper} puts this under {heading}: “{told}” Which reason should {desk.Who.Name} give?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Words.Cap(sorted.Kind.Why) + "."],
            Demand = Demand.Reason,
            Hint = table.Hint,
            Rationale = SortTable.Place(sorted),
            Proof = Proof.Rows(
                table.Kinds.Select(kind => new { name = Words.Cap(kind.Why) + ".", of = kind.Key }),
                $"of = '{table.ClassOf(sorted.Text)}'"),
        };
        foreach (var other in table.Besides(sorted.Kind))
        {
            draft.Wrong(table.Bug, Words.Cap(other.Why) + ".", $"That is what makes {Wording.Quote(other.Many)}.");
        }
        return draft;
    }

    /// <summary>The case as a sentence.</summary>
    private static Phrase Told(Commission c, SortTable table, Sorted sorted)
    {
        var who = c.Person().Name;
        return table.Form switch
        {
            CaseForm.Say => Wording.Of(sorted.Text),
            CaseForm.Act => $"{who} {Wording.Of(sorted.Text)}.",
            _ when table.Tell.Length > 0 => $"{Wording.Fill(table.Tell.Replace("{x}", sorted.Text, StringComparison.Ordinal), "{n}", who)}",
            _ => $"{Wording.Of(Words.Cap(sorted.Text))}.",
        };
    }
}
