using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>Proves the stored questions again, and sees that they still say what they said when they were stored.</summary>
public static class CatalogueCheck
{
    public static async Task<CheckedCatalogue> RunAsync(
        CatalogueStore catalogue, ContentLibrary library, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var failed = new ConcurrentBag<Finding>();
        var seen = 0L;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        await Parallel.ForEachAsync(catalogue.QuestionsAsync(cancellation), options, (stored, _) =>
        {
            Interlocked.Increment(ref seen);
            if (Fault(stored, library) is { } finding)
            {
                failed.Add(finding);
            }
            return ValueTask.CompletedTask;
        });
        return new CheckedCatalogue(
            seen, [.. failed.OrderBy(f => f.Question, StringComparer.Ordinal).ThenBy(f => f.Reason, StringComparer.Ordinal)]);
    }

    /// <summary>Variety, cues and near-duplicates over the newest version of every published question.</summary>
    public static async Task<CatalogueReport> ReportAsync(CatalogueStore catalogue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var newest = new Dictionary<string, Question>(StringComparer.Ordinal);
        var skills = new Dictionary<string, Skill>(StringComparer.Ordinal);
        await foreach (var stored in catalogue.QuestionsAsync(cancellation))
        {
            if (stored.Question.Status is Status.Published)
            {
                newest[stored.Question.Id] = stored.Question with { Figure = null };
                skills[stored.Skill.Id] = stored.Skill;
            }
        }
        return CatalogueReport.Of(newest.Values, id => skills[id]);
    }

    /// <summary>Drafts and what was rejected claim no proof; that their rows are as they were is seen all the same.</summary>
    private static Finding? Fault(StoredQuestion stored, ContentLibrary library) =>
        (stored.Question.Status is Status.Draft or Status.Rejected ? null : QuestionChecks.FirstFault(stored.Question, stored.Skill, library))
        ?? (ContentHash.Of(stored.Question).AsSpan().SequenceEqual(stored.Hash)
            ? null
            : new Finding("immutable", stored.Question.Id, "its row was changed after it was stored"));
}

/// <param name="Checked">Questions.</param>
/// <param name="Failed">By id.</param>
public sealed record CheckedCatalogue(long Checked, ImmutableArray<Finding> Failed);
