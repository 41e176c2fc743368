using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Summaries of a passage made of its plain sentences: one that has all that matters, and others with a false fact,
/// a detail in place of what matters, or an opinion.
/// </summary>
internal static class Summary
{
    private static readonly ImmutableArray<string> Opinions =
    [
        "This is the most interesting thing that one can read about.", "Everyone will be delighted to hear this.",
        "I think that this should have been done long ago.", "Nothing could be more boring than this.",
    ];

    public static Draft? Ask(Commission c, Telling told)
    {
        var needed = told.Plan.Tellings[told.Wording].Where(s => !s.Optional).Select(s => told.Plan.Move(s.Move)).ToList();
        var end = told.Told.Max(m => m.Time);
        var details = c.Rolls.Shuffle([.. told.Told.Where(m => !needed.Contains(m) && m.Says.Length > 0 && (m.Time == 0 || m.Time < end))]);
        var changeable = needed.Where(m => told.FactsOf(m.Says).Any(f => f.Pool.Length > 1)).ToList();
        if (needed.Count is < 3 or > 5 || details.Length < 2)
        {
            return null;
        }
        var says = needed.Select(told.Says).ToImmutableArray();
        var key = string.Join(' ', says);
        Phrase stem = c.Say(
            $"Which summary is complete and fair?", $"Choose the summary that keeps what matters and adds nothing.",
            $"Which of these sums the text up without mistakes, gaps or opinions?");
        var draft = Asking.Draft(c, told, stem, key, Demand.Reason,
            "It keeps every main point and adds neither opinion nor mistake.", Asking.Proof(told, "sum", string.Join(' ', needed.Select(m => m.Name))),
            "Check each summary: Is everything true? Is something missing? Is an opinion added?");
        draft.Wrong("ela.too-narrow", string.Join(' ', details.Take(says.Length - 1).Select(told.Says).Prepend(says[0])), $"Details stand in place of main points such as this: {says[1]}");
        var opinion = c.Rolls.Between(1, says.Length - 1);
        draft.Wrong("ela.fact-opinion", string.Join(' ', says.SetItem(opinion, c.Rolls.Pick(Opinions))), "It adds an opinion and leaves a main point out.");
        if (changeable.Count == 0)
        {
            return draft.Wrong("ela.too-narrow", string.Join(' ', details.Take(2).Select(told.Says).Append(says[0])), "It gives details in place of main points.");
        }
        var changed = c.Rolls.Pick(changeable);
        var fact = told.FactsOf(changed.Says).First(f => f.Pool.Length > 1);
        return draft.Wrong("ela.other-detail",
            string.Join(' ', needed.Select(m => m == changed ? told.Says(m, fact.Name, told.Others(c, fact.Name)[0]) : told.Says(m))),
            $"One fact is wrong. The text says: {told.Says(changed)}");
    }
}
