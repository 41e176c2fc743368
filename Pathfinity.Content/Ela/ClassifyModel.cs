using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Lines of a bank by their label: name the label of a line, find the line of a label or all lines of it, find the line
/// that is not of it, or match lines and labels.
/// </summary>
internal sealed class ClassifyModel(string mode) : ItemModel($"ela.classify-{mode}")
{
    public override bool Works => mode is not ("match" or "all");

    public override Draft? Write(Commission c)
    {
        var bank = Banks.Get(c.Params.Text("bank"));
        var labels = c.Params.List("labels", [.. bank.Groups.Select(g => g.Label)]);
        var groups = bank.Groups.Where(g => labels.Contains(g.Label)).ToImmutableArray();
        var focus = c.Params.List("focus", [.. labels]);
        var wanted = c.Rolls.Pick(focus);
        var group = groups.First(g => g.Label == wanted);
        var slots = new Slots(c);
        return mode switch
        {
            "label" => Label(c, bank, groups, group, slots),
            "find" => Find(c, bank, groups, group, slots),
            "odd" => Odd(c, bank, groups, group, slots),
            "all" => All(c, bank, groups, group, slots),
            _ => Match(c, bank, groups, slots),
        };
    }

    private static Draft? Label(
        Commission c, Bank bank, ImmutableArray<BankGroup> groups, BankGroup group, Slots slots)
    {
        if (Pick(c, group, 1) is not [var line])
        {
            return null;
        }
        var text = slots.Fill(line.Text);
        var ask = c.Rolls.Pick(bank.Wordings("label", "What is this?", "Which name fits these words?"));
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Stems.Quoting(c, slots, bank, text, slots.Fill(ask)),
            Key = [group.Label],
            Demand = Demand.Apply,
            Hint = bank.Text("hint", "Say in your own words what these words do. Then test each name."),
            Rationale = Because(text.Text, group.Label, Note(line, group)),
            Proof = Proof.Rows(groups.Select(g => new { name = g.Label, holds = g.Lines.Contains(line) ? "yes" : "no" }), "holds = 'yes'"),
        };
        foreach (var other in groups.Where(g => g.Label != group.Label))
        {
            draft.Wrong(group.Bug, other.Label, $"{Words.Cap(other.Label)}: {other.Why}");
        }
        return draft;
    }

    private static Draft? Find(
        Commission c, Bank bank, ImmutableArray<BankGroup> groups, BankGroup group, Slots slots)
    {
        var others = groups.Where(g => g.Label != group.Label).ToList();
        var wrongs = Pick(c, others.SelectMany(g => g.Lines), 3);
        if (Pick(c, group, 1) is not [var line] || wrongs.Length < 2)
        {
            return null;
        }
        var ask = c.Rolls.Pick(bank.Wordings("find", "Which of these is {label}?", "Find {label}.", "Which one is {label}?"));
        var draft = Choices(c, bank, slots, group, ask, [line, .. wrongs], Demand.Apply,
            Because(slots.Text(line.Text), group.Label, Note(line, group)), $"{Words.Cap(group.Label)}: {group.Why}");
        foreach (var wrong in wrongs)
        {
            var of = bank.Group(wrong.Label);
            draft.Wrong(of.Bug, slots.Text(wrong.Text), $"{Words.Cap(of.Label)}: {Note(wrong, of)}");
        }
        return draft;
    }

    private static Draft? All(
        Commission c, Bank bank, ImmutableArray<BankGroup> groups, BankGroup group, Slots slots)
    {
        var options = c.Young ? 3 : c.Rolls.Between(4, 5);
        var own = Pick(c, group, c.Young ? 2 : c.Rolls.Between(2, 3));
        var wrongs = Pick(c, groups.Where(g => g.Label != group.Label).SelectMany(g => g.Lines), options - own.Length);
        if (own.Length < 2 || wrongs.IsEmpty)
        {
            return null;
        }
        var ask = Stems.OfAll(c, bank.Wordings("find"), "Which of these is {label}?");
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = slots.Fill(ask.Replace("{label}", group.Label)),
            Key = [.. own.Select(line => slots.Text(line.Text))],
            Demand = Demand.Apply,
            Hint = bank.Text("hint", "Take the choices one by one, and ask of each whether it fits."),
            Rationale = $"{Words.List([.. own.Select(line => Stems.Quote(slots.Text(line.Text)))])}: {group.Label}. {group.Why}",
            Proof = Proof.Rows(own.Concat(wrongs).Select(l => new { name = slots.Text(l.Text), kind = Kind(bank, l.Label) }),
                $"kind = {Kind(bank, group.Label)}"),
        };
        foreach (var wrong in wrongs)
        {
            var of = bank.Group(wrong.Label);
            draft.Wrong(of.Bug, slots.Text(wrong.Text), $"{Words.Cap(of.Label)}: {Note(wrong, of)}");
        }
        return draft;
    }

    private static Draft? Odd(
        Commission c, Bank bank, ImmutableArray<BankGroup> groups, BankGroup group, Slots slots)
    {
        var same = Pick(c, group, 3);
        if (same.Length < 3 || Pick(c, groups.Where(g => g.Label != group.Label).SelectMany(g => g.Lines), 1) is not [var line])
        {
            return null;
        }
        var of = bank.Group(line.Label);
        var ask = c.Rolls.Pick(bank.Wordings("odd", "One of these is not {label}. Which one?", "Which of these is not {label}?"));
        var draft = Choices(c, bank, slots, group, ask, [line, .. same], Demand.Reason,
            Because(slots.Text(line.Text), of.Label, Note(line, of)), $"{Words.Cap(group.Label)}: {group.Why}", not: true);
        foreach (var wrong in same)
        {
            draft.Wrong("ela.overlooks-not", slots.Text(wrong.Text), $"{Words.Cap(group.Label)}: {Note(wrong, group)}");
        }
        return draft;
    }

    private static Draft? Match(Commission c, Bank bank, ImmutableArray<BankGroup> groups, Slots slots)
    {
        var chosen = c.Rolls.Shuffle(groups).Take(c.Young ? 3 : 4).ToList();
        var lines = chosen.Select(g => Pick(c, g, 1)).ToList();
        if (chosen.Count < 3 || lines.Any(l => l.IsEmpty))
        {
            return null;
        }
        ImmutableArray<string> key = [.. chosen.Select(g => g.Label)];
        var draft = new Draft
        {
            Kind = QuestionKind.Match,
            Stem = slots.Fill(c.Rolls.Pick(bank.Wordings("match", "Match each line with its name.", "Which name goes with each line?"))),
            Prompts = [.. lines.Select(l => slots.Text(l[0].Text))],
            Key = key,
            Demand = Demand.Apply,
            Hint = bank.Text("hint", "Begin with the line that you are most sure of."),
            Rationale = string.Join(" ", chosen.Select((g, i) => $"“{slots.Text(lines[i][0].Text)}”: {g.Label}.")),
            Proof = Proof.Each(lines.Select(l => Proof.Rows(
                groups.Select(g => new { name = g.Label, holds = g.Lines.Contains(l[0]) ? "yes" : "no" }), "holds = 'yes'"))),
        };
        return draft.Wrong(chosen[0].Bug, key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the names are swapped.");
    }

    private static Draft Choices(Commission c, Bank bank, Slots slots, BankGroup group, string ask,
        IReadOnlyList<BankLine> lines, Demand demand, string rationale, string hint, bool not = false) => new()
        {
            Kind = QuestionKind.Choice,
            Stem = Stems.AtWork(c, slots, slots.Fill(ask.Replace("{label}", group.Label))),
            Key = [slots.Text(lines[0].Text)],
            Demand = demand,
            Hint = bank.Settings.ContainsKey("hint") ? bank.Text("hint", "") : hint,
            Rationale = rationale,
            Proof = Proof.Rows(lines.Select(l => new { name = slots.Text(l.Text), kind = Kind(bank, l.Label) }),
                $"kind {(not ? "!=" : "=")} {Kind(bank, group.Label)}"),
        };

    private static int Kind(Bank bank, string label) => bank.Groups.IndexOf(bank.Group(label));

    private static string Because(string text, string label, string note) => $"{Stems.Quote(text)}: {label}. {note}";

    private static string Note(BankLine line, BankGroup group) => line.Fields.Length > 1 ? line.Fields[1] : group.Why;

    private static ImmutableArray<BankLine> Pick(Commission c, BankGroup group, int count) => Pick(c, group.Lines, count);

    /// <summary>Lines that fit the commission: at work, those that the work changes, if there are enough.</summary>
    private static ImmutableArray<BankLine> Pick(Commission c, IEnumerable<BankLine> lines, int count)
    {
        var all = lines.ToList();
        var fit = c.Work is null ? all : all.Where(l => l.Works).ToList();
        return [.. c.Rolls.Shuffle(fit.Count >= count ? fit : all).DistinctBy(l => l.Text).Take(count)];
    }
}
