using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Pairs of a bank, "hot // cold": given one side, find the other, or match several. A third field lists wrong answers
/// for the right side, parted by semicolons; otherwise the other pairs of the group give them.
/// </summary>
internal sealed class PairsModel(string mode) : ItemModel($"ela.pairs-{mode}", mode == "match" ? 2 : 1)
{
    public override bool Works => mode != "match";

    public override Draft? Write(Commission c)
    {
        var bank = Banks.Get(c.Params.Text("bank"));
        var labels = c.Params.List("labels", [.. bank.Groups.Select(g => g.Label)]);
        var group = bank.Group(c.Rolls.Pick(labels));
        var fit = c.Work is null ? group.Lines : [.. group.Lines.Where(l => l.Works)];
        var lines = c.Rolls.Shuffle(fit.IsEmpty ? group.Lines : fit);
        var others = c.Rolls.Shuffle([.. group.Lines.Where(l => l != lines[0])]);
        var slots = new Slots(c);
        return mode switch
        {
            "find" => Find(c, bank, group, lines[0], others, slots, 0, 1),
            "back" => Find(c, bank, group, lines[0], others, slots, 1, 0),
            _ => Match(c, bank, group, slots),
        };
    }

    private static Draft? Find(
        Commission c, Bank bank, BankGroup group, BankLine line, IReadOnlyList<BankLine> others, Slots slots, int from, int to)
    {
        var given = slots.Text(line.Fields[from]);
        var key = slots.Text(line.Fields[to]);
        var defaults = to == 1
            ? new[] { "What goes with “{it}”?" } : ["Which one goes with “{it}”?"];
        var ask = c.Rolls.Pick(bank.Wordings(group, to == 1 ? "find" : "label", defaults)).Replace("{label}", group.Label);
        var own = to == 1 && line.Fields.Length > 2 && line.Fields[2].Length > 0
            ? line.Fields[2].Split(';').Select(w => w.Trim()) : [];
        var named = own.Select(w => w.Split('~')).Select(w => (Text: slots.Text(w[0]), Bug: w.Length > 1 ? "ela." + w[1] : group.Bug));
        var borrowed = others.Select(o => (Text: slots.Text(o.Fields[to]), group.Bug));
        var wrongs = (bank.Settings.ContainsKey("mix") ? borrowed.Take(2).Concat(named) : named.Concat(borrowed))
            .Where(w => w.Text != key && w.Text != given && !line.Fields[to].Contains(w.Text, StringComparison.Ordinal))
            .DistinctBy(w => w.Text).Take(c.Young ? 2 : 3).ToList();
        if (wrongs.Count < (c.Young ? 2 : 3))
        {
            return null;
        }
        if (Cues.LengthTells(c, key, wrongs.Select(w => w.Text)))
        {
            return null;
        }
        var parts = ask.Split("{it}");
        Phrase stem = parts.Length == 1 ? slots.Fill(ask) : $"{slots.Fill(parts[0])}{given}{Stems.Wording(parts[1])}";
        var givens = group.Lines.Select(l => slots.Text(l.Fields[from])).Distinct().ToList();
        var rows = group.Lines.Select(l => new { name = slots.Text(l.Fields[to]), of = givens.IndexOf(slots.Text(l.Fields[from])) })
            .Concat(own.Select(w => new { name = slots.Text(w.Split('~')[0]), of = -1 }));
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Stems.AtWork(c, slots, stem),
            Key = [key],
            Demand = c.Params.Flag("recall") ? Demand.Recall : Demand.Apply,
            Hint = bank.Wordings(group, "hint", "Put each choice in its place and listen whether the meaning fits.")[0],
            Rationale = Why(group, line, slots, given, key),
            Proof = Proof.Rows(rows, $"of = {givens.IndexOf(given)}"),
        };
        foreach (var (text, bug) in wrongs)
        {
            var of = group.Lines.FirstOrDefault(l => slots.Text(l.Fields[to]) == text);
            draft.Wrong(bug, text, Elsewhere(of, slots, from, text));
        }
        return draft;
    }

    private static Draft? Match(Commission c, Bank bank, BankGroup group, Slots slots)
    {
        var lines = c.Rolls.Shuffle(group.Lines).DistinctBy(l => l.Fields[1]).DistinctBy(l => l.Fields[0]).Take(c.Young ? 3 : 4).ToList();
        if (lines.Count < 3)
        {
            return null;
        }
        ImmutableArray<string> key = [.. lines.Select(l => slots.Text(l.Fields[1]))];
        var givens = group.Lines.Select(l => slots.Text(l.Fields[0])).Distinct().ToList();
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = slots.Fill(c.Rolls.Pick(bank.Wordings(group, "match", Together(bank.Wordings(group, "find", ""))))
                .Replace("{label}", group.Label)),
            Prompts = [.. lines.Select(l => slots.Text(l.Fields[0]))],
            Key = key,
            Demand = Demand.Apply,
            Hint = bank.Text("hint", "Begin with the pair that you are most sure of."),
            Rationale = string.Join(" ", lines.Select(l => Paired(slots.Text(l.Fields[0]), slots.Text(l.Fields[1])))),
            Proof = Proof.Each(lines.Select(l => Proof.Rows(
                group.Lines.Select(o => new { name = slots.Text(o.Fields[1]), of = givens.IndexOf(slots.Text(o.Fields[0])) }),
                $"of = {givens.IndexOf(slots.Text(l.Fields[0]))}"))),
        }.Wrong(group.Bug, key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the answers are swapped.");
    }

    private static string Paired(string given, string key) => given[^1] == '?' ? $"{given} {Words.Cap(key).TrimEnd('.')}." : $"{given.TrimEnd('.', ' ')}: {key.TrimEnd('.')}.";

    /// <summary>How to ask for several partners at once what the bank asks for one.</summary>
    private static string[] Together(IEnumerable<string> finds)
    {
        var (each, one) = ("each of these", finds.First());
        var ask = one.Replace("“{it}”", "{it}");
        ask = ask.StartsWith("{it}", StringComparison.Ordinal) ? ask[4..].Trim()
            : Named.Any(before => ask.Contains(before, StringComparison.Ordinal)) ? ask.Replace("is a {it}", "is {it}").Replace("{it}", each) : "";
        return one == "{it}" ? ["Match each question with its answer.", "Which answer belongs to which question?", "Find the answer to each question."]
            : ask.Contains('{') || ask.Length == 0 ? ["Match what goes together.", "Find the partner of each one.", "What goes with what?"]
            : [$"{ask} Match them.", $"{ask} Find the partner of each line.", $"Match each line with its answer. {ask}"];
    }

    private static readonly string[] Named = ["does {it}", "of {it}", "to {it}", "is {it}", "is a {it}", "as {it}", "are {it}"];

    /// <summary>Short sides are quoted as a pair; a long one would only be said again.</summary>
    private static string Why(BankGroup group, BankLine line, Slots slots, string given, string key) =>
        line.Fields.Length > 3 ? slots.Text(line.Fields[3])
        : group.Why.Length == 0 || Short(given) ? $"“{given.TrimEnd('.', ' ')}” goes with “{key.TrimEnd('.')}”." + (group.Why.Length > 0 ? " " + group.Why : "")
        : $"{Stems.Quote(key.TrimEnd('.'))} is right. {group.Why}";

    /// <summary>What a borrowed answer would be right for; an answer of the line's own is left to its bug.</summary>
    private static string? Elsewhere(BankLine? of, Slots slots, int from, string text) =>
        of is null || slots.Text(of.Fields[from]) is not { Length: <= 60 } other ? null : $"{Stems.Quote(text)} goes with {Stems.Quote(other.TrimEnd('.'))}.";

    private static bool Short(string text) => text.Count(letter => letter == ' ') < 5 && !text.Contains('“');
}
