using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Pathfinity.Determinism;

namespace Pathfinity.Storage;

/// <summary>Writes a release: what students meet, in order.</summary>
internal sealed class ReleaseTables(NpgsqlConnection connection, string schema, ReleaseDraft draft, int release)
{
    public async Task WriteAsync(CurriculumTables curriculum, CancellationToken cancellation)
    {
        await CopyAsync("release_skills", "facets, requires", draft.Skills, (target, skill) =>
        {
            target.Write(curriculum.Skills[skill.Id], NpgsqlDbType.Integer);
            target.Write((short)skill.Facets.Length, NpgsqlDbType.Smallint);
            target.Write(draft.Requires(skill), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        }, cancellation);
        await CopyItemsAsync(cancellation);
        await CopyQuestionsAsync(cancellation);
        await CopyAsync("release_careers", "min_grade, interests, cluster, contexts", draft.Curriculum.Careers, (target, career) =>
        {
            target.Write(curriculum.Careers[career.Id], NpgsqlDbType.Integer);
            target.Write((short)career.MinGrade.Ordinal, NpgsqlDbType.Smallint);
            target.Write(ReleaseDraft.Interests(career), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            target.Write(draft.Cluster(career.Cluster), NpgsqlDbType.Smallint);
            short[] contexts = [.. career.Contexts.Select(context => draft.Context(context))];
            target.Write(contexts, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        }, cancellation);
        await CopyAsync("release_bugs", "onset, peak, decline", draft.Bugs, (target, bug) =>
        {
            target.Write(curriculum.Bugs[bug.Id], NpgsqlDbType.Integer);
            target.Write((short)bug.Onset.Ordinal, NpgsqlDbType.Smallint);
            target.Write((short)bug.Peak.Ordinal, NpgsqlDbType.Smallint);
            target.Write((short)bug.Decline.Ordinal, NpgsqlDbType.Smallint);
        }, cancellation);
        await CopyAsync("release_scenarios", "career, band, subject", draft.Scenarios, (target, scenario) =>
        {
            target.Write(curriculum.Scenarios[scenario.Id], NpgsqlDbType.Integer);
            target.Write(draft.Career(scenario), NpgsqlDbType.Smallint);
            target.Write((short)scenario.Band, NpgsqlDbType.Smallint);
            target.Write((short)scenario.Subject, NpgsqlDbType.Smallint);
        }, cancellation);
        await CopyAsync("release_contexts", "cluster", draft.Curriculum.WorkContexts, (target, context) =>
        {
            target.Write(context.Key, NpgsqlDbType.Text);
            target.Write(draft.Cluster(context.Cluster), NpgsqlDbType.Smallint);
        }, cancellation, identity: "key");
    }

    private Task CopyItemsAsync(CancellationToken cancellation)
    {
        var first = 0;
        return CopyAsync(
            "release_items", "key, skill, container, facet, context, words, first_question, questions", draft.Items, (target, item) =>
            {
                target.Write(item.Number, NpgsqlDbType.Integer);
                target.Write(Key(item.Id, item.Hash), NpgsqlDbType.Bigint);
                target.Write(draft.Skill(item.Skill), NpgsqlDbType.Integer);
                target.Write((short)item.Container, NpgsqlDbType.Smallint);
                target.Write(draft.Facet(item), NpgsqlDbType.Smallint);
                target.Write(draft.Context(item.Context), NpgsqlDbType.Smallint);
                target.Write(item.Words, NpgsqlDbType.Integer);
                target.Write(first, NpgsqlDbType.Integer);
                target.Write((short)item.Questions.Length, NpgsqlDbType.Smallint);
                first += item.Questions.Length;
            }, cancellation);
    }

    private Task CopyQuestionsAsync(CancellationToken cancellation) => CopyAsync(
        "release_questions", "key, skill, kind, options, wrongs, words, difficulty, bugs", draft.Questions, (target, question) =>
        {
            target.Write(question.Number, NpgsqlDbType.Integer);
            target.Write(Key(question.Id, question.Hash), NpgsqlDbType.Bigint);
            target.Write(draft.Skill(question.Skill), NpgsqlDbType.Integer);
            target.Write((short)question.Kind, NpgsqlDbType.Smallint);
            target.Write((short)question.Choices, NpgsqlDbType.Smallint);
            target.Write((short)question.Bugs.Length, NpgsqlDbType.Smallint);
            target.Write(question.Words, NpgsqlDbType.Integer);
            target.Write(question.Difficulty, NpgsqlDbType.Smallint);
            target.Write(draft.BugsOf(question), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        }, cancellation);

    private async Task CopyAsync<T>(
        string table, string columns, IReadOnlyList<T> rows, Action<NpgsqlBinaryImporter, T> write,
        CancellationToken cancellation, string identity = "number")
    {
        await using var target = await connection.BeginBinaryImportAsync(
            $"COPY {schema}.{table} (release, ordinal, {identity}, {columns}) FROM STDIN (FORMAT binary)", cancellation);
        for (var i = 0; i < rows.Count; i++)
        {
            target.StartRow();
            target.Write(release, NpgsqlDbType.Integer);
            target.Write(i, NpgsqlDbType.Integer);
            write(target, rows[i]);
        }
        var copied = await target.CompleteAsync(cancellation);
        if (copied != (ulong)rows.Count)
        {
            throw new InvalidOperationException($"COPY of {table} took {copied} rows of {rows.Count}.");
        }
    }

    /// <summary>Of the content itself: a version's number would depend on what a database held before.</summary>
    private static long Key(string id, byte[] hash) => unchecked((long)Dice.Key(
        string.Create(CultureInfo.InvariantCulture, $"{id} {Convert.ToHexStringLower(hash)}")));
}
