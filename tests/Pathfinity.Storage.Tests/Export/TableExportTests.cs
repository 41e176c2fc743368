using System.Text.Json;
using System.Text.RegularExpressions;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed partial class TableExportTests(PostgresFixture postgres) : IAsyncLifetime, IDisposable
{
    private const int Days = 3;

    private static readonly Dictionary<string, (string Table, string Columns)> Contracts = new()
    {
        ["attempts.csv"] = ("attempts", "attempt_id,student_id,session_id,visit_id,question_id,skill_id,subject,grade,container,"
            + "assessment_id,opportunity,started_at,answered_at,response_ms,correct,score,hints,choice"),
        ["sessions.csv"] = ("sessions", "session_id,student_id,classroom_id,started_at,ended_at,place,device,attempts,correct"),
        ["visits.csv"] = ("visits", "visit_id,journey_id,student_id,container,subject,skill_id,item_id,started_at,ended_at,"
            + "completed,attempts,correct"),
        ["journeys.csv"] = ("journeys", "journey_id,student_id,date,career_id,companion,started_at,ended_at,completed"),
        ["students.csv"] = ("students", "student_id,school_id,grade,given_name,family_name,gender,race_ethnicity,birth_date,iep,"
            + "ell,frl,time_zone"),
        ["classrooms.csv"] = ("classrooms", "classroom_id,school_id,course_id,teacher_id,subject,grade"),
        ["enrollments.csv"] = ("enrollments", "classroom_id,student_id,begin_date,end_date"),
        ["attendance.csv"] = ("attendance", "student_id,date,status,reason"),
        ["mastery.csv"] = ("student_skill", "student_id,skill_id,mastery,attempts,correct,last_practised_at,mastered_at"),
        ["career_explorations.csv"] = ("career_explorations", "student_id,career_id,scenario_id,at,minutes,interest_before,"
            + "interest_after"),
        ["interventions.csv"] = ("interventions", "intervention_id,student_id,classroom_id,number,kind,trigger,skill_id,began_at,"
            + "due_date,minutes,mastery_before,outcome,ended_at,lessons,mastery_after"),
        ["guardians.csv"] = ("guardians", "guardian_id,student_id,given_name,family_name,relation,language,channel,working_hours,"
            + "home_access,email,phone"),
        ["guardian_visits.csv"] = ("guardian_visits", "visit_id,guardian_id,student_id,kind,at,seconds"),
        ["messages.csv"] = ("messages", "message_id,student_id,guardian_id,kind,channel,classroom_id,intervention_id,sent_at,"
            + "absences,delivered,read_at,answered_at"),
        ["conferences.csv"] = ("conferences", "conference_id,student_id,guardian_id,classroom_id,season,started_at,ended_at,held"),
        ["report_cards.csv"] = ("report_cards", "report_card_id,student_id,classroom_id,subject,term,from_date,date,attempts,correct,"
            + "checks,checks_score,benchmark,norm,grade,mark"),
        ["referrals.csv"] = ("behaviour_referrals", "referral_id,student_id,classroom_id,date,kind,action"),
        ["awards.csv"] = ("awards", "award_id,student_id,date,kind,subject,value,from_date,assessment_id"),
        ["substitutes.csv"] = ("substitute_days", "teacher_id,date,reason"),
        ["assessments.csv"] = ("assessments", "assessment_id,student_id,classroom_id,kind,subject,grade,skill_id,benchmark_window,"
            + "unit,started_at,ended_at,items,correct,score,standard_error,retake_of"),
    };

    private readonly TempFolder folder = new();
    private TestWorld world = null!;
    private Catalogue catalogue = null!;

    public async Task InitializeAsync()
    {
        world = await TestWorld.NewAsync(postgres);
        var skills = CurriculumLoader.Default.Skills
            .Where(skill => skill.Subject is Subject.Math && skill.Grade <= Grade.K).Select(skill => skill.Id).ToHashSet();
        catalogue = new CatalogueAuthor(CurriculumLoader.Default, ContentLibrary.Default).Write(1, new Volume(), skills: skills);
        var store = await CatalogueStore.OpenAsync(world.Database, CancellationToken.None);
        await store.PublishAsync(
            catalogue, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1,
            CancellationToken.None);
        var school = new MadeUpSchool(TestWorld.Roster.Schools[0].Id, 3);
        for (var day = 0; day < Days; day++)
        {
            school.Live(TestWorld.FirstDay + day);
        }
        await world.CommitAsync(school.Everything());
    }

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_world_is_written_by_the_contracts_and_its_counts_are_those_of_its_stats()
    {
        var files = await Export(null).WorldAsync(TestWorld.Name, CancellationToken.None);
        var stats = await world.Worlds.StatsAsync(TestWorld.Name, CancellationToken.None);

        Assert.Equal(Contracts.Keys.Order(), files.Select(file => file.Name).Order());
        Assert.Equal(Contracts.Keys.Order(), Directory.GetFiles(folder.Folder.FullName).Select(Path.GetFileName).Order());
        foreach (var (name, rows) in files)
        {
            var (table, columns) = Contracts[name];
            var csv = Read(name);
            Assert.Equal(columns.Split(','), csv.Header.Take(columns.Count(c => c == ',') + 1));
            Assert.Equal((stats.Tables[table], stats.Tables[table]), (rows, csv.Rows.Count));
        }
    }

    [Fact]
    public async Task An_attempt_says_what_the_student_gave()
    {
        await Export(null).WorldAsync(TestWorld.Name, CancellationToken.None);
        var csv = Read("attempts.csv");
        var questions = catalogue.Questions.ToDictionary(question => question.Id);
        var known = csv.Rows.Where(row => row["question_id"] is not null).ToArray();

        Assert.NotEmpty(known);
        foreach (var row in known)
        {
            var question = questions[row["question_id"]!];
            var answers = question.Responses.Select((_, i) => Json(question.AnswerJson(i))).ToArray();
            var choice = Json(row["choice"]!);
            Assert.Equal(row["correct"] == "true" ? "1" : "0", row["score"]);
            if (row["correct"] == "true")
            {
                Assert.Equal(answers[0], choice);
            }
            else
            {
                Assert.Contains(choice, answers.Skip(1).Append("null"));
            }
            Assert.Equal(question.Container.Key(), row["container"]);
        }
        Assert.Contains(csv.Rows, row => row["choice"] == "null");
        Assert.All(csv.Rows, row => Assert.Contains(row["assessment_id"], new[] { null, row["visit_id"] }));
    }

    [Fact]
    public async Task Instants_are_utc_with_milliseconds_and_truth_is_a_word()
    {
        await Export(null).WorldAsync(TestWorld.Name, CancellationToken.None);
        foreach (var row in Read("attempts.csv").Rows)
        {
            Assert.Matches(Instant(), row["answered_at"]);
            var taken = DateTimeOffset.Parse(row["answered_at"]!) - DateTimeOffset.Parse(row["started_at"]!);
            Assert.Equal(row["response_ms"], $"{taken.TotalMilliseconds}");
        }
        Assert.All(Read("journeys.csv").Rows, row => Assert.Contains(row["completed"], new[] { "true", "false" }));
        Assert.All(Read("students.csv").Rows, row =>
        {
            Assert.Contains(row["iep"], new[] { "true", "false" });
            Assert.Equal("America/Chicago", row["time_zone"]);
        });
    }

    [Fact]
    public async Task What_is_broken_off_leaves_no_file_that_is_not_whole()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Told(table =>
        {
            if (table == "sessions")
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Export(progress).WorldAsync(TestWorld.Name, stop.Token));

        Assert.False(File.Exists(PathOf("sessions.csv")));
        Assert.Empty(Directory.GetFiles(folder.Folder.FullName, "*.partial"));
        Assert.NotEmpty(Read("attempts.csv").Rows);
    }

    [Fact]
    public async Task An_unknown_world_makes_no_folder()
    {
        var nowhere = new DirectoryInfo(PathOf("nowhere"));
        await Assert.ThrowsAsync<BadInputException>(
            () => new TableExport(world.Database, nowhere, null).WorldAsync("none", CancellationToken.None));
        Assert.False(Directory.Exists(nowhere.FullName));
    }

    [Fact]
    public async Task The_catalogue_reads_back_from_csv_and_from_json_lines()
    {
        await Export(null).CatalogueAsync(TableFormat.Csv, CancellationToken.None);
        await Export(null).CatalogueAsync(TableFormat.JsonLines, CancellationToken.None);
        var csv = Read("questions.csv");
        var lines = await File.ReadAllLinesAsync(PathOf("questions.jsonl"));

        Assert.Equal(
            "question_id,item_id,skill_id,subject,grade,container,kind,stem,figure,choices,key,rationale,distractor_reasons,"
            + "difficulty,item_model,proof,status,author",
            string.Join(',', csv.Header.Take(18)));
        Assert.Equal(catalogue.Questions.Length, csv.Rows.Count);
        Assert.Equal(catalogue.Items.Length, Read("items.csv").Rows.Count);
        Assert.Equal(CurriculumLoader.Default.Skills.Length, Read("skills.csv").Rows.Count);
        Assert.Equal(
            CareerScenarios.Default.All.Select(scenario => scenario.Id).Order(StringComparer.Ordinal),
            Read("career_scenarios.csv").Rows.Select(row => row["scenario_id"]));
        foreach (var (question, row, line) in catalogue.Questions.Zip(csv.Rows, lines))
        {
            var same = JsonDocument.Parse(line).RootElement;
            Assert.Equal((question.Id, question.Item), (row["question_id"], row["item_id"]));
            Assert.Equal((question.Stem, question.Figure?.Svg), (row["stem"], row["figure"]));
            Assert.Equal(question.Stem, same.GetProperty("stem").GetString());
            Assert.Equal(Json(question.AnswerJson(0)), Json(row["key"]!));
            Assert.Equal(Json(question.AnswerJson(0)), Json(same.GetProperty("key").GetRawText()));
            Assert.Equal(question.Choices, JsonSerializer.Deserialize<string[]>(row["choices"]!)!);
            Assert.Equal(question.Responses.Length - 1, same.GetProperty("distractor_reasons").GetArrayLength());
        }
    }

    private static string Json(string text) => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(text));

    private TableExport Export(IProgress<string>? progress) => new(world.Database, folder.Folder, progress);

    private CsvFile Read(string name) => new(PathOf(name));

    private string PathOf(string name) => Path.Combine(folder.Folder.FullName, name);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Instant();

    private sealed class Told(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
