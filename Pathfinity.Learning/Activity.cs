using System.Runtime.InteropServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>What kind of thing happened.</summary>
public enum ActivityKind : byte
{
    AttendanceTaken,
    JourneyStarted,
    SessionStarted,
    VisitStarted,
    Attempted,
    VisitEnded,
    SessionEnded,
    CareerExplored,
    JourneyEnded,
    AssessmentTaken,
    InterventionBegan,
    InterventionEnded,
    GuardianVisited,
    MessageSent,
    MessageReceived,
    ConferenceEnded,
    ReportCardPosted,
    BehaviourReferred,
    AwardGiven,
}

public enum AttendanceStatus : byte
{
    Present,
    Absent,
    Tardy,
}

public enum AbsenceReason : byte
{
    None,
    Illness,
    Family,
    Transport,
    Unexcused,
}

public enum Place : byte
{
    School,
    Home,
}

public enum Device : byte
{
    Tablet,
    Chromebook,
    Laptop,
    Phone,
}

public enum Companion : byte
{
    Finn,
    Sage,
    Spark,
    Harmony,
}

/// <summary>Why a content item was chosen for the career of the day.</summary>
public enum CareerFit : byte
{
    Context,
    Cluster,
    Generic,
}

/// <summary>How a student takes in what a visit has to tell, which is the same in both and takes as long.</summary>
public enum Format : byte
{
    Read,
    Narrated,
}

/// <summary>
/// One thing that a student did. Identifiers are sequence numbers of the same student: that of the activity which
/// began the journey, session or visit. Times are milliseconds from dawn (04:00 in the school's zone).
/// </summary>
/// <remarks>A tagged union: <see cref="Kind"/> tells which one of the payloads holds.</remarks>
[StructLayout(LayoutKind.Explicit, Size = 40)]
public readonly record struct Activity
{
    [FieldOffset(0)] public readonly int At;
    [FieldOffset(4)] public readonly int Sequence;
    [FieldOffset(8)] public readonly ActivityKind Kind;
    [FieldOffset(12)] public readonly AttendanceTaken Attendance;
    [FieldOffset(12)] public readonly JourneyStarted JourneyStart;
    [FieldOffset(12)] public readonly SessionStarted SessionStart;
    [FieldOffset(12)] public readonly VisitStarted VisitStart;
    [FieldOffset(12)] public readonly Attempted Attempt;
    [FieldOffset(12)] public readonly VisitEnded VisitEnd;
    [FieldOffset(12)] public readonly SessionEnded SessionEnd;
    [FieldOffset(12)] public readonly CareerExplored Exploration;
    [FieldOffset(12)] public readonly JourneyEnded JourneyEnd;
    [FieldOffset(12)] public readonly AssessmentTaken Assessment;
    [FieldOffset(12)] public readonly InterventionBegan InterventionBegin;
    [FieldOffset(12)] public readonly InterventionEnded InterventionEnd;
    [FieldOffset(12)] public readonly GuardianVisited GuardianVisit;
    [FieldOffset(12)] public readonly MessageSent Message;
    [FieldOffset(12)] public readonly MessageReceived Receipt;
    [FieldOffset(12)] public readonly ConferenceEnded Conference;
    [FieldOffset(12)] public readonly ReportCardPosted ReportCard;
    [FieldOffset(12)] public readonly BehaviourReferred Referral;
    [FieldOffset(12)] public readonly AwardGiven Award;

    public Activity(int at, int sequence, in AttendanceTaken payload)
        : this(at, sequence, ActivityKind.AttendanceTaken) => Attendance = payload;

    public Activity(int at, int sequence, in JourneyStarted payload)
        : this(at, sequence, ActivityKind.JourneyStarted) => JourneyStart = payload;

    public Activity(int at, int sequence, in SessionStarted payload)
        : this(at, sequence, ActivityKind.SessionStarted) => SessionStart = payload;

    public Activity(int at, int sequence, in VisitStarted payload)
        : this(at, sequence, ActivityKind.VisitStarted) => VisitStart = payload;

    public Activity(int at, int sequence, in Attempted payload)
        : this(at, sequence, ActivityKind.Attempted) => Attempt = payload;

    public Activity(int at, int sequence, in VisitEnded payload)
        : this(at, sequence, ActivityKind.VisitEnded) => VisitEnd = payload;

    public Activity(int at, int sequence, in SessionEnded payload)
        : this(at, sequence, ActivityKind.SessionEnded) => SessionEnd = payload;

    public Activity(int at, int sequence, in CareerExplored payload)
        : this(at, sequence, ActivityKind.CareerExplored) => Exploration = payload;

    public Activity(int at, int sequence, in JourneyEnded payload)
        : this(at, sequence, ActivityKind.JourneyEnded) => JourneyEnd = payload;

    public Activity(int at, int sequence, in AssessmentTaken payload)
        : this(at, sequence, ActivityKind.AssessmentTaken) => Assessment = payload;

    public Activity(int at, int sequence, in InterventionBegan payload)
        : this(at, sequence, ActivityKind.InterventionBegan) => InterventionBegin = payload;

    public Activity(int at, int sequence, in InterventionEnded payload)
        : this(at, sequence, ActivityKind.InterventionEnded) => InterventionEnd = payload;

    public Activity(int at, int sequence, in GuardianVisited payload)
        : this(at, sequence, ActivityKind.GuardianVisited) => GuardianVisit = payload;

    public Activity(int at, int sequence, in MessageSent payload)
        : this(at, sequence, ActivityKind.MessageSent) => Message = payload;

    public Activity(int at, int sequence, in MessageReceived payload)
        : this(at, sequence, ActivityKind.MessageReceived) => Receipt = payload;

    public Activity(int at, int sequence, in ConferenceEnded payload)
        : this(at, sequence, ActivityKind.ConferenceEnded) => Conference = payload;

    public Activity(int at, int sequence, in ReportCardPosted payload)
        : this(at, sequence, ActivityKind.ReportCardPosted) => ReportCard = payload;

    public Activity(int at, int sequence, in BehaviourReferred payload)
        : this(at, sequence, ActivityKind.BehaviourReferred) => Referral = payload;

    public Activity(int at, int sequence, in AwardGiven payload)
        : this(at, sequence, ActivityKind.AwardGiven) => Award = payload;

    /// <summary>The payload that holds, boxed: for comparing and showing.</summary>
    public object Payload => Kind switch
    {
        ActivityKind.AttendanceTaken => Attendance,
        ActivityKind.JourneyStarted => JourneyStart,
        ActivityKind.SessionStarted => SessionStart,
        ActivityKind.VisitStarted => VisitStart,
        ActivityKind.Attempted => Attempt,
        ActivityKind.VisitEnded => VisitEnd,
        ActivityKind.SessionEnded => SessionEnd,
        ActivityKind.CareerExplored => Exploration,
        ActivityKind.JourneyEnded => JourneyEnd,
        ActivityKind.AssessmentTaken => Assessment,
        ActivityKind.InterventionBegan => InterventionBegin,
        ActivityKind.InterventionEnded => InterventionEnd,
        ActivityKind.GuardianVisited => GuardianVisit,
        ActivityKind.MessageSent => Message,
        ActivityKind.MessageReceived => Receipt,
        ActivityKind.ConferenceEnded => Conference,
        ActivityKind.ReportCardPosted => ReportCard,
        ActivityKind.BehaviourReferred => Referral,
        ActivityKind.AwardGiven => Award,
        _ => throw new InvalidOperationException($"There is no activity of kind {Kind}."),
    };

    /// <summary>By the payload that holds: what the others read in its bytes and between its fields is left to chance.</summary>
    public bool Equals(Activity other) =>
        At == other.At && Sequence == other.Sequence && Kind == other.Kind && Payload.Equals(other.Payload);

    public override int GetHashCode() => At ^ (Sequence << 8) ^ (int)Kind;

    public override string ToString() => $"{Sequence} at {At}: {Payload}";

    private Activity(int at, int sequence, ActivityKind kind)
    {
        At = at;
        Sequence = sequence;
        Kind = kind;
    }
}

public readonly record struct AttendanceTaken(AttendanceStatus Status, AbsenceReason Reason);

/// <param name="Career">Ordinal of the career of the day.</param>
/// <param name="ListPosition">Where it stood in the list shown: 0 to 2 recommended, above that browsed.</param>
/// <param name="Companion">Companion of the day.</param>
public readonly record struct JourneyStarted(short Career, byte ListPosition, Companion Companion);

/// <param name="Classroom">Ordinal of the classroom; -1 at home.</param>
public readonly record struct SessionStarted(int Classroom, Place Place, Device Device);

/// <param name="Material">Ordinal of the content item.</param>
/// <param name="Scenario">Ordinal of the scenario by which the work is told as the career's; -1 for none.</param>
public readonly record struct VisitStarted(
    int Journey, int Session, int Material, ushort Skill, short Scenario, Container Container, Subject Subject,
    CareerFit Fit, Format Format);

/// <param name="Item">Ordinal of the question in the release.</param>
/// <param name="ResponseMs">From showing the question to the answer.</param>
/// <param name="Opportunity">How many times the student has now met the skill, from 1.</param>
/// <param name="Mastery">Estimate after the attempt, in permille.</param>
/// <param name="Response">0 the right response; 1, 2, ... the question's wrong responses; 255 another.</param>
/// <param name="Flags">What else is true of the attempt.</param>
public readonly record struct Attempted(
    int Session, int Visit, int Item, int ResponseMs, ushort Skill, ushort Opportunity, ushort Mastery,
    byte Response, byte Hints, AttemptFlags Flags)
{
    public bool Correct => (Flags & AttemptFlags.Correct) != 0;
}

[Flags]
public enum AttemptFlags : byte
{
    None = 0,
    Correct = 1,
    Assessment = 2,

    /// <summary>With this attempt the skill became mastered.</summary>
    Mastered = 4,

    /// <summary>With this attempt the student has three right in a row.</summary>
    ThreeInARow = 8,
}

/// <param name="StartedAt">Milliseconds from dawn.</param>
/// <param name="Scenario">As when it began.</param>
public readonly record struct VisitEnded(
    int Journey, int Visit, int StartedAt, int Material, ushort Skill, short Scenario, ushort Attempts, ushort Correct,
    Container Container, Subject Subject, CareerFit Fit, Format Format, bool Completed);

/// <param name="StartedAt">Milliseconds from dawn.</param>
public readonly record struct SessionEnded(
    int Session, int StartedAt, int Classroom, ushort Attempts, ushort Correct, Place Place, Device Device);

/// <param name="InterestBefore">How well the career fitted the student's interests, in permille.</param>
/// <param name="Scenario">Ordinal of the last scenario that told of it; -1 for none.</param>
public readonly record struct CareerExplored(
    int Journey, int Material, short Career, short Scenario, short Minutes, short InterestBefore, short InterestAfter);

/// <param name="StartedAt">Milliseconds from dawn.</param>
public readonly record struct JourneyEnded(
    int Journey, int StartedAt, short Career, byte ListPosition, Companion Companion, bool Completed);

/// <summary>What a test is for.</summary>
public enum AssessmentKind : byte
{
    /// <summary>At the start: what of the grade is known already.</summary>
    Diagnostic,

    /// <summary>Some skills of the pathway, after they were learned.</summary>
    UnitCheck,

    /// <summary>Three times a year, on a scale that spans all grades.</summary>
    Benchmark,
}

/// <param name="StartedAt">Milliseconds from dawn.</param>
/// <param name="Skill">Ordinal of the first skill checked; -1 for a test of the whole grade.</param>
/// <param name="RetakeOf">Sequence number of the test that this one repeats; 0 for none.</param>
/// <param name="Score">In tenths: of points of the scale for a benchmark, else of percent right.</param>
/// <param name="StandardError">Of the score, in tenths.</param>
/// <param name="Window">1 autumn, 2 winter, 3 spring for a benchmark; the unit, from 1, for a check; 0 else.</param>
public readonly record struct AssessmentTaken(
    int StartedAt, int Skill, int RetakeOf, short Score, short StandardError, AssessmentKind Kind, Subject Subject,
    byte Window, byte Items, byte Correct);

/// <param name="Classroom">Whose evening decided it.</param>
/// <param name="Number">Running number of the directive within the classroom.</param>
/// <param name="DueDay">The last day on which it may be done, as days since 1970-01-01.</param>
/// <param name="Skill">Ordinal of the skill it is about; -1 for none.</param>
/// <param name="Minutes">Time of the teacher that it takes in all.</param>
/// <param name="Mastery">Estimate of the skill when it begins, in permille; 0 without a skill.</param>
public readonly record struct InterventionBegan(
    int Classroom, int Number, int DueDay, int Skill, short Minutes, short Mastery, DirectiveKind Kind,
    DirectiveTrigger Trigger);

/// <param name="Intervention">Sequence number of the activity that began it.</param>
/// <param name="Mastery">Estimate of the skill when it ends, in permille; 0 without a skill.</param>
/// <param name="Lessons">Lessons that were held.</param>
public readonly record struct InterventionEnded(
    int Intervention, short Mastery, byte Lessons, InterventionOutcome Outcome);
