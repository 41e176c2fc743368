using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Short planned texts with questions. A text draws its facts from lists, "[day=Monday|Friday]"; a question asks for a
/// fact ("=day"), or carries its key, wrong answers and the words of the text that bear the key out.
/// </summary>
internal sealed class TextModel() : ItemModel("ela.text")
{
    /// <summary>How to go about a question of each tag from grade 2 on; others are answered by words of the text.</summary>
    private static readonly FrozenDictionary<string, string> Hints = new Dictionary<string, string>
    {
        ["cause"] = "Ask what had to happen first and made the other thing happen.",
        ["effect"] = "Ask what could not have happened without it.",
        ["chain"] = "Begin with what nothing else in the text brought about.",
        ["main"] = "Ask what every sentence has to do with.",
        ["topic"] = "Ask what every sentence has to do with.",
        ["focus"] = "Read only that paragraph. Ask what all its sentences tell about.",
        ["fits"] = "Ask what the new sentence is about. Which paragraph is about the same?",
        ["off"] = "Say in a few words what the text is about. Which sentence is about something else?",
        ["close"] = "A closing looks back on all that was said. It brings nothing new.",
        ["infer"] = "The text does not say it. Put two of its details together.",
        ["what"] = "Put the details together. What must be so?",
        ["where"] = "Put the details together. Where would all of them be found?",
        ["lesson"] = "Ask what the one in the story would do another time.",
        ["shows"] = "Ask which event proves the lesson.",
        ["pov"] = "Look for I or we. Then ask whose thoughts are told.",
        ["minds"] = "Whose thoughts and feelings are told, and not only words and deeds?",
        ["effects"] = "Ask what the reader knows, wonders or feels because of it.",
        ["knows"] = "Ask what this person saw or was told, and nothing else.",
        ["wrong"] = "Compare what each one was told with what is really so.",
        ["change"] = "Who knows what? Ask what would bring the truth to the one who does not know.",
        ["claim"] = "Look for what should be done or believed.",
        ["reason"] = "Ask of each sentence whether it says why.",
        ["evidence"] = "Look for a number, a test or a record.",
        ["role"] = "Does the sentence say what should be done, why, with what proof, or what others hold?",
        ["yes"] = "Look for a number, a source or a test behind the statement.",
        ["no"] = "Which sentence has nothing behind it?",
        ["meaning"] = "Compare each choice with the source, word by word.",
        ["fair"] = "It must say the same in other words, and name the source.",
        ["agree"] = "Look for each statement in one text, then in the other.",
        ["only"] = "Look for each statement in one text, then in the other.",
        ["alike"] = "Look for words such as both, same and too.",
        ["differ"] = "Compare the two point for point.",
        ["device"] = "Put the events on a line of time. Where does the sentence jump?",
        ["said"] = "Take the words as they stand, without asking what is meant.",
        ["meant"] = "Compare the praise with the facts that are told.",
        ["target"] = "Ask who does what is made fun of here.",
        ["trust"] = "Compare what the narrator claims with what happens.",
        ["deed"] = "Compare what the narrator claims with what happens.",
        ["left"] = "What must have happened between the sentences?",
        ["one"] = "Turn what happens into a sentence that is true of other people, too.",
        ["two"] = "Turn what happens into a sentence that is true of other people, too.",
        ["meet"] = "Where do both ideas stand in one picture?",
        ["rule"] = "Look for and, or, if, unless. What do they ask for?",
        ["facts"] = "Test each condition of the rule against the case.",
        ["decision"] = "Test each condition of the rule against the case.",
        ["exception"] = "Ask what the exception asks for, and whether the case has it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var asked = Shares.Of(c, Id, Asks).Where(p => c.Work is null || (p.Text.Works && !p.Question.IsOrder)).ToList();
        if (asked.Count == 0)
        {
            return null;
        }
        var (text, question, turn) = c.Rolls.Pick(asked);
        var slots = new Slots(c);
        var told = text.Tell(c, slots);
        return turn.Length > 0 ? Turned(c, slots, told, question, turn)
            : question.IsOrder ? Order(c, slots, text, told, question)
            : question.Key[0] == '=' ? Fact(c, slots, text, told, question) : Given(c, slots, text, told, question);
    }

    /// <summary>What a binding with such parameters asks, but for orders.</summary>
    internal static IEnumerable<TextQuestion> Questions(Params binding) =>
        binding.Text("turn", "").Length > 0 ? [] : Asks(binding).Select(asked => asked.Question).Where(question => !question.IsOrder);

    private static IEnumerable<(PlannedText Text, TextQuestion Question, string Turn)> Asks(Params binding)
    {
        var tags = binding.List("tags", []);
        return binding.List("bank").SelectMany(key => PlannedText.Of(Banks.Get(key))).SelectMany(text => text.Questions
            .Where(question => tags.IsEmpty || tags.Contains(question.Tag)).Select(question => (text, question, binding.Text("turn", ""))));
    }

    /// <summary>Asks for the wrong answer of the bug that "turn" names: what is too narrow, or too wide, to be the main idea.</summary>
    private static Draft? Turned(Commission c, Slots slots, Phrase told, TextQuestion question, string turn)
    {
        var mistaken = question.Wrongs.Where(w => w.Bug == "ela." + turn).ToList();
        var other = question.Wrongs.FirstOrDefault(w => w.Bug != "ela." + turn);
        if (mistaken.Count == 0 || other.Text is null)
        {
            return null;
        }
        var (key, main, rest) = (Words.Cap(slots.Text(c.Rolls.Pick(mistaken).Text)), Words.Cap(slots.Text(question.Key)), Words.Cap(slots.Text(other.Text)));
        Phrase stem = turn == "too-narrow"
            ? c.Say($"Which sentence is too narrow to be the main idea?", $"Which of these is one detail, too small to sum up the text?", $"Somebody took a detail for the main idea. Which one?")
            : c.Say($"Which sentence is too wide to be the main idea?", $"Which of these says far more than the text does?", $"One of these goes beyond the text and is too wide for its main idea. Which one?");
        var why = turn == "too-narrow" ? $"Only one part of the text is about this: {key}" : $"The text does not tell as much as this: {key}";
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{told}\n\n{stem}",
            Key = [key],
            Demand = Demand.Reason,
            Hint = "The main idea covers every sentence of the text and nothing else.",
            Rationale = why,
            Proof = Proof.Rows(question.Wrongs.Select(w => new { name = Words.Cap(slots.Text(w.Text)), is_a = w.Bug }).Append(new { name = main, is_a = "main" }), $"is_a = 'ela.{turn}'"),
        }
        .Wrong("ela.overlooks-not", main, "This covers every part of the text: it is the main idea.").Wrong(other.Bug, rest);
    }

    /// <summary>What answers a question of a text that is told, and its proof: the fact found again, or what the bank lists.</summary>
    internal static (string Key, Proof Proof) Answer(Slots slots, PlannedText text, Phrase told, TextQuestion question)
    {
        if (question.Key[0] != '=')
        {
            var given = Words.Cap(slots.Text(question.Key));
            return (given, Proof.Rows(question.Wrongs.Select(w => new { name = Words.Cap(slots.Text(w.Text)), holds = "no" })
                .Append(new { name = given, holds = "yes" }), "holds = 'yes'"));
        }
        var article = question.Key.StartsWith("=a ", StringComparison.Ordinal);
        var field = question.Key[(article ? 3 : 1)..];
        var (pattern, _) = text.Pattern(field, slots, article);
        return (Words.Cap(article ? Words.A(slots[field]) : slots[field]), new Proof("extract", Json.Of(new { text = told.Text, pattern })));
    }

    /// <summary>Key and wrong answers are facts of one kind; the proof finds the fact in the text again.</summary>
    private static Draft? Fact(Commission c, Slots slots, PlannedText text, Phrase told, TextQuestion question)
    {
        var article = question.Key.StartsWith("=a ", StringComparison.Ordinal);
        var field = question.Key[(article ? 3 : 1)..];
        var key = Named(slots[field]);
        var pool = text.Pool(field).Select(slots.Text).Select(Named).Where(v => v != key).ToList();
        var named = question.Wrongs.Select(w => w.Text.StartsWith('!') ? (slots[w.Text[1..]], w.Bug) : (slots.Text(w.Text), w.Bug)).ToList();
        var wrongs = named.Concat(c.Rolls.Shuffle(pool).Select(v => (v, text.Bug))).Where(w => w.Item1 != key).DistinctBy(w => w.Item1).Take(c.Young ? 2 : 3).ToList();
        var (pattern, sentence) = text.Pattern(field, slots, article);
        if (wrongs.Count < 2)
        {
            return null;
        }
        var draft = Drafted(c, slots, told, question, key, question.Why is { Length: > 0 } why ? slots.Text(why) : $"The text says: “{sentence}”",
            new Proof("extract", Json.Of(new { text = told.Text, pattern })));
        foreach (var (given, bug) in wrongs)
        {
            draft.Wrong(bug, Words.Cap(given), told.Text.Contains(given, StringComparison.OrdinalIgnoreCase)
                ? "This stands in the text, but it answers another question." : "The text does not say this.");
        }
        return draft;

        string Named(string value) => article ? Words.A(value) : value;
    }

    private static Draft? Given(Commission c, Slots slots, PlannedText text, Phrase told, TextQuestion question)
    {
        var key = slots.Text(question.Key);
        var why = slots.Text(question.Why);
        var chosen = c.Rolls.Shuffle(question.Wrongs)[..Math.Min(c.Young ? 2 : 3, question.Wrongs.Length)];
        var wrongs = chosen.Select(w => (Text: slots.Text(w.Text), w.Bug)).ToList();
        if (Cues.LengthTells(c, key, wrongs.Select(w => w.Text)) || AnswerWords.Tell(c, question.Key, [.. chosen.Select(w => w.Text)]))
        {
            return null;
        }
        var draft = Drafted(c, slots, told, question, key, why,
            Proof.Rows(question.Wrongs.Select(w => new { name = Words.Cap(slots.Text(w.Text)), holds = "no" }).Append(new { name = Words.Cap(key), holds = "yes" }), "holds = 'yes'"));
        foreach (var (wrong, bug) in wrongs)
        {
            draft.Wrong(bug, Words.Cap(wrong));
        }
        return draft;
    }

    private static Draft Order(Commission c, Slots slots, PlannedText text, Phrase told, TextQuestion question)
    {
        ImmutableArray<string> steps = [.. question.Key.Split("=>").Select(s => Words.Cap(slots.Text(s.Trim())))];
        var swap = c.Rolls.Between(0, steps.Length - 2);
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = told.Text.StartsWith('_') ? slots.Fill(question.Stem) : $"{told}\n\n{slots.Fill(question.Stem)}",
            Key = steps,
            Demand = Demand.Apply,
            Hint = "Look for words that tell when, such as first, then, before and after.",
            Rationale = $"In order: {string.Join(" → ", steps.Select(s => s.TrimEnd('.')))}.",
            Proof = Proof.Sorted(steps.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => Words.Number(x.i), StringComparer.Ordinal)),
        }.Wrong("ela.order-of-telling", steps.SetItem(swap, steps[swap + 1]).SetItem(swap + 1, steps[swap]), "Two events are swapped.");
    }

    private static Draft Drafted(Commission c, Slots slots, Phrase told, TextQuestion question, string key, string rationale, Proof proof) => new()
    {
        Kind = QuestionKind.Choice,
        Stem = $"{told}\n\n{slots.Fill(question.Stem)}",
        Key = [Words.Cap(key)],
        Demand = question.Tag is "who" or "what" or "where" or "when" or "number" ? Demand.Recall : question.Tag is "infer" or "theme" or "knows" or "trait" or "evidence" ? Demand.Reason : Demand.Apply,
        Hint = c.Young ? "Read it again. Look for the words that tell this." : Hints.GetValueOrDefault(question.Tag, "Go back to the text and put your finger on the words that answer this."),
        Rationale = rationale,
        Proof = proof,
    };
}

/// <summary>A text of a bank, parsed: its lines, the lists of its facts, its questions.</summary>
internal sealed partial class PlannedText
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Bank, PlannedText[]> Parsed = [];
    private readonly ImmutableArray<string> paragraphs;
    private readonly Dictionary<string, ImmutableArray<string>> pools = new(StringComparer.Ordinal);

    private PlannedText(BankGroup group)
    {
        Bug = group.Bug;
        paragraphs = [.. group.Lines.Select(l => string.Join(" // ", l.Fields)).Where(l => l[0] == '>').Select(l => l[1..].Trim())];
        foreach (var field in paragraphs.SelectMany(p => Field().Matches(p)))
        {
            pools[field.Groups[1].Value] = [.. field.Groups[2].Value.Split('|')];
        }
        Questions = [.. group.Lines.Where(l => l.Fields[0][0] == '?').Select(l => new TextQuestion(l, group.Bug))];
    }

    public string Bug { get; }

    public ImmutableArray<TextQuestion> Questions { get; }

    public bool Works => paragraphs.Any(Slots.Occur);

    public static IReadOnlyList<PlannedText> Of(Bank bank) => Parsed.GetValue(bank, b => [.. b.Groups.Select(g => new PlannedText(g))]);

    public ImmutableArray<string> Pool(string field) => pools.GetValueOrDefault(field, []);

    /// <summary>Draws the facts, no value twice, and tells the text.</summary>
    public Phrase Tell(Commission c, Slots slots)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (field, pool) in pools.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var free = pool.Select(slots.Text).Where(v => !used.Contains(v)).ToList();
            var value = c.Rolls.Pick(free);
            used.Add(value);
            slots.Set(field, value);
        }
        return slots.Fill(string.Join("\n", paragraphs.Select(p => Field().Replace(p, "{$1}"))));
    }

    /// <summary>
    /// A pattern whose first group is the fact, with the article before it if that is asked, and the sentence of the text
    /// in which it first stands.
    /// </summary>
    public (string Pattern, string Sentence) Pattern(string field, Slots slots, bool article)
    {
        foreach (var paragraph in paragraphs)
        {
            foreach (var sentence in Sentence().Split(Field().Replace(paragraph, "{$1}")))
            {
                if (sentence.Contains($"{{{field}}}", StringComparison.Ordinal) || sentence.Contains($"{{{Words.Cap(field)}}}", StringComparison.Ordinal))
                {
                    var marked = sentence.Replace($"{{{field}}}", "\u0001").Replace($"{{{Words.Cap(field)}}}", "\u0001");
                    var at = marked.IndexOf('\u0001', StringComparison.Ordinal);
                    var tail = Regex.Escape(slots.Text(marked[(at + 1)..].Replace("\u0001", $"{{{field}}}")));
                    var head = marked[..at];
                    head = article && Article().Match(head) is { Success: true } last ? head[..last.Index] : head;
                    return ($"(?:^|[.!?:”] |\n){Regex.Escape(slots.Text(head))}([^.!?]+?){tail}", slots.Text(sentence));
                }
            }
        }
        throw new ContentException($"No sentence tells '{field}'.");
    }

    [GeneratedRegex(@"\[([a-z]+\d?)=([^\]]*)\]")]
    private static partial Regex Field();

    [GeneratedRegex("an? $", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"(?<=[.!?”]) (?=[A-Z{“])")]
    private static partial Regex Sentence();
}

/// <summary>A question on a planned text: tag, stem, key, wrong answers and why.</summary>
internal sealed class TextQuestion
{
    public TextQuestion(BankLine line, string bug)
    {
        var fields = line.Fields;
        Tag = fields[0][1..].Trim();
        bug = Tag is "off" or "not" ? "ela.overlooks-not" : bug;
        Stem = fields.Length > 2 ? fields[1] : throw new ContentException($"The question '{fields[0]}' needs a stem and a key.");
        Key = fields[2];
        Wrongs = fields.Length > 3 && fields[3].Length > 0
            ? [.. fields[3].Split(" ; ").Select(w => w.Trim().Split('~')).Select(w => (w[0], w.Length > 1 ? "ela." + w[1] : bug))] : [];
        Why = fields.Length > 4 ? fields[4] : "";
        if (Why.Length == 0 && Key[0] != '=' && !IsOrder)
        {
            throw new ContentException($"The question '{Stem}' => '{Key}' needs a why: the words of the text that bear it out.");
        }
    }

    public string Tag { get; }

    public string Stem { get; }

    public string Key { get; }

    public ImmutableArray<(string Text, string Bug)> Wrongs { get; }

    public string Why { get; }

    public bool IsOrder => Key.Contains("=>", StringComparison.Ordinal);
}
