using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The catalogue of a database: curriculum, content and its releases, which all worlds share.</summary>
public sealed class CatalogueStore
{
    private static readonly string Schema = Identifier.Quote(Migrations.CatalogueSchema);
    private static readonly string[] ContentAndReleases = ["items", "questions", "release_items", "release_questions"];
    private readonly Database database;

    private CatalogueStore(Database database) => this.database = database;

    /// <summary>The catalogue, brought to what this program knows; where there is none, none is made.</summary>
    /// <exception cref="EnvironmentException">A newer Pathfinity made it.</exception>
    public static async Task<CatalogueStore> OpenAsync(Database database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using (var connection = await database.Source.OpenConnectionAsync(cancellation))
        {
            if (!await ExistsAsync(connection, cancellation))
            {
                return new CatalogueStore(database);
            }
        }
        await database.MigrateAsync(Migrations.Catalogue, Migrations.CatalogueSchema, cancellation);
        return new CatalogueStore(database);
    }

    /// <summary>
    /// Makes a release of a catalogue, in one transaction. What is stored already is not written again; when nothing has
    /// changed since the newest release, that one is returned.
    /// </summary>
    /// <param name="curriculum">That from which the catalogue was authored.</param>
    /// <param name="bugs">The bugs that its responses name.</param>
    /// <param name="scenarios">The scenarios of its careers.</param>
    /// <param name="seed">The seed from which it was authored.</param>
    public async Task<Publication> PublishAsync(
        Catalogue catalogue, CurriculumSet curriculum, IEnumerable<Bug> bugs, IEnumerable<CareerScenario> scenarios,
        ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(curriculum);
        await database.MigrateAsync(Migrations.Catalogue, Migrations.CatalogueSchema, cancellation);
        ImmutableArray<Bug> knownBugs = [.. bugs];
        ImmutableArray<CareerScenario> knownScenarios = [.. scenarios];
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, string.Create(
            CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({unchecked((long)Dice.Key("publish"))})"), cancellation);
        var standing = await Standing.ReadAsync(connection, Schema, cancellation);
        var lots = new LotTable(connection, Schema);
        var inspection = await lots.InspectAsync(catalogue.Questions, question => QuestionChecks.FirstFault(
            question, curriculum.Skill(question.Skill), ContentLibrary.Default), cancellation);
        catalogue = standing.Apply(catalogue);
        var content = HashedContent.Of(catalogue);
        var draft = ReleaseDraft.Of(
            curriculum, content, knownBugs, knownScenarios, question => standing.Blocks(question)
                || (inspection.Refuses(question.Question) && !standing.Approves(question)));
        var tables = new CurriculumTables(connection, Schema);
        await tables.WriteAsync(curriculum, knownBugs, knownScenarios, cancellation);
        var bare = await BareTables.StripAsync(connection, Schema, ContentAndReleases, cancellation);
        var writer = new ContentTables(connection, Schema);
        var items = await writer.WriteAsync(
            content.Items, item => draft.HasItem(item.Id) ? Status.Published : item.Status, cancellation);
        var questions = await writer.WriteAsync(
            content.Questions, question => draft.HasItem(question.Item) ? Status.Published
                : inspection.Refuses(question) ? Status.InReview : question.Status, cancellation);
        await lots.WriteAsync(inspection, Numbers(content.Questions, questions.Numbers), cancellation);
        await lots.NoteAsync(catalogue.Rejections, cancellation);
        var (newest, hash) = await NewestAsync(connection, cancellation);
        var release = newest;
        if (hash != draft.Hash)
        {
            release = newest + 1;
            await BeginReleaseAsync(connection, release, draft.Hash, seed, catalogue.Volume, cancellation);
            await new ReleaseTables(connection, Schema, draft, release).WriteAsync(
                tables, In(content.Items, items.Numbers, draft.Items),
                In(content.Questions, questions.Numbers, draft.Questions), cancellation);
        }
        if (bare is not null)
        {
            await bare.RestoreAsync(cancellation);
        }
        else if (release != newest)
        {
            await EnterAsync(connection, release, cancellation);
        }
        if (release != newest)
        {
            await PlannerStatistics.CountAsync(connection, Schema, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return new Publication(
            release, draft.Hash, release != newest, tables.Written, items.New, questions.New, draft.Skills.Length,
            draft.Items.Length, draft.Questions.Length, inspection.Refused.Count);
    }

    /// <summary>Number of the newest release; null before the first.</summary>
    public async Task<int?> NewestReleaseAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        return await ExistsAsync(connection, cancellation)
            && (await NewestAsync(connection, cancellation)).Number is var number and > 0 ? number : null;
    }

    /// <summary>Whether the newest release was made of the full volume; no before the first.</summary>
    public async Task<bool> IsFullAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        if (!await ExistsAsync(connection, cancellation))
        {
            return false;
        }
        await using var command = new NpgsqlCommand(
            $"SELECT volume FROM {Schema}.releases ORDER BY number DESC LIMIT 1", connection);
        return await command.ExecuteScalarAsync(cancellation) is Volume.FullName;
    }

    /// <summary>A release as worlds meet it.</summary>
    /// <exception cref="BadInputException">There is no such release.</exception>
    public async Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await RequireAsync(connection, cancellation);
        return await new ReleaseReader(connection, Schema, number).ReadAsync(cancellation);
    }

    /// <exception cref="BadInputException">There is no catalogue yet.</exception>
    public async Task<StoredStats> StatsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await RequireAsync(connection, cancellation);
        return await StoredStats.ReadAsync(connection, Schema, cancellation);
    }

    /// <summary>Every stored question with its skill and its hash, by number.</summary>
    internal async IAsyncEnumerable<StoredQuestion> QuestionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await RequireAsync(connection, cancellation);
        await foreach (var question in StoredQuestion.ReadAsync(connection, Schema, "", cancellation))
        {
            yield return question;
        }
    }

    /// <exception cref="BadInputException">There is no catalogue yet.</exception>
    internal static async Task RequireAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await ExistsAsync(connection, cancellation))
        {
            throw new BadInputException("there is no catalogue yet; content generate makes one");
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await Migrations.VersionAsync(connection, Migrations.CatalogueSchema, cancellation) > 0;

    private static async Task<(int Number, string? Hash)> NewestAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT number, hash FROM {Schema}.releases ORDER BY number DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt32(0), reader.GetString(1)) : (0, null);
    }

    private static async Task BeginReleaseAsync(
        NpgsqlConnection connection, int number, string hash, ulong seed, string volume, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {Schema}.releases (number, hash, seed, made_by, volume) VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = hash });
        command.Parameters.Add(new() { Value = (decimal)seed });
        command.Parameters.Add(new() { Value = typeof(CatalogueStore).Assembly.GetName().Version!.ToString(3) });
        command.Parameters.Add(new() { Value = volume });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What was stored before and enters a release only now is published.</summary>
    private static Task EnterAsync(NpgsqlConnection connection, int release, CancellationToken cancellation) =>
        RunAsync(connection, Enter("items", release) + Enter("questions", release), cancellation);

    private static string Enter(string table, int release) => string.Create(CultureInfo.InvariantCulture, $"""
        UPDATE {Schema}.{table} SET status = 'published' WHERE status <> 'published'
            AND number IN (SELECT number FROM {Schema}.release_{table} WHERE release = {release});
        """);

    /// <summary>The numbers of those that a release holds, in its order.</summary>
    private static int[] In<T>(IReadOnlyList<T> all, int[] numbers, IReadOnlyList<T> chosen)
        where T : class
    {
        var places = new Dictionary<T, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < numbers.Length; i++)
        {
            places.Add(all[i], numbers[i]);
        }
        return [.. chosen.Select(one => places[one])];
    }

    private static Dictionary<string, int> Numbers(IReadOnlyList<HashedQuestion> questions, int[] numbers)
    {
        var byId = new Dictionary<string, int>(questions.Count, StringComparer.Ordinal);
        for (var i = 0; i < numbers.Length; i++)
        {
            byId[questions[i].Question.Id] = numbers[i];
        }
        return byId;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>What publishing did.</summary>
/// <param name="Release">Number of the release that holds the catalogue.</param>
/// <param name="Hash">Of the release.</param>
/// <param name="IsNew">Whether it was made now.</param>
/// <param name="CurriculumWritten">Rows of the curriculum that were new or corrected.</param>
/// <param name="ItemsWritten">Items that were new or renewed.</param>
/// <param name="QuestionsWritten">Questions that were new or renewed.</param>
/// <param name="Skills">Skills in the release; likewise the items and questions.</param>
/// <param name="LotsRefused">Versions of item models that inspection keeps out.</param>
public sealed record Publication(
    int Release, string Hash, bool IsNew, int CurriculumWritten, int ItemsWritten, int QuestionsWritten, int Skills,
    int Items, int Questions, int LotsRefused);
