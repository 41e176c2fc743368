using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// Several cases at once: which belongs with the others, how many there are, who sorted right, match. Params: table,
/// and of (categories to ask for).
/// </summary>
internal sealed class GroupCases() : ScienceModel("science.group-cases")
{
    private const int MatchMin = 3; // categories that make a match worth asking

    protected override Draft? Ask(Commission c)
    {
        var table = Worlds.Default.Table(c.Params.Text("table"));
        var drawn = table.Draw(c);
        var pick = c.Rolls.Below(10);
        if (table.Paired)
        {
            return pick < 4 || c.Work is not null || c.Young ? Dispute(c, table) : Match(c, table, drawn);
        }
        return pick switch
        {
            < 4 => BelongsWith(c, table, drawn),
            < 6 when !c.Young && drawn.Length >= MatchMin && c.Work is null => Match(c, table, drawn),
            < 8 => Count(c, table, drawn),
            _ => c.Work is not null && drawn.Length < 3 ? null : Dispute(c, table),
        };
    }

    private static Draft? BelongsWith(Commission c, FactTable table, Category[] drawn)
    {
        var given = c.Young ? 2 : 3;
        if (drawn[0].Cases.Count <= given)
        {
            return null;
        }
        var cases = c.Rolls.Shuffle(drawn[0].Cases);
        var shown = cases[..given];
        var key = cases[given];
        var lead = Asking.Lead(c);
        var who = c.Person();
        Phrase stem = c.Rolls.Below(2) switch
        {
            0 => $"{lead}{who.Name} put these in one group:\n{Asking.Lines(shown)}\n{who.Subject} sorts by this "
                + $"question: {Asking.Quoted(Rule(table))} Which one goes in the same group?",
            _ => $"{lead}These belong together:\n{Asking.Lines(shown)}\nThe rule comes from this question: "
                + $"{Asking.Quoted(Rule(table))} Which one belongs with them?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Words.Cap(key)],
            Demand = Demand.Reason,
            Difficulty = 0.1,
            Hint = "Answer the sorting question for the ones in the group first.",
            Rationale = $"The group is: {drawn[0].Name}. {Facts.Because(key, drawn[0])}",
            Proof = Facts.Proof(drawn, key, ask: "name", where: "kind = mine"),
        };
        foreach (var (text, category) in Facts.Others(c.Rolls, drawn[1..], c.Young ? 2 : 3))
        {
            draft.Wrong(table.Bug, Words.Cap(text), Facts.Because(text, category));
        }
        return draft;
    }

    private static string Rule(FactTable table) => table.Ask[0].Replace("{x}", "it", StringComparison.Ordinal);

    private static Draft? Count(Commission c, FactTable table, Category[] drawn)
    {
        var all = c.Young || drawn[0].Cases.Count < 5 ? 4 : 5;
        var right = c.Rolls.Between(1, all); // each number as often as any other: none is the answer by habit
        var others = Facts.Others(c.Rolls, c.Rolls.Shuffle(drawn[1..]), all - right);
        if (others.Count < all - right || drawn[0].Cases.Count < right)
        {
            return null;
        }
        var mine = c.Rolls.Shuffle(drawn[0].Cases)[..right].Select(text => (Text: text, Category: drawn[0]));
        var list = c.Rolls.Shuffle([.. mine, .. others]);
        var lead = Asking.Lead(c);
        var name = Asking.Wording(drawn[0].Is);
        Phrase stem = c.Rolls.Below(2) switch
        {
            0 => $"{lead}Read the list.\n{Asking.Lines([.. list.Select(l => l.Text)])}\nHow many in the list fit "
                + $"this: {name}?",
            _ => $"{lead}Look at this list.\n{Asking.Lines([.. list.Select(l => l.Text)])}\nCount the ones that fit "
                + $"this: {name}. How many are there?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(right)],
            Demand = Demand.Apply,
            Hint = "Go down the list and decide about each one. Keep count.",
            Rationale = string.Join(" ", list.Select((l, i) => $"({i + 1}) {l.Category.Name}.")) + $" That makes "
                + $"{right}.",
            Proof = Proof.Tally(
                list.Select(l => new { kind = l.Category.Name, mine = drawn[0].Name }).ToList(),
                "count",
                "kind = mine"),
        };
        for (var other = 1; other <= all; other++)
        {
            _ = other == right ? draft : other == all - right ? draft.Wrong("science.counts-the-others", other)
                : other == all ? draft.Wrong("science.counts-all", other)
                : other < right ? draft.Wrong("science.misses-an-unusual-case", other)
                : draft.Wrong(table.Bug, other, $"Takes {Words.Number(other - right)} of another group for "
                    + $"{drawn[0].Is}.");
        }
        return draft;
    }

    private static Draft Match(Commission c, FactTable table, Category[] drawn)
    {
        var used = drawn[..Math.Min(4, drawn.Length)];
        var texts = used.Select(category => c.Rolls.Pick(category.Cases)).ToList();
        var swapped = used.Select(category => category.Name).ToArray();
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = $"Match each one. {Asking.Wording(Rule(table))} Use each answer once.",
            Prompts = [.. texts.Select(Words.Cap)],
            Key = [.. used.Select(category => category.Name)],
            Demand = table.Asks,
            Hint = "Begin with the one that you are surest of.",
            Rationale = string.Join(" ", used.Zip(texts, (category, text) => $"{Words.Cap(text)}: {category.Name}.")),
            Proof = Proof.Each(texts.Select(text => Facts.Proof(used, text, ask: "kind", where: "id = 0"))),
        }
        .Wrong(table.Bug, [.. swapped]);
    }

    /// <summary>
    /// Two say what it is; where there are three categories, each of them and neither is right as often.
    /// </summary>
    private static Draft Dispute(Commission c, FactTable table)
    {
        var drawn = table.Draw(c, mixed: true);
        var right = drawn[0];
        var text = c.Rolls.Pick(right.Cases);
        var a = c.Person();
        var b = c.Person(a);
        var order = c.Rolls.Shuffle(Enumerable.Range(0, Math.Min(3, drawn.Length)).ToArray());
        var (said, replied) = (drawn[order[0]], drawn[order[1]]);
        var lead = Asking.Lead(c);
        var question = table.Ask[0].Contains("{x}", StringComparison.Ordinal)
            ? Asking.Wording(Words.Cap(table.Ask[0].Replace("{x}", text, StringComparison.Ordinal)))
            : (Phrase)$"{Asking.Wording(Asking.Stopped(text))} {Asking.Wording(Rule(table))}";
        string agree = table.Ask[0].Contains("{x}", StringComparison.Ordinal) ? "agree." : "agree about this:";
        Phrase stem = c.Rolls.Below(2) switch
        {
            0 => $"{lead}{question} {a.Name} answers: {Asking.Quoted(said.Name)}. {b.Name} answers: "
                + $"{Asking.Quoted(replied.Name)}. Who is right, and why?",
            _ => $"{lead}Two friends do not {Asking.Wording(agree)} {question} {a.Name}: {Asking.Quoted(said.Name)}. "
                + $"{b.Name}: {Asking.Quoted(replied.Name)}. Which friend is right?",
        };
        var verdicts = order
            .Select((at, i) => (
                Name: i == 2 ? Neither(drawn[at]) : Verdict(i == 0 ? a : b, drawn[at]),
                Kind: drawn[at].Name))
            .ToList();
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [verdicts.First(v => v.Kind == right.Name).Name],
            Demand = Demand.Reason,
            Hint = "Decide for yourself first. Then see who agrees with you.",
            Rationale = Facts.Because(text, right),
            Proof = Proof.Rows(
                verdicts.Select(v => new { name = v.Name, kind = v.Kind, fact = right.Name }), "kind = fact"),
        };
        foreach (var (verdict, _) in verdicts.Where(v => v.Kind != right.Name))
        {
            draft.Wrong(table.Bug, verdict);
        }
        return draft;
    }

    private static string Verdict(Person who, Category category) => category.Why.Length > 0
        ? $"{who.Name} is right. {category.Why}"
        : $"{who.Name} is right. It is {category.Is}.";

    private static string Neither(Category category) => $"Neither is right. It is {category.Is}.";
}
