using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Content;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>
/// Stores a catalogue part by part and makes a release of it at the end, within the transaction of its connection. Of a
/// part that is stored only what the release has to know stays in memory.
/// </summary>
internal sealed class Publisher
{
    private static readonly string[] ContentAndReleases = ["items", "questions", "release_items", "release_questions"];
    private readonly NpgsqlConnection connection;
    private readonly string schema;
    private readonly CurriculumSet curriculum;
    private readonly ImmutableArray<Bug> bugs;
    private readonly ImmutableArray<CareerScenario> scenarios;
    private readonly CurriculumTables tables;
    private readonly ContentTables writer;
    private readonly LotTable lots;
    private readonly Standing standing;
    private readonly BareTables? bare;
    private readonly List<ReleaseItem> items = [];
    private string volume = Volume.SampleName;
    private int itemsWritten;
    private int questionsWritten;

    private Publisher(
        NpgsqlConnection connection, string schema, CurriculumSet curriculum, ImmutableArray<Bug> bugs,
        ImmutableArray<CareerScenario> scenarios, CurriculumTables tables, Standing standing, BareTables? bare)
    {
        (this.connection, this.schema, this.curriculum) = (connection, schema, curriculum);
        (this.bugs, this.scenarios, this.tables, this.standing, this.bare) = (bugs, scenarios, tables, standing, bare);
        (writer, lots) = (new ContentTables(connection, schema), new LotTable(connection, schema));
    }

    /// <summary>Brings the curriculum up to date and makes room for content.</summary>
    public static async Task<Publisher> BeginAsync(
        NpgsqlConnection connection, string schema, CurriculumSet curriculum, ImmutableArray<Bug> bugs,
        ImmutableArray<CareerScenario> scenarios, CancellationToken cancellation)
    {
        var standing = await Standing.ReadAsync(connection, schema, cancellation);
        var tables = new CurriculumTables(connection, schema);
        await tables.WriteAsync(curriculum, bugs, scenarios, cancellation);
        var bare = await BareTables.StripAsync(connection, schema, ContentAndReleases, cancellation);
        return new Publisher(connection, schema, curriculum, bugs, scenarios, tables, standing, bare);
    }

    /// <summary>Stores a part of the catalogue; what is stored already is not written again.</summary>
    public async Task AddAsync(Catalogue part, CancellationToken cancellation)
    {
        volume = part.Volume;
        var content = part.Items.Select(standing.Edited).ToArray();
        var stored = StoreAsync(content, cancellation);
        lots.Add(part.Questions); // while the server takes the rows
        await stored;
        await lots.NoteAsync(part.Rejections, cancellation);
    }

    /// <summary>Inspects the lots and makes the release; where nothing has changed, the newest one stays.</summary>
    /// <param name="begin">Begins a release with this hash and gives its number; null where the newest has it.</param>
    public async Task<Publication> FinishAsync(
        (int Number, string? Hash) newest, Func<int, string, string, Task> begin, CancellationToken cancellation)
    {
        await StoreAsync(standing.Drafted, cancellation);
        var inspection = await lots.InspectAsync(question => QuestionChecks.FirstFault(
            question, curriculum.Skill(question.Skill), ContentLibrary.Default), cancellation);
        var draft = ReleaseDraft.Of(
            curriculum, items, bugs, scenarios,
            question => standing.Blocks(question.Hash) || (inspection.Refuses(question) && !standing.Approves(question.Hash)));
        await writer.WithholdAsync(items.Where(item => !draft.HasItem(item.Id)), inspection.Refuses, cancellation);
        await lots.WriteAsync(inspection, items.SelectMany(item => item.Questions), cancellation);
        var isNew = newest.Hash != draft.Hash;
        var release = isNew ? newest.Number + 1 : newest.Number;
        if (isNew)
        {
            await begin(release, draft.Hash, volume);
            await new ReleaseTables(connection, schema, draft, release).WriteAsync(tables, cancellation);
        }
        if (bare is not null)
        {
            await bare.RestoreAsync(cancellation);
        }
        else if (isNew)
        {
            await writer.EnterAsync(release, cancellation);
        }
        return new Publication(
            release, draft.Hash, isNew, tables.Written, itemsWritten, questionsWritten, draft.Skills.Length,
            draft.Items.Length, draft.Questions.Length, inspection.Refused.Count,
            [.. curriculum.Skills.Select(skill => skill.Id).Where(skill => !draft.Has(skill))]);
    }

    private async Task StoreAsync(IReadOnlyCollection<ContentItem> content, CancellationToken cancellation)
    {
        var hashedItems = HashedItem.Of(content);
        var hashed = HashedQuestion.Of(content.SelectMany(item => item.Questions));
        var numbered = await writer.WriteAsync(hashedItems, _ => Status.Published, cancellation);
        var questions = await writer.WriteAsync(hashed, _ => Status.Published, cancellation);
        itemsWritten += numbered.New;
        questionsWritten += questions.New;
        var at = 0;
        for (var i = 0; i < hashedItems.Length; i++)
        {
            var own = ImmutableArray.CreateBuilder<ReleaseQuestion>(hashedItems[i].Item.Questions.Length);
            while (own.Count < own.Capacity)
            {
                own.Add(ReleaseQuestion.Of(hashed[at], questions.Numbers[at++]));
            }
            items.Add(ReleaseItem.Of(hashedItems[i], numbered.Numbers[i], own.MoveToImmutable()));
        }
    }
}
