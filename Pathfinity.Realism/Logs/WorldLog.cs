using NodaTime;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Realism;

/// <summary>A world's rows as a log.</summary>
public static class WorldLog
{
    private const int DaysToAugust = 212;
    private const double DaysPerYear = 365.2425;

    /// <param name="spec">Whose zone tells the time of day.</param>
    /// <param name="releases">Those that the rows name.</param>
    public static Log Of(WorldSpec spec, IEnumerable<Release> releases, Rows rows)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(rows);
        var (questions, skills) = (new Dictionary<int, Item>(), new Dictionary<int, SkillNode>());
        var builder = new LogBuilder();
        foreach (var release in releases)
        {
            for (var i = 0; i < release.Questions.Length; i++)
            {
                questions[release.Questions[i].Number] = release.Syllabus.Items[i];
            }
            for (var i = 0; i < release.Skills.Length; i++)
            {
                skills[release.Skills[i].Number] = release.Syllabus.Skills[i];
                builder.Parents[release.Skills[i].Number] =
                    [.. release.Syllabus.Skills[i].Requires.Select(parent => release.Skills[parent].Number)];
            }
        }
        var local = new SchoolTimes(spec, rows);
        AddWork(builder, local, questions, skills, rows);
        AddDays(builder, local, Grades(skills, rows), rows);
        return builder.Build();
    }

    private static void AddWork(
        LogBuilder builder, SchoolTimes local, Dictionary<int, Item> questions, Dictionary<int, SkillNode> skills, Rows rows)
    {
        var containers = rows.Visits.ToDictionary(visit => visit.Id, visit => visit.Container);
        foreach (var row in rows.Attempts)
        {
            var (item, skill) = (questions[row.Question], skills[row.Skill]);
            builder.Attempts.Add(new LogAttempt
            {
                Student = ActivityId.Student(row.Id), Skill = row.Skill, Question = row.Question, Session = row.Session,
                Classroom = row.Classroom, Subject = skill.Subject, Grade = skill.Grade.Ordinal, Kind = item.Kind,
                Options = item.Options,
                Visit = row.Visit, Container = containers.TryGetValue(row.Visit, out var container) ? container : null,
                AnsweredAt = local.Of(row.Id, row.AnsweredAt), ResponseMs = row.ResponseMs,
                Correct = row.Correct, Hints = row.Hints, Response = row.Response,
            });
        }
    }

    private static void AddDays(
        LogBuilder builder, SchoolTimes local, Dictionary<(int Student, int Year), byte> grades, Rows rows)
    {
        byte Grade(long id, int day) => grades.GetValueOrDefault((ActivityId.Student(id), Year(day)), byte.MaxValue);
        builder.Sessions.AddRange(rows.Sessions.Select(row => new LogSession(
            row.Id, ActivityId.Student(row.Id), row.Classroom, row.Place == Place.Home, Grade(row.Id, row.Day),
            local.Of(row.Id, row.StartedAt), local.Of(row.Id, row.EndedAt), row.Attempts)));
        builder.Attendance.AddRange(rows.Attendance.Select(row => new LogAttendance(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id, row.Day), row.Status)));
        var fits = rows.Explorations.ToDictionary(row => row.Journey, row => row.InterestBefore / 1000.0);
        builder.Careers.AddRange(rows.Journeys.Select(row => new LogCareer(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id, row.Day), row.Career, row.ListPosition,
            fits.TryGetValue(row.Id, out var fit) ? fit : null)));
        // A test that was repeated counts as it came out the last time.
        builder.Benchmarks.AddRange(rows.Assessments.Where(row => row.Kind == AssessmentKind.Benchmark)
            .GroupBy(row => (ActivityId.Student(row.Id), row.Subject, row.Window, Year(row.Day))).Select(own => own.MaxBy(row => row.Id))
            .Select(row => new LogBenchmark(
                ActivityId.Student(row.Id), row.Day, Grade(row.Id, row.Day), row.Subject, row.Window, row.Classroom,
                row.Score / 10.0, row.StandardError / 10.0)));
        builder.Care.AddRange(rows.Interventions.Select(row => new LogCare(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id, row.Day), ByTeacher: true)));
        builder.Care.AddRange(rows.GuardianVisits.Where(row => row.Kind == GuardianVisitKind.Portal).Select(row => new LogCare(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id, row.Day), ByTeacher: false)));
    }

    /// <summary>A student's grade in a school year: that of most of the skills worked on.</summary>
    private static Dictionary<(int Student, int Year), byte> Grades(Dictionary<int, SkillNode> skills, Rows rows) => rows.Attempts
        .GroupBy(row => (ActivityId.Student(row.Id), Year(row.Day)))
        .ToDictionary(own => own.Key, own => own.CountBy(row => skills[row.Skill].Grade.Ordinal)
            .OrderByDescending(grade => grade.Value).ThenBy(grade => grade.Key).First().Key);

    /// <summary>Number of the school year, from August to July, that a day belongs to.</summary>
    private static int Year(int day) => (int)((day - DaysToAugust) / DaysPerYear);
}

/// <summary>Local civil time where a student goes to school.</summary>
internal sealed class SchoolTimes
{
    private readonly LocalTimes first;
    private readonly Dictionary<int, LocalTimes> others = [];

    public SchoolTimes(WorldSpec spec, Rows rows)
    {
        first = new LocalTimes(spec.Zone);
        if (spec.FurtherZones.IsEmpty)
        {
            return;
        }
        var (people, calendar) = (new PeopleBuilder(spec), new SchoolCalendar(spec));
        var zones = spec.FurtherZones.ToDictionary(zone => zone, zone => new LocalTimes(zone));
        foreach (var year in rows.Attendance.Select(row => calendar.YearOf(row.Day)).Distinct().Order())
        {
            var roster = people.Build(year);
            foreach (var student in roster.Students.Select(student => student.Id))
            {
                others[student] = zones.GetValueOrDefault(roster.Schools[roster.SchoolOf(student)].Zone, first);
            }
        }
    }

    /// <param name="id">Of the student's activity.</param>
    public long Of(long id, long instantMs) => others.GetValueOrDefault(ActivityId.Student(id), first).Of(instantMs);
}

/// <summary>Local civil time of instants in one zone; a zone's offset is looked up once for each of its intervals.</summary>
internal sealed class LocalTimes(string zone)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
    private long from = 1;
    private long to;
    private long offset;

    /// <param name="instantMs">Milliseconds since 1970-01-01 UTC.</param>
    public long Of(long instantMs)
    {
        if (instantMs < from || instantMs >= to)
        {
            var interval = zone.GetZoneInterval(Instant.FromUnixTimeMilliseconds(instantMs));
            from = interval.HasStart ? interval.Start.ToUnixTimeMilliseconds() : long.MinValue;
            to = interval.HasEnd ? interval.End.ToUnixTimeMilliseconds() : long.MaxValue;
            offset = interval.WallOffset.Milliseconds;
        }
        return instantMs + offset;
    }
}
