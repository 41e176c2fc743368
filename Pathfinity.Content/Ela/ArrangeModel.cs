using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Sequences of a bank, "first // second // third": put them in order, or say what stands first, last, next or between.
/// </summary>
internal sealed class ArrangeModel(string mode) : ItemModel($"ela.arrange-{mode}")
{
    public override bool Works => mode != "order";

    public override Draft? Write(Commission c)
    {
        var bank = Banks.Get(c.Params.Text("bank"));
        var labels = c.Params.List("labels", [.. bank.Groups.Select(g => g.Label)]);
        var group = bank.Group(c.Rolls.Pick(labels));
        var fit = c.Work is null ? group.Lines : [.. group.Lines.Where(l => l.Fields.Any(Slots.Occur))];
        var line = c.Rolls.Pick(fit.IsEmpty ? group.Lines : fit);
        var slots = new Slots(c);
        ImmutableArray<string> all = [.. line.Fields.Select(slots.Text)];
        var most = c.Params.Int("most", c.Young ? 3 : 4);
        var from = all.Length > most ? c.Rolls.Between(0, all.Length - most) : 0;
        var steps = all.Length > most ? [.. all.Skip(from).Take(most)] : all;
        return mode == "order" ? Order(c, bank, group, steps) : Place(c, bank, group, steps, slots);
    }

    private static Draft Order(Commission c, Bank bank, BankGroup group, ImmutableArray<string> steps)
    {
        var swap = c.Rolls.Between(0, steps.Length - 2);
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = Stems.Wording(c.Rolls.Pick(bank.Wordings("order", "Put these in order.", "In which order do these belong?", "What is the right order?"))),
            Key = steps,
            Demand = Demand.Apply,
            Hint = bank.Text("hint", "Find the one that must come first. Then ask what can follow it."),
            Rationale = Because(group, steps),
            Proof = Sorted(steps),
        }.Wrong(group.Bug, steps.SetItem(swap, steps[swap + 1]).SetItem(swap + 1, steps[swap]), "Two that stand side by side are swapped.")
         .Wrong("ela.reverses-order", [.. steps.Reverse()], "The order is turned around.");
    }

    private static Draft? Place(Commission c, Bank bank, BankGroup group, ImmutableArray<string> steps, Slots slots)
    {
        var (at, asks) = c.Rolls.Below(4) switch
        {
            0 => (0, bank.Wordings("ask", "Which of these comes first?")),
            1 => (steps.Length - 1, bank.Wordings("last", "Which of these comes last?")),
            _ => (c.Rolls.Between(1, steps.Length - 1), bank.Wordings("next", "What comes right after “{it}”?")),
        };
        var next = asks[0].Contains("{it}", StringComparison.Ordinal);
        var ask = c.Rolls.Pick(asks).Split("{it}");
        Phrase question = ask.Length == 1 ? Stems.Wording(ask[0]) : $"{Stems.Wording(ask[0])}{steps[at - 1]}{Stems.Wording(ask[1])}";
        var rows = steps.Select((s, i) => new { name = s, place = i });
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Stems.AtWork(c, slots, question),
            Key = [steps[at]],
            Demand = next ? Demand.Reason : Demand.Apply,
            Hint = bank.Text("hint", "Say all of them in order, then look for the place that is asked."),
            Rationale = Because(group, steps),
            Proof = Proof.Rows(rows, $"place = {at}"),
        };
        foreach (var (step, i) in steps.Select((s, i) => (s, i)).Where(x => x.i != at && !(next && x.i == at - 1)))
        {
            draft.Wrong(group.Bug, step, Row(steps));
        }
        return draft.Wrongs.Count < 2 ? null : draft;
    }

    private static string Because(BankGroup group, ImmutableArray<string> steps) =>
        Row(steps) + (group.Why.Length > 0 ? " " + group.Why : "");

    private static string Row(ImmutableArray<string> steps) => $"In order: {string.Join(" → ", steps.Select(s => s.TrimEnd('.', ',')))}.";

    private static Proof Sorted(ImmutableArray<string> steps) => Proof.Sorted(
        steps.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => Words.Number(x.i), StringComparer.Ordinal));
}
