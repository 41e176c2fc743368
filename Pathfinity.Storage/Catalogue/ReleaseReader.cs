using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Reads a release as students meet it.</summary>
internal sealed class ReleaseReader(NpgsqlConnection connection, string schema, int release)
{
    private readonly ImmutableArray<SkillNode>.Builder skills = ImmutableArray.CreateBuilder<SkillNode>();
    private readonly ImmutableArray<Item>.Builder items = ImmutableArray.CreateBuilder<Item>();
    private readonly ImmutableArray<Material>.Builder materials = ImmutableArray.CreateBuilder<Material>();
    private readonly ImmutableArray<CareerNode>.Builder careers = ImmutableArray.CreateBuilder<CareerNode>();
    private readonly ImmutableArray<short>.Builder contextClusters = ImmutableArray.CreateBuilder<short>();
    private readonly ImmutableArray<BugNode>.Builder bugs = ImmutableArray.CreateBuilder<BugNode>();
    private readonly ImmutableArray<short>.Builder wrongBugs = ImmutableArray.CreateBuilder<short>();
    private readonly ImmutableArray<ScenarioNode>.Builder scenarios = ImmutableArray.CreateBuilder<ScenarioNode>();
    private readonly ImmutableArray<CatalogueKey>.Builder scenarioKeys = ImmutableArray.CreateBuilder<CatalogueKey>();
    private readonly ImmutableArray<CatalogueKey>.Builder skillKeys = ImmutableArray.CreateBuilder<CatalogueKey>();
    private readonly ImmutableArray<CatalogueKey>.Builder itemKeys = ImmutableArray.CreateBuilder<CatalogueKey>();
    private readonly ImmutableArray<CatalogueKey>.Builder questionKeys = ImmutableArray.CreateBuilder<CatalogueKey>();
    private readonly ImmutableArray<CatalogueKey>.Builder careerKeys = ImmutableArray.CreateBuilder<CatalogueKey>();

    /// <exception cref="BadInputException">There is no such release.</exception>
    public async Task<Release> ReadAsync(CancellationToken cancellation)
    {
        string hash;
        await using (var command = new NpgsqlCommand($"SELECT hash FROM {schema}.releases WHERE number = $1", connection))
        {
            command.Parameters.Add(new() { Value = release });
            hash = await command.ExecuteScalarAsync(cancellation) as string ?? throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"the catalogue has no release {release}; content stats shows the newest"));
        }
        await EachAsync("t.number, n.id, n.subject, n.grade, t.facets, t.requires", "release_skills", "skills", Skill, cancellation);
        await EachAsync(
            "number, key, skill, container, facet, context, words, first_question, questions", "release_items", null, Material,
            cancellation);
        await EachAsync(
            "number, key, skill, kind, options, wrongs, words, difficulty, bugs", "release_questions", null, Question, cancellation);
        await EachAsync(
            "t.number, n.id, t.min_grade, t.interests, t.cluster, t.contexts", "release_careers", "careers", Career, cancellation);
        await EachAsync("cluster", "release_contexts", null, row => contextClusters.Add(row.GetInt16(0)), cancellation);
        await EachAsync("n.id, t.onset, t.peak, t.decline", "release_bugs", "bugs", Bug, cancellation);
        await EachAsync("t.number, n.id, t.career, t.band, t.subject", "release_scenarios", "career_scenarios", Scenario, cancellation);
        var syllabus = new Syllabus(
            skills.DrainToImmutable(), items.DrainToImmutable(), materials.DrainToImmutable(), careers.DrainToImmutable(),
            contextClusters.DrainToImmutable(), bugs.DrainToImmutable(), wrongBugs.DrainToImmutable(),
            scenarios.DrainToImmutable());
        return new Release(
            release, hash, syllabus, skillKeys.DrainToImmutable(), itemKeys.DrainToImmutable(), questionKeys.DrainToImmutable(),
            careerKeys.DrainToImmutable())
        {
            Scenarios = scenarioKeys.DrainToImmutable(),
        };
    }

    private void Skill(NpgsqlDataReader row)
    {
        skillKeys.Add(new CatalogueKey(row.GetInt32(0), Dice.Key(row.GetString(1))));
        skills.Add(new SkillNode(
            Subjects.Parse(row.GetString(2)), Grade.Parse(row.GetString(3)), (byte)row.GetInt16(4),
            [.. row.GetFieldValue<int[]>(5).Select(ordinal => (ushort)ordinal)]));
    }

    private void Material(NpgsqlDataReader row)
    {
        itemKeys.Add(new CatalogueKey(row.GetInt32(0), unchecked((ulong)row.GetInt64(1))));
        materials.Add(new Material(
            (ushort)row.GetInt32(2), (Container)row.GetInt16(3), (byte)row.GetInt16(4), row.GetInt16(5), Words(row.GetInt32(6)),
            row.GetInt32(7), (byte)row.GetInt16(8)));
    }

    private void Question(NpgsqlDataReader row)
    {
        questionKeys.Add(new CatalogueKey(row.GetInt32(0), unchecked((ulong)row.GetInt64(1))));
        var wrong = row.GetFieldValue<short[]>(8);
        var first = wrong.Length > 0 && wrong.Length == row.GetInt16(5) ? wrongBugs.Count : -1;
        wrongBugs.AddRange(first < 0 ? [] : wrong);
        items.Add(new Item(
            (ushort)row.GetInt32(2), (QuestionKind)row.GetInt16(3), (byte)row.GetInt16(4), (byte)row.GetInt16(5),
            Words(row.GetInt32(6)), row.GetInt16(7), first));
    }

    private void Career(NpgsqlDataReader row)
    {
        careerKeys.Add(new CatalogueKey(row.GetInt32(0), Dice.Key(row.GetString(1))));
        careers.Add(new CareerNode(
            Grade.FromOrdinal(row.GetInt16(2)), [.. row.GetFieldValue<short[]>(3).Select(letter => (Interest)letter)],
            row.GetInt16(4), [.. row.GetFieldValue<short[]>(5)]));
    }

    private void Bug(NpgsqlDataReader row) => bugs.Add(new BugNode(
        Dice.Key(row.GetString(0)), Grade.FromOrdinal(row.GetInt16(1)), Grade.FromOrdinal(row.GetInt16(2)),
        Grade.FromOrdinal(row.GetInt16(3))));

    private void Scenario(NpgsqlDataReader row)
    {
        scenarioKeys.Add(new CatalogueKey(row.GetInt32(0), Dice.Key(row.GetString(1))));
        scenarios.Add(new ScenarioNode(row.GetInt16(2), (GradeBand)row.GetInt16(3), (Subject)row.GetInt16(4)));
    }

    private static ushort Words(int words) => (ushort)Math.Min(words, ushort.MaxValue);

    private async Task EachAsync(
        string columns, string table, string? named, Action<NpgsqlDataReader> take, CancellationToken cancellation)
    {
        var join = named is null ? "" : $"JOIN {schema}.{named} n ON n.number = t.number";
        await using var command = new NpgsqlCommand(
            $"SELECT {columns} FROM {schema}.{table} t {join} WHERE release = $1 ORDER BY ordinal", connection);
        command.Parameters.Add(new() { Value = release });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            take(reader);
        }
    }
}
