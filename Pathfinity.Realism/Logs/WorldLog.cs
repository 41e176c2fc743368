using NodaTime;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Realism;

/// <summary>A world's rows as a log.</summary>
public static class WorldLog
{
    /// <param name="spec">Whose zone tells the time of day.</param>
    /// <param name="releases">Those that the rows name.</param>
    public static Log Of(WorldSpec spec, IEnumerable<Release> releases, Rows rows)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(rows);
        var catalogue = new Dictionary<int, Item>();
        var skills = new Dictionary<int, SkillNode>();
        foreach (var release in releases)
        {
            for (var i = 0; i < release.Questions.Length; i++)
            {
                catalogue[release.Questions[i].Number] = release.Syllabus.Items[i];
            }
            for (var i = 0; i < release.Skills.Length; i++)
            {
                skills[release.Skills[i].Number] = release.Syllabus.Skills[i];
            }
        }
        return Build(new LocalTimes(spec.Zone), catalogue, skills, rows);
    }

    private static Log Build(
        LocalTimes local, Dictionary<int, Item> questions, Dictionary<int, SkillNode> skills, Rows rows)
    {
        var builder = new LogBuilder();
        var grades = new Dictionary<int, byte>();
        var containers = rows.Visits.ToDictionary(visit => visit.Id, visit => visit.Container);
        foreach (var row in rows.Attempts)
        {
            var (item, skill) = (questions[row.Question], skills[row.Skill]);
            grades[ActivityId.Student(row.Id)] = skill.Grade.Ordinal;
            builder.Attempts.Add(new LogAttempt
            {
                Student = ActivityId.Student(row.Id), Skill = row.Skill, Question = row.Question, Session = row.Session,
                Classroom = row.Classroom, Subject = skill.Subject, Grade = skill.Grade.Ordinal, Kind = item.Kind,
                Options = item.Options,
                Visit = row.Visit, Container = containers.TryGetValue(row.Visit, out var container) ? container : null,
                AnsweredAt = local.Of(row.AnsweredAt), ResponseMs = row.ResponseMs,
                Correct = row.Correct, Hints = row.Hints, Response = row.Response,
            });
        }
        byte Grade(long id) => grades.GetValueOrDefault(ActivityId.Student(id), byte.MaxValue);
        builder.Sessions.AddRange(rows.Sessions.Select(row => new LogSession(
            row.Id, ActivityId.Student(row.Id), row.Classroom, row.Place == Place.Home, Grade(row.Id),
            local.Of(row.StartedAt), local.Of(row.EndedAt), row.Attempts)));
        builder.Attendance.AddRange(rows.Attendance.Select(row => new LogAttendance(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id), row.Status)));
        builder.Careers.AddRange(rows.Journeys.Select(row => new LogCareer(
            ActivityId.Student(row.Id), row.Day, Grade(row.Id), row.Career, row.ListPosition)));
        return builder.Build();
    }
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
