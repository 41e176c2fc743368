using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Four statements, of which one is true or one is false; or clues that point at one entry. Params: columns.
/// </summary>
internal sealed class FactLines() : ItemModel("social.fact-lines", version: 2)
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
        return desk is null && table.Columns.Length > 1 && c.Rolls.Chance(0.4) ? Clues(c, table) : Lines(c, table, desk);
    }

    private static Draft? Lines(Commission c, FactTable table, Desk? desk)
    {
        var column = c.Rolls.Pick(table.Columns);
        var count = c.Young ? 3 : 4;
        var drawn = table.Draw(c, column, (2 * count) - 1);
        if (drawn.Length <= count)
        {
            return null;
        }
        var wantTrue = c.Rolls.Chance(0.5);
        var facts = drawn[..count];
        var claims = facts.Select((f, i) => (f.Entry, Says: wantTrue == (i == 0) ? f.Value : Lent(drawn, count, i), Fact: f)).ToArray();
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? Plain(c, wantTrue) : At(c, desk, wantTrue),
            Key = [facts[0].Claim(claims[0].Entry, claims[0].Says)],
            Demand = Demand.Apply,
            Difficulty = 0.1,
            Hint = table.Hint,
            Rationale = facts[0].Statement,
            Proof = Proof.Rows(
                claims.Select(k => new { name = k.Fact.Claim(k.Entry, k.Says), says = k.Says, of = table.ValueOf(c, k.Entry, column) }),
                wantTrue ? "says = of" : "says != of"),
        };
        foreach (var claim in claims.Skip(1))
        {
            draft.Wrong(table.Bug, claim.Fact.Claim(claim.Entry, claim.Says), claim.Fact.Statement);
        }
        return draft;
    }

    /// <summary>
    /// The value of an entry that is not shown, so that no two lines contradict each other; where those run out, that
    /// of another line.
    /// </summary>
    internal static string Lent(Fact[] drawn, int shown, int at)
    {
        var spare = drawn.Length - shown;
        return at == 0 ? drawn[shown].Value : at - 1 < spare ? drawn[shown + at - 1].Value : drawn[at - spare].Value;
    }

    private static Phrase Plain(Commission c, bool wantTrue) => (wantTrue, c.Rolls.Below(2)) switch
    {
        (true, 0) => $"{Topic(c)}: only one of these sentences is true. Which one?",
        (true, _) => $"{Topic(c)}: which sentence is true?",
        (false, 0) => $"{Topic(c)}: one of these sentences is false. Which one?",
        _ => $"{Topic(c)}: find the one sentence that is not true.",
    };

    private static Phrase At(Commission c, Desk desk, bool wantTrue) => (wantTrue, c.Rolls.Below(2)) switch
    {
        (true, 0) => $"{desk.Intro} People sent lines for the {desk.Paper}, and only one is true. Which one may {desk.Who.Name} print?",
        (true, _) => $"{desk.Intro} Which line is right and may stay on the {desk.Paper}?",
        (false, 0) => $"{desk.Intro} {desk.Who.Subject} checks the {desk.Paper} and finds one false line. Which line must be corrected?",
        _ => $"{desk.Intro} A reader says that one line of the {desk.Paper} is wrong. Which line is it?",
    };

    /// <summary>The skill's own name as wording.</summary>
    private static Phrase Topic(Commission c) => Wording.Of(c.Skill.Name);

    private static Draft? Clues(Commission c, FactTable table)
    {
        var columns = c.Rolls.Shuffle(table.Columns)[..2];
        var facts = table.Draw(c, columns[0], c.Young ? 3 : 4);
        if (facts.Length < (c.Young ? 3 : 4) || table.Also(facts[0], columns[1]) is not { } second)
        {
            return null;
        }
        var clues = c.Rolls.Shuffle<Fact>([facts[0], second]);
        if (clues.Any(f => !f.Column.Say.StartsWith("{E} ", StringComparison.Ordinal)))
        {
            return null;
        }
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"Clue 1: it {Clue(clues[0])} Clue 2: it {Clue(clues[1])} What do both clues point at?",
            Key = [facts[0].Entry],
            Demand = Demand.Apply,
            Hint = table.Hint,
            Rationale = $"{facts[0].Statement} {second.Statement}",
            Proof = table.ProofOfEntry(c, facts, facts[0].Value, columns[0]),
        };
        foreach (var wrong in facts.Skip(1))
        {
            draft.Wrong(table.Bug, wrong.Entry, wrong.Statement);
        }
        return draft;
    }

    private static Phrase Clue(Fact fact) => Wording.Of(Wording.Stop(fact.Column.Say["{E} ".Length..].Replace("{v}", fact.Value, StringComparison.Ordinal)));
}
