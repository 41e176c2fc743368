using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Realism.Tests;

public sealed class LogFileTests : IDisposable
{
    private const string Zone = "America/Chicago";
    private const string Header = "student_id,session_id,question_id,skill_id,subject,grade,answered_at,response_ms,correct,hints\n";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Attempts_are_read_in_order_with_what_came_before_them()
    {
        var log = CsvLog.Read(File("attempts.csv", Header
            + "b,s9,q1,fractions,math,4,2026-01-05T15:00:40.000Z,10000,true,0\r\n"
            + "a,s1,q2,fractions,math,4,2026-01-05T15:01:00.000Z,20000,false,2\r\n"
            + "a,s1,q1,fractions,math,4,2026-01-05T15:00:10.000Z,10000,true,0\r\n"), Zone);
        var own = log.All.Where(a => a.Student == 1).ToList();
        Assert.Equal([1, 2], own.Select(a => a.Opportunity));
        Assert.Equal([0, 1], own.Select(a => a.Position));
        Assert.Equal(1, own[1].Wins);
        Assert.Equal(0, own[1].Fails);
        Assert.Equal(30 / 86_400.0, own[1].GapDays, 6); // from the answer until the next question was shown
        Assert.Equal(9, own[0].AnsweredAt % Log.DayMs / 3_600_000); // 15:00 UTC is nine in the morning in Chicago
        Assert.Equal(2, log.Students);
    }

    [Fact]
    public void Half_an_hour_without_an_answer_ends_a_session_that_has_no_name()
    {
        var log = CsvLog.Read(File("attempts.csv", "student_id,skill_id,answered_at,correct\n"
            + "a,k,2026-01-05T15:00:00Z,1\na,k,2026-01-05T15:20:00Z,0\na,k,2026-01-05T15:55:00Z,1\n"), Zone);
        Assert.Equal(2, log.Sessions.Length);
        Assert.Equal([0, 1, 0], log.All.Select(a => a.Position));
    }

    [Theory]
    [InlineData("attempts.csv, line 1: there is no column correct", "student_id,skill_id,answered_at\na,k,2026-01-05T15:00:00Z\n")]
    [InlineData("attempts.csv, line 3: correct: 'maybe' is neither", Header + "a,s,q,k,math,4,2026-01-05T15:00:00Z,1,true,0\na,s,q,k,math,4,2026-01-05T15:00:00Z,1,maybe,0\n")]
    [InlineData("attempts.csv, line 2: answered_at: 'noon' is no instant", Header + "a,s,q,k,math,4,noon,1,true,0\n")]
    [InlineData("attempts.csv, line 2: grade: '13' is no grade", Header + "a,s,q,k,math,13,2026-01-05T15:00:00Z,1,true,0\n")]
    [InlineData("attempts.csv, line 2: student_id: it is empty", Header + ",s,q,k,math,4,2026-01-05T15:00:00Z,1,true,0\n")]
    [InlineData("attempts.csv, line 1: the file is empty", "")]
    [InlineData("attempts.csv: there are no attempts", Header)]
    public void What_is_no_log_is_refused_with_file_line_and_reason(string reason, string text)
    {
        var refused = Assert.Throws<BadInputException>(() => CsvLog.Read(File("attempts.csv", text), Zone));
        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_value_may_hold_commas_and_lines()
    {
        var records = CsvRecords.Read(new StringReader("a,\"b,\n\"\"c\"\"\"\r\n\r\nd,e")).ToList();
        Assert.Equal([1, 4], records.Select(r => r.Line));
        Assert.Equal(["a", "b,\n\"c\""], records[0].Values);
        Assert.Equal(["d", "e"], records[1].Values);
    }

    [Fact]
    public void Statements_that_answer_are_read_and_others_passed_over()
    {
        const string Other = """{"actor":{"mbox":"mailto:a@school.example"},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized"},"object":{"id":"http://x.example/visit"}}""";
        var log = XapiLog.Read(File("log.jsonl", Other + "\n" + Answered("a", "true") + "\n\n" + Answered("b", "false") + "\n"), Zone);
        Assert.Equal(2, log.Students);
        Assert.Equal([true, false], log.All.Select(a => a.Correct));
        Assert.All(log.All, a => Assert.Equal(12_500, a.ResponseMs));
    }

    [Fact]
    public void A_logs_statements_tell_all_that_a_fit_asks_of_its_attempts()
    {
        var naive = NaiveLog.Make(seed: 5, students: 24).All.Where(a => a.Day < 20_720).ToList();
        var csv = CsvLog.Read(File("attempts.csv", Header + string.Concat(naive.Select(Row))), "UTC");
        var log = XapiLog.Read(File("log.jsonl", string.Concat(naive.Select(Statement))), "UTC");
        Assert.Equal(csv.All.Select(Told), log.All.Select(Told));
        Assert.Equal(naive.Select(a => (a.Kind, a.Options)), log.All.Select(a => (a.Kind, a.Options)));
        var (one, other) = (new Measures(csv), new Measures(log));
        // Statements also name kinds of questions, which regressions take into account.
        Assert.All(Knobs.All, knob => Assert.Equal(knob.Statistic(one) ?? -1, knob.Statistic(other) ?? -1, 0.02));
        Assert.True(Knobs.All.Count(knob => knob.Statistic(other) is not null) >= 12);
    }

    [Theory]
    [InlineData("", "course")]
    [InlineData("\"parent\":[{\"id\":\"http://x.example/quiz\"}],", "quiz")]
    [InlineData("\"parent\":{\"id\":\"http://x.example/quiz\"},\"category\":[{\"id\":\"http://x.example/fractions\","
        + "\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/objective\"}}],", "fractions")]
    public void The_skill_is_the_objective_else_what_is_next_around_the_question(string around, string skill)
    {
        string Line(string student, string context) => Answered(student, "true").Replace(
            "\"result\"", "\"context\":{\"contextActivities\":{" + context + "\"grouping\":[{\"id\":\"http://x.example/course\"}]}},\"result\"",
            StringComparison.Ordinal);
        var log = XapiLog.Read(File("log.jsonl", Line("a", around) + "\n"
            + Line("a", "\"parent\":[{\"id\":\"http://x.example/" + skill + "\"}],") + "\n"), Zone);
        Assert.Equal([1, 2], log.All.Select(a => a.Opportunity));
    }

    private static string Row(LogAttempt a) => string.Create(CultureInfo.InvariantCulture,
        $"s{a.Student},t{a.Session},q{a.Question},k{a.Skill},{a.Subject.Key()},{Grade.FromOrdinal(a.Grade)},{At(a)},{a.ResponseMs},{(a.Correct ? "true" : "false")},{a.Hints}\n");

    // As learning record stores hand them out (xAPI 1.0.3).
    private static string Statement(LogAttempt a) => $$$"""
        {"id":"{{{Id("statement", a.AnsweredAt + a.Student)}}}","actor":{"objectType":"Agent","account":{"homePage":"https://school.example","name":"s{{{a.Student}}}"}},
        "verb":{"id":"http://adlnet.gov/expapi/verbs/answered","display":{"en-US":"answered"}},
        "object":{"objectType":"Activity","id":"https://tutor.example/question/{{{a.Question}}}","definition":{
        "type":"http://adlnet.gov/expapi/activities/cmi.interaction","interactionType":"choice","correctResponsesPattern":["a"],
        "choices":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]}},
        "result":{"success":{{{(a.Correct ? "true" : "false")}}},"score":{"scaled":{{{(a.Correct ? 1 : 0)}}}},"response":"b","completion":true,
        "duration":"PT{{{(a.ResponseMs / 1000.0).ToString(CultureInfo.InvariantCulture)}}}S","extensions":{"https://tutor.example/hints":{{{a.Hints}}}}},
        "context":{"registration":"{{{Id("session", a.Session)}}}","platform":"tutor","language":"en-US",
        "extensions":{"https://tutor.example/grade":"{{{Grade.FromOrdinal(a.Grade)}}}"},"contextActivities":{
        "grouping":[{"id":"https://tutor.example/course/7"}],"parent":[{"id":"https://tutor.example/unit/3"},{
        "id":"https://tutor.example/skill/{{{a.Skill}}}","definition":{"type":"http://adlnet.gov/expapi/activities/objective"}}]}},
        "timestamp":"{{{At(a)}}}","stored":"{{{At(a)}}}","version":"1.0.3"}
        """.ReplaceLineEndings("") + "\n";

    private static string At(LogAttempt a) => DateTimeOffset.FromUnixTimeMilliseconds(a.AnsweredAt)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Id(string kind, long number) =>
        $"{Dice.Key(kind) >> 32:x8}-0000-4000-8000-{number & 0xFFFF_FFFF_FFFF:x12}";

    private static object Told(LogAttempt a) =>
        (a.Student, a.Skill, a.Question, a.Opportunity, a.Position, a.Wins, a.GapDays, a.AnsweredAt, a.ResponseMs, a.Correct, a.Hints, a.Grade);

    [Fact]
    public void A_line_that_is_no_statement_is_refused()
    {
        var refused = Assert.Throws<BadInputException>(
            () => XapiLog.Read(File("log.jsonl", Answered("a", "true") + "\n" + Answered("a", "\"yes\"") + "\n"), Zone));
        Assert.StartsWith("log.jsonl, line 2: no statement of an answer", refused.Message, StringComparison.Ordinal);
    }

    private static string Answered(string student, string success) =>
        "{\"actor\":{\"account\":{\"homePage\":\"http://school.example\",\"name\":\"" + student + "\"}},"
        + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/answered\"},\"object\":{\"id\":\"http://x.example/q1\"},"
        + "\"result\":{\"success\":" + success + ",\"duration\":\"PT12.5S\"},\"timestamp\":\"2026-01-05T15:00:00Z\"}";

    private FileInfo File(string name, string text)
    {
        var path = Path.Combine(folder.FolderTo("log").FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return new FileInfo(path);
    }
}
