using System.Collections.Immutable;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Checks;

/// <summary>
/// Wordings of two item models that are all but the same, found by MinHash (Broder 1997): masks as sets of three words
/// in a row, 64 smallest hashes each, compared where one of 16 bands of four agrees.
/// </summary>
public static class NearDuplicates
{
    private const int Hashes = 64;
    private const int Bands = 16;
    private const int WordsMin = 8; // shorter wordings are alike by nature
    private const double Alike = 0.9; // Jaccard similarity
    private static readonly ImmutableArray<ulong> Salts = [.. Enumerable.Range(0, Hashes).Select(i => Dice.Of(64).Fork(i).Bits | 1)];

    /// <summary>Pairs of different models, each once, the more alike first.</summary>
    public static ImmutableArray<NearDuplicate> Of(IEnumerable<Question> questions)
    {
        var wordings = questions.GroupBy(q => (q.Model, q.Mask)).Select(own => Wording(own.First())).OfType<Signature>().ToArray();
        var buckets = new Dictionary<(int Band, ulong Key), List<int>>();
        var pairs = new Dictionary<(string, string), NearDuplicate>();
        for (var i = 0; i < wordings.Length; i++)
        {
            for (var band = 0; band < Bands; band++)
            {
                var bucket = buckets.TryGetValue((band, Key(wordings[i], band)), out var found) ? found
                    : buckets[(band, Key(wordings[i], band))] = [];
                foreach (var other in bucket)
                {
                    Note(pairs, wordings[other], wordings[i]);
                }
                bucket.Add(i);
            }
        }
        return [.. pairs.Values.OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.First, StringComparer.Ordinal)
            .ThenBy(pair => pair.Second, StringComparer.Ordinal)];
    }

    private static void Note(Dictionary<(string, string), NearDuplicate> pairs, Signature a, Signature b)
    {
        if (a.Model == b.Model)
        {
            return;
        }
        var names = string.CompareOrdinal(a.Model, b.Model) < 0 ? (a.Model, b.Model) : (b.Model, a.Model);
        var alike = a.Shingles.Count(b.Shingles.Contains) / (double)a.Shingles.Union(b.Shingles).Count();
        if (alike >= Alike && (!pairs.TryGetValue(names, out var known) || known.Similarity < alike))
        {
            pairs[names] = new NearDuplicate(names.Item1, names.Item2, alike, a.Mask);
        }
    }

    private static Signature? Wording(Question question)
    {
        var words = question.Mask[Asked(question.Mask)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < WordsMin)
        {
            return null;
        }
        var shingles = Enumerable.Range(0, words.Length - 2).Select(i => Dice.Key($"{words[i]} {words[i + 1]} {words[i + 2]}")).ToHashSet();
        return new Signature(question.Model, question.Mask, shingles, [.. Salts.Select(salt => shingles.Min(own => Mixed(own, salt)))]);
    }

    /// <summary>Where the question begins after its passage, which several models share by design.</summary>
    private static int Asked(string mask) => mask.LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? end : 0;

    private static ulong Mixed(ulong shingle, ulong salt) => ((shingle ^ (shingle >> 29)) * salt) ^ (salt >> 17);

    private static ulong Key(Signature signature, int band)
    {
        var key = 0UL;
        for (var i = band * Hashes / Bands; i < (band + 1) * Hashes / Bands; i++)
        {
            key = (key * 31) + signature.Smallest[i];
        }
        return key;
    }

    private sealed record Signature(string Model, string Mask, HashSet<ulong> Shingles, ulong[] Smallest);
}

/// <param name="Similarity">Share of runs of three words that both have, 0 to 1.</param>
/// <param name="Mask">The wording of one of them.</param>
public sealed record NearDuplicate(string First, string Second, double Similarity, string Mask);
