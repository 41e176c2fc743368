using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <param name="Guardian">Which of the child's guardians, from 0.</param>
/// <param name="Seconds">How long it was looked at.</param>
public readonly record struct GuardianVisited(byte Guardian, GuardianVisitKind Kind, short Seconds);

/// <param name="Intervention">Sequence number of the activity that began the intervention; 0 for a letter.</param>
/// <param name="Classroom">Whose teacher wrote; -1 for a letter.</param>
/// <param name="Absences">Absences of the school year that a letter tells of; 0 for others.</param>
/// <param name="Guardian">Which of the child's guardians, from 0.</param>
/// <param name="Delivered">Whether it arrived: some addresses are out of date.</param>
public readonly record struct MessageSent(
    int Intervention, int Classroom, short Absences, byte Guardian, MessageKind Kind, Channel Channel, bool Delivered);

/// <param name="Message">Sequence number of the activity that sent it.</param>
/// <param name="Guardian">Which of the child's guardians, from 0.</param>
public readonly record struct MessageReceived(int Message, byte Guardian, ReceiptKind Kind);

/// <summary>A talk of a teacher and a guardian, or the time that was kept for it.</summary>
/// <param name="StartedAt">Milliseconds from dawn.</param>
/// <param name="Guardian">Which of the child's guardians was asked to come, from 0.</param>
/// <param name="Window">1 autumn, 2 spring.</param>
/// <param name="Held">Whether the guardian came.</param>
/// <param name="Subject">Whose teacher it was.</param>
public readonly record struct ConferenceEnded(int StartedAt, byte Guardian, byte Window, bool Held, Subject Subject);

/// <summary>One subject of a report card.</summary>
/// <param name="FromDay">First day that counts, as days since 1970-01-01.</param>
/// <param name="ChecksScore">Sum of the unit checks' scores, in tenths of percent.</param>
/// <param name="Benchmark">Score of the term's last benchmark, in tenths of points; 0 for none.</param>
/// <param name="Norm">Mean of the grade when it was taken, in tenths; 0 for none.</param>
/// <param name="Grade">In tenths of percent.</param>
/// <param name="Term">1 to 4.</param>
public readonly record struct ReportCardPosted(
    int FromDay, ushort Attempts, ushort Correct, ushort Checks, ushort ChecksScore, short Benchmark, short Norm, short Grade,
    Subject Subject, byte Term);

/// <summary>What a student is referred to the office for.</summary>
public enum ReferralKind : byte
{
    Disruption,
    Defiance,
    Aggression,
    Language,
    Technology,
}

/// <summary>What is done about it.</summary>
public enum ReferralAction : byte
{
    Talk,
    CallHome,
    Detention,
    InSchoolSuspension,
}

/// <param name="Subject">Whose teacher referred the student.</param>
public readonly record struct BehaviourReferred(Subject Subject, ReferralKind Kind, ReferralAction Action);

/// <summary>What an award honours.</summary>
public enum AwardKind : byte
{
    /// <summary>A term on time on every day.</summary>
    Attendance,

    /// <summary>A benchmark well above the last one of the year.</summary>
    Growth,

    /// <summary>Twenty-five careers explored, fifty, ...</summary>
    Explorer,
}

/// <param name="FromDay">First day that counts for attendance; 0 for others.</param>
/// <param name="Evidence">Sequence number of the benchmark that shows growth; 0 for others.</param>
/// <param name="Value">Days on time, tenths of points gained, or explorations.</param>
/// <param name="Subject">Number of the subject in which there was growth; -1 for others.</param>
public readonly record struct AwardGiven(int FromDay, int Evidence, int Value, AwardKind Kind, sbyte Subject);
