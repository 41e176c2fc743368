using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>Letters, printed words, syllables and the alphabet, for those who learn to read.</summary>
internal sealed class LettersModel(string ask) : ItemModel($"ela.letters-{ask}", version: ask is "order" or "last" ? 2 : 1)
{
    private static readonly string[] LookAlike = ["bdpq", "mnuhr", "iljt", "vwyx", "oceas", "fkgz"];

    public override bool Works => ask is not ("order" or "cases" or "beats" or "write" or "missing");

    public override Draft? Write(Commission c) => ask switch
    {
        "case" => Case(c),
        "find" => Find(c),
        "first" => Ends(c, "first", 0),
        "last" => Ends(c, "last", ^1),
        "words" => CountWords(c),
        "count" => CountLetters(c),
        "same" => Same(c),
        "next" => Next(c),
        "abc" => Abc(c),
        "order" => AbcOrder(c),
        "between" => Between(c),
        "syllables" => Syllables(c),
        "syllable-word" => SyllableWord(c),
        "join" => Join(c),
        "cases" => Cases(c),
        "beats" => Beats(c),
        "write" => Written(c),
        "missing" => Missing(c),
        _ => Compound(c),
    };

    private static Draft Case(Commission c)
    {
        var letter = (char)('a' + c.Rolls.Below(26));
        var up = c.Rolls.Below(2) == 0;
        var shown = up ? char.ToUpperInvariant(letter) : letter;
        var want = up ? letter : char.ToUpperInvariant(letter);
        string[] asks = up
            ? ["Which small letter goes with the big letter {0}?", "Find the small letter for {0}.", "Here is a big {0}. Which small letter is the same letter?", "The big letter is {0}. Where is the small one?"]
            : ["Which big letter goes with the small letter {0}?", "Find the big letter for {0}.", "Here is a small {0}. Which big letter is the same letter?", "The small letter is {0}. Where is the big one?"];
        var draft = Of(c, asks, shown.ToString(), want.ToString(), "Say the name of the letter. Look for the letter with the same name.",
            $"{char.ToUpperInvariant(letter)} and {letter} are the big and the small form of one letter.", Letter("other case", shown.ToString()), Cards.Of([shown.ToString()]));
        foreach (var other in Others(c, letter).Take(3))
        {
            draft.Wrong("ela.look-alike-letter", (up ? other : char.ToUpperInvariant(other)).ToString());
        }
        return draft;
    }

    private static Draft Cases(Commission c)
    {
        var letters = c.Rolls.Shuffle([.. Enumerable.Range('a', 26).Select(l => (char)l)]).Take(3).ToArray();
        ImmutableArray<string> key = [.. letters.Select(l => l.ToString())];
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = Stems.Wording(c.Rolls.Pick(["Match each big letter with its small letter.", "Which small letter goes with which big letter?", "Find the small letter for each big letter."])),
            Prompts = [.. letters.Select(l => char.ToUpperInvariant(l).ToString())],
            Key = key,
            Demand = Demand.Apply,
            Hint = "Say the name of each letter. Look for the letter with the same name.",
            Rationale = string.Join(" ", letters.Select(l => $"{char.ToUpperInvariant(l)} goes with {l}.")),
            Proof = Proof.Each(letters.Select(l => Letter("other case", char.ToUpperInvariant(l).ToString()))),
        }.Wrong("ela.look-alike-letter", key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the letters are swapped.");
    }

    /// <summary>The first or last letter of a word that is shown, typed.</summary>
    private static Draft? Written(Commission c)
    {
        var word = c.Rolls.Pick(SoundsModel.Pool(c)).Text;
        var first = c.Params.Text("which", "first") == "first";
        var (key, other) = first ? (word[0], word[^1]) : (word[^1], word[0]);
        var which = first ? "first" : "last";
        return key == other ? null : Typed(c, [$"Look at the word {{0}}. Type its {which} letter.", $"Here is the word {{0}}. Type the {which} letter.", $"Which letter of {{0}} is {which}? Type it."],
            word, key, first ? "We read from the left. Where does the word begin?" : "Go along the word to its end.",
            $"The letters of {word} are {string.Join(", ", word.AsEnumerable())}.", Letter(which, word)).Wrong("ela.wrong-end", other.ToString());
    }

    private static Draft Missing(Commission c)
    {
        var at = c.Rolls.Between(1, 23);
        var (before, key, after) = ((char)('a' + at - 1), (char)('a' + at), (char)('a' + at + 1));
        return Typed(c, ["One letter of the alphabet is missing: {0}. Type it.", "{0} ... Type the letter that belongs in the gap.", "Which letter is left out? {0}. Type it."],
            $"{before}, __, {after}", key, "Say the alphabet up to the gap.", $"In the alphabet: {before}, {key}, {after}.", Letter("after", before.ToString()))
            .Wrong("ela.skips-one", ((char)(after + 1)).ToString());
    }

    private static Draft Typed(Commission c, string[] asks, string slot, char key, string hint, string rationale, Proof proof)
    {
        var parts = c.Rolls.Pick(asks).Split("{0}");
        return new Draft
        {
            Kind = QuestionKind.Text,
            Stem = $"{Stems.Wording(parts[0])}{slot}{Stems.Wording(parts[1])}",
            Key = [key.ToString()],
            Demand = Demand.Apply,
            Hint = hint,
            Rationale = rationale,
            Proof = proof,
        };
    }

    /// <summary>All words of as many beats.</summary>
    private static Draft? Beats(Commission c)
    {
        var own = c.Rolls.Shuffle(SyllableWords(c)).Select(w => w.Split('-')).ToList();
        var same = own.Where(w => w.Length == own[0].Length).Take(2).ToList();
        var others = c.Rolls.Shuffle(AllSyllableWords(c)).Select(w => w.Split('-')).Where(w => w.Length != own[0].Length).Take(c.Young ? 1 : 2).ToList();
        if (same.Count < 2)
        {
            return null;
        }
        var parts = c.Rolls.Pick(["Which words have this many beats: {0}? Choose them all.", "Find all the words that you clap this many times: {0}.", "Claps: {0}. Which words fit? Choose them all."]).Split("{0}");
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = $"{Stems.Wording(parts[0])}{own[0].Length}{Stems.Wording(parts[1])}",
            Figure = Cards.Dots(own[0].Length),
            Key = [.. same.Select(word => string.Concat(word))],
            Demand = Demand.Apply,
            Hint = "Say each word and clap its beats.",
            Rationale = string.Join(" ", same.Select(w => $"{string.Join(" - ", w)}: {w.Length}.")),
            Proof = new Proof("syllables", Json.Of(new { count = own[0].Length })),
        };
        foreach (var other in others)
        {
            draft.Wrong("ela.miscounts-beats", string.Concat(other), $"{string.Join(" - ", other)}: {other.Length}.");
        }
        return draft;
    }

    private static Draft Find(Commission c)
    {
        var letter = (char)('a' + c.Rolls.Below(26));
        var up = c.Params.Flag("capital");
        var key = up ? char.ToUpperInvariant(letter) : letter;
        var draft = Of(c, ["Which letter is {0}?", "Find the letter {0}.", "Point to {0}. Which one is it?", "Where is the letter that is called {0}?"],
            LetterName(letter), key.ToString(), "Say the names of the letters one by one.", $"This is how {LetterName(letter)} is printed: {key}.",
            new Proof("letters", Json.Of(new { what = "same letter", of = letter.ToString() })));
        foreach (var other in Others(c, letter).Take(3))
        {
            draft.Wrong("ela.look-alike-letter", (up ? char.ToUpperInvariant(other) : other).ToString());
        }
        return draft;
    }

    private static Draft? Ends(Commission c, string which, Index at)
    {
        var word = c.Rolls.Pick(SoundsModel.Pool(c)).Text;
        var key = word[at];
        var draft = Of(c, [$"What is the {which} letter of {{0}}?", which == "first" ? "Look at the word {0}. Which letter is first?" : "Look at the word {0}. With which letter does it end?", $"Find the {which} letter: {{0}}.", $"Here is the word {{0}}. Its {which} letter is which?"],
            word, key.ToString(), which == "first" ? "We read from the left. Where does the word begin?" : "Go along the word to its end.",
            $"The letters of {word} are {string.Join(", ", word.AsEnumerable())}.", Letter(which, word), Cards.Of([.. word.Select(l => l.ToString())]));
        draft.Maybe("ela.wrong-end", word[which == "first" ? ^1 : 0].ToString());
        draft.Maybe("ela.wrong-end", word[1].ToString());
        draft.Maybe("ela.look-alike-letter", Others(c, key).First().ToString());
        return draft.Wrongs.Count < 2 ? null : draft;
    }

    private static Draft? CountWords(Commission c)
    {
        var slots = new Slots(c);
        var lines = Banks.Get("print-lines").Lines.Where(l => c.Params.Range("words", 2, 6).Has(Words.In(l.Text))).ToList();
        var line = slots.Text(c.Rolls.Pick(lines).Text);
        var n = Words.In(line);
        var draft = Of(c, ["How many words are in this line? {0}", "Count the words: {0}", "{0} How many words do you see?", "Point to each word once. How many? {0}"],
            line, Words.Number(n), "Look for the gaps. A gap parts two words.", $"The words are {string.Join(" | ", line.TrimEnd('.', '?', '!').Split(' '))}: {n} words.",
            Letter("words", line));
        draft.Maybe("ela.counts-letters", line.Count(char.IsLetter));
        draft.Maybe("ela.drops-a-sound", n - 1, "Leaves one word out.");
        draft.Maybe("ela.counts-gaps", n + 1, "Counts one word twice.");
        return draft;
    }

    private static Draft? CountLetters(Commission c)
    {
        var word = c.Rolls.Pick(SoundsModel.Pool(c)).Text;
        var draft = Of(c, ["How many letters are in the word {0}?", "Count the letters: {0}.", "Look at {0}. How many letters do you see?", "How many letters make the word {0}?"],
            word, Words.Number(word.Length), "Point to each letter once.", $"The letters are {string.Join(", ", word.AsEnumerable())}: {word.Length}.", Letter("count", word), Cards.Of([.. word.Select(l => l.ToString())]));
        return draft.Wrong("ela.drops-a-sound", word.Length - 1, "Leaves a letter out.").Wrong("ela.counts-gaps", word.Length + 1, "Counts a letter twice.");
    }

    private static Draft? Same(Commission c)
    {
        var pool = SoundsModel.Pool(c);
        var word = c.Rolls.Pick(pool).Text;
        var near = c.Rolls.Shuffle([.. pool.Where(w => w.Text != word && w.Text.Length == word.Length && w.Text.Zip(word).Count(p => p.First == p.Second) >= word.Length - 1)]);
        if (near.Length < 2)
        {
            return null;
        }
        var draft = Of(c, ["Which word has these letters: {0}?", "A word is made of {0}. Find it.", "Look at {0}. Which word do they make?", "Here are the letters {0}. Find the word."],
            string.Join(", ", word.AsEnumerable()), word, "Look at each letter: the first, the middle, the last.", $"Every letter is the same: {string.Join(", ", word.AsEnumerable())}.", Letter("same", word), Cards.Of([word]));
        foreach (var other in near.Take(3))
        {
            draft.Wrong("ela.similar-word", other.Text);
        }
        return draft;
    }

    private static Draft Next(Commission c)
    {
        var after = c.Params.Text("place", "after") == "after";
        var at = c.Rolls.Between(2, 23);
        var (shown, key) = ((char)('a' + at), (char)('a' + at + (after ? 1 : -1)));
        var word = after ? "after" : "before";
        var draft = Of(c, [$"Which letter comes right {word} {{0}}?", $"In the alphabet, what is right {word} {{0}}?", $"Say the alphabet. Which letter is just {word} {{0}}?", $"Find the letter {word} {{0}}."],
            shown.ToString(), key.ToString(), "Say the alphabet from a letter that you know.", $"In the alphabet: {(char)(shown - 1)}, {shown}, {(char)(shown + 1)}.", Letter(word, shown.ToString()));
        draft.Wrong("ela.wrong-direction", ((char)('a' + at + (after ? -1 : 1))).ToString());
        return draft.Wrong("ela.skips-one", ((char)('a' + at + (after ? 2 : -2))).ToString()).Wrong("ela.skips-one", ((char)('a' + (at + 8) % 26 is var o && o == key ? (at + 9) % 26 + 'a' : o)).ToString());
    }

    private static Draft? Abc(Commission c)
    {
        var words = AbcWords(c, 3);
        var sorted = words.Order(StringComparer.Ordinal).ToArray();
        var draft = Of(c, ["Which word comes first in ABC order? {0}", "{0} Which of these words is first in the alphabet?", "Put the words in ABC order. Which one is first? {0}", "A list is in ABC order. Which word stands at the top? {0}"],
            string.Join(", ", words) + ".", sorted[0], "Compare the first letters. If they are alike, compare the next ones.", $"In ABC order: {string.Join(", ", sorted)}.", Letter("abc-first", string.Join(' ', words)));
        return draft.Wrong("ela.abc-order", sorted[1]).Wrong("ela.abc-order", sorted[2]);
    }

    private static Draft? AbcOrder(Commission c)
    {
        var words = AbcWords(c, c.Grade.Ordinal <= 2 ? 3 : 4);
        ImmutableArray<string> sorted = [.. words.Order(StringComparer.Ordinal)];
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = Stems.Wording(c.Rolls.Pick(["Put the words in ABC order.", "Order the words as in a dictionary.", "Which word is first, which is next? Use ABC order."])),
            Key = sorted,
            Demand = Demand.Apply,
            Hint = "Compare the first letters. If they are alike, compare the next ones.",
            Rationale = $"In ABC order: {string.Join(", ", sorted)}.",
            Proof = Letter("abc", string.Join(' ', words)),
        }.Wrong("ela.abc-order", sorted.SetItem(0, sorted[1]).SetItem(1, sorted[0]), "Two words are swapped.");
    }

    private static Draft? Between(Commission c)
    {
        var words = AbcWords(c, 5).Order(StringComparer.Ordinal).ToArray();
        var draft = Of(c, ["Which word comes between these two in ABC order? {0}", "The guide words at the top of a page are these: {0} Which word is on that page?", "Which word belongs between these words in a dictionary? {0}"],
            $"{words[1]} – {words[3]}.", words[2], "The word must come after the first guide word and before the second.", $"In ABC order: {string.Join(", ", words[1..4])}.", Letter("between", $"{words[1]} {words[3]}"));
        return draft.Wrong("ela.abc-order", words[0]).Wrong("ela.abc-order", words[4]);
    }

    /// <summary>Words for ABC order; those of one binding differ in the first or only in the second letter.</summary>
    private static string[] AbcWords(Commission c, int count)
    {
        var pool = SoundsModel.Pool(c).Select(w => w.Text).ToList();
        if (c.Params.Text("letter", "first") == "second")
        {
            var start = c.Rolls.Pick(pool)[0];
            pool = [.. pool.Where(w => w[0] == start).DistinctBy(w => w[1])];
            if (pool.Count >= count)
            {
                return [.. c.Rolls.Shuffle(pool).Take(count)];
            }
            pool = [.. SoundsModel.Pool(c).Select(w => w.Text).Where(w => w[0] == 's').DistinctBy(w => w[1])];
        }
        return [.. c.Rolls.Shuffle([.. c.Rolls.Shuffle(pool).DistinctBy(w => c.Params.Text("letter", "first") == "second" ? w[1] : w[0])]).Take(count)];
    }

    private static Draft Syllables(Commission c)
    {
        var parts = c.Rolls.Pick(SyllableWords(c)).Split('-');
        var word = string.Concat(parts);
        var n = parts.Length;
        var draft = Of(c, ["How many beats are in “{0}”?", "Clap the word “{0}”. How many claps?", "Say “{0}”. How many parts do you hear?", "Count the beats: “{0}”."],
            word, Words.Number(n), "Put a hand under your chin. Each time it drops is one beat.", $"{string.Join(" - ", parts)}: {n}.", new Proof("syllables", Json.Of(new { of = word })));
        return draft.Maybe("ela.counts-letters", word.Length).Maybe("ela.drops-a-sound", n == 1 ? 3 : n - 1, "Leaves a beat out.").Maybe("ela.counts-gaps", n + 1, "Counts a beat twice.");
    }

    private static Draft? SyllableWord(Commission c)
    {
        var words = SyllableWords(c);
        var parts = c.Rolls.Pick(words).Split('-');
        var others = c.Rolls.Shuffle(AllSyllableWords(c)).Where(w => w.Split('-').Length != parts.Length).Take(3).ToList();
        var draft = Of(c, ["Which word has this many beats: {0}?", "Find the word that you clap this many times: {0}.", "Claps: {0}. Which word is it?", "Find the word with this many parts: {0}."],
            Words.Number(parts.Length), string.Concat(parts), "Say each word and clap its beats.", $"{string.Join(" - ", parts)}: {parts.Length}.", new Proof("syllables", Json.Of(new { count = parts.Length })), Cards.Dots(parts.Length));
        foreach (var other in others)
        {
            draft.Wrong("ela.miscounts-beats", other.Replace("-", ""), $"{other.Replace("-", " - ")}: {other.Split('-').Length}.");
        }
        return draft;
    }

    private static Draft Join(Commission c)
    {
        var word = c.Rolls.Pick(SyllableWords(c).Where(w => w.Contains('-')).ToList());
        var others = c.Rolls.Shuffle(AllSyllableWords(c).Where(w => w != word && w.Contains('-')).ToList()).OrderByDescending(w => w[0] == word[0]).Take(3);
        var draft = Of(c, ["Put the parts together: {0}. Which word is it?", "{0} ... Which word do you hear?", "Say it fast: {0}. Which word is it?", "Which word has these parts: {0}?"],
            word.Replace("-", " ... "), word.Replace("-", ""), "Say the parts one after the other, then without a stop.", $"{word.Replace("-", " + ")} makes {word.Replace("-", "")}.", Letter("joined", word));
        foreach (var other in others)
        {
            draft.Wrong("ela.first-sound-only", other.Replace("-", ""));
        }
        return draft;
    }

    private static Draft Compound(Commission c)
    {
        var lines = Banks.Get("compounds").Lines;
        var pair = c.Rolls.Pick(lines).Text.Split(' ');
        var others = c.Rolls.Shuffle(lines).Select(l => l.Text).Where(t => t != string.Join(' ', pair)).ToList();
        var draft = Of(c, ["Put the words together: {0}. What do they make?", "{0} ... Which long word is it?", "Which word is made of these two: {0}?", "Say both words as one: {0}. Which word is it?"],
            $"{pair[0]} and {pair[1]}", string.Concat(pair), "Say the first word, then the second right after it.", $"{pair[0]} + {pair[1]} = {string.Concat(pair)}.", Letter("joined", string.Join(' ', pair)));
        draft.Wrong("ela.reverses-order", pair[1] + pair[0], "The two words have changed places.");
        var alike = others.OrderByDescending(o => o.Split(' ').Intersect(pair).Any()).First();
        return draft.Wrong("ela.part-of-compound", alike.Replace(" ", "")).Wrong("ela.part-of-compound", others.First(o => o != alike).Replace(" ", ""));
    }

    private static List<string> AllSyllableWords(Commission c) =>
    [
        .. Banks.Get("syllables").Lines.Select(l => l.Text).Concat(Sounds.Words.Where(w => w.Text.Length <= 4 && w.Sounds.Length <= 4).Take(60).Select(w => w.Text)),
    ];

    private static List<string> SyllableWords(Commission c) =>
        [.. AllSyllableWords(c).Where(w => c.Params.Range("beats", 1, 3).Has(w.Split('-').Length))];

    private static Draft Of(Commission c, string[] asks, string slot, string key, string hint, string rationale, Proof proof, Figure? figure = null)
    {
        var parts = c.Rolls.Pick(asks).Split("{0}");
        Phrase stem = parts.Length == 1 ? Stems.Wording(parts[0]) : $"{Stems.Wording(parts[0])}{slot}{Stems.Wording(parts[1])}";
        return SoundsModel.Draft(c, stem, key, hint, rationale, proof, figure: figure);
    }

    private static Proof Letter(string what, string of) => new("letters", Json.Of(new { what, of }));

    private static IEnumerable<char> Others(Commission c, char letter)
    {
        var low = char.ToLowerInvariant(letter);
        var alike = LookAlike.First(g => g.Contains(low)).Where(l => l != low);
        var rest = Enumerable.Range('a', 26).Select(l => (char)l).Where(l => l != low && !alike.Contains(l)).ToList();
        return [.. c.Rolls.Shuffle([.. alike]).Take(2), .. c.Rolls.Shuffle(rest)];
    }

    /// <summary>How a letter is called, so that the stem does not show it.</summary>
    private static string LetterName(char letter) => char.ToLowerInvariant(letter) switch
    {
        'a' => "“ay”", 'b' => "“bee”", 'c' => "“see”", 'd' => "“dee”", 'e' => "“ee”", 'f' => "“eff”", 'g' => "“jee”", 'h' => "“aitch”",
        'i' => "“eye”", 'j' => "“jay”", 'k' => "“kay”", 'l' => "“ell”", 'm' => "“em”", 'n' => "“en”", 'o' => "“oh”", 'p' => "“pee”",
        'q' => "“cue”", 'r' => "“ar”", 's' => "“ess”", 't' => "“tee”", 'u' => "“you”", 'v' => "“vee”", 'w' => "“double-you”",
        'x' => "“ex”", 'y' => "“why”", _ => "“zee”",
    };
}
