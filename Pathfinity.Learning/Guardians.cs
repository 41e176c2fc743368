using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>When a guardian's work leaves time.</summary>
public enum WorkingHours : byte
{
    Day,
    Shifts,
    Irregular,

    /// <summary>No paid work, or work at home.</summary>
    Home,
}

/// <summary>How a guardian's home is connected.</summary>
public enum HomeAccess : byte
{
    Broadband,
    Phone,
    None,
}

/// <summary>The way by which a school writes to a guardian.</summary>
public enum Channel : byte
{
    Email,
    Text,
    App,
    Mail,
}

/// <summary>
/// How somebody looks after a child's school life: drawn from the child's die, so it costs no storage. Circumstance is
/// hours and access; what an office knows of the child is no input. Shares are docs/teaching.md's.
/// </summary>
/// <param name="Portal">Visits to the portal a day, at the year's start; 0 for those who never do.</param>
/// <param name="Digest">Probability of opening a week's digest, at the year's start.</param>
/// <param name="Reads">Probability of reading a message that came.</param>
/// <param name="Answers">Probability of answering one that was read.</param>
/// <param name="Attends">Probability of coming to a conference of a child in elementary school.</param>
public readonly record struct GuardianHabits(
    WorkingHours Hours, HomeAccess Access, Channel Channel, double Portal, double Digest, double Reads, double Answers,
    double Attends)
{
    private const double PortalShare = 0.52;
    private const double PortalVisitsADay = 0.085;
    private const double PortalDeviation = 0.85;
    private const double ShareOfSecond = 0.55;

    private static ReadOnlySpan<double> HoursShares => [0.55, 0.20, 0.13, 0.12];
    private static ReadOnlySpan<double> AccessShares => [0.80, 0.15, 0.05];

    // Relative to somebody who works by day and has broadband.
    private static ReadOnlySpan<double> ReachOfHours => [1, 0.78, 0.64, 1.12];
    private static ReadOnlySpan<double> ReachOfAccess => [1, 0.72, 0.10];

    /// <param name="guardian">The guardian's die.</param>
    /// <param name="place">0 for who is written to first.</param>
    public static GuardianHabits Draw(Dice guardian, int place)
    {
        var hours = guardian.Fork(1).Weighted(HoursShares);
        var access = guardian.Fork(2).Weighted(AccessShares);
        var free = ReachOfHours[hours];
        var reach = free * ReachOfAccess[access] * (place == 0 ? 1 : ShareOfSecond);
        var channel = (HomeAccess)access == HomeAccess.None
            ? guardian.Fork(3).Weighted([0, 0.65, 0, 0.35])
            : guardian.Fork(3).Weighted([0.30, 0.44, 0.24, 0.02]);
        var visits = guardian.Fork(4).Chance(PortalShare * Math.Min(1, 1.15 * reach));
        return new GuardianHabits(
            (WorkingHours)hours, (HomeAccess)access, (Channel)channel,
            visits ? PortalVisitsADay * reach * guardian.Fork(5).LogNormal(0, PortalDeviation) : 0,
            Math.Min(0.95, guardian.Fork(6).Beta(1.3, 1.9) * reach),
            Math.Min(0.97, guardian.Fork(7).Beta(7, 2) * (0.5 + (0.5 * free))),
            guardian.Fork(8).Beta(1.5, 4.5) * free,
            Math.Min(0.97, guardian.Fork(9).Beta(6, 1.6) * free));
    }
}

/// <summary>What brought a guardian to look.</summary>
public enum GuardianVisitKind : byte
{
    Portal,

    /// <summary>The weekly digest, opened.</summary>
    Digest,
}

/// <summary>Why a guardian was written to.</summary>
public enum MessageKind : byte
{
    /// <summary>A teacher's, by an intervention.</summary>
    Teacher,

    /// <summary>The school's letter on absences.</summary>
    AttendanceLetter,
}

/// <summary>What came back for a message.</summary>
public enum ReceiptKind : byte
{
    Read,
    Answered,
}
