using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Which of these belongs to a class, or which does not. Params: kinds (the classes that may be asked for).</summary>
internal sealed class SortExample() : ItemModel("social.sort-example", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = SortTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var kind = table.Asked(c);
        var fits = c.Rolls.Chance(0.6) || (c.Young && table.Form is not CaseForm.Thing);
        var many = c.Young ? 2 : 3;
        var key = fits ? SortTable.Some(c, kind, 1)[0] : table.Others(c, kind, 1)[0];
        var wrongs = fits ? table.Others(c, kind, many) : SortTable.Some(c, kind, many);
        if (wrongs.Count < many)
        {
            return null;
        }
        Sorted[] cases = [key, .. wrongs];
        var shown = Shown(c, table, cases, desk is null);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? (fits ? Fits(c, table, kind) : Stranger(c, table, kind)) : (fits ? FitsAt(c, desk, kind) : StrangerAt(c, desk, kind)),
            Key = [shown[0]],
            Demand = !fits ? Demand.Reason : c.Young ? Demand.Recall : Demand.Apply,
            Hint = table.Hint,
            Rationale = SortTable.Place(key),
            Proof = table.Form is not CaseForm.Act && fits
                ? Proof.Table(table.Name, $"of = '{kind.Key}'", "text")
                : Proof.Rows(
                    cases.Select((sorted, i) => new { name = shown[i], of = table.ClassOf(sorted.Text) }),
                    $"of {(fits ? "=" : "!=")} '{kind.Key}'"),
        };
        for (var i = 1; i < cases.Length; i++)
        {
            draft.Wrong(table.Bug, shown[i], SortTable.Place(cases[i]));
        }
        return draft;
    }

    internal static Phrase Heading(Kind kind) => $"“{Wording.Of(Words.Cap(kind.Many))}”";

    private static Phrase Fits(Commission c, SortTable table, Kind kind) => c.Rolls.Below(3) switch
    {
        0 when c.Young => $"Look and listen. {Wording.Of(kind.Ask)}",
        1 when c.Young => $"Think first, then choose. {Wording.Of(kind.Ask)}",
        0 => $"Here are some examples. {Wording.Of(kind.Ask)}",
        1 when table.Form is not CaseForm.Act => $"Someone sorts these under headings. Which one goes under {Heading(kind)}?",
        _ => $"{Wording.Of(kind.Ask)}",
    };

    private static Phrase Stranger(Commission c, SortTable table, Kind kind) => c.Rolls.Below(2) switch
    {
        0 when c.Young => $"Which one is not {Wording.Of(kind.Label)}?",
        _ when c.Young => $"One of these does not fit. Which one is not {Wording.Of(kind.Label)}?",
        0 => $"Only one of these does not go under {Heading(kind)}. Which one?",
        _ when table.Form is CaseForm.Act => $"All but one of these go under {Heading(kind)}. Which one does not?",
        _ => $"All but one of these are {Wording.Of(kind.Many)}. Which one is not?",
    };

    private static Phrase FitsAt(Commission c, Desk desk, Kind kind) => c.Rolls.Below(3) switch
    {
        0 when c.Young => $"{desk.Intro} Help {desk.Who.Name} choose. {Wording.Of(kind.Ask)}",
        _ when c.Young => $"{desk.Intro} {desk.Who.Subject} asks: {Wording.Of(kind.Ask)}",
        0 => $"{desk.Intro} The {desk.Paper} has a list with the heading {Heading(kind)}, and one line is missing. Which line fits there?",
        1 => $"{desk.Intro} The {desk.Paper} needs one more example for the part {Heading(kind)}. Which example is right?",
        _ => $"{desk.Intro} Someone asks for an example that goes under {Heading(kind)} on the {desk.Paper}. Which one should {desk.Who.Name} give?",
    };

    private static Phrase StrangerAt(Commission c, Desk desk, Kind kind) => c.Rolls.Below(2) switch
    {
        _ when c.Young => $"{desk.Intro} One of these does not fit. Which one is not {Wording.Of(kind.Label)}?",
        0 => $"{desk.Intro} On the {desk.Paper}, these lines stand under the heading {Heading(kind)}. One does not belong there. Which one must {desk.Who.Name} take out?",
        _ => $"{desk.Intro} {desk.Who.Subject} checks the part {Heading(kind)} of the {desk.Paper} and finds one mistake. Which line is it?",
    };

    private static string[] Shown(Commission c, SortTable table, Sorted[] cases, bool named)
    {
        var names = Roster.Draw(c, cases.Length);
        return [.. cases.Select((sorted, i) => table.Form is not CaseForm.Act ? sorted.Text
            : named ? $"{names[i]} {sorted.Text}." : Words.Cap(sorted.Text))];
    }
}
