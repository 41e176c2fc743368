using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>Questions on one planned passage. The proof reads the passage back into its plan.</summary>
internal sealed class PassageModel(string ask) : ItemModel($"ela.passage-{ask}")
{
    public override bool Works => ask is not ("order" or "all");

    public override Draft? Write(Commission c)
    {
        var plans = Plans.All.Where(p => p.From <= c.Grade && c.Grade <= p.To && Fits(c, p)).ToList();
        if (plans.Count == 0)
        {
            return null;
        }
        var slots = new Slots(c);
        if (ask == "asked")
        {
            var (asked, question) = c.Rolls.Pick(Shares.Of(c, Id, binding => Asks(c.Grade, binding)));
            return Asked(c, Telling.Of(c, asked, slots), question);
        }
        var plan = c.Rolls.Pick(plans);
        if (ask == "untold")
        {
            var dropped = c.Rolls.Pick(plan.Tellings[0].Where(s => s.Optional).Select(s => s.Move).ToList());
            return Untold(c, Telling.Of(c, plan, slots, step => step.Move != dropped), plan.Move(dropped));
        }
        var told = Telling.Of(c, plan, slots);
        return ask switch
        {
            "detail" => Detail(c, told),
            "true" => True(c, told, true),
            "false" => True(c, told, false),
            "all" => All(c, told),
            "evidence" => Evidence(c, told),
            "role" => Role(c, told),
            "part" => Part(c, told),
            "order" => Order(c, told),
            "first" => Ends(c, told),
            "cause" => Cause(c, told),
            "effect" => Effect(c, told),
            "sum" => Summary.Ask(c, told),
            _ => Noted(c, told),
        };
    }

    /// <summary>The questions of plans that a binding with such parameters asks in a grade, but for computed ones.</summary>
    internal static IEnumerable<TextQuestion> Questions(Grade grade, Params binding) =>
        Asks(grade, binding).Select(asked => asked.Question).Where(question => question.Key[0] != '=');

    private static IEnumerable<(Plan Plan, TextQuestion Question)> Asks(Grade grade, Params binding) =>
        Plans.All.Where(plan => plan.From <= grade && grade <= plan.To && IsOf(plan, binding))
            .SelectMany(plan => plan.Questions.Where(question => binding.List("tags").Contains(question.Tag)).Select(question => (plan, question)));

    private static bool IsOf(Plan plan, Params binding) =>
        !binding.Has("genres") || binding.List("genres").Any(genre => plan.Genre.Contains(genre, StringComparison.Ordinal));

    private bool Fits(Commission c, Plan plan) => IsOf(plan, c.Params) && ask switch
    {
        "detail" => plan.Facts.Any(f => !f.Ask.IsEmpty),
        "true" or "false" or "all" => plan.Moves.Count(m => m.Says.Contains('{')) >= 4,
        "order" or "first" => plan.Moves.Count(m => m.Time > 0) >= 4,
        "cause" or "effect" => plan.Moves.Count(m => m.Because is not null) >= 2,
        "role" or "part" => plan.Moves.Select(m => m.Role).Where(r => r.Length > 0).Distinct().Count() >= 4,
        "untold" => plan.Tellings[0].Any(s => s.Optional),
        "main" or "shape" => plan.Notes.ContainsKey(ask),
        "asked" => plan.Questions.Any(q => c.Params.List("tags").Contains(q.Tag)),
        _ => true,
    };

    private static Draft Detail(Commission c, Telling told)
    {
        var fact = c.Rolls.Pick(told.Plan.Facts.Where(f => !f.Ask.IsEmpty).ToList());
        var tells = told.Told.First(m => told.FactsOf(m.Forms[told.Wording]).Contains(fact));
        var draft = Asking.Draft(c, told, told.Fill(c.Rolls.Pick(fact.Ask)), Words.Cap(told[fact.Name]), Demand.Recall,
            $"The text says: “{told.Said(tells)}”", Asking.Proof(told, "fact", fact.Name));
        foreach (var other in told.Others(c, fact.Name).Take(3))
        {
            draft.Wrong(told.Text.Text.Contains(other, StringComparison.OrdinalIgnoreCase) ? "ela.other-detail" : "ela.not-in-text",
                Words.Cap(other), $"The text says: “{told.Said(tells)}”");
        }
        return draft;
    }

    private static Draft? True(Commission c, Telling told, bool want)
    {
        var moves = c.Rolls.Shuffle(told.Told.Where(m => told.FactsOf(m.Says).Any(f => f.Pool.Length > 1)).ToImmutableArray());
        if (moves.Length < 4)
        {
            return null;
        }
        var changed = moves.Take(4).Select(m => Change(c, told, m)).ToList();
        Phrase stem = want
            ? c.Say($"Which statement agrees with the text?", $"According to the text, which of these is true?", $"Which of these does the text say?")
            : c.Say($"Three of these statements agree with the text. Which one does not?", $"Which statement does not agree with the text?", $"According to the text, which of these is false?");
        var key = want ? told.Says(moves[0]) : changed[0];
        var draft = Asking.Draft(c, told, stem, key, Demand.Apply, $"The text says: “{told.Said(moves[0])}”", Asking.Proof(told, want ? "true" : "false", ""));
        for (var i = 1; i < 4; i++)
        {
            draft.Wrong(want ? "ela.other-detail" : "ela.overlooks-not", want ? changed[i] : told.Says(moves[i]), $"The text says: “{told.Said(moves[i])}”");
        }
        return draft;
    }

    private static Draft? All(Commission c, Telling told)
    {
        var moves = c.Rolls.Shuffle(told.Told.Where(m => told.FactsOf(m.Says).Any(f => f.Pool.Length > 1)).ToImmutableArray());
        if (moves.Length < 4)
        {
            return null;
        }
        var right = moves.Take(c.Rolls.Between(2, 3)).ToList();
        Phrase stem = c.Say($"Which statements agree with the text? Choose all of them.", $"More than one of these is true according to the text. Find all that are.",
            $"Check each statement against the text, and choose all that hold.");
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = $"{told.Text}\n\n{stem}",
            Figure = told.Table(),
            Key = [.. right.Select(move => told.Says(move))],
            Demand = Demand.Apply,
            Hint = "Take the statements one by one, and put your finger on the words that prove or refute each.",
            Rationale = string.Join(" ", right.Select(move => $"The text says: “{told.Said(move)}”")),
            Proof = Asking.Proof(told, "true", ""),
        };
        foreach (var move in moves.Skip(right.Count).Take(4 - right.Count))
        {
            draft.Wrong("ela.other-detail", Change(c, told, move), $"The text says: “{told.Said(move)}”");
        }
        return draft;
    }

    private static string Change(Commission c, Telling told, Move move)
    {
        var fact = c.Rolls.Pick(told.FactsOf(move.Says).Where(f => f.Pool.Length > 1).ToList());
        return told.Says(move, fact.Name, told.Others(c, fact.Name)[0]);
    }

    private static Draft? Evidence(Commission c, Telling told)
    {
        var move = c.Rolls.Pick(told.Told.ToList());
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"A reader says: “{told.Says(move)}” Which words of the text prove it?",
            1 => $"Which words of the text support this statement? “{told.Says(move)}”",
            2 => $"“{told.Says(move)}” Where does the text say so?",
            _ => $"Choose the words to quote as proof of this: “{told.Says(move)}”",
        };
        return Sentences(c, told, stem, move, Asking.Proof(told, "sentence", move.Name), $"The statement “{told.Says(move)}” rests on these words.",
            other => $"These words tell something else: {told.Says(other)}");
    }

    private static Draft? Role(Commission c, Telling told)
    {
        var move = c.Rolls.Pick(told.Told.Where(m => m.Role.Length > 0).ToList());
        var others = c.Rolls.Shuffle([.. told.Told.Select(m => m.Role).Where(r => r.Length > 0 && r != move.Role).Distinct()]).Take(3).ToList();
        if (others.Count < 3)
        {
            return null;
        }
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"What does this part do in the text? “{told.Said(move)}”",
            1 => $"“{told.Said(move)}” What work do these words do in the text?",
            2 => $"Why are these words in the text? “{told.Said(move)}” Choose what they do.",
            _ => $"Which of these describes the job of the following words? “{told.Said(move)}”",
        };
        var draft = Asking.Draft(c, told, stem, Show(move.Role), Demand.Reason, $"This part {move.Role}: {told.Says(move)}", Asking.Proof(told, "role", told.Said(move)));
        foreach (var other in others)
        {
            var does = told.Told.First(m => m.Role == other);
            draft.Wrong(c.Grade.Ordinal > 4 ? "ela.role-confused" : "ela.structure-confused", Show(other), $"That is done by other words: “{told.Said(does)}”");
        }
        return draft;

        static string Show(string role) => Words.Cap(role) + ".";
    }

    private static Draft? Part(Commission c, Telling told)
    {
        var single = told.Told.Where(m => m.Role.Length > 0 && told.Told.Count(o => o.Role == m.Role) == 1).ToList();
        if (single.Count == 0)
        {
            return null;
        }
        var move = c.Rolls.Pick(single);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"Which part of the text {Stems.Wording(move.Role)}?",
            1 => $"Find the part of the text that {Stems.Wording(move.Role)}.",
            _ => $"One part of the text {Stems.Wording(move.Role)}. Which one?",
        };
        return Sentences(c, told, stem, move, Asking.Proof(told, "with role", move.Role), $"This part {move.Role}.",
            other => other.Role.Length > 0 ? $"This part {other.Role}." : "This part does other work.", move.Role);
    }

    private static Draft? Sentences(Commission c, Telling told, Phrase stem, Move move, Proof proof, string why, Func<Move, string> reason, string role = "")
    {
        var others = c.Rolls.Shuffle([.. told.Told.Where(m => m != move && (role.Length == 0 || m.Role != role))]).Take(3).ToList();
        if (others.Count < 3 || Cues.LengthTells(c, told.Said(move), others.Select(told.Said)))
        {
            return null;
        }
        var draft = Asking.Draft(c, told, stem, told.Said(move), Demand.Reason, why, proof);
        foreach (var other in others)
        {
            draft.Wrong("ela.relevant-by-topic", told.Said(other), reason(other));
        }
        return draft;
    }

    private static Draft? Order(Commission c, Telling told)
    {
        var events = c.Rolls.Shuffle([.. told.Told.Where(m => m.Time > 0)]).DistinctBy(m => m.Time).Take(4).OrderBy(m => m.Time).ToList();
        if (events.Count < 4)
        {
            return null;
        }
        ImmutableArray<string> steps = [.. events.Select(told.Says)];
        var swap = c.Rolls.Between(0, 2);
        Phrase stem = c.Say($"Put the events in the order in which they happened.", $"In which order did these things happen?", $"What came first, next and last? Order the events.");
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = $"{told.Text}\n\n{stem}",
            Key = steps,
            Demand = Demand.Apply,
            Hint = "Look for words that tell when. A text need not tell events in the order in which they happened.",
            Rationale = $"In order: {string.Join(" → ", steps.Select(s => s.TrimEnd('.')))}.",
            Proof = Asking.Proof(told, "order", ""),
        }.Wrong("ela.order-of-telling", steps.SetItem(swap, steps[swap + 1]).SetItem(swap + 1, steps[swap]), "Two events are swapped.");
    }

    private static Draft? Ends(Commission c, Telling told)
    {
        var events = told.Told.Where(m => m.Time > 0).ToList();
        var first = c.Rolls.Below(2) == 0;
        var edge = first ? events.Min(m => m.Time) : events.Max(m => m.Time);
        var move = events.First(m => m.Time == edge);
        Phrase stem = first
            ? c.Say($"Which of these happened first?", $"What happened before all the others?", $"Which event was the earliest?")
            : c.Say($"Which of these happened last?", $"What happened after all the others?", $"Which event was the latest?");
        return Statements(c, told, stem, move, events.Where(m => m.Time != edge), Asking.Proof(told, first ? "first" : "last", ""),
            $"{told.Says(move)} Everything else came {(first ? "later" : "before")}.", _ => "ela.order-of-telling", "Order the events by the words that tell when.");
    }

    private static Draft? Cause(Commission c, Telling told)
    {
        var caused = told.Told.Where(m => m.Because is not null && told.Told.Any(o => o.Name == m.Because)).ToList();
        if (caused.Count == 0)
        {
            return null;
        }
        var move = c.Rolls.Pick(caused);
        var cause = told.Plan.Move(move.Because!);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"What led straight to this? “{told.Says(move)}”",
            1 => $"“{told.Says(move)}” What does the text give as the cause?",
            _ => $"Which of these brought this about? “{told.Says(move)}”",
        };
        var distant = told.Plan.Causes(move).Append(move).ToList();
        var others = Most(c, told.Told.Where(m => !distant.Contains(m)), m => told.Plan.Moves.Any(o => o.Because == m.Name)); // other causes
        return Statements(c, told, stem, cause, others, Asking.Proof(told, "cause", move.Name),
            $"{told.Says(cause)} That led to it: {told.Says(move)}",
            other => told.Plan.Causes(other).Contains(move) ? "ela.cause-effect-swapped" : "ela.other-detail", "Ask what had to happen first and made the other thing happen.");
    }

    private static Draft? Effect(Commission c, Telling told)
    {
        var causes = told.Told.Where(m => told.Told.Count(o => o.Because == m.Name) == 1).ToList();
        if (causes.Count == 0)
        {
            return null;
        }
        var cause = c.Rolls.Pick(causes);
        var move = told.Told.First(m => m.Because == cause.Name);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"What came of this? “{told.Says(cause)}”",
            1 => $"“{told.Says(cause)}” What did this lead to?",
            _ => $"Which of these was a result of this? “{told.Says(cause)}”",
        };
        var others = Most(c, told.Told.Where(m => m != cause && m != move && !told.Plan.Causes(m).Contains(cause)), m => m.Because is not null); // other effects
        return Statements(c, told, stem, move, others,
            Asking.Proof(told, "effect", cause.Name), $"{told.Says(cause)} So this followed: {told.Says(move)}",
            other => told.Plan.Causes(cause).Contains(other) ? "ela.cause-effect-swapped" : "ela.other-detail", "Ask what could not have happened without it.");
    }

    /// <summary>Three moves, those first for which it holds.</summary>
    private static IEnumerable<Move> Most(Commission c, IEnumerable<Move> moves, Func<Move, bool> holds) =>
        c.Rolls.Shuffle([.. moves.Where(m => m.Says.Length > 0)]).OrderByDescending(holds).Take(3);

    private static Draft? Untold(Commission c, Telling told, Move dropped)
    {
        if (dropped.Says.Length == 0 || told.FactsOf(dropped.Says).Any(f => f.Formula.Length > 0))
        {
            return null;
        }
        Phrase stem = c.Say(
            $"Which of these is not told in the text?", $"Three of these can be known from the text. Which one cannot?",
            $"Which statement goes beyond what the text says?", $"For which of these would another source be needed?");
        return Statements(c, told, stem, dropped, told.Told, Asking.Proof(told, "false", ""),
            $"Nothing in the text says so: {told.Says(dropped)}", _ => "ela.overlooks-not", "Look for each statement in the text. One is not there.");
    }

    private static Draft? Statements(
        Commission c, Telling told, Phrase stem, Move key, IEnumerable<Move> others, Proof proof, string why, Func<Move, string> bug, string hint)
    {
        var wrongs = c.Rolls.Shuffle([.. others.Where(m => m.Says.Length > 0)]).Take(3).ToList();
        if (wrongs.Count < 3 || Cues.LengthTells(c, told.Says(key), wrongs.Select(told.Says)))
        {
            return null;
        }
        var draft = Asking.Draft(c, told, stem, told.Says(key), Demand.Reason, why, proof, hint);
        foreach (var wrong in wrongs)
        {
            draft.Wrong(bug(wrong), told.Says(wrong), told.Told.Contains(key) ? why : $"The text says: “{told.Said(wrong)}”");
        }
        return draft;
    }

    /// <summary>What is noted of the whole: its main point, its shape, its kind.</summary>
    private Draft? Noted(Commission c, Telling told)
    {
        var plan = told.Plan;
        var key = ask == "genre" ? Words.Cap(plan.Genre) : told.Fill(plan.Notes[ask]).Text;
        var narrow = told.Told.Where(m => m.Says.Length > 0).Select(told.Says).ToList();
        var wrongs = ask == "main"
            ? c.Rolls.Shuffle([.. narrow]).Take(2).Select(s => (s, "ela.too-narrow")).Concat(plan.List("wide").Select(w => (told.Fill(w).Text, "ela.too-wide"))).ToList()
            : c.Rolls.Shuffle([.. plan.List("not " + ask)]).Select(w => (Words.Cap(w), "ela.structure-confused")).ToList();
        if (wrongs.Count < 3 || (ask == "main" && Cues.LengthTells(c, key, wrongs.Select(w => w.Item1))))
        {
            return null;
        }
        Phrase stem = ask switch
        {
            "main" => c.Say($"What is the main idea of the text?", $"Which sentence says what the whole text is about?", $"Which statement covers all parts of the text?"),
            "shape" => c.Say($"How is the text organized?", $"Which plan does the text follow?", $"In what way are the parts of the text put together?"),
            _ => c.Say($"What kind of text is this?", $"Which name fits this text?", $"Where would you sort this text?"),
        };
        var draft = Asking.Draft(c, told, stem, Words.Cap(key), Demand.Apply,
            ask == "main" ? $"Every part of the text bears on this: {key}" : $"{Words.Cap(key)}: {told.Fill(plan.Notes.GetValueOrDefault("why " + ask, "The way in which its parts follow one another shows it.")).Text}",
            Pathfinity.Content.Proof.Rows(wrongs.Select(w => new { name = w.Item1, holds = "no" }).Append(new { name = Words.Cap(key), holds = "yes" }), "holds = 'yes'"));
        foreach (var (wrong, bug) in wrongs.Take(3))
        {
            draft.Wrong(bug, wrong, bug == "ela.too-narrow" ? "Only one part of the text says this." : bug == "ela.too-wide" ? "The text does not say as much as this." : "The text does not do what this name promises.");
        }
        return draft;
    }

    /// <summary>A question that the plan itself lists: annotated, or computed from the facts ("=a + b").</summary>
    private static Draft? Asked(Commission c, Telling told, TextQuestion question)
    {
        var computed = question.Key[0] == '=';
        var key = computed ? Asking.Compute(told, question.Key[1..]) : told.Fill(question.Key).Text;
        var wrongs = question.Wrongs.Select(w => (Text: computed ? Asking.Compute(told, w.Text.TrimStart('=')) : told.Fill(w.Text).Text, w.Bug))
            .Where(w => w.Text != key).DistinctBy(w => w.Text).Take(3).ToList();
        if (wrongs.Count < 3 || wrongs.Any(w => w.Text[0] is '-' or '−') || (!computed && (Cues.LengthTells(c, key, wrongs.Select(w => w.Text))
            || AnswerWords.Tell(c, question.Key, [.. question.Wrongs.Select(w => w.Text)]))))
        {
            return null;
        }
        var why = question.Why.Length > 0 ? told.Fill(question.Why).Text : $"The text bears this out: {key}";
        why = computed ? $"{why} That gives {key}." : why;
        var draft = Asking.Draft(c, told, told.Fill(question.Stem), Words.Cap(key), Demand.Reason, why, computed
            ? Asking.Proof(told, "value", question.Key[1..])
            : Pathfinity.Content.Proof.Rows(wrongs.Select(w => new { name = Words.Cap(w.Text), holds = "no" }).Append(new { name = Words.Cap(key), holds = "yes" }), "holds = 'yes'"));
        foreach (var (wrong, bug) in wrongs)
        {
            draft.Wrong(bug, Words.Cap(wrong), why);
        }
        return draft;
    }
}
