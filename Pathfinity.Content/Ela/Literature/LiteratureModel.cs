using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Questions on original texts: the annotated ones, the words that bear a statement out, statements matched with
/// words, the order in which a story tells things, and the rhyme scheme of a poem.
/// </summary>
internal sealed class LiteratureModel(string ask) : ItemModel($"ela.literature-{ask}")
{
    private static readonly ImmutableArray<string> Schemes = ["AABB", "ABAB", "ABCB", "ABBA", "AAAA"];

    private static readonly ImmutableArray<string> OfAStretch = ["turn", "conflict", "resolution"]; // borne out by more than the words noted

    private static readonly ImmutableArray<string> Narratives = ["story", "fable", "scene"];

    public override bool Works => ask is not ("match" or "order");

    public override Draft? Write(Commission c)
    {
        if (ask == "scheme")
        {
            var poems = Texts(c.Grade, c.Params).Where(t => t.Scheme.Length > 0).ToList();
            return poems.Count == 0 ? null : Scheme(c, c.Rolls.Pick(poems));
        }
        var chosen = Shares.Of(c, Id, binding => Asks(c.Grade, binding));
        if (chosen.Length == 0)
        {
            return null;
        }
        var (text, question) = c.Rolls.Pick(chosen);
        return ask switch
        {
            "asked" => Asked(c, text, question),
            "evidence" => Evidence(c, text, question),
            "order" => Order(c, text),
            _ => Match(c, text),
        };
    }

    private static IEnumerable<OriginalText> Texts(Grade grade, Params binding)
    {
        var kinds = binding.List("kinds", []);
        return OriginalTexts.All.Where(t => t.From <= grade && grade <= t.To && (kinds.IsEmpty || kinds.Contains(t.Kind)));
    }

    /// <summary>The annotated questions that a binding with such parameters asks in a grade.</summary>
    internal static IEnumerable<Annotation> Questions(Grade grade, Params binding)
    {
        var tags = binding.List("tags", []);
        return Texts(grade, binding).SelectMany(text => text.Questions).Where(question => tags.IsEmpty || tags.Contains(question.Tag));
    }

    private IEnumerable<(OriginalText Text, Annotation Question)> Asks(Grade grade, Params binding)
    {
        var tags = binding.List("tags", []);
        return Texts(grade, binding).SelectMany(text => text.Questions
            .Where(question => (tags.IsEmpty || tags.Contains(question.Tag)) && (ask == "asked" || question.IsStatement)
                && (ask != "order" || Narratives.Contains(text.Kind)))
            .Select(question => (text, question)));
    }

    private static Draft? Asked(Commission c, OriginalText text, Annotation question)
    {
        var wrongs = c.Rolls.Shuffle(question.Wrongs).Take(3).ToList();
        if (Cues.LengthTells(c, question.Key, wrongs.Select(w => w.Text)) || AnswerWords.Tell(c, question.Key, [.. wrongs.Select(w => w.Text)]))
        {
            return null;
        }
        var stem = question.Stem.Length > 0 ? Stems.Wording(question.Stem) : Usual(c, question.Tag, text.Kind);
        var built = question.Tag is "form" or "sound" or "view";
        var draft = Drafted(c, text, stem, question.Key, built
            ? $"{question.Key.TrimEnd('.')}. See, for one place: {Quote(question.Evidence)}" : $"This rests on these words: {Quote(question.Evidence)}",
            new Proof("cited", Json.Of(new { text = text.Body, quotes = new Dictionary<string, string> { [question.Key] = question.Evidence }, wanted = question.Key })));
        foreach (var (wrong, bug) in wrongs)
        {
            draft.Wrong(bug, wrong, built ? $"The {text.Kind} is not made so. Look at how it stands on the page, and listen."
                : $"The {text.Kind} does not bear this out. Look again at these words: {Quote(question.Evidence)}");
        }
        return draft;
    }

    private static Draft? Evidence(Commission c, OriginalText text, Annotation question)
    {
        var others = c.Rolls.Shuffle([.. text.Questions.Where(q => q.IsStatement && Apart(q.Evidence, question.Evidence))])
            .DistinctBy(q => q.Evidence).Take(3).ToList();
        if (others.Count < 3 || Cues.LengthTells(c, question.Evidence, others.Select(o => o.Evidence)))
        {
            return null;
        }
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"A reader says: “{question.Key}” Which words of the {text.Kind} best bear this out?",
            1 => $"“{question.Key}” Which words should be quoted to prove it?",
            2 => $"Which words of the {text.Kind} are the strongest evidence for this statement? “{question.Key}”",
            _ => $"Somebody doubts this statement: “{question.Key}” Which words answer the doubt?",
        };
        var draft = Drafted(c, text, stem, Quote(question.Evidence), $"These words show it: {question.Key}",
            new Proof("cited", Json.Of(new
            {
                text = text.Body,
                quotes = others.Append(question).ToDictionary(q => Quote(q.Evidence), q => q.Key, StringComparer.Ordinal),
                statement = question.Key,
            })));
        foreach (var other in others)
        {
            draft.Wrong("ela.relevant-by-topic", Quote(other.Evidence), $"These words show something else: {other.Key}");
        }
        return draft;
    }

    private static Draft? Match(Commission c, OriginalText text)
    {
        var pairs = new List<Annotation>();
        foreach (var question in c.Rolls.Shuffle([.. text.Questions.Where(q => q.IsStatement && !OfAStretch.Contains(q.Tag))]))
        {
            if (pairs.Count < 3 && pairs.All(p => Apart(p.Evidence, question.Evidence) && p.Key != question.Key))
            {
                pairs.Add(question);
            }
        }
        if (pairs.Count < 3)
        {
            return null;
        }
        ImmutableArray<string> key = [.. pairs.Select(p => p.Key)];
        Phrase stem = c.Say($"Match each quotation with what it shows.", $"What do these words show? Match them.", $"Which statement rests on which words of the text?");
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = $"{Stems.Wording(text.Shown)}\n\n{stem}",
            Prompts = [.. pairs.Select(p => Quote(p.Evidence))],
            Key = key,
            Demand = Demand.Reason,
            Hint = "Find each quotation in the text and read what stands around it.",
            Rationale = string.Join(" ", pairs.Select(p => $"{Quote(p.Evidence)}: {p.Key}")),
            Proof = Proof.Each(pairs.Select(p => new Proof("cited", Json.Of(new
            {
                text = text.Body,
                quotes = new Dictionary<string, string> { [p.Key] = p.Evidence },
                wanted = p.Key,
            })))),
        }.Wrong("ela.other-detail", key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the statements are swapped.");
    }

    /// <summary>Words of the text that stand there once and apart, in the order in which it says them.</summary>
    private static Draft? Order(Commission c, OriginalText text)
    {
        var quotes = new List<string>();
        foreach (var words in c.Rolls.Shuffle([.. text.Questions.Select(q => q.Evidence).Distinct()]))
        {
            if (quotes.Count < 4 && quotes.All(q => Apart(q, words)) && text.Body.IndexOf(words, StringComparison.Ordinal) == text.Body.LastIndexOf(words, StringComparison.Ordinal))
            {
                quotes.Add(words);
            }
        }
        if (quotes.Count < 3)
        {
            return null;
        }
        ImmutableArray<string> steps = [.. quotes.OrderBy(q => text.Body.IndexOf(q, StringComparison.Ordinal)).Select(Quote)];
        var swap = c.Rolls.Between(0, steps.Length - 2);
        Phrase stem = c.Say($"Put these moments in the order in which the {text.Kind} tells them.", $"In which order does the {text.Kind} tell this?",
            $"Which of these comes first in the {text.Kind}, which next, which last?", $"Follow the {text.Kind} from its beginning to its end. Order these words.");
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = $"{Stems.Wording(text.Shown)}\n\n{stem}",
            Key = steps,
            Demand = Demand.Apply,
            Hint = "Say in your own words how it begins and how it ends. Then find each moment.",
            Rationale = $"In order: {string.Join(" → ", steps)}",
            Proof = new Proof("cited", Json.Of(new { text = text.Body, order = true })),
        }.Wrong("ela.order-of-telling", steps.SetItem(swap, steps[swap + 1]).SetItem(swap + 1, steps[swap]), "Two moments are swapped.")
         .Wrong("ela.reverses-order", [.. steps.Reverse()], "The order is turned around.");
    }

    private static Draft Scheme(Commission c, OriginalText poem)
    {
        var lines = poem.Body.Split('\n').Where(line => line.Length > 0).ToArray();
        var from = c.Rolls.Below(lines.Length / 4) * 4;
        var ends = lines.Skip(from).Take(4).Select(LastWord).ToArray();
        var own = poem.Scheme.Substring(from, 4).Distinct().ToList();
        var key = new string([.. poem.Scheme.Substring(from, 4).Select(letter => (char)('A' + own.IndexOf(letter)))]);
        var which = lines.Length == 4 ? "the poem" : $"the four lines that begin “{string.Join(' ', lines[from].Split(' ').Take(4)).TrimEnd(',', '.', ';', ':')}”";
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"What is the rhyme scheme of {which}?",
            1 => $"Mark the first rhyme with A, the next with B, and so on. What are the letters of {which}?",
            2 => $"Which letters show how {which} rhyme?",
            _ => $"How do the line ends of {which} rhyme?",
        };
        var draft = Drafted(c, poem, stem, key, $"The line ends are {Words.List(ends)}: {key}.", new Proof("verse", Json.Of(new { ends })));
        foreach (var other in c.Rolls.Shuffle(Schemes).Where(s => s != key).Take(3))
        {
            draft.Wrong("ela.structure-confused", other, $"The line ends are {Words.List(ends)}. Say them aloud.");
        }
        return draft;
    }

    internal static string LastWord(string line) => new([.. line.Split(' ')[^1].Where(char.IsLetter)]);

    private static bool Apart(string a, string b) =>
        !a.Contains(b, StringComparison.Ordinal) && !b.Contains(a, StringComparison.Ordinal);

    /// <summary>In quotation marks; quotation marks within become single ones.</summary>
    internal static string Quote(string words) => words[0] == '“' && words.IndexOf('”', StringComparison.Ordinal) == words.Length - 1
        ? words
        : $"“{words.Replace('“', '‘').Replace('”', '’')}”";

    private static Draft Drafted(Commission c, OriginalText text, Phrase stem, string key, string why, Proof proof) => new()
    {
        Kind = QuestionKind.Choice,
        Stem = $"{Lead(c, text.Kind)}{Stems.Wording(text.Shown)}\n\n{stem}",
        Key = [key],
        Demand = Demand.Reason,
        Hint = $"Read the {text.Kind} again, and stop where it speaks of what is asked.",
        Rationale = why,
        Proof = proof,
    };

    private static Phrase Lead(Commission c, string kind)
    {
        if (c.Work is null)
        {
            return $"";
        }
        var slots = new Slots(c);
        var (name, role, place) = (slots["name4"], slots["a role"], slots["place"]);
        return c.Rolls.Below(4) switch
        {
            0 => $"{name}, {role}, reads this {kind} out to the others at {place}.\n\n",
            1 => $"A reading group meets at {place} after work. {name} has chosen this {kind}.\n\n",
            2 => $"The newsletter of {place} prints this {kind}. {name} reads it twice.\n\n",
            _ => $"{name} is {role} at {place} and likes to share this {kind} with new people there.\n\n",
        };
    }

    private static Phrase Usual(Commission c, string tag, string kind) => tag switch
    {
        "theme" => c.Say($"Which statement is a theme of the {kind}?", $"What does the {kind} suggest about people or life?", $"Which idea does the whole {kind} carry?", $"What could a reader take from this {kind} into other situations?"),
        "central" => c.Say($"What is the central idea of the {kind}?", $"Which sentence states what the whole {kind} says?", $"What is the main point that the {kind} makes?"),
        "sum" => c.Say($"Which is the best summary: complete, fair and without opinion?", $"Which sentence sums up the {kind} without adding an opinion or leaving out what matters?", $"Choose the summary that covers beginning, middle and end."),
        "tone" => c.Say($"What is the tone of the {kind}?", $"Which word names the attitude in which the {kind} is written?", $"How does the voice in this {kind} sound?"),
        "view" => c.Say($"From whose point of view is the {kind} told?", $"Who tells the {kind}?", $"Through whose eyes does the reader see what happens?"),
        "conflict" => c.Say($"What is the main conflict?", $"Which problem drives the {kind}?", $"What stands in the way in this {kind}?"),
        "turn" => c.Say($"What is the turning point?", $"Which event changes the course of the {kind}?", $"After which moment do things go another way?"),
        "resolution" => c.Say($"How is the conflict resolved?", $"How does the {kind} end for those in it?", $"What has been settled by the end?"),
        "open" => c.Say($"What does the {kind} leave uncertain?", $"Which of these can a reader not settle from the {kind}?", $"Which question stays open at the end?"),
        "purpose" => c.Say($"What is the writer’s purpose?", $"Why was this {kind} most clearly written?", $"What does the writer want to bring about?"),
        _ => throw new ContentException($"The tag '{tag}' has no usual question; write one."),
    };
}
