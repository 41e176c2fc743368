using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>What comes next, before, first or last. Params: ask (next, before, first, last, or several).</summary>
internal sealed class StepsNext() : ItemModel("social.steps-next", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = StepTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var process = c.Rolls.Pick(table.Processes);
        var ask = c.Rolls.Pick(c.Params.List("ask", "next", "before"));
        var last = process.Steps.Length - 1;
        var from = ask switch
        {
            "next" => c.Rolls.Between(0, last - 1),
            "before" => c.Rolls.Between(1, last),
            _ => 0,
        };
        var at = ask switch { "next" => from + 1, "before" => from - 1, "first" => 0, _ => last };
        var shown = process.Steps.Where((_, i) => i == at || i != from || ask is "first" or "last").ToArray();
        var key = process.Steps[at];
        var wrongs = c.Rolls.Shuffle(shown.Where(step => step != key).ToArray());
        if (wrongs.Length < (c.Young ? 2 : 3))
        {
            return null;
        }
        var stem = Stem(table, process, ask, process.Steps[from]);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? stem : At(c, desk, process, ask, process.Steps[from], table),
            Key = [Words.Cap(key)],
            Demand = c.Young ? Demand.Apply : ask is "next" or "before" ? Demand.Apply : Demand.Recall,
            Hint = table.Hint,
            Rationale = $"The order is: {string.Join(" → ", process.Steps.Select(s => Wording.Open(Words.Cap(s))))}.",
            Proof = Proof.Rows(
                process.Steps.Select(s => new { name = Words.Cap(s), at = table.PlaceOf(c, process, s) }),
                ask switch
                {
                    "next" => $"at - 1 = {table.PlaceOf(c, process, process.Steps[from])}",
                    "before" => $"at + 1 = {table.PlaceOf(c, process, process.Steps[from])}",
                    "first" => "at = 1",
                    _ => $"at = {process.Steps.Length}",
                }),
        };
        foreach (var wrong in wrongs.Take(c.Young ? 2 : 3))
        {
            var reason = $"{Wording.Quote(Wording.Open(Words.Cap(wrong)))} is step {process.Steps.IndexOf(wrong) + 1} of {process.Steps.Length}.";
            draft.Wrong(process.Steps.IndexOf(wrong) < at ? "social.goes-back-a-step" : table.Bug, Words.Cap(wrong), reason);
        }
        return draft;
    }

    private static Phrase Stem(StepTable table, Process process, string ask, string step) => (ask, table.You) switch
    {
        ("next", true) => $"Think of {Wording.Of(process.Title)}. You {Wording.Of(step)}. What comes next?",
        ("before", true) => $"Think of {Wording.Of(process.Title)}. What comes just before you {Wording.Of(step)}?",
        ("first", true) => $"Think of {Wording.Of(process.Title)}. What comes first?",
        (_, true) => $"Think of {Wording.Of(process.Title)}. What comes last?",
        ("next", _) => $"{Wording.Of(Words.Cap(process.Title))}: which step comes right after this one? “{Wording.Of(step)}”",
        ("before", _) => $"{Wording.Of(Words.Cap(process.Title))}: which step comes right before this one? “{Wording.Of(step)}”",
        ("first", _) => $"{Wording.Of(Words.Cap(process.Title))}: which of these steps comes first?",
        _ => $"{Wording.Of(Words.Cap(process.Title))}: which of these steps comes last?",
    };

    private static Phrase At(Commission c, Desk desk, Process process, string ask, string step, StepTable table)
    {
        Phrase told = (table.You, c.Young) switch
        {
            (true, true) => $"You {Wording.Of(step)}.",
            (true, _) => $"{Wording.Of(Words.Cap(step))}.",
            _ => Wording.Of(step),
        };
        return ask switch
        {
            "next" when c.Young => $"{desk.Intro} Think of {Wording.Of(process.Title)}. {told} What should {desk.Who.Name} show next?",
            "before" when c.Young => $"{desk.Intro} Think of {Wording.Of(process.Title)}. What should {desk.Who.Name} show just before this? {told}",
            "first" when c.Young => $"{desk.Intro} Think of {Wording.Of(process.Title)}. What should {desk.Who.Name} show first?",
            _ when c.Young => $"{desk.Intro} Think of {Wording.Of(process.Title)}. What should {desk.Who.Name} show last?",
            "next" => $"{desk.Intro} {desk.Who.Subject} lists the steps of {Wording.Of(process.Title)} and has come to: “{told}” Which step must stand below it?",
            "before" => $"{desk.Intro} In the list of steps for {Wording.Of(process.Title)}, the line above “{told}” is blank. Which step is missing there?",
            "first" => $"{desk.Intro} One part explains {Wording.Of(process.Title)}. Which of these steps must stand at the top?",
            _ => $"{desk.Intro} One part explains {Wording.Of(process.Title)}. Which of these steps must stand at the bottom?",
        };
    }
}
