using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>Turns one student's activities of one day into rows and canonical bytes.</summary>
/// <param name="dawnMs">The day's dawn in milliseconds since 1970-01-01 UTC.</param>
/// <param name="classrooms">The student's classroom of each subject.</param>
/// <param name="canonical">Where the canonical bytes go; nowhere when only rows are wanted.</param>
public sealed class DayWriter(
    int student, int day, long dawnMs, int[] classrooms, Release release, CanonicalDay? canonical)
{
    /// <summary>Adds the row that an activity completes; activities that only begin something have none.</summary>
    public void Write(in Activity activity, Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        switch (activity.Kind)
        {
            case ActivityKind.AttendanceTaken:
                var attendance = Attendance(activity);
                rows.Attendance.Add(attendance);
                canonical?.Add(attendance);
                break;
            case ActivityKind.Attempted:
                var attempt = Attempt(activity);
                rows.Attempts.Add(attempt);
                canonical?.Add(attempt);
                break;
            case ActivityKind.VisitEnded:
                var visit = Visit(activity);
                rows.Visits.Add(visit);
                canonical?.Add(visit);
                break;
            case ActivityKind.SessionEnded:
                var session = Session(activity);
                rows.Sessions.Add(session);
                canonical?.Add(session);
                break;
            case ActivityKind.CareerExplored:
                var exploration = Exploration(activity);
                rows.Explorations.Add(exploration);
                canonical?.Add(exploration);
                break;
            case ActivityKind.JourneyEnded:
                var journey = Journey(activity);
                rows.Journeys.Add(journey);
                canonical?.Add(journey);
                break;
            case ActivityKind.AssessmentTaken:
                var assessment = Assessment(activity);
                rows.Assessments.Add(assessment);
                canonical?.Add(assessment);
                break;
            case ActivityKind.InterventionBegan:
                var intervention = Intervention(activity);
                rows.Interventions.Add(intervention);
                canonical?.Add(intervention);
                break;
            case ActivityKind.InterventionEnded:
                var outcome = Outcome(activity);
                rows.InterventionOutcomes.Add(outcome);
                canonical?.Add(outcome);
                break;
            case ActivityKind.GuardianVisited:
                var look = GuardianVisit(activity);
                rows.GuardianVisits.Add(look);
                canonical?.Add(look);
                break;
            case ActivityKind.MessageSent:
                var message = Message(activity);
                rows.Messages.Add(message);
                canonical?.Add(message);
                break;
            case ActivityKind.MessageReceived:
                var receipt = Receipt(activity);
                rows.Receipts.Add(receipt);
                canonical?.Add(receipt);
                break;
            case ActivityKind.ConferenceEnded:
                var conference = Conference(activity);
                rows.Conferences.Add(conference);
                canonical?.Add(conference);
                break;
            case ActivityKind.ReportCardPosted:
                var card = ReportCard(activity);
                rows.ReportCards.Add(card);
                canonical?.Add(card);
                break;
            case ActivityKind.BehaviourReferred:
                var referral = Referral(activity);
                rows.Referrals.Add(referral);
                canonical?.Add(referral);
                break;
            case ActivityKind.AwardGiven:
                var award = Award(activity);
                rows.Awards.Add(award);
                canonical?.Add(award);
                break;
            default:
                break;
        }
    }

    private AttendanceRow Attendance(in Activity a) =>
        new(Id(a.Sequence), day, a.Attendance.Status, a.Attendance.Reason, dawnMs + a.At);

    private AttemptRow Attempt(in Activity a)
    {
        var p = a.Attempt;
        var subject = release.Syllabus.Skills[p.Skill].Subject;
        return new AttemptRow(
            Id(a.Sequence), day, Id(p.Session), Id(p.Visit), classrooms[(int)subject],
            release.Questions[p.Item].Number, release.Skills[p.Skill].Number, (short)Math.Min((int)p.Opportunity, short.MaxValue),
            dawnMs + a.At, p.ResponseMs, p.Response, p.Hints, p.Flags, (short)p.Mastery);
    }

    private VisitRow Visit(in Activity a)
    {
        var p = a.VisitEnd;
        return new VisitRow(
            Id(p.Visit), a.Sequence, day, Id(p.Journey), classrooms[(int)p.Subject], p.Container, p.Subject,
            release.Skills[p.Skill].Number, release.Items[p.Material].Number, p.Fit,
            dawnMs + p.StartedAt, dawnMs + a.At, p.Completed, (short)p.Attempts, (short)p.Correct, Scenario(p.Scenario), p.Format);
    }

    private SessionRow Session(in Activity a)
    {
        var p = a.SessionEnd;
        return new SessionRow(
            Id(p.Session), a.Sequence, day, p.Classroom, p.Place, p.Device,
            dawnMs + p.StartedAt, dawnMs + a.At, (short)p.Attempts, (short)p.Correct);
    }

    private ExplorationRow Exploration(in Activity a)
    {
        var p = a.Exploration;
        var item = p.Material < 0 ? -1 : release.Items[p.Material].Number;
        return new ExplorationRow(
            Id(a.Sequence), day, Id(p.Journey), release.Careers[p.Career].Number, item,
            p.Minutes, p.InterestBefore, p.InterestAfter, dawnMs + a.At, Scenario(p.Scenario));
    }

    private JourneyRow Journey(in Activity a)
    {
        var p = a.JourneyEnd;
        return new JourneyRow(
            Id(p.Journey), a.Sequence, day, release.Careers[p.Career].Number, p.ListPosition, p.Companion,
            dawnMs + p.StartedAt, dawnMs + a.At, p.Completed);
    }

    private AssessmentRow Assessment(in Activity a)
    {
        var p = a.Assessment;
        return new AssessmentRow(
            Id(a.Sequence), day, p.Kind, p.Subject, p.Window, classrooms[(int)p.Subject],
            p.Skill < 0 ? -1 : release.Skills[p.Skill].Number, p.RetakeOf == 0 ? -1 : Id(p.RetakeOf),
            dawnMs + p.StartedAt, dawnMs + a.At, p.Items, p.Correct, p.Score, p.StandardError);
    }

    private InterventionRow Intervention(in Activity a)
    {
        var p = a.InterventionBegin;
        return new InterventionRow(
            Id(a.Sequence), day, p.Classroom, p.Number, p.Kind, p.Trigger, p.Skill < 0 ? -1 : release.Skills[p.Skill].Number,
            p.DueDay, p.Minutes, p.Mastery, dawnMs + a.At);
    }

    private InterventionOutcomeRow Outcome(in Activity a)
    {
        var p = a.InterventionEnd;
        return new InterventionOutcomeRow(
            Id(a.Sequence), day, Id(p.Intervention), p.Outcome, p.Lessons, p.Mastery, dawnMs + a.At);
    }

    private GuardianVisitRow GuardianVisit(in Activity a) => new(
        Id(a.Sequence), day, Guardian.IdOf(student, a.GuardianVisit.Guardian), a.GuardianVisit.Kind, a.GuardianVisit.Seconds,
        dawnMs + a.At);

    private MessageRow Message(in Activity a)
    {
        var p = a.Message;
        return new MessageRow(
            Id(a.Sequence), day, Guardian.IdOf(student, p.Guardian), p.Kind, p.Channel,
            p.Intervention == 0 ? -1 : Id(p.Intervention), p.Classroom, p.Absences, p.Delivered, dawnMs + a.At);
    }

    private ReceiptRow Receipt(in Activity a) => new(
        Id(a.Sequence), day, Id(a.Receipt.Message), Guardian.IdOf(student, a.Receipt.Guardian), a.Receipt.Kind, dawnMs + a.At);

    private ConferenceRow Conference(in Activity a)
    {
        var p = a.Conference;
        return new ConferenceRow(
            Id(a.Sequence), day, Guardian.IdOf(student, p.Guardian), classrooms[(int)p.Subject], p.Window, p.Held,
            dawnMs + p.StartedAt, dawnMs + a.At);
    }

    private ReportCardRow ReportCard(in Activity a)
    {
        var p = a.ReportCard;
        return new ReportCardRow(
            Id(a.Sequence), day, p.FromDay, classrooms[(int)p.Subject], p.Subject, p.Term, p.Attempts, p.Correct, (short)p.Checks,
            p.ChecksScore, p.Benchmark, p.Norm, p.Grade, dawnMs + a.At);
    }

    private ReferralRow Referral(in Activity a) => new(
        Id(a.Sequence), day, classrooms[(int)a.Referral.Subject], a.Referral.Kind, a.Referral.Action, dawnMs + a.At);

    private AwardRow Award(in Activity a)
    {
        var p = a.Award;
        return new AwardRow(
            Id(a.Sequence), day, p.Kind, p.Subject, p.FromDay == 0 ? -1 : p.FromDay, p.Value,
            p.Evidence == 0 ? -1 : Id(p.Evidence), dawnMs + a.At);
    }

    private int Scenario(short ordinal) => ordinal < 0 ? -1 : release.Scenarios[ordinal].Number;

    private long Id(int sequence) => ActivityId.Of(student, sequence);
}
