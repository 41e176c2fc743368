using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Which words the right answers to the questions on texts of one grade have and the wrong ones lack. Who knew that would
/// answer without the text; questions that it gives away are mostly drawn again.
/// </summary>
internal sealed class AnswerWords
{
    private const double RefusedShare = 0.8; // of the questions that it gives away: then no more are left than chance would find
    private static readonly ConditionalWeakTable<ContentLibrary, ConcurrentDictionary<Grade, AnswerWords>> Known = [];
    private readonly Dictionary<string, (double Right, double Wrong)> odds = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string[]> split = new(StringComparer.Ordinal); // of the data's options, which come again and again

    private AnswerWords(ContentLibrary library, Grade grade)
    {
        var cell = $"ela.{grade}.";
        var bindings = library.TaughtSkills.Where(id => id.StartsWith(cell, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(id => library.TeachingOrNone(id)!.Bindings).ToList();
        foreach (var question in bindings.Where(b => b.Model is TextModel).SelectMany(b => TextModel.Questions(b.Params)).Distinct())
        {
            Learn(question.Key, [.. question.Wrongs.Select(w => w.Text)]);
        }
        foreach (var question in bindings.Where(b => b.Model.Id == "ela.literature-asked").SelectMany(b => LiteratureModel.Questions(grade, b.Params)).Distinct())
        {
            Learn(question.Key, [.. question.Wrongs.Select(w => w.Text)]);
        }
        foreach (var question in bindings.Where(b => b.Model.Id == "ela.passage-asked").SelectMany(b => PassageModel.Questions(grade, b.Params)).Distinct())
        {
            Learn(question.Key, [.. question.Wrongs.Select(w => w.Text)]);
        }
    }

    /// <summary>True when the words of the other questions single the key out and this draw should therefore be refused.</summary>
    /// <param name="key">As the data have it, with its slots, and so are the wrong answers.</param>
    public static bool Tell(Commission c, string key, IReadOnlyList<string> wrongs) =>
        Known.GetOrCreateValue(c.Library).GetOrAdd(c.Grade, static (grade, library) => new AnswerWords(library, grade), c.Library).SingleOut(key, wrongs)
        && c.Rolls.Chance(RefusedShare);

    private bool SingleOut(string key, IReadOnlyList<string> wrongs)
    {
        var (inKey, inWrong) = (Words(key), wrongs.SelectMany(Words).ToArray());
        var own = Score(key);
        return wrongs.All(wrong => Score(wrong) < own);

        double Score(string option) => Words(option).Select(word => // without what this question itself has taught
        {
            var (right, wrong) = odds.GetValueOrDefault(word);
            right -= inKey.AsSpan().Count(word);
            wrong -= inWrong.AsSpan().Count(word) / (double)wrongs.Count;
            return PortableMath.Log((Math.Max(0, right) + 1) / (Math.Max(0, wrong) + 1));
        }).DefaultIfEmpty(0).Average();
    }

    private void Learn(string key, List<string> wrongs)
    {
        foreach (var word in Words(key))
        {
            odds[word] = (odds.GetValueOrDefault(word).Right + 1, odds.GetValueOrDefault(word).Wrong);
        }
        foreach (var word in wrongs.SelectMany(Words))
        {
            odds[word] = (odds.GetValueOrDefault(word).Right, odds.GetValueOrDefault(word).Wrong + (1.0 / wrongs.Count));
        }
    }

    /// <summary>The words of an answer; not its slots, nor the fact that it names.</summary>
    private string[] Words(string option) => split.GetOrAdd(option, static option => [.. Split(option)]);

    private static IEnumerable<string> Split(string option) => option.StartsWith('=') || option.StartsWith('!') ? [] : option
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('{')).Select(word => word.Trim('.', ',', '?', '!', '“', '”').ToUpperInvariant());
}
