using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>
/// A log from CSV files: attempts.csv, and beside it, where they are, sessions.csv and attendance.csv, with the columns
/// that an export has. Of attempts, student, skill, instant and whether it was right are needed; the rest may be missing.
/// </summary>
public sealed class CsvLog
{
    private readonly LocalTimes local;
    private readonly LogBuilder builder = new();
    private readonly ForeignIds students = new();
    private readonly ForeignIds skills = new();
    private readonly ForeignIds questions = new();
    private readonly ForeignIds sessions = new();
    private readonly ForeignIds classrooms = new();
    private readonly Dictionary<int, byte> grades = [];

    private CsvLog(string zone) => local = new LocalTimes(zone);

    /// <param name="attempts">The file of attempts.</param>
    /// <param name="zone">IANA name of the zone whose time of day the log's instants are.</param>
    /// <exception cref="BadInputException">What is no log; the message names file, line and reason.</exception>
    public static Log Read(FileInfo attempts, string zone)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var log = new CsvLog(zone);
        var folder = attempts.Directory!.FullName;
        Each(attempts.FullName, ["student_id", "skill_id", "answered_at", "correct"], log.Attempt);
        Each(Path.Combine(folder, "sessions.csv"), ["session_id", "student_id", "started_at", "ended_at"], log.Session);
        Each(Path.Combine(folder, "attendance.csv"), ["student_id", "date", "status"], log.Attended);
        return log.builder.Attempts.Count > 0
            ? log.builder.Build()
            : throw new BadInputException($"{attempts.Name}: there are no attempts in it");
    }

    private static void Each(string file, string[] needed, Action<Row> take)
    {
        if (!File.Exists(file))
        {
            return;
        }
        using var reader = new StreamReader(file);
        var name = Path.GetFileName(file);
        Dictionary<string, int>? columns = null;
        foreach (var (line, values) in CsvRecords.Read(reader))
        {
            if (columns is not null)
            {
                take(new Row(name, line, columns, values));
                continue;
            }
            columns = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < values.Length; i++)
            {
                columns.TryAdd(values[i].Trim('\uFEFF', ' '), i);
            }
            if (needed.FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
            {
                throw new BadInputException($"{name}, line 1: there is no column {missing}");
            }
        }
        if (columns is null)
        {
            throw new BadInputException($"{name}, line 1: the file is empty; its first line names the columns");
        }
    }

    private void Attempt(Row row)
    {
        var student = students.Of(row.Needed("student_id"));
        var grade = row.Grade();
        grades[student] = grade;
        var started = row.Maybe("started_at") is null ? (long?)null : row.Instant("started_at");
        var answered = row.Instant("answered_at");
        builder.Attempts.Add(new LogAttempt
        {
            Student = student,
            Skill = skills.Of(row.Needed("skill_id")),
            Question = row.Maybe("question_id") is { } question ? questions.Of(question) : -1,
            Session = row.Maybe("session_id") is { } session ? sessions.Of(session) : -1,
            Classroom = row.Maybe("classroom_id") is { } classroom ? classrooms.Of(classroom) : -1,
            Subject = row.Subject(),
            Grade = grade,
            AnsweredAt = local.Of(answered),
            ResponseMs = (int)Math.Clamp(row.Number("response_ms") ?? (answered - (started ?? answered)), 0, int.MaxValue),
            Correct = row.Truth("correct"),
            Hints = (byte)Math.Clamp(row.Number("hints") ?? 0, 0, byte.MaxValue),
            Response = -1,
        });
    }

    private void Session(Row row)
    {
        var student = students.Of(row.Needed("student_id"));
        var classroom = row.Maybe("classroom_id") is { } id ? classrooms.Of(id) : -1;
        builder.Sessions.Add(new LogSession(
            sessions.Of(row.Needed("session_id")), student, classroom,
            row.Maybe("place") is { } place ? place == "home" : null, grades.GetValueOrDefault(student, byte.MaxValue),
            local.Of(row.Instant("started_at")), local.Of(row.Instant("ended_at")), (int)(row.Number("attempts") ?? 1)));
    }

    private void Attended(Row row)
    {
        var student = students.Of(row.Needed("student_id"));
        builder.Attendance.Add(new LogAttendance(
            student, row.Day("date"), grades.GetValueOrDefault(student, byte.MaxValue), row.Status()));
    }

    /// <summary>One line of a file.</summary>
    private sealed record Row(string File, int Line, Dictionary<string, int> Columns, string[] Values)
    {
        public string? Maybe(string column) =>
            Columns.TryGetValue(column, out var at) && at < Values.Length && Values[at].Length > 0 ? Values[at] : null;

        public string Needed(string column) => Maybe(column) ?? throw Refused(column, "it is empty");

        public double? Number(string column) => Maybe(column) is not { } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number : throw Refused(column, $"'{text}' is no number");

        public bool Truth(string column) => Needed(column) switch
        {
            "true" or "1" or "TRUE" or "True" or "1.0" => true,
            "false" or "0" or "FALSE" or "False" or "0.0" => false,
            var text => throw Refused(column, $"'{text}' is neither true nor false"),
        };

        public long Instant(string column) => DateTimeOffset.TryParse(
            Needed(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUnixTimeMilliseconds()
            : throw Refused(column, $"'{Maybe(column)}' is no instant such as 2026-01-05T14:03:11.250Z");

        public int Day(string column) => DateOnly.TryParseExact(
            Needed(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
            : throw Refused(column, $"'{Maybe(column)}' is no date such as 2026-01-05");

        public AttendanceStatus Status() => Needed("status") switch
        {
            "present" => AttendanceStatus.Present,
            "absent" => AttendanceStatus.Absent,
            "tardy" => AttendanceStatus.Tardy,
            var text => throw Refused("status", $"'{text}' is none of present, absent and tardy"),
        };

        public byte Grade()
        {
            try
            {
                return Maybe("grade") is { } grade ? Curriculum.Grade.Parse(grade).Ordinal : byte.MaxValue;
            }
            catch (FormatException e)
            {
                throw Refused("grade", e.Message.TrimEnd('.'));
            }
        }

        public Subject Subject()
        {
            try
            {
                return Maybe("subject") is { } subject ? Subjects.Parse(subject) : Curriculum.Subject.Math;
            }
            catch (FormatException e)
            {
                throw Refused("subject", e.Message.TrimEnd('.'));
            }
        }

        private BadInputException Refused(string column, string reason) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}: {column}: {reason}"));
    }
}
