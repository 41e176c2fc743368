using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pathfinity.Learning;

/// <summary>A message that will be read on a later day than it was sent.</summary>
/// <param name="Sequence">Sequence number of the activity that sent it; 0 for an empty place.</param>
/// <param name="ReadDay">Days since 1970-01-01.</param>
/// <param name="Packed">Minute of the day, 11 bits; guardian, 2 bits; whether it will be answered; whether it is a letter.</param>
/// <remarks>No field may leave a gap: a mind's checkpoint is these bytes.</remarks>
internal readonly record struct WaitingMessage(int Sequence, ushort ReadDay, ushort Packed)
{
    private const int MinuteBits = 11;

    public int Minute => Packed & ((1 << MinuteBits) - 1);

    public int Guardian => Packed >> MinuteBits & 3;

    public bool WillBeAnswered => (Packed >> 13 & 1) != 0;

    public MessageKind Kind => (Packed >> 14 & 1) != 0 ? MessageKind.AttendanceLetter : MessageKind.Teacher;

    public static ushort Pack(int minute, int guardian, bool answered, MessageKind kind) => (ushort)(
        minute | guardian << MinuteBits | (answered ? 1 << 13 : 0) | (kind == MessageKind.AttendanceLetter ? 1 << 14 : 0));
}

/// <summary>What school and family have had to do with each other, as far as it matters for what comes.</summary>
internal struct ContactState
{
    /// <summary>Absences of the school year so far; stays at its largest value.</summary>
    public byte Absences;

    /// <summary>Conferences of the school year that were held or missed: a bit for each window.</summary>
    public byte Conferences;

    /// <summary>The last day on which a letter still works, as days since 1970-01-01; 0 for none.</summary>
    public ushort MovedUntil;

    private WaitingMessages waiting;

    /// <summary>Messages to be read on later days; a place with the sequence number 0 is empty.</summary>
    [UnscopedRef]
    public Span<WaitingMessage> Waiting => waiting;

    /// <summary>Keeps a message until it is read; one too many takes the place of the one that would be read last.</summary>
    public void Await(in WaitingMessage message)
    {
        Span<WaitingMessage> places = waiting;
        var last = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Sequence == 0)
            {
                places[i] = message;
                return;
            }
            last = places[i].ReadDay > places[last].ReadDay ? i : last;
        }
        if (message.ReadDay < places[last].ReadDay)
        {
            places[last] = message;
        }
    }

    public void Promote() => (Absences, Conferences) = (0, 0);

    [InlineArray(3)]
    private struct WaitingMessages
    {
        private WaitingMessage first;
    }
}
