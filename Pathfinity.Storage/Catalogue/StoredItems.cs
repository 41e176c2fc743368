using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>Content items as they are stored.</summary>
internal static class StoredItems
{
    private static readonly JsonSerializerOptions Body = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Items that no item model wrote and whose questions are all among those given, newest versions, by id.</summary>
    public static async Task<ImmutableArray<ContentItem>> DraftedAsync(
        NpgsqlConnection connection, string schema, IReadOnlyDictionary<string, Question> questions, CancellationToken cancellation)
    {
        var byItem = questions.Values.ToLookup(question => question.Item, StringComparer.Ordinal);
        var items = new List<ContentItem>();
        await using var command = new NpgsqlCommand($"""
            SELECT DISTINCT ON (id) id, skill, container, context, title, body::text, author
            FROM {schema}.items WHERE author <> 'procedural' ORDER BY id, version DESC
            """, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            ImmutableArray<Question> own = [.. byItem[row.GetString(0)].OrderBy(q => q.Part).ThenBy(q => q.Id, StringComparer.Ordinal)];
            if (own.Any(question => question.Part is QuestionPart.Assessment)) // without one it would assess nothing
            {
                items.Add(Read(row, own));
            }
        }
        return [.. items];
    }

    private static ContentItem Read(NpgsqlDataReader row, ImmutableArray<Question> questions) => new()
    {
        Id = row.GetString(0),
        Skill = row.GetString(1),
        Container = Enum.Parse<Container>(row.GetString(2), ignoreCase: true),
        Context = row.IsDBNull(3) ? null : row.GetString(3),
        Title = row.GetString(4),
        Body = JsonSerializer.Deserialize<ItemBody>(row.GetString(5), Body)!,
        Author = row.GetString(6),
        Questions = questions,
    };
}
