using System.Buffers.Binary;
using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Content;

namespace Pathfinity.Storage;

/// <summary>What review has decided: which content stays out of releases, what people wrote anew, what else was approved.</summary>
internal sealed class Standing
{
    /// <summary>The rows of which it reads; as the index of the table has it.</summary>
    public const string Decided = "(author <> 'procedural' OR status NOT IN ('checked', 'published'))";

    private readonly HashSet<UInt128> blocked = [];
    private readonly HashSet<UInt128> approved = [];
    private readonly Dictionary<string, Question> edits = new(StringComparer.Ordinal);
    private ImmutableArray<ContentItem> drafted = [];

    public static async Task<Standing> ReadAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var standing = new Standing();
        await foreach (var stored in StoredQuestion.ReadAsync(connection, schema, $"WHERE {Decided}", cancellation))
        {
            if (stored.Question.Status is Status.Approved or Status.Published)
            {
                standing.edits[stored.Question.Id] = stored.Question; // by number: the last one stands
            }
            else if (stored.Question.Status is not Status.Checked)
            {
                standing.blocked.Add(Short(stored.Hash));
                standing.edits.Remove(stored.Question.Id);
            }
        }
        await using (var command = new NpgsqlCommand(
            $"SELECT hash FROM {schema}.decisions d JOIN {schema}.questions q ON q.number = d.question WHERE decision = 'approved'", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                standing.approved.Add(Short(row.GetFieldValue<byte[]>(0)));
            }
        }
        standing.drafted = await StoredItems.DraftedAsync(connection, schema, standing.edits, cancellation);
        return standing;
    }

    public bool Blocks(byte[] hash) => blocked.Contains(Short(hash));

    /// <summary>Whether a person let this very question pass, whatever became of its lot.</summary>
    public bool Approves(byte[] hash) => approved.Contains(Short(hash));

    /// <summary>Items of approved drafts, which no item model wrote.</summary>
    public ImmutableArray<ContentItem> Drafted => drafted;

    /// <summary>
    /// An item with what people wrote in place of what the item model wrote, for as long as the model's version is the one
    /// that was edited.
    /// </summary>
    public ContentItem Edited(ContentItem item) => edits.Count > 0 && item.Questions.Any(question => Edit(question) is not null)
        ? item with { Questions = [.. item.Questions.Select(question => Edit(question) ?? question)] }
        : item;

    private Question? Edit(Question question) =>
        edits.TryGetValue(question.Id, out var edit) && edit.ModelVersion == question.ModelVersion && edit.Item == question.Item
            ? edit
            : null;

    private static UInt128 Short(byte[] hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);
}
