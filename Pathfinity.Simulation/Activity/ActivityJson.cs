using System.Buffers;
using System.Text;
using System.Text.Json;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>An activity as one line of JSON, for streams; numbers are those of the catalogue.</summary>
public static class ActivityJson
{
    /// <summary>The line, without its end.</summary>
    public static string Line(string world, LiveActivity live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("world", world);
            json.WriteNumber("id", ActivityId.Of(live.Student, live.Activity.Sequence));
            json.WriteNumber("school_id", live.School);
            json.WriteNumber("student_id", live.Student);
            json.WriteString("at", live.At.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss.fff'Z'", null));
            Write(json, live);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live)
    {
        var activity = live.Activity;
        switch (activity.Kind)
        {
            case ActivityKind.AttendanceTaken:
                json.WriteString("kind", "attendance_taken");
                json.WriteString("status", Word(activity.Attendance.Status));
                break;
            case ActivityKind.JourneyStarted:
                json.WriteString("kind", "journey_started");
                json.WriteNumber("career", live.Release.Careers[activity.JourneyStart.Career].Number);
                json.WriteString("companion", Word(activity.JourneyStart.Companion));
                break;
            case ActivityKind.SessionStarted:
                json.WriteString("kind", "session_started");
                json.WriteString("place", Word(activity.SessionStart.Place));
                json.WriteString("device", Word(activity.SessionStart.Device));
                Classroom(json, activity.SessionStart.Classroom);
                break;
            case ActivityKind.VisitStarted:
                Write(json, live, activity.VisitStart);
                break;
            case ActivityKind.Attempted:
                Write(json, live, activity.Attempt);
                break;
            case ActivityKind.VisitEnded:
                json.WriteString("kind", "visit_ended");
                Reference(json, live, "visit_id", activity.VisitEnd.Visit);
                json.WriteBoolean("completed", activity.VisitEnd.Completed);
                Score(json, activity.VisitEnd.Attempts, activity.VisitEnd.Correct);
                break;
            case ActivityKind.SessionEnded:
                json.WriteString("kind", "session_ended");
                Reference(json, live, "session_id", activity.SessionEnd.Session);
                Classroom(json, activity.SessionEnd.Classroom);
                Score(json, activity.SessionEnd.Attempts, activity.SessionEnd.Correct);
                break;
            case ActivityKind.CareerExplored:
                json.WriteString("kind", "career_explored");
                json.WriteNumber("career", live.Release.Careers[activity.Exploration.Career].Number);
                json.WriteNumber("minutes", activity.Exploration.Minutes);
                break;
            case ActivityKind.JourneyEnded:
                json.WriteString("kind", "journey_ended");
                Reference(json, live, "journey_id", activity.JourneyEnd.Journey);
                json.WriteBoolean("completed", activity.JourneyEnd.Completed);
                break;
            case ActivityKind.AssessmentTaken:
                Write(json, live, activity.Assessment);
                break;
            case ActivityKind.InterventionBegan:
                Write(json, live, activity.InterventionBegin);
                break;
            case ActivityKind.InterventionEnded:
                Write(json, live, activity.InterventionEnd);
                break;
            case ActivityKind.GuardianVisited:
                json.WriteString("kind", "guardian_visited");
                json.WriteString("visit", Word(activity.GuardianVisit.Kind));
                GuardianOf(json, live, activity.GuardianVisit.Guardian);
                json.WriteNumber("seconds", activity.GuardianVisit.Seconds);
                break;
            case ActivityKind.MessageSent:
                Write(json, live, activity.Message);
                break;
            case ActivityKind.MessageReceived:
                json.WriteString("kind", activity.Receipt.Kind == ReceiptKind.Read ? "message_read" : "message_answered");
                Reference(json, live, "message", activity.Receipt.Message);
                GuardianOf(json, live, activity.Receipt.Guardian);
                break;
            case ActivityKind.ConferenceEnded:
                json.WriteString("kind", "conference_ended");
                GuardianOf(json, live, activity.Conference.Guardian);
                json.WriteBoolean("held", activity.Conference.Held);
                break;
            case ActivityKind.ReportCardPosted:
                json.WriteString("kind", "report_card_posted");
                json.WriteString("subject", activity.ReportCard.Subject.Key());
                json.WriteNumber("term", activity.ReportCard.Term);
                json.WriteNumber("grade", activity.ReportCard.Grade / 10.0);
                break;
            case ActivityKind.BehaviourReferred:
                json.WriteString("kind", "behaviour_referred");
                json.WriteString("referral", Word(activity.Referral.Kind));
                json.WriteString("action", Word(activity.Referral.Action));
                break;
            case ActivityKind.AwardGiven:
                json.WriteString("kind", "award_given");
                json.WriteString("award", Word(activity.Award.Kind));
                json.WriteNumber("value", activity.Award.Value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(live), activity.Kind, "Not a kind of activity.");
        }
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in VisitStarted visit)
    {
        json.WriteString("kind", "visit_started");
        Reference(json, live, "journey_id", visit.Journey);
        Reference(json, live, "session_id", visit.Session);
        json.WriteString("container", visit.Container.Key());
        json.WriteString("subject", visit.Subject.Key());
        json.WriteNumber("skill", live.Release.Skills[visit.Skill].Number);
        json.WriteNumber("item", live.Release.Items[visit.Material].Number);
        json.WriteString("format", Word(visit.Format));
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in Attempted attempt)
    {
        json.WriteString("kind", "attempted");
        Reference(json, live, "session_id", attempt.Session);
        Reference(json, live, "visit_id", attempt.Visit);
        json.WriteNumber("question", live.Release.Questions[attempt.Item].Number);
        json.WriteNumber("skill", live.Release.Skills[attempt.Skill].Number);
        json.WriteNumber("opportunity", attempt.Opportunity);
        json.WriteBoolean("correct", attempt.Correct);
        json.WriteNumber("response", attempt.Response);
        json.WriteNumber("response_ms", attempt.ResponseMs);
        json.WriteNumber("hints", attempt.Hints);
        json.WriteNumber("mastery", attempt.Mastery);
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in InterventionBegan intervention)
    {
        json.WriteString("kind", "intervention_began");
        json.WriteString("intervention", Word(intervention.Kind));
        json.WriteString("trigger", Word(intervention.Trigger));
        json.WriteNumber("classroom", intervention.Classroom);
        json.WriteNumber("number", intervention.Number);
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in InterventionEnded intervention)
    {
        json.WriteString("kind", "intervention_ended");
        Reference(json, live, "intervention", intervention.Intervention);
        json.WriteString("outcome", Word(intervention.Outcome));
        json.WriteNumber("lessons", intervention.Lessons);
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in MessageSent message)
    {
        json.WriteString("kind", "message_sent");
        json.WriteString("message", message.Kind == MessageKind.Teacher ? "teacher" : "attendance_letter");
        json.WriteString("channel", Word(message.Channel));
        GuardianOf(json, live, message.Guardian);
        json.WriteBoolean("delivered", message.Delivered);
        Classroom(json, message.Classroom);
        if (message.Intervention != 0)
        {
            Reference(json, live, "intervention", message.Intervention);
        }
    }

    private static void Write(Utf8JsonWriter json, LiveActivity live, in AssessmentTaken test)
    {
        json.WriteString("kind", "assessment_taken");
        json.WriteString("assessment", Word(test.Kind));
        json.WriteString("subject", test.Subject.Key());
        json.WriteNumber("items", test.Items);
        json.WriteNumber("correct", test.Correct);
        json.WriteNumber("score", test.Score / 10.0);
        if (test.RetakeOf != 0)
        {
            Reference(json, live, "retake_of", test.RetakeOf);
        }
    }

    private static void Reference(Utf8JsonWriter json, LiveActivity live, string name, int sequence) =>
        json.WriteNumber(name, ActivityId.Of(live.Student, sequence));

    private static void GuardianOf(Utf8JsonWriter json, LiveActivity live, int place) =>
        json.WriteNumber("guardian", Guardian.IdOf(live.Student, place));

    private static void Classroom(Utf8JsonWriter json, int classroom)
    {
        if (classroom >= 0)
        {
            json.WriteNumber("classroom_id", classroom);
        }
    }

    private static void Score(Utf8JsonWriter json, int attempts, int correct)
    {
        json.WriteNumber("attempts", attempts);
        json.WriteNumber("correct", correct);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
