using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Two lists with headings, in which one line stands wrong; all of a class to be chosen; or pairs of which both must
/// fit. Params: kinds.
/// </summary>
internal sealed class SortLists() : ItemModel("social.sort-lists", version: 2)
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
        if (c.Young)
        {
            return c.Grade.Ordinal > 0 && desk is null && table.Form is CaseForm.Thing ? Pairs(c, table) : null;
        }
        return (desk is null ? c.Rolls.Below(3) : 0) switch
        {
            0 => Misplaced(c, table, desk),
            1 when table.Form is CaseForm.Thing => Pairs(c, table),
            _ => All(c, table),
        };
    }

    private static Draft? Misplaced(Commission c, SortTable table, Desk? desk)
    {
        var kind = table.Asked(c);
        var other = c.Rolls.Pick(table.Besides(kind));
        if (kind.Cases.Length < 2 || other.Cases.Length < 3 || table.Form is CaseForm.Say && c.Young)
        {
            return null;
        }
        var here = SortTable.Some(c, kind, 2);
        var there = SortTable.Some(c, other, 3); // the first of them stands under the wrong heading
        Sorted[] first = c.Rolls.Shuffle<Sorted>([here[0], here[1], there[0]]);
        Sorted[] second = [there[1], there[2]];
        Phrase lists = $"{SortExample.Heading(kind)}: {List(first)}\n{SortExample.Heading(other)}: {List(second)}";
        Phrase stem = desk is null
            ? Wording.Say(c.Rolls.Below(2) switch
            {
                0 => $"One line stands in the wrong list.\n{lists}\nWhich line must move?",
                _ => $"{c.Person().Name} made two lists and got one line wrong.\n{lists}\nWhich line belongs in the other list?",
            })
            : $"{desk.Intro} {desk.Who.Subject} checks two lists on the {desk.Paper}.\n{lists}\nOne line is in the wrong list. Which one must move?";
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Show(there[0])],
            Demand = Demand.Reason,
            Difficulty = 0.2,
            Hint = table.Hint,
            Rationale = SortTable.Place(there[0]),
            Proof = Proof.Rows(
                first.Select(s => new { name = Show(s), stands = kind.Key, of = table.ClassOf(s.Text) })
                    .Concat(second.Select(s => new { name = Show(s), stands = other.Key, of = table.ClassOf(s.Text) })),
                "stands != of"),
        };
        foreach (var wrong in (Sorted[])[here[0], here[1], .. second.Take(c.Young ? 0 : 1)])
        {
            draft.Wrong(table.Bug, Show(wrong), SortTable.Place(wrong));
        }
        return draft;
    }

    private static Draft? Pairs(Commission c, SortTable table)
    {
        var kind = table.Asked(c);
        var other = c.Rolls.Pick(table.Besides(kind));
        if (kind.Cases.Length < 4 || other.Cases.Length < 4)
        {
            return null;
        }
        var k = SortTable.Some(c, kind, 4);
        var o = SortTable.Some(c, other, 4);
        var both = c.Rolls.Chance(0.5);
        (Sorted A, Sorted B)[] pairs = [(k[0], k[1]), (k[2], o[0]), (o[1], k[3]), (o[2], o[3])];
        var key = both ? 0 : 1;
        Phrase stem = both switch
        {
            true => $"In which pair are both {Wording.Of(kind.Many)}?",
            _ => $"In which pair is the first {Wording.Of(kind.Label)} and the second {Wording.Of(other.Label)}?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Pair(pairs[key])],
            Demand = Demand.Apply,
            Difficulty = 0.1,
            Hint = table.Hint,
            Rationale = $"{SortTable.Place(pairs[key].A)} {SortTable.Place(pairs[key].B)}",
            Proof = Proof.Rows(
                pairs.Select(p => new { name = Pair(p), a = table.ClassOf(p.A.Text), b = table.ClassOf(p.B.Text) }),
                $"a = '{kind.Key}' and b = '{(both ? kind : other).Key}'"),
        };
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i != key)
            {
                draft.Wrong(
                    i == 3 ? table.Bug : both || i == 2 ? "social.checks-one-of-two" : "social.reverses-the-pair", Pair(pairs[i]),
                    $"{SortTable.Place(pairs[i].A)} {SortTable.Place(pairs[i].B)}");
            }
        }
        return draft;
    }

    private static Draft? All(Commission c, SortTable table)
    {
        var kind = table.Asked(c);
        var fits = SortTable.Some(c, kind, c.Rolls.Between(2, 3));
        var others = table.Others(c, kind, 2);
        if (fits.Count < 2 || others.Count < 2)
        {
            return null;
        }
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = c.Rolls.Below(2) switch
            {
                0 => $"Choose every line that goes under {SortExample.Heading(kind)}.",
                _ => $"More than one of these goes under {SortExample.Heading(kind)}. Choose them all.",
            },
            Key = [.. fits.Select(Show)],
            Demand = Demand.Apply,
            Difficulty = 0.3,
            Hint = table.Hint,
            Rationale = string.Join(' ', fits.Select(SortTable.Place)),
            Proof = Proof.Rows(
                fits.Concat(others).Select(s => new { name = Show(s), of = table.ClassOf(s.Text) }), $"of = '{kind.Key}'"),
        };
        foreach (var other in others)
        {
            draft.Wrong(table.Bug, Show(other), SortTable.Place(other));
        }
        return draft;
    }

    private static Phrase List(IEnumerable<Sorted> cases) => Wording.Join(cases.Select(s => Wording.Of(Show(s))), " / ");

    private static string Show(Sorted sorted) => Words.Cap(sorted.Text);

    private static string Pair((Sorted A, Sorted B) pair) => $"{pair.A.Text} and {pair.B.Text}";
}
