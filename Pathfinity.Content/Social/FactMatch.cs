using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Entries to be matched with what is true of them, or pairs of which one is right. Params: columns.</summary>
internal sealed class FactMatch() : ItemModel("social.fact-match", version: 2)
{
    public override Draft? Write(Commission c)
    {
        var table = FactTable.Of(c);
        var column = c.Rolls.Pick(table.Columns);
        var count = c.Young ? 3 : 4;
        var facts = table.Draw(c, column, (2 * count) - 1);
        if (facts.Length <= count)
        {
            return null;
        }
        return c.Young || c.Rolls.Chance(0.4) ? Pairs(c, table, column, facts, count) : Columns(c, table, column, facts[..count]);
    }

    private static Draft Columns(Commission c, FactTable table, Column column, Fact[] facts)
    {
        ImmutableArray<string> key = [.. facts.Select(f => f.Value)];
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{Wording.Of(c.Skill.Name)}: match each entry on the left with what is true of it.",
                1 => $"Draw a line from each name to the words that fit it ({Wording.Of(Wording.Topic(c.Skill.Name))}).",
                _ => $"Match left and right so that each pair is true. The subject: {Wording.Of(Wording.Topic(c.Skill.Name))}.",
            },
            Prompts = [.. facts.Select(f => f.Entry)],
            Key = key,
            Demand = Demand.Recall,
            Difficulty = 0.3,
            Hint = table.Hint,
            Rationale = string.Join(' ', facts.Select(f => f.Statement)),
            Proof = Proof.Each(facts.Select(f => table.ProofOfValue(c, f.Entry, column))),
        }
        .Wrong(table.Bug, [key[1], key[0], .. key.Skip(2)], $"{facts[0].Statement} {facts[1].Statement}")
        .Wrong(table.Bug, [key[0], .. key.Skip(2), key[1]], $"{facts[1].Statement} {facts[2].Statement}");
    }

    private static Draft Pairs(Commission c, FactTable table, Column column, Fact[] facts, int count)
    {
        var pairs = facts[..count].Select((f, i) => (f.Entry, Says: i == 0 ? f.Value : FactLines.Lent(facts, count, i), Fact: f)).ToArray();
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = c.Rolls.Below(2) switch
            {
                0 => $"Which two belong together? The subject: {Wording.Of(Wording.Topic(c.Skill.Name))}.",
                _ => $"{Wording.Of(c.Skill.Name)}: only one pair is right. Which pair?",
            },
            Key = [$"{pairs[0].Entry} – {pairs[0].Says}"],
            Demand = Demand.Recall,
            Hint = table.Hint,
            Rationale = facts[0].Statement,
            Proof = Proof.Rows(
                pairs.Select(p => new { name = $"{p.Entry} – {p.Says}", says = p.Says, of = table.ValueOf(c, p.Entry, column) }), "says = of"),
        };
        foreach (var pair in pairs.Skip(1))
        {
            draft.Wrong(table.Bug, $"{pair.Entry} – {pair.Says}", pair.Fact.Statement);
        }
        return draft;
    }
}
