using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The catalogue of a database: curriculum, content and its releases, which all worlds share.</summary>
public sealed class CatalogueStore
{
    private static readonly string Schema = Identifier.Quote(Migrations.CatalogueSchema);
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
    public Task<Publication> PublishAsync(
        Catalogue catalogue, CurriculumSet curriculum, IEnumerable<Bug> bugs, IEnumerable<CareerScenario> scenarios,
        ulong seed, CancellationToken cancellation) =>
        PublishAsync(new[] { catalogue }.ToAsyncEnumerable(), curriculum, bugs, scenarios, seed, cancellation);

    /// <summary>As of a whole catalogue, of which a part is let go of as soon as it is stored.</summary>
    /// <param name="parts">Whole skills each, in the order of the curriculum.</param>
    /// <inheritdoc cref="PublishAsync(Catalogue, CurriculumSet, IEnumerable{Bug}, IEnumerable{CareerScenario}, ulong, CancellationToken)"/>
    public async Task<Publication> PublishAsync(
        IAsyncEnumerable<Catalogue> parts, CurriculumSet curriculum, IEnumerable<Bug> bugs,
        IEnumerable<CareerScenario> scenarios, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(curriculum);
        await database.MigrateAsync(Migrations.Catalogue, Migrations.CatalogueSchema, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, string.Create(
            CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({unchecked((long)Dice.Key("publish"))})"), cancellation);
        var publisher = await Publisher.BeginAsync(connection, Schema, curriculum, [.. bugs], [.. scenarios], cancellation);
        await foreach (var part in parts.WithCancellation(cancellation))
        {
            await publisher.AddAsync(part, cancellation);
        }
        var published = await publisher.FinishAsync(
            await NewestAsync(connection, cancellation),
            (number, hash, volume) => BeginReleaseAsync(connection, number, hash, seed, volume, cancellation), cancellation);
        if (published.IsNew)
        {
            await PlannerStatistics.CountAsync(connection, Schema, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return published;
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
/// <param name="SkillsLeftOut">Skills of the curriculum that lack content of a kind, so that no world teaches them.</param>
public sealed record Publication(
    int Release, string Hash, bool IsNew, int CurriculumWritten, int ItemsWritten, int QuestionsWritten, int Skills,
    int Items, int Questions, int LotsRefused, ImmutableArray<string> SkillsLeftOut);
