using System.Runtime.CompilerServices;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>A question as it is stored.</summary>
/// <param name="Skill">Its skill as the catalogue has it.</param>
/// <param name="Hash">The hash with which it was stored.</param>
/// <param name="Number">Its number for good.</param>
/// <param name="Version">From 1.</param>
internal sealed record StoredQuestion(Question Question, Skill Skill, byte[] Hash, int Number, int Version)
{
    /// <param name="where">A condition in SQL with its WHERE, or nothing for all.</param>
    public static IAsyncEnumerable<StoredQuestion> ReadAsync(
        NpgsqlConnection connection, string schema, string where, CancellationToken cancellation) =>
        ReadAsync(connection, schema, where, [], cancellation);

    /// <param name="given">What $1 in the condition stands for, if anything.</param>
    public static async IAsyncEnumerable<StoredQuestion> ReadAsync(
        NpgsqlConnection connection, string schema, string where, string[] given,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var skills = await SkillsAsync(connection, schema, cancellation);
        await using var command = new NpgsqlCommand($"""
            SELECT id, item, skill, facet, container, part, kind, stem, figure, figure_alt, choices, prompts, frame, responses,
                hint, rationale, demand, difficulty, words, mask, model, model_version, context, proof, status, author, hash,
                number, version
            FROM {schema}.questions {where} ORDER BY number
            """, connection)
        { CommandTimeout = 0 };
        if (given.Length > 0)
        {
            command.Parameters.Add(new() { Value = given });
        }
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new StoredQuestion(Read(reader), skills[reader.GetString(2)], reader.GetFieldValue<byte[]>(26), reader.GetInt32(27), reader.GetInt32(28));
        }
    }

    private static Question Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Item = row.GetString(1),
        Skill = row.GetString(2),
        Facet = row.GetString(3),
        Container = Enum.Parse<Container>(row.GetString(4), ignoreCase: true),
        Part = Enum.Parse<QuestionPart>(row.GetString(5), ignoreCase: true),
        Kind = Enum.Parse<QuestionKind>(row.GetString(6), ignoreCase: true),
        Stem = row.GetString(7),
        Figure = row.IsDBNull(8) ? null : new Figure(row.GetString(8), row.GetString(9)),
        Choices = QuestionJson.Texts(row.GetString(10)),
        Prompts = QuestionJson.Texts(row.GetString(11)),
        Frame = row.GetString(12),
        Responses = QuestionJson.Responses(row.GetString(13)),
        Hint = row.GetString(14),
        Rationale = row.GetString(15),
        Demand = Enum.Parse<Demand>(row.GetString(16), ignoreCase: true),
        Difficulty = row.GetInt16(17) / 1000.0,
        Words = row.GetInt32(18),
        Mask = row.GetString(19),
        Model = row.GetString(20),
        ModelVersion = row.GetInt32(21),
        Context = row.IsDBNull(22) ? null : row.GetString(22),
        Proof = QuestionJson.Proof(row.GetString(23)),
        Status = Enum.Parse<Status>(row.GetString(24), ignoreCase: true),
        Author = row.GetString(25),
    };

    private static async Task<Dictionary<string, Skill>> SkillsAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var skills = new Dictionary<string, Skill>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(
            $"SELECT id, subject, grade, strand, name, description, facets FROM {schema}.skills", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var skill = new Skill
            {
                Id = reader.GetString(0),
                Subject = Subjects.Parse(reader.GetString(1)),
                Grade = Grade.Parse(reader.GetString(2)),
                Strand = reader.GetString(3),
                Name = reader.GetString(4),
                Description = reader.GetString(5),
                Facets = [.. reader.GetFieldValue<string[]>(6)],
            };
            skills.Add(skill.Id, skill);
        }
        return skills;
    }
}
