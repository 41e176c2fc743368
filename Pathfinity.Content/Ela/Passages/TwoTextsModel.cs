using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>Two tellings of one plan, each with parts that the other leaves out, or at odds about one fact.</summary>
internal sealed class TwoTextsModel(string ask) : ItemModel($"ela.two-texts-{ask}")
{
    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var plans = Plans.All.Where(p =>
            p.From <= c.Grade && c.Grade <= p.To && !p.Notes.ContainsKey("table")
            && p.Tellings[0].Count(s => s.Optional) >= 4
            && (ask != "conflict" || p.Facts.Count(f => f.About.Length > 0) >= 4)).ToList();
        if (plans.Count == 0)
        {
            return null;
        }
        var slots = new Slots(c);
        var plan = c.Rolls.Pick(plans);
        return ask == "conflict" ? Conflict(c, Telling.Of(c, plan, slots)) : Shared(c, plan, slots);
    }

    private Draft? Shared(Commission c, Plan plan, Slots slots)
    {
        var runs = c.Rolls.Shuffle(Runs(plan.Tellings[0]));
        var half = runs.Length / 2;
        var (onlyA, onlyB) = (runs[..half].SelectMany(r => r).ToHashSet(), runs[half..].SelectMany(r => r).ToHashSet());
        var a = Telling.Of(c, plan, slots, s => onlyA.Contains(s.Move));
        var b = a.Again((a.Wording + 1 + c.Rolls.Below(plan.Tellings.Length - 1)) % plan.Tellings.Length, s =>
            onlyB.Contains(s.Move));
        var both = a.Told.Where(b.Told.Contains).ToList();
        var first = a.Told.Except(both).ToList();
        var second = b.Told.Except(both).ToList();
        var (right, wrong) = ask switch
        {
            "both" => (both, first.Concat(second)),
            "first" => (first, both.Take(2).Concat(second)),
            _ => (second, both.Take(2).Concat(first)),
        };
        Phrase stem = ask switch
        {
            "both" => c.Say($"Which point do both texts make?", $"What can be learned from either text?",
                $"On which statement do Text A and Text B agree?"),
            "first" => c.Say($"Which point does only Text A make?", $"What does Text A tell that Text B leaves out?",
                $"For which of these is Text B of no use?"),
            _ => c.Say($"Which point does only Text B make?", $"What does Text B tell that Text A leaves out?",
                $"For which of these is Text A of no use?"),
        };
        var wrongs = c.Rolls.Shuffle([.. wrong]).Take(3).ToList();
        if (right.Count == 0 || wrongs.Count < 3)
        {
            return null;
        }
        var key = c.Rolls.Pick(right);
        if (Cues.LengthTells(c, a.Says(key), wrongs.Select(a.Says)))
        {
            return null;
        }
        var draft = Draft(c, a, b, stem, a.Says(key), $"{Where(a, b, key)}: {a.Says(key)}",
            Asking.Proof(a, b, ask switch { "both" => "both", "first" => "only first", _ => "only second" },
                new Dictionary<string, string>()));
        foreach (var other in wrongs)
        {
            draft.Wrong("ela.other-detail", a.Says(other), $"{Where(a, b, other)}.");
        }
        return draft;
    }

    /// <summary>
    /// Optional moves that follow each other in a paragraph: an answer is never told without what it answers.
    /// </summary>
    private static string[][] Runs(ImmutableArray<Step> telling)
    {
        var runs = new List<List<string>>();
        for (var i = 0; i < telling.Length; i++)
        {
            if (telling[i].Optional && i > 0 && !telling[i].Opens && telling[i - 1].Optional)
            {
                runs[^1].Add(telling[i].Move);
            }
            else if (telling[i].Optional)
            {
                runs.Add([telling[i].Move]);
            }
        }
        return [.. runs.Select(run => run.ToArray())];
    }

    private static Draft? Conflict(Commission c, Telling a)
    {
        var facts = c.Rolls.Shuffle(a.Plan.Facts.Where(f => f.About.Length > 0 && f.Pool.Length > 1)
            .ToImmutableArray());
        if (facts.Length < 4)
        {
            return null;
        }
        var fact = facts[0];
        var kin = a.Plan.Facts.Where(f => f != fact && f.Pool == fact.Pool).Select(f => a[f.Name]).ToHashSet();
        var free = a.Others(c, fact.Name).Where(v => !kin.Contains(v)).ToList();
        if (free.Count == 0)
        {
            return null;
        }
        var b = a.With(fact.Name, free[0], (a.Wording + 1) % a.Plan.Tellings.Length);
        Phrase stem = c.Say($"On what do the two texts disagree?",
            $"About which of these do Text A and Text B give different facts?",
            $"Which of these would you have to check, because the texts do not agree on it?");
        var draft = Draft(c, a, b, stem, Words.Cap(a.Fill(fact.About).Text),
            $"Text A says {a[fact.Name]}, Text B says {b[fact.Name]}.",
            Asking.Proof(a, b, "conflict",
                facts.ToDictionary(f => Words.Cap(a.Fill(f.About).Text), f => f.Name, StringComparer.Ordinal)));
        foreach (var other in facts.Skip(1).Take(3))
        {
            draft.Wrong("ela.other-detail", Words.Cap(a.Fill(other.About).Text), $"Both texts say {a[other.Name]}.");
        }
        return draft;
    }

    private static Draft Draft(Commission c, Telling a, Telling b, Phrase stem, string key, string why, Proof proof) =>
        new()
    {
        Kind = QuestionKind.Choice,
        Stem = $"{Asking.Lead(c, a, "pair of texts")}Text A\n{a.Text}\n\nText B\n{b.Text}\n\n{stem}",
        Key = [key],
        Demand = Demand.Reason,
        Hint = "Check each choice twice: first in Text A, then in Text B.",
        Rationale = why,
        Proof = proof,
    };

    private static string Where(Telling a, Telling b, Move move) =>
        (a.Told.Contains(move), b.Told.Contains(move)) switch
    {
        (true, true) => "Both texts say so",
        (true, false) => "Only Text A says so",
        _ => "Only Text B says so",
    };
}
