using System.Text.Json;
using System.Text.RegularExpressions;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Ela;

/// <summary>The provers that know English spelling, word parts and verse.</summary>
internal static class ElaProvers
{
    public static IEnumerable<Prover> All => [new SoundsProver(), new SyllablesProver(), new LettersProver(), new ExtractProver(), new BearingProver(), new PlanProver(), new CitedProver(), new VerseProver()];
}

/// <summary>Sounds the letters of an answer out, and compares a part of its sounds with that of another word.</summary>
internal sealed class SoundsProver() : Prover("sounds")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var (part, of) = (data.GetProperty("part").GetString()!, data.GetProperty("of").GetString()!);
        if (part == "all")
        {
            return string.Join(' ', Decoder.Decode(candidate.Text).Sounds) == of;
        }
        if (part == "count")
        {
            return Words.Number(Decoder.Decode(of).Sounds.Length) == candidate.Text;
        }
        var (word, target) = (Decoder.Decode(candidate.Text), Decoder.Decode(of));
        return part switch
        {
            "rhyme" => word.Rime == target.Rime && word.Text != target.Text,
            "first" => word.First == target.First,
            "last" => word.Last == target.Last,
            "vowel" => word.Vowel == target.Vowel,
            "not-rhyme" => word.Rime != target.Rime,
            "not-first" => word.First != target.First,
            "not-last" => word.Last != target.Last,
            "not-vowel" => word.Vowel != target.Vowel,
            _ => throw new ProofException($"No part '{part}'."),
        };
    }
}

/// <summary>Counts the syllables of printed words by their vowel letters.</summary>
internal sealed class SyllablesProver() : Prover("syllables")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) =>
        data.TryGetProperty("of", out var of)
            ? Words.Number(Decoder.Syllables(of.GetString()!)) == candidate.Text
            : Decoder.Syllables(candidate.Text) == data.GetProperty("count").GetInt32();
}

/// <summary>Compares answers with a text letter by letter, by position or by place in the alphabet.</summary>
internal sealed class LettersProver() : Prover("letters")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var (what, of) = (data.GetProperty("what").GetString()!, data.GetProperty("of").GetString()!);
        var text = candidate.Text;
        return what switch
        {
            "other case" => text.Length == 1 && text != of && char.ToUpperInvariant(text[0]) == char.ToUpperInvariant(of[0]),
            "same letter" => text.Length == 1 && char.ToUpperInvariant(text[0]) == char.ToUpperInvariant(of[0]),
            "first" => char.ToUpperInvariant(text[0]) == char.ToUpperInvariant(of[0]),
            "last" => char.ToUpperInvariant(text[^1]) == char.ToUpperInvariant(of[^1]),
            "same" => text == of,
            "after" => text[0] == of[0] + 1,
            "before" => text[0] == of[0] - 1,
            "words" => Words.Number(Words.In(of)) == text,
            "count" => Words.Number(of.Count(char.IsLetter)) == text,
            "joined" => text == string.Concat(of.Split(' ', '-')),
            "abc" => candidate.Texts.SequenceEqual(of.Split(' ').Order(StringComparer.OrdinalIgnoreCase)),
            "abc-first" => of.Split(' ').Order(StringComparer.OrdinalIgnoreCase).First() == text,
            "between" => string.CompareOrdinal(text, of.Split(' ')[0]) > 0 && string.CompareOrdinal(text, of.Split(' ')[1]) < 0,
            _ => throw new ProofException($"No comparison '{what}'."),
        };
    }
}

/// <summary>Finds a fact in a text again: an answer is right when it is what the pattern finds.</summary>
internal sealed class ExtractProver() : Prover("extract")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var found = Regex.Match(data.GetProperty("text").GetString()!, data.GetProperty("pattern").GetString()!);
        return found.Success
            ? string.Equals(found.Groups[1].Value, candidate.Text, StringComparison.OrdinalIgnoreCase)
            : throw new ProofException("The text does not tell this fact.");
    }
}

/// <summary>Reads survey sentences back and judges how they bear on the claim that a group wants something.</summary>
internal sealed class BearingProver() : Prover("bearing")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var (who, wish) = (data.GetProperty("who").GetString()!, data.GetProperty("wish").GetString()!);
        return data.TryGetProperty("sentence", out var sentence)
            ? data.GetProperty("names").GetProperty(candidate.Text).GetString() == Survey.Judge(sentence.GetString()!, who, wish).ToString()
            : Survey.Judge(candidate.Text, who, wish).ToString() == data.GetProperty("want").GetString();
    }
}
