using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Questions on the sounds of one-syllable words. The binding says which words (letters they contain, sounds they
/// have); keys come from the pronunciations, proofs from sounding the letters out.
/// </summary>
internal sealed class SoundsModel(string ask) : ItemModel($"ela.sounds-{ask}", version: ask == "onset" ? 2 : 1)
{
    public override bool Works => !ask.StartsWith("all", StringComparison.Ordinal);

    public override Draft? Write(Commission c)
    {
        var colored = !ask.EndsWith("middle", StringComparison.Ordinal) || c.Params.List("has", []).Contains("er");
        ImmutableArray<SoundWord> words = [.. Pool(c).Where(w => colored || !w.Colored)];
        var wanted = c.Params.List("target", []); // vowels; the wrong answers may have others
        var target = c.Rolls.Pick(words.Where(w => wanted.IsEmpty || wanted.Contains(w.Vowel)).ToList());
        return ask switch
        {
            "rhyme" => Same(c, words, target, "rhyme", w => w.Rime, ["Which word rhymes with “{0}”?", "Say “{0}.” Which word ends with the same sounds?", "Find the word that rhymes with “{0}”.", "Which word can finish a rhyme with “{0}”?"]),
            "first" => Same(c, words, target, "first", w => w.First, ["Which word begins with the same sound as “{0}”?", "Say “{0}.” Which word has the same first sound?", "Find the word that starts like “{0}”.", "Say “{0}”. Which word begins the same way?"]),
            "last" => Same(c, words, target, "last", w => w.Last, ["Which word ends with the same sound as “{0}”?", "Say “{0}.” Which word has the same last sound?", "Find the word whose last sound is the last sound of “{0}”.", "Say “{0}”. Which word ends with the same sound?"]),
            "middle" => Same(c, words, target, "vowel", w => w.Vowel, ["Which word has the same vowel sound as “{0}”?", "Say “{0}.” Which word has the same sound in the middle?", "Find the word with the vowel sound of “{0}”.", "Say “{0}”. Which word has that vowel sound?"]),
            "odd-rhyme" => Odd(c, words, target, "rhyme", w => w.Rime, ["Which word does not rhyme with the others?", "All of these rhyme but one. Which one does not?", "Find the word that does not rhyme."]),
            "odd-first" => Odd(c, words, target, "first", w => w.First, ["Which word begins with another sound than the others?", "All of these begin with the same sound but one. Which one?", "Find the word that starts with another sound."]),
            "odd-last" => Odd(c, words, target, "last", w => w.Last, ["Which word ends with another sound than the others?", "All of these end with the same sound but one. Which one?", "Find the word that ends with another sound."]),
            "odd-middle" => Odd(c, words, target, "vowel", w => w.Vowel, ["Which word has another vowel sound than the others?", "All of these have the same vowel sound but one. Which one?", "Find the word with a different vowel sound."]),
            "all-rhyme" => All(c, words, target, "rhyme", w => w.Rime, ["Which words rhyme with “{0}”? Choose them all.", "Say “{0}.” Find all the words that rhyme with it.", "Say “{0}”. Which words end with the same sounds? Find them all."]),
            "all-first" => All(c, words, target, "first", w => w.First, ["Which words begin with the same sound as “{0}”? Choose them all.", "Say “{0}.” Find all the words with the same first sound.", "Say “{0}”. Which words begin the same way? Find them all."]),
            "all-last" => All(c, words, target, "last", w => w.Last, ["Which words end with the same sound as “{0}”? Choose them all.", "Say “{0}.” Find all the words with the same last sound.", "Say “{0}”. Which words have that last sound? Find them all."]),
            "all-middle" => All(c, words, target, "vowel", w => w.Vowel, ["Which words have the same vowel sound as “{0}”? Choose them all.", "Say “{0}.” Find all the words with the same sound in the middle.", "Say “{0}”. Which words have that vowel sound? Find them all."]),
            "blend" => Blend(c, words, target, Sounds.Show(target.Sounds), ["Put the sounds together: {0}. Which word do they make?", "{0} ... Which word is it?", "Say these sounds quickly: {0}. Which word do you hear?", "Which word has these sounds: {0}?"]),
            "onset" => Blend(c, words, target, Onset(target), ["Put the parts together: {0}. Which word do they make?", "{0} ... Which word do these two parts make?", "Say the first part, then the rest: {0}. Which word is it?", "Which word can be taken apart like this: {0}?"]),
            _ => Count(c, target),
        };
    }

    internal static Draft Draft(Commission c, Phrase stem, string key, string hint, string rationale, Proof proof, Demand demand = Demand.Apply, Figure? figure = null) => new()
    {
        Kind = QuestionKind.Choice,
        Stem = c.Work is null ? stem : Stems.AtWork(c, new Slots(c), stem),
        Figure = figure,
        Key = [key],
        Demand = demand,
        Hint = hint,
        Rationale = rationale,
        Proof = proof,
    };

    /// <summary>The words of the binding: containing the letters, with a sound count in range, all by default.</summary>
    internal static ImmutableArray<SoundWord> Pool(Commission c)
    {
        var has = c.Params.List("has", []);
        var sounds = c.Params.Range("sounds", 2, 5);
        var vowels = c.Params.List("vowels", []);
        return
        [
            .. Sounds.Words.Where(w => sounds.Has(w.Sounds.Length) && (has.IsEmpty || has.Any(w.Has))
                && (vowels.IsEmpty || vowels.Contains(w.Vowel)) && (c.Grade.Ordinal > 1 || w.Text.Length <= 5)),
        ];
    }

    private static Draft? Same(
        Commission c, ImmutableArray<SoundWord> words, SoundWord target, string part, Func<SoundWord, string> of, string[] asks)
    {
        var same = words.Where(w => w.Text != target.Text && of(w) == of(target)).ToList();
        var others = Near(c, words, target, w => Merged(of(w)) != Merged(of(target)));
        if (same.Count == 0 || others.Count < 3)
        {
            return null;
        }
        var key = c.Rolls.Pick(same);
        var draft = Draft(c, Ask(c, asks, target.Text), key.Text, Hint(part), $"“{target.Text}” has the sounds {Sounds.Show(target.Sounds)}, “{key.Text}” has {Sounds.Show(key.Sounds)}. They share {Shared(part, target, of(target))}.",
            Sounded(part, target.Text));
        return Wrongs(draft, others.Take(c.Young ? 2 : 3), target);
    }

    private static Draft? All(
        Commission c, ImmutableArray<SoundWord> words, SoundWord target, string part, Func<SoundWord, string> of, string[] asks)
    {
        var same = c.Rolls.Shuffle([.. words.Where(w => w.Text != target.Text && of(w) == of(target))]);
        var others = Near(c, words, target, w => Merged(of(w)) != Merged(of(target)));
        if (same.Length < 2 || others.Count < 2)
        {
            return null;
        }
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = Ask(c, asks, target.Text),
            Key = [.. same.Take(2).Select(w => w.Text)],
            Demand = Demand.Apply,
            Hint = Hint(part),
            Rationale = $"“{target.Text}”, “{same[0].Text}” and “{same[1].Text}” share {Shared(part, target, of(target))}.",
            Proof = Sounded(part, target.Text),
        };
        return Wrongs(draft, others.Take(2), target);
    }

    private static Draft? Odd(
        Commission c, ImmutableArray<SoundWord> words, SoundWord target, string part, Func<SoundWord, string> of, string[] asks)
    {
        var same = c.Rolls.Shuffle([.. words.Where(w => w.Text != target.Text && of(w) == of(target))]);
        var others = Near(c, words, target, w => Merged(of(w)) != Merged(of(target)));
        if (same.Length < 2 || others.Count == 0)
        {
            return null;
        }
        var rest = same.Take(c.Young ? 1 : 2).Append(target).ToList();
        var draft = Draft(c, Ask(c, asks, ""), others[0].Text, Hint(part),
            $"The other words share {Shared(part, target, of(target))}. “{others[0].Text}” has the sounds {Sounds.Show(others[0].Sounds)}.",
            Sounded("not-" + part, target.Text), Demand.Reason);
        foreach (var word in rest)
        {
            draft.Wrong("ela.overlooks-not", word.Text, $"“{word.Text}” shares {Shared(part, target, of(target))} with another word here.");
        }
        return draft;
    }

    private static Draft? Blend(Commission c, ImmutableArray<SoundWord> words, SoundWord target, string shown, string[] asks)
    {
        var others = Near(c, words, target, w => Merged(string.Join(' ', w.Sounds)) != Merged(string.Join(' ', target.Sounds)));
        if (others.Count < 3)
        {
            return null;
        }
        var draft = Draft(c, Ask(c, asks, shown), target.Text, "Say the sounds slowly, then faster and faster.",
            $"{Sounds.Show(target.Sounds)} make the word “{target.Text}”.", new Proof("sounds", Json.Of(new { part = "all", of = string.Join(' ', target.Sounds) })));
        return Wrongs(draft, others.Take(c.Young ? 2 : 3), target);
    }

    private static Draft? Count(Commission c, SoundWord target)
    {
        var n = target.Sounds.Length;
        if (Sounds.Heard(target.Sounds).Count() < n)
        {
            return null; // some count the r of star, some hear one sound with its vowel
        }
        string[] asks = ["How many sounds are in “{0}”?", "Say “{0}” slowly. How many sounds do you hear?", "Tap each sound in “{0}”. How many taps?", "Count the sounds, not the letters: “{0}”."];
        var draft = Draft(c, Ask(c, asks, target.Text), Words.Number(n), "Say the word slowly and tap one finger for each sound. Two letters can make one sound.",
            $"“{target.Text}” has {n} sounds: {Sounds.Show(target.Sounds)}.", new Proof("sounds", Json.Of(new { part = "count", of = target.Text })));
        draft.Maybe("ela.counts-letters", target.Text.Length);
        draft.Maybe("ela.drops-a-sound", n - 1);
        draft.Maybe("ela.counts-letters", n + 1, "Counts a silent letter or a sound twice.");
        return draft.Wrongs.Count < 2 ? null : draft;
    }

    /// <summary>
    /// Sounds that many speakers do not tell apart (cot and caught), or that are written alike here (thin and this), never
    /// decide between right and wrong.
    /// </summary>
    private static string Merged(string sounds) =>
        sounds.Replace("AO", "AA", StringComparison.Ordinal).Replace("DH", "TH", StringComparison.Ordinal);

    private static Proof Sounded(string part, string of) => new("sounds", Json.Of(new { part, of }));

    private static Phrase Ask(Commission c, string[] asks, string slot)
    {
        var parts = c.Rolls.Pick(asks).Split("{0}");
        return parts.Length == 1 ? Stems.Wording(parts[0]) : $"{Stems.Wording(parts[0])}{slot}{Stems.Wording(parts[1])}";
    }

    /// <summary>Words that could be taken for the target, the likest first.</summary>
    private static List<SoundWord> Near(Commission c, ImmutableArray<SoundWord> words, SoundWord target, Func<SoundWord, bool> fits) =>
    [
        .. c.Rolls.Shuffle([.. words.Where(w => w.Text != target.Text && fits(w))])
            .OrderByDescending(w => (w.First == target.First ? 2 : 0) + (w.Vowel == target.Vowel ? 2 : 0) + (w.Last == target.Last ? 1 : 0)).Take(5),
    ];

    private static Draft Wrongs(Draft draft, IEnumerable<SoundWord> wrongs, SoundWord target)
    {
        foreach (var wrong in wrongs)
        {
            var bug = wrong.First == target.First ? "ela.first-sound-only" : wrong.Vowel == target.Vowel ? "ela.vowel-only" : "ela.sound-by-letter";
            draft.Wrong(bug, wrong.Text, $"“{wrong.Text}” has the sounds {Sounds.Show(wrong.Sounds)}.");
        }
        return draft;
    }

    private static string Onset(SoundWord word)
    {
        var rime = word.Rime.Split(' ');
        var onset = word.Sounds.Take(word.Sounds.Length - rime.Length).ToList();
        return $"{(onset.Count == 0 ? "" : string.Concat(onset.Select(Sounds.Sign)).Replace("//", " ") + " ... ")}{string.Concat(Sounds.Heard(rime).Select(Sounds.Sign)).Replace("//", " ")}";
    }

    private static string Shared(string part, SoundWord word, string sounds) => part switch
    {
        "rhyme" => $"the ending {Sounds.Show(sounds.Split(' '))}",
        "first" => $"the first sound {Sounds.Sign(sounds)}",
        "last" => $"the last sound {Sounds.Sign(sounds)}",
        _ => $"the vowel sound {Sounds.Sign(word.HeardVowel)}",
    };

    private static string Hint(string part) => part switch
    {
        "rhyme" => "Say each word. Listen to the end.",
        "first" => "Say each word. Listen to the very first sound.",
        "last" => "Say each word slowly. Listen to the very last sound.",
        _ => "Say each word slowly. Listen to the sound in the middle.",
    };
}
