using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>
/// A day of a child's guardians: what they look at, what reaches them and what they answer. All of it comes from the
/// child's die of the day and from what the child's mind keeps, so it is the same in any engine.
/// </summary>
internal sealed class Household
{
    private const int MinuteMs = 60_000;
    private const int HourMs = 60 * MinuteMs;
    private const int DayMs = 24 * HourMs;
    private const int WakeMs = 3 * HourMs;
    private const int SleepMs = 19 * HourMs;
    private const int DigestMs = 13 * HourMs;
    private const int LetterMs = 10 * HourMs;
    private const int Sunday = 6;
    private const int LetterEffectDays = 60;
    private const int ReadWithinDays = 14;
    private const double DeclineAWeek = 0.013;
    private const double DeclineMost = 0.45;
    private const double FirstGuardianShare = 0.75;
    private const double LetterReadShare = 0.85;

    private readonly Traits traits;
    private readonly Mind mind;
    private readonly DayBrief brief;
    private readonly Dice dice;
    private readonly double interest;
    private readonly bool isThere;
    private List<Contact>? planned;

    public Household(Traits traits, Mind mind, DayBrief brief, Dice dice, AttendanceStatus? attendance)
    {
        (this.traits, this.mind, this.brief, this.dice) = (traits, mind, brief, dice.Fork(Purpose.Household));
        isThere = brief.Parameters.Guardians > 0 && traits.Guardians.Length > 0;
        interest = 1 - Math.Min(DeclineMost, DeclineAWeek * brief.Place.Week);
        if (attendance == AttendanceStatus.Absent && mind.Contacts.Absences < byte.MaxValue)
        {
            mind.Contacts.Absences++;
        }
        if (isThere)
        {
            PlanReading();
            PlanVisits();
            PlanLetter(attendance);
            PlanConference();
        }
    }

    // Absences of the school year at which the school writes home.
    private static ReadOnlySpan<byte> LetterAt => [4, 8, 12, 18];

    // Coming falls off with the child's grade.
    private static ReadOnlySpan<double> AttendsByBand => [1, 0.97, 0.80, 0.66];

    /// <summary>The next thing that happens up to a moment; none when there is none.</summary>
    /// <param name="floor">What happens now happens no earlier than this.</param>
    public Activity? TryNext(int until, int floor)
    {
        var next = -1;
        for (var i = 0; planned is not null && i < planned.Count; i++)
        {
            next = planned[i].At <= until && (next < 0 || planned[i].At < planned[next].At) ? i : next;
        }
        if (next < 0)
        {
            return null;
        }
        var contact = planned![next];
        planned.RemoveAt(next);
        return Happen(contact, Math.Max(contact.At, floor), mind.NextSequence++);
    }

    /// <summary>A teacher's message, which goes to one of the guardians; none when there is nobody.</summary>
    /// <param name="intervention">Sequence number of the activity that began the intervention.</param>
    public Activity? Write(int at, int intervention, int classroom)
    {
        if (!isThere)
        {
            return null;
        }
        var guardian = dice.Fork(Purpose.Message).Fork(intervention).Chance(FirstGuardianShare)
            ? 0
            : traits.Guardians.Length - 1;
        return Send(at, mind.NextSequence++, new Contact(at, ContactKind.Message, guardian, intervention, classroom));
    }

    private void Plan(int at, ContactKind kind, int guardian, int of = 0, int length = 0) =>
        (planned ??= []).Add(new Contact(at, kind, guardian, of, length));

    private void PlanReading()
    {
        foreach (ref var waiting in mind.Contacts.Waiting)
        {
            if (waiting.Sequence != 0 && waiting.ReadDay <= brief.Day.Number)
            {
                PlanReading(waiting);
                waiting = default;
            }
        }
    }

    private void PlanReading(in WaitingMessage message)
    {
        var at = message.Minute * MinuteMs;
        var letter = message.Kind == MessageKind.AttendanceLetter;
        Plan(at, letter ? ContactKind.LetterRead : ContactKind.MessageRead, message.Guardian, message.Sequence);
        if (message.WillBeAnswered)
        {
            var delay = dice.Fork(Purpose.Answer).Fork(message.Sequence).LogNormal(PortableMath.Log(35), 1);
            Plan(Math.Min(at + (int)(Math.Clamp(delay, 1, 600) * MinuteMs), SleepMs + (4 * HourMs)),
                ContactKind.Answer, message.Guardian, message.Sequence);
        }
    }

    private void PlanVisits()
    {
        for (var guardian = 0; guardian < traits.Guardians.Length; guardian++)
        {
            var habits = traits.Guardians[guardian];
            var die = dice.Fork(Purpose.PortalVisit).Fork(guardian);
            if (die.Chance(Math.Min(0.9, habits.Portal * interest)))
            {
                Plan(FreeMoment(habits.Hours, die.Fork(1)), ContactKind.Portal, guardian, 0, Seconds(die.Fork(2), 95));
            }
            var open = dice.Fork(Purpose.Digest).Fork(guardian);
            if (brief.Day.Weekday == Sunday && brief.Day.Kind != DayKind.Break && open.Chance(habits.Digest * interest))
            {
                Plan(DigestMs + open.Fork(1).Below(6 * HourMs), ContactKind.Digest, guardian, 0, Seconds(open.Fork(2), 40));
            }
        }
    }

    private void PlanLetter(AttendanceStatus? attendance)
    {
        if (attendance == AttendanceStatus.Absent && LetterAt.Contains(mind.Contacts.Absences))
        {
            Plan(LetterMs, ContactKind.Letter, 0);
        }
    }

    // Once in each window, on a day of the child's own; what falls on a day without school is made up for on the next.
    private void PlanConference()
    {
        if (brief.Day.Kind != DayKind.School || Conferences.WindowOf(brief.Place.Week) is not { } window
            || (mind.Contacts.Conferences >> window & 1) != 0)
        {
            return;
        }
        var die = traits.Dice.Fork(Purpose.Conference).Fork(brief.Place.Year).Fork(window);
        if (Conferences.PlaceInWindow(brief.Place.Week, brief.Day) < die.Below(Conferences.Places))
        {
            return;
        }
        mind.Contacts.Conferences |= (byte)(1 << window);
        var length = (12 + die.Fork(1).Below(9)) * MinuteMs;
        Plan(Conferences.FromMs + (die.Fork(2).Below(16) * 15 * MinuteMs) + length, ContactKind.Conference, 0, window, length);
    }

    private Activity Happen(in Contact contact, int at, int sequence)
    {
        switch (contact.Kind)
        {
            case ContactKind.Portal or ContactKind.Digest:
                var kind = contact.Kind == ContactKind.Portal ? GuardianVisitKind.Portal : GuardianVisitKind.Digest;
                return new Activity(at, sequence, new GuardianVisited((byte)contact.Guardian, kind, (short)contact.Length));
            case ContactKind.Letter:
                return Send(at, sequence, contact);
            case ContactKind.Conference:
                return Meet(contact, at, sequence);
            case ContactKind.MessageRead:
                mind.Engagement += brief.Parameters.MessageGain;
                break;
            case ContactKind.LetterRead:
                mind.Contacts.MovedUntil = (ushort)(brief.Day.Number + LetterEffectDays);
                break;
            default:
                break;
        }
        var receipt = contact.Kind == ContactKind.Answer ? ReceiptKind.Answered : ReceiptKind.Read;
        return new Activity(at, sequence, new MessageReceived(contact.Of, (byte)contact.Guardian, receipt));
    }

    private Activity Meet(in Contact contact, int at, int sequence)
    {
        var die = traits.Dice.Fork(Purpose.Conference).Fork(brief.Place.Year).Fork(contact.Of);
        var comes = die.Fork(3).Chance(
            traits.Guardians[0].Attends * AttendsByBand[(int)brief.Grade.Band]);
        mind.Engagement += comes ? brief.Parameters.ConferenceGain : 0;
        return new Activity(at, sequence, new ConferenceEnded(
            at - contact.Length, (byte)contact.Guardian, (byte)(contact.Of + 1), comes, (Curriculum.Subject)die.Fork(4).Below(4)));
    }

    /// <summary>Sends a message and decides what will come of it.</summary>
    private Activity Send(int at, int sequence, in Contact contact)
    {
        var kind = contact.Kind == ContactKind.Letter ? MessageKind.AttendanceLetter : MessageKind.Teacher;
        var habits = traits.Guardians[contact.Guardian];
        var channel = kind == MessageKind.Teacher ? habits.Channel : Channel.Mail;
        var die = dice.Fork(Purpose.Message).Fork(sequence);
        var delivered = die.Fork(1).Chance(channel == Channel.Mail ? 0.97 : 0.985);
        var reads = kind == MessageKind.Teacher ? habits.Reads * (0.5 + (0.5 * interest)) : LetterReadShare;
        if (delivered && die.Fork(2).Chance(reads))
        {
            Await(at, sequence, contact.Guardian, kind, Delay(channel, habits.Hours, die.Fork(3)), die);
        }
        var absences = kind == MessageKind.AttendanceLetter ? mind.Contacts.Absences : (byte)0;
        return new Activity(at, sequence, new MessageSent(
            contact.Of, kind == MessageKind.Teacher ? contact.Length : -1, absences, (byte)contact.Guardian, kind, channel, delivered));
    }

    private void Await(int at, int sequence, int guardian, MessageKind kind, double minutes, Dice die)
    {
        var moment = at + ((long)Math.Min(minutes, 2L * ReadWithinDays * 1440) * MinuteMs);
        var (days, within) = ((int)(moment / DayMs), (int)(moment % DayMs));
        if (within is < WakeMs or > SleepMs)
        {
            days += within > SleepMs ? 1 : 0;
            within = WakeMs + die.Fork(4).Below(2 * HourMs);
        }
        if (days > ReadWithinDays)
        {
            return;
        }
        var answered = kind == MessageKind.Teacher && die.Fork(5).Chance(traits.Guardians[guardian].Answers);
        var message = new WaitingMessage(
            sequence, (ushort)(brief.Day.Number + days), WaitingMessage.Pack(within / MinuteMs, guardian, answered, kind));
        if (days > 0)
        {
            mind.Contacts.Await(message);
        }
        else
        {
            PlanReading(message);
        }
    }

    /// <summary>Minutes until a message is read.</summary>
    private static double Delay(Channel channel, WorkingHours hours, Dice die)
    {
        var late = hours is WorkingHours.Shifts or WorkingHours.Irregular ? 1.6 : 1;
        return channel switch
        {
            Channel.Text => 1 + (late * die.LogNormal(PortableMath.Log(35), 1.3)),
            Channel.App => 1 + (late * die.LogNormal(PortableMath.Log(150), 1.2)),
            Channel.Email => 1 + (late * die.LogNormal(PortableMath.Log(330), 1.3)),
            _ => (1440 * (1 + die.Below(3))) + 300 + die.Fork(1).Below(240) + (late * die.Fork(2).LogNormal(PortableMath.Log(240), 0.8)),
        };
    }

    /// <summary>A moment at which somebody with such hours looks at the portal, in milliseconds from dawn.</summary>
    private static int FreeMoment(WorkingHours hours, Dice die)
    {
        var evening = die.Chance(hours switch { WorkingHours.Day => 0.75, WorkingHours.Home => 0.40, _ => 0.45 });
        return evening
            ? (13 * HourMs) + die.Fork(1).Below(5 * HourMs)
            : WakeMs + die.Fork(1).Below(9 * HourMs);
    }

    private static int Seconds(Dice die, double median) =>
        (int)Math.Clamp(die.LogNormal(PortableMath.Log(median), 0.8), 5, 3600);

    private enum ContactKind
    {
        Portal,
        Digest,
        Message,
        Letter,
        MessageRead,
        LetterRead,
        Answer,
        Conference,
    }

    /// <param name="Of">Sequence number of the message, or of the intervention; the window of a conference.</param>
    /// <param name="Length">Seconds of a visit, milliseconds of a conference; the classroom of a message.</param>
    private readonly record struct Contact(int At, ContactKind Kind, int Guardian, int Of, int Length);
}

/// <summary>The two stretches of a school year in which guardians are invited to talk.</summary>
internal static class Conferences
{
    /// <summary>Milliseconds from dawn to the first talk of an afternoon.</summary>
    public const int FromMs = 11 * 3_600_000 + (30 * 60_000);

    private const int Weeks = 3;

    /// <summary>School days of a window on which a family's turn may come.</summary>
    public const int Places = (5 * Weeks) - 3;

    private static ReadOnlySpan<byte> Starts => [10, 23];

    /// <summary>The window that a week belongs to, from 0; none for most.</summary>
    public static int? WindowOf(int week)
    {
        for (var window = 0; window < Starts.Length; window++)
        {
            if (week >= Starts[window] && week < Starts[window] + Weeks)
            {
                return window;
            }
        }
        return null;
    }

    public static int PlaceInWindow(int week, SchoolDay day) => ((week - Starts[WindowOf(week)!.Value]) * 5) + day.Weekday;
}
