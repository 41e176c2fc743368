using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A small story of several people or things, in which one is asked for or all of a class are counted. Params: kinds.
/// </summary>
internal sealed class SortPeople() : ItemModel("social.sort-people", version: 2)
{
    private const int CountedMin = 4;
    private const int CountedMax = 6;

    public override Draft? Write(Commission c)
    {
        var table = SortTable.Of(c);
        return table.Form is not CaseForm.Say && (table.Form is CaseForm.Act || table.Tell.Length > 0)
            && c.Rolls.Chance(0.6)
            ? Who(c, table)
            : HowMany(c, table);
    }

    private static Draft? Who(Commission c, SortTable table)
    {
        var kind = table.Asked(c);
        var key = SortTable.Some(c, kind, 1)[0];
        var wrongs = table.Others(c, kind, c.Young ? 2 : 3);
        if (wrongs.Count < (c.Young ? 2 : 3))
        {
            return null;
        }
        var names = Roster.Draw(c, wrongs.Count + 1);
        var told = c.Rolls.Shuffle<(string Name, Sorted Case)>(
            [(names[0], key), .. wrongs.Select((w, i) => (names[i + 1], w))]);
        Phrase ask = c.Rolls.Below(2) switch
        {
            _ when table.Form is CaseForm.Act => Wording.Of(kind.Ask),
            0 => $"{Wording.Of(kind.Ask)} Choose the name that goes with it.",
            _ => $"{Wording.Of(kind.Ask)} Tell who goes with it.",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{Wording.Join(told.Select(t => Tells(table, t.Name, t.Case)))} {ask}",
            Key = [names[0]],
            Demand = Demand.Apply,
            Hint = table.Hint,
            Rationale = $"It is {names[0]}. {SortTable.Place(key)}",
            Proof = Proof.Rows(told.Select(t => new { name = t.Name, of = table.ClassOf(t.Case.Text) }),
                $"of = '{kind.Key}'"),
        };
        for (var i = 0; i < wrongs.Count; i++)
        {
            draft.Wrong(table.Bug, names[i + 1], SortTable.Place(wrongs[i]));
        }
        return draft;
    }

    private static Draft? HowMany(Commission c, SortTable table)
    {
        var kind = table.Asked(c);
        var all = c.Rolls.Between(CountedMin, c.Young ? 5 : CountedMax);
        var fit = c.Rolls.Between(1, all); // each number as often as any other
        var fits = SortTable.Some(c, kind, fit);
        var others = table.Others(c, kind, all - fit);
        if (fits.Count < fit || others.Count < all - fit)
        {
            return null;
        }
        var cases = c.Rolls.Shuffle<Sorted>([.. fits, .. others]);
        var names = Roster.Draw(c, cases.Length);
        var list = table.Form is CaseForm.Act
            ? Wording.Join(cases.Select((s, i) => Tells(table, names[i], s)))
            : table.Form is CaseForm.Say
                ? Wording.Join(cases.Select((s, i) => (Phrase)$"({i + 1}) {Wording.Of(s.Text)}"))
                : Wording.Of(Wording.Stop(Words.Cap(Words.List([.. cases.Select(s => s.Text)]))));
        Phrase stem = c.Rolls.Below(2) switch
        {
            0 => $"{list} How many of these are {Wording.Of(kind.Many)}?",
            _ => $"{list} Count the {Wording.Of(kind.Many)}. How many do you find?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(fit)],
            Demand = Demand.Apply,
            Difficulty = 0.2,
            Hint = table.Hint,
            Rationale = $"{Words.Cap(kind.Why)}: {string.Join("; ", fits.Select(s => Wording.Open(s.Text)))}. That makes {fit}.",
            Proof = Proof.Tally(cases.Select(s => new { of = table.ClassOf(s.Text) }), "count", $"of = '{kind.Key}'"),
        };
        for (var other = 1; other <= all; other++)
        {
            _ = other == fit ? draft : other == all - fit ? draft.Wrong("social.counts-the-others", other)
                : other == all ? draft.Wrong("social.counts-all", other)
                : draft.Wrong(other < fit ? "social.misses-one" : "social.takes-one-too-many", other);
        }
        return draft;
    }

    private static Phrase Tells(SortTable table, string name, Sorted sorted) => table.Form is CaseForm.Act
        ? $"{name} {Wording.Of(sorted.Text)}."
        : Wording.Fill(table.Tell.Replace("{x}", sorted.Text, StringComparison.Ordinal), "{n}", name);
}
