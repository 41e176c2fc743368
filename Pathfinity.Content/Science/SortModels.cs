using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Science;

/// <summary>
/// A case is given, its category is asked. Params: table, and of (categories that half of the cases come from).
/// </summary>
internal sealed class SortCase() : ScienceModel("science.sort-case")
{
    protected override Draft? Ask(Commission c)
    {
        var table = Worlds.Default.Table(c.Params.Text("table"));
        var drawn = table.Draw(c, mixed: true);
        if (c.Work is not null && drawn.Length < 3)
        {
            return null; // scenarios show at least three options
        }
        var mine = drawn[0];
        var text = c.Rolls.Pick(mine.Cases);
        var lead = Asking.Lead(c);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{Question(c, table, text)}",
            Key = [mine.Name],
            Demand = table.Asks,
            Hint = Hint(c, drawn[1]),
            Rationale = Facts.Because(text, mine),
            Proof = Facts.Proof(drawn, text, ask: "kind", where: "id = 0"),
        };
        foreach (var other in drawn.Skip(1).Take(3))
        {
            draft.Wrong(table.Bug, other.Name);
        }
        return draft;
    }

    private static Phrase Question(Commission c, FactTable table, string text)
    {
        var ask = c.Rolls.Pick(table.Ask);
        if (ask.Contains("{x}", StringComparison.Ordinal))
        {
            return Asking.Wording(Words.Cap(ask.Replace("{x}", text, StringComparison.Ordinal)));
        }
        return $"{Asking.Case(c, text)} {Asking.Wording(ask)}";
    }

    private static string Hint(Commission c, Category other) => other.Why.Length > 0
        ? $"Try “{other.Name}”: {Words.Uncap(other.Why)} Is that so here?"
        : c.Young ? "Say what you know of each answer." : "Rule out the answers that you know belong to something else.";
}

/// <summary>A category is given, its case is asked, or the one that is none. Params: table, and of (categories to ask for).</summary>
internal sealed class FindCase() : ScienceModel("science.find-case")
{
    protected override Draft? Ask(Commission c)
    {
        var table = Worlds.Default.Table(c.Params.Text("table"));
        var drawn = table.Draw(c);
        var (mine, others) = (drawn[0], drawn[1..]);
        return !table.Paired && mine.Cases.Count >= 3 && c.Rolls.Chance(0.3)
            ? Except(c, table, mine, c.Rolls.Pick(others))
            : One(c, table, mine, others);
    }

    private static Draft One(Commission c, FactTable table, Category mine, Category[] others)
    {
        var text = c.Rolls.Pick(mine.Cases);
        var lead = Asking.Lead(c);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{Stem(c, table, mine)}",
            Key = [Words.Cap(text)],
            Demand = table.Asks,
            Hint = mine.Why.Length > 0 ? $"Look for this: {Words.Uncap(mine.Why)}" : "Try each answer in turn.",
            Rationale = Facts.Because(text, mine),
            Proof = Facts.Proof(others.Prepend(mine), text, ask: "name", where: "kind = mine"),
        };
        foreach (var wrong in Facts.Others(c.Rolls, others, 3))
        {
            draft.Wrong(table.Bug, Words.Cap(wrong.Text), Facts.Because(wrong.Text, wrong.Category));
        }
        return draft;
    }

    private static Phrase Stem(Commission c, FactTable table, Category mine)
    {
        if (table.Back.Count > 0)
        {
            return Asking.Wording(c.Rolls.Pick(table.Back).Replace("{y}", mine.Is, StringComparison.Ordinal));
        }
        var who = c.Person();
        var name = Asking.Wording(mine.Is);
        var thing = Asking.Wording(IsThing(mine.Is) ? mine.Is : "one that is " + mine.Is);
        return c.Rolls.Below(4) switch
        {
            0 => $"Which one is {name}?",
            1 => $"{who.Name} looks for {thing}. Which one fits?",
            2 => $"Only one of these is {name}. Which is it?",
            _ => $"Find {thing}.",
        };
    }

    /// <summary>True for "something that floats" or "a push", which one can look for; false for "hard".</summary>
    private static bool IsThing(string name) => name.Split(' ')[0] is "a" or "an" or "something" or "evidence";

    private static Draft Except(Commission c, FactTable table, Category mine, Category other)
    {
        var text = c.Rolls.Pick(other.Cases);
        var three = c.Rolls.Shuffle(mine.Cases)[..3];
        var lead = Asking.Lead(c);
        var name = Asking.Wording(mine.Is);
        var who = c.Person();
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 when !mine.Is.Contains("not ", StringComparison.Ordinal) => $"{lead}Which one is not {name}?",
            1 => $"{lead}Three of these are alike: each is {name}. Which one is not?",
            _ => $"{lead}{who.Name} says that each of these is {name}. Which one shows that this is wrong?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Words.Cap(text)],
            Demand = Demand.Apply,
            Hint = mine.Why.Length > 0 ? $"One does not fit this: {Words.Uncap(mine.Why)}" : "Three share something.",
            Rationale = Facts.Because(text, other),
            Proof = Facts.Proof([mine, other], text, ask: "name", where: "kind != mine", of: mine),
        };
        foreach (var wrong in three)
        {
            draft.Wrong("science.misses-not", Words.Cap(wrong), $"{Facts.Because(wrong, mine)} So it is {mine.Is}.");
        }
        return draft;
    }
}

/// <summary>Proofs and reasons from a fact table.</summary>
internal static class Facts
{
    public static string Because(string text, Category category) => category.Why.Length > 0
        ? $"{Words.Cap(text)}: {category.Name}. {category.Why}"
        : $"{Words.Cap(text)}: {category.Name}.";

    /// <summary>
    /// The predicate over rows of the table. The case's row has id 0; "mine" stands for the category of the case or
    /// for the one given.
    /// </summary>
    public static Proof Proof(IEnumerable<Category> categories, string text, string ask, string where, Category? of = null)
    {
        var all = categories.ToList();
        var mine = of ?? all.Single(category => category.Cases.Contains(text));
        var rows = all.SelectMany(category => category.Cases.Select(name => new
        {
            id = name == text ? 0 : 1,
            name = Words.Cap(name),
            kind = category.Name,
            mine = mine.Name,
        }));
        return Content.Proof.Rows(rows.ToList(), where, ask);
    }

    /// <summary>Cases of other categories, of different ones as long as there are some.</summary>
    public static List<(string Text, Category Category)> Others(Rolls rolls, IReadOnlyList<Category> others, int count)
    {
        var drawn = others.Select(other => (Cases: rolls.Shuffle(other.Cases), Category: other)).ToList();
        var found = new List<(string, Category)>();
        for (var depth = 0; found.Count < count && drawn.Any(d => d.Cases.Length > depth); depth++)
        {
            found.AddRange(drawn.Where(d => d.Cases.Length > depth).Select(d => (d.Cases[depth], d.Category)).Take(count - found.Count));
        }
        return found;
    }
}
