using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Asks for the value of an entry or for the entry of a value. Params: columns; way (ask, back, or both).</summary>
internal sealed class FactAsk() : ItemModel("social.fact-ask", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = FactTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var column = c.Rolls.Pick(table.Columns);
        var facts = table.Draw(c, column, c.Young ? 3 : 4);
        var way = c.Rolls.Pick(c.Params.List("way", "ask", "back")) == "ask" ? 0 : 1;
        var template = way == 0 ? column.Ask : column.Back;
        if (facts.Length < (c.Young ? 3 : 4) || template == "-")
        {
            return null;
        }
        var fact = facts[0];
        var ask = way == 0 ? Wording.Of(template.Replace("{e}", fact.Entry, StringComparison.Ordinal))
            : Wording.Of(template.Replace("{v}", fact.Value, StringComparison.Ordinal));
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? $"{ask}" : At(c, desk, ask),
            Key = [way == 0 ? fact.Value : fact.Entry],
            Demand = Demand.Recall,
            Hint = table.Hint,
            Rationale = fact.Statement,
            Proof = way == 0 ? table.ProofOfValue(c, fact.Entry, column) : table.ProofOfEntry(c, facts, fact.Value, column),
        };
        foreach (var wrong in facts.Skip(1))
        {
            draft.Wrong(table.Bug, way == 0 ? wrong.Value : wrong.Entry, wrong.Statement);
        }
        return draft;
    }

    private static Phrase At(Commission c, Desk desk, Phrase ask) => c.Rolls.Below(3) switch
    {
        _ when c.Young => $"{desk.Intro} {desk.Who.Subject} asks: “{ask}”",
        0 => $"{desk.Intro} Someone asks: “{ask}” Which answer should stand there?",
        1 => $"{desk.Intro} {desk.Who.Subject} puts a question into it: “{ask}” Which answer is right?",
        _ => $"{desk.Intro} Before it goes out, one question is open: “{ask}”",
    };
}
